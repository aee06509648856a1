#include "app/session/record_codec.h"

#include "app/session/record_cells.h"
#include "app/session/record_columns.h"

#include <QByteArrayList>
#include <QCoreApplication>

#include <utility>

namespace gantry {

namespace {

using cells::put;
using cells::take;

// A payload's table and the column that says which thing it is about. A kind without a line here does not compile.
template <typename T>
struct Table;
// clang-format off
template <> struct Table<LinkRecord>      { static constexpr const char *name = "link",      *key = "feed"; };
template <> struct Table<TransportRecord> { static constexpr const char *name = "transport", *key = "feed"; };
template <> struct Table<PictureRecord>   { static constexpr const char *name = "picture",   *key = "feed"; };
template <> struct Table<AudioRecord>     { static constexpr const char *name = "audio",     *key = "feed"; };
template <> struct Table<TallyRecord>     { static constexpr const char *name = "tally",     *key = "feed"; };
template <> struct Table<EncoderRecord>   { static constexpr const char *name = "encoder",   *key = "encoder"; };
template <> struct Table<AudienceRecord>  { static constexpr const char *name = "audience",  *key = "audience"; };
template <> struct Table<AlarmRecord>     { static constexpr const char *name = "alarm",     *key = "key"; };
template <> struct Table<CommandRecord>   { static constexpr const char *name = "command",   *key = "id"; };
template <> struct Table<StillRecord>     { static constexpr const char *name = "still",     *key = "feed"; };
template <> struct Table<LogRecord>       { static constexpr const char *name = "log",       *key = ""; };
template <> struct Table<NoteRecord>      { static constexpr const char *name = "note",      *key = ""; };
template <> struct Table<CueRecord>       { static constexpr const char *name = "cue",       *key = "feed"; static constexpr int since = 2; };
template <> struct Table<MatchRecord>     { static constexpr const char *name = "match",     *key = "pair"; static constexpr int since = 2; };
template <> struct Table<PlanRecord>      { static constexpr const char *name = "plan",      *key = "plan"; static constexpr int since = 4; };
template <> struct Table<ProgramRecord>   { static constexpr const char *name = "program",   *key = "feed"; static constexpr int since = 4; };
// clang-format on

// f(std::type_identity<Alternative>) for each alternative of Payload, in order.
template <typename F>
void forEachKind(const F &f)
{
    [&f]<std::size_t... index>(std::index_sequence<index...>)
    {
        (f(std::type_identity<std::variant_alternative_t<index, Payload>>{}), ...);
    }
    (std::make_index_sequence<kRecordKinds>{});
}

// ---- The three visitors of record_columns.h

class ColumnNames
{
public:
    template <typename T>
    void operator()(const char *column, T &)
    {
        m_names << column;
    }
    template <typename T, typename Describe>
    void group(const std::optional<T> &, const Describe &describe)
    {
        T part{};
        describe(*this, part);
    }
    void later(const char *column, const auto &) { m_names << column; }
    void size(const char *width, const char *height, const QSize &) { m_names << width << height; }

    const QByteArrayList &names() const { return m_names; }

private:
    QByteArrayList m_names;
};

template <typename T>
QByteArrayList columnNames()
{
    ColumnNames names;
    T payload{};
    columns::describe(names, payload);
    return names.names();
}

template <typename T, typename Describe>
int columnCount(const Describe &describe)
{
    static const int count = [&describe] {
        ColumnNames names;
        T part{};
        describe(names, part);
        return static_cast<int>(names.names().size());
    }();
    return count;
}

class RowBinder
{
public:
    RowBinder(Statement &statement, int firstParameter) : m_statement(statement), m_at(firstParameter) {}

