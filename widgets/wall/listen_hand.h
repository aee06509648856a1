#pragma once
// The hands that ask to hear a feed: the key L for the selected tile, the menu of any tile, and a tooltip that tells
// so. Asks by WallCanvas::listenRequested(); never hears anything by itself. UI thread only.

#include <QObject>

class QKeyEvent;

namespace gantry::widgets {

class WallCanvas;

class ListenHand final : public QObject
{
    Q_OBJECT

public:
    explicit ListenHand(WallCanvas &wall);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool key(const QKeyEvent &event);
    void menu(int row, QPoint at);
    QString offer(int row) const;

    WallCanvas &m_wall;
};

} // namespace gantry::widgets
