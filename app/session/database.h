#pragma once
// SQLite as values that clean up after themselves. The only place in Gantry that knows its C interface.
// A Database and its Statements are used by one thread at a time; a Statement must not outlive its Database.

#include "app/session/session_error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace gantry {

// One prepared statement. Parameters count from 1, columns from 0, as in SQLite.
class Statement
{
public:
    enum class Type { Integer, Real, Text, Blob, Null };

    // Text and blobs are copied. A NaN is stored as NULL by SQLite.
    void bind(int parameter, std::nullptr_t);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    void bind(int parameter, const QString &value);
    void bind(int parameter, const char *asciiWord);
    void bind(int parameter, const QByteArray &blob);

    // True: a row is there to be read. False: no more rows, and the statement is reset.
    SessionResult<bool> step();
    // For statements without rows: runs to the end, resets, forgets bound values' errors.
    SessionResult<void> run();
    void reset();

    // Of the current row. The typed reads convert as SQLite does; ask type() first where a file is not trusted.
    Type type(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const { return type(column) == Type::Null; }

private:
    friend class Database;
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    Statement(sqlite3 *database, sqlite3_stmt *statement);
    void keep(int code);

    sqlite3 *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bindError = 0; // of the first bind that failed since the last reset
};

class Database
{
public:
    enum class Access {
        Create,    // read and write, makes the file when it is not there
        ReadWrite, // of a file that is there
        ReadOnly,  // sees what a writer that is running or was killed left in the write-ahead log
        Immutable, // a drive that cannot be written: the write-ahead log is not looked at
        Salvage,   // read only, and as forgiving as SQLite can be to a damaged file
        Scratch    // an empty private database that goes away when closed; `path` is not used
    };

    // Ignores SIGXFSZ in the whole process, unless it is handled: a file at its size limit is an error, not a death.
    static SessionResult<Database> open(const QString &path, Access access);

    Database(Database &&) noexcept = default;
    Database &operator=(Database &&) noexcept = default;

    SessionResult<void> execute(const QByteArray &sql); // one or more statements; rows are thrown away
    SessionResult<Statement> prepare(const QByteArray &sql);
    // The first column of the first row, 0 when there is no row.
    SessionResult<std::int64_t> integer(const QByteArray &sql);

    // Runs `sql` no longer than `bound`: nullopt when it took longer, otherwise the text of its first cell.
    SessionResult<std::optional<QString>> textWithin(const QByteArray &sql, std::chrono::milliseconds bound);

    bool isInTransaction() const;
    const QString &path() const { return m_path; }

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };
    Database(sqlite3 *database, QString path);

    std::unique_ptr<sqlite3, Close> m_database;
    QString m_path;
};

// Everything between begin() and commit() is on disk, or nothing is. Rolls back when it goes out of scope uncommitted.
class Transaction
{
public:
    static SessionResult<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    SessionResult<void> commit(); // a failed commit rolls back

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

} // namespace gantry
