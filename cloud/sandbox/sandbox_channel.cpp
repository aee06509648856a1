#include "cloud/sandbox/sandbox_channel.h"

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kFixedLead = 15s; // what the real service asks for

} // namespace

SandboxChannel::Delays SandboxChannel::realisticDelays()
{
    return {45s, 15s, 10s};
}

SandboxChannel::Delays SandboxChannel::fastDelays()
{
    return {2s, 1s, 1500ms};
}

SandboxChannel::SandboxChannel(Delays delays, std::vector<QString> inputs, bool running, Time now)
    : m_delays(delays), m_inputs(std::move(inputs))
{
    if (running)
        changeState(State::Running, now);
}

void SandboxChannel::advance(Time now)
{
    for (;;) {
        auto next = m_schedule.end();
        for (auto it = m_schedule.begin(); it != m_schedule.end(); ++it) {
            if (!it->done && it->due <= now && (next == m_schedule.end() || it->due < next->due))
                next = it;
        }
        const bool stateIsDue = m_stateDue && *m_stateDue <= now;
        if (stateIsDue && (next == m_schedule.end() || *m_stateDue <= next->due)) {
            changeState(m_state == State::Starting ? State::Running : State::Idle, *m_stateDue);
            continue;
        }
        if (next == m_schedule.end())
            return;
        next->done = true;
        if (m_state != State::Running)
            continue; // its moment has passed
        const bool changes = m_activeInput != next->action.input;
        m_activeInput = next->action.input;
        m_switchAction = next->action.name;
        if (changes)
            note(Event::Kind::Switches, next->due);
    }
}

bool SandboxChannel::start(Time now)
{
    advance(now);
    if (m_state != State::Idle)
        return false;
    changeState(State::Starting, now);
    return true;
}

bool SandboxChannel::stop(Time now)
{
    advance(now);
    if (m_state != State::Running && m_state != State::Starting)
        return false;
    changeState(State::Stopping, now);
    return true;
}

tl::expected<std::vector<SandboxChannel::Action>, SandboxChannel::Fault>
SandboxChannel::updateSchedule(const Batch &batch, Time now)
{
    advance(now);
    std::vector<Scheduled> schedule = m_schedule;
    std::vector<Action> deleted;
    for (std::size_t i = 0; i < batch.deletes.size(); ++i) {
        const auto it = std::find_if(schedule.begin(), schedule.end(), [&](const Scheduled &scheduled) {
            return scheduled.action.name == batch.deletes[i];
        });
        const QString path = QStringLiteral("deletes.actionNames[%1]").arg(i);
        if (it == schedule.end())
            return tl::unexpected(Fault{path, QStringLiteral("There is no action of this name.")});
        if (!it->done && it->due - now < kFixedLead)
            return tl::unexpected(Fault{path, QStringLiteral("The action is about to start and cannot be deleted.")});
        deleted.push_back(it->action);
        schedule.erase(it);
    }
    for (std::size_t i = 0; i < batch.creates.size(); ++i) {
        const Action &action = batch.creates[i];
        if (auto fault = faultOf(action, i, schedule, now))
            return tl::unexpected(*std::move(fault));
        schedule.push_back({action, action.at ? *action.at : now + m_delays.switchInput, false});
    }
    m_schedule = std::move(schedule);
    return deleted;
}

std::optional<SandboxChannel::Fault> SandboxChannel::faultOf(const Action &action, std::size_t index,
                                                             const std::vector<Scheduled> &schedule, Time now) const
{
    const QString path = QStringLiteral("creates.scheduleActions[%1].").arg(index);
    if (action.name.isEmpty() || action.name.size() > 256)
        return Fault{path + QStringLiteral("actionName"), QStringLiteral("A name of 1 to 256 characters is needed.")};
    if (std::any_of(schedule.begin(), schedule.end(), [&](const Scheduled &s) { return s.action.name == action.name; }))
        return Fault{path + QStringLiteral("actionName"), QStringLiteral("An action of this name exists already.")};
    if (std::find(m_inputs.begin(), m_inputs.end(), action.input) == m_inputs.end())
        return Fault{path + QStringLiteral("scheduleActionSettings.inputSwitchSettings.inputAttachmentNameReference"),
                     QStringLiteral("The channel has no input attachment of this name.")};
    if (!action.at && m_state != State::Running)
        return Fault{path + QStringLiteral("scheduleActionStartSettings"),
                     QStringLiteral("An immediate action needs a running channel.")};
    if (action.at && *action.at - now < kFixedLead)
        return Fault{path + QStringLiteral("scheduleActionStartSettings"),
                     QStringLiteral("The time must be at least 15 seconds ahead.")};
    return std::nullopt;
}

bool SandboxChannel::clearSchedule()
{
    if (m_state != State::Idle)
        return false;
    m_schedule.clear();
    return true;
}

std::vector<SandboxChannel::Action> SandboxChannel::schedule() const
{
    std::vector<Action> actions;
    for (const Scheduled &scheduled : m_schedule)
        actions.push_back(scheduled.action);
    return actions;
}

void SandboxChannel::changeState(State state, Time at)
{
    m_state = state;
    m_stateDue.reset();
    switch (state) {
    case State::Starting:
        m_stateDue = at + m_delays.start;
        break;
    case State::Running:
        m_activeInput = m_inputs.empty() ? QString() : m_inputs.front(); // a channel begins with its first input
        m_switchAction.clear();
        note(Event::Kind::Runs, at);
        break;
    case State::Stopping:
        m_stateDue = at + m_delays.stop;
        note(Event::Kind::Stops, at);
        break;
    case State::Idle:
        m_activeInput.clear();
        m_switchAction.clear();
        break;
    }
}

void SandboxChannel::note(Event::Kind kind, Time at)
{
    if (m_events.size() == 100)
        m_events.erase(m_events.begin());
    m_events.push_back({at, kind});
}

} // namespace gantry::cloud
