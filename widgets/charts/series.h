#pragma once
// A line on a chart: values over time, with gaps where nothing was known. Plain values.

#include <QString>

#include <deque>

namespace gantry::widgets {

struct SeriesPoint
{
    double seconds = 0; // since the session began
    double value = 0;   // NaN begins a gap
};

// Points rise in time. `unit` is shown behind the newest value: "Mb/s", "ms", "%".
struct Series
{
    QString name;
    QString unit;
    int decimals = 0;
    std::deque<SeriesPoint> points;
};

// A flag on the time axis: an alarm, a command.
struct ChartFlag
{
    double seconds = 0;
    QString text;
    int priority = 0; // TileAlarm's numbers for alarms; 0 for commands and notes
};

} // namespace gantry::widgets
