#pragma once
// A feed without a network: the program's own test clip again and again through a VideoDecoder, 25 pictures a second of
// a clock that only this class moves. Every other packet is a key picture.

#include "media/decode/picture_scaler.h"
#include "media/decode/video_decoder.h"
#include "media/gpu/test_clips.h"

#include <QImage>

#include <cstring>
#include <functional>
#include <random>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {

class TestClipFeed
{
public:
    explicit TestClipFeed(GpuDecoding *gpu, int codec = AV_CODEC_ID_H264) : m_clip(*testClip(codec))
    {
        AVCodecParameters *parameters = avcodec_parameters_alloc();
        parameters->codec_type = AVMEDIA_TYPE_VIDEO;
        parameters->codec_id = AVCodecID(codec);
        m_decoder = std::move(*VideoDecoder::open(*parameters, 0.001, gpu));
        avcodec_parameters_free(&parameters);
    }

    void playOne()
    {
        const std::size_t which = m_next++ % m_clip.packets.size();
        send(m_clip.packets[which], which == 0);
    }
    void play(int packets)
    {
        for (int i = 0; i < packets; ++i)
            playOne();
    }
    void playGarbage(int packets)
    {
        std::minstd_rand random(1);
        for (int i = 0; i < packets; ++i) {
            std::array<std::uint8_t, 500> bytes{0, 0, 0, 1, 0x65};
            for (std::size_t at = 5; at < bytes.size(); ++at)
                bytes[at] = std::uint8_t(random());
            send(bytes, i % 2 == 0);
        }
    }

    VideoDecoder::Time now() const { return m_now; }
    int shown() const { return m_shown; }
    int failures() const { return m_failures; }
    const QImage &newest() const { return m_newest; }
    const VideoDecoder &decoder() const { return *m_decoder; }
    VideoDecoder &decoder() { return *m_decoder; }
    // Instead of making an image of each picture.
    void setLook(std::function<void(const AVFrame &, const VideoFormat &)> look) { m_look = std::move(look); }

private:
    void send(std::span<const std::uint8_t> bytes, bool key)
    {
        const PacketPointer packet(av_packet_alloc());
        av_new_packet(packet.get(), int(bytes.size()));
        std::memcpy(packet->data, bytes.data(), bytes.size());
        packet->flags = key ? AV_PKT_FLAG_KEY : 0;
        packet->pts = packet->dts =
            std::chrono::milliseconds(m_now.time_since_epoch() / std::chrono::milliseconds(1)).count();
        m_failures += m_decoder->decode(*packet, m_now,
                                        [this](const AVFrame &frame, auto, const VideoFormat &format) {
                                            ++m_shown;
                                            if (m_look)
                                                return m_look(frame, format);
                                            m_newest = m_scaler.scaled(frame, {256, 192});
                                        })
                          ? 0
                          : 1;
        m_now += std::chrono::milliseconds(40);
    }

    const TestClip &m_clip;
    std::unique_ptr<VideoDecoder> m_decoder;
    PictureScaler m_scaler;
    std::function<void(const AVFrame &, const VideoFormat &)> m_look;
    QImage m_newest;
    VideoDecoder::Time m_now{std::chrono::seconds(100)};
    std::size_t m_next = 0;
    int m_shown = 0;
    int m_failures = 0;
};

} // namespace gantry::media
