// Safe areas to the table of EBU R 95, cuts in the middle, and lines that are seen on black and on white.

#include "widgets/wall/tile_guides.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace gantry::widgets;

class TileGuidesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void safeAreasAreThoseOfTheTable_data()
    {
        QTest::addColumn<QSize>("raster");
        QTest::addColumn<QSize>("action");
        QTest::addColumn<QPoint>("actionAt");
        QTest::addColumn<QSize>("graphics");
        QTest::addColumn<QPoint>("graphicsAt");
        QTest::addRow("720") << QSize(1280, 720) << QSize(1190, 670) << QPoint(45, 25) << QSize(1152, 648)
                             << QPoint(64, 36);
        QTest::addRow("1080") << QSize(1920, 1080) << QSize(1786, 1004) << QPoint(67, 38) << QSize(1728, 972)
                              << QPoint(96, 54);
        QTest::addRow("2160") << QSize(3840, 2160) << QSize(3572, 2008) << QPoint(134, 76) << QSize(3456, 1944)
                              << QPoint(192, 108);
    }

    void safeAreasAreThoseOfTheTable()
    {
        QFETCH(QSize, raster);
        const SafeAreas areas = safeAreas(raster);
        QTEST(areas.action.size(), "action");
        QTEST(areas.action.topLeft(), "actionAt");
        QTEST(areas.graphics.size(), "graphics");
        QTEST(areas.graphics.topLeft(), "graphicsAt");
    }

    void aCentreCutHasItsShapeAndStandsInTheMiddle()
    {
        const std::pair<WallGuide, double> cuts[] = {{WallGuide::Cut4x3, 4 / 3.0},
                                                     {WallGuide::Cut14x9, 14 / 9.0},
                                                     {WallGuide::Cut1x1, 1},
                                                     {WallGuide::Cut9x16, 9 / 16.0}};
        for (const QRectF picture : {QRectF(10, 20, 1280, 720), QRectF(0, 0, 305, 171), QRectF(3, 4, 405, 720)}) {
            for (const auto &[guide, shape] : cuts) {
                const std::vector<QRectF> frames = guideFrames(picture, guide);
                QCOMPARE(frames.size(), std::size_t(1));
                QVERIFY(picture.contains(frames[0]));
                QVERIFY(std::abs(frames[0].width() / shape - frames[0].height()) <= 1 / shape + 1);
                QVERIFY(std::abs(frames[0].center().x() - picture.center().x()) <= 1);
                QVERIFY(std::abs(frames[0].center().y() - picture.center().y()) <= 1);
                QVERIFY(frames[0].width() == picture.width() || frames[0].height() == picture.height());
            }
        }
    }

    void aLineIsOnePixelOfHalfWhiteWithADarkEdgeAtEveryScale()
    {
        for (const qreal scale : {1.0, 1.5, 2.0}) {
            for (const QColor under : {QColor(Qt::black), QColor(Qt::white), QColor(0x40, 0x60, 0xA0)}) {
                QImage image(QSizeF(320 * scale, 180 * scale).toSize(), QImage::Format_RGB32);
                image.setDevicePixelRatio(scale);
                image.fill(under);
                QPainter painter(&image);
                paintGuide(painter, QRectF(0, 0, 320, 180), WallGuide::SafeAreas);
                painter.end();
                const int y = image.height() / 3;
                const int at = int(std::lround(image.width() * 0.035));
                const QColor line = image.pixelColor(at, y);
                const QColor edge = image.pixelColor(at - 1, y);
                QVERIFY2(line.value() > edge.value(), qPrintable(QString::number(scale)));
                QVERIFY(edge.value() < under.value() || under == QColor(Qt::black));
                QCOMPARE(image.pixelColor(at - 2, y), under);
                QVERIFY2(image.pixelColor(at + 1, y).value() < line.value(), "one pixel wide");
            }
        }
    }

    void nothingIsDrawnOutsideThePicture()
    {
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QPainter painter(&image);
        const QRect picture(40, 40, 320, 180);
        for (int guide = 0; guide < wallGuides; ++guide)
            paintGuide(painter, picture, WallGuide(guide));
        painter.end();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (!picture.adjusted(-1, -1, 1, 1).contains(x, y))
                    QCOMPARE(image.pixelColor(x, y), QColor(Qt::blue));
            }
        }
    }

    void theKeyGoesRoundThroughAllOfThem()
    {
        QSet<int> seen;
        WallGuide guide = WallGuide::None;
        for (int i = 0; i < wallGuides; ++i) {
            seen += int(guide);
            QVERIFY(!guideWord(guide).isEmpty());
            guide = nextGuide(guide);
        }
        QCOMPARE(seen.size(), wallGuides);
        QCOMPARE(guide, WallGuide::None);
    }
};

QTEST_MAIN(TileGuidesTest)
#include "tile_guides_test.moc"
