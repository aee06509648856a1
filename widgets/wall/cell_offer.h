#pragma once
// What a cell may show, as choices for a person, and what it shows, in words.

#include "widgets/wall/wall_plan.h"

#include <QList>
#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace gantry::widgets {

// One choice that only the application knows: a feed, a chart, a figure.
struct CellOffer
{
    QString text; // "RTT of CAM 1"
    CellContent content;
};

// "CAM 1", "Program", "Clock, UTC", "Empty"; what is offered, in the words of the offer.
QString cellText(const CellContent &content, const QList<CellOffer> &offers = {});

// Everything a cell may show: what is offered, by kind, and what needs no offer. A text, a countdown and an image are
// asked for, in a dialogue over `parent` that nothing waits for; `chosen` may be called after the menu is gone. The
// content that is shown now is marked.
QMenu *cellMenu(const QList<CellOffer> &offers, const CellContent &now, QWidget *parent,
                std::function<void(const CellContent &)> chosen);

} // namespace gantry::widgets
