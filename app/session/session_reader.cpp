#include "app/session/session_reader.h"

#include "app/session/session_store.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace gantry {

namespace {

using std::chrono::microseconds;

constexpr qsizetype kMostAtOnce = 1'000'000;

std::int64_t count(microseconds elapsed)
{
    return elapsed.count();
}

template <typename T>
constexpr std::size_t kindOf()
{
    return Payload(std::in_place_type<T>).index();
}

void sortByNumber(RecordBatch &batch)
{
    const auto isBefore = [](const Record &a, const Record &b) { return a.number < b.number; };
    if (!std::is_sorted(batch.cbegin(), batch.cend(), isBefore))
        std::sort(batch.begin(), batch.end(), isBefore);
}

// Kinds of which stateAt() brings everything within kHistory.
bool isCharted(std::size_t kind)
{
    return kind == kindOf<LinkRecord>() || kind == kindOf<EncoderRecord>() || kind == kindOf<AudienceRecord>() ||
           kind == kindOf<MatchRecord>() || kind == kindOf<CueRecord>() || kind == kindOf<AlarmRecord>() ||
           kind == kindOf<CommandRecord>() || kind == kindOf<NoteRecord>();
}

// Of each feed the first sound record of every whole second: what charts show of it. From ?2 microseconds on, up to ?1.
QByteArray soundOfEachSecond()
{
    return "SELECT min(p.number) FROM record r CROSS JOIN audio p ON p.number = r.number WHERE r.elapsed_us >= ?2 AND "
           "r.number <= ?1 AND r.kind = 'audio' GROUP BY p.feed, r.elapsed_us / 1000000";
}

// The newest record of each thing up to ?1. The recursive part goes from one name to the next by the index, so that it
// costs a few look-ups a name and not a walk over the table.
QByteArray newestOfEach(std::size_t kind)
{
    const QByteArray sql = "WITH RECURSIVE thing(name) AS (SELECT min(%key) FROM %table UNION ALL "
                           "SELECT (SELECT min(%key) FROM %table WHERE %key > thing.name) FROM thing "
                           "WHERE thing.name IS NOT NULL) "
                           "SELECT (SELECT number FROM %table WHERE %key = thing.name AND number <= ?1 "
                           "ORDER BY number DESC LIMIT 1) FROM thing WHERE thing.name IS NOT NULL";
    return QByteArray(sql).replace("%key", recordKeyColumn(kind)).replace("%table", recordTable(kind));
}

QByteArray olderThanHistory(std::size_t kind)
{
    if (kind == kindOf<NoteRecord>())
        return {};
    if (kind == kindOf<LogRecord>())
        return "SELECT number FROM log WHERE number <= ?1 ORDER BY number DESC LIMIT 1";
    if (kind == kindOf<AlarmRecord>())
        return "SELECT number FROM alarm WHERE state <> 'normal' AND number IN (" + newestOfEach(kind) + ')';
    if (kind == kindOf<CommandRecord>()) {
        // A command with a step in the history comes whole, or it would seem to have begun there.
        return "SELECT number FROM command WHERE number <= ?1 AND (id IN (SELECT id FROM command WHERE number <= ?1 "
               "GROUP BY id ORDER BY min(number) DESC LIMIT " +
               QByteArray::number(kCommandsKept) +
               ") OR id IN (SELECT id FROM command WHERE number BETWEEN ?2 AND ?1))";
    }
    if (kind == kindOf<PlanRecord>()) {
        return "SELECT * FROM (SELECT number FROM plan WHERE number <= ?1 AND change <> 'sight' ORDER BY number DESC "
               "LIMIT " +
               QByteArray::number(kPlanStepsKept) + ") UNION SELECT * FROM (" + newestOfEach(kind) + ')';
    }
    return newestOfEach(kind);
}

// The last record that had happened by then; 0 when none had.
RecordNumber lastNumberAt(SessionStore &store, microseconds elapsed)
{
    return store.number(
        "SELECT number FROM record WHERE elapsed_us <= ?1 ORDER BY elapsed_us DESC, number DESC LIMIT 1",
        {count(elapsed)}, 0);
}

RecordBatch readRange(SessionStore &store, RecordNumber first, RecordNumber last)
{
    RecordBatch batch;
    if (first > last)
        return batch;
    for (std::size_t kind = 0; kind < kRecordKinds; ++kind)
        store.read(kind, first, last, batch);
    sortByNumber(batch);
    return batch;
}

} // namespace

