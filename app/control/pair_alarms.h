#pragma once
// The alarms of one pair: its backup carries something else, or the same far too late or too early to cut to. Where the
// content cannot be compared, nothing is said.

#include "app/control/alarm_table.h"

#include <QCoreApplication>

namespace gantry {

class PairAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::PairAlarms)

public:
    // A cut between feeds further apart is seen as a jump or heard twice.
    static constexpr std::chrono::milliseconds farthest{1000};

    explicit PairAlarms(PairId pair) : m_pair(std::move(pair)) {}

    void seen(const media::MatchSample &match, const Instant &at, AlarmTable &table);

private:
    PairId m_pair;
};

} // namespace gantry
