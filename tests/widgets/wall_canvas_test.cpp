// The wall as a director sees it: frames in the colour of the bus, stale pictures marked, keys that find a feed.

#include "tests/widgets/test_clock.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_canvas.h"

#include <QAccessible>
#include <QApplication>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

constexpr QColor pictureColour{0x40, 0x60, 0xA0};

struct Room
{
    explicit Room(int feeds, QSize size = {1280, 720})
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
        wall.resize(size);
    }

    void put(int feed, QColor colour = pictureColour, bool still = false)
    {
        auto frame = std::make_shared<media::VideoFrame>();
        frame->picture = QImage(320, 180, QImage::Format_RGB32);
        frame->picture.fill(colour);
        frame->sourceSize = {320, 180};
        frame->arrived = clock.now();
        frame->still = still;
        slots_[std::size_t(feed)]->put(frame);
    }

    QImage look()
    {
        wall.refresh();
        return wall.grab().toImage();
    }

    QStandardItem *feed(int row) { return model.item(row); }
    QSize wanted(int feed) const
    {
        const media::PictureDemands demands = slots_[std::size_t(feed)]->demands();
        return demands.empty() ? QSize() : demands.sizes().front();
    }

    TestClock clock;
    QStandardItemModel model;
    std::vector<std::shared_ptr<media::FrameSlot>> slots_;
    WallCanvas wall;
};

QColor frameColour(const QImage &image, QRect tile)
{
    return image.pixelColor(tile.left() + 1, tile.center().y());
}

// Somewhere in the picture where nothing is written.
QColor pictureAt(const QImage &image, QRect tile)
{
    return image.pixelColor(tile.left() + tile.width() / 8, tile.top() + tile.height() * 6 / 10);
}

class PaintWitness : public QObject
{
public:
    QRegion painted;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

} // namespace

class WallCanvasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void programIsFramedRedAndPreviewGreen()
    {
        Room room(4);
        room.feed(0)->setData(int(TileTally::Program), WallRole::Tally);
        room.feed(1)->setData(int(TileTally::Preview), WallRole::Tally);
        const QImage image = room.look();
        QCOMPARE(frameColour(image, room.wall.tileRect(0)), palette::program);
        QCOMPARE(frameColour(image, room.wall.tileRect(1)), palette::preview);
        QVERIFY(frameColour(image, room.wall.tileRect(2)).saturationF() < 0.3F);
    }

    void theTallyFrameIsThickEnoughToBeSeenFromAfar()
    {
        Room room(9, {1920, 1080});
        room.feed(0)->setData(int(TileTally::Program), WallRole::Tally);
        const QImage image = room.look();
        const QRect tile = room.wall.tileRect(0);
        int thickness = 0;
        while (image.pixelColor(tile.left() + thickness, tile.center().y()) == palette::program)
            ++thickness;
        QVERIFY2(thickness * 60 >= tile.height(), qPrintable(QString::number(thickness)));
    }

    void unknownTallyIsHatchedGreyNeverRedNorGreen()
    {
        Room room(4);
        room.feed(0)->setData({}, WallRole::Tally);
        const QImage image = room.look();
        const QRect tile = room.wall.tileRect(0);
        QSet<QRgb> seen;
        for (int y = tile.top(); y < tile.bottom(); ++y) {
            const QColor pixel = image.pixelColor(tile.left() + 1, y);
            QVERIFY(pixel.saturationF() < 0.35F);
            seen += pixel.rgb();
        }
        QVERIFY2(seen.size() > 2, "hatched, not plain");
    }

    void aFreshPictureIsShownUndimmed()
    {
        Room room(4);
        room.put(0);
        const QImage image = room.look();
        QCOMPARE(pictureAt(image, room.wall.tileRect(0)), pictureColour);
    }

    void aPictureThatStaysIsDimmedAfter300Milliseconds()
    {
        Room room(4);
        room.put(0);
        room.look();
        room.clock.advance(299ms);
        QCOMPARE(pictureAt(room.look(), room.wall.tileRect(0)), pictureColour);
        room.clock.advance(2ms);
        const QColor dimmed = pictureAt(room.look(), room.wall.tileRect(0));
        QVERIFY(dimmed.value() < pictureColour.value() * 6 / 10);
        QVERIFY(dimmed.value() > pictureColour.value() * 4 / 10);
        QVERIFY(room.wall.accessibleText(0).contains(QStringLiteral("STALLED")));
    }

    void aPictureThatStaysIsNoSignalAfterASecondThoughTheModelSaysLive()
    {
        Room room(4);
        room.put(0);
        room.look();
        room.clock.advance(1001ms);
        room.look();
        QVERIFY(room.wall.accessibleText(0).contains(QStringLiteral("NO SIGNAL")));
    }

    void aRepaintAloneMarksAStalePictureWithoutWaitingForTheTimer()
    {
        Room room(4);
        room.put(0);
        room.look();
        room.clock.advance(2s);
        const QImage image = room.wall.grab().toImage(); // no refresh()
        QVERIFY(pictureAt(image, room.wall.tileRect(0)).value() < pictureColour.value() * 6 / 10);
    }

    void aPictureThatGrowsStaleWhileOnlyItsLabelIsRepaintedIsStillMarked()
    {
        Room room(4);
        room.wall.show();
        QVERIFY(QTest::qWaitForWindowExposed(&room.wall));
        room.put(0);
        room.look();
        QApplication::processEvents();
        room.clock.advance(301ms);
        const QRect tile = room.wall.tileRect(0);
        QImage scrap(room.wall.size(), QImage::Format_RGB32);
        room.wall.render(&scrap, {}, QRegion(tile.left(), tile.bottom() - 10, tile.width(), 10));
        PaintWitness witness;
        room.wall.installEventFilter(&witness);
        room.wall.refresh();
        QApplication::processEvents();
        QVERIFY(witness.painted.contains(tile.center()));
    }

    void aNewPictureTakesTheMarkAway()
    {
        Room room(4);
        room.put(0);
        room.look();
        room.clock.advance(2s);
        room.look();
        room.put(0, Qt::white);
        QCOMPARE(pictureAt(room.look(), room.wall.tileRect(0)), QColor(Qt::white));
    }

    void anEmptiedSlotLeavesNoOldPicture()
    {
        Room room(4);
        room.put(0, Qt::white);
        room.look();
        room.slots_[0]->clear();
        QVERIFY(pictureAt(room.look(), room.wall.tileRect(0)).value() < 60);
    }

    void aStillDoesNotGrowStaleByTheWallsClock()
    {
        Room room(4);
        room.put(0, pictureColour, true);
        room.look();
        room.clock.advance(1h);
        QCOMPARE(pictureAt(room.look(), room.wall.tileRect(0)), pictureColour);
    }

    void theModelsStateWordDimsThePicture()
    {
        Room room(4);
        room.put(0, Qt::white);
        room.feed(0)->setData(QStringLiteral("FROZEN"), WallRole::StateWord);
        QVERIFY(pictureAt(room.look(), room.wall.tileRect(0)).value() < 140);
    }

    void slotsAreToldTheSizeAtWhichTheyAreSeen()
    {
        Room room(4);
        room.wall.show();
        const QSize small = room.wanted(0);
        QVERIFY(small.width() > 500 && small.width() < 640);
        QCOMPARE(small, room.wanted(3));
        room.wall.setFullRow(3);
        QVERIFY(room.wanted(3).width() > 2 * small.width() - 40);
        QVERIFY(room.slots_[0]->demands().empty()); // nobody sees it now
    }

    void nothingIsReadWhileHidden()
    {
        Room room(1);
        room.wall.show();
        QVERIFY(QTest::qWaitForWindowExposed(&room.wall));
        room.wall.hide();
        QApplication::processEvents();
        QVERIFY(room.slots_[0]->demands().empty());
        room.put(0);
        QApplication::processEvents();
        room.put(0);
        QCOMPARE(room.slots_[0]->unseen(), std::uint64_t(0)); // nobody looks: nobody has missed one
        room.wall.show();
        QVERIFY(!room.slots_[0]->demands().empty());
    }

    void arrowsDigitsAndHomeEndSelectFeeds()
    {
        Room room(9, {1920, 1080});
        QSignalSpy selected(&room.wall, &WallCanvas::tileSelected);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&room.wall, key, modifiers);
            return room.wall.selectedRow();
        };
        QCOMPARE(press(Qt::Key_5), 4);
        QCOMPARE(press(Qt::Key_Right), 5);
        QCOMPARE(press(Qt::Key_Up), 2);
        QCOMPARE(press(Qt::Key_Up), 2);
        QCOMPARE(press(Qt::Key_Left), 1);
        QCOMPARE(press(Qt::Key_Down), 4);
        QCOMPARE(press(Qt::Key_End), 8);
        QCOMPARE(press(Qt::Key_Right), 8);
        QCOMPARE(press(Qt::Key_Home), 0);
        QCOMPARE(press(Qt::Key_0), 0); // there is no tenth feed
        QCOMPARE(selected.count(), 7);
    }

    void zeroIsTheTenthFeedAndShiftReachesTheNextTen()
    {
        Room room(14);
        QTest::keyClick(&room.wall, Qt::Key_0);
        QCOMPARE(room.wall.selectedRow(), 9);
        QTest::keyClick(&room.wall, Qt::Key_4, Qt::ShiftModifier);
        QCOMPARE(room.wall.selectedRow(), 13);
    }

    void fAndADoubleClickShowOneFeedAloneAndBack()
    {
        Room room(4);
        QSignalSpy activated(&room.wall, &WallCanvas::tileActivated);
        room.wall.selectRow(2);
        QTest::keyClick(&room.wall, Qt::Key_F);
        QCOMPARE(room.wall.fullRow(), 2);
        QVERIFY(room.wall.tileRect(0).isEmpty());
        QTest::keyClick(&room.wall, Qt::Key_Escape);
        QCOMPARE(room.wall.fullRow(), -1);
        QTest::mouseDClick(&room.wall, Qt::LeftButton, {}, room.wall.tileRect(1).center());
        QCOMPARE(room.wall.fullRow(), 1);
        QTest::mouseDClick(&room.wall, Qt::LeftButton, {}, room.wall.rect().center());
        QCOMPARE(room.wall.fullRow(), -1);
        QCOMPARE(activated.count(), 3);
    }

    void theSelectedTileIsOutlinedOutsideIt()
    {
        Room room(4);
        room.wall.show();
        room.wall.activateWindow();
        room.wall.setFocus();
        room.wall.selectRow(1);
        const QImage image = room.look();
        const QRect tile = room.wall.tileRect(1);
        const QColor outline = image.pixelColor(tile.left() - 3, tile.center().y());
        QCOMPARE(outline, room.wall.hasFocus() ? palette::focus : palette::secondary);
    }

    void aScreenReaderFindsEveryTileByName()
    {
        Room room(4);
        room.wall.show();
        QAccessibleInterface *wall = QAccessible::queryAccessibleInterface(&room.wall);
        QVERIFY(wall);
        QCOMPARE(wall->childCount(), 4);
        for (int i = 0; i < 4; ++i) {
            QAccessibleInterface *tile = wall->child(i);
            QVERIFY(tile && tile->isValid());
            QVERIFY(tile->text(QAccessible::Name).startsWith(QStringLiteral("CAM %1, live").arg(i + 1)));
            QCOMPARE(wall->indexOfChild(tile), i);
            QVERIFY(!tile->rect().isEmpty());
            QCOMPARE(tile->parent(), wall);
        }
        QVERIFY(!wall->child(4));
        room.model.removeRow(3);
        QCOMPARE(wall->childCount(), 3);
    }

    void rowsMayComeAndGo()
    {
        Room room(4);
        room.wall.selectRow(3);
        room.model.removeRows(0, 4);
        QCOMPARE(room.wall.tileCount(), 0);
        QCOMPARE(room.wall.selectedRow(), -1);
        room.look();
        room.model.appendRow(new QStandardItem(QStringLiteral("CAM 9")));
        QCOMPARE(room.wall.tileCount(), 1);
        room.look();
    }

    void aModelThatGoesAwayLeavesAnEmptyWall()
    {
        WallCanvas wall;
        wall.resize(640, 360);
        {
            QStandardItemModel model;
            model.appendRow(new QStandardItem(QStringLiteral("CAM 1")));
            wall.setModel(&model);
            QCOMPARE(wall.tileCount(), 1);
        }
        QCOMPARE(wall.tileCount(), 0);
        const QImage image = wall.grab().toImage();
        bool written = false;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = image.height() / 2 - 20; y < image.height() / 2 + 20; ++y)
                written = written || image.pixelColor(x, y).value() > 120;
        }
        QVERIFY2(written, "an empty wall says so");
    }

    void anAudioPeakToldTwiceHoldsTheBarUp()
    {
        Room room(1);
        const auto tell = [&] {
            room.feed(0)->setData(QVariant::fromValue(QList<float>{-12.0F, -12.0F}), WallRole::AudioPeaks);
        };
        tell();
        const QImage loud = room.look();
        room.clock.advance(5s);
        const QImage quiet = room.look();
        QVERIFY(loud != quiet);
    }
};

QTEST_MAIN(WallCanvasTest)
#include "wall_canvas_test.moc"
