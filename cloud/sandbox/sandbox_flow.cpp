#include "cloud/sandbox/sandbox_flow.h"

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

SandboxFlow::Delays SandboxFlow::realisticDelays()
{
    return {20s, 10s, 3s};
}

SandboxFlow::Delays SandboxFlow::fastDelays()
{
    return {1s, 500ms, 500ms};
}

SandboxFlow::SandboxFlow(Delays delays, std::vector<QString> sources, bool running, Time)
    : m_delays(delays)
    , m_sources(std::move(sources))
    , m_present(m_sources.size(), true)
    , m_state(running ? State::Active : State::Standby)
    , m_preferred(m_sources.empty() ? QString() : m_sources.front())
{
}

void SandboxFlow::advance(Time now)
{
    if (!m_due || *m_due > now)
        return;
    m_due.reset();
    if (m_state == State::Stopping)
        m_state = State::Standby;
    else if (m_state == State::Starting || m_state == State::Updating)
        m_state = State::Active;
    if (m_nextPreferred)
        m_preferred = *std::exchange(m_nextPreferred, std::nullopt);
}

bool SandboxFlow::start(Time now)
{
    advance(now);
    if (m_state != State::Standby)
        return false;
    m_state = State::Starting;
    m_due = now + m_delays.start;
    return true;
}

bool SandboxFlow::stop(Time now)
{
    advance(now);
    if (m_state != State::Active && m_state != State::Starting)
        return false;
    m_state = State::Stopping;
    m_due = now + m_delays.stop;
    return true;
}

bool SandboxFlow::beginUpdate(Time now)
{
    advance(now);
    if (m_state != State::Active && m_state != State::Standby)
        return false;
    if (m_state == State::Active) {
        m_state = State::Updating;
        m_due = now + m_delays.update;
    }
    return true;
}

bool SandboxFlow::update(const QString &source, bool failover, Time now)
{
    if (!beginUpdate(now))
        return false;
    m_failover = failover;
    if (source.isEmpty())
        return true;
    if (m_state == State::Standby)
        m_preferred = source;
    else
        m_nextPreferred = source;
    return true;
}

bool SandboxFlow::setOutputEnabled(bool enabled, Time now)
{
    if (!beginUpdate(now))
        return false;
    m_outputEnabled = enabled;
    return true;
}

void SandboxFlow::setPresent(const QString &source, bool present)
{
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (m_sources[i] == source)
            m_present[i] = present;
    }
}

bool SandboxFlow::isPresent(const QString &source) const
{
    const auto it = std::find(m_sources.begin(), m_sources.end(), source);
    return it != m_sources.end() && m_present[std::size_t(it - m_sources.begin())];
}

QString SandboxFlow::activeSource() const
{
    if (!isRunning() || m_sources.empty())
        return {};
    const QString &first = m_preferred.isEmpty() ? m_sources.front() : m_preferred;
    if (!m_failover)
        return m_sources.front(); // the other one is not listened to
    if (isPresent(first))
        return first;
    const auto other =
        std::find_if(m_sources.begin(), m_sources.end(), [this](const QString &s) { return isPresent(s); });
    return other == m_sources.end() ? first : *other;
}

} // namespace gantry::cloud
