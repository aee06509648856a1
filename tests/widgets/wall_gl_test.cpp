// The wall that OpenGL draws is the wall that QPainter paints, picture by picture; and colours come out as the
// standards say. On whatever OpenGL there is, Mesa's software too.

#include "media/decode/picture_scaler.h"
#include "tests/widgets/gl_room.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_driver.h"
#include "widgets/wall/wall_presets.h"

#include <QApplication>

#include <array>
#include <cmath>

extern "C" {
#include <libavutil/pixdesc.h>
}

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

QImage pattern(QSize size, int seed, bool smooth)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y,
                           smooth ? qRgb(x * 255 / size.width(), y * 255 / size.height(), seed * 20 % 256)
                                  : qRgb((x * 7 + seed * 40) % 256, (y * 5) % 256, (x + y) * 3 % 256));
    return image;
}

WallPlan alone()
{
    return *presetPlan(QStringLiteral("1"), {QStringLiteral("CAM 1")});
}

constexpr int blocks = 8; // a side
constexpr int block = 16; // pixels

std::array<int, 3> codesOf(int column, int row, int bits)
{
    const int unit = 1 << (bits - 8);
    return {(16 + 27 * column) * unit, (40 + 25 * row) * unit, (216 - 12 * column - 10 * row) * unit};
}

void setSample(AVFrame &frame, int component, int x, int y, int code)
{
    const AVComponentDescriptor &part = av_pix_fmt_desc_get(AVPixelFormat(frame.format))->comp[component];
    std::uint8_t *at = frame.data[part.plane] + y * frame.linesize[part.plane] + x * part.step + part.offset;
    if (part.depth > 8) {
        const auto word = std::uint16_t(code << part.shift);
        std::memcpy(at, &word, sizeof word);
    } else {
        *at = std::uint8_t(code);
    }
}

// Blocks of flat colours, so that no filter has a say.
media::AvFramePointer blockFrame(AVPixelFormat format)
{
    media::AvFramePointer frame = avFrame(format, {blocks * block, blocks * block});
    const AVPixFmtDescriptor &known = *av_pix_fmt_desc_get(format);
    for (int component = 0; component < 3; ++component) {
        const int across = component == 0 ? 0 : known.log2_chroma_w;
        const int down = component == 0 ? 0 : known.log2_chroma_h;
        for (int y = 0; y < frame->height >> down; ++y)
            for (int x = 0; x < frame->width >> across; ++x)
                setSample(
                    *frame, component, x, y,
                    codesOf((x << across) / block, (y << down) / block, known.comp[0].depth)[std::size_t(component)]);
    }
    return frame;
}

// By the definitions of BT.601, BT.709 and BT.2020.
std::array<double, 3> reference(const std::array<int, 3> &codes, int bits, double kr, double kb, bool full)
{
    const double unit = std::pow(2, bits - 8);
    const double top = std::pow(2, bits) - 1;
    const double luma = full ? codes[0] / top : (codes[0] / unit - 16) / 219;
    const double cb = full ? (codes[1] - 128 * unit) / top : (codes[1] / unit - 128) / 224;
    const double cr = full ? (codes[2] - 128 * unit) / top : (codes[2] / unit - 128) / 224;
    const double red = luma + 2 * (1 - kr) * cr;
    const double blue = luma + 2 * (1 - kb) * cb;
    const double green = (luma - kr * red - kb * blue) / (1 - kr - kb);
    std::array<double, 3> rgb{red, green, blue};
    for (double &each : rgb)
        each = std::clamp(each, 0.0, 1.0) * 255;
    return rgb;
}

} // namespace

class WallGlTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Card> m_card;

