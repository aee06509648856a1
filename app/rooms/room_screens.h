#pragma once
// The models and windows of one room, built on any source of records: live, rehearsed or replayed, they cannot tell.

#include "app/models/alarm_model.h"
#include "app/models/audit_model.h"
#include "app/models/encoder_model.h"
#include "app/models/feed_details_model.h"
#include "app/models/layout_book.h"
#include "app/models/room_status.h"
#include "app/models/series_store.h"
#include "app/models/wall_model.h"
#include "app/session/record_source.h"
#include "app/show/show.h"
#include "app/windows/charts_window.h"
#include "app/windows/control_window.h"
#include "app/windows/layout_hand.h"
#include "app/windows/wall_window.h"
#include "media/frame/frame_slot.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace gantry {

using FrameSlots = std::vector<std::shared_ptr<media::FrameSlot>>; // one a feed, in the order of the show

// UI thread. The source must outlive it.
class RoomScreens
{
public:
    // `showPath` is the show's file, into which edited layouts are saved; empty: they are kept until the end.
    RoomScreens(const Show &show, const RecordSource &source, const FrameSlots &pictures, const QString &showPath = {});

    ControlWindow &control() { return m_control; }
    WallWindow &wall() { return m_wall; }
    ChartsWindow &charts() { return m_charts; }

    // Shows all three, with one more window in their menus where there is one.
    void show(RoomWindow *further = nullptr);
    void setBanner(const QString &text);
    QList<RoomWindow *> windows();

private:
    void arrange(const Show &show, WallWindow &wall);

    WallModel m_feeds;
    FeedDetailsModel m_details;
    EncoderModel m_encoders;
    AlarmModel m_alarms;
    AuditModel m_commands;
    SeriesStore m_series;
    RoomStatus m_status;
    LayoutBook m_layouts;
    ControlWindow m_control;
    WallWindow m_wall;
    ChartsWindow m_charts;
    QTimer m_ages;
};

} // namespace gantry
