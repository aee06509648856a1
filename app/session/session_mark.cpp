#include "app/session/session_mark.h"

#include <QCoreApplication>

namespace gantry {

namespace {

QString verbText(const CommandRecord &command)
{
    const QString &encoder = command.encoder.text;
    const QString &input = command.input;
    const QString &actor = command.actor;
    switch (command.verb) {
    case cloud::Verb::Start:
        return QCoreApplication::translate("session", "%1: start (%2)").arg(encoder, actor);
    case cloud::Verb::Stop:
        return QCoreApplication::translate("session", "%1: stop (%2)").arg(encoder, actor);
    case cloud::Verb::SwitchInput:
        return QCoreApplication::translate("session", "%1: switch to %2 (%3)").arg(encoder, input, actor);
    case cloud::Verb::PrepareInput:
        return QCoreApplication::translate("session", "%1: prepare %2 (%3)").arg(encoder, input, actor);
    case cloud::Verb::ScheduleSwitch:
        return QCoreApplication::translate("session", "%1: plan a switch to %2 (%3)").arg(encoder, input, actor);
    case cloud::Verb::CancelPlanned:
        return QCoreApplication::translate("session", "%1: call off a planned action (%2)").arg(encoder, actor);
    case cloud::Verb::PreferInput:
        return QCoreApplication::translate("session", "%1: prefer %2 (%3)").arg(encoder, input, actor);
    case cloud::Verb::RestartPipeline:
        return QCoreApplication::translate("session", "%1: restart pipeline %2 (%3)")
            .arg(encoder, command.pipeline, actor);
    case cloud::Verb::DisconnectInput:
        return QCoreApplication::translate("session", "%1: disconnect %2 (%3)").arg(encoder, input, actor);
    case cloud::Verb::HarvestClip:
        return QCoreApplication::translate("session", "%1: make a clip (%2)").arg(encoder, actor);
    }
    return {};
}

std::optional<QString> planText(const PlanRecord &plan)
{
    const QString &name = plan.plan.text;
    const QString actor = plan.actor.isEmpty() ? QCoreApplication::translate("session", "the show") : plan.actor;
    if (plan.change == PlanChange::Step && plan.step)
        return QCoreApplication::translate("session", "%1: %2").arg(name, plan.step->because);
    if (plan.change != PlanChange::Mode)
        return std::nullopt;
    switch (plan.mode) {
    case PlanMode::Off:
        return QCoreApplication::translate("session", "Automation of %1: OFF (%2)").arg(name, actor);
    case PlanMode::Advise:
        return QCoreApplication::translate("session", "Automation of %1: ADVISE (%2)").arg(name, actor);
    case PlanMode::Auto:
        return QCoreApplication::translate("session", "Automation of %1: AUTO (%2)").arg(name, actor);
    case PlanMode::Hold:
        return QCoreApplication::translate("session", "Automation of %1: HOLD (%2)").arg(name, actor);
    }
    return std::nullopt;
}

} // namespace

std::optional<SessionMark> markOf(const Record &record)
{
    SessionMark mark;
    mark.number = record.number;
    mark.elapsed = record.at.elapsed;
    if (const auto *raised = std::get_if<AlarmRecord>(&record.payload)) {
        // Where it rose; later records of the same alarm are changes of its words or its state.
        if (raised->alarm.raised != record.at)
            return std::nullopt;
        mark.kind = SessionMark::Kind::Alarm;
        mark.priority = raised->alarm.priority;
        mark.text = QCoreApplication::translate("session", "%1: %2").arg(raised->alarm.where, raised->alarm.what);
        return mark;
    }
    if (const auto *command = std::get_if<CommandRecord>(&record.payload)) {
        if (command->step != CommandStep::Requested)
            return std::nullopt;
        mark.kind = SessionMark::Kind::Command;
        mark.text = verbText(*command);
        return mark;
    }
    if (const auto *plan = std::get_if<PlanRecord>(&record.payload)) {
        const std::optional<QString> text = planText(*plan);
        mark.text = text.value_or(QString());
        return text ? std::optional(mark) : std::nullopt;
    }
    if (const auto *note = std::get_if<NoteRecord>(&record.payload)) {
        mark.text = note->where.isEmpty()
                        ? note->text
                        : QCoreApplication::translate("session", "%1: %2").arg(note->where, note->text);
        return mark;
    }
    return std::nullopt;
}

} // namespace gantry
