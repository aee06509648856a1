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
