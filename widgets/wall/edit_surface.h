#pragma once
// Lies over a wall while its layout is edited: outlines, handles, what is about to happen, and the hands that do it.
// The pictures below go on.
//
// Mouse: drag a cell to move it, its edges to resize it, onto another cell to swap what they show; double click or the
// right button to choose what it shows. Keys: arrows select; with Alt they move the cell, with Shift its right and
// lower edge, with Ctrl they swap it with its neighbour; Enter puts down what is moved, or chooses what the cell shows;
// Esc takes back what is not put down, then asks to leave; Insert adds, Delete removes; 1-9, 0 show feeds 1-10. UI
// thread only.

#include "widgets/wall/wall_edit.h"
#include "widgets/wall/wall_layout.h"

#include <QWidget>

#include <functional>

namespace gantry::widgets {

class EditSurface final : public QWidget
{
    Q_OBJECT

public:
    // `grid` tells where the units of the plan lie at this moment, `words` what a cell shows.
    EditSurface(WallEdit &edit, std::function<WallGrid()> grid, std::function<QString(const CellContent &)> words,
                QWidget *parent);

Q_SIGNALS:
    void contentWanted(QPoint globalAt);
    void feedWanted(int row);
    void leaveWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool arrow(const QKeyEvent &event);
    void act(Qt::KeyboardModifiers held, Qt::Edge side);
    int cellAt(QPointF point) const;
    Qt::Edges edgesAt(QPointF point) const;
    QRect box(int cell) const;
    void tellCell();
    void paintCell(QPainter &painter, int cell) const;
    void paintProposal(QPainter &painter) const;

    struct Drag
    {
        QPointF from;
        Qt::Edges edges; // none: the whole cell
        int swapWith = -1;
    };

    WallEdit &m_edit;
    std::function<WallGrid()> m_grid;
    std::function<QString(const CellContent &)> m_words;
    std::optional<Drag> m_drag;
};

} // namespace gantry::widgets
