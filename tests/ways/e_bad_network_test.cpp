// Way (a) over networks as they are: a real sender, a relay that loses, delays and holds back, and a whole live room
// whose alarms say no more and no less than the viewers would see. Table of what to expect: reliability-facts,
// section 2.

#include "tests/support/udp_relay.h"
#include "tests/ways/stage.h"

#include "media/output/test_feed.h"

#include <QGuiApplication>
#include <QRegularExpression>

#include <atomic>
#include <thread>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;
using media::SignalState;
using relay::Conditions;

namespace {

// 40 and 100 ms there and back.
constexpr Conditions near{.delay = 20ms};
constexpr Conditions far{.delay = 50ms};

Conditions with(Conditions conditions, double loss)
{
    conditions.loss = loss;
    return conditions;
}

// The rehearsal's sender, calling `port` until it goes out of scope.
class Sender
{
public:
    Sender(quint16 port, std::chrono::milliseconds latency, int kilobits)
    {
        media::TestFeedSettings settings;
        settings.name = QStringLiteral("CAM 1");
        settings.address.host = QStringLiteral("127.0.0.1");
        settings.address.port = port;
        settings.address.latency = latency;
        settings.size = {320, 180};
        settings.videoKilobits = kilobits;
        m_thread = std::thread([this, settings] { static_cast<void>(media::sendTestFeed(settings, m_stop)); });
    }
    Sender(const Sender &) = delete;
    Sender &operator=(const Sender &) = delete;
    ~Sender()
    {
        m_stop = true;
        m_thread.join();
    }

private:
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

// A room with one listening feed, a relay in front of it, and a sender behind that.
struct Stage
{
    quint16 port = freePort();
    relay::UdpRelay network;
    std::unique_ptr<LiveRoom> room;
    std::unique_ptr<Listener> heard;
    std::unique_ptr<Sender> sender;

    Stage(const QString &session, std::chrono::milliseconds latency, const Conditions &conditions, quint32 seed,
          int kilobits = 500)
        : network(port, seed, conditions)
    {
        Show show = oneFeedShow(port);
        show.feeds[0].srt.latency = latency;
        auto opened = LiveRoom::open(show, session);
        if (!opened)
            qFatal("%s", "no room");
        room = std::move(*opened);
        heard = std::make_unique<Listener>(room->records());
        room->start();
        sender = std::make_unique<Sender>(network.port(), latency, kilobits);
    }

    bool isLive() const
    {
        const auto *picture = heard->newest<PictureRecord>();
        return picture && picture->state.signal == SignalState::Live;
    }
    // Live, and for so long that what comes next is not the beginning.
    bool settles()
    {
        return becomesTrue(
            [&] {
                const auto *picture = heard->newest<PictureRecord>();
                return isLive() && picture->state.decoded > 40;
            },
            20s);
    }
    QStringList alarms(RecordNumber after = 0) const
    {
        QStringList said;
        for (const Record &record : heard->records)
            if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload);
                alarm && record.number > after && alarm->alarm.state == AlarmState::ActiveUnacknowledged)
                said.append(alarm->alarm.what);
        return said;
    }
    std::int64_t dropped() const
    {
        std::int64_t all = 0;
        for (const Record &record : heard->records)
            if (const auto *link = std::get_if<LinkRecord>(&record.payload))
                all += link->sample.interval.dropped;
        return all;
    }
    RecordNumber now() const { return heard->records.last().number; }
};

void wait(std::chrono::milliseconds time)
{
    QTest::qWait(int(time.count()));
}

} // namespace

class BadNetwork : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString sessionPath() { return m_folder.filePath(QStringLiteral("%1.gantry").arg(++m_count)); }

