#include "media/output/pace.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {

using Seconds = std::chrono::duration<double>;

void Pace::note(std::chrono::microseconds late, std::chrono::nanoseconds elapsed)
{
    const double weight = 1 - std::exp(-Seconds(elapsed).count() / Seconds(smoothing).count());
    m_late += weight * (Seconds(late).count() - m_late);
}

double Pace::speed() const
{
    return 1 + std::clamp(m_late / Seconds(patience).count(), -most, most);
}

bool Pace::lost() const
{
    return std::abs(m_late) > Seconds(tolerance).count();
}

std::chrono::microseconds Pace::late() const
{
    return std::chrono::round<std::chrono::microseconds>(Seconds(m_late));
}

} // namespace gantry::media
