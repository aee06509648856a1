#include "app/session/session_salvage.h"

#include "app/session/record_codec.h"
#include "app/session/session_schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <limits>

namespace gantry {

namespace {

constexpr RecordNumber kHighest = std::numeric_limits<RecordNumber>::max() / 2;
constexpr RecordNumber kFarthestProbe = RecordNumber(1) << 40; // no session has as many records
constexpr int kMostHoles = 10'000;
constexpr std::int64_t kRecordsPerTransaction = 50'000;

class Salvage
{
public:
    Salvage(RecordSelector from, RecordInserter to, Database &copy)
        : m_from(std::move(from)), m_to(std::move(to)), m_copy(copy)
    {
    }

    // All readable records of one kind. A page that cannot be read is a hole: look for the next row behind it.
    SessionResult<void> copyKind(std::size_t kind)
    {
        RecordNumber next = 1;
        for (int holes = 0; holes < kMostHoles; ++holes) {
            RecordNumber last = next - 1;
            std::optional<SessionError> writeError;
            const RecordSelector::Sink sink{
                [&](const Record &record) {
                    if (record.number <= last || writeError)
                        return; // a broken page may say anything
                    last = record.number;
                    if (const SessionResult<void> kept = keep(record); !kept)
                        writeError = kept.error();
                },
                [&last](RecordNumber number, const SessionError &) { last = std::max(last, number); }};
            const SessionResult<void> read = m_from.select(kind, next, kHighest, -1, sink);
            if (writeError)
                return tl::unexpected(*writeError);
            if (read)
                return {};
            const std::optional<RecordNumber> behind = firstBehind(kind, last + 1);
            if (!behind)
                return {};
            next = *behind;
        }
        return {};
    }

    std::int64_t recovered() const { return m_recovered; }
    RecordNumber highest() const { return m_highest; }

private:
    SessionResult<void> keep(const Record &record)
    {
        const SessionResult<void> inserted = m_to.insert(record);
        if (!inserted && inserted.error().kind == SessionError::Kind::Refused)
            return {}; // the same number twice: the first one stands
        if (!inserted)
            return inserted;
        ++m_recovered;
        m_highest = std::max(m_highest, record.number);
        if (m_recovered % kRecordsPerTransaction == 0)
            return m_copy.execute("COMMIT; BEGIN");
        return {};
    }

    bool isReadableFrom(std::size_t kind, RecordNumber number)
    {
        const RecordSelector::Sink nothing{[](const Record &) {}, [](RecordNumber, const SessionError &) {}};
        return m_from.select(kind, number, kHighest, 1, nothing).has_value();
    }

    // Steps that double until something can be read, then halves the last step: finds the edge of the hole.
    std::optional<RecordNumber> firstBehind(std::size_t kind, RecordNumber bad)
    {
        RecordNumber step = 1;
        while (!isReadableFrom(kind, bad + step)) {
            step *= 2;
            if (step > kFarthestProbe)
                return std::nullopt;
        }
        RecordNumber low = bad + step / 2;
        RecordNumber high = bad + step;
        while (high - low > 1) {
            const RecordNumber middle = low + (high - low) / 2;
            (isReadableFrom(kind, middle) ? high : low) = middle;
        }
        return high;
    }

