#pragma once
// What the two threads of a feed know together: the decode thread notes pictures and sound, the receive thread asks
// for the state. Safe from both; a lock is held for a few microseconds. Whatever the decode thread says about an
// earlier connection is ignored, so an old picture can never appear under a new connection.

#include "media/frame/frame_slot.h"
#include "media/measure/loudness_meter.h"
#include "media/measure/picture_probe.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

namespace gantry::media {

class FeedMeasures
{
public:
    using Time = PictureProbe::Time;

    FeedMeasures(std::shared_ptr<FrameSlot> slot, Time now) : m_slot(std::move(slot)), m_probe(now) {}

    // Receive thread.
    void connected(std::uint64_t connection, Time now);
    void disconnected(Time now);
    void transport(bool recognised, std::optional<bool> carriesVideo);
    PictureState picture(Time now);
    AudioLevels audio(); // since the last call

    // Decode thread. Puts the picture into the slot and gives it its number. A frame without a picture was decoded and
    // not scaled, because nobody looks: it counts and the slot stays as it is.
    void picture(std::uint64_t connection, Time now, VideoFrame frame, const VideoFormat &format);
    void content(std::uint64_t connection, const PictureContent &content);
    void decodeError(std::uint64_t connection);
    void sound(std::uint64_t connection, Time now, const QString &codec, std::span<const float> interleaved,
               int channels, int sampleRate);
    void decoder(const QString &name, const std::optional<QString> &note);
    QSize wantedSize() const { return m_slot->wantedSize(); }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<FrameSlot> m_slot;
    PictureProbe m_probe;
    LoudnessMeter m_meter;
    std::optional<PictureContent> m_content;
    QString m_audioCodec;
    QString m_decoder;
    std::optional<QString> m_decoderNote;
    std::uint64_t m_connection = 0;
    std::uint64_t m_pictures = 0;
};

} // namespace gantry::media
