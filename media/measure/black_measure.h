#pragma once
// Black: nearly every sample below a low level (control-room conventions 3: 98 % of the pixels below 10 % luma). By
// counted samples, never by averages: a night picture with lights in it is not black. A pure value; times as arguments.

#include "media/measure/luma_picture.h"
#include "media/measure/measure_limits.h"
#include "media/measure/standing.h"

namespace gantry::media {

class BlackMeasure
{
public:
    explicit BlackMeasure(const MeasureLimits &limits) : m_limits(limits) {}

    // A picture with a histogram.
    void picture(const LumaPicture &picture, Standing::Time at)
    {
        m_darkShare = picture.shareBelow(m_limits.blackLevel);
        m_black.note(picture.samples > 0 && m_darkShare >= m_limits.blackShare, at);
    }
    double darkShare() const { return m_darkShare; }
    bool isBlack() const { return m_darkShare >= m_limits.blackShare; }
    std::chrono::milliseconds black() const { return m_black.duration(); }

private:
    MeasureLimits m_limits;
    double m_darkShare = 0;
    Standing m_black;
};

} // namespace gantry::media
