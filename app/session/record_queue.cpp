#include "app/session/record_queue.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <utility>

namespace gantry {

namespace {

bool isProviderSample(const Record &record)
{
    return std::holds_alternative<EncoderRecord>(record.payload) ||
           std::holds_alternative<AudienceRecord>(record.payload);
}

qsizetype stillBytes(const Record &record)
{
    const auto *still = std::get_if<StillRecord>(&record.payload);
    return still != nullptr ? still->jpeg.size() : 0;
}

// What the record is about; only for records that may be thinned.
QString thingOf(const Record &record)
{
    return std::visit(
        [](const auto &payload) {
            if constexpr (requires { payload.feed; })
                return payload.feed.text;
            else if constexpr (requires { payload.pair; })
                return payload.pair.text;
            else if constexpr (requires { payload.audience; })
                return payload.audience.text;
            else if constexpr (requires { payload.encoder; })
                return payload.encoder.text;
            else
                return QString();
        },
        record.payload);
}

void widen(RecordGap &gap, const RecordGap &other)
{
    if (other.missing == 0)
        return;
    gap.first = gap.missing == 0 ? other.first : std::min(gap.first, other.first);
    gap.last = std::max(gap.last, other.last);
    gap.missing += other.missing;
}

} // namespace

bool isTelemetry(const Record &record)
{
    return std::holds_alternative<LinkRecord>(record.payload) ||
           std::holds_alternative<TransportRecord>(record.payload) ||
           std::holds_alternative<PictureRecord>(record.payload) ||
           std::holds_alternative<AudioRecord>(record.payload) || std::holds_alternative<MatchRecord>(record.payload) ||
           std::holds_alternative<ProgramRecord>(record.payload) || std::holds_alternative<StillRecord>(record.payload);
}

RecordQueue::RecordQueue(std::size_t mostRecords, qsizetype mostStillBytes)
    : m_mostRecords(mostRecords), m_mostStillBytes(mostStillBytes)
{
}

void RecordQueue::push(const Record &record)
{
    m_stillBytes += stillBytes(record);
    m_records.push_back(record);
    if (m_stillBytes > m_mostStillBytes)
        thinStills();
    if (m_records.size() > m_mostRecords)
        thin();
}

void RecordQueue::append(RecordQueue &&other)
{
    std::move(other.m_records.begin(), other.m_records.end(), std::back_inserter(m_records));
    other.m_records.clear();
    m_stillBytes += std::exchange(other.m_stillBytes, 0);
    m_dropped += std::exchange(other.m_dropped, 0);
    widen(m_gap, std::exchange(other.m_gap, {}));
    if (m_stillBytes > m_mostStillBytes)
        thinStills();
    if (m_records.size() > m_mostRecords)
        thin();
}

void RecordQueue::forgetWritten(bool telemetryToo)
{
    if (telemetryToo) {
        m_records.clear();
        m_stillBytes = 0;
        return;
    }
    std::erase_if(m_records, [](const Record &record) { return !isTelemetry(record); });
}

void RecordQueue::forget(RecordNumber number)
{
    const auto record = std::find_if(m_records.begin(), m_records.end(),
                                     [number](const Record &waiting) { return waiting.number == number; });
    if (record == m_records.end())
        return;
    drop(*record);
    m_records.erase(record);
}

void RecordQueue::drop(const Record &record)
{
    ++m_dropped;
    m_stillBytes -= stillBytes(record);
    widen(m_gap, {record.number, record.number, 1});
}

// Every second sample of each thing goes, the newest always stays, until a quarter of the room is free: telemetry
// first, then what providers said. The rest is never touched; it is what people ask about afterwards.
void RecordQueue::thin()
{
    const std::size_t enough = m_mostRecords - m_mostRecords / 4;
    for (const auto mayGo : {&isTelemetry, &isProviderSample}) {
        std::size_t before = m_records.size() + 1;
        while (m_records.size() > enough && m_records.size() < before) {
            before = m_records.size();
            QHash<std::pair<std::size_t, QString>, bool> dropNext;
            std::deque<Record> kept;
            for (auto record = m_records.rbegin(); record != m_records.rend(); ++record) {
                if (mayGo(*record)) {
                    bool &drops = dropNext[{record->payload.index(), thingOf(*record)}];
                    if (std::exchange(drops, !drops)) {
                        drop(*record);
                        continue;
                    }
                }
                kept.push_front(std::move(*record));
            }
            m_records = std::move(kept);
        }
    }
}

void RecordQueue::thinStills()
{
    const qsizetype enough = m_mostStillBytes - m_mostStillBytes / 4;
    std::erase_if(m_records, [this, enough](const Record &record) {
        const bool goes = m_stillBytes > enough && stillBytes(record) > 0;
        if (goes)
            drop(record);
        return goes;
    });
}

} // namespace gantry
