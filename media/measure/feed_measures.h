#pragma once
// What the two threads of a feed know together: the decode thread notes pictures and sound, the receive thread asks
// for the state. Safe from both; the lock of the picture is held for a few microseconds, that of the sound for as long
// as its measures take, a small fraction of decoding it. Whatever the decode thread says about an
// earlier connection is ignored, so an old picture can never appear under a new connection.

#include "media/frame/frame_slot.h"
#include "media/measure/picture_probe.h"
#include "media/measure/sound_measures.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

namespace gantry::media {

class FeedMeasures
{
public:
    using Time = PictureProbe::Time;

    FeedMeasures(std::shared_ptr<FrameSlot> slot, Time now, const FeedSettings &settings = {})
        : m_slot(std::move(slot)), m_probe(now), m_sound(settings)
    {
    }

    // Receive thread.
    void connected(std::uint64_t connection, Time now);
    void disconnected(Time now);
    void transport(bool recognised, std::optional<bool> carriesVideo);
    PictureState picture(Time now);
    AudioLevels audio(Time now); // since the last call

    // Decode thread. Puts the picture into the slot and gives it its number. A frame without a picture was decoded and
    // not scaled, because nobody looks: it counts and the slot stays as it is.
    void picture(std::uint64_t connection, Time now, VideoFrame frame, const VideoFormat &format);
    // A picture came and was left out on purpose.
    void leftOut(std::uint64_t connection, Time now);
    // How much is decoded from now on.
    void decoding(std::uint64_t connection, DecodeMode mode);
    void content(std::uint64_t connection, const PictureContent &content);
    void decodeError(std::uint64_t connection);
    // Which sound the stream carries, whether it decodes or not. Track and tracks: see AudioLevels.
    void soundTrack(std::uint64_t connection, const QString &codec, std::optional<int> track,
                    std::optional<int> tracks);
    void sound(std::uint64_t connection, Time now, const SoundView &sound);
    // The picture of this time stamp has been decoded.
    void pictureStamp(std::uint64_t connection, Time now, SoundOffset::Stamp stamp);
    void decoder(const QString &name, const std::optional<QString> &note);
    PictureDemands demands() const { return m_slot->demands(); }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<FrameSlot> m_slot;
    PictureProbe m_probe;
    std::optional<PictureContent> m_content;
    std::optional<DecodeMode> m_decoding;
    QString m_decoder;
    std::optional<QString> m_decoderNote;
    std::uint64_t m_connection = 0;
    std::uint64_t m_pictures = 0;

    std::mutex m_soundMutex; // never taken together with the other
    SoundMeasures m_sound;
    AudioLevels m_soundNames; // codec and tracks alone
    std::uint64_t m_soundConnection = 0;
};

} // namespace gantry::media
