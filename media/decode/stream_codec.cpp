#include "media/decode/stream_codec.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/mem.h>
}

namespace gantry::media {
namespace {

struct Codec
{
    const char *name; // as in ElementaryStream::codec
    AVCodecID id;
};

constexpr Codec codecs[] = {
    {"H.264", AV_CODEC_ID_H264},
    {"H.265", AV_CODEC_ID_HEVC},
    {"AV1", AV_CODEC_ID_AV1},
    {"MPEG-2 video", AV_CODEC_ID_MPEG2VIDEO},
    {"MPEG-1 video", AV_CODEC_ID_MPEG1VIDEO},
    {"MPEG-4 video", AV_CODEC_ID_MPEG4},
    {"VC-1", AV_CODEC_ID_VC1},
    {"AAC", AV_CODEC_ID_AAC},
    {"AAC LATM", AV_CODEC_ID_AAC_LATM},
    {"MP2", AV_CODEC_ID_MP2},
    {"AC-3", AV_CODEC_ID_AC3},
    {"E-AC-3", AV_CODEC_ID_EAC3},
    {"Opus", AV_CODEC_ID_OPUS},
    {"SMPTE 302M", AV_CODEC_ID_S302M},
    {"DTS", AV_CODEC_ID_DTS},
};

// What Opus in Ogg begins with (RFC 7845, 5.1), made from channel_config_code (ETSI TS 103 491, table 5-2).
std::vector<std::uint8_t> opusHead(std::uint8_t config)
{
    struct Layout
    {
        std::uint8_t streams, coupled;
        std::array<std::uint8_t, 8> map;
    };
    static constexpr std::array<Layout, 9> layouts{{
        {1, 1, {0, 1}}, // dual mono
        {1, 0, {0}},
        {1, 1, {0, 1}},
        {2, 1, {0, 2, 1}},
        {2, 2, {0, 1, 2, 3}},
        {3, 2, {0, 4, 1, 2, 3}},
        {4, 2, {0, 4, 1, 2, 3, 5}},
        {4, 3, {0, 4, 1, 2, 3, 5, 6}},
        {5, 3, {0, 6, 1, 2, 3, 4, 5, 7}},
    }};
    const std::size_t known = config < layouts.size() ? config : 2;
    const Layout &layout = layouts[known];
    const auto channels = std::uint8_t(known == 0 ? 2 : known);
    std::vector<std::uint8_t> head{'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1, channels, 0, 0, 0x80, 0xbb, 0, 0, 0, 0};
    head.push_back(channels > 2 ? 1 : 0);
    if (channels > 2) {
        head.push_back(layout.streams);
        head.push_back(layout.coupled);
        head.insert(head.end(), layout.map.begin(), layout.map.begin() + channels);
    }
    return head;
}

} // namespace

int codecOf(const QString &name)
{
    for (const Codec &codec : codecs)
        if (name == QLatin1String(codec.name))
            return codec.id;
    return AV_CODEC_ID_NONE;
}

std::unique_ptr<AVCodecParameters, AvDeleter> parametersOf(const MediaStream &stream)
{
    std::unique_ptr<AVCodecParameters, AvDeleter> parameters(avcodec_parameters_alloc());
    if (!parameters)
        return parameters;
    parameters->codec_type = stream.sort == MediaStream::Sort::Video ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO;
    parameters->codec_id = AVCodecID(stream.codec);
    if (parameters->codec_id == AV_CODEC_ID_OPUS) {
        const std::vector<std::uint8_t> head = opusHead(stream.opusConfig);
        parameters->extradata =
            static_cast<std::uint8_t *>(av_mallocz(head.size() + std::size_t(AV_INPUT_BUFFER_PADDING_SIZE)));
        if (!parameters->extradata)
            return nullptr;
        std::memcpy(parameters->extradata, head.data(), head.size());
        parameters->extradata_size = int(head.size());
        parameters->sample_rate = 48000;
    }
    return parameters;
}

} // namespace gantry::media
