#include "app/models/alarm_model.h"

#include "app/models/words.h"
#include "widgets/alarm_roles.h"

#include <algorithm>

namespace gantry {

namespace AlarmRole = widgets::AlarmRole;

namespace {

bool acknowledged(const Alarm &alarm)
{
    return alarm.state == AlarmState::ActiveAcknowledged;
}

bool returned(const Alarm &alarm)
{
    return alarm.state == AlarmState::ReturnedUnacknowledged;
}

bool worse(const Alarm &a, const Alarm &b)
{
    if (acknowledged(a) != acknowledged(b))
        return !acknowledged(a);
    if (returned(a) != returned(b))
        return !returned(a);
    if (a.priority != b.priority)
        return a.priority < b.priority;
    if (a.raised.elapsed != b.raised.elapsed)
        return a.raised.elapsed > b.raised.elapsed;
    return a.key < b.key;
}

} // namespace

AlarmModel::AlarmModel(const RecordSource &source, QObject *parent) : QAbstractListModel(parent), m_source(source) {}

int AlarmModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alarms.size());
}

void AlarmModel::clear()
{
    beginResetModel();
    m_alarms.clear();
    endResetModel();
}

void AlarmModel::refresh()
{
    if (!m_alarms.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {AlarmRole::Age, AlarmRole::AccessibleText});
}

void AlarmModel::apply(const RecordBatch &batch)
{
    for (const Record &record : batch) {
        if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload))
            take(alarm->alarm);
    }
}

void AlarmModel::take(const Alarm &alarm)
{
    const auto found =
        std::find_if(m_alarms.begin(), m_alarms.end(), [&](const Alarm &one) { return one.key == alarm.key; });
    const bool goes = alarm.state == AlarmState::Normal;
    if (found != m_alarms.end()) {
        const bool staysInPlace = !goes && !worse(*found, alarm) && !worse(alarm, *found);
        const int row = static_cast<int>(found - m_alarms.begin());
        if (staysInPlace) {
            *found = alarm;
            Q_EMIT dataChanged(index(row), index(row));
            return;
        }
        beginRemoveRows({}, row, row);
        m_alarms.erase(found);
        endRemoveRows();
    }
    if (goes)
        return;
    const auto place = std::lower_bound(m_alarms.begin(), m_alarms.end(), alarm, worse);
    const int row = static_cast<int>(place - m_alarms.begin());
    beginInsertRows({}, row, row);
    m_alarms.insert(place, alarm);
    endInsertRows();
}

QVariant AlarmModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Alarm &alarm = m_alarms[static_cast<std::size_t>(index.row())];
    switch (role) {
    case AlarmRole::What:
        return alarm.occurrences > 1 ? tr("%1 (%2 times)").arg(alarm.what).arg(alarm.occurrences) : alarm.what;
    case AlarmRole::Priority:
        return static_cast<int>(alarm.priority);
    case AlarmRole::StateWord:
        return returned(alarm) ? tr("returned") : acknowledged(alarm) ? tr("acknowledged") : tr("active");
    case AlarmRole::Where:
        return alarm.where;
    case AlarmRole::Since:
        return words::clock(alarm.raised);
    case AlarmRole::Age:
        return words::duration(m_source.now().elapsed - alarm.raised.elapsed);
    case AlarmRole::Advice:
    case Qt::ToolTipRole:
        return alarm.advice;
    case AlarmRole::Acknowledged:
        return acknowledged(alarm);
    case AlarmRole::Returned:
        return returned(alarm);
    case AlarmRole::Key:
        return alarm.key;
    case AlarmRole::AccessibleText:
    case Qt::AccessibleTextRole:
        return accessibleText(alarm);
    default:
        return {};
    }
}

QString AlarmModel::accessibleText(const Alarm &alarm) const
{
    const QString priority = [&] {
        switch (alarm.priority) {
        case AlarmPriority::Critical:
            return tr("Critical");
        case AlarmPriority::Major:
            return tr("Major");
        case AlarmPriority::Minor:
            return tr("Minor");
        case AlarmPriority::Info:
            return tr("Info");
        case AlarmPriority::Unknown:
            break;
        }
        return tr("Unknown");
    }();
    const QString state = returned(alarm) ? tr("returned") : acknowledged(alarm) ? tr("acknowledged") : tr("active");
    return tr("%1: %2, %3, %4 for %5. %6", "priority, where, what, state, age, advice")
        .arg(priority, alarm.where, alarm.what, state, words::duration(m_source.now().elapsed - alarm.raised.elapsed),
             alarm.advice);
}

} // namespace gantry
