#pragma once
// What a cell of the wall shows that is not a picture of a feed: a clock, a chart, a list of alarms, an image, a text,
// a provider's figure. The application makes them (CellViewFactory); the wall gives them a place and paints them when
// they say that they have changed, and never otherwise. UI thread only.

#include "widgets/wall/wall_plan.h"

#include <QObject>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>

class QPainter;

namespace gantry::widgets {

class CellView : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Fills `box`, in the coordinates of the wall, and touches nothing outside it. The painter comes with the wall's
    // font; red and green belong to tally alone.
    virtual void paint(QPainter &painter, const QRectF &box) const = 0;
    // The whole cell in one sentence, for a screen reader: "UTC 18:04:05".
    virtual QString sentence() const = 0;

Q_SIGNALS:
    // It wants to be painted again.
    void changed();
};

// Null for a kind of content that it does not know.
using CellViewFactory = std::function<std::unique_ptr<CellView>(const CellContent &content)>;

} // namespace gantry::widgets
