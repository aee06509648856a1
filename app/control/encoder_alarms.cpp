#include "app/control/encoder_alarms.h"

#include <utility>

namespace gantry {

using namespace std::chrono_literals;
using cloud::EncoderState;

namespace {

constexpr AlarmTiming stoppedTiming{0s, 0s};
constexpr AlarmTiming pipelineTiming{3s, 5s};
constexpr AlarmTiming inputTiming{3s, 5s};
constexpr AlarmTiming alertTiming{0s, 0s};
constexpr auto oldestFigure = 30s;
constexpr auto credentialsAhead = 4min; // by then they should have been refreshed: that is done five minutes ahead

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::EncoderAlarms)
};

// clang-format off
QString commandFailed(const CommandRecord &command)
{
    const bool rejected = command.step == CommandStep::Rejected;
    switch (command.verb) {
    case cloud::Verb::Start:           return rejected ? Text::tr("START REJECTED") : Text::tr("START UNCONFIRMED");
    case cloud::Verb::Stop:            return rejected ? Text::tr("STOP REJECTED") : Text::tr("STOP UNCONFIRMED");
    case cloud::Verb::SwitchInput:     return rejected ? Text::tr("SWITCH REJECTED") : Text::tr("SWITCH UNCONFIRMED");
    case cloud::Verb::PrepareInput:    return rejected ? Text::tr("PREPARE REJECTED") : Text::tr("PREPARE UNCONFIRMED");
    case cloud::Verb::ScheduleSwitch:  return rejected ? Text::tr("PLAN REJECTED") : Text::tr("PLAN UNCONFIRMED");
    case cloud::Verb::CancelPlanned:   return rejected ? Text::tr("CANCEL REJECTED") : Text::tr("CANCEL UNCONFIRMED");
    case cloud::Verb::PreferInput:     return rejected ? Text::tr("PREFERENCE REJECTED") : Text::tr("PREFERENCE UNCONFIRMED");
    case cloud::Verb::RestartPipeline: return rejected ? Text::tr("RESTART REJECTED") : Text::tr("RESTART UNCONFIRMED");
    case cloud::Verb::DisconnectInput: return rejected ? Text::tr("DISCONNECT REJECTED") : Text::tr("DISCONNECT UNCONFIRMED");
    case cloud::Verb::HarvestClip:     return rejected ? Text::tr("CLIP REJECTED") : Text::tr("CLIP UNCONFIRMED");
    }
    return {};
}
// clang-format on

QString alertKey(const cloud::EncoderAlert &alert)
{
    return QStringLiteral("alert-%1").arg(alert.id);
}

} // namespace

EncoderAlarms::EncoderAlarms(EncoderId encoder) : m_encoder(std::move(encoder)) {}

AlarmTable::Place EncoderAlarms::place(const QString &rule) const
{
    return {QStringLiteral("encoder/%1/%2").arg(m_encoder.text, rule), m_encoder.text};
}

void EncoderAlarms::seen(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table)
{
    m_failure = sample.failure;
    if (sample.failure) {
        passed(at, table);
        return;
    }
    m_silentSince = at.elapsed;
    m_goodFor = sample.freshFor(); // two polls may fail without anybody having to know
    passed(at, table);
    judgeState(sample, at, table);
    judgeAlerts(sample, at, table);
}

void EncoderAlarms::passed(const Instant &now, AlarmTable &table)
{
    if (!m_silentSince)
        m_silentSince = now.elapsed;
    // By the time since the last answer, not by failures: a provider that hangs does not even fail for a while.
    const bool silent = now.elapsed - *m_silentSince > m_goodFor;
    const QString why = m_failure ? tr("%1. %2").arg(m_failure->text(), m_failure->advice) : tr("No answer comes.");
    table.update(
        place(QStringLiteral("unreachable")), {},
        {silent, AlarmPriority::Unknown, tr("UNREACHABLE"), tr("%1 The encoder itself may well be running.").arg(why)},
        now);
}

