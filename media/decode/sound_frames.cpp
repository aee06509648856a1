#include "media/decode/sound_frames.h"

#include <algorithm>
#include <iterator>
#include <span>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {
namespace {

std::optional<StreamTime> durationOf(int samples, int sampleRate)
{
    if (samples <= 0 || sampleRate <= 0)
        return std::nullopt;
    return StreamTime(std::int64_t(samples) * 90000 / sampleRate);
}

// libavcodec's parser does not say it for AAC, because HE-AAC has twice the rate that its header gives; the time is the
// same. ISO/IEC 13818-7, 6.2.
std::optional<StreamTime> adtsDuration(std::span<const std::uint8_t> frame)
{
    static constexpr int rates[] = {96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                    22050, 16000, 12000, 11025, 8000,  7350};
    if (frame.size() < 7 || frame[0] != 0xff || (frame[1] & 0xf0U) != 0xf0U)
        return std::nullopt;
    const std::size_t index = (frame[2] >> 2) & 0x0fU;
    const int blocks = (frame[6] & 3) + 1;
    return index < std::size(rates) ? durationOf(1024 * blocks, rates[index]) : std::nullopt;
}

// Samples at 48 kHz of an Opus packet, from its first bytes (RFC 6716, 3.1 and 3.2).
int opusSamples(std::span<const std::uint8_t> packet)
{
    if (packet.empty())
        return 0;
    static constexpr int silk[] = {480, 960, 1920, 2880};
    static constexpr int celt[] = {120, 240, 480, 960};
    const unsigned config = packet[0] >> 3;
    const int frame = config < 12 ? silk[config & 3U] : config < 16 ? silk[config & 1U] : celt[config & 3U];
    const unsigned code = packet[0] & 3U;
    const int frames = code == 0 ? 1 : code < 3 ? 2 : packet.size() > 1 ? packet[1] & 0x3f : 0;
    return frame * frames;
}

} // namespace

SoundFrames::SoundFrames(int codec) : m_opus(codec == AV_CODEC_ID_OPUS), m_packet(av_packet_alloc())
{
    if (m_opus || codec == AV_CODEC_ID_S302M)
        return;
    m_context.reset(avcodec_alloc_context3(nullptr));
    m_parser.reset(av_parser_init(codec));
    if (m_context) {
        m_context->codec_type = AVMEDIA_TYPE_AUDIO;
        m_context->codec_id = AVCodecID(codec);
    }
}

void SoundFrames::feed(const MediaUnit &unit, const Found &found)
{
    if (!m_packet || !unit.packet || unit.packet->size <= 0)
        return;
    if (m_opus)
        readOpus(unit, found);
    else if (m_parser && m_context)
        parse(unit, found);
    else {
        m_next = unit.pts;
        give(unit.packet->data, unit.packet->size, std::nullopt, found);
    }
}

void SoundFrames::parse(const MediaUnit &unit, const Found &found)
{
    std::uint8_t *data = unit.packet->data;
    int size = unit.packet->size;
    std::int64_t pts = unit.packet->pts;
    while (size > 0) {
        std::uint8_t *frame = nullptr;
        int frameSize = 0;
        const int used = av_parser_parse2(m_parser.get(), m_context.get(), &frame, &frameSize, data, size, pts, pts, 0);
        if (used < 0 || (used == 0 && frameSize == 0))
            return;
        data += used;
        size -= used;
        pts = AV_NOPTS_VALUE; // belongs to the first frame that begins in this unit; the parser knows which
        if (frameSize == 0)
            continue;
        if (m_parser->pts != AV_NOPTS_VALUE)
            m_next = StreamTime(m_parser->pts);
        const auto duration = m_context->codec_id == AV_CODEC_ID_AAC
                                  ? adtsDuration(std::span(frame, std::size_t(frameSize)))
                                  : durationOf(m_parser->duration, m_context->sample_rate);
        give(frame, frameSize, duration, found);
    }
}

void SoundFrames::readOpus(const MediaUnit &unit, const Found &found)
{
    auto bytes = std::span(unit.packet->data, std::size_t(unit.packet->size));
    if (unit.pts)
        m_next = unit.pts;
    while (bytes.size() > 2 && bytes[0] == 0x7f && (bytes[1] & 0xe0U) == 0xe0U) {
        const unsigned flags = bytes[1];
        std::size_t at = 2;
        std::size_t size = 0;
        for (bool more = true; more && at < bytes.size(); ++at) {
            size += bytes[at];
            more = bytes[at] == 0xff;
        }
        at += (flags & 0x10U) ? 2 : 0; // start trim
        at += (flags & 0x08U) ? 2 : 0; // end trim
        if ((flags & 0x04U) && at < bytes.size())
            at += 1 + std::size_t(bytes[at]);
        if (at >= bytes.size())
            return;
        const auto frame = bytes.subspan(at, std::min(size, bytes.size() - at));
        if (!frame.empty())
            give(frame.data(), int(frame.size()), durationOf(opusSamples(frame), 48000), found);
        bytes = bytes.subspan(at + frame.size());
    }
}

void SoundFrames::give(std::uint8_t *data, int size, std::optional<StreamTime> duration, const Found &found)
{
    av_packet_unref(m_packet.get());
    m_packet->data = data; // not ours and not counted: whoever keeps it copies it
    m_packet->size = size;
    m_packet->pts = m_packet->dts = m_next ? m_next->count() : AV_NOPTS_VALUE;
    m_packet->flags = AV_PKT_FLAG_KEY;
    found(*m_packet, m_next);
    if (m_next && duration)
        m_next = *m_next + *duration;
    else
        m_next.reset();
}

} // namespace gantry::media
