#pragma once
// The director's window: pictures, tally and words, nothing else.

#include "app/windows/room_window.h"
#include "widgets/wall/cell_view.h"

#include <memory>
#include <vector>

class QAbstractItemModel;
class QTimer;

namespace gantry {

class Notice;

namespace media {
class FrameSlot;
}
namespace widgets {
class WallCanvas;
}

class WallWindow final : public RoomWindow
{
    Q_OBJECT

public:
    // The model (WallRole) outlives the window; slots are in the order of its rows.
    WallWindow(const QString &show, QAbstractItemModel *feeds,
               std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder, QWidget *parent = nullptr);

    widgets::WallCanvas &canvas() { return *m_canvas; }
    void selectFeed(int row);
    void forgetPictures();
    // Makes what its walls show besides pictures.
    void setCellViews(widgets::CellViewFactory factory);
    // Marks the feed that is heard; -1: none.
    void setHeard(int row);
    // One sentence over the wall, for some seconds.
    void say(const QString &sentence);

Q_SIGNALS:
    // Somebody wants to hear this feed, or, when it is heard, no longer.
    void listenRequested(int row);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    widgets::WallCanvas *m_canvas = nullptr;
    Notice *m_notice = nullptr;
    QTimer *m_cursorRest = nullptr; // hides the pointer of a full-screen wall
};

} // namespace gantry
