// The quick way from a decoded picture to a tile, against the same in exact arithmetic.

#include "media/decode/box_scaler.h"

#include <QColor>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

extern "C" {
#include <libswscale/swscale.h>
}

using namespace gantry::media;

namespace {

using Fill = std::function<int(int x, int y)>;

struct Plane
{
    QSize size;
    int stride = 0;
    std::vector<std::uint8_t> bytes; // no more than libav promises: the lines themselves

    Plane(QSize size_, int padding, const Fill &fill) : size(size_), stride(size.width() + padding)
    {
        bytes.resize(std::size_t(stride) * std::size_t(size.height() - 1) + std::size_t(size.width()));
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x)
                bytes[std::size_t(y) * std::size_t(stride) + std::size_t(x)] = std::uint8_t(fill(x, y));
    }
    double at(int x, int y) const
    {
        return bytes[std::size_t(std::clamp(y, 0, size.height() - 1)) * std::size_t(stride) +
                     std::size_t(std::clamp(x, 0, size.width() - 1))];
    }
    // Mean of what pixel (x, y) of a picture of this size covers.
    double mean(int x, int y, QSize of) const
    {
        const auto span = [](int at, int from, int to) {
            const double step = double(from) / to;
            const double width = std::max(1.0, step);
            return std::pair((at + 0.5) * step - width / 2, (at + 0.5) * step + width / 2);
        };
        const auto [left, right] = span(x, size.width(), of.width());
        const auto [top, bottom] = span(y, size.height(), of.height());
        double sum = 0;
        double weight = 0;
        for (int row = int(std::floor(top)); row < bottom; ++row)
            for (int column = int(std::floor(left)); column < right; ++column) {
                const double share = (std::min(right, column + 1.0) - std::max(left, double(column))) *
                                     (std::min(bottom, row + 1.0) - std::max(top, double(row)));
                sum += at(column, row) * share;
                weight += share;
            }
        return sum / weight;
    }
};

struct Picture
{
    Plane y, u, v;
    Picture(QSize size, int padding, const Fill &luma, const Fill &cb, const Fill &cr)
        : y(size, padding, luma), u(half(size), padding, cb), v(half(size), padding, cr)
    {
    }
    static QSize half(QSize size) { return {(size.width() + 1) / 2, (size.height() + 1) / 2}; }
    BoxScaler::Source source() const
    {
        return {{y.bytes.data(), u.bytes.data(), v.bytes.data()}, {y.stride, u.stride, v.stride}, y.size};
    }
};

QImage scaled(BoxScaler &scaler, const Picture &picture, QSize to, const PictureColour &colour)
{
    QImage image((to.width() + 15) / 16 * 16, to.height(), QImage::Format_RGB32);
    scaler.scale(picture.source(), to, colour, image.bits(), int(image.bytesPerLine()));
    return image.copy(QRect(QPoint(0, 0), to));
}

// Largest and mean distance of a channel from exact arithmetic.
std::pair<double, double> distance(const QImage &image, const Picture &picture, const PictureColour &colour)
{
    struct Weights
    {
        double red, blue;
    };
    const Weights w = colour.matrix == SWS_CS_ITU709   ? Weights{0.2126, 0.0722}
                      : colour.matrix == SWS_CS_BT2020 ? Weights{0.2627, 0.0593}
                                                       : Weights{0.299, 0.114};
    const double green = 1 - w.red - w.blue;
    double worst = 0;
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QSize wide((image.width() + 1) / 2, image.height()); // one sample of colour for two pixels
            const double luma =
                (picture.y.mean(x, y, image.size()) - (colour.fullRange ? 0 : 16)) / (colour.fullRange ? 255 : 219);
            const double span = colour.fullRange ? 255 : 224;
            const double cb = (picture.u.mean(x / 2, y, wide) - 128) / span;
            const double cr = (picture.v.mean(x / 2, y, wide) - 128) / span;
            const double r = luma + 2 * (1 - w.red) * cr;
            const double b = luma + 2 * (1 - w.blue) * cb;
            const double g = (luma - w.red * r - w.blue * b) / green;
            const QColor made = image.pixelColor(x, y);
            const auto compare = [&](double exact, int channel) {
                const double off = std::abs(std::clamp(exact * 255, 0.0, 255.0) - channel);
                worst = std::max(worst, off);
                sum += off / 3;
            };
            compare(r, made.red());
            compare(g, made.green());
            compare(b, made.blue());
        }
    return {worst, sum / (double(image.width()) * image.height())};
}

} // namespace

class BoxScalerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!BoxScaler::serves({1280, 720}, {640, 360}))
            QSKIP("this machine has no AVX2");
    }
    void itServesWhatGetsSmallerBothWays()
    {
        QVERIFY(BoxScaler::serves({1280, 720}, {1280, 720}));
        QVERIFY(!BoxScaler::serves({1280, 720}, {1281, 720}));
        QVERIFY(!BoxScaler::serves({720, 576}, {640, 577}));
        QVERIFY(!BoxScaler::serves({3840, 2160}, {100, 56}));
        QVERIFY(!BoxScaler::serves({16, 16}, {4, 4}));
    }
    void aSmoothPictureIsWithinFourOfExactArithmetic_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("to");
        QTest::addColumn<int>("matrix");
        QTest::addColumn<bool>("fullRange");
        QTest::newRow("half") << QSize(320, 180) << QSize(160, 90) << int(SWS_CS_ITU709) << false;
        QTest::newRow("a tile of four") << QSize(1280, 720) << QSize(610, 343) << int(SWS_CS_ITU709) << false;
        QTest::newRow("a tile of nine") << QSize(1280, 720) << QSize(403, 227) << int(SWS_CS_ITU709) << false;
        QTest::newRow("one to one") << QSize(320, 180) << QSize(320, 180) << int(SWS_CS_ITU709) << true;
        QTest::newRow("a little") << QSize(321, 181) << QSize(319, 180) << int(SWS_CS_ITU601) << false;
        QTest::newRow("wide gamut") << QSize(640, 360) << QSize(333, 187) << int(SWS_CS_BT2020) << false;
        QTest::newRow("full range") << QSize(640, 480) << QSize(480, 360) << int(SWS_CS_ITU601) << true;
        QTest::newRow("odd") << QSize(639, 359) << QSize(101, 57) << int(SWS_CS_ITU709) << false;
        QTest::newRow("far") << QSize(1920, 1080) << QSize(160, 90) << int(SWS_CS_ITU709) << false;
    }
    void aSmoothPictureIsWithinFourOfExactArithmetic()
    {
        QFETCH(QSize, from);
        QFETCH(QSize, to);
        QFETCH(int, matrix);
        QFETCH(bool, fullRange);
        const auto ramp = [](int length, int low, int high) {
            return [=](int at) { return low + (high - low) * at / std::max(1, length - 1); };
        };
        const auto across = ramp(from.width(), 40, 210);
        const auto down = ramp((from.height() + 1) / 2, 90, 160);
        const auto back = ramp((from.width() + 1) / 2, 165, 95);
        const Picture picture(
            from, 7, [&](int x, int) { return across(x); }, [&](int, int y) { return down(y); },
            [&](int x, int) { return back(x); });
        const PictureColour colour{matrix, fullRange};
        BoxScaler scaler;
        const auto [worst, mean] = distance(scaled(scaler, picture, to, colour), picture, colour);
        QVERIFY2(worst <= 4, qPrintable(QString::number(worst)));
        QVERIFY2(mean <= 1, qPrintable(QString::number(mean)));
    }
    void noiseIsAveragedAsAreasAre()
    {
        std::minstd_rand random(1);
        const auto noise = [&](int, int) { return int(16 + random() % 220); };
        const Picture picture(
            {640, 360}, 0, noise, [](int, int) { return 128; }, [](int, int) { return 128; });
        const PictureColour colour{SWS_CS_ITU709, false};
        BoxScaler scaler;
        const auto [worst, mean] = distance(scaled(scaler, picture, {305, 171}, colour), picture, colour);
        QVERIFY2(worst <= 6 && mean <= 1.5, qPrintable(QStringLiteral("%1 %2").arg(worst).arg(mean)));
    }
    void aFlatPictureIsFlatInEverySize() // and stays within its buffers: read with AddressSanitizer
    {
        const auto flat = [](int value) { return [value](int, int) { return value; }; };
        const Picture picture({203, 115}, 0, flat(126), flat(128), flat(128));
        BoxScaler scaler;
        for (int width = 9; width <= 203; width += 7) {
            const QSize to(width, std::max(8, width * 115 / 203));
            const QImage image = scaled(scaler, picture, to, {SWS_CS_ITU709, false});
            for (int y = 0; y < to.height(); ++y)
                for (int x = 0; x < to.width(); ++x)
                    QVERIFY(image.pixel(x, y) == image.pixel(0, 0));
            QCOMPARE(qRed(image.pixel(0, 0)), 128);
        }
    }
    void oneScalerServesOneSizeAfterAnother()
    {
        const auto flat = [](int value) { return [value](int, int) { return value; }; };
        const Picture large({320, 180}, 0, flat(235), flat(128), flat(128));
        const Picture small({160, 90}, 0, flat(16), flat(128), flat(128));
        BoxScaler scaler;
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(qGreen(scaled(scaler, large, {100, 56}, {SWS_CS_ITU709, false}).pixel(99, 55)), 255);
            QCOMPARE(qGreen(scaled(scaler, small, {150, 84}, {SWS_CS_ITU709, false}).pixel(149, 83)), 0);
        }
    }
};

QTEST_GUILESS_MAIN(BoxScalerTest)
#include "box_scaler_test.moc"
