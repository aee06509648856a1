#include "media/input/reconnect.h"

#include <QTest>

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

const Reconnect::Time start{1000s};

std::chrono::milliseconds pauseAfterFailure(Reconnect &reconnect, Reconnect::Time now)
{
    reconnect.failed(now);
    return std::chrono::duration_cast<std::chrono::milliseconds>(reconnect.nextTry() - now);
}

// A connection that delivers for `time` and is then over.
std::chrono::milliseconds pauseAfterConnection(Reconnect &reconnect, std::chrono::milliseconds time, bool wasCalled)
{
    reconnect.connected(start);
    reconnect.delivered(start + time);
    reconnect.ended(start + time, wasCalled);
    return std::chrono::duration_cast<std::chrono::milliseconds>(reconnect.nextTry() - (start + time));
}

} // namespace

class ReconnectTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstTryIsNow()
    {
        Reconnect reconnect(1);
        QVERIFY(reconnect.nextTry() <= start);
    }
    void pausesDoubleUpToTheLongestAndAreNeverShorterThanMeant()
    {
        Reconnect reconnect(1);
        for (const auto meant : {250ms, 500ms, 1000ms, 2000ms, 2000ms, 2000ms}) {
            const auto pause = pauseAfterFailure(reconnect, start);
            QVERIFY(pause >= meant && pause <= meant * 5 / 4);
        }
    }
    void twoFeedsDoNotCallInStep()
    {
        Reconnect one(1);
        Reconnect other(2);
        int same = 0;
        for (int i = 0; i < 20; ++i)
            same += pauseAfterFailure(one, start) == pauseAfterFailure(other, start);
        QVERIFY(same < 5);
    }
    void aConnectionThatHasDeliveredIsMadeAgainAtOnce()
    {
        Reconnect reconnect(1);
        for (int i = 0; i < 5; ++i)
            reconnect.failed(start);
        QCOMPARE(pauseAfterConnection(reconnect, 2000ms, true), 0ms);
        QVERIFY(pauseAfterFailure(reconnect, start) < 350ms); // and the pauses begin small again
    }
    void aPeerThatLetsUsInAndThrowsUsOutIsNotHammered()
    {
        Reconnect reconnect(1);
        QVERIFY(pauseAfterConnection(reconnect, 100ms, true) >= 250ms);
        QVERIFY(pauseAfterConnection(reconnect, 100ms, true) >= 500ms);
        QVERIFY(pauseAfterConnection(reconnect, 100ms, true) >= 1000ms);
    }
    void whoWaitsForCallersIsThereAtOnce()
    {
        Reconnect reconnect(1);
        QCOMPARE(pauseAfterConnection(reconnect, 0ms, false), 0ms);
        QCOMPARE(pauseAfterConnection(reconnect, 0ms, false), 0ms);
    }
    void silenceCountsFromTheConnectionAndFromWhatCame()
    {
        Reconnect reconnect(1);
        reconnect.connected(start);
        QCOMPARE(reconnect.silence(start + 3s), 3000ms);
        reconnect.delivered(start + 3s);
        QCOMPARE(reconnect.silence(start + 4s), 1000ms);
    }
};

QTEST_GUILESS_MAIN(ReconnectTest)
#include "reconnect_test.moc"
