// Edit mode over a wall: everything by mouse, and everything by keys alone.

#include "widgets/theme.h"
#include "widgets/wall/edit_surface.h"
#include "widgets/wall/layout_editor.h"
#include "widgets/wall/wall_canvas.h"
#include "widgets/wall/wall_presets.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace gantry::widgets;
using namespace Qt::StringLiterals;

namespace {

// A wall of three feeds being edited: two cells in the upper row, the lower half empty.
struct Desk
{
    QStandardItemModel feeds;
    QWidget window;
    WallCanvas *wall = new WallCanvas;
    LayoutEditor *editor = nullptr;

    Desk()
    {
        QList<CellOffer> offers{{u"RTT of CAM 1"_s, {CellKind::Chart, u"rtt CAM 1"_s}}};
        for (const QString &name : {u"CAM 1"_s, u"CAM 2"_s, u"CAM 3"_s}) {
            feeds.appendRow(new QStandardItem(name));
            offers.append({name, {CellKind::Feed, name}});
        }
        wall->setModel(&feeds);
        auto *column = new QVBoxLayout(&window);
        const WallPlan plan{
            u"Mine"_s,
            {24, 24},
            {{{0, 0, 8, 8}, {CellKind::Feed, u"CAM 1"_s}}, {{8, 0, 8, 8}, {CellKind::Feed, u"CAM 2"_s}}}};
        editor = new LayoutEditor(*wall, plan, offers);
        column->addWidget(editor);
        column->addWidget(wall, 1);
        window.resize(1200, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        surface().setFocus();
    }

    EditSurface &surface() { return editor->surface(); }
    WallEdit &edit() { return editor->edit(); }
    QRect place(int cell) { return edit().plan().cells[std::size_t(cell)].place; }
    QString shows(int cell) { return cellText(edit().plan().cells[std::size_t(cell)].content); }
    QRect box(int cell) { return wall->grid().box(place(cell)); }
    void key(int key, Qt::KeyboardModifiers held = Qt::NoModifier) { QTest::keyClick(&surface(), Qt::Key(key), held); }

    // Presses, moves in two steps, and stays there.
    void carry(QPoint from, QPoint to)
    {
        QTest::mousePress(&surface(), Qt::LeftButton, {}, from);
        move((from + to) / 2);
        move(to);
    }
    void move(QPoint to)
    {
        QMouseEvent event(QEvent::MouseMove, to, surface().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(&surface(), &event);
    }
    void drop(QPoint at) { QTest::mouseRelease(&surface(), Qt::LeftButton, {}, at); }
    QPoint units(int x, int y) const { return {x * wall->grid().pitch.width(), y * wall->grid().pitch.height()}; }
};

// Presses this entry, by its text without mnemonic, in the menu that is open; below submenus too.
bool pick(const QString &text)
{
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return false;
    QList<const QMenu *> open{menu};
    while (!open.isEmpty()) {
        for (QAction *action : open.takeFirst()->actions()) {
            if (action->menu())
                open.append(action->menu());
            else if (QString(action->text()).remove(u'&') == text) {
                action->trigger();
                QApplication::activePopupWidget()->close();
                return true;
            }
        }
    }
    return false;
}

} // namespace

class LayoutEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraggedCellSnapsToTheGrid()
    {
        Desk desk;
        const QPoint from = desk.box(1).center();
        const QPoint to = from + desk.units(3, 9) + QPoint(4, -5);
        desk.carry(from, to);
        QCOMPARE(desk.place(1), QRect(8, 0, 8, 8)); // only proposed
        QVERIFY(desk.edit().proposal()->fits());
        desk.drop(to);
        QCOMPARE(desk.place(1), QRect(11, 9, 8, 8));
        QCOMPARE(desk.wall->plan(), desk.edit().plan()); // the wall shows it at once
        QTest::keyClick(&desk.surface(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.place(1), QRect(8, 0, 8, 8));
        QCOMPARE(desk.wall->plan(), desk.edit().plan());
    }

