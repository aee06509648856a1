#include "app/session/database.h"

#include <QCoreApplication>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>
#include <csignal>
#include <mutex>
#include <utility>

namespace gantry {

namespace {

constexpr int kBusyTimeoutMs = 2000;
constexpr int kLargestValue = 256 * 1024 * 1024; // bytes of one text or blob; a still has some 20 000

QString say(const char *sentence)
{
    return QCoreApplication::translate("session", sentence);
}

bool isOutOfSpace(int primary, int systemError)
{
    if (primary == SQLITE_FULL)
        return true;
    if (primary != SQLITE_IOERR)
        return false;
#ifdef EDQUOT
    if (systemError == EDQUOT)
        return true;
#endif
    return systemError == ENOSPC || systemError == EFBIG;
}

SessionError::Kind kindOf(int primary, int systemError)
{
    using Kind = SessionError::Kind;
    if (isOutOfSpace(primary, systemError))
        return Kind::DiskFull;
    switch (primary) {
    case SQLITE_NOTADB:
        return Kind::NotASession;
    case SQLITE_CORRUPT:
        return Kind::Corrupt;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Kind::NotWritable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::InUse;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
        return Kind::Refused;
    default:
        return Kind::System;
    }
}

QString adviceFor(SessionError::Kind kind)
{
    using Kind = SessionError::Kind;
    switch (kind) {
    case Kind::DiskFull:
        return say("Free space on the drive that holds the session, or raise its quota. Recording goes on by itself.");
    case Kind::NotASession:
        return say("Choose a file that Gantry has written.");
    case Kind::Corrupt:
        return say("Keep the file as it is and work with a copy.");
    case Kind::NotWritable:
        return say("Check the permissions of the file and its folder, and that the drive can be written.");
    case Kind::InUse:
        return say("Close the other program that uses the file.");
    default:
        return say("Check the drive that holds the session.");
    }
}

SessionError errorOf(sqlite3 *database, int code)
{
    const int systemError = database != nullptr ? sqlite3_system_errno(database) : 0;
    const bool readOnly = database != nullptr && sqlite3_db_readonly(database, "main") == 1;
    SessionError error;
    error.kind = kindOf(code & 0xff, systemError);
    error.tried = readOnly ? say("Read the session") : say("Write the session");
    if (const char *path = database != nullptr ? sqlite3_db_filename(database, "main") : nullptr)
        error.subject = QString::fromUtf8(path);
    error.advice = adviceFor(error.kind);
    const QString words = QString::fromUtf8(database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code));
    error.detail = QStringLiteral("%1 (SQLite %2, system %3)").arg(words).arg(code).arg(systemError);
    return error;
}

// Writing past RLIMIT_FSIZE kills a process by default (measured: exit status 153).
void ignoreFileSizeSignal()
{
#ifdef SIGXFSZ
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction current
        {
        };
        if (sigaction(SIGXFSZ, nullptr, &current) == 0 && current.sa_handler == SIG_DFL) {
            current.sa_handler = SIG_IGN;
            sigaction(SIGXFSZ, &current, nullptr);
        }
    });
#endif
}

struct OpenPlan
{
    QByteArray name;
    int flags;
};

OpenPlan planFor(const QString &path, Database::Access access)
{
    constexpr int kCommon = SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Database::Access::Create:
        return {path.toUtf8(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | kCommon};
    case Database::Access::ReadWrite:
        return {path.toUtf8(), SQLITE_OPEN_READWRITE | kCommon};
    case Database::Access::Immutable:
        return {"file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1",
                SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | kCommon};
    case Database::Access::Scratch:
        return {QByteArray(""), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | kCommon};
    case Database::Access::ReadOnly:
    case Database::Access::Salvage:
        break;
    }
    return {path.toUtf8(), SQLITE_OPEN_READONLY | kCommon};
}

// A session may come from anywhere: nothing in its schema may run code, and nothing may ask for gigabytes.
void harden(sqlite3 *database, Database::Access access)
{
    sqlite3_busy_timeout(database, kBusyTimeoutMs);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, kLargestValue);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (access == Database::Access::Salvage) {
        // Without it SQLite refuses every page of a file that is shorter than its first page says.
        sqlite3_db_config(database, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
        sqlite3_exec(database, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
    } else {
        sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    }
}

} // namespace

// ---- Statement

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3 *database, sqlite3_stmt *statement) : m_database(database), m_statement(statement) {}

