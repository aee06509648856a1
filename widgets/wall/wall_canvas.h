#pragma once
// The wall: one raster surface for all tiles. Words come from a model (WallRole, one row a feed), pictures from frame
// slots in the order of the rows. It looks for new pictures at its own pace, about 30 times a second while visible and
// never while hidden, and repaints only what has changed; no signal per frame reaches the event loop.
//
// Law: never a stale picture without a mark. Whatever the model says, a picture older than 300 ms is marked STALLED and
// one older than 1 s NO SIGNAL, by the wall's own clock.
//
// Keys: arrows move the selection, 1-9 and 0 select feeds 1-10 (with Shift 11-20), F toggles the full view, Esc leaves
// it, L asks to hear the selected feed, Delete clears the OVER marks. UI thread only.

#include "media/frame/frame_slot.h"
#include "widgets/steady_now.h"
#include "widgets/wall/listen_hand.h"
#include "widgets/wall/wall_layout.h"
#include "widgets/wall/wall_tile.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

namespace gantry::widgets {

class WallCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit WallCanvas(QWidget *parent = nullptr);
    ~WallCanvas() override;

    // Not owned. A model that goes away leaves the wall empty.
    void setModel(QAbstractItemModel *model);
    QAbstractItemModel *model() const { return m_model; }
    // In the order of the rows; a row without a slot has no picture. Slots may be null.
    void setFrameSlots(std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder);
    // Before the model or the pictures change: nothing of the old ones may be seen any more (replay seeks).
    void forgetPictures();

    int tileCount() const;
    int selectedRow() const { return m_selected; } // -1: none
    void selectRow(int row);
    // The row that fills the wall, or -1 for all.
    int fullRow() const { return m_full; }
    void setFullRow(int row);
    // The feed whose sound is heard is marked; -1: none. Asking for it is listenRequested(), granting it the owner's.
    int heardRow() const { return m_heard; }
    void setHeardRow(int row);

    // The row whose tile is there; -1: none.
    int rowAt(QPoint point) const;
    // Where a row's tile stands now; empty if another one fills the wall.
    QRect tileRect(int row) const;
    QString accessibleText(int row) const;

    // What is shown in the middle when the model has no rows.
    void setEmptyText(const QString &text);

    // For tests: time from outside, and what the timer would do.
    void setClock(SteadyNow now);
    void refresh();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tileSelected(int row);
    // A double click, or F: the tile fills the wall, or gives it back.
    void tileActivated(int row);
    // L, or the tile's menu: somebody wants to hear this feed, or, when it is heard, no longer.
    void listenRequested(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void reload();
    void onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void relayout();
    void tellSlots();
    int rowCount() const { return int(m_tiles.size()); }
    const TileBox *boxOf(int row) const;
    void moveSelection(int columns, int rows);
    bool selectByDigit(const QKeyEvent &event);
    void toggleFull(int row);
    void paintEmpty(QPainter &painter);

    QPointer<QAbstractItemModel> m_model;
    QList<QMetaObject::Connection> m_connections;
    std::vector<std::shared_ptr<media::FrameSlot>> m_slots;
    std::vector<WallTile> m_tiles;
    WallLayout m_layout;
    QTimer m_timer;
    SteadyNow m_now = steadyNow();
    QString m_emptyText;
    int m_selected = -1;
    int m_full = -1;
    int m_heard = -1;
    ListenHand m_listenHand{*this};
};

} // namespace gantry::widgets
