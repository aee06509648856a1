// The replay clock's arithmetic, and the player on a clock that the test moves by hand.
#include "app/session/replay_player.h"
#include "random_records.h"
#include "session_files.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace gantry;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

using Steady = std::chrono::steady_clock::time_point;

constexpr Steady kStart{std::chrono::hours(5)};

// Moved by hand, asked by any thread.
class HandClock
{
public:
    void forward(microseconds step) { m_now = m_now.load() + step.count(); }
    ReplayPlayer::SteadyNow asked() const
    {
        return [this] { return Steady(microseconds(m_now.load())); };
    }

private:
    std::atomic<std::int64_t> m_now{std::chrono::microseconds(std::chrono::hours(5)).count()};
};

RecordBatch joined(const QSignalSpy &spy)
{
    RecordBatch all;
    for (const auto &arguments : spy)
        all += arguments.at(0).value<RecordBatch>();
    return all;
}

} // namespace

class ReplayTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    RecordBatch m_records;
    QString m_path;

    RecordBatch between(microseconds fromExclusive, microseconds to) const
    {
        RecordBatch found;
        for (const Record &record : m_records) {
            if (record.at.elapsed > fromExclusive && record.at.elapsed <= to)
                found.append(record);
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::RandomRecords random(21);
        m_records = random.stream(1500, std::chrono::milliseconds(200));
        m_path = m_folder.filePath(QStringLiteral("a.gantry"));
        QVERIFY(test::writeSession(m_path, m_records));
    }

    void aClockStandsAtTheBeginningUntilItPlays()
    {
        ReplayClock clock(10s, 100s);
        QCOMPARE(clock.position(kStart + 50s), microseconds(10s));
        QVERIFY(!clock.isPlaying(kStart));
        clock.play(kStart);
        QCOMPARE(clock.position(kStart + 5s), microseconds(15s));
        QVERIFY(clock.isPlaying(kStart + 5s));
    }

    void aPauseHoldsThePosition()
    {
        ReplayClock clock(0s, 100s);
        clock.play(kStart);
        clock.pause(kStart + 7s);
        QCOMPARE(clock.position(kStart + 60s), microseconds(7s));
        clock.play(kStart + 60s);
        QCOMPARE(clock.position(kStart + 61s), microseconds(8s));
    }

    void aChangeOfSpeedCountsFromThenOn()
    {
        ReplayClock clock(0s, 1000s);
        clock.play(kStart);
        clock.setSpeed(4, kStart + 10s);
        QCOMPARE(clock.position(kStart + 20s), microseconds(50s));
        clock.setSpeed(0.25, kStart + 20s);
        QCOMPARE(clock.position(kStart + 28s), microseconds(52s));
    }

    void speedIsHeldToItsBoundsAndWhatIsNoNumberIsIgnored()
    {
        ReplayClock clock(0s, 1000s);
        clock.setSpeed(1000, kStart);
        QCOMPARE(clock.speed(), 16.0);
        clock.setSpeed(-3, kStart);
        QCOMPARE(clock.speed(), 0.25);
        clock.setSpeed(std::numeric_limits<double>::quiet_NaN(), kStart);
        QCOMPARE(clock.speed(), 0.25);
    }

    void theEndStopsTheClockAndASeekBackDoesNotStartIt()
    {
        ReplayClock clock(0s, 30s);
        clock.play(kStart);
        QCOMPARE(clock.position(kStart + 1h), microseconds(30s));
        QVERIFY(!clock.isPlaying(kStart + 1h));
        clock.play(kStart + 1h);
        QVERIFY(!clock.isPlaying(kStart + 1h));
        clock.seek(5s, kStart + 1h);
        QVERIFY(!clock.isPlaying(kStart + 1h));
        QCOMPARE(clock.position(kStart + 2h), microseconds(5s));
    }

    void aSeekIsHeldToTheSpanAndGoesOnPlaying()
    {
        ReplayClock clock(10s, 30s);
        clock.play(kStart);
        clock.seek(-5s, kStart + 1s);
        QCOMPARE(clock.position(kStart + 1s), microseconds(10s));
        QCOMPARE(clock.position(kStart + 3s), microseconds(12s));
        clock.seek(99s, kStart + 4s);
        QCOMPARE(clock.position(kStart + 4s), microseconds(30s));
        QVERIFY(!clock.isPlaying(kStart + 4s));
    }

    void timeThatGoesBackwardsMovesNothing()
    {
        ReplayClock clock(0s, 100s);
        clock.play(kStart);
        QCOMPARE(clock.position(kStart - 1h), microseconds(0));
    }

    void aPlayerBeginsWithTheFirstStateAndStands()
    {
        HandClock clock;
        ReplayPlayer player(test::readSession(m_path), clock.asked());
        QSignalSpy restarted(&player, &RecordSource::restarted);
        QSignalSpy arrived(&player, &RecordSource::arrived);
        player.start();
        QVERIFY(joined(restarted) == test::readSession(m_path)->stateAt(m_records.constFirst().at.elapsed));
        QVERIFY(!joined(restarted).isEmpty());
        clock.forward(10s);
        player.tick();
        QCOMPARE(arrived.count(), 0);
        QCOMPARE(player.now().elapsed, m_records.constFirst().at.elapsed);
    }

    void aPlayerBringsEveryRecordOnceInOrderAtAnySpeed()
    {
        HandClock clock;
        ReplayPlayer player(test::readSession(m_path), clock.asked());
        QSignalSpy arrived(&player, &RecordSource::arrived);
        QSignalSpy position(&player, &ReplayPlayer::positionChanged);
        player.start();
        player.play();
        test::RandomRecords random(4);
        const microseconds begin = m_records.constFirst().at.elapsed;
        const microseconds end = m_records.constLast().at.elapsed;
        while (player.now().elapsed < end) {
            clock.forward(std::chrono::milliseconds(random.below(300)));
            if (random.below(10) == 0)
                player.setSpeed(0.25 + random.below(20));
            if (random.below(20) == 0) {
                player.pause();
                clock.forward(5s);
                player.play();
            }
            player.tick();
        }
        player.tick();
        QVERIFY(joined(arrived) == between(begin, end));
        QCOMPARE(position.constLast().at(0).value<Instant>(), m_records.constLast().at);
        QCOMPARE(position.constLast().at(1).toBool(), false);
    }

    void aSeekBringsTheStateThereAndPlayGoesOnBehindIt()
    {
        HandClock clock;
        ReplayPlayer player(test::readSession(m_path), clock.asked());
        player.start();
        QSignalSpy restarted(&player, &RecordSource::restarted);
        QSignalSpy arrived(&player, &RecordSource::arrived);
        const microseconds aim = m_records[700].at.elapsed + 1us;
        player.seek(aim);
        QCOMPARE(restarted.count(), 1);
        QVERIFY(joined(restarted) == test::readSession(m_path)->stateAt(aim));
        QCOMPARE(player.now().elapsed, aim);
        player.play();
        clock.forward(3s);
        player.tick();
        QVERIFY(joined(arrived) == between(aim, aim + 3s));
    }

    void theWallClockIsCarriedOnFromTheRecordBefore()
    {
        const QString path = m_folder.filePath(QStringLiteral("jump.gantry"));
        const std::chrono::sys_time<microseconds> noon(std::chrono::hours(490'000));
        QVERIFY(test::writeSession(path, {{1, {noon, 0s}, NoteRecord{}},
                                          {2, {noon + 1h + 10s, 10s}, NoteRecord{{}, QStringLiteral("clock stepped")}},
                                          {3, {noon + 1h + 20s, 20s}, NoteRecord{}}}));
        HandClock clock;
        ReplayPlayer player(test::readSession(path), clock.asked());
        player.start();
        player.seek(9s);
        QCOMPARE(player.now(), (Instant{noon + 9s, 9s}));
        player.play();
        clock.forward(2s);
        player.tick();
        QCOMPARE(player.now(), (Instant{noon + 1h + 11s, 11s}));
    }

    void nowMayBeAskedFromAnyThreadWhilePlaying()
    {
        QThread thread;
        HandClock clock;
        auto player = std::make_unique<ReplayPlayer>(test::readSession(m_path), clock.asked());
        ReplayPlayer *playing = player.get();
        std::atomic<int> records{0};
        connect(playing, &RecordSource::arrived, playing,
                [&records](const RecordBatch &batch) { records += int(batch.size()); });
        player->moveToThread(&thread);
        connect(&thread, &QThread::finished, playing, [&player] { player.reset(); });
        thread.start();
        QMetaObject::invokeMethod(playing, &ReplayPlayer::start);
        QMetaObject::invokeMethod(playing, &ReplayPlayer::play);
        const microseconds end = m_records.constLast().at.elapsed;
        microseconds before{-1};
        for (int i = 0; i < 3000 && before < end; ++i) {
            clock.forward(50ms);
            const microseconds now = playing->now().elapsed;
            QVERIFY(now >= before);
            before = now;
            if (i % 40 == 0)
                QMetaObject::invokeMethod(playing, &ReplayPlayer::tick, Qt::BlockingQueuedConnection);
        }
        QMetaObject::invokeMethod(playing, &ReplayPlayer::tick, Qt::BlockingQueuedConnection);
        QVERIFY(records > 0);
        thread.quit();
        thread.wait();
        QVERIFY(!player);
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay.moc"
