// What a session that was killed left open, and which session that is.
#include "app/session/unfinished.h"
#include "session_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

Record step(RecordNumber number, const QString &id, CommandStep step)
{
    CommandRecord command;
    command.id = {id};
    command.encoder = {u"Main"_s};
    command.step = step;
    return {number, {{}, std::chrono::seconds(number)}, command};
}

const RecordBatch story{step(1, u"done"_s, CommandStep::Requested), step(2, u"done"_s, CommandStep::Sent),
                        step(3, u"done"_s, CommandStep::Confirmed), step(4, u"no"_s, CommandStep::Requested),
                        step(5, u"no"_s, CommandStep::Refused),     step(6, u"sent"_s, CommandStep::Requested),
                        step(7, u"sent"_s, CommandStep::Sent),      step(8, u"asked"_s, CommandStep::Requested)};

// As a kill leaves it.
void writeStopped(const QString &path)
{
    const QString whole = path + u"-whole"_s;
    SessionWriter writer;
    test::must(writer.open(whole, test::someHeader()));
    writer.append(story);
    writer.flush();
    for (const char *end : {"", "-wal"})
        QVERIFY(QFile::copy(whole + QLatin1String(end), path + QLatin1String(end)));
}

} // namespace

class UnfinishedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandWithoutAnEndIsNamedByItsLastStep()
    {
        QTemporaryDir folder;
        writeStopped(folder.filePath(u"a.gantry"_s));
        const auto session = test::readSession(folder.filePath(u"a.gantry"_s));
        QVERIFY(!session->endedCleanly());
        QStringList open;
        for (const CommandRecord &command : unfinishedCommands(*session))
            open.append(command.id.text);
        open.sort();
        QCOMPARE(open, (QStringList{u"asked"_s, u"sent"_s}));
    }

    void onlyTheNewestSessionOfTheShowCountsAndOnlyWithoutGoodbye()
    {
        QTemporaryDir folder;
        const QString stopped = folder.filePath(u"a.gantry"_s);
        QCOMPARE(stoppedSession(folder.path(), u"Monday show"_s, {}), QString());
        writeStopped(stopped);
        QCOMPARE(stoppedSession(folder.path(), u"Monday show"_s, {}), stopped);
        QCOMPARE(stoppedSession(folder.path(), u"Tuesday show"_s, {}), QString());
        QCOMPARE(stoppedSession(folder.path(), u"Monday show"_s, stopped), QString());
    }

    void aSessionThatIsBeingWrittenHasNotStopped()
    {
        QTemporaryDir folder;
        SessionWriter writer;
        test::must(writer.open(folder.filePath(u"live.gantry"_s), test::someHeader()));
        writer.append(story);
        writer.flush();
        QCOMPARE(stoppedSession(folder.path(), u"Monday show"_s, {}), QString());
    }
};

QTEST_GUILESS_MAIN(UnfinishedTest)
#include "unfinished.moc"
