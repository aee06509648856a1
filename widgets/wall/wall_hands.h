#pragma once
// The hands on the wall: keys and mouse, turned into what WallCanvas offers. Nothing here does anything on air, and
// nothing moves a cell: that is an editor's (layout_editor.h). UI thread only.

#include "widgets/wall/wall_keys.h"

#include <QObject>

class QKeyEvent;
class QMouseEvent;

namespace gantry::widgets {

class WallCanvas;

class WallHands final : public QObject
{
    Q_OBJECT

public:
    explicit WallHands(WallCanvas &wall);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool key(const QKeyEvent &event);
    bool arrow(const QKeyEvent &event);
    bool lookKey(const QKeyEvent &event);
    void step(Step step);
    void press(const QMouseEvent &event);

    WallCanvas &m_wall;
};

} // namespace gantry::widgets
