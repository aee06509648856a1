#pragma once
// What a chart reckons before it draws: gaps and scales. Pure.

#include "widgets/charts/series.h"

#include <vector>

namespace gantry::widgets {

// A stretch of time without a value.
struct ChartGap
{
    double from = 0;
    double to = 0;
    bool operator==(const ChartGap &) const = default;
};

// Gaps of one series within [from, to]: from the last value before a NaN, or before a silence longer than `silence`
// seconds, to the next value. The time before the first value is no gap; the time after the last one is, up to `now`,
// once it exceeds `silence` or begins with a NaN.
std::vector<ChartGap> chartGaps(const Series &series, double from, double to, double now, double silence);

// A range that holds [low, high], begins at 0 where that costs little, and has round steps.
struct ChartScale
{
    double low = 0;
    double high = 1;
    double step = 0.5;
    bool operator==(const ChartScale &) const = default;
};

ChartScale niceScale(double low, double high, int wantedSteps = 3);

// The step of a time axis, in seconds, of 1, 2, 5, 10, 15, 30 s, 1, 2, 5, 10, 15, 30 min, 1, 2, 3, 6, 12, 24 h.
double timeStep(double seconds, int mostTicks);

} // namespace gantry::widgets
