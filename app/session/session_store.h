#pragma once
// A session file opened for reading: checks what it is, and goes over to a salvaged copy when it turns out to be
// damaged.

#include "app/session/record_codec.h"
#include "app/session/session_header.h"

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <variant>
#include <vector>

namespace gantry {

class SessionStore
{
public:
    using Argument = std::variant<std::int64_t, QString>;
    using RowTaker = std::function<void(const Statement &)>;

    static SessionResult<std::unique_ptr<SessionStore>> open(const QString &path);

    const SessionHeader &header() const { return m_header; }
    Instant begin() const { return m_begin; }
    Instant end() const { return m_end; }
    bool endedCleanly() const { return m_endedCleanly; }
    QString damage() const;

    // Runs `sql` with these arguments. What cannot be read is told by damage(); the rows before it have been taken, so
    // `restart` empties whatever they were put into when the file is gone through a second time.
    void query(const QByteArray &sql, std::initializer_list<Argument> arguments, const std::function<void()> &restart,
               const RowTaker &take);
    std::vector<RecordNumber> numbers(const QByteArray &sql, std::initializer_list<Argument> arguments);
    std::int64_t number(const QByteArray &sql, std::initializer_list<Argument> arguments, std::int64_t otherwise);

    // A file of an earlier version has no table for what that version did not know.
    bool has(std::size_t kind) const { return recordTableSince(kind) <= m_version; }
    // Records of one kind with numbers first..last, both included, put behind `into`.
    void read(std::size_t kind, RecordNumber first, RecordNumber last, RecordBatch &into);

private:
    SessionStore() = default;
    SessionResult<void> openSound(const QString &path);
    SessionResult<void> openImmutable(const QString &path, const SessionError &because);
    SessionResult<void> use(Database database);
    SessionResult<void> checkTables();
    SessionResult<void> readHeader();
    bool salvage();
    void rescue(const std::function<SessionResult<void>()> &read, const std::function<void()> &restart);
    SessionResult<void> run(const QByteArray &sql, std::initializer_list<Argument> arguments, const RowTaker &take);

    QString m_path;
    std::int64_t m_version = 0;
    // The database is declared first: statements go before it.
    std::unique_ptr<Database> m_database;
    std::map<QByteArray, Statement> m_statements;
    std::unique_ptr<RecordSelector> m_selector;
    SessionHeader m_header;
    Instant m_begin;
    Instant m_end;
    bool m_endedCleanly = false;
    bool m_salvaged = false;
    QString m_damage;
    std::map<RecordNumber, QString> m_unreadable; // records that make no sense, and where
};

} // namespace gantry
