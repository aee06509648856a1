#pragma once
// The alarms that stand or wait to be acknowledged, worst first: unacknowledged, priority, time. Roles:
// widgets::AlarmRole.

#include "app/session/record_source.h"

#include <QAbstractListModel>

#include <vector>

namespace gantry {

class AlarmModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // `source` tells the time that ages are counted to, and must outlive the model.
    explicit AlarmModel(const RecordSource &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void clear();
    void apply(const RecordBatch &batch);
    void refresh();

private:
    void take(const Alarm &alarm);
    QString accessibleText(const Alarm &alarm) const;

    const RecordSource &m_source;
    std::vector<Alarm> m_alarms;
};

} // namespace gantry
