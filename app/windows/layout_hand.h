#pragma once
// The layouts of one wall window: a menu and the keys Ctrl+1 to Ctrl+9 to choose one, and Edit mode. Switching is one
// repainting of the wall; a feed that stands in both layouts keeps its picture. UI thread only.

#include "app/models/layout_book.h"
#include "widgets/wall/cell_offer.h"

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace gantry {

namespace widgets {
class LayoutEditor;
class WallCanvas;
} // namespace widgets

class LayoutHand final : public QObject
{
    Q_OBJECT

public:
    // A child of the window. The book outlives it; the canvas stands in a vertical layout of that window.
    LayoutHand(QMainWindow &window, widgets::WallCanvas &canvas, LayoutBook &book);
    ~LayoutHand() override;

    const QString &current() const { return m_current; }
    // False if there is none of that name; the wall then stays as it is. While a layout is edited nothing is switched.
    bool choose(const QString &name);
    // What cells may show besides feeds and what every wall knows.
    void setOffers(const QList<widgets::CellOffer> &offers) { m_offers = offers; }

    // Without leave a layout that is being edited is put aside, with all that was done; edit() takes it up again.
    void setEditable(bool editable, const QString &whyNot = {});
    bool isEditing() const;
    void edit();
    void editNew();
    // Takes the wall's layout out of the show, after a question.
    void askToRemove();
    widgets::LayoutEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void chosen(const QString &name);
    // One sentence for the window.
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listLayouts();
    void mark();
    void showPlan(const widgets::WallPlan &plan, const QString &name, const QString &preset);
    void begin(const widgets::WallPlan &plan, const QString &preset, const QString &replaces);
    void save(const widgets::WallPlan &plan);
    void leave();
    void end();
    void remove(const QString &name);
    void followEditing();
    void onBookChanged(const QString &renamed, const QString &to);

    QMainWindow &m_window;
    widgets::WallCanvas &m_canvas;
    LayoutBook &m_book;
    QMenu *m_menu;
    QAction *m_edit;
    QAction *m_new;
    QAction *m_remove;
    bool m_editable = true;
    QString m_whyNot;         // it is not editable
    QString m_current;        // empty: one of the usual layouts that the book has not
    widgets::WallPlan m_plan; // of it
    QString m_shownPreset;    // and what it is; empty: a free layout
    QList<widgets::CellOffer> m_offers;
    widgets::LayoutEditor *m_editor = nullptr;
    QString m_preset;   // that editing began from; empty: a free layout
    QString m_replaces; // the layout that is edited; empty: a new one
};

} // namespace gantry
