#include "media/measure/ts_monitor.h"

#include <algorithm>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t syncRun = 5; // packets in a row to call it a transport stream
constexpr unsigned wrongRun = 2;   // wrong sync bytes in a row to give up on it
constexpr std::size_t span5 = (syncRun - 1) * TsMonitor::packetSize + 1;
constexpr auto silence = 500ms;    // nothing at all
constexpr auto checkPeriod = 20ms; // how late a fault may be counted that is one of time

} // namespace

TsMonitor::TsMonitor(std::optional<std::uint16_t> program) : m_tables(program)
{
    m_rest.reserve(4096);
    m_pids.addRole(0, PidTable::Sections);
    m_pids.addRole(1, PidTable::Sections);
}

void TsMonitor::feed(std::span<const std::byte> bytes, Time now)
{
    advance(now);
    m_intervalBytes += bytes.size();
    if (m_synced && m_rest.empty()) { // the usual case: whole packets, nothing left over
        const std::size_t used = consume(bytes);
        bytes = bytes.subspan(used);
        if (m_synced) {
            m_rest.assign(bytes.begin(), bytes.end());
            return;
        }
    }
    // In steps, so that a huge message cannot make the buffer huge.
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min<std::size_t>(bytes.size(), 2048));
        bytes = bytes.subspan(part.size());
        m_rest.insert(m_rest.end(), part.begin(), part.end());
        std::size_t used = 0;
        for (;;) {
            const auto rest = std::span<const std::byte>(m_rest).subspan(used);
            const std::size_t step = m_synced ? consume(rest) : findSync(rest);
            used += step;
            if (step == 0)
                break;
        }
        m_rest.erase(m_rest.begin(), m_rest.begin() + std::ptrdiff_t(used));
    }
}

void TsMonitor::advance(Time now)
{
    if (!m_fed)
        m_flow = now;
    else if (now - m_now <= silence)
        m_flow += now - m_now;
    m_fed = true;
    m_now = now;
    if (!m_synced || m_flow < m_nextCheck)
        return;
    m_nextCheck = m_flow + checkPeriod;
    m_tables.check(m_flow);
    m_clock.check(m_flow);
    m_streams.check(m_pids, m_flow);
}

// How many bytes cannot begin the first of five packets in a row. Sets m_synced when they are found.
std::size_t TsMonitor::findSync(std::span<const std::byte> bytes)
{
    std::size_t at = 0;
    for (; at + span5 <= bytes.size(); ++at) {
        bool all = true;
        for (std::size_t i = 0; i < syncRun && all; ++i)
            all = bytes[at + i * packetSize] == TsPacket::syncByte;
        if (all) {
            begin();
            // At least one byte must be reported as used for the caller to go on; the packets stay for consume().
            return at == 0 ? consume(bytes) : at;
        }
    }
    return at;
}

// What was before the gap says nothing about what follows, beside which streams there are.
void TsMonitor::begin()
{
    m_synced = true;
    m_everSynced = true;
    m_wrongSyncBytes = 0;
    m_pids.forgetAll();
    m_tables.restart(m_flow);
    m_streams.restart(m_flow);
    m_cues.restart();
    if (m_clockPid)
        m_clock.restart(m_flow);
}

std::size_t TsMonitor::consume(std::span<const std::byte> bytes)
{
    std::size_t used = 0;
    while (used + packetSize <= bytes.size()) {
        if (bytes[used] != TsPacket::syncByte) {
            ++m_syncByteErrors;
            if (++m_wrongSyncBytes >= wrongRun) {
                m_synced = false;
                ++m_syncLosses;
                return used;
            }
            m_clock.packetsLost();
        } else {
            m_wrongSyncBytes = 0;
            packet(bytes.subspan(used, packetSize));
        }
        used += packetSize;
    }
    return used;
}

void TsMonitor::packet(std::span<const std::byte> bytes)
{
    ++m_packets;
    ++m_intervalPackets;
    const TsPacket packet = TsPacket::of(bytes);
    if (packet.error) [[unlikely]] {
        ++m_transportErrors;
        m_pids.forget(packet.pid); // that it is missing has just been counted
        packetsLost(packet.pid);
        return;
    }
    if (packet.pid == TsPacket::nullPid) {
        ++m_intervalNulls;
        return;
    }
    if (packet.reserved)
        return;
    const PidTable::Arrival arrival = m_pids.arrived(packet);
    if (arrival == PidTable::Arrival::AfterGap)
        packetsLost(packet.pid);
    if (packet.scrambled)
        m_tables.scrambled(m_flow);
    const std::uint8_t roles = m_pids.roles(packet.pid);
    if (roles != 0 && arrival != PidTable::Arrival::Repeated)
        look(packet, roles);
}

