#include "widgets/charts/lane_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gantry::widgets {

namespace {

struct LaneWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::TimeChart)
};

QString figure(const Series &series, double value)
{
    return QLocale().toString(value, 'f', series.decimals);
}

QString ageText(double seconds)
{
    const auto whole = qint64(std::max(0.0, seconds));
    if (whole < 120)
        return LaneWords::tr("%1 s").arg(whole);
    return whole < 7200 ? LaneWords::tr("%1 min").arg(whole / 60) : LaneWords::tr("%1 h").arg(whole / 3600);
}

// The first point behind `seconds`.
std::deque<SeriesPoint>::const_iterator behind(const Series &series, double seconds)
{
    return std::upper_bound(series.points.begin(), series.points.end(), seconds,
                            [](double t, const SeriesPoint &point) { return t < point.seconds; });
}

QString valueText(const Series &series, double value)
{
    return series.unit.isEmpty() ? figure(series, value)
                                 : LaneWords::tr("%1 %2", "value, unit").arg(figure(series, value), series.unit);
}

QString namedText(const Series &series, const QString &value)
{
    return series.name.isEmpty() ? value : LaneWords::tr("%1 %2", "name, value").arg(series.name, value);
}

} // namespace

QString elapsedText(double seconds)
{
    const auto whole = qint64(std::floor(std::max(0.0, seconds)));
    return QStringLiteral("T+%1:%2:%3")
        .arg(whole / 3600, 2, 10, QLatin1Char('0'))
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

bool LaneContent::hasData() const
{
    return std::any_of(series.begin(), series.end(), [](const Series &one) { return !one.points.empty(); });
}

double LaneContent::end() const
{
    double last = from;
    for (const Series &one : series) {
        if (!one.points.empty())
            last = std::max(last, one.points.back().seconds);
    }
    return now.value_or(last);
}

const SeriesPoint *LaneContent::newest(std::size_t index) const
{
    if (index >= series.size())
        return nullptr;
    const Series &one = series[index];
    const auto next = behind(one, now.value_or(std::numeric_limits<double>::infinity()));
    return next == one.points.begin() ? nullptr : &*std::prev(next);
}

QString LaneContent::newestText(std::size_t index) const
{
    const SeriesPoint *point = newest(index);
    return point && !std::isnan(point->value) ? valueText(series[index], point->value) : QStringLiteral("—");
}

QString LaneContent::newestAge(std::size_t index) const
{
    const SeriesPoint *point = newest(index);
    if (!point)
        return {};
    const double moment = now.value_or(point->seconds);
    if (!std::isnan(point->value)) {
        const double age = moment - point->seconds;
        return age > silence ? LaneWords::tr("%1 old").arg(ageText(age)) : QString();
    }
    // Unknown since the first of the unknowns in a row.
    const auto &points = series[index].points;
    double since = point->seconds;
    for (auto at = behind(series[index], point->seconds); at != points.begin() && std::isnan(std::prev(at)->value);
         --at)
        since = std::prev(at)->seconds;
    return LaneWords::tr("no data for %1").arg(ageText(moment - since));
}

QString LaneContent::readOut(double seconds) const
{
    QStringList words{formatter(seconds)};
    for (const Series &one : series) {
        const auto next = behind(one, seconds);
        if (next == one.points.begin())
            continue;
        const SeriesPoint &point = *std::prev(next);
        const bool known = !std::isnan(point.value) && seconds - point.seconds <= silence;
        words += namedText(one, known ? valueText(one, point.value) : LaneWords::tr("no data"));
    }
    return words.join(QStringLiteral("  ·  "));
}

std::vector<ChartGap> LaneContent::gaps() const
{
    return series.empty() ? std::vector<ChartGap>{} : chartGaps(series.front(), from, to, end(), silence);
}

std::optional<std::pair<double, double>> LaneContent::extent() const
{
    std::optional<std::pair<double, double>> found;
    for (const Series &one : series) {
        for (const SeriesPoint &point : one.points) {
            if (point.seconds < from || point.seconds > to || std::isnan(point.value))
                continue;
            found = found ? std::pair(std::min(found->first, point.value), std::max(found->second, point.value))
                          : std::pair(point.value, point.value);
        }
    }
    return found;
}

QString LaneContent::sentence() const
{
    QStringList words{title};
    if (!hasData())
        words += LaneWords::tr("no data yet");
    for (std::size_t i = 0; hasData() && i < series.size(); ++i) {
        const SeriesPoint *point = newest(i);
        const bool known = point && !std::isnan(point->value);
        const QString named = namedText(series[i], known ? newestText(i) : LaneWords::tr("unknown"));
        const QString age = newestAge(i);
        words += age.isEmpty() ? named : LaneWords::tr("%1, %2", "value, age").arg(named, age);
    }
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

} // namespace gantry::widgets
