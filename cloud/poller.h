#pragma once
// The cadence of asking: calm or eager, slower while it fails, never two questions at once, and never earlier than a
// provider said to come back. It decides nothing about what the answers mean: a failed poll is handed on like any
// other.

#include "cloud/cloud_error.h"
#include "cloud/http/retry_policy.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace gantry::cloud {

// Time as the poller needs it, so that a test can be its clock.
class PollTimer
{
public:
    virtual ~PollTimer() = default;
    virtual std::chrono::milliseconds now() const = 0; // monotonic, from any start
    virtual void startOnce(std::chrono::milliseconds delay, std::function<void()> ring) = 0; // replaces an earlier one
    virtual void stop() = 0;
};
std::unique_ptr<PollTimer> makePollTimer(); // QTimer, on the thread that makes it

struct PollPace
{
    std::chrono::milliseconds calm{2000};
    std::chrono::milliseconds eager{500};
};

// From the moment an answer came to the next question. `failuresInARow` counts this answer. `random` is 0..1: a tenth
// of the interval either way, so that many channels do not ask in step. `budgetIsLeft` false: the slowest pace.
std::chrono::milliseconds nextDelay(const PollPace &pace, bool eager, const std::optional<Error> &failure,
                                    int failuresInARow, bool budgetIsLeft, double random);

// When to ask; Poller<Sample> adds what. Lives on one thread.
class PollCadence
{
public:
    PollCadence(PollPace pace, std::unique_ptr<PollTimer> timer, std::function<double()> random);
    ~PollCadence();
    PollCadence(const PollCadence &) = delete;
    PollCadence &operator=(const PollCadence &) = delete;

    void start(std::function<void()> ask); // asks at once
    void stop();
    void setEager(bool eager);
    // Asks now, or as soon as the question under way is answered; not before the end of a Retry-After.
    void lookNow();
    void answered(const std::optional<Error> &failure);

private:
    void askNow();
    void wait(std::chrono::milliseconds delay);

    PollPace m_pace;
    std::unique_ptr<PollTimer> m_timer;
    std::function<double()> m_random;
    std::function<void()> m_ask;
    RetryBudget m_budget;
    std::chrono::milliseconds m_notBefore{0}; // the provider's Retry-After, on the timer's clock
    int m_failures = 0;
    bool m_running = false;
    bool m_eager = false;
    bool m_asking = false;
    bool m_askAgain = false;
    std::optional<Error> m_failure;
};

// Sample has `std::optional<Error> failure`. `ask` is the provider's poll(); it answers once, later, on this thread.
// An answer that comes after the poller is gone is dropped.
template <typename Sample>
class Poller
{
public:
    using Ask = std::function<void(std::function<void(Sample)>)>;
    using Arrived = std::function<void(const Sample &)>;

    Poller(PollPace pace, Ask ask, Arrived arrived, std::unique_ptr<PollTimer> timer = makePollTimer(),
           std::function<double()> random = {})
        : m_ask(std::move(ask)), m_arrived(std::move(arrived)), m_cadence(pace, std::move(timer), std::move(random))
    {
    }

    void start()
    {
        m_cadence.start([this] {
            m_ask([this, alive = std::weak_ptr<const bool>(m_alive)](Sample sample) {
                if (alive.expired())
                    return;
                m_cadence.answered(sample.failure);
                m_arrived(sample); // last: it may destroy the poller
            });
        });
    }
    void stop() { m_cadence.stop(); }
    void setEager(bool eager) { m_cadence.setEager(eager); }
    void lookNow() { m_cadence.lookNow(); }

private:
    Ask m_ask;
    Arrived m_arrived;
    PollCadence m_cadence;
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true);
};

} // namespace gantry::cloud