void EncoderAlarms::judgeState(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table)
{
    const bool running = sample.state == EncoderState::Running || sample.state == EncoderState::Recovering;
    const bool gone = sample.state == EncoderState::Idle || sample.state == EncoderState::Stopping ||
                      sample.state == EncoderState::Failed;
    if (running) {
        m_wasRunning = true;
        if (std::exchange(m_seenGone, false))
            m_stopAsked = false;
    }
    m_seenGone = m_seenGone || gone;
    const bool stopped = sample.state == EncoderState::Failed || (m_wasRunning && gone && !m_stopAsked);
    table.update(place(QStringLiteral("stopped")), stoppedTiming,
                 {stopped, AlarmPriority::Critical, tr("ENCODER STOPPED"),
                  tr("The provider says %1 and nobody asked for it here. Start it again.").arg(sample.providerState)},
                 at);

    judgePipelines(sample, at, table);
    judgeInput(sample, at, table);
    judgeCredentials(sample, at, table);
}

void EncoderAlarms::judgePipelines(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table)
{
    const cloud::PipelineMap map = cloud::pipelineMap(sample);
    const bool all = map == cloud::PipelineMap::AllFailed;
    const bool some = map == cloud::PipelineMap::SomeFailed;
    QString advice;
    if (some && sample.pipelinesRunning && sample.pipelinesExpected)
        advice = tr("%1 of %2 pipelines run: there is no spare.")
                     .arg(*sample.pipelinesRunning)
                     .arg(*sample.pipelinesExpected);
    else if (some)
        advice = tr("A pipeline has failed: there is no spare.");
    else if (all)
        advice = tr("It says %1, and none of its pipelines runs: nothing goes out.").arg(sample.providerState);
    table.update(place(QStringLiteral("pipelines")), pipelineTiming,
                 {some || all, all ? AlarmPriority::Critical : AlarmPriority::Major,
                  all ? tr("ALL PIPELINES LOST") : tr("PIPELINE LOST"), advice},
                 at);
}

// What is known from figures that come once a minute is too old to raise an alarm by.
void EncoderAlarms::judgeInput(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table)
{
    const bool running = sample.state == EncoderState::Running || sample.state == EncoderState::Recovering;
    const bool isOld = sample.figures.measured && at.utc - *sample.figures.measured > oldestFigure;
    table.update(place(QStringLiteral("input")), inputTiming,
                 {running && !isOld && sample.receives == false, AlarmPriority::Major, tr("NO INPUT AT THE ENCODER"),
                  tr("The provider says that what it takes does not arrive. Look at the sender and its line.")},
                 at);
}

void EncoderAlarms::judgeCredentials(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table)
{
    const bool soon = sample.credentialsExpire && *sample.credentialsExpire - at.utc < credentialsAhead;
    table.update(place(QStringLiteral("credentials")), {},
                 {soon, AlarmPriority::Minor, tr("CREDENTIALS EXPIRE"),
                  tr("New ones have not come. Answer the question in the control window, or sign in again.")},
                 at);
}

void EncoderAlarms::judgeAlerts(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table)
{
    QStringList standing;
    for (const cloud::EncoderAlert &alert : sample.alerts) {
        standing.append(alertKey(alert));
        table.update(place(standing.last()), alertTiming, {true, AlarmPriority::Major, alert.kind, alert.message}, at);
    }
    for (const QString &old : std::as_const(m_alerts)) {
        if (!standing.contains(old))
            table.update(place(old), alertTiming, {}, at);
    }
    m_alerts = standing;
}

void EncoderAlarms::seen(const CommandRecord &command, const Instant &at, AlarmTable &table)
{
    const bool failed = command.step == CommandStep::Rejected || command.step == CommandStep::Unconfirmed;
    if (command.verb == cloud::Verb::Stop)
        m_stopAsked = !failed && command.step != CommandStep::Refused;
    else if (command.verb == cloud::Verb::Start && command.step == CommandStep::Requested)
        m_stopAsked = false;

    const bool done = command.step == CommandStep::Confirmed;
    if (!failed && !done)
        return;
    const QString what = commandFailed(command);
    // One alarm for the encoder's last command: the next one that comes true ends it.
    table.update(place(QStringLiteral("command")), {}, {failed, AlarmPriority::Major, what, command.detail}, at);
}

} // namespace gantry
