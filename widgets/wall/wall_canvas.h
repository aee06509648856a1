#pragma once
// The wall: one surface for all cells of a plan. Words come from a model (WallRole, one row a feed), pictures from
// frame slots in the order of the rows, everything else from cell views. It looks for new pictures at its own pace,
// about 30 times a second while visible and never while hidden, and repaints only what has changed; no signal per frame
// reaches the event loop.
//
// A row is a feed, a cell a place: a feed may stand in several cells. Without a plan every feed has its cell.
//
// Law: never a stale picture without a mark. Whatever the model says, a picture older than 300 ms is marked STALLED and
// one older than 1 s NO SIGNAL, by the wall's own clock.
//
// Keys: arrows move the selection, 1-9 and 0 select feeds 1-10 (with Shift 11-20), F toggles the full view, Esc leaves
// it, L asks to hear the selected feed, O goes through safe areas and centre cuts, P through the audio meters, Delete
// clears the OVER marks, the menu key offers all of it. No key does anything on air. UI thread only.

#include "media/frame/frame_slot.h"
#include "widgets/steady_now.h"
#include "widgets/wall/listen_hand.h"
#include "widgets/wall/wall_cells.h"
#include "widgets/wall/wall_driver.h"
#include "widgets/wall/wall_hands.h"
#include "widgets/wall/wall_menu.h"
#include "widgets/wall/wall_pulse.h"
#include "widgets/wall/wall_raster.h"
#include "widgets/wall/wall_stage.h"
#include "widgets/wall/wall_surface.h"

#include <QAbstractItemModel>
#include <QWidget>

#include <memory>
#include <vector>

class QMenu;

namespace gantry::widgets {

class WallCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit WallCanvas(QWidget *parent = nullptr);
    // Drawn by this driver; for tests, with these shaders.
    explicit WallCanvas(const WallDriver &driver, const WallShaders &shaders = WallShaders::ours(),
                        QWidget *parent = nullptr);
    ~WallCanvas() override;

    // By whom this wall is drawn now and why, in sentences; it changes when OpenGL fails on the way.
    QString driverText() const;
    bool isDrawnByGl() const { return m_driver.gl; }

    // Not owned. A model that goes away leaves the wall empty.
    void setModel(QAbstractItemModel *model) { m_cells.setModel(model); }
    QAbstractItemModel *model() const { return m_cells.model(); }
    // In the order of the rows; a row without a slot has no picture. Slots may be null.
    void setFrameSlots(std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder);
    // What stands where; WallPlan{} is every feed of the model in its order. Leaves the full view.
    void setPlan(const WallPlan &plan);
    const WallPlan &plan() const { return m_cells.plan(); }
    // Makes what is not a picture. Without it such cells stay empty.
    void setCellViews(CellViewFactory factory) { m_cells.setFactory(std::move(factory)); }
    // Before the model or the pictures change: nothing of the old ones may be seen any more (replay seeks).
    void forgetPictures();

    // --- feeds, by row of the model ---
    int tileCount() const { return m_cells.rows(); }
    // The feed of the selected cell, or one that was selected and stands in no cell; -1: none.
    int selectedRow() const;
    void selectRow(int row);
    // The row that fills the wall, or -1 for all.
    int fullRow() const { return m_cells.row(fullCell()); }
    void setFullRow(int row);
    // The feed whose sound is heard is marked; -1: none. Asking for it is listenRequested(), granting it the owner's.
    int heardRow() const { return m_cells.heardRow(); }
    void setHeardRow(int row) { m_cells.setHeardRow(row); }
    // The row whose picture is there; -1: none.
    int rowAt(QPoint point) const { return m_cells.row(cellAt(point)); }
    // Where a row's first tile stands now; empty if it stands nowhere.
    QRect tileRect(int row) const;
    QString accessibleText(int row) const { return cellText(m_cells.cellOfRow(row)); }

    // --- cells, in the order of the plan; a feed that stands in none is, while it fills the wall, one more ---
    int cellCount() const { return m_cells.count(); }
    int cellAt(QPoint point) const { return m_stage.cellAt(point); }
    // Empty where another cell fills the wall.
    QRect cellRect(int cell) const { return m_stage.rect(cell); }
    std::vector<QRect> cellRects() const { return m_stage.rects(); }
    // Where the units of the plan lie now.
    const WallGrid &grid() const { return m_stage.grid(); }
    int cellRow(int cell) const { return m_cells.row(cell); }
    CellContent cellContent(int cell) const;
    QString cellText(int cell) const { return m_cells.sentence(cell); }
    int selectedCell() const { return m_selected; }
    void selectCell(int cell);
    int fullCell() const { return m_stage.full(); }
    void setFullCell(int cell);
    void toggleFull(int cell);
    void toggleFullSelection();

    // What the bars of all tiles show: sample peak, programme meter or true peak.
    void setMeter(AudioMeter meter);
    AudioMeter meter() const { return m_cells.meter(); }
    // Safe areas or a centre cut over every picture.
    void setGuide(WallGuide guide);
    WallGuide guide() const { return m_guide; }

    void clearOver();
    void clearOverAt(int cell, QPointF point);
    void updateCell(int cell);

    // What is shown in the middle when there are no cells.
    void setEmptyText(const QString &text);

    // For tests: time from outside, what is on the card (null: nothing), and what the timer would do.
    const WallGl *gl() const { return m_surface->gl(); }
    WallGl *gl() { return m_surface->gl(); }
    void setClock(SteadyNow now) { m_cells.setClock(std::move(now)); }
    void refresh();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // Another feed is selected, or the selected cell shows another one now.
    void tileSelected(int row);
    void cellSelected(int cell);
    // A double click, or F: the cell of that feed (-1: not a feed) fills the wall, or gives it back.
    void tileActivated(int row);
    // L, or the tile's menu: somebody wants to hear this feed, or, when it is heard, no longer.
    void listenRequested(int row);
    // Whoever keeps a window's settings keeps these.
    void looksChanged();
    // OpenGL has failed; the wall is painted from now on, as driverText() says.
    void driverFailed();
    // A sentence for a person, for a moment: what a key has just changed.
    void said(const QString &sentence);
    // The menu of a cell is about to open: its owner may add to it.
    void menuOffered(QMenu *menu, int cell);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void onRearranged();
    void onRowChanged(int cell);
    void relayout();
    void tellFocus();
    void beat(bool everything);
    void openSurface(const WallShaders &shaders);
    void paintFromNowOn(const QString &why);
    void demandPictures(bool visible);
    WallLook look() const;

    WallPulse m_pulse;
    WallCells m_cells{m_pulse.bell()};
    WallStage m_stage{m_cells};
    WallRaster m_raster{m_cells, m_stage};
    WallDriver m_driver;
    std::unique_ptr<WallSurface> m_surface;
    QString m_emptyText;
    int m_selected = -1;    // cell
    int m_selectedRow = -1; // its feed, or one that stands in no cell
    WallGuide m_guide = WallGuide::None;
    WallHands m_hands{*this};
    ListenHand m_listenHand{*this};
    WallMenu m_menu{*this, m_listenHand};
};

} // namespace gantry::widgets
