#pragma once
// What of a failover plan a person must act on: it holds, it has nowhere to go, it advises, it doubts, it could return.

#include "app/control/alarm_table.h"
#include "app/session/record.h"

#include <QCoreApplication>

namespace gantry {

class PlanAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::PlanAlarms)

public:
    static void seen(const PlanRecord &plan, const Instant &at, AlarmTable &table);
};

} // namespace gantry
