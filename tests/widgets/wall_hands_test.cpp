// Hands on the wall: arrows by where cells stand, guides and meters by their keys, the menu with everything.

#include "tests/widgets/test_clock.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_canvas.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

struct Wall
{
    explicit Wall(int feeds)
    {
        for (int i = 0; i < feeds; ++i) {
            auto *item = new QStandardItem(QStringLiteral("CAM %1").arg(i + 1));
            item->setData(true, WallRole::Live);
            item->setData(int(TileTally::Off), WallRole::Tally);
            model.appendRow(item);
            slots_.push_back(std::make_shared<media::FrameSlot>());
        }
        canvas.setClock(clock.source());
        canvas.setModel(&model);
        canvas.setFrameSlots(slots_);
        canvas.resize(1280, 720);
    }

    void put(int feed)
    {
        auto frame = std::make_shared<media::VideoFrame>();
        frame->picture = QImage(320, 180, QImage::Format_RGB32);
        frame->picture.fill(QColor(0x40, 0x60, 0xA0));
        frame->sourceSize = {320, 180};
        frame->arrived = clock.now();
        slots_[std::size_t(feed)]->put(frame);
    }

    QMenu *menuOf(int cell)
    {
        const QPoint at = canvas.cellRect(cell).center();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, canvas.mapToGlobal(at));
        QApplication::sendEvent(&canvas, &asked);
        return canvas.findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }

    TestClock clock;
    QStandardItemModel model;
    std::vector<std::shared_ptr<media::FrameSlot>> slots_;
    WallCanvas canvas;
};

QList<QAction *> allActions(const QMenu &menu)
{
    QList<QAction *> all;
    for (QAction *action : menu.actions()) {
        if (action->menu())
            all += allActions(*action->menu());
        else if (!action->isSeparator())
            all += action;
    }
    return all;
}

} // namespace

class WallHandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void arrowsGoToTheNearestCellOfAnUnevenWall()
    {
        // One large, five small: to the right of it two, below it three.
        const std::vector<QRect> cells{{0, 0, 200, 200}, {210, 0, 95, 95},   {210, 105, 95, 95},
                                       {0, 210, 95, 95}, {105, 210, 95, 95}, {210, 210, 95, 95}};
        QCOMPARE(steppedCell(cells, 0, Step::Right), 1);
        QCOMPARE(steppedCell(cells, 2, Step::Left), 0);
        QCOMPARE(steppedCell(cells, 1, Step::Down), 2);
        QCOMPARE(steppedCell(cells, 2, Step::Down), 5);
        QCOMPARE(steppedCell(cells, 4, Step::Up), 0);
        QCOMPARE(steppedCell(cells, 5, Step::Up), 2);
        QCOMPARE(steppedCell(cells, 0, Step::Up), 0);
        QCOMPARE(steppedCell(cells, 2, Step::Right), 3); // the row ends: on in the order of the cells
        QCOMPARE(steppedCell(cells, 5, Step::Right), 5);
        QCOMPARE(steppedCell(cells, -1, Step::Left), 0);
        QCOMPARE(steppedCell({}, -1, Step::Left), -1);
    }

    void everyCellOfAnyGridIsReachedByArrows()
    {
        for (int columns = 1; columns <= 6; ++columns) {
            for (int count = 1; count <= 36; ++count) {
                std::vector<QRect> cells;
                for (int i = 0; i < count; ++i)
                    cells.push_back({i % columns * 110, i / columns * 90, 100, 80});
                QSet<int> seen{0};
                QList<int> open{0};
                while (!open.isEmpty()) {
                    const int from = open.takeFirst();
                    for (const Step step : {Step::Left, Step::Right, Step::Up, Step::Down}) {
                        const int to = steppedCell(cells, from, step);
                        QVERIFY(to >= 0 && to < count);
                        if (!seen.contains(to)) {
                            seen += to;
                            open += to;
                        }
                    }
                }
                QCOMPARE(seen.size(), count);
            }
        }
    }

    void oGoesThroughSafeAreasAndCentreCutsAndBack()
    {
        Wall wall(2);
        wall.put(0);
        wall.canvas.refresh();
        const QImage bare = wall.canvas.grab().toImage();
        QSignalSpy said(&wall.canvas, &WallCanvas::said);
        QList<QImage> seen;
        for (int press = 1; press < wallGuides; ++press) {
            QTest::keyClick(&wall.canvas, Qt::Key_O);
            QCOMPARE(int(wall.canvas.guide()), press);
            const QImage image = wall.canvas.grab().toImage();
            QVERIFY(image != bare);
            QVERIFY(!seen.contains(image));
            seen += image;
            QVERIFY(!said.value(press - 1).value(0).toString().isEmpty());
        }
        QTest::keyClick(&wall.canvas, Qt::Key_O);
        QCOMPARE(wall.canvas.guide(), WallGuide::None);
        QCOMPARE(wall.canvas.grab().toImage(), bare);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_O, Qt::NoModifier, QStringLiteral("o"), true);
        QApplication::sendEvent(&wall.canvas, &held);
        QCOMPARE(wall.canvas.guide(), WallGuide::None);
    }

    void guidesStandOnPicturesOnly()
    {
        Wall wall(2);
        wall.put(0);
        wall.canvas.refresh();
        const QImage before = wall.canvas.grab().toImage();
        wall.canvas.setGuide(WallGuide::SafeAreas);
        const QImage after = wall.canvas.grab().toImage();
        const QRect without = wall.canvas.cellRect(1);
        QCOMPARE(after.copy(without), before.copy(without));
    }

    void pGoesThroughTheMetersAndTheBarsStartAfresh()
    {
        Wall wall(1);
        QStandardItem *feed = wall.model.item(0);
        feed->setData(QVariant::fromValue(QList<float>{-30.0F}), WallRole::AudioQuasiPeaks);
        feed->setData(QVariant::fromValue(QList<float>{-5.0F}), WallRole::AudioTruePeaks);
        feed->setData(QVariant::fromValue(QList<float>{-12.0F}), WallRole::AudioPeaks);
        QSignalSpy changed(&wall.canvas, &WallCanvas::looksChanged);
        QList<QImage> seen{wall.canvas.grab().toImage()};
        for (const AudioMeter meter : {AudioMeter::QuasiPeak, AudioMeter::TruePeak}) {
            QTest::keyClick(&wall.canvas, Qt::Key_P);
            QCOMPARE(wall.canvas.meter(), meter);
            const QImage image = wall.canvas.grab().toImage();
            QVERIFY(!seen.contains(image));
            seen += image;
        }
        QTest::keyClick(&wall.canvas, Qt::Key_P);
        QCOMPARE(wall.canvas.meter(), AudioMeter::SamplePeak);
        QCOMPARE(changed.count(), 3);
    }

    void everyActionOfTheWallIsInTheMenuWithItsKey()
    {
        Wall wall(4);
        QMenu *menu = wall.menuOf(2);
        QVERIFY(menu);
        QSet<QString> keys;
        for (const QAction *action : allActions(*menu)) {
            QVERIFY2(!action->text().isEmpty(), "an action has words");
            if (!action->shortcut().isEmpty())
                keys += action->shortcut().toString(QKeySequence::PortableText);
        }
        const QSet<QString> all{QStringLiteral("L"), QStringLiteral("F"), QStringLiteral("O"), QStringLiteral("P"),
                                QStringLiteral("Del")};
        QCOMPARE(keys, all);
        delete menu;
    }

    void theMenuShowsATileAloneAndItsOwnerMayAddToIt()
    {
        Wall wall(4);
        connect(&wall.canvas, &WallCanvas::menuOffered, this,
                [](QMenu *menu, int cell) { menu->addAction(QStringLiteral("more of %1").arg(cell)); });
        QMenu *menu = wall.menuOf(2);
        const QList<QAction *> actions = allActions(*menu);
        QCOMPARE(actions.last()->text(), QStringLiteral("more of 2"));
        const auto alone = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return action->shortcut() == QKeySequence(Qt::Key_F);
        });
        (*alone)->trigger();
        QCOMPARE(wall.canvas.fullCell(), 2);
        delete menu;
    }

    void theMenuKeyOpensTheMenuOfTheSelectedCell()
    {
        Wall wall(4);
        QContextMenuEvent none(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&wall.canvas, &none);
        QVERIFY(!wall.canvas.findChild<QMenu *>()); // nothing is selected
        wall.canvas.selectRow(1);
        int offered = -1;
        connect(&wall.canvas, &WallCanvas::menuOffered, this, [&](QMenu *, int cell) { offered = cell; });
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&wall.canvas, &asked);
        QCOMPARE(offered, 1);
        delete wall.canvas.findChild<QMenu *>();
    }

    void aClickOnTheBarsClearsTheirOverMarkAndDeleteClearsAll()
    {
        Wall wall(2);
        const auto loud = [&] {
            for (int row = 0; row < 2; ++row)
                wall.model.item(row)->setData(QVariant::fromValue(QList<float>{0.0F}), WallRole::AudioPeaks);
            wall.clock.advance(1h);
        };
        loud();
        const QImage over = wall.canvas.grab().toImage();
        const QRect tile = wall.canvas.cellRect(0);
        QPoint bars;
        for (int x = tile.right(); x > tile.left() && bars.isNull(); --x) {
            if (over.pixelColor(x, tile.top() + tile.height() / 2) == palette::raised)
                bars = {x, tile.top() + tile.height() / 2};
        }
        bars = bars.isNull() ? QPoint(tile.right() - 20, tile.center().y()) : bars;
        QTest::mouseClick(&wall.canvas, Qt::LeftButton, {}, bars);
        wall.canvas.update();
        const QImage cleared = wall.canvas.grab().toImage();
        QVERIFY(cleared.copy(tile.adjusted(4, 4, -4, -4)) != over.copy(tile.adjusted(4, 4, -4, -4)));
        const QRect other = wall.canvas.cellRect(1);
        QCOMPARE(cleared.copy(other), over.copy(other));
        QTest::keyClick(&wall.canvas, Qt::Key_Delete);
        QVERIFY(wall.canvas.grab().toImage().copy(other) != over.copy(other));
    }
};

QTEST_MAIN(WallHandsTest)
#include "wall_hands_test.moc"
