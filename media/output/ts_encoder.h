#pragma once
// Pictures and sound as H.264 and AAC in MPEG-TS, for sending: no B-frames, a key picture every second, each packet out
// as soon as it is made. One thread.

#include "media/media_error.h"

#include <QImage>
#include <QSize>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace gantry::media {

class TsEncoder
{
public:
    struct Settings
    {
        QSize size; // even numbers
        int framesPerSecond = 25;
        int videoKilobits = 1500;
        bool video = true;
        bool audio = true;
    };
    static constexpr int sampleRate = 48000;
    static constexpr int channels = 2;

    // Gets whole transport packets, at most 1316 bytes at a time.
    using Sink = std::function<void(std::span<const std::byte> packets)>;

    static Result<std::unique_ptr<TsEncoder>> open(const Settings &settings, Sink sink);
    ~TsEncoder();

    // The picture to be shown `number` / framesPerSecond after the start; RGB32 of the size that was set.
    void video(const QImage &picture, std::int64_t number, bool keyPicture);
    // How many samples a channel the next call to audio() takes.
    int audioBlock() const;
    // One plane a channel, each with audioBlock() samples, the first at `sample` / sampleRate after the start.
    void audio(std::span<const float> left, std::span<const float> right, std::int64_t sample);

private:
    TsEncoder();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media
