#include "cloud/sandbox/sandbox_channel.h"

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kFixedLead = 15s; // what the real service asks for

const QString kInputAlert = QStringLiteral("Video Not Detected");
const QString kPipelineAlert = QStringLiteral("Pipeline Stopped");

} // namespace

SandboxChannel::Delays SandboxChannel::realisticDelays()
{
    return {45s, 15s, 10s, 30s};
}

SandboxChannel::Delays SandboxChannel::fastDelays()
{
    return {2s, 1s, 1500ms, 2s};
}

SandboxChannel::SandboxChannel(Delays delays, std::vector<QString> inputs, bool running, Time now)
    : SandboxChannel(delays, std::move(inputs), running, now, Options())
{
}

SandboxChannel::SandboxChannel(Delays delays, std::vector<QString> inputs, bool running, Time now,
                               const Options &options)
    : m_delays(delays), m_options(options), m_inputs(std::move(inputs)), m_signals(m_inputs.size()), m_at(now)
{
    for (Signal &signal : m_signals)
        signal.since = now;
    if (running)
        changeState(State::Running, now);
}

void SandboxChannel::advance(Time now)
{
    while (advanceOnce(now)) {
    }
    m_at = std::max(m_at, now);
}

// The one thing that is due first.
bool SandboxChannel::advanceOnce(Time now)
{
    auto next = m_schedule.end();
    for (auto it = m_schedule.begin(); it != m_schedule.end(); ++it) {
        if (!it->done && it->due <= now && (next == m_schedule.end() || it->due < next->due))
            next = it;
    }
    std::optional<Time> first;
    const auto isFirst = [&](std::optional<Time> due) {
        if (!due || *due > now || (first && *first <= *due))
            return false;
        first = due;
        return true;
    };
    enum class What { Nothing, State, Restart, Failover, Action } what = What::Nothing;
    Pipeline *restarting = nullptr;
    if (isFirst(m_stateDue))
        what = What::State;
    for (Pipeline &pipeline : m_pipelines) {
        if (isFirst(pipeline.restarted)) {
            what = What::Restart;
            restarting = &pipeline;
        }
    }
    if (isFirst(failoverDue()))
        what = What::Failover;
    if (next != m_schedule.end() && isFirst(next->due))
        what = What::Action;
    if (what == What::Nothing)
        return false;
    m_at = std::max(m_at, *first);
    switch (what) {
    case What::Nothing:
        break;
    case What::State:
        changeState(m_state == State::Starting ? State::Running : State::Idle, *m_stateDue);
        break;
    case What::Restart:
        restarting->restarted.reset();
        tellHealth(*first);
        break;
    case What::Failover:
        takeInput(m_inputs[1 - activeIndex()], {}, m_at);
        break;
    case What::Action:
        perform(*next);
        break;
    }
    return true;
}

void SandboxChannel::perform(Scheduled &scheduled)
{
    scheduled.done = true;
    if (m_state == State::Running && !scheduled.action.prepares) // otherwise its moment has passed
        takeInput(scheduled.action.input, scheduled.action.name, scheduled.due);
}

std::optional<SandboxChannel::Time> SandboxChannel::failoverDue() const
{
    const std::size_t active = activeIndex();
    if (!m_options.failover || m_state != State::Running || m_inputs.size() < 2 || active > 1)
        return std::nullopt;
    const Signal &own = m_signals[active];
    const Signal &other = m_signals[1 - active];
    if (!other.present)
        return std::nullopt;
    if (!own.present)
        return std::max(own.since + m_options.lossThreshold, other.since);
    if (active == 1 && *m_options.failover == Preference::Primary)
        return other.since + m_options.clearTime;
    return std::nullopt;
}

std::size_t SandboxChannel::activeIndex() const
{
    return std::size_t(std::find(m_inputs.begin(), m_inputs.end(), m_activeInput) - m_inputs.begin());
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

bool SandboxChannel::restartPipelines(const std::vector<int> &restarted, Time now)
{
    advance(now);
    if (m_state != State::Running)
        return false;
    for (const int pipeline : restarted) {
        if (pipeline >= 0 && pipeline < pipelines())
            m_pipelines[std::size_t(pipeline)].restarted = now + m_delays.restart;
    }
    tellHealth(now);
    return true;
}

void SandboxChannel::setPresent(const QString &input, bool present, Time now)
{
    advance(now);
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        if (m_inputs[i] == input && m_signals[i].present != present)
            m_signals[i] = {present, now};
    }
    tellHealth(now);
}