    RecordSelector m_from;
    RecordInserter m_to;
    Database &m_copy;
    std::int64_t m_recovered = 0;
    RecordNumber m_highest = 0;
};

// Small tables are copied value by value until the first row that cannot be read.
void copyTable(Database &from, Database &to, const QByteArray &table, const QByteArray &columns, int columnCount)
{
    SessionResult<Statement> read = from.prepare("SELECT " + columns + " FROM " + table);
    SessionResult<Statement> insert = to.prepare("INSERT INTO " + table + " (" + columns + ") VALUES (?" +
                                                 QByteArray(", ?").repeated(columnCount - 1) + ')');
    if (!read || !insert)
        return;
    for (SessionResult<bool> row = read->step(); row && *row; row = read->step()) {
        for (int column = 0; column < columnCount; ++column) {
            if (read->type(column) == Statement::Type::Integer)
                insert->bind(column + 1, read->integer(column));
            else
                insert->bind(column + 1, read->text(column));
        }
        if (!insert->run())
            return;
    }
}

std::int64_t knownLost(Database &copy, RecordNumber highest, std::int64_t recovered)
{
    const auto neverThere = copy.integer("SELECT coalesce(sum(missing), 0) FROM gap");
    return std::max<std::int64_t>(0, highest - recovered - neverThere.value_or(0));
}

Instant lastInstant(Database &copy)
{
    SessionResult<Statement> last = copy.prepare("SELECT utc_us, elapsed_us FROM record ORDER BY number DESC LIMIT 1");
    Instant at;
    if (!last)
        return at;
    if (const SessionResult<bool> row = last->step(); row && *row) {
        at.utc = std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(last->integer(0)));
        at.elapsed = std::chrono::microseconds(last->integer(1));
    }
    return at;
}

// SQLite takes a page that is cut off for one that ends in zeros, and would show rows that nobody wrote. A copy without
// it; its name, or empty when the file ends with a page (or the copy cannot be made, and the rows are the lesser evil).
QString copyInWholePages(const QString &path, const QTemporaryDir &folder)
{
    constexpr qint64 kPageSizeAt = 16; // https://www.sqlite.org/fileformat.html#page_size
    constexpr qint64 kBlock = 1024 * 1024;
    QFile file(path);
    if (!folder.isValid() || !file.open(QIODevice::ReadOnly) || !file.seek(kPageSizeAt))
        return {};
    const QByteArray size = file.read(2);
    const qint64 stored = size.size() == 2 ? qFromBigEndian<quint16>(size.constData()) : 0;
    const qint64 page = stored == 1 ? 65536 : stored;
    if (page < 512 || file.size() % page == 0)
        return {};
    const QString name = folder.filePath(QStringLiteral("whole-pages"));
    QFile copy(name);
    bool isCopied = file.seek(0) && copy.open(QIODevice::WriteOnly);
    for (qint64 left = file.size() - file.size() % page; isCopied && left > 0;) {
        const QByteArray block = file.read(std::min(left, kBlock));
        isCopied = !block.isEmpty() && copy.write(block) == block.size();
        left -= block.size();
    }
    copy.close();
    if (!isCopied)
        return {};
    QFile::copy(path + QStringLiteral("-wal"), name + QStringLiteral("-wal")); // when there is one
    return name;
}

} // namespace

SessionResult<SalvagedSession> salvageSession(const QString &path)
{
    const QTemporaryDir folder;
    const QString wholePages = copyInWholePages(path, folder);
    SessionResult<Database> damaged =
        Database::open(wholePages.isEmpty() ? path : wholePages, Database::Access::Salvage);
    if (!damaged)
        return tl::unexpected(damaged.error());
    SessionResult<RecordSelector> selector = RecordSelector::prepare(*damaged);
    if (!selector)
        return tl::unexpected(selector.error());

    SessionResult<Database> copy = Database::open({}, Database::Access::Scratch);
    if (!copy)
        return tl::unexpected(copy.error());
    if (const SessionResult<void> made = createSessionSchema(*copy); !made)
        return tl::unexpected(made.error());
    SessionResult<RecordInserter> inserter = RecordInserter::prepare(*copy);
    if (!inserter)
        return tl::unexpected(inserter.error());

    if (const SessionResult<void> begun = copy->execute("BEGIN"); !begun)
        return tl::unexpected(begun.error());
    copyTable(*damaged, *copy, "session", "id, show_name, show_json, program_version, host, started_utc_us", 6);
    copyTable(*damaged, *copy, "session_end", "id, ended_utc_us, last_number", 3);
    copyTable(*damaged, *copy, "gap", "first, last, missing, reason", 4);
    Salvage salvage(std::move(*selector), std::move(*inserter), *copy);
    for (std::size_t kind = 0; kind < kRecordKinds; ++kind) {
        if (const SessionResult<void> copied = salvage.copyKind(kind); !copied)
            return tl::unexpected(copied.error());
    }
    if (const SessionResult<void> committed = copy->execute("COMMIT"); !committed)
        return tl::unexpected(committed.error());

    const RecordNumber expected =
        std::max(salvage.highest(), copy->integer("SELECT max(last_number) FROM session_end").value_or(0));
    const std::int64_t lost = knownLost(*copy, expected, salvage.recovered());
    const Instant last = lastInstant(*copy);
    return SalvagedSession{std::move(*copy), salvage.recovered(), lost, last};
}

} // namespace gantry
