#include "cloud/poller.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

class QtPollTimer : public PollTimer
{
public:
    QtPollTimer()
    {
        m_clock.start();
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (const auto ring = std::exchange(m_ring, {}))
                ring();
        });
    }
    std::chrono::milliseconds now() const override { return std::chrono::milliseconds(m_clock.elapsed()); }
    void startOnce(std::chrono::milliseconds delay, std::function<void()> ring) override
    {
        m_ring = std::move(ring);
        m_timer.start(delay);
    }
    void stop() override
    {
        m_timer.stop();
        m_ring = {};
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::function<void()> m_ring;
};

} // namespace

std::unique_ptr<PollTimer> makePollTimer()
{
    return std::make_unique<QtPollTimer>();
}

std::chrono::milliseconds nextDelay(const PollPace &pace, bool eager, const std::optional<Error> &failure,
                                    int failuresInARow, bool budgetIsLeft, double random)
{
    const std::chrono::milliseconds interval = eager ? pace.eager : pace.calm;
    if (!failure) {
        const double share = 0.9 + 0.2 * std::clamp(random, 0.0, 1.0);
        return std::chrono::milliseconds(qint64(double(interval.count()) * share));
    }
    // While it fails, eagerness must not make it worse.
    const std::chrono::milliseconds asked = std::chrono::seconds(std::clamp(failure->retryAfterSeconds, 0, 3600));
    if (!budgetIsLeft)
        return std::max(asked, pace.calm + kLongestBackOff);
    return interval + backOff(*failure, failuresInARow, random);
}

PollCadence::PollCadence(PollPace pace, std::unique_ptr<PollTimer> timer, std::function<double()> random)
    : m_pace(pace)
    , m_timer(std::move(timer))
    , m_random(random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); })
{
}

PollCadence::~PollCadence() = default;

void PollCadence::start(std::function<void()> ask)
{
    m_ask = std::move(ask);
    m_running = true;
    if (!m_asking)
        askNow();
}

void PollCadence::stop()
{
    m_running = false;
    m_askAgain = false;
    m_timer->stop();
}

void PollCadence::setEager(bool eager)
{
    if (m_eager == eager)
        return;
    m_eager = eager;
    if (!m_running || m_asking || !eager)
        return; // calm begins after the next answer
    if (!m_failure)
        wait(nextDelay(m_pace, m_eager, m_failure, m_failures, true, m_random()));
}

void PollCadence::lookNow()
{
    if (!m_running)
        return;
    if (m_asking)
        m_askAgain = true;
    else if (const auto now = m_timer->now(); now < m_notBefore)
        wait(m_notBefore - now);
    else
        askNow();
}

void PollCadence::answered(const std::optional<Error> &failure)
{
    m_asking = false;
    m_failure = failure;
    bool budgetIsLeft = true;
    if (failure) {
        ++m_failures;
        budgetIsLeft = m_budget.spend(*failure);
        if (failure->retryAfterSeconds > 0)
            m_notBefore = m_timer->now() + std::chrono::seconds(std::min(failure->retryAfterSeconds, 3600));
    } else {
        m_failures = 0;
        m_budget.succeeded();
    }
    if (!m_running)
        return;
    if (std::exchange(m_askAgain, false))
        wait(std::max(0ms, m_notBefore - m_timer->now()));
    else
        wait(nextDelay(m_pace, m_eager, failure, m_failures, budgetIsLeft, m_random()));
}

void PollCadence::askNow()
{
    m_timer->stop();
    m_asking = true;
    m_ask();
}

void PollCadence::wait(std::chrono::milliseconds delay)
{
    m_timer->startOnce(delay, [this] { askNow(); });
}

} // namespace gantry::cloud
