#include "app/session/session_schema.h"

#include <QStringList>

#include <vector>

#include "session_schema_sql.h"

namespace gantry {

namespace {

SessionResult<std::vector<QString>> names(Database &database, const QByteArray &sql)
{
    SessionResult<Statement> statement = database.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    std::vector<QString> found;
    for (;;) {
        const SessionResult<bool> row = statement->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return found;
        found.push_back(statement->text(0));
    }
}

// For every table there is, so that a new one cannot forget it. REPLACE deletes without asking a delete trigger, hence
// the third; it looks the key up once more, which is cheap.
SessionResult<void> forbidChanges(Database &database)
{
    const auto tables = names(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    if (!tables)
        return tl::unexpected(tables.error());
    for (const QString &table : *tables) {
        const auto keys = names(
            database,
            QStringLiteral("SELECT name FROM pragma_table_info('%1') WHERE pk > 0 ORDER BY pk").arg(table).toUtf8());
        if (!keys)
            return tl::unexpected(keys.error());
        QStringList same;
        for (const QString &key : *keys)
            same << QStringLiteral("%1 = NEW.%1").arg(key);
        const QString refuse = QStringLiteral("BEGIN SELECT RAISE(ABORT, 'a session is append-only'); END;");
        const QString sql = QStringLiteral("CREATE TRIGGER %1_keeps_values BEFORE UPDATE ON %1 %2\n"
                                           "CREATE TRIGGER %1_keeps_rows BEFORE DELETE ON %1 %2\n"
                                           "CREATE TRIGGER %1_replaces_nothing BEFORE INSERT ON %1\n"
                                           "WHEN EXISTS (SELECT 1 FROM %1 WHERE %3) %2\n")
                                .arg(table, refuse, same.join(QStringLiteral(" AND ")));
        if (const SessionResult<void> made = database.execute(sql.toUtf8()); !made)
            return made;
    }
    return {};
}

} // namespace

QByteArray sessionSchemaSql()
{
    return kSessionSchemaSql;
}

SessionResult<void> createSessionSchema(Database &database)
{
    SessionResult<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QByteArray marks = "PRAGMA application_id = " + QByteArray::number(qint64(kSessionApplicationId)) +
                             "; PRAGMA user_version = " + QByteArray::number(qint64(kSessionSchemaVersion)) + ';';
    return database.execute(sessionSchemaSql())
        .and_then([&] { return forbidChanges(database); })
        .and_then([&] { return database.execute(marks); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return database.execute("PRAGMA wal_checkpoint(TRUNCATE)"); });
}

} // namespace gantry
