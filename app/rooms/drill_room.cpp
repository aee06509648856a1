#include "app/rooms/drill_room.h"

#include "app/show/show_plans.h"

#include <algorithm>

namespace gantry {

DrillRoom::DrillRoom(Settings settings) : m_settings(std::move(settings)), m_stage(std::make_unique<RehearsalStage>())
{
    connect(m_stage.get(), &RehearsalStage::failed, this, &DrillRoom::end);
    connect(m_stage.get(), &RehearsalStage::ready, this, &DrillRoom::open);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(m_phase == Phase::Faulted ? tr("The return did not show the other input in time.")
                                      : tr("The rehearsal was not fit in time: not every input has a picture, or the "
                                           "return does not show the first of them."));
    });
}

DrillRoom::~DrillRoom() = default;

void DrillRoom::start()
{
    Q_EMIT said(tr("Building a rehearsal: feeds, a cloud, its return."));
    m_patience.start(m_settings.patience);
    m_stage->start();
}

void DrillRoom::open(const Show &rehearsal)
{
    Show show = rehearsal;
    if (!m_settings.plan.isEmpty()) {
        const auto plan = readPlan(m_settings.plan, show);
        if (!plan)
            return end(plan.error().first().text());
        show.plans = {*plan};
    }
    if (show.plans.isEmpty())
        return end(tr("There is no plan to rehearse."));
    m_plan = show.plans.first();
    m_timeline.emplace(m_plan);
    auto room = LiveRoom::open(show, m_settings.sessionPath);
    if (!room)
        return end(room.error().text());
    m_room = std::move(*room);
    connect(&m_room->records(), &RecordSource::arrived, this, qOverload<const RecordBatch &>(&DrillRoom::take));
    m_room->start();
    m_phase = Phase::Settling;
    Q_EMIT said(tr("Waiting until every input is fit and the return shows %1.").arg(m_plan.sources.first().input));
}

void DrillRoom::take(const RecordBatch &batch)
{
    for (const Record &record : batch) {
        if (m_phase == Phase::Over)
            return;
        m_timeline->seen(record);
        if (const auto *program = std::get_if<ProgramRecord>(&record.payload);
            program && program->encoder == m_plan.encoder)
            m_returnKnown = program->program == std::vector<QString>{m_plan.sources.first().feed.text};
        if (const auto *plan = std::get_if<PlanRecord>(&record.payload); plan && plan->plan == m_plan.id)
            m_told = *plan;
        if (m_told)
            take(*m_told);
    }
    if (m_phase != Phase::Faulted)
        return;
    if (m_timeline->isSeen())
        end({});
    else if (m_timeline->failure())
        end(*m_timeline->failure());
}

bool DrillRoom::isFit(const PlanRecord &plan) const
{
    const auto fit = [&](const PlanSight &sight) { return sight.fitness == Fitness::Fit; };
    return m_returnKnown && plan.active == m_plan.sources.first().input && std::ranges::all_of(plan.sources, fit);
}

void DrillRoom::take(const PlanRecord &plan)
{
    if (m_phase == Phase::Settling && isFit(plan)) {
        m_phase = Phase::Armed;
        m_room->setPlanMode(m_plan.id, PlanMode::Auto, tr("drill", "who arms the plan"));
        Q_EMIT said(tr("Fit. The plan is armed; the fault comes when its grace time is over (%1 s).")
                        .arg(double(m_plan.grace.count()) / 1000));
        m_patience.start(m_settings.patience + std::chrono::ceil<std::chrono::seconds>(m_plan.grace));
    } else if (m_phase == Phase::Armed && plan.mode == PlanMode::Auto && plan.pause == PlanPause::None && isFit(plan)) {
        kill();
    }
}

void DrillRoom::kill()
{
    m_phase = Phase::Faulted;
    const QString feed = m_plan.sources.first().feed.text;
    const Instant now = m_room->records().now();
    m_stage->killSender(feed);
    const QString says = tr("the sender of %1 was killed").arg(feed);
    m_timeline->begin(now, says);
    m_room->note(tr("Drill: %1.").arg(says));
    Q_EMIT said(tr("Fault: %1.").arg(says));
    m_patience.start(m_settings.patience);
}

void DrillRoom::end(const QString &why)
{
    if (std::exchange(m_phase, Phase::Over) == Phase::Over)
        return;
    m_patience.stop();
    Q_EMIT ended(why);
}

} // namespace gantry
