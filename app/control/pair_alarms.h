#pragma once
// The alarms of one pair, told at its backup: it carries something else, or the same far too late or too early to cut
// to. Where the content cannot be compared, nothing is said.

#include "app/control/feed_scene.h"

#include <QCoreApplication>

namespace gantry {

class PairAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::PairAlarms)

public:
    // `limits`: those of the backup.
    PairAlarms(const Pair &pair, const FeedLimits &limits) : m_pair(pair), m_limits(limits) {}

    void seen(const media::MatchSample &match, const Instant &at, AlarmTable &table);

private:
    Pair m_pair;
    FeedLimits m_limits;
};

} // namespace gantry
