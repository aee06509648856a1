// From coded samples to the colours of a screen: BT.601, 709 and 2020, both ranges, 8 and 10 bit, HLG and PQ.

#include "media/decode/picture_colour.h"
#include "media/decode/picture_scaler.h"
#include "support/encoded_clip.h"

#include <QColor>
#include <QImage>
#include <QTest>

#include <cmath>

using namespace gantry::media;
using clips::Picture;

class PictureColoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coloursAreThoseOfTheStandard_data()
    {
        QTest::addColumn<int>("space");
        QTest::addColumn<double>("kr");
        QTest::addColumn<double>("kb");
        QTest::addColumn<bool>("full");
        QTest::addColumn<int>("format");
        struct Space
        {
            const char *name;
            AVColorSpace space;
            double kr, kb;
        };
        for (const Space &space :
             {Space{"BT.601", AVCOL_SPC_SMPTE170M, 0.299, 0.114}, Space{"BT.709", AVCOL_SPC_BT709, 0.2126, 0.0722},
              Space{"BT.2020", AVCOL_SPC_BT2020_NCL, 0.2627, 0.0593}})
            for (const bool full : {false, true})
                for (const auto &[name, format] :
                     {std::pair{"8", AV_PIX_FMT_YUV420P}, std::pair{"10", AV_PIX_FMT_YUV420P10LE},
                      std::pair{"NV12", AV_PIX_FMT_NV12}, std::pair{"P010", AV_PIX_FMT_P010LE},
                      std::pair{"4:2:2 10", AV_PIX_FMT_YUV422P10LE}})
                    QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3")
                                                 .arg(QLatin1String(space.name),
                                                      QLatin1String(full ? "full" : "limited"), QLatin1String(name))))
                        << int(space.space) << space.kr << space.kb << full << int(format);
    }
    void coloursAreThoseOfTheStandard()
    {
        QFETCH(int, space);
        QFETCH(double, kr);
        QFETCH(double, kb);
        QFETCH(bool, full);
        QFETCH(int, format);
        const AVPixFmtDescriptor *samples = av_pix_fmt_desc_get(AVPixelFormat(format));
        const int unit = 1 << (samples->comp[0].depth - 8);
        const double most = (1 << samples->comp[0].depth) - 1;
        for (const QColor &colour :
             {QColor(191, 0, 0), QColor(0, 191, 0), QColor(0, 0, 191), QColor(128, 128, 128), QColor(230, 180, 40)}) {
            const double r = colour.redF();
            const double g = colour.greenF();
            const double b = colour.blueF();
            const double y = kr * r + (1 - kr - kb) * g + kb * b;
            const double u = (b - y) / (2 * (1 - kb));
            const double v = (r - y) / (2 * (1 - kr));
            const auto luma = int(std::lround(full ? most * y : unit * (16 + 219 * y)));
            const auto chroma = [&](double value) {
                return int(std::lround(full ? most * value + 128 * unit : unit * (128 + 224 * value)));
            };
            Picture made({320, 180}, AVPixelFormat(format));
            fillAny(*made.frame, *samples, luma, chroma(u), chroma(v));
            made.frame->colorspace = AVColorSpace(space);
            made.frame->color_primaries = AVCOL_PRI_BT709; // so that only matrix and range are looked at
            made.frame->color_range = full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
            PictureScaler scaler;
            const QColor shown(scaler.scaled(*made.frame, {160, 90}).pixel(80, 45));
            QVERIFY2(std::abs(shown.red() - colour.red()) <= 4 && std::abs(shown.green() - colour.green()) <= 4 &&
                         std::abs(shown.blue() - colour.blue()) <= 4,
                     qPrintable(shown.name() + QStringLiteral(" for ") + colour.name()));
        }
    }
    void wideColoursAreBroughtIntoTheScreens()
    {
        // Grey stays grey, and a saturated green of BT.2020 is beyond BT.709: full green, no red or blue.
        const auto shownOf = [](int y, int u, int v) {
            Picture made({320, 180}, AV_PIX_FMT_YUV420P10LE);
            clips::fill(*made.frame, y, u, v);
            made.frame->colorspace = AVCOL_SPC_BT2020_NCL;
            made.frame->color_primaries = AVCOL_PRI_BT2020;
            made.frame->color_trc = AVCOL_TRC_BT2020_10;
            PictureScaler scaler;
            return QColor(scaler.scaled(*made.frame, {160, 90}).pixel(80, 45));
        };
        const QColor grey = shownOf(64 + 438, 512, 512);
        QVERIFY2(std::abs(grey.red() - 128) <= 3 && std::abs(grey.green() - 128) <= 3 &&
                     std::abs(grey.blue() - 128) <= 3,
                 qPrintable(grey.name()));
        const QColor green =
            shownOf(int(64 + 876 * 0.678), int(512 - 896 * 0.678 / 1.8814), int(512 - 896 * 0.678 / 1.4746));
        QVERIFY2(green.red() <= 4 && green.green() >= 250 && green.blue() <= 40, qPrintable(green.name()));
    }
    // ITU-R BT.2408: an 18 % grey card is 38 % of either signal and 26 cd/m2; reference white 75 % HLG, 58 % PQ, 203
    // cd/m2.
    void greyCardAndReferenceWhiteOfHdrAreSensibleInSdr_data()
    {
        QTest::addColumn<int>("transfer");
        QTest::addColumn<double>("white");
        QTest::newRow("HLG") << int(AVCOL_TRC_ARIB_STD_B67) << 0.75;
        QTest::newRow("PQ") << int(AVCOL_TRC_SMPTE2084) << 0.58;
    }
    void greyCardAndReferenceWhiteOfHdrAreSensibleInSdr()
    {
        QFETCH(int, transfer);
        QFETCH(double, white);
        const auto shownOf = [&](double signal) {
            Picture made({320, 180}, AV_PIX_FMT_YUV420P10LE);
            clips::fill(*made.frame, int(std::lround(64 + 876 * signal)), 512, 512);
            made.frame->colorspace = AVCOL_SPC_BT2020_NCL;
            made.frame->color_primaries = AVCOL_PRI_BT2020;
            made.frame->color_trc = AVColorTransferCharacteristic(transfer);
            PictureScaler scaler;
            return QColor(scaler.scaled(*made.frame, {160, 90}).pixel(80, 45));
        };
        QVERIFY(shownOf(0).red() <= 2);
        const QColor card = shownOf(0.38);
        QVERIFY2(card.red() >= 98 && card.red() <= 118, qPrintable(card.name())); // 42 % of an SDR signal
        QVERIFY(std::abs(card.red() - card.green()) <= 2 && std::abs(card.green() - card.blue()) <= 2);
        const QColor paper = shownOf(white);
        QVERIFY2(paper.red() >= 235 && paper.red() <= 252, qPrintable(paper.name()));
        QVERIFY(shownOf(1).red() >= 253);
        for (double signal = 0; signal < 0.95; signal += 0.05) // and what is brighter is never darker
            QVERIFY(shownOf(signal).red() <= shownOf(signal + 0.05).red());
        Picture tagged({320, 180}, AV_PIX_FMT_YUV420P10LE);
        tagged.frame->colorspace = AVCOL_SPC_BT2020_NCL;
        tagged.frame->color_primaries = AVCOL_PRI_BT2020;
        tagged.frame->color_trc = AVColorTransferCharacteristic(transfer);
        QCOMPARE(nameOf(colourOf(*tagged.frame)),
                 QStringLiteral("BT.2020 ") + QString::fromLatin1(QTest::currentDataTag()));
        tagged.frame->color_range = AVCOL_RANGE_JPEG;
        QVERIFY(nameOf(colourOf(*tagged.frame)).endsWith(QStringLiteral(" full range")));
    }

private:
    static void fillAny(AVFrame &frame, const AVPixFmtDescriptor &samples, int y, int u, int v)
    {
        if (samples.comp[2].plane == 2) {
            clips::fill(frame, y, u, v);
            return;
        }
        // Semi-planar: chroma in pairs; P010 keeps its bits at the top.
        const int shift = samples.comp[0].shift;
        for (int line = 0; line < frame.height; ++line)
            for (int x = 0; x < frame.width; ++x)
                clips::setSample(frame, 0, x, line, y << shift);
        for (int line = 0; line < frame.height / 2; ++line)
            for (int x = 0; x < frame.width; ++x)
                clips::setSample(frame, 1, x, line, (x % 2 ? v : u) << shift);
    }
};

QTEST_GUILESS_MAIN(PictureColoursTest)
#include "picture_colours_test.moc"
