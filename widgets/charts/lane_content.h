#pragma once
// Everything one lane of a chart knows, and what it says in words. Values and pure functions; nothing is drawn here.

#include "widgets/charts/chart_maths.h"
#include "widgets/charts/series.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace gantry::widgets {

// Seconds since the session began to what stands at the axis: "18:14:07", "T+00:14:07".
using TimeFormatter = std::function<QString(double seconds)>;
QString elapsedText(double seconds); // the default: "T+00:14:07"

struct LaneContent
{
    QString title;
    QString note;
    std::vector<Series> series;
    std::vector<ChartFlag> flags; // rising in time
    bool flagWords = true;
    TimeFormatter formatter = elapsedText;
    double from = 0;
    double to = 60;
    std::optional<double> now;    // ages count from it; the newest point until it is known
    std::optional<double> cursor; // the moment a person looks at
    double silence = 5;           // points further apart are not joined, older values are old

    bool hasData() const;
    // Now, or the newest point of all.
    double end() const;
    // The newest point of a series up to now, or null.
    const SeriesPoint *newest(std::size_t index) const;
    // "4.1 Mb/s", or "—" where the newest point says unknown.
    QString newestText(std::size_t index) const;
    // "12 s old", "no data for 12 s"; empty while it is no older than `silence`.
    QString newestAge(std::size_t index) const;
    // What every series was at that moment: "18:12:04  ·  RTT 31 ms  ·  no data".
    QString readOut(double seconds) const;
    std::vector<ChartGap> gaps() const;
    // Lowest and highest known value within [from, to]; nullopt without any.
    std::optional<std::pair<double, double>> extent() const;
    QString sentence() const;
};

} // namespace gantry::widgets
