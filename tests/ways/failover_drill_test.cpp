// A rehearsal drill, end to end: the primary sender is killed, the plan trips, the cloud switches, the return shows the
// backup, and the room sees it. The timeline is printed.

#include "tests/ways/stage.h"

#include "app/session/session_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gantry;
using namespace gantry::ways;

class FailoverDrill : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        return environment;
    }
    QString file(const char *name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for a file");
        file.write(content);
        return file.fileName();
    }

private Q_SLOTS:
    void killThePrimaryAndTheReturnShowsTheBackup()
    {
        const QString session = m_folder.filePath(QStringLiteral("drill.gantry"));
        Process drill(QStringLiteral(GANTRY_PROGRAM),
                      {QStringLiteral("drill"), QStringLiteral("--json"), QStringLiteral("--within"),
                       QStringLiteral("90"), QStringLiteral("--keep"), session},
                      environment());
        QVERIFY(drill->waitForFinished(300'000));
        const QByteArray out = drill->readAllStandardOutput();
        const QByteArray err = drill->readAllStandardError();
        std::printf("%s\n", out.constData());
        QVERIFY2(drill->exitCode() == 0, err.constData());
        const QJsonObject result = QJsonDocument::fromJson(out).object();
        QVERIFY(result[QStringLiteral("seen")].toBool());
        QHash<QString, double> at;
        const QJsonArray steps = result[QStringLiteral("steps")].toArray();
        for (const QJsonValue &step : steps)
            at[step[QStringLiteral("step")].toString()] = step[QStringLiteral("seconds")].toDouble();
        QStringList missing;
        for (const char *step : {"fault", "detected", "decided", "requested", "sent", "accepted", "seen"})
            if (!at.contains(QLatin1String(step)))
                missing.append(QLatin1String(step));
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
        // NO SIGNAL is a second old when it is told, and the plan trips a second later: no sooner.
        QVERIFY(at[QStringLiteral("detected")] > 0.5);
        QVERIFY(at[QStringLiteral("decided")] - at[QStringLiteral("detected")] > 0);
        QVERIFY(at[QStringLiteral("decided")] <= at[QStringLiteral("requested")]);
        QVERIFY(at[QStringLiteral("requested")] <= at[QStringLiteral("sent")]);
        QVERIFY(at[QStringLiteral("sent")] < at[QStringLiteral("seen")]);

        // The session tells the same afterwards.
        auto reader = SessionReader::open(session);
        QVERIFY(reader);
        bool seen = false;
        bool shown = false;
        for (const Record &record : (*reader)->recordsAfter(0, 1'000'000)) {
            const auto *command = std::get_if<CommandRecord>(&record.payload);
            seen = seen || (command && command->step == CommandStep::Seen);
            const auto *program = std::get_if<ProgramRecord>(&record.payload);
            shown = shown || (program && program->program == std::vector<QString>{QStringLiteral("CAM 2")});
        }
        QVERIFY(seen);
        QVERIFY(shown);
    }

    void aPlanThatMayNotTripIsNotSeenAndTheDrillExits1()
    {
        const QString plan =
            file("never.json",
                 QByteArray("{'name': 'never', 'encoder': 'Main', 'sources': ['A', 'B'], 'grace': 0, 'limits': "
                            "{'noSignal': 'off', 'black': 'off', 'freeze': 'off', 'silence': 'off', "
                            "'dropped': 'off', 'bitrate': 'off', 'transport': 'off', 'pipeline': 'off'}}")
                     .replace('\'', '"'));
        Process drill(
            QStringLiteral(GANTRY_PROGRAM),
            {QStringLiteral("drill"), QStringLiteral("--plan"), plan, QStringLiteral("--within"), QStringLiteral("30")},
            environment());
        QVERIFY(drill->waitForFinished(180'000));
        QCOMPARE(drill->exitCode(), 1);
        QVERIFY(drill->readAllStandardOutput().contains("fault"));
        QVERIFY(drill->readAllStandardError().contains("not seen"));
    }

    void aPlanThatCannotBeReadSaysWhy()
    {
        const QString plan = file(
            "loop.json", QByteArray("{'name': 'loop', 'encoder': 'Main', 'sources': ['A', 'A']}").replace('\'', '"'));
        Process drill(QStringLiteral(GANTRY_PROGRAM), {QStringLiteral("drill"), QStringLiteral("--plan"), plan},
                      environment());
        QVERIFY(drill->waitForFinished(60'000));
        QCOMPARE(drill->exitCode(), 1);
        QVERIFY(drill->readAllStandardError().contains("take over from itself"));
    }
};

QTEST_MAIN(FailoverDrill)
#include "failover_drill_test.moc"
