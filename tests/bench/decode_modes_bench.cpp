// What a feed costs to decode in each mode, as a share of decoding it in full: of live streams as encoders send them,
// without and with pictures that no other needs.

#include "bench/bench_support.h"
#include "media/decode/access_units.h"
#include "media/decode/stream_codec.h"
#include "media/decode/video_decoder.h"
#include "support/encoded_clip.h"

using namespace gantry;
using media::DecodeMode;

namespace {

constexpr int pictures = 300;
constexpr int rounds = 3;

// CPU seconds for a second of the feed (30 pictures).
double secondsOf(const std::vector<media::clips::Unit> &units, int codec, DecodeMode mode)
{
    std::vector<double> each;
    for (int round = 0; round < rounds; ++round) {
        media::MediaStream stream;
        stream.codec = codec;
        const auto decoder = std::move(*media::VideoDecoder::open(*media::parametersOf(stream), 1.0 / 30));
        decoder->setMode(mode);
        media::AccessUnits cut(codec);
        const double before = bench::cpuSeconds();
        for (const media::clips::Unit &one : units) {
            media::MediaUnit unit;
            unit.packet.reset(av_packet_alloc());
            av_new_packet(unit.packet.get(), int(one.bytes.size()));
            std::memcpy(unit.packet->data, one.bytes.data(), one.bytes.size());
            unit.packet->pts = one.number;
            cut.feed(unit, [&](AVPacket &packet, media::MediaUnit::Time arrived) {
                decoder->decode(packet, arrived, [](const AVFrame &, auto, const auto &) {});
            });
        }
        each.push_back((bench::cpuSeconds() - before) * 30 / pictures);
    }
    return bench::median(each);
}

void compare(const char *name, const media::clips::Settings &settings, int codec)
{
    const auto units = media::clips::encode(settings);
    if (units.empty())
        return;
    const double full = secondsOf(units, codec, DecodeMode::Full);
    std::printf("%-42s full %6.4f s a second", name, full);
    for (const auto &[word, mode] :
         {std::pair{"light", DecodeMode::Light}, std::pair{"key pictures", DecodeMode::Thumbnail},
          std::pair{"off", DecodeMode::Off}})
        std::printf(" | %s %5.3f x", word, secondsOf(units, codec, mode) / full);
    std::printf("\n");
}

} // namespace

int main()
{
    media::clips::Settings settings;
    settings.size = {1280, 720};
    settings.count = pictures;
    settings.gop = 32;
    settings.options = {{"preset", "veryfast"}, {"tune", "zerolatency"}};
    compare("H.264 720p30, no B pictures, keys 1 s apart", settings, AV_CODEC_ID_H264);
    settings.gop = 60;
    settings.bFrames = 2;
    settings.options = {{"preset", "veryfast"}};
    compare("H.264 720p30, 2 B pictures, keys 2 s apart", settings, AV_CODEC_ID_H264);
    settings.encoder = "libx265";
    settings.options = {{"preset", "ultrafast"}};
    compare("H.265 720p30, keys 0.4 s apart", settings, AV_CODEC_ID_HEVC);
    return 0;
}
