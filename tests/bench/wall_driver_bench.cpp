// What nine 720p pictures cost on a wall of 1280x720, from the decoder's planes to the last pixel, drawn by the OpenGL
// that is here against scaled and painted by the processor: why a wall without a card is painted. Needs a display:
//   GANTRY_WALL=gl xvfb-run build/bench/tests/bench/bench_wall_driver

#include "bench/bench_support.h"
#include "media/decode/picture_maker.h"
#include "tests/widgets/gl_room.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_driver.h"

#include <QApplication>

#include <random>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

constexpr int feedCount = 9;
constexpr int pictures = 60;
constexpr int rounds = 5;
constexpr QSize source{1280, 720};
constexpr QSize screen{1280, 720};

media::AvFramePointer noisy(unsigned seed)
{
    std::minstd_rand random(seed + 1);
    return greyFrame(source, [&](int x, int y) { return 16 + (x + y + int(random() & 31U)) % 200; });
}

// CPU milliseconds of one picture of the whole wall.
double millisecondsOf(const auto &work)
{
    std::vector<double> each;
    for (int round = 0; round < rounds; ++round) {
        const double before = bench::cpuSeconds();
        for (int i = 0; i < pictures; ++i)
            work(i);
        each.push_back((bench::cpuSeconds() - before) * 1000 / pictures);
    }
    return bench::median(each);
}

} // namespace

int main(int argc, char **argv)
{
    prepareWallDriver();
    QApplication application(argc, argv);
    applyTheme(application);
    const WallDriver driver = wallDriver();
    std::printf("%s\n", qPrintable(driver.sentence()));
    if (!driver.gl)
        return 0;
    const std::array<media::AvFramePointer, 2> frames{noisy(0), noisy(1)};
    Card card;
    Feeds feeds(feedCount);
    TwoWalls drawnWall(feeds, {}, screen, card, media::PictureForm::Planes);
    QOpenGLFramebufferObject target(screen);
    const double drawn = millisecondsOf([&](int picture) {
        feeds.clock.advance(33ms);
        for (int i = 0; i < feedCount; ++i)
            feeds.put(i, planesOf(*frames[std::size_t(picture % 2)]));
        drawnWall.look();
        target.bind();
        static_cast<void>(drawnWall.gl.draw(screen, drawnWall.wall, drawnWall.words));
        card.context.functions()->glFinish();
    });
    TwoWalls paintedWall(feeds, {}, screen, card, media::PictureForm::Rgb);
    QImage canvas(screen, QImage::Format_RGB32);
    std::array<media::PictureMaker, feedCount> makers;
    const double painted = millisecondsOf([&](int picture) {
        feeds.clock.advance(33ms);
        for (int i = 0; i < feedCount; ++i) {
            const QSize size = pictureRoom(*paintedWall.stage.box(i)).size().toSize();
            media::VideoFrame made;
            made.sourceSize = source;
            static_cast<void>(makers[std::size_t(i)].make(*frames[std::size_t(picture % 2)], {&size, 1}, made));
            feeds.put(i, std::move(made));
        }
        const QRegion stale = paintedWall.raster.takePictures(Qt::LeftToRight);
        QPainter painter(&canvas);
        painter.setClipRegion(stale);
        paintedWall.raster.paint(painter, stale, paintedWall.wall, paintedWall.words);
    });
    std::printf("nine 720p pictures on one wall of 1280x720, CPU ms: drawn by OpenGL %.1f, painted %.1f, %.1f times\n",
                drawn, painted, drawn / painted);
    return 0;
}
