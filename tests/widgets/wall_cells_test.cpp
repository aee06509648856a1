// A plan resolved against the feeds: who stands where, what follows the tally, and what is said where nothing can
// stand.

#include "tests/widgets/test_clock.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_canvas.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

constexpr QColor viewColour{0x33, 0x55, 0x99};

class Slate : public CellView
{
public:
    using CellView::CellView;
    void paint(QPainter &painter, const QRectF &box) const override { painter.fillRect(box, viewColour); }
    QString sentence() const override { return QStringLiteral("a slate"); }
};

struct Room
{
    explicit Room(int feeds)
    {
        for (int i = 0; i < feeds; ++i) {
            auto *item = new QStandardItem(QStringLiteral("CAM %1").arg(i + 1));
            item->setData(int(TileTally::Off), WallRole::Tally);
            item->setData(true, WallRole::Live);
            item->setData(QStringLiteral("CAM %1, live").arg(i + 1), WallRole::AccessibleText);
            model.appendRow(item);
            slots_.push_back(std::make_shared<media::FrameSlot>());
        }
        wall.setClock(clock.source());
        wall.setModel(&model);
        wall.setFrameSlots(slots_);
        wall.resize(1280, 720);
    }

    void tally(int row, TileTally tally) { model.item(row)->setData(int(tally), WallRole::Tally); }

    void put(int feed, QColor colour)
    {
        auto frame = std::make_shared<media::VideoFrame>();
        frame->picture = QImage(320, 180, QImage::Format_RGB32);
        frame->picture.fill(colour);
        frame->sourceSize = {320, 180};
        frame->arrived = clock.now();
        slots_[std::size_t(feed)]->put(frame);
    }

    TestClock clock;
    QStandardItemModel model;
    std::vector<std::shared_ptr<media::FrameSlot>> slots_;
    WallCanvas wall;
};

WallPlan plan(QSize grid, std::vector<WallCell> cells)
{
    return {QStringLiteral("test"), grid, std::move(cells)};
}

WallCell feed(QRect place, int number)
{
    return {place, {CellKind::Feed, QStringLiteral("CAM %1").arg(number)}};
}

const QRect west(0, 0, 1, 1);
const QRect east(1, 0, 1, 1);

QColor pictureAt(WallCanvas &wall, int cell)
{
    wall.refresh();
    const QRect box = wall.cellRect(cell);
    return wall.grab().toImage().pixelColor(box.left() + box.width() / 8, box.top() + box.height() * 6 / 10);
}

} // namespace

class WallCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void withoutAPlanEveryFeedHasItsCell()
    {
        Room room(5);
        QCOMPARE(room.wall.cellCount(), 5);
        QCOMPARE(room.wall.plan().cells.size(), std::size_t(5));
        QCOMPARE(room.wall.plan().cells[4].content, (CellContent{CellKind::Feed, QStringLiteral("CAM 5")}));
        room.model.appendRow(new QStandardItem(QStringLiteral("CAM 6")));
        QCOMPARE(room.wall.cellCount(), 6);
    }

    void aFeedMayStandInSeveralCells()
    {
        Room room(2);
        room.wall.setPlan(plan({2, 1}, {feed(west, 2), feed(east, 2)}));
        room.put(1, Qt::white);
        QCOMPARE(room.wall.cellRow(0), 1);
        QCOMPARE(room.wall.cellRow(1), 1);
        QCOMPARE(pictureAt(room.wall, 0), QColor(Qt::white));
        QCOMPARE(pictureAt(room.wall, 1), QColor(Qt::white));
        QCOMPARE(room.wall.tileRect(1), room.wall.cellRect(0));
        QVERIFY(room.wall.tileRect(0).isEmpty()); // stands nowhere
    }

    void programAndPreviewFollowTheTally()
    {
        Room room(3);
        room.wall.setPlan(plan({2, 1}, {{west, {CellKind::Preview, {}}}, {east, {CellKind::Program, {}}}}));
        room.put(0, Qt::white);
        room.put(2, Qt::blue);
        room.tally(0, TileTally::Program);
        room.tally(2, TileTally::Preview);
        QCOMPARE(room.wall.cellRow(1), 0);
        QCOMPARE(room.wall.cellRow(0), 2);
        QCOMPARE(pictureAt(room.wall, 1), QColor(Qt::white));
        QCOMPARE(pictureAt(room.wall, 0), QColor(Qt::blue));
        room.tally(0, TileTally::Preview);
        room.tally(2, TileTally::Program);
        QCOMPARE(pictureAt(room.wall, 1), QColor(Qt::blue));
        QCOMPARE(pictureAt(room.wall, 0), QColor(Qt::white));
        QVERIFY(room.wall.cellText(1).startsWith(QStringLiteral("Program: CAM 3")));
    }

    void unknownTallyIsSaidAndNoPictureIsShownForProgram()
    {
        Room room(2);
        room.wall.setPlan(plan({1, 1}, {{west, {CellKind::Program, {}}}}));
        room.put(0, Qt::white);
        room.tally(0, TileTally::Program);
        QCOMPARE(pictureAt(room.wall, 0), QColor(Qt::white));
        room.tally(0, TileTally::Unknown);
        QCOMPARE(room.wall.cellRow(0), -1);
        QVERIFY(pictureAt(room.wall, 0).value() < 60);
        QVERIFY2(room.wall.cellText(0).contains(QStringLiteral("TALLY UNKNOWN")), qPrintable(room.wall.cellText(0)));
        room.tally(0, TileTally::Off);
        QVERIFY(room.wall.cellText(0).contains(QStringLiteral("NOTHING ON PROGRAM")));
    }

    void aFeedThatTheShowHasNotIsSaid()
    {
        Room room(1);
        room.wall.setPlan(plan({1, 1}, {feed(west, 9)}));
        QVERIFY(room.wall.cellText(0).contains(QStringLiteral("NO SUCH FEED")));
        QVERIFY(room.wall.cellText(0).contains(QStringLiteral("CAM 9")));
        // It comes, and its picture with it.
        room.model.item(0)->setText(QStringLiteral("CAM 9"));
        QCOMPARE(room.wall.cellRow(0), 0);
    }

    void whatIsNoPictureIsMadeByTheOwnerAndPaintedInsideItsCell()
    {
        Room room(1);
        room.wall.setCellViews([](const CellContent &content) -> std::unique_ptr<CellView> {
            return content.kind == CellKind::Clock ? std::make_unique<Slate>() : nullptr;
        });
        room.wall.setPlan(plan({2, 1}, {{west, {CellKind::Clock, {}}}, {east, {CellKind::Empty, {}}}}));
        const QImage image = room.wall.grab().toImage();
        const QRect box = room.wall.cellRect(0);
        QCOMPARE(image.pixelColor(box.center()), viewColour);
        QCOMPARE(image.pixelColor(box.right() + 3, box.center().y()), palette::background);
        QCOMPARE(room.wall.cellText(0), QStringLiteral("a slate"));
        QCOMPARE(room.wall.cellText(1), QStringLiteral("Empty cell"));
        QCOMPARE(room.wall.cellRow(0), -1);
    }

    void aViewThatChangesIsPaintedAgainAndNothingElseIs()
    {
        Room room(1);
        Slate *slate = nullptr;
        room.wall.setCellViews([&](const CellContent &) {
            auto made = std::make_unique<Slate>();
            slate = made.get();
            return made;
        });
        room.wall.setPlan(plan({2, 1}, {{west, {CellKind::Clock, {}}}, feed(east, 1)}));
        room.wall.show();
        QVERIFY(QTest::qWaitForWindowExposed(&room.wall));
        QApplication::processEvents();
        QRegion painted;
        struct Witness : QObject
        {
            QRegion *painted;
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::Paint)
                    *painted += static_cast<QPaintEvent *>(event)->region();
                return false;
            }
        } witness;
        witness.painted = &painted;
        room.wall.installEventFilter(&witness);
        Q_EMIT slate->changed();
        QApplication::processEvents();
        QVERIFY(painted.contains(room.wall.cellRect(0).center()));
        QVERIFY(!painted.intersects(room.wall.cellRect(1)));
    }

    void theSelectedFeedStaysSelectedFromPlanToPlan()
    {
        Room room(3);
        room.wall.selectRow(2);
        room.wall.setPlan(plan({2, 1}, {feed(west, 3), feed(east, 1)}));
        QCOMPARE(room.wall.selectedCell(), 0);
        QCOMPARE(room.wall.selectedRow(), 2);
        // It stands in no cell, and is selected all the same.
        room.wall.setPlan(plan({1, 1}, {feed(west, 1)}));
        QCOMPARE(room.wall.selectedCell(), -1);
        QCOMPARE(room.wall.selectedRow(), 2);
        room.wall.setPlan({});
        QCOMPARE(room.wall.selectedCell(), 2);
    }

    void aFeedThatStandsInNoCellCanStillBeShownAlone()
    {
        Room room(3);
        room.wall.setPlan(plan({1, 1}, {feed(west, 1)}));
        room.put(2, Qt::white);
        QTest::keyClick(&room.wall, Qt::Key_3);
        QCOMPARE(room.wall.selectedRow(), 2);
        QTest::keyClick(&room.wall, Qt::Key_F);
        QCOMPARE(room.wall.fullRow(), 2);
        QCOMPARE(room.wall.cellCount(), 2);
        QCOMPARE(pictureAt(room.wall, room.wall.fullCell()), QColor(Qt::white));
        // Another one, then one of the plan, then back.
        QTest::keyClick(&room.wall, Qt::Key_2);
        QCOMPARE(room.wall.fullRow(), 1);
        QCOMPARE(room.wall.cellCount(), 2);
        QTest::keyClick(&room.wall, Qt::Key_1);
        QCOMPARE(room.wall.fullRow(), 0);
        QTest::keyClick(&room.wall, Qt::Key_Escape);
        QCOMPARE(room.wall.fullCell(), -1);
        QCOMPARE(room.wall.cellCount(), 1);
    }

    void theSelectedProgramCellTellsWhichFeedItShowsNow()
    {
        Room room(2);
        room.tally(0, TileTally::Program);
        room.wall.setPlan(plan({1, 1}, {{west, {CellKind::Program, {}}}}));
        room.wall.selectCell(0);
        QSignalSpy selected(&room.wall, &WallCanvas::tileSelected);
        room.tally(0, TileTally::Off);
        room.tally(1, TileTally::Program);
        QCOMPARE(room.wall.selectedRow(), 1);
        QCOMPARE(selected.value(0).value(0).toInt(), 1);
    }

    void anotherPlanLeavesTheFullView()
    {
        Room room(4);
        room.wall.setFullRow(2);
        room.wall.setPlan(plan({2, 1}, {feed(west, 3), feed(east, 1)}));
        QCOMPARE(room.wall.fullCell(), -1);
        QVERIFY(!room.wall.cellRect(0).isEmpty());
        QVERIFY(!room.wall.cellRect(1).isEmpty());
    }

    void eachCellIsAChildForAScreenReaderAndFocusFollows()
    {
        Room room(1);
        room.wall.setPlan(plan({2, 1}, {feed(west, 1), {east, {CellKind::Empty, {}}}}));
        room.wall.show();
        QAccessibleInterface *wall = QAccessible::queryAccessibleInterface(&room.wall);
        QCOMPARE(wall->childCount(), 2);
        QCOMPARE(wall->child(1)->text(QAccessible::Name), QStringLiteral("Empty cell"));
        room.wall.setFocus();
        QTest::keyClick(&room.wall, Qt::Key_Right);
        QCOMPARE(room.wall.selectedCell(), wall->indexOfChild(wall->focusChild()));
        const QRect second = room.wall.cellRect(1).translated(room.wall.mapToGlobal(QPoint()));
        QCOMPARE(wall->childAt(second.center().x(), second.center().y()), wall->child(1));
    }

    void aRoomOfTwoFeedsOfOneNameShowsBoth()
    {
        Room room(2);
        room.model.item(1)->setText(QStringLiteral("CAM 1"));
        QCOMPARE(room.wall.cellRow(0), 0);
        QCOMPARE(room.wall.cellRow(1), 1);
    }
};

QTEST_MAIN(WallCellsTest)
#include "wall_cells_test.moc"