SessionReader::SessionReader(std::unique_ptr<SessionStore> store) : m_store(std::move(store)) {}

SessionReader::~SessionReader() = default;

SessionResult<std::unique_ptr<SessionReader>> SessionReader::open(const QString &path)
{
    SessionResult<std::unique_ptr<SessionStore>> store = SessionStore::open(path);
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<SessionReader>(new SessionReader(std::move(*store)));
}

const SessionHeader &SessionReader::header() const
{
    return m_store->header();
}

SessionSpan SessionReader::span() const
{
    return {m_store->begin(), m_store->end()};
}

bool SessionReader::endedCleanly() const
{
    return m_store->endedCleanly();
}

QString SessionReader::damage() const
{
    return m_store->damage();
}

RecordBatch SessionReader::records(microseconds fromExclusive, microseconds toInclusive, qsizetype limit)
{
    const RecordNumber first =
        m_store->number("SELECT number FROM record WHERE elapsed_us > ?1 ORDER BY elapsed_us, number LIMIT 1",
                        {count(fromExclusive)}, std::numeric_limits<RecordNumber>::max());
    RecordNumber last = lastNumberAt(*m_store, toInclusive);
    if (first > last)
        return {};
    // Numbers count up by one, so that the limit is a number; behind a gap the piece is shorter.
    const RecordNumber most = std::clamp<qsizetype>(limit, 1, kMostAtOnce);
    if (last - first >= most) {
        const std::int64_t cut =
            m_store->number("SELECT elapsed_us FROM record WHERE number >= ?1 ORDER BY number LIMIT 1",
                            {first + most - 1}, count(toInclusive));
        last = std::min(last, lastNumberAt(*m_store, microseconds(cut)));
    }
    return readRange(*m_store, first, last);
}

RecordBatch SessionReader::recordsAfter(RecordNumber number, qsizetype limit)
{
    // A stretch may hold only records that make no sense; then go on behind it, so that empty means the end.
    for (RecordNumber after = number;;) {
        const std::vector<RecordNumber> next =
            m_store->numbers("SELECT number FROM record WHERE number > ?1 ORDER BY number LIMIT ?2",
                             {after, std::int64_t(std::clamp<qsizetype>(limit, 1, kMostAtOnce))});
        if (next.empty())
            return {};
        RecordBatch batch = readRange(*m_store, next.front(), next.back());
        if (!batch.isEmpty())
            return batch;
        after = next.back();
    }
}

// Besides the newest of each feed, which are in the batch already.
void SessionReader::addSounds(microseconds elapsed, RecordNumber last, RecordBatch &batch)
{
    QSet<RecordNumber> there;
    for (const Record &record : std::as_const(batch))
        if (std::holds_alternative<AudioRecord>(record.payload))
            there.insert(record.number);
    const auto from = std::chrono::floor<std::chrono::seconds>(elapsed - kHistory);
    for (const RecordNumber number : m_store->numbers(soundOfEachSecond(), {last, count(from)}))
        if (!there.contains(number))
            m_store->read(kindOf<AudioRecord>(), number, number, batch);
}

RecordBatch SessionReader::stateAt(microseconds elapsed)
{
    const RecordNumber last = lastNumberAt(*m_store, elapsed);
    RecordBatch batch;
    if (last == 0)
        return batch;
    const RecordNumber history =
        m_store->number("SELECT number FROM record WHERE elapsed_us >= ?1 ORDER BY elapsed_us, number LIMIT 1",
                        {count(elapsed - kHistory)}, last + 1);
    for (std::size_t kind = 0; kind < kRecordKinds; ++kind) {
        if (!m_store->has(kind))
            continue;
        const bool charted = isCharted(kind);
        if (const QByteArray sql = olderThanHistory(kind); !sql.isEmpty()) {
            const std::vector<RecordNumber> newest = kind == kindOf<CommandRecord>()
                                                         ? m_store->numbers(sql, {last, history})
                                                         : m_store->numbers(sql, {last});
            for (const RecordNumber number : newest) {
                if (!charted || number < history)
                    m_store->read(kind, number, number, batch);
            }
        }
        if (charted && history <= last)
            m_store->read(kind, history, last, batch);
        if (kind == kindOf<AudioRecord>())
            addSounds(elapsed, last, batch);
    }
    sortByNumber(batch);
    return batch;
}

