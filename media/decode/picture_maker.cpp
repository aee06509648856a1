#include "media/decode/picture_maker.h"

#include <algorithm>
#include <utility>

extern "C" {
#include <libavutil/frame.h>
}

namespace gantry::media {
namespace {

constexpr QSize forStills; // empty: the scaler's own small size

} // namespace

bool PictureMaker::make(const AVFrame &frame, std::span<const QSize> sizes, VideoFrame &made)
{
    if (sizes.empty())
        sizes = {&forStills, 1};
    std::erase_if(m_scalers, [&](const Scaler &each) { return std::ranges::find(sizes, each.size) == sizes.end(); });
    made.picture = scalerFor(sizes.front()).scaled(frame, sizes.front());
    made.smaller.clear();
    for (const QSize size : sizes.subspan(1))
        made.smaller.push_back(scalerFor(size).scaled(frame, size));
    if (made.smaller.empty())
        return !made.picture.isNull();
    // The boxes are in the order of their areas; of pictures in boxes of other shapes that need not be the order.
    made.smaller.push_back(std::move(made.picture));
    std::ranges::stable_sort(made.smaller, std::greater(), &QImage::width);
    made.picture = made.smaller.front();
    std::erase_if(made.smaller, [&, last = QSize()](const QImage &each) mutable {
        return std::exchange(last, each.size()) == each.size() || each.isNull() || each.size() == made.picture.size();
    });
    return !made.picture.isNull();
}

bool PictureMaker::makeFor(const AVFrame &frame, const PictureDemands &demands, VideoFrame &made)
{
    if (demands.form() != PictureForm::Rgb)
        made.planes = m_planes.make(frame, demands.sizes().front());
    if (!made.planes)
        return make(frame, demands.sizes(), made);
    // Whoever takes RGB and cannot have it still has the planes, of which an image can be made.
    return demands.rgbSizes().empty() || make(frame, demands.rgbSizes(), made);
}

bool PictureMaker::makeOnDevice(const AVFrame &frame, VideoFrame &made)
{
    made.planes = frame.hw_frames_ctx ? m_planes.make(frame, {}) : nullptr;
    return made.planes != nullptr;
}

PictureScaler &PictureMaker::scalerFor(QSize size)
{
    const auto known = std::ranges::find(m_scalers, size, &Scaler::size);
    if (known != m_scalers.end())
        return *known->scaler;
    return *m_scalers.emplace_back(Scaler{size, std::make_unique<PictureScaler>()}).scaler;
}

} // namespace gantry::media
