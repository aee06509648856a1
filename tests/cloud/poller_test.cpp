#include "cloud/poller.h"

#include "cloud/encoder_sample.h"

#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;

namespace {

struct ManualClock
{
    std::chrono::milliseconds now{0};
    std::optional<std::chrono::milliseconds> due;
    std::function<void()> ring;

    void pass(std::chrono::milliseconds time)
    {
        const auto until = now + time;
        while (due && *due <= until) {
            now = *due;
            due.reset();
            std::exchange(ring, {})();
        }
        now = until;
    }
};

class ManualTimer : public PollTimer
{
public:
    explicit ManualTimer(ManualClock &clock) : m_clock(clock) {}
    std::chrono::milliseconds now() const override { return m_clock.now; }
    void startOnce(std::chrono::milliseconds delay, std::function<void()> ring) override
    {
        m_clock.due = m_clock.now + delay;
        m_clock.ring = std::move(ring);
    }
    void stop() override { m_clock.due.reset(); }

private:
    ManualClock &m_clock;
};

// A provider that answers when it is told to.
struct Desk
{
    ManualClock clock;
    std::vector<std::function<void(EncoderSample)>> asked;
    std::vector<EncoderSample> arrived;
    std::unique_ptr<Poller<EncoderSample>> poller = std::make_unique<Poller<EncoderSample>>(
        PollPace{2000ms, 500ms},
        [this](std::function<void(EncoderSample)> answer) { asked.push_back(std::move(answer)); },
        [this](const EncoderSample &sample) { arrived.push_back(sample); }, std::make_unique<ManualTimer>(clock),
        [] { return 0.5; });

    void answer(std::optional<Error> failure = {})
    {
        EncoderSample sample;
        sample.failure = std::move(failure);
        const auto last = asked.back();
        last(sample);
    }
};

Error fault(Error::Kind kind, int retryAfter = 0)
{
    Error error;
    error.kind = kind;
    error.retryAfterSeconds = retryAfter;
    return error;
}

} // namespace

class PollerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIntervalVariesByATenthEitherWay()
    {
        const PollPace pace{2000ms, 500ms};
        QCOMPARE(nextDelay(pace, false, {}, 0, true, 0.0), 1800ms);
        QCOMPARE(nextDelay(pace, false, {}, 0, true, 1.0), 2200ms);
        QCOMPARE(nextDelay(pace, true, {}, 0, true, 0.5), 500ms);
    }

    void aFailureAddsABackOffToTheInterval()
    {
        const PollPace pace{2000ms, 500ms};
        QCOMPARE(nextDelay(pace, false, fault(Error::Kind::Unreachable), 1, true, 1.0), 4000ms);
        QCOMPARE(nextDelay(pace, true, fault(Error::Kind::Unreachable), 3, true, 0.5), 4500ms);
        QCOMPARE(nextDelay(pace, false, fault(Error::Kind::Throttled, 60), 1, true, 0.5), 62'000ms);
    }

    void withoutBudgetItAsksAtTheSlowestPaceEvenWhenEager()
    {
        const PollPace pace{2000ms, 500ms};
        QCOMPARE(nextDelay(pace, true, fault(Error::Kind::Unreachable), 1, false, 0.0), 22'000ms);
        QCOMPARE(nextDelay(pace, true, fault(Error::Kind::Throttled, 60), 1, false, 0.0), 60'000ms);
    }

    void itAsksAtOnceAndThenAtTheInterval()
    {
        Desk desk;
        desk.poller->start();
        QCOMPARE(desk.asked.size(), 1u);
        desk.answer();
        QCOMPARE(desk.arrived.size(), 1u);
        desk.clock.pass(1999ms);
        QCOMPARE(desk.asked.size(), 1u);
        desk.clock.pass(1ms);
        QCOMPARE(desk.asked.size(), 2u);
    }

    void thereIsNeverMoreThanOneQuestionUnderWay()
    {
        Desk desk;
        desk.poller->start();
        desk.poller->lookNow();
        desk.poller->setEager(true);
        desk.poller->lookNow();
        desk.clock.pass(60s);
        QCOMPARE(desk.asked.size(), 1u);
        desk.answer();
        desk.clock.pass(0ms); // the look that was asked for meanwhile, once
        QCOMPARE(desk.asked.size(), 2u);
    }

    void lookingNowDoesNotWaitForTheInterval()
    {
        Desk desk;
        desk.poller->start();
        desk.answer();
        desk.poller->lookNow();
        QCOMPARE(desk.asked.size(), 2u);
        desk.answer();
        desk.clock.pass(2000ms);
        QCOMPARE(desk.asked.size(), 3u); // and the old interval is not asked for as well
    }

    void becomingEagerShortensTheWaitUnderWay()
    {
        Desk desk;
        desk.poller->start();
        desk.answer();
        desk.poller->setEager(true);
        desk.clock.pass(500ms);
        QCOMPARE(desk.asked.size(), 2u);
        desk.poller->setEager(false);
        desk.answer();
        desk.clock.pass(1999ms);
        QCOMPARE(desk.asked.size(), 2u);
    }

    void aThrottledPollObeysRetryAfter()
    {
        Desk desk;
        desk.poller->start();
        desk.answer(fault(Error::Kind::Throttled, 30));
        desk.poller->setEager(true);
        desk.poller->lookNow();
        desk.clock.pass(29'999ms);
        QCOMPARE(desk.asked.size(), 1u);
        desk.clock.pass(1ms);
        QCOMPARE(desk.asked.size(), 2u);
    }

    void aLookAskedForDuringAThrottledPollWaitsAsWell()
    {
        Desk desk;
        desk.poller->start();
        desk.poller->lookNow();
        desk.answer(fault(Error::Kind::Throttled, 30));
        desk.clock.pass(29'999ms);
        QCOMPARE(desk.asked.size(), 1u);
        desk.clock.pass(1ms);
        QCOMPARE(desk.asked.size(), 2u);
    }

    void everyFailureIsHandedOnAndTheWaitGrows()
    {
        Desk desk;
        desk.poller->start();
        desk.answer(fault(Error::Kind::Unreachable)); // half of 2 s more
        desk.clock.pass(2999ms);
        QCOMPARE(desk.asked.size(), 1u);
        desk.clock.pass(1ms);
        QCOMPARE(desk.asked.size(), 2u);
        desk.answer(fault(Error::Kind::Unreachable)); // half of 4 s more
        desk.clock.pass(3999ms);
        QCOMPARE(desk.asked.size(), 2u);
        desk.clock.pass(1ms);
        QCOMPARE(desk.asked.size(), 3u);
        QCOMPARE(desk.arrived.size(), 2u);
        QVERIFY(desk.arrived.back().failure);
        desk.answer();
        desk.clock.pass(2000ms); // and one success ends it
        QCOMPARE(desk.asked.size(), 4u);
    }

    void aStoppedPollerAsksNoMore()
    {
        Desk desk;
        desk.poller->start();
        desk.poller->stop();
        desk.answer();
        desk.poller->lookNow();
        desk.clock.pass(60s);
        QCOMPARE(desk.asked.size(), 1u);
        desk.poller->start();
        QCOMPARE(desk.asked.size(), 2u);
    }

    void anAnswerThatComesAfterThePollerIsGoneIsDropped()
    {
        Desk desk;
        desk.poller->start();
        desk.poller.reset();
        desk.answer();
        QVERIFY(desk.arrived.empty());
    }

    void whoeverReceivesASampleMayEndThePoller()
    {
        ManualClock clock;
        std::function<void(EncoderSample)> pending;
        std::unique_ptr<Poller<EncoderSample>> poller;
        poller = std::make_unique<Poller<EncoderSample>>(
            PollPace{}, [&](std::function<void(EncoderSample)> answer) { pending = std::move(answer); },
            [&](const EncoderSample &) { poller.reset(); }, std::make_unique<ManualTimer>(clock), [] { return 0.0; });
        poller->start();
        const auto answer = pending;
        answer({});
        QVERIFY(!poller);
    }
};

QTEST_GUILESS_MAIN(PollerTest)
#include "poller_test.moc"