std::vector<SessionMark> SessionReader::marks()
{
    RecordBatch batch;
    constexpr RecordNumber kEnd = std::numeric_limits<RecordNumber>::max();
    for (const std::size_t kind :
         {kindOf<AlarmRecord>(), kindOf<CommandRecord>(), kindOf<PlanRecord>(), kindOf<NoteRecord>()})
        m_store->read(kind, 0, kEnd, batch);
    sortByNumber(batch);
    std::vector<SessionMark> marks;
    for (const Record &record : batch) {
        if (std::optional<SessionMark> mark = markOf(record))
            marks.push_back(std::move(*mark));
    }
    return marks;
}

std::optional<Record> SessionReader::still(const FeedId &feed, microseconds elapsed)
{
    const RecordNumber newest =
        m_store->number("SELECT number FROM still WHERE feed = ?2 AND number <= ?1 ORDER BY number DESC LIMIT 1",
                        {lastNumberAt(*m_store, elapsed), feed.text}, 0);
    RecordBatch batch;
    if (newest > 0)
        m_store->read(kindOf<StillRecord>(), newest, newest, batch);
    if (batch.isEmpty())
        return std::nullopt;
    return batch.front();
}

Instant SessionReader::instantAt(microseconds elapsed)
{
    Instant anchor = m_store->begin();
    m_store->query(
        "SELECT utc_us, elapsed_us FROM record WHERE number = ?1", {lastNumberAt(*m_store, elapsed)}, [] {},
        [&anchor](const Statement &row) {
            anchor.utc = std::chrono::sys_time<microseconds>(microseconds(row.integer(0)));
            anchor.elapsed = microseconds(row.integer(1));
        });
    return {anchor.utc + (elapsed - anchor.elapsed), elapsed};
}

// A session that ended without goodbye lacks the buckets that were still open, a salvaged one lacks all.
const std::vector<NamedBucket> &SessionReader::unrolled()
{
    if (m_unrolled)
        return *m_unrolled;
    Rollup rollup;
    const std::int64_t newest = m_store->number("SELECT max(start_us) FROM rollup", {}, -1);
    const microseconds from = newest < 0 ? microseconds(0) : microseconds(newest) + kRollupStep;
    RecordNumber after =
        m_store->number("SELECT number FROM record WHERE elapsed_us >= ?1 ORDER BY elapsed_us, number LIMIT 1",
                        {count(from)}, std::numeric_limits<RecordNumber>::max()) -
        1;
    for (RecordBatch batch = recordsAfter(after); !batch.isEmpty(); batch = recordsAfter(after)) {
        for (const Record &record : std::as_const(batch))
            rollup.add(record);
        after = batch.constLast().number;
    }
    return m_unrolled.emplace(rollup.takeAll());
}

std::vector<RollupBucket> SessionReader::rollup(const QString &series, microseconds from, microseconds to)
{
    std::vector<RollupBucket> buckets;
    m_store->query(
        "SELECT start_us, lowest, highest, samples FROM rollup WHERE series = ?1 AND start_us > ?2 AND start_us "
        "<= ?3 ORDER BY start_us",
        {series, count(from - kRollupStep), count(to)}, [&buckets] { buckets.clear(); },
        [&buckets](const Statement &row) {
            buckets.push_back({microseconds(row.integer(0)), row.real(1), row.real(2), row.integer(3)});
        });
    for (const NamedBucket &named : unrolled()) {
        const RollupBucket &bucket = named.bucket;
        if (named.series == series && bucket.start > from - kRollupStep && bucket.start <= to)
            buckets.push_back(bucket);
    }
    return buckets;
}

QStringList SessionReader::rollupSeriesNames()
{
    QStringList names;
    m_store->query(
        "WITH RECURSIVE each(name) AS (SELECT min(series) FROM rollup UNION ALL SELECT (SELECT min(series) FROM "
        "rollup WHERE series > each.name) FROM each WHERE each.name IS NOT NULL) SELECT name FROM each WHERE "
        "name IS NOT NULL",
        {}, [&names] { names.clear(); }, [&names](const Statement &row) { names << row.text(0); });
    for (const NamedBucket &named : unrolled()) {
        if (!names.contains(named.series))
            names << named.series;
    }
    names.sort();
    return names;
}

} // namespace gantry
