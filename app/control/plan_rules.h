#pragma once
// The failover plans of a room at work: each sees every record, and what it decides is recorded and, in Auto, asked of
// the command desk in the same breath. Nothing here waits for the UI thread.
//
// Order behind a cause: the plan's record, then "requested" of its command, whose id the plan's record names.

#include "app/control/authority.h"
#include "app/control/command_desk.h"
#include "app/control/failover_plan.h"
#include "app/session/record_rule.h"
#include "app/show/show.h"

#include <QCoreApplication>

#include <vector>

namespace gantry {

// Lives on the room thread. The desk and the authority outlive it. Hands act through Sequencer::answerNow().
class PlanRules final : public RecordRule
{
    Q_DECLARE_TR_FUNCTIONS(gantry::PlanRules)

public:
    // While a plan is armed it wants to be asked this often: its trip times are not lengthened by more.
    static constexpr std::chrono::milliseconds askedEvery{20};

    PlanRules(const Show &show, CommandDesk &desk, const Authority &authority);

    QList<Payload> applied(const Record &record) override;
    QList<Payload> passed(const Instant &now) override;
    // Some plan may decide something: advise or auto.
    bool armed() const;

    // By a person. What is refused is a note that says why.
    QList<Payload> setMode(const PlanId &plan, PlanMode mode, const QString &who, const Instant &now);
    // All plans, at once, by anybody. An order that has not left yet does not leave.
    QList<Payload> holdAll(const QString &who, const Instant &now);
    // Carries out what the plan advises or offers just now; it stays armed.
    QList<Payload> takeAdvice(const PlanId &plan, const QString &who, const Instant &now);
    // To its first input; it stays armed.
    QList<Payload> returnToFirst(const PlanId &plan, const QString &who, const Instant &now);
    // To its slate. A manual cut: an armed plan holds.
    QList<Payload> cutToSlate(const PlanId &plan, const QString &who, const Instant &now);

private:
    struct Line
    {
        FailoverPlan plan;
        PlanRecord told;
        bool begun = false;
    };

    Line *find(const PlanId &plan);
    void fill(const Line &line, const Instant &now, PlanRecord &record) const;
    QList<Payload> tell(Line &line, PlanChange change, const Instant &now);
    QList<Payload> took(Line &line, const QList<PlanStep> &steps, const Instant &now);
    QList<Payload> changeMode(Line &line, PlanMode mode, const QString &who, const QString &why, const Instant &now);
    QList<Payload> cut(Line &line, const QString &input, const QString &who, const QString &why, bool agreed,
                       const Instant &now);
    static QList<Payload> refused(const PlanId &plan, const QString &sentence);

    CommandDesk &m_desk;
    const Authority &m_authority;
    std::vector<Line> m_lines;
};

// The plan's input that the encoder makes itself; the last, should there be several. Empty: it has none.
QString slateOf(const Plan &plan);

} // namespace gantry
