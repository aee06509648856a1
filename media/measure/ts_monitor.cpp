#include "media/measure/ts_monitor.h"

namespace gantry::media {
namespace {

constexpr std::byte syncByte{0x47};
constexpr std::size_t syncRun = 5; // packets in a row to call it a transport stream
constexpr unsigned wrongRun = 2;   // wrong sync bytes in a row to give up on it
constexpr std::uint16_t nullPid = 0x1fff;
constexpr std::size_t span5 = (syncRun - 1) * TsMonitor::packetSize + 1;

} // namespace

TsMonitor::TsMonitor()
{
    m_rest.reserve(4096);
}

void TsMonitor::feed(std::span<const std::byte> bytes)
{
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

// How many bytes cannot begin the first of five packets in a row. Sets m_synced when they are found.
std::size_t TsMonitor::findSync(std::span<const std::byte> bytes)
{
    std::size_t at = 0;
    for (; at + span5 <= bytes.size(); ++at) {
        bool all = true;
        for (std::size_t i = 0; i < syncRun && all; ++i)
            all = bytes[at + i * packetSize] == syncByte;
        if (all) {
            m_synced = true;
            m_wrongSyncBytes = 0;
            m_counters.fill({}); // what was before the gap says nothing about what follows
            m_pat.reset();
            m_pmt.reset();
            // At least one byte must be reported as used for the caller to go on; the packets stay for consume().
            return at == 0 ? consume(bytes) : at;
        }
    }
    return at;
}

std::size_t TsMonitor::consume(std::span<const std::byte> bytes)
{
    std::size_t used = 0;
    while (used + packetSize <= bytes.size()) {
        if (bytes[used] != syncByte) {
            if (++m_wrongSyncBytes >= wrongRun) {
                m_synced = false;
                ++m_syncLosses;
                return used;
            }
        } else {
            m_wrongSyncBytes = 0;
            packet(bytes.subspan(used, packetSize));
        }
        used += packetSize;
    }
    return used;
}

void TsMonitor::packet(std::span<const std::byte> packet)
{
    ++m_packets;
    ++m_intervalPackets;
    const unsigned second = unsigned(packet[1]);
    const auto pid = std::uint16_t(((second & 0x1fU) << 8) | unsigned(packet[2]));
    if (second & 0x80U) { // transport_error_indicator: nothing else in this packet can be trusted
        ++m_transportErrors;
        return;
    }
    if (pid == nullPid) {
        ++m_intervalNulls;
        return;
    }
    const unsigned fourth = unsigned(packet[3]);
    const unsigned control = (fourth >> 4) & 3U;
    if (control == 0) // reserved; decoders discard such packets (13818-1, 2.4.3.3)
        return;
    bool payload = (control & 1U) != 0;
    bool discontinuity = false;
    std::size_t begin = 4;
    if (control & 2U) {
        const std::size_t length = std::size_t(packet[4]);
        begin = 5 + length;
        if (begin > packetSize)
            payload = false; // malformed: the field would end outside the packet
        else if (length > 0)
            discontinuity = (packet[5] & std::byte{0x80}) != std::byte{};
    }
    checkContinuity(pid, std::uint8_t(fourth & 0x0fU), payload, discontinuity);
    if (payload && begin < packetSize && (fourth & 0xc0U) == 0)
        table(pid, packet.subspan(begin), (second & 0x40U) != 0);
}

// 13818-1, 2.4.3.3: counts packets with payload; a packet may be sent twice, not three times; a marked discontinuity is
// not an error.
void TsMonitor::checkContinuity(std::uint16_t pid, std::uint8_t counter, bool payload, bool discontinuity)
{
    Counter &last = m_counters[pid];
    if (last.value == 0xff || discontinuity) {
        last = {counter, false};
        return;
    }
    if (!payload) {
        if (counter != last.value)
            ++m_continuityErrors;
        last = {counter, false};
        return;
    }
    if (counter == last.value) {
        if (last.duplicated)
            ++m_continuityErrors;
        last.duplicated = true;
        return;
    }
    if (counter != ((last.value + 1U) & 0x0fU))
        ++m_continuityErrors;
    last = {counter, false};
}

void TsMonitor::table(std::uint16_t pid, std::span<const std::byte> payload, bool unitStart)
{
    if (pid == 0) {
        m_pat.feed(payload, unitStart, [this](std::span<const std::byte> section) {
            const auto programs = programTable(section);
            if (!programs || programs->empty() || programs->front().tablePid == m_pmtPid)
                return;
            m_pmtPid = programs->front().tablePid;
            m_pmt.reset();
        });
    } else if (m_pmtPid && pid == *m_pmtPid) {
        m_pmt.feed(payload, unitStart, [this](std::span<const std::byte> section) {
            if (auto found = streamTable(section)) {
                m_table = std::move(*found);
                m_tableKnown = true;
            }
        });
    }
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
    sample.continuityErrors = m_continuityErrors;
    sample.syncLosses = m_syncLosses;
    sample.transportErrors = m_transportErrors;
    sample.recognised = m_synced;
    for (const ElementaryStream &stream : m_table.streams)
        sample.streams.push_back({stream.pid, stream.codec});
    m_intervalBytes = 0;
    m_intervalPackets = 0;
    m_intervalNulls = 0;
    return sample;
}

} // namespace gantry::media
