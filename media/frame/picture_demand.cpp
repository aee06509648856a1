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

void PictureDemands::Sizes::add(QSize wanted)
{
    const auto end = m_sizes.begin() + std::ptrdiff_t(m_count);
    if (std::find(m_sizes.begin(), end, wanted) != end)
        return;
    const auto place = std::find_if(m_sizes.begin(), end, [&](QSize size) { return areaOf(size) < areaOf(wanted); });
    if (place == m_sizes.end())
        return;
    m_count = std::min(m_count + 1, mostSizes);
    std::move_backward(place, m_sizes.begin() + std::ptrdiff_t(m_count) - 1, m_sizes.begin() + std::ptrdiff_t(m_count));
    *place = wanted;
}

void PictureDemands::add(const PictureDemand &demand)
{
    if (!demand.wantsPictures())
        return;
    m_mode = std::max(m_mode, demand.mode);
    m_all.add(demand.size);
    if (demand.form == PictureForm::Rgb)
        m_rgb.add(demand.size);
    else
        m_form = m_form == PictureForm::Rgb ? demand.form : std::min(m_form, demand.form);
}

} // namespace gantry::media
