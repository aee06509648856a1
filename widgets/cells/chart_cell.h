#pragma once
// A lane of figures over time on the wall: its title, the newest value large with its age, the lines below, gaps where
// nothing was known. Time runs from left to right in every language. UI thread only.

#include "widgets/charts/lane_content.h"
#include "widgets/wall/cell_view.h"

#include <QTimer>

namespace gantry::widgets {

class ChartCell final : public CellView
{
    Q_OBJECT

public:
    // Asked once a second, and whenever look() says so.
    using Source = std::function<LaneContent()>;
    explicit ChartCell(Source source, QObject *parent = nullptr);

    void paint(QPainter &painter, const QRectF &box) const override;
    QString sentence() const override;

    void look();

private:
    void paintLines(QPainter &painter, const QRectF &area) const;

    Source m_source;
    LaneContent m_lane;
    QTimer m_timer;
};

} // namespace gantry::widgets
