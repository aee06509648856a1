#pragma once
// How a figure of a probe becomes JSON: numbers as they are, durations in milliseconds, what is not known null.

#include "app/command_line/probe_figures.h"

#include <QJsonArray>
#include <QJsonValue>

#include <chrono>
#include <cmath>
#include <functional>
#include <type_traits>
#include <vector>

namespace gantry::command_line {

struct Figure
{
    const char *key;
    const char *unit;
    const char *meaning; // QT_TRANSLATE_NOOP("gantry::command_line", …)
    std::function<QJsonValue(const ProbeFigures &)> value;
};

template <typename T>
QJsonValue json(const T &value)
{
    if constexpr (std::is_same_v<T, bool>)
        return value;
    else if constexpr (std::is_arithmetic_v<T>)
        return double(value);
    else
        return QJsonValue(value);
}
inline QJsonValue json(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}
inline QJsonValue json(media::BitsPerSecond rate)
{
    return rate.value;
}
template <typename Rep, typename Period>
QJsonValue json(std::chrono::duration<Rep, Period> time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}
template <typename T>
QJsonValue json(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(std::round(double(value) * 10) / 10);
    return array;
}
template <typename T>
QJsonValue json(const std::optional<T> &value)
{
    return value ? json(*value) : QJsonValue();
}

// The figure of a part that may be missing as a whole: `read` gives anything that json() takes.
template <typename Part, typename Read>
auto of(std::optional<Part> ProbeFigures::*part, Read read)
{
    return [part, read](const ProbeFigures &figures) -> QJsonValue {
        return figures.*part ? json(read(*(figures.*part))) : QJsonValue();
    };
}

std::vector<Figure> linkFigures();
std::vector<Figure> transportFigures();
std::vector<Figure> pictureFigures();
std::vector<Figure> audioFigures();

} // namespace gantry::command_line
