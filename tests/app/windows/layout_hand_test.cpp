// The layouts of a wall window: keys, menu, Edit mode, and what is written into the show's file.

#include "app/show/show_file.h"
#include "tests/app/windows/layout_desk.h"
#include "widgets/theme.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gantry;
using namespace gantry::tests;
using namespace Qt::StringLiterals;

namespace {

media::VideoFramePointer frame(const QColor &colour)
{
    auto frame = std::make_shared<media::VideoFrame>();
    frame->picture = QImage(320, 180, QImage::Format_RGB32);
    frame->picture.fill(colour);
    frame->sourceSize = {320, 180};
    frame->arrived = std::chrono::steady_clock::now();
    return frame;
}

} // namespace

class LayoutHandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void controlAndADigitSwitchTheLayout()
    {
        Desk desk(three);
        QCOMPARE(desk.hand->current(), u"All"_s); // the first is where a wall begins
        QCOMPARE(desk.canvas().cellCount(), int(desk.show.feeds.size()));
        QSignalSpy chosen(desk.hand, &LayoutHand::chosen);
        desk.key(Qt::Key_2);
        QCOMPARE(desk.hand->current(), u"Large"_s);
        QCOMPARE(desk.canvas().cellCount(), 1);
        desk.key(Qt::Key_3);
        QCOMPARE(desk.canvas().cellContent(0).what, u"CAM 2"_s);
        desk.key(Qt::Key_4); // there is none
        QCOMPARE(desk.hand->current(), u"Four"_s);
        QCOMPARE(chosen.size(), 2);
        desk.key(Qt::Key_1, Qt::NoModifier); // without Ctrl it selects a feed, as ever
        QCOMPARE(desk.hand->current(), u"Four"_s);
    }

    void aFeedKeepsItsPictureAcrossTheSwitch()
    {
        Desk desk(three);
        desk.pictures[0]->put(frame(Qt::blue));
        desk.canvas().refresh();
        // Beside the words: the room has no link to this feed and says so.
        const auto isBlue = [&] {
            const QRect tile = desk.canvas().tileRect(0);
            const QColor colour =
                desk.canvas().grab().toImage().pixelColor(tile.topLeft() + QPoint(tile.width() / 6, tile.height() / 6));
            return colour.blue() > 2 * colour.red() + 40;
        };
        QVERIFY(isBlue());
        desk.hand->choose(u"Large"_s);
        QVERIFY(isBlue()); // no new picture has come, and none is waited for
        desk.hand->choose(u"All"_s);
        QVERIFY(isBlue());
    }

    void aSwitchIsOnePainting()
    {
        Desk desk(three);
        struct Counter final : QObject
        {
            int paintings = 0;
            bool eventFilter(QObject *, QEvent *event) override
            {
                paintings += event->type() == QEvent::Paint ? 1 : 0;
                return false;
            }
        } counter;
        QCoreApplication::processEvents();
        desk.canvas().installEventFilter(&counter);
        desk.hand->choose(u"Four"_s);
        QCOMPARE(counter.paintings, 0); // nothing half done is painted in between
        QTRY_VERIFY(counter.paintings > 0);
    }

    void aShowWithoutLayoutsHasTheUsualOnesAndBeginsAutomatic()
    {
        Desk desk({});
        QCOMPARE(desk.canvas().cellCount(), int(desk.show.feeds.size()));
        QVERIFY(desk.canvas().plan().isAutomatic());
        desk.key(Qt::Key_2);
        QCOMPARE(desk.hand->current(), u"2+8"_s);
        QCOMPARE(desk.canvas().cellCount(), 10);
        QCOMPARE(desk.canvas().cellContent(0).kind, CellKind::Preview);
        desk.key(Qt::Key_1);
        QCOMPARE(desk.canvas().cellCount(), int(desk.show.feeds.size()));
    }

    void everyLayoutIsInTheMenuWithItsKey()
    {
        Desk desk(three);
        QMenu *menu = layoutMenu(*desk.wall);
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (action->isCheckable())
                texts.append(action->text() + u' ' + action->shortcut().toString(QKeySequence::PortableText) +
                             (action->isChecked() ? u" ✓"_s : QString()));
        }
        QCOMPARE(texts, (QStringList{u"All Ctrl+1 ✓"_s, u"Large Ctrl+2"_s, u"Four Ctrl+3"_s}));
    }

    void anEditedLayoutIsSavedInTheShowsFile()
    {
        QTemporaryDir folder;
        const QString path = fileOf(showWith(three), folder);
        Desk desk(three, path);
        desk.key(Qt::Key_3);
        desk.hand->edit();
        QVERIFY(desk.hand->isEditing());
        QVERIFY(!desk.canvas().plan().isAutomatic());
        desk.inEditor(Qt::Key_4);                       // the first cell shows the fourth feed
        desk.inEditor(Qt::Key_Left, Qt::ShiftModifier); // and becomes narrower
        desk.inEditor(Qt::Key_Return);
        desk.inEditor(Qt::Key_S, Qt::ControlModifier);
        QVERIFY2(!desk.hand->isEditing(), qPrintable(desk.hand->editor() ? desk.hand->editor()->message() : QString()));
        QVERIFY(desk.said.contains(u"Four"_s));
        const auto saved = readShowFile(path);
        QVERIFY(saved);
        QCOMPARE(saved->layouts.size(), 3);
        QCOMPARE(saved->layouts[2].name, u"Four"_s);
        QCOMPARE(saved->layouts[2].cells[0].content.what, desk.show.feeds[3].id.text);
        QCOMPARE(saved->layouts[2].cells[0].place, QRect(0, 0, 11, 12));
        QCOMPARE(desk.canvas().plan().cells, saved->layouts[2].cells);
        QCOMPARE(desk.hand->current(), u"Four"_s);
    }

    void leavingWithoutSavingChangesNothing()
    {
        QTemporaryDir folder;
        Desk desk(three);
        desk.key(Qt::Key_3);
        const widgets::WallPlan before = desk.canvas().plan();
        desk.hand->edit();
        desk.inEditor(Qt::Key_Escape);
        QVERIFY(!desk.hand->isEditing());
        QCOMPARE(desk.canvas().plan(), before);
        QCOMPARE(desk.book.layouts(), three);
    }

    void whatCannotBeSavedIsToldAndStaysOpen()
    {
        QTemporaryDir folder;
        Desk desk(three, folder.filePath(u"gone.json"_s));
        desk.key(Qt::Key_3);
        desk.hand->edit();
        desk.inEditor(Qt::Key_4);
        desk.inEditor(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(desk.hand->isEditing());
        QVERIFY(desk.hand->editor()->edit().isChanged());
        QCOMPARE(desk.book.layouts(), three);
    }

    void twoLayoutsNeverHaveOneName()
    {
        Desk desk(three);
        widgets::WallPlan plan = desk.book.plan(2);
        plan.name = u"all"_s;
        QVERIFY(!desk.book.save(plan, {}, u"Four"_s));
        QCOMPARE(desk.book.layouts(), three);
    }

    void aRenamedLayoutStaysTheOneThatEveryWallShows()
    {
        Desk desk(three);
        desk.key(Qt::Key_2);
        WallWindow second(u"Second"_s, desk.show.name, &desk.feeds, desk.pictures);
        auto *other = new LayoutHand(second, second.canvas(), desk.book);
        other->choose(u"Large"_s);
        widgets::WallPlan plan = desk.book.plan(1);
        plan.name = u"Huge"_s;
        QVERIFY(desk.book.save(plan, u"1"_s, u"Large"_s));
        QCOMPARE(desk.hand->current(), u"Huge"_s);
        QCOMPARE(other->current(), u"Huge"_s);
        QCOMPARE(desk.book.indexOf(u"Huge"_s), 1);
    }

    void aNewLayoutBeginsEmptyUnderAFreeName()
    {
        Desk desk(three);
        desk.hand->editNew();
        QVERIFY(desk.hand->isEditing());
        QVERIFY(desk.hand->editor()->edit().plan().cells.empty());
        desk.inEditor(Qt::Key_Insert);
        desk.inEditor(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(desk.book.layouts().size(), 4);
        QCOMPARE(desk.hand->current(), u"Layout 1"_s);
        QCOMPARE(desk.book.layouts()[3].cells.size(), std::size_t(1));
    }

    void nothingIsEditedWhereItMayNotBe()
    {
        Desk desk(three);
        desk.key(Qt::Key_3);
        const widgets::WallPlan before = desk.canvas().plan();
        desk.hand->setEditable(false, u"Show lock"_s);
        desk.hand->edit();
        desk.hand->editNew();
        desk.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!desk.hand->isEditing());
        desk.key(Qt::Key_2); // switching is no editing
        QCOMPARE(desk.hand->current(), u"Large"_s);

        // Locked in the middle of it: put aside, and taken up again.
        desk.key(Qt::Key_3);
        desk.hand->setEditable(true);
        desk.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(desk.hand->isEditing());
        desk.inEditor(Qt::Key_4);
        desk.hand->setEditable(false, u"Show lock"_s);
        QVERIFY(!desk.hand->isEditing());
        QCOMPARE(desk.canvas().plan(), before);
        desk.hand->setEditable(true);
        desk.hand->edit();
        QVERIFY(desk.hand->editor()->edit().isChanged());
    }

    void aUsualLayoutCanBeShownEditedAndLeftOnTheSpot()
    {
        Desk desk(three);
        QMenu *menu = layoutMenu(*desk.wall);
        for (QAction *action : menu->actions()) {
            for (QAction *usual : action->menu() ? action->menu()->actions() : QList<QAction *>()) {
                if (usual->text() == u"1+5")
                    usual->trigger();
            }
        }
        QCOMPARE(desk.canvas().cellCount(), 6);
        const widgets::WallPlan shown = desk.canvas().plan();
        desk.hand->edit();
        desk.inEditor(Qt::Key_Escape);
        QCOMPARE(desk.canvas().plan(), shown);
        desk.hand->edit();
        desk.inEditor(Qt::Key_2); // the large cell shows the second feed
        desk.inEditor(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(desk.hand->current(), u"1+5"_s);
        QCOMPARE(desk.book.layouts().last().preset, u"1+5"_s); // nothing was moved: it stays what it is
        QCOMPARE(desk.canvas().cellContent(0).what, u"CAM 2"_s);
    }

    void everyWallRemembersItsLayout()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"walls.ini"_s);
        Show show = showWith(three);
        show.walls = {{u"Left"_s, u"Large"_s, std::nullopt, false}};
        HandRoom source;
        const FrameSlots pictures(std::size_t(show.feeds.size()), std::make_shared<media::FrameSlot>());
        const auto hand = [](WallWindow *wall) { return wall->findChild<LayoutHand *>(); };
        {
            RoomScreens screens(show, source, pictures);
            screens.walls().remember(path);
            QCOMPARE(hand(&screens.wall())->current(), u"Large"_s); // as the show says
            hand(&screens.wall())->choose(u"Four"_s);
            hand(screens.walls().add())->choose(u"Large"_s);
        }
        {
            RoomScreens screens(show, source, pictures);
            screens.walls().remember(path);
            const QList<WallWindow *> walls = screens.walls().windows();
            QCOMPARE(walls.size(), 2);
            QCOMPARE(hand(walls[0])->current(), u"Four"_s);
            QCOMPARE(hand(walls[1])->current(), u"Large"_s);
        }
        show.layouts.removeLast(); // what is remembered is gone: the show's word counts again
        RoomScreens screens(show, source, pictures);
        screens.walls().remember(path);
        QCOMPARE(hand(&screens.wall())->current(), u"Large"_s);
    }

    void theRoomsLockDecidesWhetherLayoutsAreEdited()
    {
        const Show show = showWith(three);
        HandRoom source;
        RoomScreens screens(show, source,
                            FrameSlots(std::size_t(show.feeds.size()), std::make_shared<media::FrameSlot>()));
        auto *hand = screens.wall().findChild<LayoutHand *>();
        hand->edit();
        QVERIFY(!hand->isEditing()); // Show: the usual
        screens.lock().edit();
        hand->edit();
        QVERIFY(hand->isEditing());
        screens.lock().press();
        QVERIFY(screens.lock().isLocked());
        QVERIFY(!hand->isEditing());
        QVERIFY(hand->choose(u"Large"_s));
        QCOMPARE(hand->current(), u"Large"_s);
    }

    void whileALayoutIsEditedNothingIsSwitched()
    {
        Desk desk(three);
        desk.key(Qt::Key_3);
        desk.hand->edit();
        desk.key(Qt::Key_2);
        QCOMPARE(desk.hand->current(), u"Four"_s);
        QVERIFY(!desk.said.isEmpty());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    widgets::applyTheme(application);
    LayoutHandTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "layout_hand_test.moc"
