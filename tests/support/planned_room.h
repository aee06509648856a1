#pragma once
// A room with failover plans, a command desk, a provider and a log, all played by the test.

#include "app/control/alarm_rules.h"
#include "app/control/plan_rules.h"
#include "app/models/words.h"
#include "app/session/sequencer.h"
#include "tests/support/plan_stories.h"
#include "tests/support/scripted_provider.h"

#include <QCoreApplication>

namespace gantry::tests {

inline Show plannedShow()
{
    Show show = smallShow();
    Plan plan = mainPlan();
    plan.grace = std::chrono::seconds(1);
    show.plans.append(plan);
    return show;
}

// A room with a desk, a provider and a log that the test plays.
struct PlannedRoom
{
    explicit PlannedRoom(const Show &made = plannedShow()) : show(made)
    {
        desk.open(sequencer);
        desk.connectEncoder({QStringLiteral("Main")}, provider, {});
        QObject::connect(&sequencer, &Sequencer::arrived, [this](const RecordBatch &batch) {
            records += batch;
            for (const Record &record : batch)
                if (const auto *command = std::get_if<CommandRecord>(&record.payload))
                    steps.append(words::step(command->step));
        });
    }
    void arm(PlanMode mode = PlanMode::Auto)
    {
        pass(std::chrono::seconds(2));
        hand([&](const Instant &now) { return plans.setMode(id, mode, QStringLiteral("ann"), now); });
        pass(std::chrono::seconds(2));
        takeSteps();
    }
    template <typename Ask>
    void hand(const Ask &ask)
    {
        sequencer.answerNow(ask);
    }
    // Every second the feeds and the encoder are told; ten times in it time passes. The disk writes at once.
    void pass(std::chrono::seconds time)
    {
        using namespace std::chrono_literals;
        for (auto second = 0s; second < time; ++second) {
            for (const char *feed : {"CAM 1", "CAM 2"})
                sequencer.record(picture(feed, QLatin1String(feed) == QLatin1String("CAM 1") ? first : second_));
            if (reachable)
                sequencer.record(encoder(cloud::EncoderState::Running, "RUNNING", {onAir, onAir}));
            for (int tenth = 0; tenth < 10; ++tenth) {
                clock.pass(100ms);
                sequencer.tick();
                if (diskWrites && !records.isEmpty())
                    desk.written(records.constLast().number);
                QCoreApplication::sendPostedEvents();
            }
        }
    }
    void loseFirst() { first = media::SignalState::NoSignal; }
    QStringList takeSteps() { return std::exchange(steps, {}); }
    const PlanRecord *plan() const { return newest<PlanRecord>(); }
    template <typename T>
    const T *newest() const
    {
        for (auto record = records.crbegin(); record != records.crend(); ++record)
            if (const T *one = std::get_if<T>(&record->payload))
                return one;
        return nullptr;
    }
    // The plan's record of that step, or none.
    const PlanRecord *of(PlanStep::Kind kind) const
    {
        for (const Record &record : records) {
            const auto *one = std::get_if<PlanRecord>(&record.payload);
            if (one && one->change == PlanChange::Step && one->step->kind == kind)
                return one;
        }
        return nullptr;
    }
    QStringList activeAlarms() const
    {
        QMap<QString, QString> active;
        for (const Record &record : records)
            if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload))
                if (alarm->alarm.key.startsWith(QStringLiteral("plan/")))
                    active[alarm->alarm.key] =
                        alarm->alarm.state == AlarmState::ActiveUnacknowledged ? alarm->alarm.what : QString();
        QStringList words = active.values();
        words.removeAll(QString());
        return words;
    }

    const PlanId id{QStringLiteral("main-stage")};
    const Show show;
    ManualClock clock;
    Authority authority;
    CommandDesk desk{show, &authority};
    PlanRules plans{show, desk, authority};
    AlarmRules alarms{show};
    Sequencer sequencer{clock, {&desk, &plans, &alarms}};
    ScriptedProvider provider;
    media::SignalState first = media::SignalState::Live;
    media::SignalState second_ = media::SignalState::Live;
    QString onAir = QStringLiteral("A");
    bool reachable = true;
    bool diskWrites = true;
    RecordBatch records;
    QStringList steps;
};

} // namespace gantry::tests
