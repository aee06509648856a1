// The words of the command line, as a person or a script uses them.

#include "tests/ways/stage.h"

#include "app/session/session_reader.h"
#include "app/show/show_file.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;

class CommandLine : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Outcome
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    Outcome run(const QStringList &arguments, std::chrono::milliseconds limit = 30s)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        Process process(QStringLiteral(GANTRY_PROGRAM), arguments, environment);
        process->waitForFinished(static_cast<int>(limit.count()));
        return {process->state() == QProcess::NotRunning && process->exitStatus() == QProcess::NormalExit
                    ? process->exitCode()
                    : -1,
                process->readAllStandardOutput(), process->readAllStandardError()};
    }
    QString file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(content);
        return file.fileName();
    }

private Q_SLOTS:
    void probePrintsOneJsonObjectASecondAndExits0()
    {
        const quint16 port = freePort();
        Process sender(QStringLiteral("ffmpeg"), ffmpegSender(port));
        const Outcome probe =
            run({QStringLiteral("probe"), QStringLiteral("srt://127.0.0.1:%1?mode=listener").arg(port),
                 QStringLiteral("--for"), QStringLiteral("4")});
        QCOMPARE(probe.code, 0);
        const QList<QByteArray> lines = probe.out.trimmed().split('\n');
        QVERIFY2(lines.size() >= 3 && lines.size() <= 5, probe.out.constData());
        for (const QByteArray &line : lines)
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
        const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(last[QStringLiteral("link_state")].toString(), QStringLiteral("connected"));
        QCOMPARE(last[QStringLiteral("picture_state")].toString(), QStringLiteral("live"));
        QCOMPARE(last[QStringLiteral("picture_width")].toInt(), 320);
        QCOMPARE(last[QStringLiteral("audio_present")].toBool(), true);
        QVERIFY(last[QStringLiteral("ts_rate_bps")].toDouble() > 100'000);
        // Every key is explained.
        const QByteArray help = run({QStringLiteral("probe"), QStringLiteral("--help")}).out;
        for (const QString &key : last.keys())
            QVERIFY2(help.contains(key.toUtf8()), qPrintable(key));
    }

    void probeExits1WhenTheFeedNeverCame()
    {
        const Outcome probe =
            run({QStringLiteral("probe"), QStringLiteral("srt://127.0.0.1:%1?mode=listener").arg(freePort()),
                 QStringLiteral("--for"), QStringLiteral("1.5")});
        QCOMPARE(probe.code, 1);
        QVERIFY(probe.err.contains("never came"));
        QCOMPARE(probe.err.count('\n'), 1);
    }

    void aPassphraseOnTheCommandLineIsRefused()
    {
        const Outcome probe =
            run({QStringLiteral("probe"), QStringLiteral("srt://127.0.0.1:9000?passphrase=a-secret-word")});
        QCOMPARE(probe.code, 2);
        QVERIFY(!probe.err.contains("a-secret-word"));
    }

    void checkSaysEveryFaultWithItsPlaceAndExits1()
    {
        const QString path = file(QStringLiteral("faulty.json"), R"({"gantry": 1, "name": "x", "feeds": [
            {"name": "CAM 1", "srt": {"mode": "listener", "port": 70000}},
            {"name": "cam 1", "srt": {"mode": "listener", "port": 9002, "latency": 5, "colour": 1}}], "encoders": [], "audiences": []})");
        const Outcome check = run({QStringLiteral("check"), path});
        QCOMPARE(check.code, 1);
        for (const char *place : {"feeds[0].srt.port", "feeds[1].name", "feeds[1].srt.latency", "feeds[1].srt.colour"})
            QVERIFY2(check.out.contains(place), (check.out + place).constData());
        const Outcome open = run({QStringLiteral("open"), path});
        QCOMPARE(open.code, 1);
        QVERIFY(open.err.contains("feeds[0].srt.port"));
    }

    void checkOfAGoodShowExits0()
    {
        const Outcome check =
            run({QStringLiteral("check"), file(QStringLiteral("good.json"), writeShow(oneFeedShow(9001)))});
        QCOMPARE(check.code, 0);
    }

    void wrongUsageExits2AndSaysWhatThereIs()
    {
        QCOMPARE(run({QStringLiteral("prove")}).code, 2);
        QCOMPARE(run({QStringLiteral("check")}).code, 2);
        QCOMPARE(run({QStringLiteral("probe"), QStringLiteral("http://example.org")}).code, 2);
        QCOMPARE(
            run({QStringLiteral("replay"), QStringLiteral("x"), QStringLiteral("--language"), QStringLiteral("tlh")})
                .code,
            2);
        QCOMPARE(run({QStringLiteral("rehearse"), QStringLiteral("--for"), QStringLiteral("-3")}).code, 2);
    }

    void everyVerbExplainsItself()
    {
        for (const char *verb :
             {"rehearse", "open", "replay", "probe", "check", "policy", "gpu-check", "sandbox", "test-feeds"}) {
            const Outcome help = run({QLatin1String(verb), QStringLiteral("--help")});
            QCOMPARE(help.code, 0);
            QVERIFY(help.out.contains("--help"));
        }
        QCOMPARE(run({QStringLiteral("--help")}).code, 0);
    }

    void withoutADisplayAWindowIsRefusedWithOneLineAndScreenshotsWork()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(variable));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        Process process(QStringLiteral(GANTRY_PROGRAM), {QStringLiteral("rehearse")}, environment);
        QVERIFY(process->waitForFinished(10'000));
        QCOMPARE(process->exitCode(), 1);
        const QByteArray said = process->readAllStandardError();
        QCOMPARE(said.count('\n'), 1);
        QVERIFY(said.contains("--screenshots"));
    }

    void aShowEndsWhenItsTimeIsOverAndOnSigtermAndSaysGoodbye()
    {
        const QString show = file(QStringLiteral("end.json"), writeShow(oneFeedShow(freePort())));
        const auto goodbyes = [&] {
            int clean = 0;
            for (const QFileInfo &session : QDir(m_folder.filePath(QStringLiteral("gantry/sessions")))
                                                .entryInfoList({QStringLiteral("Ways*.gantry")}, QDir::Files)) {
                auto reader = SessionReader::open(session.filePath());
                clean += reader && (*reader)->endedCleanly() ? 1 : 0;
            }
            return clean;
        };
        QCOMPARE(run({QStringLiteral("open"), show, QStringLiteral("--for"), QStringLiteral("1.5")}, 15s).code, 0);
        QCOMPARE(goodbyes(), 1);
        // What the machine lacks stands in the session: the screen of these tests is smaller than the windows.
        const QDir sessions(m_folder.filePath(QStringLiteral("gantry/sessions")));
        auto reader = SessionReader::open(
            sessions.filePath(sessions.entryList({QStringLiteral("Ways*.gantry")}, QDir::Files).value(0)));
        QVERIFY(reader);
        const std::vector<SessionMark> marks = (*reader)->marks();
        QVERIFY(std::ranges::any_of(marks, [](const SessionMark &mark) { return mark.text.startsWith(u"Screens:"); }));
        reader = {};

        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        Process program(QStringLiteral(GANTRY_PROGRAM), {QStringLiteral("open"), show}, environment);
        QTest::qWait(1500);
        program->terminate();
        QVERIFY(program->waitForFinished(5000));
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
        QCOMPARE(goodbyes(), 2);
    }

    void whatIsNoSessionIsRefusedWithOneLine()
    {
        const Outcome replay = run({QStringLiteral("replay"), file(QStringLiteral("text.gantry"), "hello")});
        QCOMPARE(replay.code, 1);
        QCOMPARE(replay.err.count('\n'), 1);
    }

    void gpuCheckExits77WithOneLineWhereThereIsNoGpu()
    {
        const Outcome check = run({QStringLiteral("gpu-check"), QStringLiteral("--json"), QStringLiteral("--quick")});
        const QJsonObject said = QJsonDocument::fromJson(check.out).object();
        if (said[QStringLiteral("found")].toBool())
            QSKIP("this machine has a GPU that decodes");
        QCOMPARE(check.code, 77);
        QCOMPARE(check.err.count('\n'), 1);
        QVERIFY(check.err.contains("libcuda.so.1"));
        QVERIFY(check.err.contains("VA-API"));
    }

    void aSandboxOnABusyPortSaysSo()
    {
        Cloud cloud;
        const Outcome second =
            run({QStringLiteral("sandbox"), QStringLiteral("--port"), QString::number(QUrl(cloud.endpoint).port())});
        QCOMPARE(second.code, 1);
        QCOMPARE(second.err.count('\n'), 1);
    }

    void aSandboxSaysWhatAClientNeedsAndEndsWhenItsTimeIsOver()
    {
        const Outcome sandbox = run({QStringLiteral("sandbox"), QStringLiteral("--for"), QStringLiteral("0.5")});
        QVERIFY2(sandbox.code == 0, sandbox.err.constData());
        for (const char *name :
             {"AWS_ACCESS_KEY_ID=", "AWS_SECRET_ACCESS_KEY=", "GANTRY_SANDBOX_ENDPOINT=http://127.0.0.1:",
              "GANTRY_SANDBOX_MFA_CODE=", "MUX_TOKEN_SECRET=", "GOOGLE_APPLICATION_CREDENTIALS=/"})
            QVERIFY2(sandbox.out.contains(name), name);
        const QByteArray path = sandbox.out.mid(sandbox.out.indexOf("GOOGLE_APPLICATION_CREDENTIALS=") + 31).trimmed();
        QVERIFY(!QFile::exists(QString::fromUtf8(path))); // its keys go with it
    }

    void aSandboxThatCannotDoWhatItIsToldSaysSoInOneLine()
    {
        const QString script = m_folder.filePath(QStringLiteral("faults.json"));
        QFile file(script);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("{'faults':[{'fault':'meteor'}]}").replace('\'', '"'));
        file.close();
        const auto fails = [&](const QStringList &words, int code, const char *why) {
            const Outcome outcome = run(QStringList{QStringLiteral("sandbox")} + words);
            return outcome.code == code && outcome.err.count('\n') == 1 && outcome.err.contains(why);
        };
        QVERIFY(fails({QStringLiteral("--faults"), script}, 1, "faults[0].fault"));
        QVERIFY(fails({QStringLiteral("--faults"), QStringLiteral("/no/such/file")}, 1, "/no/such/file"));
        QVERIFY(fails({QStringLiteral("--return"), QStringLiteral("srt://127.0.0.1:9")}, 2, "--input"));
        QVERIFY(fails({QStringLiteral("--input"), QStringLiteral("A")}, 2, "no input"));
    }

    void aRehearsalTakesItsOwnScreenshotsAndItsSessionReplays()
    {
        const QString pictures = m_folder.filePath(QStringLiteral("pictures"));
        const Outcome rehearse = run({QStringLiteral("rehearse"), QStringLiteral("--for"), QStringLiteral("10"),
                                      QStringLiteral("--screenshots"), pictures},
                                     60s);
        QVERIFY2(rehearse.code == 0, rehearse.err.constData());
        for (const char *name : {"control.png", "wall.png", "charts.png", "faults.png"})
            QVERIFY(QFile::exists(pictures + u'/' + QLatin1String(name)));
        const QFileInfoList sessions = QDir(m_folder.filePath(QStringLiteral("gantry/sessions")))
                                           .entryInfoList({QStringLiteral("Rehearsal*.gantry")}, QDir::Files);
        QCOMPARE(sessions.size(), 1);
        auto reader = SessionReader::open(sessions.first().filePath());
        QVERIFY(reader);
        QVERIFY((*reader)->endedCleanly());
        int live = 0;
        for (const Record &record : (*reader)->stateAt((*reader)->span().end.elapsed)) {
            const auto *picture = std::get_if<PictureRecord>(&record.payload);
            live += picture && picture->state.signal == media::SignalState::Live ? 1 : 0;
        }
        QCOMPARE(live, 5); // the four test feeds, and the return that the cloud sends
        const Outcome replay = run({QStringLiteral("replay"), sessions.first().filePath(), QStringLiteral("--at"),
                                    QStringLiteral("6"), QStringLiteral("--for"), QStringLiteral("2"),
                                    QStringLiteral("--screenshots"), pictures + QStringLiteral("/replay")});
        QVERIFY2(replay.code == 0, replay.err.constData());
        QVERIFY(QFile::exists(pictures + QStringLiteral("/replay/replay.png")));
    }
};

QTEST_MAIN(CommandLine)
#include "command_line_test.moc"