    void anEdgeResizes()
    {
        Desk desk;
        desk.edit().select(1);
        const QPoint corner = desk.box(1).bottomRight();
        desk.carry(corner, corner + desk.units(4, 2));
        desk.drop(corner + desk.units(4, 2));
        QCOMPARE(desk.place(1), QRect(8, 0, 12, 10));
        const QPoint edge(desk.box(1).left() + 2, desk.box(1).center().y());
        desk.carry(edge, edge + desk.units(2, 7));
        desk.drop(edge + desk.units(2, 7));
        QCOMPARE(desk.place(1), QRect(10, 0, 10, 10)); // only the edge that was held
    }

    void overlapIsSeenAndRefused()
    {
        Desk desk;
        desk.edit().select(0);
        const QPoint edge(desk.box(0).right() - 2, desk.box(0).center().y());
        const QImage before = desk.surface().grab().toImage();
        desk.carry(edge, edge + desk.units(4, 0));
        QVERIFY(!desk.edit().proposal()->fits());
        QVERIFY(desk.surface().accessibleName().contains(u"overlaps"_s));
        QVERIFY(desk.surface().grab().toImage() != before);
        desk.drop(edge + desk.units(4, 0));
        QCOMPARE(desk.place(0), QRect(0, 0, 8, 8));
        QCOMPARE(desk.edit().history().count(), 0);
        QVERIFY(desk.surface().grab().toImage() == before);
    }

    void aCellDroppedOnAnotherSwapsWhatTheyShow()
    {
        Desk desk;
        desk.carry(desk.box(0).center(), desk.box(1).center());
        QVERIFY(!desk.edit().proposal());
        desk.drop(desk.box(1).center());
        QCOMPARE(desk.shows(0), u"CAM 2"_s);
        QCOMPARE(desk.shows(1), u"CAM 1"_s);
        QCOMPARE(desk.place(0), QRect(0, 0, 8, 8));
    }

    void aDragIsTakenBackByEscape()
    {
        Desk desk;
        QSignalSpy left(desk.editor, &LayoutEditor::left);
        const QPoint from = desk.box(1).center();
        desk.carry(from, from + desk.units(0, 10));
        desk.key(Qt::Key_Escape);
        desk.drop(from + desk.units(0, 10));
        QCOMPARE(desk.place(1), QRect(8, 0, 8, 8));
        QCOMPARE(left.size(), 0); // the first Escape takes back, the second leaves
        desk.key(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void aLayoutIsMadeByKeysAlone()
    {
        Desk desk;
        QSignalSpy saved(desk.editor, &LayoutEditor::saveRequested);
        desk.key(Qt::Key_Insert);
        QCOMPARE(desk.edit().plan().cells.size(), std::size_t(3));
        desk.key(Qt::Key_3);
        QCOMPARE(desk.shows(2), u"CAM 3"_s);
        const QRect began = desk.place(2);
        for (int i = 0; i < 3; ++i)
            desk.key(Qt::Key_Left, Qt::ShiftModifier);
        desk.key(Qt::Key_Down, Qt::AltModifier);
        desk.key(Qt::Key_Down); // what is carried goes on without Alt
        QCOMPARE(desk.place(2), began);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.place(2), began.translated(0, 2).adjusted(0, 0, -3, 0));
        desk.key(Qt::Key_Return); // nothing is carried: what does it show?
        QTRY_VERIFY(QApplication::activePopupWidget());
        QVERIFY(pick(u"Clock, UTC"_s));
        QCOMPARE(desk.shows(2), u"Clock, UTC"_s);
        desk.key(Qt::Key_Up);
        QVERIFY(desk.edit().selected() != 2);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.edit().plan().cells.size(), std::size_t(2));
        desk.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first().value<WallPlan>(), desk.edit().plan());
        QCOMPARE(desk.wall->plan(), desk.edit().plan());
    }

    void controlAndAnArrowSwapWithTheNeighbour()
    {
        Desk desk;
        desk.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(desk.shows(0), u"CAM 2"_s);
        QCOMPARE(desk.edit().selected(), 1);
    }

    void everyKindCanBeChosen()
    {
        Desk desk;
        for (const QString &text : {u"CAM 3"_s, u"Program"_s, u"Preview"_s, u"RTT of CAM 1"_s, u"Alarms"_s,
                                    u"Clock, local"_s, u"Clock, since the show began"_s, u"Empty"_s}) {
            desk.key(Qt::Key_Return);
            QTRY_VERIFY(QApplication::activePopupWidget());
            QVERIFY2(pick(text), qPrintable(text));
            QTRY_VERIFY(!QApplication::activePopupWidget());
            if (text != u"RTT of CAM 1")
                QCOMPARE(desk.shows(0), text);
        }
        QCOMPARE(desk.edit().history().count(), 8);
    }

