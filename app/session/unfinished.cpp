#include "app/session/unfinished.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QMap>

namespace gantry {

std::vector<CommandRecord> unfinishedCommands(SessionReader &session)
{
    QMap<QString, CommandRecord> last;
    for (const Record &record : session.stateAt(session.span().end.elapsed)) {
        if (const auto *command = std::get_if<CommandRecord>(&record.payload))
            last[command->id.text] = *command;
    }
    std::vector<CommandRecord> open;
    for (const CommandRecord &command : std::as_const(last)) {
        switch (command.step) {
        case CommandStep::Requested:
        case CommandStep::Sent:
        case CommandStep::Accepted:
            open.push_back(command);
            break;
        default:
            break;
        }
    }
    return open;
}

QString stoppedSession(const QString &folder, const QString &showName, const QString &except)
{
    const QFileInfoList newestFirst =
        QDir(folder).entryInfoList({QStringLiteral("*.gantry")}, QDir::Files | QDir::Readable, QDir::Time);
    for (const QFileInfo &file : newestFirst) {
        if (file.absoluteFilePath() == QFileInfo(except).absoluteFilePath())
            continue;
        QLockFile lock(file.absoluteFilePath() + QStringLiteral(".lock"));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue; // another desk writes it
        const auto session = SessionReader::open(file.absoluteFilePath());
        if (!session || (*session)->header().showName != showName)
            continue;
        return (*session)->endedCleanly() ? QString() : file.absoluteFilePath();
    }
    return {};
}

} // namespace gantry
