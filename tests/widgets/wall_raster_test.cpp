// The ways by which a wall saves work, and that none of them shows: pictures are copied as QPainter would paint them,
// overlays are kept, and nothing is painted more often than anything changes.

#include "widgets/wall/overlay_layer.h"
#include "widgets/wall/picture_copy.h"
#include "widgets/wall/tile_painter.h"
#include "widgets/wall/wall_canvas.h"
#include "widgets/wall/wall_pulse.h"
#include "widgets/wall/wall_roles.h"

#include "test_clock.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <cmath>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

QImage pattern(QSize size, QImage::Format format)
{
    QImage image(size, QImage::Format_ARGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgba(x * 7 % 256, y * 5 % 256, (x + y) * 3 % 256, (x * y) % 256));
    return image.convertToFormat(format);
}

int farthest(const QImage &one, const QImage &other)
{
    int most = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            most = std::max(
                {most, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
        }
    return most;
}

media::VideoFramePointer frameOf(const QImage &picture, SteadyTime arrived)
{
    auto frame = std::make_shared<media::VideoFrame>();
    frame->picture = picture;
    frame->sourceSize = picture.size();
    frame->arrived = arrived;
    return frame;
}

// Notes which part of a widget is painted.
class PaintNotes final : public QObject
{
public:
    QRegion painted;
    int times = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            painted += static_cast<QPaintEvent *>(event)->region();
            ++times;
        }
        return false;
    }
};

} // namespace

class WallRasterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPictureIsCopiedAsItWouldBePainted_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }
    void aPictureIsCopiedAsItWouldBePainted()
    {
        QFETCH(double, ratio);
        const QRectF target(20, 10, 80, 44);
        const QRegion exposed = QRegion(0, 0, 60, 40) + QRegion(90, 30, 100, 100);
        const QImage picture = pattern((target.size() * ratio).toSize(), QImage::Format_RGB32);
        const QImage layer = pattern((target.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        const auto painted = [&](bool ours) {
            QImage ground((QSizeF(120, 60) * ratio).toSize(), QImage::Format_RGB32);
            ground.fill(Qt::darkGray);
            ground.setDevicePixelRatio(ratio);
            QPainter painter(&ground);
            if (ours) {
                [&] { QVERIFY(copyPicture(painter, target, picture, exposed)); }();
                [&] { QVERIFY(blendPicture(painter, target, layer, exposed)); }();
            } else {
                painter.setClipRegion(exposed);
                painter.drawImage(target, picture);
                painter.drawImage(target, layer);
            }
            painter.end();
            return ground;
        };
        QVERIFY2(farthest(painted(true), painted(false)) <= 1, "the same but for rounding");
    }
    void aPictureOfAnotherSizeOrOnAnotherGroundIsLeftToThePainter()
    {
        const QImage picture = pattern({80, 44}, QImage::Format_RGB32);
        QImage ground(200, 100, QImage::Format_RGB32);
        QPainter painter(&ground);
        QVERIFY(!copyPicture(painter, QRectF(0, 0, 81, 44), picture, QRect(0, 0, 200, 100)));
        QVERIFY(!blendPicture(painter, QRectF(0, 0, 80, 44), picture, QRect(0, 0, 200, 100)));
        painter.rotate(5);
        QVERIFY(!copyPicture(painter, QRectF(0, 0, 80, 44), picture, QRect(0, 0, 200, 100)));
        QImage grey(200, 100, QImage::Format_Grayscale8);
        QPainter other(&grey);
        QVERIFY(!copyPicture(other, QRectF(0, 0, 80, 44), picture, QRect(0, 0, 200, 100)));
    }
    void nothingIsCopiedOutsideTheGround()
    {
        const QImage picture = pattern({80, 44}, QImage::Format_RGB32);
        QImage ground(50, 30, QImage::Format_RGB32);
        QPainter painter(&ground);
        QVERIFY(copyPicture(painter, QRectF(-10, -10, 80, 44), picture, QRect(-10, -10, 200, 200)));
        painter.end();
        QCOMPARE(ground.pixel(0, 0), picture.pixel(10, 10));
        QCOMPARE(ground.pixel(49, 29), picture.pixel(59, 39));
    }

    void anOverlayIsPaintedOnceAndThenOnlyWhereItChanges()
    {
        OverlayLayer layer;
        QList<QRect> painted;
        const QRect room(100, 50, 320, 180);
        const QRegion inked = QRegion(400, 50, 20, 180) + QRegion(110, 60, 80, 30);
        const auto update = [&] {
            layer.update(room, 1, inked, [&](QPainter &painter) {
                painted.append(painter.clipBoundingRect().toRect());
                painter.fillRect(QRect(110, 60, 80, 30), Qt::red);
            });
        };
        update();
        update();
        QCOMPARE(painted, QList<QRect>{room});
        layer.damage(QRect(400, 50, 20, 180));
        update();
        update();
        QCOMPARE(painted.size(), 2);
        QCOMPARE(painted.last(), QRect(400, 50, 20, 180));
        QCOMPARE(layer.image().pixelColor(15, 15), QColor(Qt::red)); // still there
        QCOMPARE(layer.image().pixelColor(200, 100).alpha(), 0);
    }

    void whatIsWrittenOverAPictureStaysInsideTheRegionThatIsBlended()
    {
        TestClock clock;
        const TileBox box{QRect(10, 10, 400, 270), QRect(10, 10, 400, 225), QRect(10, 235, 400, 45)};
        TileContent content;
        content.number = 1;
        content.label = QStringLiteral("CAM 1");
        content.stateWord = QStringLiteral("NO SIGNAL");
        content.stateDetail = QStringLiteral("connection lost");
        content.alarm = TileAlarm::Critical;
        content.alarmWord = QStringLiteral("No signal");
        content.audioWord = QStringLiteral("SILENT");
        content.loudness = -23.4;
        content.heard = true;
        AudioBars bars;
        bars.setPeaks({-6, -12, -30, 0}, clock.now());
        const TileTexts texts = tileTexts(content, clock.now());
        const TileLayout layout = tileLayout(box, content, texts, bars.channels());
        QImage image(420, 290, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintOverlay(painter, content, layout, bars, WallGuide::None, clock.now());
        painter.end();
        const QRegion inked = overlayRegion(content, layout, WallGuide::None);
        QVERIFY(!inked.isEmpty());
        int inside = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) == 0)
                    continue;
                QVERIFY2(inked.contains(QPoint(x, y)), qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
                ++inside;
            }
        QVERIFY(inside > 1000);
    }

    void aNewPicturePaintsItsPictureAndNothingElse()
    {
        TestClock clock;
        QStandardItemModel model;
        auto *item = new QStandardItem(QStringLiteral("CAM 1"));
        item->setData(true, WallRole::Live);
        model.appendRow(item);
        model.appendRow(new QStandardItem(QStringLiteral("CAM 2")));
        const auto slot = std::make_shared<media::FrameSlot>();
        WallCanvas wall;
        wall.setClock(clock.source());
        wall.setModel(&model);
        wall.setFrameSlots({slot, nullptr});
        wall.resize(900, 400);
        wall.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wall));
        slot->put(frameOf(QImage(320, 180, QImage::Format_RGB32), clock.now()));
        wall.refresh();
        QApplication::processEvents();
        PaintNotes notes;
        wall.installEventFilter(&notes);
        slot->put(frameOf(QImage(320, 180, QImage::Format_RGB32), clock.now()));
        QTRY_VERIFY(notes.times > 0);
        QVERIFY(wall.tileRect(0).contains(notes.painted.boundingRect()));
        QVERIFY(notes.painted.boundingRect().height() < wall.tileRect(0).height()); // without the strip
    }

    void manyBellsAreOneBeat()
    {
        WallPulse pulse;
        QSignalSpy beats(&pulse, &WallPulse::beaten);
        pulse.start();
        QCOMPARE(beats.size(), 1); // what came before is looked at
        for (int feed = 0; feed < 50; ++feed)
            pulse.bell()->ring();
        QVERIFY(beats.wait());
        const auto early = beats.size();
        QVERIFY(early <= 3);   // the bells, and perhaps a pause that was over meanwhile
        QVERIFY(beats.wait()); // without any bell: for what moves by itself
        QVERIFY(beats.last().first().toBool());
    }
    void aStoppedPulseIsSilentAndABellMayOutliveIt()
    {
        std::shared_ptr<media::FrameBell> bell;
        {
            WallPulse pulse;
            bell = pulse.bell();
            QSignalSpy beats(&pulse, &WallPulse::beaten);
            bell->ring();
            QApplication::processEvents();
            QVERIFY(beats.isEmpty());
            pulse.start();
            pulse.stop();
            bell->ring();
            QApplication::processEvents();
            QCOMPARE(beats.size(), 1);
            bell->ring();
        }
        bell->ring();
        QApplication::processEvents();
    }
};

QTEST_MAIN(WallRasterTest)
#include "wall_raster_test.moc"