    void aLayoutWithoutANameIsNotSaved()
    {
        Desk desk;
        QSignalSpy saved(desk.editor, &LayoutEditor::saveRequested);
        auto *name = desk.editor->findChild<QLineEdit *>();
        name->setText(u"  "_s);
        desk.editor->save();
        QCOMPARE(saved.size(), 0);
        name->setText(u" Evening "_s);
        desk.editor->save();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first().value<WallPlan>().name, u"Evening"_s);
    }

    void leavingWithChangesAsksFirst()
    {
        Desk desk;
        QSignalSpy left(desk.editor, &LayoutEditor::left);
        desk.key(Qt::Key_Delete);
        desk.key(Qt::Key_Escape);
        QCOMPARE(left.size(), 0);
        auto *question = desk.editor->findChild<QMessageBox *>(u"leaveLayout"_s);
        QVERIFY(question);
        question->reject();
        QCOMPARE(left.size(), 0);
        desk.edit().setSaved();
        desk.key(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void whatIsPutAsideIsTakenUpWithEveryStep()
    {
        Desk desk;
        desk.key(Qt::Key_Delete);
        const WallPlan edited = desk.edit().plan();
        desk.editor->setAside(true);
        QVERIFY(!desk.surface().isVisible());
        desk.wall->setPlan({});
        QTest::keyClick(desk.wall, Qt::Key_Delete);
        QVERIFY(desk.wall->plan() != edited);
        desk.editor->setAside(false);
        QCOMPARE(desk.wall->plan(), edited);
        QVERIFY(desk.edit().history().canUndo());
    }

    void keysOfTheWallMeanNothingWhileItsLayoutIsEdited()
    {
        Desk desk;
        QSignalSpy listens(desk.wall, &WallCanvas::listenRequested);
        for (const int key : {Qt::Key_F, Qt::Key_L, Qt::Key_O, Qt::Key_P})
            desk.key(key);
        QCOMPARE(desk.wall->fullCell(), -1);
        QCOMPARE(listens.size(), 0);
        QCOMPARE(desk.wall->guide(), WallGuide::None);
    }

    void aChartIsNamedAsItWasOffered()
    {
        Desk desk;
        desk.edit().show({CellKind::Chart, u"rtt CAM 1"_s});
        QVERIFY(desk.surface().accessibleName().contains(u"RTT of CAM 1"_s));
        desk.edit().show({CellKind::Chart, u"rtt of nobody"_s});
        QVERIFY(desk.surface().accessibleName().contains(u"Chart, rtt of nobody"_s));
    }

    void theSurfaceFollowsTheWall()
    {
        Desk desk;
        desk.window.resize(900, 900);
        QTRY_COMPARE(desk.surface().geometry(), desk.wall->rect());
        const QPoint from = desk.box(1).center();
        desk.carry(from, from + desk.units(0, 8));
        desk.drop(from + desk.units(0, 8));
        QCOMPARE(desk.place(1), QRect(8, 8, 8, 8));
    }

    void lettersOfTwiceTheSizeFitASmallScreen()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            Desk desk;
            QVERIFY2(desk.editor->minimumSizeHint().width() <= 1280,
                     qPrintable(QString::number(desk.editor->minimumSizeHint().width())));
        }
        QApplication::setFont(before);
    }

    void everyButtonHasANameATooltipAndAKeyWhereThereIsOne()
    {
        Desk desk;
        for (const QToolButton *button : desk.editor->findChildren<QToolButton *>()) {
            if (button->text().isEmpty())
                continue;
            QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
            QVERIFY2(button->sizeHint().height() >= 24, qPrintable(button->text()));
        }
        QVERIFY(!desk.surface().accessibleDescription().isEmpty());
        QVERIFY(desk.surface().accessibleName().contains(u"CAM 1"_s));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application);
    LayoutEditorTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "layout_editor_test.moc"
