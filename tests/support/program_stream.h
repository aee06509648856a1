#pragma once
// A transport stream without a fault, packet by packet: one program at a constant rate of a packet a millisecond, with
// tables, a clock, picture, sound and cues. A test changes single packets on their way and sees what the monitor
// counts.

#include "media/measure/ts_monitor.h"
#include "support/media_packets.h"

#include <QString>

#include <chrono>
#include <functional>
#include <map>

namespace gantry::media::packets {

enum class Part { Pat, Pmt, Picture, Sound, Null };

struct Slot
{
    unsigned number = 0; // also the time in milliseconds
    Part part = Part::Null;
    Packet packet;
    bool leftOut = false;           // a null packet stands in its place
    bool lost = false;              // sent, and never arrived
    std::chrono::milliseconds at{}; // when it arrives
};

class ProgramStream
{
public:
    static constexpr std::uint16_t tablePid = 0x1000;
    static constexpr std::uint16_t picturePid = 0x100;
    static constexpr std::uint16_t soundPid = 0x101;
    static constexpr std::uint16_t cuePid = 0x102;
    static constexpr std::int64_t clockPerSlot = 27'000;
    static constexpr std::int64_t stampWrap = std::int64_t(1) << 33;

    using Change = std::function<void(Slot &)>;

    std::int64_t firstClock = 27'000'000; // 27 MHz
    std::int64_t stampDelay = 45'000;     // a picture is shown half a second after its packets
    std::function<Bytes(Bytes)> lastChange = [](Bytes packet) { return packet; };

    // The next `count` packets into the monitor.
    void play(TsMonitor &monitor, unsigned count, const Change &change = {})
    {
        for (const unsigned end = m_next + count; m_next < end; ++m_next) {
            Slot slot = made(m_next);
            if (change)
                change(slot);
            send(monitor, slot);
        }
    }
    // A packet of its own between the others.
    void insert(TsMonitor &monitor, Packet packet)
    {
        packet.counter = m_counters[packet.pid]++;
        monitor.feed(packet.made(), at(std::chrono::milliseconds(m_next)));
    }
    void insertSection(TsMonitor &monitor, std::uint16_t pid, const Bytes &section)
    {
        monitor.feed(sectionPackets(pid, section, m_counters[pid]), at(std::chrono::milliseconds(m_next)));
        m_counters[pid] += unsigned((section.size() + 184) / 184);
    }
    std::int64_t clock() const { return (firstClock + std::int64_t(m_next) * clockPerSlot) % (stampWrap * 300); }

    static TsMonitor::Time at(std::chrono::milliseconds time) { return TsMonitor::Time(std::chrono::hours(1) + time); }

private:
    Slot made(unsigned number)
    {
        Slot slot{number};
        slot.at = std::chrono::milliseconds(number);
        Packet &packet = slot.packet;
        const std::int64_t stamp = (clock() / 300 + stampDelay) % stampWrap;
        const auto section = [&packet](std::uint16_t pid, const Bytes &content) {
            packet.pid = pid;
            packet.unitStart = true;
            packet.content = bytes({0});
            append(packet.content, content);
        };
        if (number % 100 == 5) {
            slot.part = Part::Pat;
            section(0, pat(tablePid));
        } else if (number % 100 == 6) {
            slot.part = Part::Pmt;
            section(tablePid, pmt({{0x1b, picturePid, {}}, {0x0f, soundPid, {}}, {0x86, cuePid, {}}}));
        } else if (number % 40 == 7) {
            slot.part = Part::Picture;
            packet.pid = picturePid;
            packet.unitStart = true;
            packet.clock = clock();
            packet.content = pesHeader(0xe0, stamp);
        } else if (number % 24 == 8) {
            slot.part = Part::Sound;
            packet.pid = soundPid;
            packet.unitStart = true;
            packet.content = pesHeader(0xc0, stamp);
        } else if (number % 2 == 0) {
            slot.part = Part::Picture;
            packet.pid = picturePid;
        } else {
            packet.pid = 0x1fff;
        }
        return slot;
    }

    void send(TsMonitor &monitor, Slot &slot)
    {
        if (slot.leftOut)
            slot.packet = {.pid = 0x1fff};
        slot.packet.counter = m_counters[slot.packet.pid]++;
        if (!slot.lost)
            monitor.feed(lastChange(slot.packet.made()), at(slot.at));
    }

    unsigned m_next = 0;
    std::map<std::uint16_t, unsigned> m_counters;
};

// What was counted, in words: "pat 1, continuity 2"; empty where there is nothing.
inline QString faults(const TransportSample &sample)
{
    const TransportErrors errors = sample.errors.value_or(TransportErrors{});
    const std::pair<const char *, std::uint64_t> counters[] = {
        {"sync loss", sample.syncLosses},
        {"sync byte", errors.syncByte},
        {"pat", errors.pat},
        {"continuity", sample.continuityErrors},
        {"pmt", errors.pmt},
        {"pid", errors.pid},
        {"transport", sample.transportErrors},
        {"crc", errors.crc},
        {"pcr repetition", errors.pcrRepetition},
        {"pcr discontinuity", errors.pcrDiscontinuity},
        {"pcr accuracy", errors.pcrAccuracy},
        {"pts", errors.pts},
        {"cat", errors.cat},
    };
    QStringList words;
    for (const auto &[name, count] : counters)
        if (count > 0)
            words.append(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(count));
    return words.join(QStringLiteral(", "));
}

} // namespace gantry::media::packets
