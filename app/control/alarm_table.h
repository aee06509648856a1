#pragma once
// The alarms that stand, by key: makes a condition at its first cause and collects what changed. The rules say what is
// the case; this keeps the life of each alarm.

#include "app/control/alarm_condition.h"
#include "app/session/record.h"

#include <map>

namespace gantry {

class AlarmTable
{
public:
    // `where` is the name the operator knows; the key is "kind/where/rule".
    struct Place
    {
        QString key;
        QString where;
    };
    void update(const Place &place, AlarmTiming timing, const AlarmCondition::Cause &cause, const Instant &now);
    void passed(const Instant &now);
    void acknowledge(const QString &key, const QString &who, const Instant &now);
    bool active(const QString &key) const;

    // What changed since the last call, as records.
    QList<Payload> takeChanges();

private:
    void changed(const std::optional<Alarm> &alarm);

    std::map<QString, AlarmCondition> m_conditions;
    QList<Payload> m_changes;
};

} // namespace gantry
