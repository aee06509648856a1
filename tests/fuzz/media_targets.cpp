#include "fuzz/packets.h"
#include "fuzz/targets.h"

#include "media/measure/splice_info.h"
#include "media/measure/ts_monitor.h"
#include "media/measure/ts_tables.h"
#include "media/output/hls_segmenter.h"
#include "media/output/stream_switch.h"

#include <algorithm>
#include <vector>

namespace gantry::fuzz {
namespace {

using namespace gantry::media;
using namespace std::chrono_literals;

void feedPackets(TsMonitor &monitor, Bytes bytes, TsMonitor::Time &now)
{
    forEachPacket(bytes, [&](Bytes packet) {
        monitor.feed(packet, now);
        now += std::chrono::milliseconds((unsigned(packet[3]) & 0x0fU) != 0 ? 7 : 311);
    });
}

} // namespace

// The first byte says how the rest is to be taken: bit 0 as packets, otherwise as it is; bit 1 a program is chosen.
void tsMonitor(Bytes bytes)
{
    if (bytes.empty())
        return;
    const unsigned how = unsigned(bytes[0]);
    TsMonitor monitor((how & 2U) ? std::optional<std::uint16_t>(how >> 2) : std::nullopt);
    TsMonitor::Time now{1h};
    bytes = bytes.subspan(1);
    for (int turn = 0; turn < 2; ++turn) { // the second time with a state
        if (how & 1U)
            feedPackets(monitor, bytes, now);
        else
            monitor.feed(bytes, now += 40ms);
        must(monitor.takeCues().size() <= 64);
        const TransportSample sample = monitor.sample(1s);
        must(sample.streams.size() <= 64);
        must(!sample.programs || sample.programs->size() <= 64);
        must(sample.nullShare >= 0 && sample.nullShare <= 1);
        must(!sample.pcrJitter || *sample.pcrJitter >= 0us);
    }
}

// Two streams side by side, packet by packet; what goes out is whole packets.
void streamSwitch(Bytes bytes)
{
    std::size_t sent = 0;
    HlsSegmenter segments;
    StreamSwitch::Time now{1h};
    StreamSwitch one(2, [&](std::span<const std::byte> packets, bool joins) {
        sent += packets.size();
        segments.feed(packets, joins, now);
    });
    int turn = 0;
    forEachPacket(bytes, [&](Bytes packet) {
        const int stream = int(unsigned(packet[3]) & 1U);
        if (++turn % 16 == 0)
            one.choose(turn / 16 % 3 - 1, now);
        one.feed(stream, packet, now);
        now += 211ms;
    });
    must(sent % TsPacket::size == 0);
}

void tsTables(Bytes bytes)
{
    std::vector<std::byte> mended(bytes.begin(), bytes.end());
    mend(mended);
    for (const Bytes section : {bytes, Bytes(mended)}) {
        if (const auto programs = programTable(section))
            must(programs->size() <= 64);
        if (const auto table = streamTable(section))
            must(table->streams.size() <= 64);
    }
    SectionAssembler assembler;
    for (std::size_t step = 1; step <= 184; step += 61) {
        bool start = true;
        for (std::size_t at = 0; at < mended.size(); at += step) {
            const auto part = std::span(mended).subspan(at, std::min(step, mended.size() - at));
            assembler.feed(part, start, [](Bytes section) { must(sectionCrc(section) == 0); });
            start = part.back() == std::byte{0x42};
        }
    }
}

void spliceInfo(Bytes bytes)
{
    std::vector<std::byte> mended(bytes.begin(), bytes.end());
    mend(mended);
    for (const Bytes section : {bytes, Bytes(mended)}) {
        const auto commands = spliceCommands(section);
        must(commands.size() <= 32);
        for (const SpliceCommand &command : commands) {
            must(command.cue.section.size() == qsizetype(section.size()));
            must(!command.stamp || (*command.stamp >= 0 && *command.stamp < stampWrap));
        }
    }
}

} // namespace gantry::fuzz
