// What goes up to the card: each picture once, whoever shows it; overlays and ground only where they have changed. And
// what a window does when OpenGL fails: it is painted, in the same place, with the same picture.

#include "tests/widgets/gl_room.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_canvas.h"

#include <QApplication>
#include <QSignalSpy>

#include <atomic>
#include <thread>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

media::VideoFrame flat(int luma)
{
    return planesOf(*greyFrame({320, 180}, [luma](int, int) { return luma; }));
}

// Lies on a GPU that lends nothing out.
class FarPlanes final : public media::PicturePlanes
{
public:
    FarPlanes()
    {
        format.order = media::PlaneFormat::Order::Pairs;
        size = {320, 180};
    }
    QImage image(QSize box) const override
    {
        QImage copy(box, QImage::Format_RGB32);
        copy.fill(qRgb(150, 150, 150));
        return copy;
    }
};

int greyAt(const QImage &image, const QRect &place)
{
    return qGray(image.pixel(place.left() + place.width() / 8, place.top() + place.height() * 6 / 10));
}

// A window with one wall.
struct Window
{
    Window(Feeds &feeds, const WallDriver &driver, const WallShaders &shaders = WallShaders::ours())
        : canvas(driver, shaders)
    {
        canvas.setClock(feeds.clock.source());
        canvas.setModel(&feeds.model);
        canvas.setFrameSlots(feeds.pictures);
        canvas.resize(640, 400);
        canvas.show();
    }
    int grey()
    {
        canvas.refresh();
        const QImage image = canvas.grab().toImage();
        return greyAt(image, canvas.tileRect(0));
    }
    WallCanvas canvas;
};

constexpr int grey120 = 121; // luma 120 of limited range

} // namespace

class WallGlUploadsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Card> m_card;
    WallDriver m_driver;

