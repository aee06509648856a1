// Every fault of a feed, told second by second: it rises after its hold, falls after its clear, is hidden by its
// parent, and is off when the show says so.

#include "app/control/alarm_rules.h"
#include "tests/support/feeding.h"

#include <QRegularExpression>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using media::SignalState;
using std::chrono::milliseconds;

namespace {

// Makes it so that the fault has lasted for `lasting`; called before every second.
using Break = void (*)(Feeding &feeding, milliseconds lasting);

struct Fault
{
    const char *limit; // the key in the show's limits
    Break breaks;
    QString line;
    int hold;  // s
    int clear; // s, including the time that a measured window needs to forget
    bool byPicture;
};

const std::vector<Fault> &faults()
{
    using F = Feeding &;
    using T = milliseconds;
    static const std::vector<Fault> faults = {
        {"black", [](F f, T t) { content(f).frozen = content(f).black = content(f).flat = t; },
         QStringLiteral("CAM 1 BLACK minor active"), 2, 1, true},
        {"freeze", [](F f, T t) { content(f).frozen = t; }, QStringLiteral("CAM 1 FROZEN minor active"), 3, 1, true},
        {"flat", [](F f, T t) { content(f).frozen = content(f).flat = t; },
         QStringLiteral("CAM 1 FLAT FIELD minor active"), 10, 1, true},
        {"bars", [](F f, T t) { content(f).frozen = content(f).bars = t; },
         QStringLiteral("CAM 1 COLOUR BARS info active"), 10, 1, true},
        {"decoder",
         [](F f, T) {
             f.picture.state.decoder = QStringLiteral("software");
             f.picture.state.decoderNote = QStringLiteral("VA-API: the device is gone.");
         },
         QStringLiteral("CAM 1 SOFTWARE DECODING minor active"), 0, 2, false},
        {"silence", [](F f, T t) { sound(f).silent = t; }, QStringLiteral("CAM 1 SILENCE minor active"), 10, 1, true},
        {"silence", [](F f, T) { f.audio.levels = {}; }, QStringLiteral("CAM 1 NO AUDIO minor active"), 10, 1, true},
        {"channelSilent",
         [](F f, T t) {
             sound(f).channelDead = t;
             sound(f).deadChannel = 2;
         },
         QStringLiteral("CAM 1 CHANNEL SILENT minor active"), 30, 1, true},
        {"phase", [](F f, T t) { sound(f).outOfPhase = t; }, QStringLiteral("CAM 1 OUT OF PHASE minor active"), 10, 1,
         true},
        {"clipping", [](F f, T) { sound(f).clippedShare = 0.002; }, QStringLiteral("CAM 1 CLIPPING minor active"), 0,
         10, true},
        {"loudness", [](F f, T) { f.audio.levels.integratedLufs = -21.5; },
         QStringLiteral("CAM 1 TOO LOUD minor active"), 60, 10, true},
        {"loudness", [](F f, T) { f.audio.levels.integratedLufs = -24.5; },
         QStringLiteral("CAM 1 TOO SOFT minor active"), 60, 10, true},
        {"truePeak", [](F f, T) { f.audio.levels.truePeakDbtp = -0.5; }, QStringLiteral("CAM 1 TRUE PEAK minor active"),
         0, 10, true},
        {"sync", [](F f, T) { f.audio.levels.soundEarly = 91ms; }, QStringLiteral("CAM 1 A/V OFFSET minor active"), 10,
         10, true},
        {"sync", [](F f, T) { f.audio.levels.soundEarly = -371ms; }, QStringLiteral("CAM 1 A/V OFFSET major active"),
         10, 10, true},
        {"bitrate", [](F f, T) { link(f).receiveRate = media::BitsPerSecond{3e6}; },
         QStringLiteral("CAM 1 LOW BITRATE minor active"), 5, 10, true},
        {"bitrate", [](F f, T) { link(f).receiveRate = media::BitsPerSecond{1.9e6}; },
         QStringLiteral("CAM 1 LOW BITRATE major active"), 5, 10, true},
        {"dropped", [](F f, T) { link(f).interval.dropped = 5; }, QStringLiteral("CAM 1 DROPPED PACKETS minor active"),
         0, 40, false},
        {"retransmitted", [](F f, T) { link(f).interval.retransmitted = 60; },
         QStringLiteral("CAM 1 RETRANSMISSIONS minor active"), 12, 32, false},
        {"retransmitted", [](F f, T) { link(f).interval.retransmitted = 400; },
         QStringLiteral("CAM 1 RETRANSMISSIONS major active"), 10, 35, false},
        {"margin", [](F f, T) { link(f).latency = 24ms; }, QStringLiteral("CAM 1 LATENCY TOO LOW minor active"), 10, 30,
         false},
        {"roundTrip", [](F f, T) { link(f).roundTrip = 16ms; }, QStringLiteral("CAM 1 RTT RISING minor active"), 10, 30,
         false},
        {"undecryptable", [](F f, T) { link(f).interval.undecrypted = link(f).interval.dropped = 5; },
         QStringLiteral("CAM 1 UNDECRYPTABLE major active"), 0, 20, false},
        {"turnedAway",
         [](F f, T) {
             link(f).turnedAway = media::Error{media::Error::Kind::Refused, QStringLiteral("A second caller"),
                                               QStringLiteral("192.0.2.7"), QStringLiteral("Stop it.")};
         },
         QStringLiteral("CAM 1 CALLER TURNED AWAY minor active"), 0, 10, false},
        {"transport", [](F f, T) { f.transport.sample.continuityErrors += 1; },
         QStringLiteral("CAM 1 STREAM ERRORS major active"), 2, 20, true},
        {"transport", [](F f, T) { f.transport.sample.errors->pcrRepetition += 1; },
         QStringLiteral("CAM 1 STREAM TIMING minor active"), 2, 20, true},
    };
    return faults;
}

// The same, deaf to one limit.
Show showWithout(const char *offLimit)
{
    Show show = feedingShow();
    Feed &feed = show.feeds[0];
    using L = FeedLimits;
    static const std::pair<const char *, L::Times L::*> names[] = {
        {"black", &L::black},
        {"freeze", &L::freeze},
        {"flat", &L::flat},
        {"bars", &L::bars},
        {"decoder", &L::decoder},
        {"silence", &L::silence},
        {"channelSilent", &L::channelSilent},
        {"phase", &L::phase},
        {"clipping", &L::clipping},
        {"loudness", &L::loudness},
        {"truePeak", &L::truePeak},
        {"sync", &L::sync},
        {"bitrate", &L::bitrate},
        {"dropped", &L::dropped},
        {"retransmitted", &L::retransmitted},
        {"margin", &L::margin},
        {"roundTrip", &L::roundTrip},
        {"undecryptable", &L::undecryptable},
        {"turnedAway", &L::turnedAway},
        {"transport", &L::transport},
    };
    for (const auto &[name, times] : names) {
        if (qstrcmp(name, offLimit) == 0)
            (feed.limits.*times).on = false;
    }
    return show;
}

} // namespace

