#include "app/control/drill_timeline.h"

#include <QDateTime>
#include <QJsonArray>

namespace gantry {

namespace {

double secondsBetween(const Instant &from, const Instant &to)
{
    return std::chrono::duration<double>(to.elapsed - from.elapsed).count();
}

QString utcText(const Instant &at)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(at.utc).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

const char *DrillTimeline::word(Step step)
{
    static constexpr const char *words[] = {"fault", "detected", "decided",   "requested",
                                            "sent",  "accepted", "confirmed", "seen"};
    return words[step];
}

QString DrillTimeline::name(Step step)
{
    switch (step) {
    case Fault:
        return tr("fault");
    case Detected:
        return tr("detected");
    case Decided:
        return tr("decided");
    case Requested:
        return tr("requested");
    case Sent:
        return tr("sent");
    case Accepted:
        return tr("accepted");
    case Confirmed:
        return tr("confirmed");
    case Seen:
        return tr("seen");
    case steps:
        break;
    }
    return {};
}

void DrillTimeline::note(Step step, const Instant &at, const QString &says)
{
    if (!m_marks[std::size_t(step)])
        m_marks[std::size_t(step)] = Mark{at, says};
}

void DrillTimeline::seen(const Record &record)
{
    if (!m_marks[Fault])
        return;
    if (const auto *picture = std::get_if<PictureRecord>(&record.payload)) {
        if (picture->feed == m_plan.sources.first().feed && picture->state.signal == media::SignalState::NoSignal)
            note(Detected, record.at, tr("%1: no signal").arg(picture->feed.text));
    } else if (const auto *plan = std::get_if<PlanRecord>(&record.payload)) {
        if (plan->plan == m_plan.id)
            decided(*plan, record.at);
    } else if (const auto *command = std::get_if<CommandRecord>(&record.payload)) {
        ordered(*command, record.at);
    }
}

void DrillTimeline::decided(const PlanRecord &record, const Instant &at)
{
    if (record.change != PlanChange::Step || !record.step)
        return;
    const PlanStep &step = *record.step;
    if (step.kind == PlanStep::Kind::Switch && !m_marks[Decided]) {
        note(Decided, at, tr("%1 to %2. %3", "input, input, why").arg(step.from, step.to, step.because));
        m_command = record.command;
    } else if (step.kind == PlanStep::Kind::Stuck || step.kind == PlanStep::Kind::Held) {
        m_failure = step.because;
    }
}

void DrillTimeline::ordered(const CommandRecord &command, const Instant &at)
{
    if (!m_marks[Decided] || command.id != m_command)
        return;
    switch (command.step) {
    case CommandStep::Requested:
        return note(Requested, at, tr("by %1, on disk").arg(command.actor));
    case CommandStep::Sent:
        return note(Sent, at, command.detail);
    case CommandStep::Accepted:
        return note(Accepted, at, command.detail);
    case CommandStep::Confirmed:
        return note(Confirmed, at, command.detail);
    case CommandStep::Seen:
        return note(Seen, at, command.detail);
    case CommandStep::Refused:
    case CommandStep::Rejected:
        m_failure = command.detail;
        return;
    case CommandStep::Unconfirmed:
        return; // the picture may still show it
    }
}

QStringList DrillTimeline::table() const
{
    QStringList lines;
    for (int each = 0; each < steps; ++each) {
        const auto &mark = m_marks[std::size_t(each)];
        const QString time = mark && m_marks[Fault]
                                 ? QStringLiteral("+%1 s").arg(secondsBetween(m_marks[Fault]->at, mark->at), 0, 'f', 3)
                                 : QStringLiteral("-");
        lines.append(QStringLiteral("%1  %2  %3")
                         .arg(name(Step(each)), -10)
                         .arg(time, 10)
                         .arg(mark ? mark->says : tr("not reached"))
                         .trimmed());
    }
    return lines;
}

QJsonObject DrillTimeline::json() const
{
    QJsonArray list;
    for (int each = 0; each < steps; ++each) {
        const auto &mark = m_marks[std::size_t(each)];
        if (!mark)
            continue;
        list.append(QJsonObject{{QStringLiteral("step"), QLatin1String(word(Step(each)))},
                                {QStringLiteral("utc"), utcText(mark->at)},
                                {QStringLiteral("seconds"), secondsBetween(m_marks[Fault]->at, mark->at)},
                                {QStringLiteral("says"), mark->says}});
    }
    QJsonObject object{{QStringLiteral("plan"), m_plan.id.text},
                       {QStringLiteral("encoder"), m_plan.encoder.text},
                       {QStringLiteral("seen"), isSeen()},
                       {QStringLiteral("steps"), list}};
    if (m_failure)
        object.insert(QStringLiteral("failure"), *m_failure);
    return object;
}

} // namespace gantry