void SandboxChannel::setFailed(int pipeline, bool failed, Time now)
{
    advance(now);
    if (pipeline < 0 || pipeline >= pipelines())
        return;
    m_pipelines[std::size_t(pipeline)].failed = failed;
    tellHealth(now);
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
    const Time delay = m_options.standard ? m_delays.switchInput : Time(0);
    for (std::size_t i = 0; i < batch.creates.size(); ++i) {
        const Action &action = batch.creates[i];
        if (auto fault = faultOf(action, i, schedule, now))
            return tl::unexpected(*std::move(fault));
        schedule.push_back({action, action.at ? *action.at : now + delay, false});
    }
    m_schedule = std::move(schedule);
    advance(now);
    return deleted;
}

std::optional<SandboxChannel::Fault> SandboxChannel::faultOf(const Action &action, std::size_t index,
                                                             const std::vector<Scheduled> &schedule, Time now) const
{
    const QString path = QStringLiteral("creates.scheduleActions[%1].").arg(index);
    const QString kind =
        action.prepares ? QStringLiteral("inputPrepareSettings") : QStringLiteral("inputSwitchSettings");
    const QString reference = QStringLiteral("scheduleActionSettings.%1.inputAttachmentNameReference").arg(kind);
    if (action.name.isEmpty() || action.name.size() > 256)
        return Fault{path + QStringLiteral("actionName"), QStringLiteral("A name of 1 to 256 characters is needed.")};
    if (std::any_of(schedule.begin(), schedule.end(), [&](const Scheduled &s) { return s.action.name == action.name; }))
        return Fault{path + QStringLiteral("actionName"), QStringLiteral("An action of this name exists already.")};
    const auto input = std::find(m_inputs.begin(), m_inputs.end(), action.input);
    if (input == m_inputs.end())
        return Fault{path + reference, QStringLiteral("The channel has no input attachment of this name.")};
    if (!action.prepares && m_options.failover == Preference::Primary && input - m_inputs.begin() < 2)
        return Fault{path + reference,
                     QStringLiteral("The input belongs to an automatic failover pair with PRIMARY_INPUT_PREFERRED: the "
                                    "channel chooses between the two itself.")};
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

SandboxChannel::State SandboxChannel::state() const
{
    return m_state == State::Running && pipelinesRunning() == 0 ? State::Recovering : m_state;
}

bool SandboxChannel::isPipelineUp(int pipeline) const
{
    if (m_state != State::Running || pipeline < 0 || pipeline >= pipelines())
        return false;
    const Pipeline &one = m_pipelines[std::size_t(pipeline)];
    return !one.failed && !one.restarted;
}

int SandboxChannel::pipelinesRunning() const
{
    return int(isPipelineUp(0)) + int(isPipelineUp(1));
}

bool SandboxChannel::isActivePresent() const
{
    const std::size_t active = activeIndex();
    return active < m_signals.size() && m_signals[active].present;
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
        break;
    case State::Stopping:
        m_stateDue = at + m_delays.stop;
        break;
    case State::Idle:
        m_activeInput.clear();
        m_switchAction.clear();
        m_pipelines[0].restarted.reset();
        m_pipelines[1].restarted.reset();
        break;
    case State::Recovering: // never stored: it follows from the pipelines
        break;
    }
    tellHealth(at);
}

void SandboxChannel::takeInput(const QString &input, const QString &action, Time at)
{
    const bool changes = m_activeInput != input;
    m_activeInput = input;
    m_switchAction = action;
    if (changes)
        note(Event::Kind::Switches, at);
    tellHealth(at);
}

void SandboxChannel::tellHealth(Time at)
{
    if (m_state != State::Running)
        m_alerts.clearAll(at);
    for (int i = 0; m_state == State::Running && i < pipelines(); ++i) {
        if (isPipelineUp(i))
            m_alerts.clear(kPipelineAlert, i, at);
        else
            m_alerts.set(kPipelineAlert, QStringLiteral("Pipeline %1 is not running.").arg(i), i, at);
        if (isActivePresent() || !isPipelineUp(i))
            m_alerts.clear(kInputAlert, i, at);
        else
            m_alerts.set(kInputAlert, QStringLiteral("No video on input attachment %1.").arg(m_activeInput), i, at);
    }
    const bool plays = pipelinesRunning() > 0 && isActivePresent();
    if (plays != std::exchange(m_plays, plays))
        note(plays ? Event::Kind::Runs : Event::Kind::Stops, at);
}

void SandboxChannel::note(Event::Kind kind, Time at)
{
    if (m_events.size() == 100)
        m_events.erase(m_events.begin());
    m_events.push_back({at, kind});
}

} // namespace gantry::cloud