    template <typename T>
    void operator()(const char *, const T &value)
    {
        put(m_statement, m_at++, value);
    }
    void later(const char *column, const auto &value) { (*this)(column, value); }
    template <typename T, typename Describe>
    void group(const std::optional<T> &part, const Describe &describe)
    {
        if (part) {
            describe(*this, *part);
            return;
        }
        for (int left = columnCount<T>(describe); left > 0; --left)
            m_statement.bind(m_at++, nullptr);
    }
    void size(const char *, const char *, const QSize &size)
    {
        put(m_statement, m_at++, size.width());
        put(m_statement, m_at++, size.height());
    }

private:
    Statement &m_statement;
    int m_at;
};

class RowReader
{
public:
    RowReader(const Statement &statement, int firstColumn) : m_statement(statement), m_at(firstColumn) {}

    template <typename T>
    void operator()(const char *column, T &value)
    {
        if (!take(m_statement, m_at++, value) && m_wrong == nullptr)
            m_wrong = column;
    }
    void later(const char *column, auto &value)
    {
        if (m_statement.isNull(m_at))
            ++m_at;
        else
            (*this)(column, value);
    }
    template <typename T, typename Describe>
    void group(std::optional<T> &part, const Describe &describe)
    {
        if (m_statement.isNull(m_at)) {
            part.reset();
            m_at += columnCount<T>(describe);
        } else {
            describe(*this, part.emplace());
        }
    }
    void size(const char *width, const char *height, QSize &size)
    {
        int pixels = 0;
        (*this)(width, pixels);
        size.setWidth(pixels);
        (*this)(height, pixels);
        size.setHeight(pixels);
    }

