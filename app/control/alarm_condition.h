#pragma once
// The life of one alarm: hold and clear times, acknowledgement, return. Pure: told what is the case and what time it
// is, answers with the alarm's new state when that changed. States after ISA-18.2: hold and clear times on every rule;
// an unacknowledged critical or major alarm is never taken away, the lesser ones leave with their cause.

#include "app/session/alarm.h"

#include <chrono>
#include <optional>

namespace gantry {

// How long a cause must last before the alarm rises, before it gets worse where it has two steps, and be gone before
// it falls.
struct AlarmTiming
{
    std::chrono::milliseconds hold{0};
    std::chrono::milliseconds clear{0};
    std::optional<std::chrono::milliseconds> worsen = std::nullopt;
};

class AlarmCondition
{
public:
    AlarmCondition(QString key, QString where, AlarmTiming timing);

    // Times may depend on the moment: silence on program is heard sooner.
    void setTiming(AlarmTiming timing) { m_timing = timing; }

    // What is the case now. The words and the priority may change while the alarm stands; that is a change of state
    // too.
    struct Cause
    {
        bool present = false;
        AlarmPriority priority = AlarmPriority::Minor;
        QString what;
        QString advice;
        AlarmPriority later = AlarmPriority::Unknown; // the priority from AlarmTiming::worsen on
        // For how long its source measured it to have been so: an alarm then rises on what was measured, never on what
        // may have ended since. Otherwise it is counted from the first word.
        std::optional<std::chrono::microseconds> lasting = std::nullopt;
    };
    std::optional<Alarm> update(const Cause &cause, const Instant &now);
    std::optional<Alarm> passed(const Instant &now);
    std::optional<Alarm> acknowledge(const QString &who, const Instant &now);

    const Alarm &alarm() const { return m_alarm; }
    bool active() const;
    // Nothing stands, nothing is counting: the condition may be forgotten.
    bool idle() const;

private:
    std::optional<Alarm> settle(const Instant &now);
    std::chrono::microseconds lasting(const Instant &now) const;

    AlarmTiming m_timing;
    Alarm m_alarm;
    Cause m_cause;
    std::optional<std::chrono::microseconds> m_presentSince;
    std::optional<std::chrono::microseconds> m_absentSince;
    std::chrono::microseconds m_toldAt{0};
};

} // namespace gantry
