#include "media/decode/picture_format.h"

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/hwcontext.h>
#include <libavutil/pixdesc.h>
#include <libavutil/version.h>
}

namespace gantry::media {
namespace {

QString chromaOf(const AVPixFmtDescriptor &samples)
{
    if (samples.nb_components < 3)
        return QStringLiteral("4:0:0");
    if (samples.flags & AV_PIX_FMT_FLAG_RGB)
        return QStringLiteral("RGB");
    if (samples.log2_chroma_h > 0)
        return samples.log2_chroma_w > 1 ? QStringLiteral("4:1:0") : QStringLiteral("4:2:0");
    if (samples.log2_chroma_w > 1)
        return QStringLiteral("4:1:1");
    return samples.log2_chroma_w == 1 ? QStringLiteral("4:2:2") : QStringLiteral("4:4:4");
}

} // namespace

bool isInterlaced(const AVFrame &frame)
{
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
    return (frame.flags & AV_FRAME_FLAG_INTERLACED) != 0;
#else
    return frame.interlaced_frame != 0;
#endif
}

bool isTopFieldFirst(const AVFrame &frame)
{
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
    return (frame.flags & AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
#else
    return frame.top_field_first != 0;
#endif
}

int sampleFormat(const AVFrame &frame)
{
    if (frame.hw_frames_ctx)
        return reinterpret_cast<const AVHWFramesContext *>(frame.hw_frames_ctx->data)->sw_format;
    return frame.format;
}

void PictureFormat::describe(const AVFrame &frame, VideoFormat &format)
{
    const int samples = sampleFormat(frame);
    const PictureColour colour = colourOf(frame);
    if (samples != m_samples || !(colour == m_colour) || !m_colourName) {
        m_samples = samples;
        m_colour = colour;
        m_colourName = nameOf(colour);
        m_bitDepth.reset();
        m_chroma.reset();
        if (const AVPixFmtDescriptor *known = av_pix_fmt_desc_get(AVPixelFormat(samples))) {
            m_bitDepth = known->comp[0].depth;
            m_chroma = chromaOf(*known);
        }
    }
    format.bitDepth = m_bitDepth;
    format.chroma = m_chroma;
    format.colour = m_colourName;
    format.interlaced = isInterlaced(frame);
}

} // namespace gantry::media
