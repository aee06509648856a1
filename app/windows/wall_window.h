#pragma once
// The director's window: pictures, tally and words, nothing else. There may be several, each on a monitor of its own.

#include "app/windows/room_window.h"
#include "app/windows/wall_place.h"
#include "widgets/wall/cell_view.h"

#include <memory>
#include <vector>

class QAbstractItemModel;
class QLabel;
class QTimer;

namespace gantry {

namespace media {
class FrameSlot;
}
namespace widgets {
class WallCanvas;
}

// What can be seen of the feeds on a wall, by row of the model.
struct WallSight
{
    std::vector<int> rows; // none while the window is hidden or minimised
    int fullRow = -1;      // fills the wall
    int selectedRow = -1;
};

class WallWindow final : public RoomWindow
{
    Q_OBJECT

public:
    // The model (WallRole) outlives the window; slots are in the order of its rows.
    WallWindow(const QString &name, const QString &show, QAbstractItemModel *feeds,
               std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder, QWidget *parent = nullptr);

    widgets::WallCanvas &canvas() { return *m_canvas; }
    void selectFeed(int row);
    void forgetPictures();
    // Makes what its walls show besides pictures.
    void setCellViews(widgets::CellViewFactory factory);
    // Marks the feed that is heard; -1: none.
    void setHeard(int row);
    WallSight sight() const;

    // In a corner, for as long as it is so: what the machine cannot do for this wall. Empty: nothing.
    void setLoadText(const QString &text);

    // Goes to that place now. The window need not be visible.
    void standOn(const WallPlace &place, const std::vector<Monitor> &monitors);
    // Where it stands: full screen or not, and as what window.
    bool isWallFullScreen() const { return windowState().testFlag(Qt::WindowFullScreen); }
    QRect windowRect() const { return isWallFullScreen() ? m_windowRect : normalGeometry(); }
    // Entries of the menu, with a mark at `chosen`.
    void listMonitors(const std::vector<Monitor> &monitors, int chosen);

Q_SIGNALS:
    // Somebody wants to hear this feed, or, when it is heard, no longer.
    void listenRequested(int row);
    // By hand: this monitor of the list, full screen.
    void monitorChosen(int monitor);
    void wallWanted();   // one more
    void closedByHand(); // after it has closed
    void moved();        // full screen or not, or another place
    void sightChanged();

protected:
    QString drawnBy() const override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeMenu();
    void followState();

    widgets::WallCanvas *m_canvas = nullptr;
    QLabel *m_load = nullptr;
    QMenu *m_monitors = nullptr;
    QTimer *m_cursorRest = nullptr; // hides the pointer of a full-screen wall
    QRect m_windowRect;             // before it was full screen
    bool m_rests = false;           // the canvas, because the window is minimised
};

} // namespace gantry