class FeedFaultsTest : public QObject
{
    Q_OBJECT

    static void everyFault()
    {
        QTest::addColumn<int>("fault");
        for (std::size_t i = 0; i < faults().size(); ++i)
            QTest::addRow("%s", qPrintable(faults()[i].line.mid(6).chopped(7))) << int(i);
    }

private Q_SLOTS:
    void eachFaultRisesAfterItsHoldAndFallsAfterItsClear_data() { everyFault(); }
    void eachFaultRisesAfterItsHoldAndFallsAfterItsClear()
    {
        QFETCH(int, fault);
        const Fault &one = faults()[std::size_t(fault)];
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        feeding.seconds(story, 60);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());

        Feeding broken = feeding;
        int lasted = 0;
        for (; lasted < one.hold - 1; ++lasted) {
            one.breaks(broken, milliseconds(lasted * 1000 + 1));
            broken.second(story);
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        for (; lasted < one.hold + 1; ++lasted) {
            one.breaks(broken, milliseconds(lasted * 1000 + 1));
            broken.second(story);
        }
        const QStringList risen = alarmLines(story.takeSaid());
        QVERIFY2(!risen.isEmpty() && risen.first() == one.line, qPrintable(risen.join(u'\n')));

        feeding.transport.sample = broken.transport.sample; // counters never fall
        const auto saysItIsOver = [&] {
            const QStringList lines = alarmLines(story.takeSaid());
            return !lines.filter(QRegularExpression(QStringLiteral("(normal|returned)$"))).isEmpty();
        };
        feeding.seconds(story, std::max(0, one.clear - 1));
        QVERIFY(!saysItIsOver());
        feeding.seconds(story, 3);
        QVERIFY(saysItIsOver());
    }

    void eachFaultIsSilentWhenTheShowSaysOff_data() { everyFault(); }
    void eachFaultIsSilentWhenTheShowSaysOff()
    {
        QFETCH(int, fault);
        const Fault &one = faults()[std::size_t(fault)];
        AlarmRules rules(showWithout(one.limit));
        RuleStory story(rules);
        Feeding feeding;
        feeding.seconds(story, 60);
        for (int lasted = 0; lasted < one.hold + 20; ++lasted) {
            one.breaks(feeding, milliseconds(lasted * 1000 + 1));
            feeding.second(story);
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aLostLinkHidesEachFaultOfWhatItCarried_data() { everyFault(); }
    void aLostLinkHidesEachFaultOfWhatItCarried()
    {
        QFETCH(int, fault);
        const Fault &one = faults()[std::size_t(fault)];
        if (!one.byPicture)
            return;
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        feeding.seconds(story, 60);
        feeding.link.sample = {};
        feeding.picture.state.signal = SignalState::NoSignal;
        for (int lasted = 0; lasted < one.hold + 20; ++lasted) {
            one.breaks(feeding, milliseconds(lasted * 1000 + 1));
            feeding.second(story);
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 NO SIGNAL major active")});
    }
};

QTEST_GUILESS_MAIN(FeedFaultsTest)
#include "feed_faults_test.moc"
