#pragma once
// Edit mode of a wall: a bar with the name and every action, and an EditSurface over the canvas. The wall shows the
// layout as it becomes. Nothing is kept anywhere until somebody answers saveRequested() with saved(). UI thread only.

#include "widgets/wall/cell_offer.h"
#include "widgets/wall/wall_edit.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace gantry::widgets {

class EditSurface;
class WallCanvas;

class LayoutEditor final : public QWidget
{
    Q_OBJECT

public:
    // The canvas outlives the editor. `plan` may be any; `offers` is what cells may show besides what every wall knows,
    // feeds first in the order of the digit keys.
    LayoutEditor(WallCanvas &wall, const WallPlan &plan, QList<CellOffer> offers, QWidget *parent = nullptr);
    ~LayoutEditor() override;

    WallEdit &edit() { return m_edit; }
    EditSurface &surface();
    // The owner has kept the plan.
    void saved();
    // One sentence in the bar: why something was refused.
    void say(const QString &sentence);
    QString message() const;
    // Out of the way, with everything that was done: the wall belongs to others until it is taken up again.
    void setAside(bool aside);
    // Puts down what is moved and asks to save; as the button and Ctrl+S do.
    void save();
    // Asks to leave; with changes only after a question.
    void leave();

Q_SIGNALS:
    void saveRequested(const WallPlan &plan);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBar();
    void buildWholeRow(QHBoxLayout &row);
    void buildCellRow(QHBoxLayout &row);
    QToolButton *addButton(QHBoxLayout &row, const QString &text, const QKeySequence &key, const QString &tip);
    void bindKey(QToolButton &button, const QKeySequence &key);
    QMenu *beginMenu();
    void chooseContent(QPoint globalAt);
    void showFeed(int row);
    void put(const CellContent &content);
    void follow();

    WallCanvas &m_wall;
    const QList<CellOffer> m_offers;
    WallEdit m_edit;
    QPointer<EditSurface> m_surface; // a child of the canvas, with which it may go first
    bool m_aside = false;
    QLineEdit *m_name = nullptr;
    QLabel *m_message = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_content = nullptr;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QToolButton *m_save = nullptr;
};

} // namespace gantry::widgets
