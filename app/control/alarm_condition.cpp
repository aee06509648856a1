#include "app/control/alarm_condition.h"

namespace gantry {

namespace {

// Advice carries figures; as a record of its own each second it would drown what happens.
constexpr std::chrono::seconds rewordEvery{10};

} // namespace

AlarmCondition::AlarmCondition(QString key, QString where, AlarmTiming timing) : m_timing(timing)
{
    m_alarm.key = std::move(key);
    m_alarm.where = std::move(where);
}

bool AlarmCondition::active() const
{
    return m_alarm.state == AlarmState::ActiveUnacknowledged || m_alarm.state == AlarmState::ActiveAcknowledged;
}

bool AlarmCondition::idle() const
{
    return m_alarm.state == AlarmState::Normal && !m_presentSince;
}

std::optional<Alarm> AlarmCondition::update(const Cause &cause, const Instant &now)
{
    m_cause = cause;
    if (cause.present) {
        m_absentSince.reset();
        if (!m_presentSince)
            m_presentSince = now.elapsed;
    } else {
        m_presentSince.reset();
        if (!m_absentSince)
            m_absentSince = now.elapsed;
    }
    return settle(now);
}

std::optional<Alarm> AlarmCondition::passed(const Instant &now)
{
    return settle(now);
}

std::chrono::microseconds AlarmCondition::lasting(const Instant &now) const
{
    return m_cause.lasting.value_or(now.elapsed - *m_presentSince);
}

std::optional<Alarm> AlarmCondition::settle(const Instant &now)
{
    const Alarm before = m_alarm;
    AlarmPriority priority = m_cause.priority;
    if (m_cause.present && m_timing.worsen && lasting(now) >= *m_timing.worsen)
        priority = m_cause.later;
    if (m_cause.present && lasting(now) >= m_timing.hold) {
        if (!active()) {
            const bool again = m_alarm.state == AlarmState::ReturnedUnacknowledged;
            m_alarm.occurrences = again ? m_alarm.occurrences + 1 : 1;
            m_alarm.state = AlarmState::ActiveUnacknowledged;
            m_alarm.raised = now;
            m_alarm.returned.reset();
            m_alarm.acknowledgedBy.clear();
        } else if (priority < m_alarm.priority && m_alarm.state == AlarmState::ActiveAcknowledged) {
            // Worse than what was acknowledged: somebody has to look again.
            m_alarm.state = AlarmState::ActiveUnacknowledged;
            m_alarm.acknowledgedBy.clear();
        }
        m_alarm.priority = priority;
        m_alarm.what = m_cause.what;
        m_alarm.advice = m_cause.advice;
    } else if (!m_cause.present && active() && m_absentSince && now.elapsed - *m_absentSince >= m_timing.clear) {
        m_alarm.returned = now;
        const bool mustBeSeen = m_alarm.priority == AlarmPriority::Critical || m_alarm.priority == AlarmPriority::Major;
        m_alarm.state = mustBeSeen && m_alarm.state == AlarmState::ActiveUnacknowledged
                            ? AlarmState::ReturnedUnacknowledged
                            : AlarmState::Normal;
    }
    if (m_alarm == before)
        return std::nullopt;
    Alarm reworded = before;
    reworded.advice = m_alarm.advice;
    if (m_alarm == reworded && now.elapsed - m_toldAt < rewordEvery) {
        m_alarm = before;
        return std::nullopt;
    }
    m_toldAt = now.elapsed;
    return m_alarm;
}

std::optional<Alarm> AlarmCondition::acknowledge(const QString &who, const Instant &)
{
    if (m_alarm.state == AlarmState::ActiveUnacknowledged)
        m_alarm.state = AlarmState::ActiveAcknowledged;
    else if (m_alarm.state == AlarmState::ReturnedUnacknowledged)
        m_alarm.state = AlarmState::Normal;
    else
        return std::nullopt;
    m_alarm.acknowledgedBy = who;
    return m_alarm;
}

} // namespace gantry
