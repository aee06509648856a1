// Listening as the wall shows and asks for it: one feed marked, by sign, word and sentence; by key, menu and tooltip.

#include "tests/widgets/test_clock.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_canvas.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>

using namespace gantry::widgets;

namespace {

struct Wall
{
    explicit Wall(int feeds)
    {
        for (int i = 0; i < feeds; ++i) {
            auto *item = new QStandardItem(QStringLiteral("CAM %1").arg(i + 1));
            item->setData(true, WallRole::Live);
            item->setData(QStringLiteral("CAM %1, live").arg(i + 1), WallRole::AccessibleText);
            model.appendRow(item);
        }
        canvas.setClock(clock.source());
        canvas.setModel(&model);
        canvas.resize(1280, 720);
    }

    TestClock clock;
    QStandardItemModel model;
    WallCanvas canvas;
};

// What differs lies in this rectangle.
QRect changed(const QImage &before, const QImage &after)
{
    QRegion region;
    for (int y = 0; y < before.height(); ++y)
        for (int x = 0; x < before.width(); ++x)
            if (before.pixel(x, y) != after.pixel(x, y))
                region += QRect(x, y, 1, 1);
    return region.boundingRect();
}

} // namespace

class WallListeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void nobodyIsHeardByItself()
    {
        Wall wall(4);
        QCOMPARE(wall.canvas.heardRow(), -1);
        QSignalSpy wanted(&wall.canvas, &WallCanvas::listenRequested);
        wall.canvas.selectRow(1);
        wall.canvas.setFullRow(1);
        QCOMPARE(wanted.count(), 0);
    }
    void theKeyAsksForTheSelectedFeedAndKeyRepeatDoesNot()
    {
        Wall wall(4);
        QSignalSpy wanted(&wall.canvas, &WallCanvas::listenRequested);
        QTest::keyClick(&wall.canvas, Qt::Key_L);
        QCOMPARE(wanted.count(), 0); // nothing is selected
        wall.canvas.selectRow(2);
        QTest::keyClick(&wall.canvas, Qt::Key_L);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toInt(), 2);
        QKeyEvent repeated(QEvent::KeyPress, Qt::Key_L, Qt::NoModifier, QStringLiteral("l"), true);
        QApplication::sendEvent(&wall.canvas, &repeated);
        QTest::keyClick(&wall.canvas, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wall.canvas.heardRow(), -1); // asking is not hearing
    }
    void theFeedThatIsHeardIsMarkedInItsPictureAndNoOther()
    {
        Wall wall(4);
        const QImage before = wall.canvas.grab().toImage();
        wall.canvas.setHeardRow(1);
        const QImage after = wall.canvas.grab().toImage();
        const QRect mark = changed(before, after);
        QVERIFY(!mark.isEmpty());
        QVERIFY(wall.canvas.tileRect(1).contains(mark));
        // Neither red nor green: those are tally's.
        for (int y = mark.top(); y <= mark.bottom(); ++y)
            for (int x = mark.left(); x <= mark.right(); ++x)
                QVERIFY(after.pixelColor(x, y).saturationF() < 0.35F);
        wall.canvas.setHeardRow(-1);
        QCOMPARE(wall.canvas.grab().toImage(), before);
    }
    void anotherFeedTakesTheMarkOver()
    {
        Wall wall(4);
        wall.canvas.setHeardRow(1);
        const QString told = QStringLiteral("you are listening to it");
        QVERIFY(wall.canvas.accessibleText(1).contains(told));
        wall.canvas.setHeardRow(3);
        QVERIFY(!wall.canvas.accessibleText(1).contains(told));
        QVERIFY(wall.canvas.accessibleText(3).startsWith(QStringLiteral("CAM 4, live, you are listening to it")));
    }
    void theMarkStaysWhenTheModelIsReadAnew()
    {
        Wall wall(2);
        wall.canvas.setHeardRow(1);
        wall.canvas.setModel(nullptr);
        wall.canvas.setModel(&wall.model);
        QVERIFY(wall.canvas.accessibleText(1).contains(QStringLiteral("listening")));
    }
    void signAndWordFitTheirPlateInEveryTile()
    {
        for (const QSize size : {QSize(160, 110), QSize(320, 220), QSize(1280, 760)}) {
            const WallLayout wall = wallLayout(1, size, {10, 30});
            TileContent content;
            content.heard = true;
            content.audioWord = QStringLiteral("NO AUDIO");
            const TileTexts texts = tileTexts(content, {});
            QCOMPARE(texts.heard, QStringLiteral("LISTENING"));
            const TileLayout tile = tileLayout(wall.tiles.at(0), content, texts, 2);
            if (tile.heardPlate.isEmpty())
                continue;
            QVERIFY(tile.picture.contains(tile.heardPlate));
            QVERIFY(tile.heardPlate.contains(tile.heardSign));
            QVERIFY(tile.heard.empty() || tile.heardPlate.contains(tile.heard.box));
            QVERIFY(!tile.heardPlate.intersects(tile.audioPlate));
            QVERIFY(!tile.heardPlate.intersects(tile.statePlate));
        }
    }
    void theMenuOfATileOffersIt()
    {
        Wall wall(4);
        QSignalSpy wanted(&wall.canvas, &WallCanvas::listenRequested);
        const auto offered = [&](int row) {
            const QPoint at = wall.canvas.tileRect(row).center();
            QContextMenuEvent asked(QContextMenuEvent::Mouse, at, wall.canvas.mapToGlobal(at));
            QApplication::sendEvent(&wall.canvas, &asked);
            auto *menu = wall.canvas.findChild<QMenu *>();
            QAction *action = menu ? menu->actions().value(0) : nullptr;
            const QString text = action ? action->text() : QString();
            if (action)
                action->trigger();
            delete menu;
            return text;
        };
        QCOMPARE(offered(2), QStringLiteral("Listen to CAM 3"));
        QCOMPARE(wanted.value(0).value(0).toInt(), 2);
        wall.canvas.setHeardRow(2);
        QCOMPARE(offered(2), QStringLiteral("Stop listening to CAM 3"));
        QCOMPARE(offered(0), QStringLiteral("Listen to CAM 1"));
    }
    void theTooltipTellsTheKey()
    {
        Wall wall(4);
        wall.canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wall.canvas));
        const QPoint at = wall.canvas.tileRect(0).center();
        QHelpEvent asked(QEvent::ToolTip, at, wall.canvas.mapToGlobal(at));
        QApplication::sendEvent(&wall.canvas, &asked);
        QCOMPARE(QToolTip::text(), QStringLiteral("Listen to CAM 1 (L)"));
        QToolTip::hideText();
    }
    void aScreenReaderCanAskForIt()
    {
        Wall wall(4);
        QSignalSpy wanted(&wall.canvas, &WallCanvas::listenRequested);
        QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&wall.canvas);
        QAccessibleActionInterface *actions = root->child(3)->actionInterface();
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::toggleAction()));
        QCOMPARE(actions->keyBindingsForAction(QAccessibleActionInterface::toggleAction()),
                 QStringList{QStringLiteral("L")});
        QVERIFY(!actions->localizedActionDescription(QAccessibleActionInterface::toggleAction()).isEmpty());
        actions->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(wanted.value(0).value(0).toInt(), 3);
    }
};

QTEST_MAIN(WallListeningTest)
#include "wall_listening_test.moc"
