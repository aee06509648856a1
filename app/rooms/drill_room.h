#pragma once
// A failover plan, rehearsed: a stage with its cloud, a live room without windows, and a fault that is scripted: the
// sender of the plan's first input is killed. The records say what came of it (DrillTimeline).
//
//   stage ready -> everything is fit and the return shows the first input -> armed -> grace over -> fault -> seen
//
// UI thread, with an event loop. What it rehearses with goes with it.

#include "app/control/drill_timeline.h"
#include "app/rooms/live_room.h"
#include "app/rooms/rehearsal_stage.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace gantry {

class DrillRoom final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QByteArray plan;                   // JSON; empty: the rehearsal's own
        QString sessionPath;               // is made
        std::chrono::seconds patience{60}; // for the stage to be fit, and then from the fault to the picture
    };

    explicit DrillRoom(Settings settings);
    ~DrillRoom() override;

    void start();
    // Once the plan is known.
    const DrillTimeline *timeline() const { return m_timeline ? &*m_timeline : nullptr; }

Q_SIGNALS:
    void said(const QString &sentence); // how far it is
    // It is over. Empty: the switch was seen; otherwise why not.
    void ended(const QString &why);

private:
    enum class Phase { Preparing, Settling, Armed, Faulted, Over };

    void open(const Show &show);
    void take(const RecordBatch &batch);
    void take(const PlanRecord &plan);
    bool isFit(const PlanRecord &plan) const;
    void kill();
    void end(const QString &why);

    const Settings m_settings;
    Plan m_plan;
    Phase m_phase = Phase::Preparing;
    bool m_returnKnown = false; // the return shows the first input
    std::optional<PlanRecord> m_told;
    std::optional<DrillTimeline> m_timeline;
    QTimer m_patience;
    std::unique_ptr<RehearsalStage> m_stage;
    std::unique_ptr<LiveRoom> m_room; // goes first: a stage that is taken down is not a lost feed
};

} // namespace gantry
