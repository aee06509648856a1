#pragma once
// Paints a wall with QPainter: what every machine can do. Ground, cells and marks of the hand, each where something has
// changed and nowhere else. UI thread only.

#include "widgets/wall/tile_guides.h"
#include "widgets/wall/wall_cells.h"
#include "widgets/wall/wall_stage.h"

#include <QRegion>
#include <QString>

class QPainter;

namespace gantry::widgets {

// What a surface knows of its cells beside what stands in them.
struct WallLook
{
    int selected = -1; // cell
    bool focused = false;
    WallGuide guide = WallGuide::None;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QString emptyText; // where there are no cells
};

class WallRaster
{
public:
    WallRaster(WallCells &cells, const WallStage &stage) : m_cells(cells), m_stage(stage) {}

    // Takes what is new in all tiles; returns where. Pictures alone, or whatever moves.
    QRegion takePictures(Qt::LayoutDirection direction);
    QRegion takeEverything(Qt::LayoutDirection direction);

    void paint(QPainter &painter, const QRegion &exposed, const QRect &wall, const WallLook &look);
    // All but pictures and what lies over them: their rooms are left in the picture's black. For a renderer that has
    // another way with those.
    void paintBelow(QPainter &painter, const QRegion &exposed, const QRect &wall, const WallLook &look);

private:
    void paintGround(QPainter &painter, const QRegion &exposed);
    void paintCell(QPainter &painter, const QRegion &exposed, int cell, const WallLook &look);
    void paintEmpty(QPainter &painter, const QRect &wall, const WallLook &look) const;
    void paintView(QPainter &painter, const TileBox &box, int cell) const;
    void paintHand(QPainter &painter, const TileBox &box, int cell, const WallLook &look) const;

    WallCells &m_cells;
    const WallStage &m_stage;
};

} // namespace gantry::widgets
