#pragma once
// What came of a drill, read from the records: from the scripted fault to the picture that proves the switch, each with
// its time and its sentence. Pure; the first of each step counts.

#include "app/session/record.h"
#include "app/show/plan.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <array>
#include <optional>

namespace gantry {

class DrillTimeline
{
    Q_DECLARE_TR_FUNCTIONS(gantry::DrillTimeline)

public:
    enum Step { Fault, Detected, Decided, Requested, Sent, Accepted, Confirmed, Seen, steps };
    struct Mark
    {
        Instant at;
        QString says;
    };

    explicit DrillTimeline(const Plan &plan) : m_plan(plan) {}

    // The fault has begun; what was before is not looked at.
    void begin(const Instant &now, const QString &says) { m_marks[Fault] = Mark{now, says}; }
    void seen(const Record &record);

    const std::optional<Mark> &mark(Step step) const { return m_marks[std::size_t(step)]; }
    bool isSeen() const { return m_marks[Seen].has_value(); }
    // The plan has stopped without a switch, or the switch was turned down: nothing more will come. A sentence.
    const std::optional<QString> &failure() const { return m_failure; }

    // One line a step: the name, the time since the fault, what there is to say.
    QStringList table() const;
    QJsonObject json() const;
    static const char *word(Step step);

private:
    void decided(const PlanRecord &record, const Instant &at);
    void ordered(const CommandRecord &command, const Instant &at);
    void note(Step step, const Instant &at, const QString &says);
    static QString name(Step step);

    Plan m_plan;
    std::array<std::optional<Mark>, steps> m_marks;
    CommandId m_command;
    std::optional<QString> m_failure;
};

} // namespace gantry
