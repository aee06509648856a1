#include "media/decode/decoded_planes.h"

#include "media/decode/picture_colour.h"
#include "media/decode/picture_format.h"
#include "media/decode/picture_scaler.h"
#include "media/decode/tone_map.h"
#include "media/frame/video_frame.h"

#include <bit>
#include <optional>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/hwcontext.h>
#include <libavutil/pixdesc.h>
}

namespace gantry::media {
namespace {

// A format whose samples a shader takes as they are.
struct Layout
{
    PlaneFormat format;
    int chromaWidth = 0; // shifts
    int chromaHeight = 0;
};

std::optional<Layout> layoutOf(int samples)
{
    const AVPixFmtDescriptor *known = av_pix_fmt_desc_get(AVPixelFormat(samples));
    constexpr std::uint64_t unfit = AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL |
                                    AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_ALPHA;
    if (!known || (known->flags & unfit) != 0 || known->nb_components != 3)
        return std::nullopt;
    const bool bigEndian = (known->flags & AV_PIX_FMT_FLAG_BE) != 0;
    const AVComponentDescriptor &luma = known->comp[0];
    const AVComponentDescriptor &blue = known->comp[1];
    const AVComponentDescriptor &red = known->comp[2];
    const int bytes = luma.depth > 8 ? 2 : 1;
    if (luma.depth < 8 || luma.depth > 16 || (bytes == 2 && bigEndian != (std::endian::native == std::endian::big)) ||
        luma.plane != 0 || luma.step != bytes || blue.plane != 1 || blue.shift != luma.shift ||
        (luma.shift != 0 && luma.shift != 16 - luma.depth))
        return std::nullopt;
    const bool planes = red.plane == 2 && blue.step == bytes && red.step == bytes;
    const bool pairs = red.plane == 1 && blue.step == 2 * bytes && blue.offset == 0 && red.offset == bytes;
    if (!planes && !pairs)
        return std::nullopt;
    return Layout{{planes ? PlaneFormat::Order::Planes : PlaneFormat::Order::Pairs, luma.depth, luma.shift != 0},
                  known->log2_chroma_w,
                  known->log2_chroma_h};
}

} // namespace

QImage DecodedPlanes::image(QSize box) const
{
    PictureScaler scaler;
    if (!m_frame->hw_frames_ctx)
        return scaler.scaled(*m_frame, box);
    const AvFramePointer room(av_frame_alloc());
    if (!room || av_hwframe_transfer_data(room.get(), m_frame.get(), 0) < 0 ||
        av_frame_copy_props(room.get(), m_frame.get()) < 0)
        return {};
    return scaler.scaled(*room, box);
}

std::shared_ptr<const PicturePlanes> PlaneMaker::make(const AVFrame &frame, QSize box)
{
    const std::optional<Layout> layout = layoutOf(sampleFormat(frame));
    const PictureColour colour = colourOf(frame);
    const bool onDevice = frame.hw_frames_ctx != nullptr;
    if (!layout || ToneMap::isNeededFor(colour) || (onDevice && isInterlaced(frame)))
        return nullptr;
    auto made = std::make_shared<DecodedPlanes>();
    made->m_frame.reset(av_frame_clone(&frame));
    if (!made->m_frame)
        return nullptr;
    made->format = layout->format;
    made->size = {frame.width, frame.height};
    made->toRgb = yuvToRgb(colour, layout->format.bits);
    if (onDevice)
        return made;
    const int shown = int(shownSize(PictureScaler::squareSize(frame), box).height());
    const FieldFilter::View view = m_fields.uncombed(frame, shown);
    if (view.planes[0] == m_fields.mended().data())
        made->m_mended = m_fields.takeMended();
    made->size.setHeight(view.height);
    const bool planes = layout->format.order == PlaneFormat::Order::Planes;
    const int sampleBytes = layout->format.bits > 8 ? 2 : 1;
    const QSize chroma(-(-frame.width >> layout->chromaWidth), -(-view.height >> layout->chromaHeight));
    made->add({view.planes[0], view.strides[0], made->size});
    made->add({view.planes[1], view.strides[1], chroma});
    if (planes)
        made->add({view.planes[2], view.strides[2], chroma});
    for (std::size_t i = 0; i < made->planes().size(); ++i) {
        const PlaneView &plane = made->planes()[i];
        const int texel = sampleBytes * (i == 0 || planes ? 1 : 2);
        if (plane.stride < std::ptrdiff_t(plane.size.width()) * texel || plane.stride % texel != 0)
            return nullptr; // upside down
    }
    return made;
}

} // namespace gantry::media
