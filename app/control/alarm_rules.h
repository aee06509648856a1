#pragma once
// Which records are an alarm, how bad, after how long, and what to do about it. One rule decides for every provider and
// every feed. Thresholds and times are those of the trade (README, "Alarms").
//
// Parents hide children: while a feed's link has a fault of its own (port in use, wrong key, not MPEG-TS), the missing
// picture is not a second alarm; while its picture is missing, neither are black, frozen, silent or a low rate. What is
// not known raises nothing.

#include "app/control/alarm_table.h"
#include "app/control/encoder_alarms.h"
#include "app/control/feed_alarms.h"
#include "app/control/pair_alarms.h"
#include "app/control/plan_alarms.h"
#include "app/control/program_alarms.h"
#include "app/session/record_rule.h"
#include "app/show/show.h"

#include <QCoreApplication>
#include <QHash>

namespace gantry {

class AlarmRules final : public RecordRule
{
    Q_DECLARE_TR_FUNCTIONS(gantry::AlarmRules)

public:
    explicit AlarmRules(const Show &show);

    QList<Payload> applied(const Record &record) override;
    QList<Payload> passed(const Instant &now) override;
    // A person has seen it. Empty when there is no such alarm to acknowledge.
    QList<Payload> acknowledge(const QString &key, const QString &who, const Instant &now);

private:
    void compared(const MatchRecord &match, const Instant &at);
    void logged(const LogRecord &log, const Instant &at);
    void counted(const AudienceRecord &audience, const Instant &at);

    AlarmTable m_table;
    QHash<FeedId, FeedAlarms> m_feeds;
    QHash<PairId, PairAlarms> m_pairs;
    QHash<EncoderId, EncoderAlarms> m_encoders;
    QHash<EncoderId, ProgramAlarms> m_programs; // of those that have a return
};

} // namespace gantry
