#include "cloud/sandbox/sandbox_livestream.h"

#include <QRegularExpression>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kLead = 10s; // what the real service asks of an executionTime
constexpr std::size_t kMostEvents = 1000;

} // namespace

SandboxLivestream::Delays SandboxLivestream::realisticDelays()
{
    return {30s, 15s, 3s, 3s};
}

SandboxLivestream::Delays SandboxLivestream::fastDelays()
{
    return {1500ms, 1s, 500ms, 1s};
}

SandboxLivestream::SandboxLivestream(Delays delays, std::vector<QString> inputs, bool running, Time now)
    : m_delays(delays), m_inputs(std::move(inputs)), m_present(m_inputs.size(), true)
{
    if (!running || m_inputs.empty())
        return;
    m_state = State::Streaming;
    m_activeInput = m_inputs.front();
    settle(now);
}

void SandboxLivestream::advance(Time now)
{
    for (;;) {
        Event *next = nullptr;
        for (Event &event : m_events) {
            const bool waits = event.state == Event::State::Scheduled || event.state == Event::State::Pending;
            if (waits && *event.at <= now && (!next || *event.at < *next->at))
                next = &event;
        }
        if (m_due && *m_due <= now && (!next || *m_due <= *next->at)) {
            const Time at = *std::exchange(m_due, std::nullopt);
            if (m_state == State::Starting) {
                m_state = State::AwaitingInput;
                m_activeInput = m_inputs.empty() ? QString() : m_inputs.front();
                settle(at);
            } else if (m_state == State::AwaitingInput) {
                m_state = State::Streaming;
                settle(at);
            } else if (m_state == State::Stopping) {
                m_state = State::Stopped;
                m_activeInput.clear();
            }
            continue;
        }
        if (!next)
            return;
        perform(*next, *next->at);
    }
}

void SandboxLivestream::perform(Event &event, Time at)
{
    if (!isRunning()) {
        event.state = Event::State::Failed;
        event.error = QStringLiteral("The channel is not streaming.");
        return;
    }
    event.state = Event::State::Succeeded;
    if (event.task != QLatin1StringView("inputSwitch"))
        return; // told, and without a picture of its own in a rehearsal
    m_activeInput = event.inputKey;
    m_automatic = false;
    settle(at);
}

void SandboxLivestream::settle(Time at)
{
    if (m_automatic && m_inputs.size() >= 2 && isRunning() && m_state != State::AwaitingInput) {
        const bool primary = isPresent(m_inputs[0]) || !isPresent(m_inputs[1]);
        m_activeInput = m_inputs[primary ? 0 : 1];
    }
    const bool present = isPresent(m_activeInput);
    if (m_state == State::AwaitingInput) {
        if (!present)
            m_due.reset();
        else if (!m_due)
            m_due = at + m_delays.firstPicture;
    } else if (m_state == State::Streaming || m_state == State::StreamingNoInput) {
        m_state = present ? State::Streaming : State::StreamingNoInput;
    }
}

std::optional<SandboxLivestream::Time> SandboxLivestream::start(Time now)
{
    advance(now);
    if (m_state != State::Stopped)
        return std::nullopt;
    m_state = State::Starting;
    m_due = now + m_delays.start;
    return m_due;
}

std::optional<SandboxLivestream::Time> SandboxLivestream::stop(Time now)
{
    advance(now);
    if (m_state == State::Stopped || m_state == State::Stopping)
        return std::nullopt;
    m_state = State::Stopping;
    m_due = now + m_delays.stop;
    return m_due;
}

tl::expected<SandboxLivestream::Event, SandboxLivestream::Fault> SandboxLivestream::createEvent(Event event, Time now)
{
    advance(now);
    static const QRegularExpression idRule(QStringLiteral("^[a-z0-9-]{1,63}$"));
    if (!idRule.match(event.id).hasMatch())
        return tl::unexpected(Fault{400, QStringLiteral("eventId needs 1 to 63 characters of [a-z0-9-].")});
    for (const Event &known : m_events) {
        if (known.id == event.id)
            return tl::unexpected(Fault{409, QStringLiteral("Event %1 exists already.").arg(event.id)});
    }
    if (!isRunning())
        return tl::unexpected(Fault{400, QStringLiteral("The channel is not streaming.")});
    if (event.task == QLatin1StringView("inputSwitch") &&
        std::find(m_inputs.begin(), m_inputs.end(), event.inputKey) == m_inputs.end())
        return tl::unexpected(
            Fault{400, QStringLiteral("inputSwitch.inputKey: the channel has no such input attachment.")});
    if (event.at && *event.at < now + kLead)
        return tl::unexpected(Fault{400, QStringLiteral("executionTime must be at least 10 seconds ahead.")});
    if (m_events.size() >= kMostEvents)
        m_events.erase(m_events.begin());
    event.state = event.at ? Event::State::Scheduled : Event::State::Pending;
    event.created = now;
    Event stored = event;
    if (!stored.at)
        stored.at = now + m_delays.event;
    m_events.push_back(stored);
    return event;
}

std::optional<SandboxLivestream::Fault> SandboxLivestream::deleteEvent(const QString &id)
{
    const auto it = std::find_if(m_events.begin(), m_events.end(), [&](const Event &event) { return event.id == id; });
    if (it == m_events.end())
        return Fault{404, QStringLiteral("There is no event %1.").arg(id)};
    m_events.erase(it);
    return std::nullopt;
}

void SandboxLivestream::setPresent(const QString &input, bool present, Time now)
{
    advance(now);
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        if (m_inputs[i] == input)
            m_present[i] = present;
    }
    settle(now);
}

bool SandboxLivestream::isRunning() const
{
    return m_state == State::AwaitingInput || m_state == State::Streaming || m_state == State::StreamingNoInput;
}

bool SandboxLivestream::isPresent(const QString &input) const
{
    const auto it = std::find(m_inputs.begin(), m_inputs.end(), input);
    return it != m_inputs.end() && m_present[std::size_t(it - m_inputs.begin())];
}

} // namespace gantry::cloud
