#pragma once
// The models and windows of one room, built on any source of records: live, rehearsed or replayed, they cannot tell.

#include "app/models/alarm_model.h"
#include "app/models/audit_model.h"
#include "app/models/encoder_model.h"
#include "app/models/feed_details_model.h"
#include "app/models/layout_book.h"
#include "app/models/pair_model.h"
#include "app/models/plan_model.h"
#include "app/models/room_status.h"
#include "app/models/series_store.h"
#include "app/models/wall_model.h"
#include "app/rooms/wall_windows.h"
#include "app/session/record_source.h"
#include "app/show/show.h"
#include "app/windows/charts_window.h"
#include "app/windows/control_window.h"
#include "app/windows/layout_hand.h"
#include "app/windows/show_lock.h"

#include <QTimer>

namespace gantry {

// UI thread. The source must outlive it.
class RoomScreens
{
public:
    // `showPath` is the show's file, into which edited layouts are saved; empty: they are kept until the end.
    RoomScreens(const Show &show, const RecordSource &source, const FrameSlots &pictures, const QString &showPath = {});

    ControlWindow &control() { return m_control; }
    WallWindows &walls() { return m_walls; }
    WallWindow &wall() { return m_walls.first(); }
    ChartsWindow &charts() { return m_charts; }

    ShowLock &lock() { return m_lock; }
    const WallModel &feeds() const { return m_feeds; }

    // Shows all and the further ones; the hidden ones stand in the menus only, until somebody wants them.
    void show(const QList<RoomWindow *> &further = {}, const QList<RoomWindow *> &hidden = {});
    void setBanner(const QString &text);
    // RoomWindow::setKeepsRunning(), also for walls that are opened later.
    void setKeepsRunning(bool keeps);
    QList<RoomWindow *> windows();

    // How the machine does, for the top line: "2 cores 61 %".
    void setMachineText(const QString &text);
    // Something that a person has to see to: said in the top line until it is empty.
    void setDeskText(const QString &text); // where another desk has the show; empty: this one
    bool hasPlans() const { return m_plans.rowCount() > 0; }
    void setCareText(const QString &text, const QString &advice);

private:
    void dress(RoomWindow &window);
    // What a wall shows besides pictures, and how.
    void furnish(WallWindow &wall);
    void listWindows();
    void tellRoom();

    const Show m_show;
    const RecordSource &m_source;

    WallModel m_feeds;
    FeedDetailsModel m_details;
    EncoderModel m_encoders;
    AlarmModel m_alarms;
    PlanModel m_plans;
    AuditModel m_commands;
    PairModel m_pairs;
    SeriesStore m_series;
    RoomStatus m_status;
    LayoutBook m_layouts;
    ShowLock m_lock; // outlives the windows
    ControlWindow m_control;
    WallWindows m_walls;
    ChartsWindow m_charts;
    QList<RoomWindow *> m_further;
    QString m_banner;
    bool m_keepsRunning = false;
    QString m_machine;
    QString m_desk;
    QString m_care;
    QString m_advice;
    QTimer m_ages;
};

} // namespace gantry
