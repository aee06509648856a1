#include "app/session/session_store.h"

#include "app/session/session_salvage.h"
#include "app/session/session_schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace gantry {

namespace {

using Kind = SessionError::Kind;

constexpr std::chrono::milliseconds kLongestCheck{500};
constexpr std::size_t kMostUnreadableKept = 1000;

QString say(const char *sentence)
{
    return QCoreApplication::translate("session", sentence);
}

SessionError openError(Kind kind, const QString &path, const QString &tried, const QString &advice)
{
    return {kind, tried, path, advice, {}};
}

// The first 100 bytes say what a file is; no need to let SQLite touch what is not ours.
// https://www.sqlite.org/fileformat.html#the_database_header
SessionResult<void> identify(const QString &path)
{
    constexpr qsizetype kHeaderBytes = 100;
    constexpr int kUserVersionAt = 60;
    constexpr int kApplicationIdAt = 68;
    const QFileInfo info(path);
    if (!info.exists()) {
        return tl::unexpected(openError(Kind::NotFound, path, say("Open the session: there is no such file"),
                                        say("Check the name and the folder.")));
    }
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        SessionError error = openError(Kind::NotWritable, path, say("Open the session: the file cannot be read"),
                                       say("Check its permissions."));
        error.detail = file.errorString();
        return tl::unexpected(std::move(error));
    }
    const QByteArray bytes = file.read(kHeaderBytes);
    const QByteArray magic("SQLite format 3", 16);
    const bool isOurs = bytes.size() == kHeaderBytes && bytes.startsWith(magic) &&
                        qFromBigEndian<qint32>(bytes.constData() + kApplicationIdAt) == kSessionApplicationId;
    if (!isOurs) {
        return tl::unexpected(openError(Kind::NotASession, path, say("Open the session: this is not a Gantry session"),
                                        say("Choose a file that Gantry has written.")));
    }
    const qint32 version = qFromBigEndian<qint32>(bytes.constData() + kUserVersionAt);
    if (version > kSessionSchemaVersion) {
        return tl::unexpected(
            openError(Kind::NewerSchema, path, say("Open the session: a newer Gantry has written it"),
                      say("Use a newer Gantry: the file has version %1, this program reads up to version %2.")
                          .arg(version)
                          .arg(qint64(kSessionSchemaVersion))));
    }
    return {};
}

std::chrono::sys_time<std::chrono::microseconds> utcOf(std::int64_t microseconds)
{
    return std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(microseconds));
}

// T+1:02:03
QString elapsedText(std::chrono::microseconds elapsed)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed).count();
    return QStringLiteral("T+%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

SessionResult<std::unique_ptr<SessionStore>> SessionStore::open(const QString &path)
{
    if (const SessionResult<void> known = identify(path); !known)
        return tl::unexpected(known.error());
    std::unique_ptr<SessionStore> store(new SessionStore);
    store->m_path = path;
    SessionResult<void> opened = store->openSound(path);
    if (!opened && opened.error().kind == Kind::NotWritable)
        opened = store->openImmutable(path, opened.error());
    if (!opened && opened.error().kind != Kind::InUse && store->salvage())
        opened = {};
    if (opened)
        return store;
    SessionError error = opened.error();
    if (error.kind == Kind::Corrupt || error.kind == Kind::NotASession) {
        error.kind = Kind::Corrupt;
        error.tried = say("Open the session: the file is damaged and nothing in it can be read");
        error.advice = say("Look for a copy of the file.");
    }
    error.subject = path;
    return tl::unexpected(std::move(error));
}

SessionResult<void> SessionStore::openSound(const QString &path)
{
    SessionResult<Database> database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    const auto check = database->textWithin("PRAGMA quick_check(1)", kLongestCheck);
    if (!check)
        return tl::unexpected(check.error());
    if (check->has_value() && *check != QStringLiteral("ok")) {
        SessionError error = openError(Kind::Corrupt, path, say("Read the session"), {});
        error.detail = **check;
        return tl::unexpected(std::move(error));
    }
    return use(std::move(*database));
}

// A drive that cannot be written has no room for the index of the write-ahead log.
SessionResult<void> SessionStore::openImmutable(const QString &path, const SessionError &because)
{
    SessionResult<Database> database = Database::open(path, Database::Access::Immutable);
    if (!database)
        return tl::unexpected(because);
    if (const SessionResult<void> used = use(std::move(*database)); !used)
        return used;
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0) {
        m_damage =
            say("The newest records are not shown: they are in %1, which can be read only from a folder that can be "
                "written. Copy both files to one.")
                .arg(QFileInfo(path).fileName() + QStringLiteral("-wal"));
    }
    return {};
}

SessionResult<void> SessionStore::use(Database database)
{
    m_selector.reset();
    m_statements.clear();
    m_database = std::make_unique<Database>(std::move(database));
    if (const SessionResult<void> checked = checkTables(); !checked)
        return checked;
    SessionResult<RecordSelector> selector = RecordSelector::prepare(*m_database);
    if (!selector)
        return tl::unexpected(selector.error());
    m_selector = std::make_unique<RecordSelector>(std::move(*selector));
    return readHeader();
}

