#include "app/control/alarm_table.h"

namespace gantry {

void AlarmTable::update(const Place &place, AlarmTiming timing, const AlarmCondition::Cause &cause, const Instant &now)
{
    auto found = m_conditions.find(place.key);
    if (found == m_conditions.end()) {
        if (!cause.present)
            return;
        found = m_conditions.emplace(place.key, AlarmCondition(place.key, place.where, timing)).first;
    }
    found->second.setTiming(timing);
    changed(found->second.update(cause, now));
}

void AlarmTable::passed(const Instant &now)
{
    for (auto it = m_conditions.begin(); it != m_conditions.end();) {
        changed(it->second.passed(now));
        it = it->second.idle() ? m_conditions.erase(it) : std::next(it);
    }
}

void AlarmTable::acknowledge(const QString &key, const QString &who, const Instant &now)
{
    const auto found = m_conditions.find(key);
    if (found != m_conditions.end())
        changed(found->second.acknowledge(who, now));
}

bool AlarmTable::active(const QString &key) const
{
    const auto found = m_conditions.find(key);
    return found != m_conditions.end() && found->second.active();
}

QList<Payload> AlarmTable::takeChanges()
{
    return std::exchange(m_changes, {});
}

void AlarmTable::changed(const std::optional<Alarm> &alarm)
{
    if (alarm)
        m_changes.append(AlarmRecord{*alarm});
}

} // namespace gantry
