#include "media/decode/picture_colour.h"

#include <QString>

extern "C" {
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

namespace gantry::media {
namespace {

// Untagged pictures follow the size, as every player does: SD is BT.601, the rest BT.709.
int matrixOf(const AVFrame &frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return SWS_CS_ITU601;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    default:
        return frame.height > 576 || frame.width > 1024 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

// How much red and blue weigh in Y.
struct Weights
{
    double red;
    double blue;
};

Weights weightsOf(int matrix)
{
    switch (matrix) {
    case SWS_CS_ITU709:
        return {0.2126, 0.0722};
    case SWS_CS_BT2020:
        return {0.2627, 0.0593};
    case SWS_CS_SMPTE240M:
        return {0.212, 0.087};
    case SWS_CS_FCC:
        return {0.30, 0.11};
    default:
        return {0.299, 0.114};
    }
}

bool isFullRange(const AVFrame &frame)
{
    switch (frame.format) {
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUVJ444P:
        return true;
    default:
        return frame.color_range == AVCOL_RANGE_JPEG;
    }
}

} // namespace

PictureColour colourOf(const AVFrame &frame)
{
    PictureColour colour{matrixOf(frame), isFullRange(frame)};
    if (frame.color_trc == AVCOL_TRC_ARIB_STD_B67)
        colour.transfer = PictureColour::Transfer::Hlg;
    else if (frame.color_trc == AVCOL_TRC_SMPTE2084)
        colour.transfer = PictureColour::Transfer::Pq;
    colour.wide = frame.color_primaries == AVCOL_PRI_BT2020 ||
                  (frame.color_primaries == AVCOL_PRI_UNSPECIFIED && colour.matrix == SWS_CS_BT2020);
    return colour;
}

YuvMatrix yuvToRgb(const PictureColour &colour, int bits)
{
    const auto [red, blue] = weightsOf(colour.matrix);
    const double green = 1 - red - blue;
    const double top = double((1U << unsigned(bits)) - 1);
    const double unit = double(1U << unsigned(bits - 8)); // one step of 8 bits
    const double black = colour.fullRange ? 0 : 16 * unit / top;
    const double luma = colour.fullRange ? 1 : top / (219 * unit);
    const double chroma = colour.fullRange ? 1 : top / (224 * unit);
    const double middle = 128 * unit / top;
    const auto row = [&](double ofBlue, double ofRed) {
        const double cb = ofBlue * chroma;
        const double cr = ofRed * chroma;
        return std::array{float(luma), float(cb), float(cr), float(-black * luma - middle * (cb + cr))};
    };
    return {row(0, 2 * (1 - red)), row(-2 * (1 - blue) * blue / green, -2 * (1 - red) * red / green),
            row(2 * (1 - blue), 0)};
}

QString nameOf(const PictureColour &colour)
{
    QString name = QStringLiteral("BT.709");
    if (colour.matrix == SWS_CS_BT2020)
        name = QStringLiteral("BT.2020");
    else if (colour.matrix == SWS_CS_SMPTE240M)
        name = QStringLiteral("SMPTE 240M");
    else if (colour.matrix != SWS_CS_ITU709)
        name = QStringLiteral("BT.601");
    if (colour.transfer == PictureColour::Transfer::Hlg)
        name += QStringLiteral(" HLG");
    else if (colour.transfer == PictureColour::Transfer::Pq)
        name += QStringLiteral(" PQ");
    if (colour.fullRange)
        name += QStringLiteral(" full range");
    return name;
}

} // namespace gantry::media
