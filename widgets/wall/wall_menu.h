#pragma once
// The menu of a cell: everything a hand can do with it and with the wall, each with its key. Asked for by the right
// button or by the menu key. Whoever owns the wall may add to it (WallCanvas::menuOffered). UI thread only.

#include "widgets/audio_bars.h"

#include <QObject>
#include <QPoint>

class QMenu;

namespace gantry::widgets {

class ListenHand;
class WallCanvas;

// "Audio bars: true peak"
QString meterWord(AudioMeter meter);

class WallMenu final : public QObject
{
    Q_OBJECT

public:
    WallMenu(WallCanvas &wall, const ListenHand &listening);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(int cell, QPoint at);
    void offerFeed(QMenu &menu, int cell);
    void offerLooks(QMenu &menu);

    WallCanvas &m_wall;
    const ListenHand &m_listening;
};

} // namespace gantry::widgets