// A view of the same name could compute for ever.
SessionResult<void> SessionStore::checkTables()
{
    const auto version = m_database->integer("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    m_version = *version;
    QByteArrayList names{"'session'", "'session_end'", "'record'", "'gap'", "'rollup'"};
    QByteArrayList later;
    for (std::size_t kind = 0; kind < kRecordKinds; ++kind)
        (has(kind) ? names : later) << QByteArray("'") + recordTable(kind) + '\'';
    const auto found = m_database->integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN (" +
                                           names.join(',') + ')');
    if (!found)
        return tl::unexpected(found.error());
    const auto strange =
        m_database->integer("SELECT count(*) FROM sqlite_schema WHERE name IN (" + later.join(',') + ')');
    if (!strange)
        return tl::unexpected(strange.error());
    if (*found != names.size() || *strange != 0)
        return tl::unexpected(openError(Kind::Corrupt, m_path, say("Read the session"), {}));
    return {};
}

SessionResult<void> SessionStore::readHeader()
{
    const auto instantOf = [](const Statement &row) {
        return Instant{utcOf(row.integer(0)), std::chrono::microseconds(row.integer(1))};
    };
    m_header = {};
    m_endedCleanly = false;
    m_begin = m_end = {};
    return run("SELECT show_name, show_json, program_version, host, started_utc_us FROM session", {},
               [this](const Statement &row) {
                   m_header.showName = row.text(0);
                   m_header.showJson = row.text(1).toUtf8();
                   m_header.programVersion = row.text(2);
                   m_header.host = row.text(3);
                   m_header.started = utcOf(row.integer(4));
                   m_begin.utc = m_end.utc = m_header.started;
               })
        .and_then([this] {
            return run("SELECT id FROM session_end", {}, [this](const Statement &) { m_endedCleanly = true; });
        })
        .and_then([&] {
            return run("SELECT utc_us, elapsed_us FROM record ORDER BY number LIMIT 1", {},
                       [&](const Statement &row) { m_begin = instantOf(row); });
        })
        .and_then([&] {
            return run("SELECT utc_us, elapsed_us FROM record ORDER BY number DESC LIMIT 1", {},
                       [&](const Statement &row) { m_end = instantOf(row); });
        });
}

bool SessionStore::salvage()
{
    if (m_salvaged)
        return false;
    m_salvaged = true;
    SessionResult<SalvagedSession> salvaged = salvageSession(m_path);
    if (!salvaged)
        return false;
    const QString last = elapsedText(salvaged->last.elapsed);
    if (salvaged->recovered == 0)
        m_damage = say("The file is damaged, and none of its records can be read.");
    else if (salvaged->knownLost > 0)
        m_damage = say("The file is damaged. %1 records can be read, the last at %2; at least %3 are lost.")
                       .arg(salvaged->recovered)
                       .arg(last)
                       .arg(salvaged->knownLost);
    else
        m_damage = say("The file is damaged. %1 records can be read, the last at %2; what came after that is lost.")
                       .arg(salvaged->recovered)
                       .arg(last);
    return use(std::move(salvaged->copy)).has_value();
}

QString SessionStore::damage() const
{
    if (m_unreadable.empty())
        return m_damage;
    const QString rows = say("%1 records make no sense and are left out, the first is number %2 (%3).")
                             .arg(m_unreadable.size())
                             .arg(m_unreadable.begin()->first)
                             .arg(m_unreadable.begin()->second);
    return m_damage.isEmpty() ? rows : QStringLiteral("%1 %2").arg(m_damage, rows);
}

SessionResult<void> SessionStore::run(const QByteArray &sql, std::initializer_list<Argument> arguments,
                                      const RowTaker &take)
{
    auto prepared = m_statements.find(sql);
    if (prepared == m_statements.end()) {
        SessionResult<Statement> statement = m_database->prepare(sql);
        if (!statement)
            return tl::unexpected(statement.error());
        prepared = m_statements.emplace(sql, std::move(*statement)).first;
    }
    Statement &statement = prepared->second;
    statement.reset();
    int parameter = 1;
    for (const Argument &argument : arguments) {
        std::visit([&](const auto &value) { statement.bind(parameter, value); }, argument);
        ++parameter;
    }
    for (;;) {
        const SessionResult<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        take(statement);
    }
}

// Damage may show only when a page is needed for the first time: then everything is read again from a salvaged copy.
void SessionStore::rescue(const std::function<SessionResult<void>()> &read, const std::function<void()> &restart)
{
    restart();
    const SessionResult<void> first = read();
    if (first)
        return;
    if (first.error().kind == Kind::Corrupt && salvage()) {
        restart();
        if (read())
            return;
    }
    if (m_damage.isEmpty())
        m_damage = QStringLiteral("%1: %2").arg(first.error().text(), first.error().advice);
}

void SessionStore::query(const QByteArray &sql, std::initializer_list<Argument> arguments,
                         const std::function<void()> &restart, const RowTaker &take)
{
    rescue([&] { return run(sql, arguments, take); }, restart);
}

std::vector<RecordNumber> SessionStore::numbers(const QByteArray &sql, std::initializer_list<Argument> arguments)
{
    std::vector<RecordNumber> found;
    query(
        sql, arguments, [&found] { found.clear(); },
        [&found](const Statement &row) {
            if (!row.isNull(0))
                found.push_back(row.integer(0));
        });
    return found;
}

std::int64_t SessionStore::number(const QByteArray &sql, std::initializer_list<Argument> arguments,
                                  std::int64_t otherwise)
{
    const std::vector<RecordNumber> found = numbers(sql, arguments);
    return found.empty() ? otherwise : found.front();
}

void SessionStore::read(std::size_t kind, RecordNumber first, RecordNumber last, RecordBatch &into)
{
    const qsizetype before = into.size();
    const RecordSelector::Sink sink{[&into](Record record) { into.append(std::move(record)); },
                                    [this](RecordNumber number, const SessionError &error) {
                                        if (m_unreadable.size() < kMostUnreadableKept)
                                            m_unreadable.emplace(number, error.subject);
                                    }};
    rescue([&] { return m_selector->select(kind, first, last, -1, sink); }, [&into, before] { into.resize(before); });
}

} // namespace gantry
