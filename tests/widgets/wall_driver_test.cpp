// Who draws the walls, and what is said about it; without any OpenGL, as on a machine that has none.

#include "tests/widgets/test_clock.h"
#include "widgets/wall/wall_canvas.h"

#include <QApplication>
#include <QStandardItemModel>
#include <QTest>

using namespace gantry;
using namespace gantry::widgets;

namespace {

const GlFound card{{}, QStringLiteral("Mesa Intel(R) UHD Graphics 620"), 4, 6, false};
const GlFound software{{}, QStringLiteral("llvmpipe (LLVM 15.0.6, 256 bits)"), 4, 5, false};

// Takes a wish back when it goes.
struct Wish
{
    explicit Wish(const char *wish) { qputenv("GANTRY_WALL", wish); }
    ~Wish() { qunsetenv("GANTRY_WALL"); }
};

} // namespace

class WallDriverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qunsetenv("GANTRY_WALL"); }

    void aCardDrawsAndSoftwareDoesNot()
    {
        QVERIFY(chooseWallDriver({}, card).gl);
        QCOMPARE(chooseWallDriver({}, card).sentence(),
                 QStringLiteral("The walls are drawn by OpenGL: Mesa Intel(R) UHD Graphics 620."));
        for (const char *name : {"llvmpipe (LLVM 15.0.6, 256 bits)", "softpipe", "Software Rasterizer swrast",
                                 "Google SwiftShader", "GDI Generic", "Microsoft Basic Render Driver"}) {
            GlFound found = card;
            found.renderer = QString::fromLatin1(name);
            const WallDriver driver = chooseWallDriver({}, found);
            QVERIFY2(!driver.gl, name);
            QVERIFY2(driver.why.contains(found.renderer), qPrintable(driver.why));
        }
    }

    void theEnvironmentForcesEitherWay()
    {
        QVERIFY(chooseWallDriver("gl", software).gl);
        QVERIFY(!chooseWallDriver("raster", card).gl);
        QVERIFY(chooseWallDriver("raster", card).why.contains(QStringLiteral("GANTRY_WALL=raster")));
        QVERIFY(chooseWallDriver("something else", card).gl);
        QVERIFY(!chooseWallDriver("something else", software).gl);
    }

    void whatCannotWorkIsNotForced()
    {
        GlFound old = card;
        old.major = 2;
        old.minor = 1;
        QVERIFY(!chooseWallDriver("gl", old).gl);
        QVERIFY(chooseWallDriver("gl", old).why.contains(QStringLiteral("2.1")));
        old.es = true;
        old.major = 3;
        old.minor = 0;
        QVERIFY(chooseWallDriver({}, old).gl); // OpenGL ES counts otherwise
        const GlFound none{.fault = QStringLiteral("There is no OpenGL here.")};
        QVERIFY(!chooseWallDriver("gl", none).gl);
        QCOMPARE(chooseWallDriver("gl", none).sentence(),
                 QStringLiteral("The walls are painted by the processor. There is no OpenGL here."));
    }

    void aPlatformWithoutOpenGlPaintsEvenWhereItIsForced()
    {
        if (QGuiApplication::platformName() != QStringLiteral("offscreen"))
            QSKIP("this is about Qt's platform for no display");
        const Wish wish("gl");
        const WallDriver driver = wallDriver();
        QVERIFY(!driver.gl);
        QVERIFY2(driver.why.contains(QStringLiteral("offscreen")), qPrintable(driver.why));
        WallCanvas wall;
        QVERIFY(!wall.isDrawnByGl());
        QVERIFY(!wall.gl());
        QCOMPARE(wall.driverText(), driver.sentence());
        wall.resize(640, 360);
        QVERIFY(!wall.grab().isNull());
    }

    void aWallThatIsPaintedAsksForPicturesInItsSize()
    {
        const Wish wish("raster");
        QStandardItemModel model;
        model.appendRow(new QStandardItem(QStringLiteral("CAM 1")));
        const auto slot = std::make_shared<media::FrameSlot>();
        WallCanvas wall;
        wall.setModel(&model);
        wall.setFrameSlots({slot});
        wall.resize(640, 360);
        wall.show();
        QVERIFY(slot->demands().form() == media::PictureForm::Rgb);
        QCOMPARE(slot->demands().rgbSizes().size(), std::size_t(1));
    }
};

QTEST_MAIN(WallDriverTest)
#include "wall_driver_test.moc"
