#include "cloud/encoders/medialive_health.h"

#include <algorithm>
#include <cmath>

namespace gantry::cloud {

namespace {

constexpr double kMegabit = 1e6;
constexpr double kFarthest = 1e15;

enum Figure { NetworkIn, NetworkOut, FrameRate, Dropped, Fill, InputLoss, Locked, FigureCount };

struct Wanted
{
    const char *name;
    const char *statistic;
};
constexpr std::array<Wanted, FigureCount> kWanted{{{"NetworkIn", "Average"},
                                                   {"NetworkOut", "Average"},
                                                   {"InputVideoFrameRate", "Maximum"},
                                                   {"DroppedFrames", "Sum"},
                                                   {"FillMsec", "Maximum"},
                                                   {"InputLossSeconds", "Sum"},
                                                   {"PipelinesLocked", "Minimum"}}};

// The larger, the smaller or the sum of what is known.
template <typename T, typename Both>
void merge(std::optional<T> &into, const std::optional<T> &other, const Both &both)
{
    if (into && other)
        into = both(*into, *other);
    else if (other)
        into = other;
}

std::optional<double> sane(const std::optional<MetricValue> &value)
{
    if (!value || !std::isfinite(value->value) || value->value < 0 || value->value > kFarthest)
        return std::nullopt;
    return value->value;
}

std::optional<std::chrono::milliseconds> milliseconds(const std::optional<double> &value, double unit)
{
    if (!value)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(*value * unit));
}

} // namespace

std::vector<Metric> mediaLiveMetrics(const QByteArray &channel, int pipelines)
{
    std::vector<Metric> metrics;
    for (int pipeline = 0; pipeline < pipelines; ++pipeline) {
        for (const Wanted &wanted : kWanted)
            metrics.push_back({"AWS/MediaLive",
                               wanted.name,
                               {{"ChannelId", channel}, {"Pipeline", QByteArray::number(pipeline)}},
                               wanted.statistic,
                               10});
    }
    return metrics;
}

MediaLiveHealth mediaLiveHealth(const MetricValues &values)
{
    MediaLiveHealth health;
    for (std::size_t pipeline = 0; pipeline < health.figures.size(); ++pipeline) {
        const std::size_t first = pipeline * FigureCount;
        if (first + FigureCount > values.size())
            break;
        const auto at = [&](Figure figure) { return sane(values[first + std::size_t(figure)]); };
        HealthFigures &figures = health.figures[pipeline];
        if (const auto in = at(NetworkIn))
            figures.inputRate = BitsPerSecond{*in * kMegabit};
        if (const auto out = at(NetworkOut))
            figures.outputRate = BitsPerSecond{*out * kMegabit};
        figures.inputFrameRate = at(FrameRate);
        if (const auto dropped = at(Dropped))
            figures.droppedFrames = std::llround(*dropped);
        figures.fill = milliseconds(at(Fill), 1);
        figures.inputLoss = milliseconds(at(InputLoss), 1000);
        if (const auto locked = at(Locked))
            health.locked[pipeline] = *locked >= 1;
        for (std::size_t i = first; i < first + FigureCount; ++i) {
            if (values[i])
                merge(figures.measured, std::optional(values[i]->at), [](auto a, auto b) { return std::max(a, b); });
        }
    }
    return health;
}

void addHealth(const MediaLiveHealth &health, EncoderSample &sample)
{
    const auto larger = [](auto a, auto b) { return std::max(a, b); };
    const auto sum = [](auto a, auto b) { return a + b; };
    for (const HealthFigures &one : health.figures) {
        merge(sample.figures.inputRate, one.inputRate, larger);
        merge(sample.figures.outputRate, one.outputRate, larger);
        merge(sample.figures.inputFrameRate, one.inputFrameRate, larger);
        merge(sample.figures.droppedFrames, one.droppedFrames, sum);
        merge(sample.figures.fill, one.fill, larger);
        merge(sample.figures.inputLoss, one.inputLoss, larger);
        merge(sample.figures.measured, one.measured, larger);
    }
    for (PipelineSample &pipeline : sample.pipelines) {
        bool isNumber = false;
        const uint index = pipeline.id.toUInt(&isNumber);
        if (isNumber && index < health.figures.size())
            pipeline.figures = health.figures[index];
    }
    const auto is = [&health](bool locked) {
        return std::any_of(health.locked.begin(), health.locked.end(),
                           [locked](const auto &one) { return one == locked; });
    };
    if (is(true))
        sample.pipelinesLocked = !is(false);
    // Frames of the running pipelines are counted every ten seconds: none in any of them means that nothing comes.
    if (sample.figures.inputFrameRate && sample.state == EncoderState::Running)
        sample.receives = *sample.figures.inputFrameRate > 0;
}

} // namespace gantry::cloud
