#include "media/measure/freeze_measure.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {
namespace {

constexpr int area = 4; // cells a side
constexpr int areasWide = LumaPicture::width / area;
constexpr int areasHigh = LumaPicture::height / area;
constexpr float localWeight = 1.0F / 12;

} // namespace

double FreezeMeasure::difference(const LumaPicture &before, const LumaPicture &now)
{
    float largest = 0;
    double squares = 0;
    for (int areaY = 0; areaY < areasHigh; ++areaY) {
        for (int areaX = 0; areaX < areasWide; ++areaX) {
            float sum = 0;
            for (int y = areaY * area; y < (areaY + 1) * area; ++y) {
                for (int x = areaX * area; x < (areaX + 1) * area; ++x) {
                    const float change = now.at(x, y) - before.at(x, y);
                    sum += change;
                    largest = std::max(largest, std::abs(change));
                }
            }
            const double mean = double(sum) / (area * area);
            squares += mean * mean;
        }
    }
    const double whole = std::sqrt(squares / (areasWide * areasHigh));
    const double most = std::max(whole, double(largest * localWeight));
    return most > 0 ? std::max(leastChange, 20 * std::log10(most)) : leastChange;
}

void FreezeMeasure::picture(const LumaPicture &picture, Standing::Time at)
{
    m_change = m_before ? difference(*m_before, picture) : 0;
    m_before = picture;
    if (m_reference && difference(*m_reference, picture) < m_limitDb) {
        m_frozen = std::chrono::duration_cast<std::chrono::milliseconds>(at - m_since);
        return;
    }
    m_reference = picture;
    m_since = at;
    m_frozen = std::chrono::milliseconds(0);
}

} // namespace gantry::media