private Q_SLOTS:
    void initTestCase()
    {
        const WallDriver driver = wallDriver();
        if (!driver.gl)
            QSKIP(qPrintable(driver.why));
        m_card = std::make_unique<Card>();
        QVERIFY(m_card->made);
        qInfo("%s", qPrintable(driver.sentence()));
    }
    void cleanupTestCase() { m_card.reset(); }

    void coloursAreThoseOfTheStandards_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("space");
        QTest::addColumn<double>("kr");
        QTest::addColumn<double>("kb");
        struct Space
        {
            const char *name;
            AVColorSpace space;
            double kr;
            double kb;
        };
        for (const AVPixelFormat format : {AV_PIX_FMT_YUV420P, AV_PIX_FMT_NV12, AV_PIX_FMT_YUV420P10LE,
                                           AV_PIX_FMT_P010LE, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUV444P10LE})
            for (const Space &each :
                 {Space{"BT.601", AVCOL_SPC_SMPTE170M, 0.299, 0.114}, Space{"BT.709", AVCOL_SPC_BT709, 0.2126, 0.0722},
                  Space{"BT.2020", AVCOL_SPC_BT2020_NCL, 0.2627, 0.0593}})
                QTest::newRow(qPrintable(
                    QStringLiteral("%1 %2").arg(QLatin1String(av_get_pix_fmt_name(format)), QLatin1String(each.name))))
                    << int(format) << int(each.space) << each.kr << each.kb;
    }
    void coloursAreThoseOfTheStandards()
    {
        QFETCH(int, format);
        QFETCH(int, space);
        QFETCH(double, kr);
        QFETCH(double, kb);
        Feeds feeds(1);
        TwoWalls walls(feeds, alone(), {640, 360}, *m_card, media::PictureForm::Planes);
        for (const bool full : {false, true}) {
            const media::AvFramePointer frame = blockFrame(AVPixelFormat(format));
            frame->colorspace = AVColorSpace(space);
            frame->color_range = full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
            feeds.clock.advance(40ms);
            feeds.put(0, planesOf(*frame));
            walls.look();
            const QImage image = walls.drawn();
            const QRect place = walls.pictureOf(0, {frame->width, frame->height});
            const int bits = av_pix_fmt_desc_get(AVPixelFormat(format))->comp[0].depth;
            double most = 0;
            for (int row = 0; row < blocks; ++row)
                for (int column = 0; column < blocks; ++column) {
                    const QRgb got = image.pixel(place.left() + place.width() * (2 * column + 1) / (2 * blocks),
                                                 place.top() + place.height() * (2 * row + 1) / (2 * blocks));
                    const auto right = reference(codesOf(column, row, bits), bits, kr, kb, full);
                    most = std::max({most, std::abs(qRed(got) - right[0]), std::abs(qGreen(got) - right[1]),
                                     std::abs(qBlue(got) - right[2])});
                }
            QVERIFY2(most <= 1.5, qPrintable(QStringLiteral("off by %1").arg(most)));
        }
        QCOMPARE(walls.gl.counts().planes, std::uint64_t(2));
    }

    void theWallLooksAsItIsPainted_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<int>("feeds");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("most");
        QTest::addColumn<double>("mean");
        QTest::newRow("one") << QStringLiteral("1") << 1 << 1.0 << 2 << 0.3;
        QTest::newRow("2x2") << QStringLiteral("2x2") << 4 << 1.0 << 2 << 0.3;
        QTest::newRow("2x2 at 150 %") << QStringLiteral("2x2") << 4 << 1.5 << 255 << 0.8;
        QTest::newRow("2x2 at 200 %") << QStringLiteral("2x2") << 4 << 2.0 << 2 << 0.3;
        QTest::newRow("1+5, one cell empty") << QStringLiteral("1+5") << 5 << 1.0 << 5 << 0.6;
        QTest::newRow("6x6") << QStringLiteral("6x6") << 36 << 1.0 << 2 << 0.3;
        QTest::newRow("upright") << QStringLiteral("columns") << 3 << 1.0 << 2 << 0.3;
        QTest::newRow("no feeds") << QStringLiteral("automatic") << 0 << 1.0 << 2 << 0.3;
    }
    // At 150 % QPainter sets what lies between pixels a little softer; in 1+5 the program cell enlarges a small
    // picture. Borders, strips, tally, overlays at part strength, dimmed pictures: all of it, to within rounding.
    void theWallLooksAsItIsPainted()
    {
        QFETCH(QString, preset);
        QFETCH(int, feeds);
        QFETCH(double, ratio);
        QFETCH(int, most);
        QFETCH(double, mean);
        Feeds room(feeds);
        QStringList names;
        for (int i = 0; i < feeds; ++i)
            names.append(room.model.item(i)->text());
        TwoWalls walls(room, *presetPlan(preset, names), {1280, 720}, *m_card, media::PictureForm::Planes);
        walls.words = {feeds > 1 ? 1 : -1, true, WallGuide::SafeAreas, Qt::LeftToRight, QStringLiteral("No feeds")};
        for (int i = 0; i < feeds; ++i) {
            room.setBars(i, -12.0F - float(i % 5));
            // As a decode thread would have made it for its place.
            const int cell = walls.cells.cellOfRow(i);
            if (cell < 0 || i % 7 == 3)
                continue; // one without a picture
            const QSizeF place = pictureRoom(*walls.stage.box(cell)).size() * ratio;
            media::VideoFrame frame;
            frame.picture = pattern(place.toSize(), i, ratio == 1.5);
            frame.sourceSize = frame.picture.size();
            room.put(i, std::move(frame));
        }
        walls.look();
        for (const auto age : {0ms, 500ms, 1500ms}) { // fresh, stalled, no signal
            room.clock.advance(age);
            walls.look();
            const QImage drawn = walls.drawn(ratio);
            const QImage painted = walls.painted(ratio);
            const Difference all = difference(drawn, painted, painted.rect());
            QVERIFY2(all.most <= most && all.mean < mean,
                     qPrintable(QStringLiteral("after %1 ms %2 at most, %3 on average")
                                    .arg(age.count())
                                    .arg(all.most)
                                    .arg(all.mean)));
        }
    }

    void aPictureOfAnotherShapeStandsInTheMiddleWithItsTrueAspect()
    {
        Feeds feeds(1);
        TwoWalls walls(feeds, alone(), {640, 400}, *m_card, media::PictureForm::Planes);
        media::VideoFrame frame = planesOf(*greyFrame({360, 288}, [](int, int) { return 235; }));
        frame.sourceSize = {480, 288}; // wide pixels
        feeds.put(0, std::move(frame));
        walls.look();
        const QImage image = walls.drawn();
        const QRect place = walls.pictureOf(0, {480, 288});
        const int y = place.center().y();
        QCOMPARE(qGray(image.pixel(place.left(), y)), 255);
        QCOMPARE(qGray(image.pixel(place.right(), y)), 255);
        QCOMPARE(image.pixelColor(place.left() - 1, y), palette::picture);
        QCOMPARE(image.pixelColor(place.right() + 1, y), palette::picture);
    }

    void aSmallPictureIsTheMeanOfWhatLiesBelowIt_data()
    {
        QTest::addColumn<QSize>("source");
        QTest::newRow("720p") << QSize(1280, 720);
        QTest::newRow("1080p") << QSize(1920, 1080);
        QTest::newRow("UHD") << QSize(3840, 2160);
        QTest::newRow("smaller than its place") << QSize(160, 90);
    }
    void aSmallPictureIsTheMeanOfWhatLiesBelowIt()
    {
        QFETCH(QSize, source);
        Feeds feeds(1);
        TwoWalls walls(feeds, alone(), {320, 220}, *m_card, media::PictureForm::Planes);
        const double across = 2 * M_PI / source.width();
        const media::AvFramePointer smooth = greyFrame(source, [&](int x, int y) {
            return int(std::lround(126 + 90 * std::sin(3 * x * across) * std::cos(2 * y * across)));
        });
        feeds.put(0, planesOf(*smooth));
        walls.look();
        const QImage drawn = walls.drawn();
        const QRect place = walls.pictureOf(0, source);
        media::PictureScaler scaler;
        const QImage scaled = scaler.scaled(*smooth, place.size());
        QCOMPARE(scaled.size(), place.size());
        const QRect inner = QRect({}, place.size()).adjusted(2, 2, -2, -2) - QMargins(40, 40, 40, 40);
        const Difference found = difference(drawn.copy(place), scaled, inner);
        QVERIFY2(found.most <= 5 && found.mean < 1.5,
                 qPrintable(QStringLiteral("%1 at most, %2 on average").arg(found.most).arg(found.mean)));
    }

    void fineStripesBecomeGreyInsteadOfNewStripes()
    {
        const QSize source(1280, 720);
        Feeds feeds(1);
        TwoWalls walls(feeds, alone(), {330, 240}, *m_card, media::PictureForm::Planes);
        const media::AvFramePointer frame = greyFrame(source, [](int x, int) { return x % 3 == 0 ? 235 : 16; });
        feeds.put(0, planesOf(*frame));
        walls.look();
        const QImage drawn = walls.drawn();
        const QRect place = walls.pictureOf(0, source);
        const QImage painted = media::PictureScaler().scaled(*frame, place.size());
        // What the mean over a pixel leaves of them is as much as it leaves in the painted picture.
        const auto contrast = [&](const QImage &image, QPoint corner) {
            int darkest = 255;
            int brightest = 0;
            for (int x = 60; x < place.width() - 60; ++x) {
                const int grey = qGray(image.pixel(corner + QPoint(x, place.height() / 2 + 20)));
                darkest = std::min(darkest, grey);
                brightest = std::max(brightest, grey);
            }
            return brightest - darkest;
        };
        const int ours = contrast(drawn, place.topLeft());
        const int theirs = contrast(painted, {});
        QVERIFY2(ours <= theirs + 12, qPrintable(QStringLiteral("%1 beside %2").arg(ours).arg(theirs)));
    }

    void whatStandsInNoPictureIsDrawnToo()
    {
        Feeds feeds(2);
        feeds.model.item(0)->setData(int(TileAlarm::Major), WallRole::Alarm);
        feeds.model.item(0)->setData(QStringLiteral("Black"), WallRole::AlarmWord);
        WallPlan plan{QStringLiteral("test"), {2, 2}, {}};
        plan.cells = {{{0, 0, 1, 1}, {CellKind::Feed, QStringLiteral("CAM 1")}},
                      {{1, 0, 1, 1}, {CellKind::Feed, QStringLiteral("nobody")}},
                      {{0, 1, 1, 1}, {CellKind::Clock, QStringLiteral("utc")}}};
        TwoWalls walls(feeds, plan, {900, 500}, *m_card, media::PictureForm::Planes);
        walls.words.selected = 2;
        walls.look();
        QVERIFY(difference(walls.drawn(), walls.painted(), walls.wall).most <= 2);
        // Another cell is selected: only the ground changes, where it is told.
        walls.words.selected = 0;
        walls.gl.damage(walls.wall);
        QVERIFY(difference(walls.drawn(), walls.painted(), walls.wall).most <= 2);
    }
};

int main(int argc, char **argv)
{
    prepareWallDriver();
    QApplication application(argc, argv);
    applyTheme(application);
    WallGlTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "wall_gl_test.moc"