private Q_SLOTS:
    void initTestCase()
    {
        m_driver = wallDriver();
        if (!m_driver.gl)
            QSKIP(qPrintable(m_driver.why));
        m_card = std::make_unique<Card>();
        QVERIFY(m_card->made);
    }
    void cleanupTestCase() { m_card.reset(); }

    void aPictureOnTwoWallsGoesUpOnceAndAnUnchangedOneNever()
    {
        Card second;
        QVERIFY(second.made);
        Feeds feeds(4);
        TwoWalls one(feeds, {}, {640, 360}, *m_card, media::PictureForm::Planes);
        TwoWalls other(feeds, {}, {900, 600}, second, media::PictureForm::Planes);
        for (int i = 0; i < 4; ++i)
            feeds.put(i, flat(60));
        for (int round = 0; round < 3; ++round)
            for (TwoWalls *wall : {&one, &other}) {
                wall->look();
                static_cast<void>(wall->drawn());
            }
        QCOMPARE(one.gl.counts().planes, std::uint64_t(4));
        QCOMPARE(other.gl.counts().planes, std::uint64_t(4)); // the same four
        feeds.clock.advance(40ms);
        feeds.put(2, flat(200));
        for (TwoWalls *wall : {&other, &one}) {
            wall->look();
            const QImage image = wall->drawn();
            QVERIFY(greyAt(image, wall->stage.rect(2)) > 200);
            QVERIFY(greyAt(image, wall->stage.rect(1)) < 100);
        }
        QCOMPARE(one.gl.counts().planes, std::uint64_t(5));
    }

    void aWallThatLooksLaterDoesNotBringAnOlderPictureBack()
    {
        Card second;
        Feeds feeds(1);
        TwoWalls early(feeds, {}, {640, 360}, *m_card, media::PictureForm::Planes);
        TwoWalls late(feeds, {}, {640, 360}, second, media::PictureForm::Planes);
        feeds.put(0, flat(60));
        early.look();
        late.look();
        feeds.clock.advance(33ms);
        feeds.put(0, flat(200));
        early.look(); // the other has not looked yet
        for (int round = 0; round < 5; ++round) {
            QVERIFY(greyAt(early.drawn(), early.stage.rect(0)) > 200);
            QVERIFY(greyAt(late.drawn(), late.stage.rect(0)) > 200);
        }
        QCOMPARE(early.gl.counts().planes, std::uint64_t(1));
    }

    void anOverlayGoesUpWhenItChangesAndTheGroundWithIt()
    {
        Feeds feeds(2);
        TwoWalls wall(feeds, {}, {640, 360}, *m_card, media::PictureForm::Planes);
        for (int i = 0; i < 2; ++i) {
            feeds.setBars(i, -20);
            feeds.put(i, flat(60));
        }
        wall.look();
        static_cast<void>(wall.drawn());
        const std::uint64_t overlays = wall.gl.overlayUploads();
        const std::uint64_t grounds = wall.gl.groundUploads();
        QCOMPARE(overlays, std::uint64_t(2));
        QCOMPARE(grounds, std::uint64_t(1));
        // New pictures alone, and none at all.
        for (int round = 0; round < 3; ++round) {
            feeds.put(0, flat(61 + round));
            wall.gl.damage(wall.raster.takePictures(Qt::LeftToRight));
            static_cast<void>(wall.drawn());
        }
        QCOMPARE(wall.gl.overlayUploads(), overlays);
        QCOMPARE(wall.gl.groundUploads(), grounds);
        // A bar of one tile moves.
        feeds.setBars(1, -3);
        wall.look();
        static_cast<void>(wall.drawn());
        QCOMPARE(wall.gl.overlayUploads(), overlays + 1);
        QCOMPARE(wall.gl.groundUploads(), grounds);
        // Another tally: the strip and the frame.
        feeds.model.item(0)->setData(int(TileTally::Program), WallRole::Tally);
        wall.gl.damage(wall.stage.rect(0));
        const QRect strip = wall.stage.box(0)->label;
        QVERIFY(difference(wall.drawn(), wall.painted(), strip).most <= 2);
        QCOMPARE(wall.gl.groundUploads(), grounds + 1);
    }

    void aFeedThatStandsNowhereAnyMoreLeavesTheCard()
    {
        Feeds feeds(1);
        std::weak_ptr<FeedTextures> textures;
        {
            TwoWalls wall(feeds, {}, {640, 360}, *m_card, media::PictureForm::Planes);
            feeds.put(0, flat(60));
            wall.look();
            static_cast<void>(wall.drawn());
            textures = PictureStore::current().of(feeds.pictures[0].get());
            QVERIFY(!textures.expired());
        }
        QVERIFY(textures.expired());
    }

    void aWindowIsDrawnByOpenGlAndAsksForPlanes()
    {
        Feeds feeds(1);
        Window window(feeds, m_driver);
        QTRY_VERIFY(window.canvas.gl() && window.canvas.isVisible());
        QVERIFY(feeds.pictures[0]->demands().form() == media::PictureForm::DevicePlanes);
        feeds.put(0, flat(120));
        QTRY_COMPARE(window.grey(), grey120);
        QVERIFY(window.canvas.isDrawnByGl());
        QVERIFY(window.canvas.gl()->counts().planes >= 1);
        WallDriver painted;
        Window other(feeds, painted);
        feeds.put(0, flat(120));
        QTRY_COMPARE(other.grey(), grey120);
        // The same window in every pixel; the painted one shows the picture through the scaler.
        window.canvas.clearFocus();
        other.canvas.clearFocus();
        window.canvas.refresh();
        const Difference found =
            difference(window.canvas.grab().toImage().convertToFormat(QImage::Format_RGB32),
                       other.canvas.grab().toImage().convertToFormat(QImage::Format_RGB32), window.canvas.rect());
        QVERIFY2(found.mean < 0.5, qPrintable(QString::number(found.mean)));
    }

    void aPictureOfAGpuThatLendsNothingIsCopiedAndCountedAndTheNextOnesAreAskedForInMemory()
    {
        Feeds feeds(1);
        Window window(feeds, m_driver);
        media::VideoFrame far;
        far.sourceSize = {320, 180};
        far.planes = std::make_shared<FarPlanes>();
        feeds.put(0, std::move(far));
        QTRY_COMPARE(window.grey(), 150);
        QCOMPARE(window.canvas.gl()->counts().copied, std::uint64_t(1));
        QCOMPARE(window.canvas.gl()->counts().imported, std::uint64_t(0));
        QTRY_VERIFY(feeds.pictures[0]->demands().form() == media::PictureForm::Planes);
        QVERIFY(window.canvas.isDrawnByGl());
        QVERIFY2(window.canvas.driverText().contains(QStringLiteral("Pictures of the GPU are copied")),
                 qPrintable(window.canvas.driverText()));
    }

    void aHiddenWallHoldsNoPictureOfAGpu()
    {
        Feeds feeds(1);
        Window window(feeds, m_driver);
        const auto planes = std::make_shared<FarPlanes>();
        std::weak_ptr<FarPlanes> held = planes;
        {
            media::VideoFrame far;
            far.sourceSize = {320, 180};
            far.planes = planes;
            feeds.put(0, std::move(far));
        }
        QTRY_COMPARE(window.grey(), 150);
        QCOMPARE(planes.use_count() > 1, true);
        window.canvas.hide();
        feeds.pictures[0]->clear();
        QTRY_COMPARE(planes.use_count(), 1L);
    }

    void twoWindowsUploadAPictureOnce()
    {
        Feeds feeds(1);
        Window one(feeds, m_driver);
        Window two(feeds, m_driver);
        feeds.put(0, flat(120));
        QTRY_COMPARE(one.grey(), grey120);
        QTRY_COMPARE(two.grey(), grey120);
        QCOMPARE(one.canvas.gl()->counts().planes, std::uint64_t(1));
        QCOMPARE(two.canvas.gl()->counts().planes, std::uint64_t(1));
    }

    void aShaderThatDoesNotCompileLeavesTheWallPainted()
    {
        WallShaders broken = WallShaders::ours();
        broken.picture = "this is no shader";
        Feeds feeds(1);
        feeds.put(0, flat(120));
        Window window(feeds, m_driver, broken);
        QSignalSpy failed(&window.canvas, &WallCanvas::driverFailed);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!window.canvas.isDrawnByGl());
        QVERIFY2(window.canvas.driverText().contains(QStringLiteral("A shader did not compile")),
                 qPrintable(window.canvas.driverText()));
        QCOMPARE(window.grey(), grey120); // the picture that was there, though it came as planes
        QVERIFY(feeds.pictures[0]->demands().form() == media::PictureForm::Rgb);
    }

    void aCardThatIsResetLeavesTheWallPaintedWithTheSamePicture()
    {
        Feeds feeds(1);
        Window window(feeds, m_driver);
        feeds.put(0, flat(120));
        QTRY_COMPARE(window.grey(), grey120);
        QSignalSpy failed(&window.canvas, &WallCanvas::driverFailed);
        window.canvas.gl()->setCardState([] { return GLenum(0x8253); }); // GL_GUILTY_CONTEXT_RESET
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(window.canvas.driverText().contains(QStringLiteral("was reset")));
        QVERIFY(!window.canvas.gl());
        QCOMPARE(window.grey(), grey120);
        feeds.clock.advance(40ms);
        feeds.put(0, flat(200));
        QTRY_VERIFY(window.grey() > 200);
    }

    void picturesAreWrittenByOtherThreadsAndDrawnByOne()
    {
        Feeds feeds(1);
        Window window(feeds, m_driver);
        QTRY_VERIFY(window.canvas.gl());
        std::atomic<bool> ends = false;
        std::thread writer([&] {
            for (std::uint64_t number = 1; !ends; ++number) {
                auto frame = std::make_shared<media::VideoFrame>(flat(int(number % 200)));
                frame->arrived = feeds.clock.now() + std::chrono::microseconds(number);
                feeds.pictures[0]->put(frame);
                std::this_thread::yield();
            }
        });
        // An upload from another thread than this one stops the program (FeedTextures::show).
        const bool drawn = QTest::qWaitFor([&] { return window.canvas.gl()->counts().planes > 10; }, 20000);
        ends = true;
        writer.join();
        QVERIFY(drawn);
    }
};

int main(int argc, char **argv)
{
    prepareWallDriver();
    QApplication application(argc, argv);
    applyTheme(application);
    WallGlUploadsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "wall_gl_uploads_test.moc"
