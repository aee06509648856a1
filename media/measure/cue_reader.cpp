#include "media/measure/cue_reader.h"

#include <algorithm>
#include <utility>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostKnown = 64;
constexpr std::size_t mostWaiting = 64; // cues that nobody has taken
constexpr auto repeatedWithin = 60s;    // longer than any sender waits before it repeats itself

// A heartbeat that says the same for ever; every other command may be meant again after a while.
bool isHeartbeat(const SpliceCue &cue)
{
    return cue.command == SpliceCue::Command::Null || cue.command == SpliceCue::Command::Bandwidth;
}

// Private and encrypted commands can only be told apart by their bytes.
bool isOpaque(const SpliceCue &cue)
{
    return cue.command == SpliceCue::Command::Private || cue.command == SpliceCue::Command::Encrypted;
}

} // namespace

void CueReader::follow(const StreamTable &table)
{
    std::vector<std::uint16_t> pids;
    for (const ElementaryStream &stream : table.streams) {
        const bool known = std::ranges::find(pids, stream.pid) != pids.end();
        if (stream.sort == StreamSort::Cues && !known && pids.size() < mostPids)
            pids.push_back(stream.pid);
    }
    if (pids == m_pids)
        return;
    m_brokenBefore = brokenSections();
    m_pids = std::move(pids);
    m_assemblers.assign(m_pids.size(), {});
}

SectionAssembler *CueReader::assembler(std::uint16_t pid)
{
    const auto found = std::ranges::find(m_pids, pid);
    return found == m_pids.end() ? nullptr : &m_assemblers[std::size_t(found - m_pids.begin())];
}

void CueReader::packetsLost(std::uint16_t pid)
{
    if (SectionAssembler *sections = assembler(pid))
        sections->reset();
}

void CueReader::restart()
{
    for (SectionAssembler &sections : m_assemblers)
        sections.reset();
}

void CueReader::packet(const TsPacket &packet, std::optional<std::int64_t> clock, Time now)
{
    SectionAssembler *sections = assembler(packet.pid);
    if (!sections || packet.scrambled)
        return;
    sections->feed(packet.payload, packet.unitStart, [&](std::span<const std::byte> section) {
        for (SpliceCommand &command : spliceCommands(section)) {
            command.cue.pid = packet.pid;
            if (!isNew(command, now) || m_cues.size() >= mostWaiting)
                continue;
            if (command.stamp && clock)
                command.cue.untilSplice = untilStamp(*command.stamp, *clock);
            m_cues.push_back(std::move(command.cue));
        }
    });
}

bool CueReader::isNew(const SpliceCommand &command, Time now)
{
    SpliceCue bare = command.cue;
    if (!isOpaque(bare))
        bare.section.clear(); // a sender may write the same anew, with another adjustment
    std::erase_if(m_known, [&](const Known &known) {
        // At once, and at once again after the way back or a calling off: meant again.
        const bool overtaken = known.cue.immediate && known.cue.pid == bare.pid && known.cue.eventId == bare.eventId &&
                               (known.cue.out != bare.out || bare.cancelled);
        return overtaken || (!isHeartbeat(known.cue) && now - known.last > repeatedWithin);
    });
    const auto same = std::ranges::find_if(
        m_known, [&](const Known &known) { return known.cue == bare && known.stamp == command.stamp; });
    if (same != m_known.end()) {
        same->last = now;
        return false;
    }
    if (m_known.size() >= mostKnown) // the one not heard for longest makes room
        m_known.erase(std::ranges::min_element(m_known, {}, &Known::last));
    m_known.push_back({std::move(bare), command.stamp, now});
    return true;
}

std::uint64_t CueReader::brokenSections() const
{
    std::uint64_t broken = m_brokenBefore;
    for (const SectionAssembler &sections : m_assemblers)
        broken += sections.brokenSections();
    return broken;
}

} // namespace gantry::media
