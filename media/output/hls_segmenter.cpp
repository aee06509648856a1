#include "media/output/hls_segmenter.h"

#include <algorithm>

namespace gantry::media {
namespace {

void append(QByteArray &to, const StreamOutline::Packet &packet)
{
    to.append(reinterpret_cast<const char *>(packet.data()), qsizetype(packet.size()));
}

} // namespace

void HlsSegmenter::feed(std::span<const std::byte> packets, bool joins, Time now)
{
    const std::lock_guard lock(m_mutex);
    if (joins) {
        m_outline = StreamOutline();
        cut(m_next > 0, now);
    }
    bool begins = joins;
    for (; packets.size() >= TsPacket::size; packets = packets.subspan(TsPacket::size)) {
        StreamOutline::Packet bytes;
        std::copy_n(packets.begin(), bytes.size(), bytes.begin());
        if (bytes[0] != TsPacket::syncByte)
            continue;
        const TsPacket packet = TsPacket::of(bytes);
        m_outline.learn(packet, bytes);
        const auto age = now - m_openSince;
        if (m_open && !begins && ((age >= shortest && m_outline.isEntry(packet)) || age >= longest)) {
            cut(false, now);
            for (const StreamOutline::Packet &table : m_outline.tables())
                append(m_open->bytes, table);
            begins = true; // one cut a message is enough
        }
        if (m_open && std::size_t(m_open->bytes.size()) < mostBytes)
            append(m_open->bytes, bytes);
    }
}

void HlsSegmenter::cut(bool another, Time now)
{
    close(now);
    m_open = Segment{m_next, {}, {}, another};
    m_openSince = now;
}

// A segment without bytes is none, and no number is spent on it.
void HlsSegmenter::close(Time now)
{
    if (!m_open || m_open->bytes.isEmpty())
        return;
    m_open->length = std::min<std::chrono::duration<double>>(now - m_openSince, longest);
    m_done.push_back(*std::move(m_open));
    ++m_next;
    if (m_done.size() > kept + keptBeyond)
        forgetOldest();
}

void HlsSegmenter::forgetOldest()
{
    m_changesBefore += m_done.front().another ? 1 : 0;
    m_done.pop_front();
}

void HlsSegmenter::clear()
{
    const std::lock_guard lock(m_mutex);
    m_open.reset();
    while (!m_done.empty())
        forgetOldest();
    m_outline = StreamOutline();
}

std::optional<QByteArray> HlsSegmenter::file(const QByteArray &name) const
{
    const std::lock_guard lock(m_mutex);
    if (name == "live.m3u8")
        return m_done.empty() ? std::nullopt : std::optional(playlist());
    for (const Segment &segment : m_done) {
        if (name == QByteArray::number(qulonglong(segment.number)) + ".ts")
            return segment.bytes;
    }
    return std::nullopt;
}

QByteArray HlsSegmenter::playlist() const
{
    const std::size_t first = m_done.size() > kept ? m_done.size() - kept : 0;
    std::uint64_t changes = m_changesBefore;
    for (std::size_t i = 0; i < first; ++i)
        changes += m_done[i].another ? 1 : 0;
    QByteArray list = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:" + QByteArray::number(int(longest.count())) +
                      "\n#EXT-X-MEDIA-SEQUENCE:" + QByteArray::number(qulonglong(m_done[first].number)) +
                      "\n#EXT-X-DISCONTINUITY-SEQUENCE:" + QByteArray::number(qulonglong(changes)) + '\n';
    for (std::size_t i = first; i < m_done.size(); ++i) {
        const Segment &segment = m_done[i];
        if (segment.another)
            list += "#EXT-X-DISCONTINUITY\n";
        list += "#EXTINF:" + QByteArray::number(segment.length.count(), 'f', 3) + ",\n" +
                QByteArray::number(qulonglong(segment.number)) + ".ts\n";
    }
    return list;
}

} // namespace gantry::media
