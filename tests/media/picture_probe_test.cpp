#include "media/measure/picture_probe.h"

#include <QTest>

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

constexpr PictureProbe::Time start{1000s};

struct Feed // a connected feed with a picture table
{
    PictureProbe probe{start};
    VideoFormat format{QStringLiteral("H.264"), QSize(640, 360), 25};

    Feed()
    {
        probe.connected(start);
        probe.transport(true, true);
    }
    void pictureAt(std::chrono::milliseconds time) { probe.picture(start + time, start + time - 20ms, format); }
    SignalState at(std::chrono::milliseconds time) { return probe.state(start + time).signal; }
};

} // namespace

class PictureProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picturesThatAreLeftOutOnPurposeKeepAFeedAlive()
    {
        Feed feed;
        feed.pictureAt(0ms);
        for (auto time = 40ms; time <= 2000ms; time += 40ms)
            feed.probe.leftOut(start + time, false);
        QCOMPARE(feed.at(2100ms), SignalState::Live);
        QCOMPARE(*feed.probe.state(start + 2100ms).age, 2120ms); // what is shown is that old all the same
        QCOMPARE(feed.at(2300ms), SignalState::Stalled);
        QCOMPARE(feed.at(3000ms), SignalState::NoSignal);
        QCOMPARE(feed.probe.state(start + 3500ms).inState, 500ms);
    }
    void whatIsLeftOutBeforeTheFirstKeyPictureIsNoPicture()
    {
        Feed feed;
        feed.probe.leftOut(start + 40ms, false);
        QCOMPARE(feed.at(50ms), SignalState::Waiting);
    }
    void aFeedOfWhichNothingIsDecodedIsAliveWithoutAPicture()
    {
        Feed feed;
        feed.probe.leftOut(start + 40ms, true);
        QCOMPARE(feed.at(50ms), SignalState::Live);
        QVERIFY(!feed.probe.state(start + 50ms).age);
        feed.probe.leftOut(start + 80ms, false); // on its way back to pictures
        QCOMPARE(feed.at(90ms), SignalState::Live);
        QCOMPARE(feed.at(1100ms), SignalState::NoSignal);
    }
    void beforeTheFirstConnectionItWaitsForOne()
    {
        PictureProbe probe(start);
        const auto state = probe.state(start + 3s);
        QCOMPARE(state.signal, SignalState::Waiting);
        QCOMPARE(state.waitingFor, WaitingFor::Connection);
        QCOMPARE(state.inState, 3000ms);
        QVERIFY(!state.age);
    }
    void connectedWithoutATransportStreamItWaitsForThat()
    {
        PictureProbe probe(start);
        probe.connected(start);
        probe.transport(false, std::nullopt);
        QCOMPARE(probe.state(start + 1s).waitingFor, WaitingFor::TransportStream);
        probe.transport(true, std::nullopt);
        QCOMPARE(probe.state(start + 1s).waitingFor, WaitingFor::KeyPicture);
    }
    void withoutAKeyPictureItSaysSoForAsLongAsThatLasts()
    {
        PictureProbe probe(start);
        probe.connected(start);
        probe.transport(true, true);
        for (auto now = start; now <= start + 35s; now += 100ms) {
            const PictureState state = probe.state(now);
            QCOMPARE(state.signal, SignalState::Waiting);
            QCOMPARE(state.waitingFor, WaitingFor::KeyPicture);
            QCOMPARE(state.decodeErrors, std::uint64_t(0));
        }
    }
    void picturesThatKeepComingAreLive()
    {
        Feed feed;
        for (int i = 0; i < 50; ++i) {
            feed.pictureAt(i * 40ms);
            QCOMPARE(feed.at(i * 40ms + 39ms), SignalState::Live);
        }
        const auto state = feed.probe.state(start + 2000ms);
        QCOMPARE(state.decoded, std::uint64_t(50));
        QCOMPARE(state.age.value(), 60ms); // 1960 - 20 is when its last packet came
        QCOMPARE(state.format->codec, QStringLiteral("H.264"));
    }
    void aFeedIsStalledAfter300MillisecondsAndNotBefore()
    {
        Feed feed;
        feed.pictureAt(100ms);
        QCOMPARE(feed.at(399ms), SignalState::Live);
        QCOMPARE(feed.at(400ms), SignalState::Stalled);
    }
    void aFeedHasNoSignalAfterOneSecondThoughItIsStillConnected()
    {
        Feed feed;
        feed.pictureAt(0ms);
        QCOMPARE(feed.at(999ms), SignalState::Stalled);
        QCOMPARE(feed.at(1000ms), SignalState::NoSignal);
        QCOMPARE(feed.at(60000ms), SignalState::NoSignal);
    }
    void theTimeInAStateCountsFromWhenItBeganNotFromWhenItWasSeen()
    {
        Feed feed;
        feed.pictureAt(0ms);
        feed.at(0ms);
        QCOMPARE(feed.probe.state(start + 1250ms).inState, 250ms);
    }
    void aPictureAfterASilenceIsLiveAtOnce()
    {
        Feed feed;
        feed.pictureAt(0ms);
        QCOMPARE(feed.at(5000ms), SignalState::NoSignal);
        feed.pictureAt(5001ms);
        QCOMPARE(feed.at(5001ms), SignalState::Live);
    }
    void aLostConnectionIsNoSignalAtOnce()
    {
        Feed feed;
        feed.pictureAt(0ms);
        feed.probe.disconnected(start + 40ms);
        const auto state = feed.probe.state(start + 40ms);
        QCOMPARE(state.signal, SignalState::NoSignal);
        QCOMPARE(state.waitingFor, WaitingFor::Connection);
    }
    void aNewConnectionBeginsWithNothing()
    {
        Feed feed;
        feed.pictureAt(0ms);
        feed.probe.decodeError();
        feed.probe.disconnected(start + 40ms);
        feed.probe.connected(start + 2s);
        feed.probe.transport(true, std::nullopt);
        const auto state = feed.probe.state(start + 2s);
        QCOMPARE(state.signal, SignalState::Waiting);
        QCOMPARE(state.waitingFor, WaitingFor::KeyPicture);
        QCOMPARE(state.decoded, std::uint64_t(0));
        QCOMPARE(state.decodeErrors, std::uint64_t(0));
        QVERIFY(!state.age);
        QVERIFY(!state.format);
    }
    void aStreamOfSoundAloneIsAudioOnlyWhileItSounds()
    {
        PictureProbe probe(start);
        probe.connected(start);
        probe.transport(true, false);
        QCOMPARE(probe.state(start).signal, SignalState::Waiting);
        probe.sound(start + 50ms);
        QCOMPARE(probe.state(start + 60ms).signal, SignalState::AudioOnly);
        QCOMPARE(probe.state(start + 1050ms).signal, SignalState::NoSignal);
        probe.sound(start + 1100ms);
        QCOMPARE(probe.state(start + 1100ms).signal, SignalState::AudioOnly);
    }
    void soundDoesNotHideAMissingPicture()
    {
        Feed feed;
        feed.pictureAt(0ms);
        feed.probe.sound(start + 2s);
        QCOMPARE(feed.at(2000ms), SignalState::NoSignal);
    }
};

QTEST_GUILESS_MAIN(PictureProbeTest)
#include "picture_probe_test.moc"
