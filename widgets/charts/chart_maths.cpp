#include "widgets/charts/chart_maths.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gantry::widgets {

std::vector<ChartGap> chartGaps(const Series &series, double from, double to, double now, double silence)
{
    std::vector<ChartGap> gaps;
    const auto add = [&](double begin, double end) {
        const double first = std::max(begin, from);
        const double last = std::min(end, to);
        if (last > first)
            gaps.push_back({first, last});
    };
    bool begun = false;   // there was a point
    bool unknown = false; // the newest point was a NaN
    double since = 0;     // the last value, or the first NaN where no value was before
    for (const SeriesPoint &point : series.points) {
        const bool nan = std::isnan(point.value);
        if (!nan && begun && (unknown || point.seconds - since > silence))
            add(since, point.seconds);
        if (!nan || !begun)
            since = point.seconds;
        unknown = nan;
        begun = true;
    }
    if (begun && (unknown || now - since > silence))
        add(since, now);
    return gaps;
}

namespace {

double roundStep(double raw)
{
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double share = raw / power;
    for (const double nice : {1.0, 2.0, 2.5, 5.0}) {
        if (share <= nice * 1.0001)
            return nice * power;
    }
    return 10 * power;
}

} // namespace

ChartScale niceScale(double low, double high, int wantedSteps)
{
    if (!std::isfinite(low) || !std::isfinite(high) || high < low)
        return {};
    // From 0 unless the values keep to a narrow band far from it.
    const bool farBand = low > 0 && (high - low) < 0.2 * high;
    if (low > 0 && !farBand)
        low = 0;
    if (high < 0)
        high = 0;
    if (farBand) {
        // A flat line stands in the middle of a band of some percent of its value, not on the edge of nothing.
        const double band = std::max(high - low, 0.06 * high);
        const double middle = (low + high) / 2;
        low = middle - band;
        high = middle + band;
    }
    if (high - low < 1e-9)
        high = low + 1;
    ChartScale scale;
    scale.step = roundStep((high - low) / std::max(1, wantedSteps));
    scale.low = std::floor(low / scale.step + 1e-9) * scale.step;
    scale.high = std::ceil(high / scale.step - 1e-9) * scale.step;
    // The line must not touch the upper edge.
    if (scale.high - high < 0.04 * (scale.high - scale.low))
        scale.high += scale.step;
    return scale;
}

double timeStep(double seconds, int mostTicks)
{
    constexpr std::array<double, 18> steps{1,   2,   5,    10,   15,   30,    60,    120,   300,
                                           600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};
    const double least = seconds / std::max(1, mostTicks);
    for (const double step : steps) {
        if (step >= least)
            return step;
    }
    return std::ceil(least / steps.back()) * steps.back();
}

} // namespace gantry::widgets
