#pragma once
// The hands that ask to hear a feed: the key L for the selected tile, and a tooltip that tells so; the menu of a tile
// offers it in the same words. Asks by WallCanvas::listenRequested(); never hears anything by itself. UI thread only.

#include <QObject>

class QKeyEvent;

namespace gantry::widgets {

class WallCanvas;

class ListenHand final : public QObject
{
    Q_OBJECT

public:
    explicit ListenHand(WallCanvas &wall);

    // "Listen to CAM 1", or no longer.
    QString offer(int row) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool key(const QKeyEvent &event);

    WallCanvas &m_wall;
};

} // namespace gantry::widgets