void TsMonitor::look(const TsPacket &packet, std::uint8_t roles)
{
    if ((roles & PidTable::Clock) && !packet.adaptation.empty()) {
        if (packet.discontinuity)
            m_clock.announceJump();
        if (const auto ticks = clockReference(packet.adaptation))
            m_clock.reference(*ticks, m_packets, m_now, m_flow);
    }
    if (roles & PidTable::Stamps) {
        if (packet.scrambled)
            m_streams.scrambled(packet.pid);
        else if (packet.unitStart)
            if (const auto stamp = presentationTime(packet.payload))
                m_streams.stamped(packet.pid, *stamp, m_flow);
    }
    if (!(roles & PidTable::Sections) || packet.payload.empty())
        return;
    if (m_tables.reads(packet.pid)) {
        m_tables.packet(packet, m_flow);
        if (m_tables.revision() != m_followed)
            followTables();
    } else {
        const std::optional<std::int64_t> clock = m_clock.at(m_now);
        m_cues.packet(packet, clock ? clock : m_streams.newestStamp(), m_now);
    }
}

void TsMonitor::packetsLost(std::uint16_t pid)
{
    m_clock.packetsLost();
    if ((m_pids.roles(pid) & PidTable::Sections) == 0)
        return;
    if (m_tables.reads(pid))
        m_tables.packetsLost(pid);
    else
        m_cues.packetsLost(pid);
}

void TsMonitor::followTables()
{
    m_followed = m_tables.revision();
    m_pids.clearRoles();
    for (const std::uint16_t pid : {std::uint16_t(0), std::uint16_t(1), m_tables.tablePid().value_or(0)})
        m_pids.addRole(pid, PidTable::Sections);

    const StreamTable table = m_tables.table().value_or(StreamTable{});
    m_streams.follow(table, m_pids, m_flow);
    m_cues.follow(table);
    for (const std::uint16_t pid : m_cues.pids())
        m_pids.addRole(pid, PidTable::Sections);
    for (const ElementaryStream &stream : table.streams) {
        if (stream.sort == StreamSort::Video || stream.sort == StreamSort::Audio)
            m_pids.addRole(stream.pid, PidTable::Stamps);
    }
    const auto clockPid = table.clockPid == TsPacket::nullPid ? std::nullopt : std::optional(table.clockPid);
    if (clockPid)
        m_pids.addRole(*clockPid, PidTable::Clock);
    if (clockPid == m_clockPid && m_program == m_tables.program())
        return;
    m_program = m_tables.program();
    m_clockPid = clockPid;
    if (clockPid)
        m_clock.restart(m_flow);
    else
        m_clock.stop();
}

TransportSample TsMonitor::sample(std::chrono::nanoseconds interval)
{
    TransportSample sample;
    const double seconds = std::chrono::duration<double>(interval).count();
    if (seconds > 0)
        sample.rate.value = double(m_intervalBytes) * 8 / seconds;
    if (m_intervalPackets > 0)
        sample.nullShare = double(m_intervalNulls) / double(m_intervalPackets);
    sample.packets = m_packets;
    sample.continuityErrors = m_pids.continuityErrors();
    sample.syncLosses = m_syncLosses;
    sample.transportErrors = m_transportErrors;
    sample.recognised = m_synced;
    sample.streams = m_streams.take(m_pids, interval);
    sample.programs = m_tables.programs();
    sample.program = m_tables.program();
    sample.pcrJitter = m_clock.takeJitter();
    if (m_everSynced) {
        sample.errors = TransportErrors{
            .syncByte = m_syncByteErrors,
            .pat = m_tables.patErrors(),
            .pmt = m_tables.pmtErrors(),
            .pid = m_streams.missingErrors(),
            .crc = m_tables.brokenSections() + m_cues.brokenSections(),
            .pcrRepetition = m_clock.repetitionErrors(),
            .pcrDiscontinuity = m_clock.discontinuities(),
            .pcrAccuracy = m_clock.accuracyErrors(),
            .pts = m_streams.stampErrors(),
            .cat = m_tables.catErrors(),
        };
    }
    m_intervalBytes = 0;
    m_intervalPackets = 0;
    m_intervalNulls = 0;
    return sample;
}

} // namespace gantry::media