private Q_SLOTS:
    void fivePercentLossThatFourRoundTripsRepairRaisesNoAlarm()
    {
        // In about one run of twenty a packet is lost four times in a row. That one is dropped and is not what this is
        // about; the alarm is right then, and the next seed is taken.
        for (const quint32 seed : {11u, 12u, 13u}) {
            Stage stage(sessionPath(), 160ms, near, seed);
            QVERIFY(stage.settles());
            stage.network.set(with(near, 0.05));
            wait(6s);
            QVERIFY(stage.network.toTarget().lost >= 5);
            if (stage.dropped() > 0)
                continue;
            const media::LinkSample link = stage.heard->newest<LinkRecord>()->sample;
            QVERIFY(link.total.lost > 0);
            QVERIFY(link.total.retransmitted > 0);
            QVERIFY2(stage.alarms().isEmpty(), qPrintable(stage.alarms().join(u' ')));
            return;
        }
        QFAIL("packets were dropped in every run: the latency does not repair the loss");
    }

    void twentyPercentLossAtTooLittleLatencyIsSaidWithinTwoSecondsWithAdvice()
    {
        Stage stage(sessionPath(), 120ms, far, 21, 2000);
        QVERIFY(stage.settles());
        stage.network.set(with(far, 0.2));
        const auto drops = [&] {
            return stage.heard->first<LinkRecord>(
                [](const LinkRecord &link) { return link.sample.interval.dropped > 0; });
        };
        const auto alarm = [&] {
            return stage.heard->first<AlarmRecord>([](const AlarmRecord &record) {
                return record.alarm.what == QStringLiteral("DROPPED PACKETS") &&
                       record.alarm.state == AlarmState::ActiveUnacknowledged;
            });
        };
        QVERIFY(becomesTrue([&] { return drops() != nullptr && alarm() != nullptr; }, 15s));
        QVERIFY(alarm()->at.elapsed - drops()->at.elapsed < 2s);
        const QString advice = std::get<AlarmRecord>(alarm()->payload).alarm.advice;
        const auto named = QRegularExpression(QStringLiteral("at least (\\d+) ms")).match(advice);
        QVERIFY2(named.hasMatch(), qPrintable(advice));
        QVERIFY2(named.captured(1).toInt() > 250, qPrintable(advice)); // more than 120, and more than two round trips
    }

    void jitterWithoutLossRaisesNoAlarm()
    {
        Conditions jittery = near;
        jittery.jitter = 10ms;
        Stage stage(sessionPath(), 250ms, near, 31);
        QVERIFY(stage.settles());
        stage.network.set(jittery);
        wait(5s);
        QCOMPARE(stage.dropped(), std::int64_t(0));
        QVERIFY(stage.heard->newest<LinkRecord>()->sample.total.lost > 0); // it looks like loss, and is none
        QVERIFY2(stage.alarms().isEmpty(), qPrintable(stage.alarms().join(u' ')));
    }

    void anOutageOfSevenSecondsIsNoSignalWithinOneAndThePictureComesBackByItself()
    {
        Stage stage(sessionPath(), 120ms, near, 41);
        QVERIFY(stage.settles());
        const std::uint32_t connections = stage.heard->newest<LinkRecord>()->sample.connections;
        const RecordNumber before = stage.now();
        const Instant began = stage.room->records().now();
        stage.network.set({.outage = true});
        const auto lost = [&] {
            return stage.heard->first<PictureRecord>(
                [](const PictureRecord &picture) { return picture.state.signal == SignalState::NoSignal; }, before);
        };
        QVERIFY(becomesTrue([&] { return lost() != nullptr; }, 5s));
        // One second without a picture; the last ones were still in SRT's buffer when the line went.
        const auto took = lost()->at.elapsed - began.elapsed;
        QVERIFY2(took > 900ms && took < 1600ms, qPrintable(QString::number(took.count())));
        QVERIFY(becomesTrue([&] { return stage.alarms(before).contains(QStringLiteral("NO SIGNAL")); }, 1s));
        wait(std::chrono::duration_cast<std::chrono::milliseconds>(7s - took));
        const RecordNumber end = stage.now();
        stage.network.set(near);
        QVERIFY(becomesTrue([&] { return stage.isLive() && stage.now() > end; }, 12s));
        QVERIFY(becomesTrue([&] { return stage.heard->newest<LinkRecord>()->sample.connections > connections; },
                            2s)); // a new one
    }

    void aPeerThatFlapsEveryThreeSecondsIsFollowedEachTime()
    {
        Stage stage(sessionPath(), 120ms, {.delay = 5ms}, 51);
        for (std::uint32_t round = 1; round <= 3; ++round) {
            QVERIFY2(becomesTrue(
                         [&] {
                             const auto *link = stage.heard->newest<LinkRecord>();
                             return stage.isLive() && link->sample.connections >= round &&
                                    link->sample.state == media::LinkState::Connected;
                         },
                         10s),
                     qPrintable(QString::number(round)));
            wait(1s);
            stage.sender.reset(); // says goodbye
            QVERIFY(becomesTrue([&] { return !stage.isLive(); }, 3s));
            wait(1s);
            stage.sender = std::make_unique<Sender>(stage.network.port(), 120ms, 500);
        }
        QVERIFY(becomesTrue([&] { return stage.isLive(); }, 10s));
        // One fault, one alarm: a picture that comes and goes does not fill the list.
        const QStringList alarms = stage.alarms();
        QVERIFY2(alarms.count(QStringLiteral("NO SIGNAL")) <= 3, qPrintable(alarms.join(u' ')));
    }

    void aCallThatFailsOnALossyLineIsMadeAgainUntilItSucceeds()
    {
        const quint16 target = freePort();
        relay::UdpRelay network(target, 61, {.loss = 1});
        Show show = oneFeedShow(network.port());
        show.feeds[0].srt.mode = media::SrtAddress::Mode::Caller;
        auto room = LiveRoom::open(show, sessionPath());
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        // ffmpeg listens and sends to whoever calls.
        QStringList arguments = ffmpegSender(target);
        arguments.last().replace(QStringLiteral("mode=caller"), QStringLiteral("mode=listener"));
        Process sender(QStringLiteral("ffmpeg"), arguments);
        QVERIFY(becomesTrue(
            [&] {
                return heard.has<LinkRecord>([](const LinkRecord &link) {
                    return link.sample.fault && link.sample.fault->kind == media::Error::Kind::TimedOut;
                });
            },
            8s));
        network.set({.loss = 0.05, .delay = 10ms});
        QVERIFY(becomesTrue(
            [&] {
                const auto *picture = heard.newest<PictureRecord>();
                return picture && picture->state.signal == SignalState::Live;
            },
            15s));
    }
};

QTEST_MAIN(BadNetwork)
#include "e_bad_network_test.moc"
