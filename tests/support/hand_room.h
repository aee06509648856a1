#pragma once
// The models of a room whose records a test writes by hand.

#include "tests/support/model_text.h"
#include "tests/support/stories.h"

#include <QAbstractItemModelTester>

namespace gantry::tests {

// A room whose records a test writes by hand.
class HandRoom final : public RecordSource
{
public:
    Instant now() const override { return clock.now(); }

    void happens(const Payload &payload) { Q_EMIT arrived({Record{++m_number, clock.now(), payload}}); }

    ManualClock clock;

private:
    RecordNumber m_number = 0;
};

inline Alarm alarm(const char *key, const char *where, AlarmPriority priority, const Instant &raised,
                   AlarmState state = AlarmState::ActiveUnacknowledged)
{
    Alarm alarm;
    alarm.where = QLatin1String(where);
    alarm.key = QStringLiteral("feed/%1/%2").arg(alarm.where, QLatin1String(key));
    alarm.what = QLatin1String(key);
    alarm.priority = priority;
    alarm.state = state;
    alarm.raised = raised;
    return alarm;
}

struct Room
{
    Room()
    {
        QObject::connect(&source, &RecordSource::arrived, [this](const RecordBatch &batch) { models.apply(batch); });
    }
    QVariant wall(int row, int role) const { return models.wall.index(row).data(role); }

    HandRoom source;
    RoomModels models{smallShow(), source};
    QAbstractItemModelTester wallTester{&models.wall, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester alarmTester{&models.alarms, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester encoderTester{&models.encoders, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester auditTester{&models.audit, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace gantry::tests
