#include "fuzz/packets.h"
#include "fuzz/targets.h"

#include "media/decode/access_units.h"
#include "media/decode/av1_stream.h"
#include "media/decode/demuxer.h"
#include "media/decode/picture_cuts.h"
#include "media/decode/sound_frames.h"

#include <map>

namespace gantry::fuzz {

using namespace gantry::media;
using namespace std::chrono_literals;

// As tsMonitor: bit 0 as packets, bit 1 a program is chosen. What is found goes as far as the decoders' doors.
void demuxer(Bytes bytes)
{
    if (bytes.empty())
        return;
    const unsigned how = unsigned(bytes[0]);
    FeedSettings settings;
    if (how & 2U)
        settings.program = std::uint16_t(how >> 2);
    std::map<int, AccessUnits> pictures;
    std::map<int, SoundFrames> sounds;
    Demuxer demuxer(settings, [&](MediaUnit unit) {
        must(unit.packet != nullptr);
        const int codec = unit.stream.codec;
        if (unit.stream.sort == MediaStream::Sort::Audio)
            sounds.try_emplace(codec, codec).first->second.feed(unit, [](const AVPacket &, auto) {});
        else
            pictures.try_emplace(codec, codec).first->second.feed(unit, [](AVPacket &, MediaUnit::Time) {});
    });
    Demuxer::Time now{1h};
    bytes = bytes.subspan(1);
    if (how & 1U)
        forEachPacket(bytes, [&](Bytes packet) { demuxer.feed(packet, now += 7ms); });
    else
        demuxer.feed(bytes, now);
    demuxer.finish();
}

void pictureCuts(Bytes bytes)
{
    std::vector<PictureCut> cuts;
    for (const PictureSyntax syntax : {PictureSyntax::H264, PictureSyntax::H265, PictureSyntax::Mpeg2}) {
        cutPictures(syntax, bytes, cuts);
        std::size_t last = 0;
        for (const PictureCut &cut : cuts) {
            must(cut.begin >= last && cut.begin < bytes.size());
            last = cut.begin;
        }
    }
    Av1Unit unit;
    readAv1Unit(bytes, unit);
    must(unit.bytes.size() <= 2 * bytes.size() + 64);
}

} // namespace gantry::fuzz
