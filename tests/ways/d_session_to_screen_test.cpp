// Way (d): a session becomes the same screen. Both laws of replay on a session that a real room recorded, and the file
// of a program that was killed.

#include "app/models/follow.h"
#include "app/session/replay_player.h"
#include "app/show/show_file.h"
#include "tests/support/model_text.h"
#include "tests/ways/stage.h"

#include <csignal>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;

namespace {

// Tells the instant it is told: both sides of a comparison are read at the same moment of the session.
class Still final : public RecordSource
{
public:
    Instant now() const override { return at; }
    Instant at;
};

} // namespace

class SessionToScreen : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void aLoggedSessionReplaysToTheModelTextThatItShowedLive()
    {
        const QString path = m_folder.filePath(QStringLiteral("d.gantry"));
        Show show = oneFeedShow(freePort());
        Cloud cloud;
        cloud.addTo(show);
        RecordBatch lived;
        {
            auto room = LiveRoom::open(show, path);
            QVERIFY(room);
            Listener heard((*room)->records());
            (*room)->start();
            auto sender = std::make_unique<Process>(QStringLiteral("ffmpeg"), ffmpegSender(show.feeds[0].srt.port));
            QVERIFY(becomesTrue([&] { return heard.has<StillRecord>([](const auto &) { return true; }); }));
            (*room)->request({QStringLiteral("Main")}, cloud::Verb::SwitchInput, QStringLiteral("B"),
                             QStringLiteral("operator"));
            QVERIFY(becomesTrue(
                [&] {
                    return heard.has<CommandRecord>(
                        [](const CommandRecord &c) { return c.step == CommandStep::Confirmed; });
                },
                20s));
            sender->killNow();
            QVERIFY(becomesTrue([&] {
                return heard.has<AlarmRecord>(
                    [](const AlarmRecord &a) { return a.alarm.what == QStringLiteral("NO SIGNAL"); });
            }));
            room->reset();
            QTest::qWait(50); // the room's last records are on their way to this thread
            lived = heard.records;
        }
        auto reader = SessionReader::open(path);
        QVERIFY(reader);
        QVERIFY((*reader)->endedCleanly());
        QCOMPARE((*reader)->recordsAfter(0, 1'000'000), lived); // record for record, bit for bit

        // Law 2, at the end, through the player; law 1 at moments all over the session.
        Still clock;
        const std::chrono::microseconds length = (*reader)->span().end.elapsed;
        for (int tenth = 1; tenth <= 10; ++tenth) {
            const auto moment = length * tenth / 10;
            clock.at = (*reader)->instantAt(moment);
            tests::RoomModels live(show, clock);
            RecordBatch upToNow;
            std::copy_if(lived.begin(), lived.end(), std::back_inserter(upToNow),
                         [&](const Record &record) { return record.at.elapsed <= moment; });
            live.apply(upToNow);
            tests::RoomModels replayed(show, clock);
            replayed.apply((*reader)->stateAt(moment));
            QCOMPARE(replayed.text(), live.text());
        }

        ReplayPlayer player(std::move(*reader));
        tests::RoomModels shown(show, player);
        follow(player, &shown.wall);
        follow(player, &shown.details);
        follow(player, &shown.alarms);
        follow(player, &shown.encoders);
        follow(player, &shown.audit);
        follow(player, &shown.series);
        player.start();
        player.seek(length / 2);
        player.setSpeed(16);
        player.play();
        QVERIFY(becomesTrue([&] { return player.now().elapsed >= length; }, 20s));
        player.tick();
        clock.at = player.now();
        tests::RoomModels live(show, clock);
        live.apply(lived);
        QCOMPARE(shown.text(), live.text());
    }

    void aProgramThatIsKilledLeavesASessionThatOpensAndLacksAtMostTheLast250Milliseconds()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        const QString sessions = m_folder.filePath(QStringLiteral("gantry/sessions"));
        const auto files = [&] { return QDir(sessions).entryInfoList({QStringLiteral("*.gantry")}, QDir::Files); };

        const quint16 port = freePort();
        QFile show(m_folder.filePath(QStringLiteral("show.json")));
        QVERIFY(show.open(QIODevice::WriteOnly));
        show.write(writeShow(oneFeedShow(port)));
        show.close();
        Process program(QStringLiteral(GANTRY_PROGRAM), {QStringLiteral("open"), show.fileName()}, environment);
        Process sender(QStringLiteral("ffmpeg"), ffmpegSender(port));
        QVERIFY(becomesTrue([&] { return !files().isEmpty(); }, 20s));
        // Sound alone makes five records a second once the feed is there: wait for enough of them on disk.
        const auto soundOnDisk = [&] {
            auto reader = SessionReader::open(files().first().filePath());
            return reader && (*reader)->span().end.elapsed > 4s;
        };
        QVERIFY(becomesTrue(soundOnDisk, 30s));
        const auto killed = std::chrono::system_clock::now();
        program.killNow();

        auto reader = SessionReader::open(files().first().filePath());
        QVERIFY(reader);
        QVERIFY(!(*reader)->endedCleanly());
        QVERIFY((*reader)->damage().isEmpty());
        // The last record is at most one commit (250 ms) and one sound sample (200 ms) before the kill.
        const auto missing = std::chrono::duration_cast<std::chrono::milliseconds>(killed - (*reader)->span().end.utc);
        QVERIFY2(missing < 250ms + 200ms + 100ms, qPrintable(QString::number(missing.count())));
        QVERIFY(!(*reader)->stateAt((*reader)->span().end.elapsed).isEmpty());
    }
};

QTEST_MAIN(SessionToScreen)
#include "d_session_to_screen_test.moc"
