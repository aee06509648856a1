#pragma once
// What a room's walls can show besides pictures: the makers of clocks, charts, the list of alarms, images, texts and
// figures, and what a person may choose from. Words that a layout uses for charts and figures:
//
//   "rate CAM 1", "rtt …", "packets …", "margin …", "loudness …", "sync …"   a feed   (chart, figure)
//   "behind PAIR"                                                              a pair   (chart, figure)
//   "viewers NAME", "rebuffering NAME"              an audience, by its encoder's name  (chart, figure)
//   "state NAME", "input NAME"                                              an encoder  (figure)
//
// UI thread.

#include "widgets/wall/cell_offer.h"
#include "widgets/wall/cell_view.h"

class QAbstractItemModel;

namespace gantry {

class RecordSource;
class SeriesStore;

// All outlive every view that is made of them.
struct CellSources
{
    const RecordSource &source;
    const SeriesStore &series;
    QAbstractItemModel *alarms = nullptr;   // AlarmRole
    QAbstractItemModel *encoders = nullptr; // EncoderRole
};

widgets::CellViewFactory cellViews(const CellSources &sources);
// Charts and figures of this show.
QList<widgets::CellOffer> cellOffers(const CellSources &sources);

} // namespace gantry