void Statement::keep(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

void Statement::bind(int parameter, std::nullptr_t)
{
    keep(sqlite3_bind_null(m_statement.get(), parameter));
}

void Statement::bind(int parameter, std::int64_t value)
{
    keep(sqlite3_bind_int64(m_statement.get(), parameter, value));
}

void Statement::bind(int parameter, double value)
{
    keep(sqlite3_bind_double(m_statement.get(), parameter, value));
}

void Statement::bind(int parameter, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    keep(sqlite3_bind_text64(m_statement.get(), parameter, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int parameter, const char *asciiWord)
{
    keep(sqlite3_bind_text(m_statement.get(), parameter, asciiWord, -1, SQLITE_TRANSIENT));
}

void Statement::bind(int parameter, const QByteArray &blob)
{
    keep(sqlite3_bind_blob64(m_statement.get(), parameter, blob.constData(), static_cast<sqlite3_uint64>(blob.size()),
                             SQLITE_TRANSIENT));
}

SessionResult<bool> Statement::step()
{
    const int code = m_bindError != SQLITE_OK ? m_bindError : sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    SessionError error = errorOf(m_database, code);
    reset();
    return tl::unexpected(std::move(error));
}

SessionResult<void> Statement::run()
{
    for (;;) {
        const SessionResult<bool> row = step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    m_bindError = SQLITE_OK;
}

Statement::Type Statement::type(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
        return Type::Integer;
    case SQLITE_FLOAT:
        return Type::Real;
    case SQLITE_TEXT:
        return Type::Text;
    case SQLITE_BLOB:
        return Type::Blob;
    default:
        return Type::Null;
    }
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const unsigned char *utf8 = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8), sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

// ---- Database

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Database::Database(sqlite3 *database, QString path) : m_database(database), m_path(std::move(path)) {}

SessionResult<Database> Database::open(const QString &path, Access access)
{
    ignoreFileSizeSignal();
    const OpenPlan plan = planFor(path, access);
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(plan.name.constData(), &raw, plan.flags, nullptr);
    Database database(raw, path);
    if (code != SQLITE_OK) {
        SessionError error = errorOf(raw, code);
        error.tried = access == Access::Create ? say("Write the session") : say("Open the session");
        error.subject = path;
        return tl::unexpected(std::move(error));
    }
    harden(raw, access);
    return database;
}

SessionResult<void> Database::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_database.get(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(m_database.get(), code));
    return {};
}

SessionResult<Statement> Database::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_database.get(), sql.constData(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(m_database.get(), code));
    return Statement(m_database.get(), statement);
}

SessionResult<std::int64_t> Database::integer(const QByteArray &sql)
{
    SessionResult<Statement> statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const SessionResult<bool> row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

SessionResult<std::optional<QString>> Database::textWithin(const QByteArray &sql, std::chrono::milliseconds bound)
{
    using Clock = std::chrono::steady_clock;
    constexpr int kStepsBetweenLooks = 1000; // of SQLite's virtual machine
    Clock::time_point deadline = Clock::now() + bound;
    const auto isLate = [](void *until) { return Clock::now() > *static_cast<Clock::time_point *>(until) ? 1 : 0; };
    SessionResult<Statement> statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    sqlite3_progress_handler(m_database.get(), kStepsBetweenLooks, isLate, &deadline);
    const SessionResult<bool> row = statement->step();
    sqlite3_progress_handler(m_database.get(), 0, nullptr, nullptr);
    if (row)
        return *row ? std::optional(statement->text(0)) : std::optional(QString());
    if (sqlite3_errcode(m_database.get()) == SQLITE_INTERRUPT || Clock::now() > deadline)
        return std::optional<QString>();
    return tl::unexpected(row.error());
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_database.get()) == 0;
}

// ---- Transaction

SessionResult<Transaction> Transaction::begin(Database &database)
{
    if (const SessionResult<void> begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after some errors; then there is nothing to do.
    if (m_database != nullptr && m_database->isInTransaction())
        static_cast<void>(m_database->execute("ROLLBACK"));
}

SessionResult<void> Transaction::commit()
{
    Database *database = std::exchange(m_database, nullptr);
    SessionResult<void> committed = database->execute("COMMIT");
    if (!committed && database->isInTransaction())
        static_cast<void>(database->execute("ROLLBACK"));
    return committed;
}

} // namespace gantry
