#include "app/rooms/backtest_run.h"

#include "app/session/session_reader.h"
#include "app/show/show_plans.h"

#include <algorithm>

namespace gantry {

namespace {

constexpr qsizetype piece = 5000; // records; a tenth of a second's work

} // namespace

BacktestRun::BacktestRun(QString sessionPath, Show show)
    : m_sessionPath(std::move(sessionPath)), m_show(std::move(show))
{
}

BacktestRun::~BacktestRun()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

void BacktestRun::start(const std::vector<Choice> &choices, std::chrono::milliseconds effect)
{
    Q_ASSERT(!m_running);
    if (m_thread.joinable())
        m_thread.join(); // it has told its end
    m_stop = false;
    m_running = true;
    m_thread = std::thread([this, choices, effect] { run(choices, effect); });
}

template <typename Tell>
void BacktestRun::tell(Tell tell)
{
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

template <typename Tell>
void BacktestRun::end(Tell tell)
{
    QMetaObject::invokeMethod(
        this,
        [this, tell] {
            m_running = false;
            tell();
        },
        Qt::QueuedConnection);
}

void BacktestRun::run(const std::vector<Choice> &choices, std::chrono::milliseconds effect)
{
    std::vector<Plan> plans;
    std::vector<Backtest> runs;
    for (const Choice &choice : choices) {
        const auto plan =
            choice.plan ? tl::expected<Plan, QList<ShowFault>>(*choice.plan) : readPlanFile(choice.file, m_show);
        if (!plan)
            return end([this, why = plan.error().first().text()] { Q_EMIT failed(why); });
        plans.push_back(*plan);
        runs.emplace_back(*plan, effect);
    }
    auto session = SessionReader::open(m_sessionPath);
    if (!session)
        return end([this, why = session.error().text()] { Q_EMIT failed(why); });
    const SessionSpan span = (*session)->span();
    const double length = std::max(1.0, double((span.end.elapsed - span.begin.elapsed).count()));
    for (RecordNumber number = 0; !m_stop;) {
        const RecordBatch batch = (*session)->recordsAfter(number, piece);
        if (batch.isEmpty())
            break;
        number = batch.last().number;
        for (Backtest &each : runs)
            each.apply(batch);
        const double share = double((batch.last().at.elapsed - span.begin.elapsed).count()) / length;
        tell([this, share] { Q_EMIT progressed(std::clamp(share, 0.0, 1.0)); });
    }
    if (m_stop)
        return end([this] { Q_EMIT cancelled(); });
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < runs.size(); ++i)
        outcomes.push_back({plans[i], runs[i].result()});
    end([this, outcomes, damage = (*session)->damage()] { Q_EMIT finished(outcomes, damage); });
}

} // namespace gantry
