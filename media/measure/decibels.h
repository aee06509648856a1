#pragma once
// Sample values and decibels relative to full scale.

#include <algorithm>
#include <cmath>

namespace gantry::media {

constexpr float silenceDbfs = -120; // what -inf is shown as

inline float decibels(float peak)
{
    return peak > 0 ? std::max(silenceDbfs, 20 * std::log10(peak)) : silenceDbfs;
}

inline float amplitude(double dbfs)
{
    return float(std::pow(10.0, dbfs / 20));
}

} // namespace gantry::media
