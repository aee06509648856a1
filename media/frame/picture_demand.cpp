#include "media/frame/picture_demand.h"

#include <algorithm>
#include <cstdint>

namespace gantry::media {
namespace {

std::int64_t areaOf(QSize size)
{
    return std::int64_t(size.width()) * size.height();
}

} // namespace

void PictureDemands::add(const PictureDemand &demand)
{
    if (!demand.wantsPictures())
        return;
    m_mode = std::max(m_mode, demand.mode);
    const auto end = m_sizes.begin() + std::ptrdiff_t(m_count);
    if (std::find(m_sizes.begin(), end, demand.size) != end)
        return;
    const auto place =
        std::find_if(m_sizes.begin(), end, [&](QSize size) { return areaOf(size) < areaOf(demand.size); });
    if (place == m_sizes.end())
        return;
    m_count = std::min(m_count + 1, mostSizes);
    std::move_backward(place, m_sizes.begin() + std::ptrdiff_t(m_count) - 1, m_sizes.begin() + std::ptrdiff_t(m_count));
    *place = demand.size;
}

} // namespace gantry::media