    const char *wrongColumn() const { return m_wrong; } // nullptr: all is well

private:
    const Statement &m_statement;
    int m_at;
    const char *m_wrong = nullptr;
};

constexpr int kSpineColumns = 3; // number, utc_us, elapsed_us in every SELECT

SessionError unreadable(const char *table, RecordNumber number, const char *column)
{
    SessionError error;
    error.kind = SessionError::Kind::Corrupt;
    error.tried = QCoreApplication::translate("session", "Read record %1").arg(number);
    error.subject = QStringLiteral("%1.%2").arg(QLatin1StringView(table), QLatin1StringView(column));
    error.advice = QCoreApplication::translate("session", "The record is left out; all others are shown.");
    return error;
}

template <typename T>
void readRow(const Statement &statement, const RecordSelector::Sink &sink)
{
    Record record;
    T payload{};
    RowReader row(statement, 0);
    row("number", record.number);
    row("utc_us", record.at.utc);
    row("elapsed_us", record.at.elapsed);
    RowReader rest(statement, kSpineColumns);
    columns::describe(rest, payload);
    const char *wrong = row.wrongColumn() != nullptr ? row.wrongColumn() : rest.wrongColumn();
    if (wrong != nullptr) {
        sink.unreadable(record.number, unreadable(Table<T>::name, record.number, wrong));
        return;
    }
    record.payload = std::move(payload);
    sink.record(std::move(record));
}

void readRow(std::size_t kind, const Statement &statement, const RecordSelector::Sink &sink)
{
    using Read = void (*)(const Statement &, const RecordSelector::Sink &);
    static const std::vector<Read> readers = [] {
        std::vector<Read> all;
        forEachKind([&all]<typename T>(std::type_identity<T>) { all.push_back(&readRow<T>); });
        return all;
    }();
    readers[kind](statement, sink);
}

SessionResult<QByteArrayList> storedColumns(Database &database, const QByteArray &table)
{
    SessionResult<Statement> statement = database.prepare("SELECT name FROM pragma_table_info('" + table + "')");
    if (!statement)
        return tl::unexpected(statement.error());
    QByteArrayList names;
    for (;;) {
        const SessionResult<bool> row = statement->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return names;
        names << statement->text(0).toUtf8();
    }
}

// A file of an earlier version has fewer columns and tables: what it could not know reads as not known.
QByteArray selection(const QByteArray &table, const QByteArrayList &wanted, const QByteArrayList &stored)
{
    if (stored.isEmpty())
        return "SELECT NULL WHERE FALSE AND (?1 IS ?2 IS ?3)";
    QByteArrayList columns;
    for (const QByteArray &name : wanted)
        columns << (stored.contains(name) ? "p." + name : QByteArray("NULL"));
    // CROSS JOIN holds SQLite to this order: the few rows of one kind, then their places on the spine.
    return "SELECT p.number, r.utc_us, r.elapsed_us, " + columns.join(", ") + " FROM " + table +
           " p CROSS JOIN record r ON r.number = p.number AND r.kind = '" + table +
           "' WHERE p.number BETWEEN ?1 AND ?2 ORDER BY p.number LIMIT ?3";
}

} // namespace

const char *recordTable(std::size_t kind)
{
    static const std::vector<const char *> tables = [] {
        std::vector<const char *> all;
        forEachKind([&all]<typename T>(std::type_identity<T>) { all.push_back(Table<T>::name); });
        return all;
    }();
    return tables[kind];
}

const char *recordKeyColumn(std::size_t kind)
{
    static const std::vector<const char *> keys = [] {
        std::vector<const char *> all;
        forEachKind([&all]<typename T>(std::type_identity<T>) { all.push_back(Table<T>::key); });
        return all;
    }();
    return keys[kind];
}

int recordTableSince(std::size_t kind)
{
    static const std::vector<int> versions = [] {
        std::vector<int> all;
        forEachKind([&all]<typename T>(std::type_identity<T>) {
            if constexpr (requires { Table<T>::since; })
                all.push_back(Table<T>::since);
            else
                all.push_back(1);
        });
        return all;
    }();
    return versions[kind];
}

SessionResult<RecordInserter> RecordInserter::prepare(Database &database)
{
    RecordInserter inserter;
    std::vector<QByteArray> sql{"INSERT INTO record (number, utc_us, elapsed_us, kind) VALUES (?, ?, ?, ?)"};
    forEachKind([&sql]<typename T>(std::type_identity<T>) {
        const QByteArrayList names = columnNames<T>();
        sql.push_back(QByteArray("INSERT INTO ") + Table<T>::name + " (number, " + names.join(", ") + ") VALUES (?" +
                      QByteArray(", ?").repeated(names.size()) + ')');
    });
    for (const QByteArray &one : sql) {
        SessionResult<Statement> statement = database.prepare(one);
        if (!statement)
            return tl::unexpected(statement.error());
        (inserter.m_spine.empty() ? inserter.m_spine : inserter.m_payload).push_back(std::move(*statement));
    }
    return inserter;
}

SessionResult<void> RecordInserter::insert(const Record &record)
{
    // The payload first: when SQLite does not take it the spine must not name it.
    Statement &statement = m_payload[record.payload.index()];
    statement.bind(1, std::int64_t(record.number));
    RowBinder row(statement, 2);
    std::visit([&row](const auto &payload) { columns::describe(row, payload); }, record.payload);
    if (SessionResult<void> inserted = statement.run(); !inserted)
        return inserted;

    Statement &spine = m_spine.front();
    put(spine, 1, record.number);
    put(spine, 2, record.at.utc);
    put(spine, 3, record.at.elapsed);
    spine.bind(4, recordTable(record.payload.index()));
    return spine.run();
}

SessionResult<RecordSelector> RecordSelector::prepare(Database &database)
{
    RecordSelector selector;
    std::vector<QByteArray> sql;
    SessionResult<void> known;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        const auto columns = storedColumns(database, Table<T>::name);
        if (columns)
            sql.push_back(selection(Table<T>::name, columnNames<T>(), *columns));
        else
            known = tl::unexpected(columns.error());
    });
    if (!known)
        return tl::unexpected(known.error());
    for (const QByteArray &one : sql) {
        SessionResult<Statement> statement = database.prepare(one);
        if (!statement)
            return tl::unexpected(statement.error());
        selector.m_kinds.push_back(std::move(*statement));
    }
    return selector;
}

SessionResult<void> RecordSelector::select(std::size_t kind, RecordNumber first, RecordNumber last, std::int64_t limit,
                                           const Sink &sink)
{
    Statement &statement = m_kinds[kind];
    statement.reset();
    statement.bind(1, std::int64_t(first));
    statement.bind(2, std::int64_t(last));
    statement.bind(3, limit);
    for (;;) {
        const SessionResult<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        readRow(kind, statement, sink);
    }
}

} // namespace gantry
