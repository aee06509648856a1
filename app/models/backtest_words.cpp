#include "app/models/backtest_words.h"

#include <QCoreApplication>

namespace gantry::words {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::Backtest)
};

} // namespace

QString plainSeconds(std::chrono::microseconds time)
{
    return QString::number(std::chrono::duration<double>(time).count(), 'f', 1);
}

QString backtestStep(const BacktestStep &each)
{
    const PlanStep &step = each.step;
    switch (step.kind) {
    case PlanStep::Kind::Switch:
        return each.recoveredAfter
                   ? Text::tr("switch %1 to %2. %3. %1 was whole again %4 s later.")
                         .arg(step.from, step.to, step.because, plainSeconds(*each.recoveredAfter))
                   : Text::tr("switch %1 to %2. %3. %1 did not come back.").arg(step.from, step.to, step.because);
    case PlanStep::Kind::Return:
        return Text::tr("return from %1 to %2. %3").arg(step.from, step.to, step.because);
    case PlanStep::Kind::Offer:
        return Text::tr("would ask to return from %1 to %2. %3").arg(step.from, step.to, step.because);
    case PlanStep::Kind::Stuck:
        return Text::tr("no way out. %1").arg(step.because);
    case PlanStep::Kind::Doubt:
        return Text::tr("witnesses differ, nothing done. %1").arg(step.because);
    case PlanStep::Kind::Held:
        return Text::tr("puts itself on hold. %1").arg(step.because);
    }
    return {};
}

} // namespace gantry::words
