#include "media/measure/clock_monitor.h"

#include "media/measure/ts_packet.h"

#include <algorithm>
#include <utility>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

constexpr std::int64_t ticksPerMillisecond = 27'000;
constexpr std::int64_t longestStep = 100 * ticksPerMillisecond;
constexpr std::chrono::milliseconds gone = 500ms; // without any reference: counted without waiting for the next

constexpr nanoseconds duration(std::int64_t ticks)
{
    return nanoseconds(ticks * 1000 / 27);
}

} // namespace

ClockMonitor::ClockMonitor() : m_missing(gone) {}

void ClockMonitor::restart(Time flow)
{
    stop();
    m_missing.begin(flow);
}

void ClockMonitor::stop()
{
    m_last.reset();
    m_lag.reset();
    m_spreadOver = 0;
    m_line.clear();
    m_missing.stop();
    m_missed = false;
    m_announced = false;
}

void ClockMonitor::reference(std::int64_t ticks, std::uint64_t packet, Time now, Time flow)
{
    const Reference here{ticks, now, flow};
    check(flow);
    const bool missed = std::exchange(m_missed, false);
    m_missing.begin(flow);
    if (const bool announced = std::exchange(m_announced, false); announced || !m_last) {
        rebase(here);
    } else {
        const std::int64_t step = shortWay(ticks - m_last->ticks, clockWrap);
        const bool silence = now - m_last->now != flow - m_last->flow;
        if (jumped(*m_last, here, step)) {
            ++m_discontinuities;
            rebase(here);
        } else {
            // Whoever was silent as a whole has not left out a reference.
            m_repetition += step > longestStep && !silence && !missed ? 1 : 0;
            m_unwrapped += step;
            m_last = here;
            spread(now);
        }
    }
    m_accuracy += m_line.add(m_unwrapped, packet);
}

void ClockMonitor::rebase(const Reference &reference)
{
    m_last = reference;
    m_unwrapped = 0;
    m_base = reference.now;
    m_line.clear();
    m_lag.reset();
    spread(reference.now);
}

// A long step is a jump when it is not what has passed; a step back always is.
bool ClockMonitor::jumped(const Reference &from, const Reference &to, std::int64_t step) const
{
    if (step >= 0 && step <= longestStep)
        return false;
    const nanoseconds against = duration(step) - (to.now - from.now);
    return step < 0 || against > duration(longestStep) || against < -duration(longestStep);
}

void ClockMonitor::spread(Time now)
{
    const nanoseconds lag = (now - m_base) - duration(m_unwrapped);
    if (!m_lag) {
        m_least = m_most = lag;
        m_spreadOver = 0;
    }
    m_lag = lag;
    m_least = std::min(m_least, lag);
    m_most = std::max(m_most, lag);
    ++m_spreadOver;
}

void ClockMonitor::check(Time flow)
{
    if (const std::uint64_t errors = m_missing.overdue(flow); errors > 0) {
        m_repetition += errors;
        m_missed = true;
    }
}

std::optional<std::int64_t> ClockMonitor::at(Time now) const
{
    if (!m_last)
        return std::nullopt;
    const std::int64_t since = std::chrono::duration_cast<std::chrono::microseconds>(now - m_last->now).count();
    return (m_last->ticks / 300 + since * 9 / 100) % stampWrap;
}

std::optional<std::chrono::microseconds> ClockMonitor::takeJitter()
{
    if (!m_lag || m_spreadOver < 2)
        return std::nullopt;
    const auto jitter = std::chrono::duration_cast<std::chrono::microseconds>(m_most - m_least);
    m_least = m_most = *m_lag; // a step from one second to the next counts, too
    m_spreadOver = 1;
    return jitter;
}

} // namespace gantry::media
