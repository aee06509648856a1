#include "fuzz/packets.h"
#include "fuzz/targets.h"

#include "media/input/srt_address.h"
#include "media/input/srt_filter.h"
#include "media/input/srt_stream_id.h"
#include "media/measure/splice_info.h"
#include "media/measure/ts_monitor.h"
#include "media/measure/ts_tables.h"

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

void srtAddress(Bytes bytes)
{
    if (const auto address = SrtAddress::parse(QString::fromUtf8(text(bytes)))) {
        must(address->port != 0);
        must(address->streamId.toUtf8().size() <= 512);
        must(address->passphrase.isEmpty()); // never in a text
        must(SrtStreamId::parse(address->streamId).has_value());
        must(address->filter.isEmpty() || !srt_filter::fault(address->filter));
        must(address->mode == SrtAddress::Mode::Listener || !address->host.isEmpty());
    }
}

// Three lines: what a caller says, and what two feeds on one port ask for.
void srtStreamId(Bytes bytes)
{
    const QStringList lines = QString::fromUtf8(text(bytes)).split(u'\n');
    const auto line = [&](qsizetype i) { return SrtStreamId::parse(lines.value(i)); };
    const auto said = line(0);
    const auto one = line(1);
    const auto other = line(2);
    if (said)
        must(said->answers(*said) == SrtStreamId::Answer::Fits && said->meets(*said));
    if (one && other)
        must(one->meets(*other) == other->meets(*one));
    // Whoever may be let in to both could not be told apart.
    if (said && one && other && said->answers(*one) == SrtStreamId::Answer::Fits &&
        said->answers(*other) == SrtStreamId::Answer::Fits)
        must(one->meets(*other));
}

} // namespace gantry::fuzz
