#pragma once
// The hands on the wall: keys and mouse, turned into what WallCanvas offers. Nothing here does anything on air. A cell
// is moved only while the wall is being edited, and then it is asked for, not done (WallCanvas::swapRequested). UI
// thread only.

#include "widgets/wall/wall_keys.h"

#include <QObject>
#include <QPoint>

class QKeyEvent;
class QMouseEvent;

namespace gantry::widgets {

class WallCanvas;

class WallHands final : public QObject
{
    Q_OBJECT

public:
    explicit WallHands(WallCanvas &wall);

    // The cell that a hand carries now, and the one below it; -1: none.
    int carried() const { return m_carrying ? m_pressed : -1; }
    int below() const { return m_carrying ? m_below : -1; }
    // Whatever is carried stays where it was.
    void letGo();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool key(const QKeyEvent &event);
    bool plainKey(const QKeyEvent &event);
    bool arrow(const QKeyEvent &event);
    void step(Step step);
    void carry(Step step);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);

    WallCanvas &m_wall;
    int m_pressed = -1;
    int m_below = -1;
    QPoint m_pressedAt;
    bool m_carrying = false;
};

} // namespace gantry::widgets
