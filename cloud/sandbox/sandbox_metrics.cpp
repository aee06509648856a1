#include "cloud/sandbox/sandbox_metrics.h"

#include <algorithm>

namespace gantry::cloud {

namespace {

using namespace std::chrono_literals;

constexpr std::array<const char *, 11> kPipelineMetrics{
    "ActiveAlerts",  "InputVideoFrameRate", "InputLossSeconds", "FillMsec",      "NetworkIn",         "NetworkOut",
    "DroppedFrames", "PipelinesLocked",     "SvqTime",          "ActiveOutputs", "PrimaryInputActive"};
constexpr std::array<const char *, 8> kSourceMetrics{
    "SourceConnected",           "SourceBitRate",          "SourceSelected",      "SourcePacketLossPercent",
    "SourceNotRecoveredPackets", "SourceRecoveredPackets", "SourceRoundTripTime", "SourceContinuityCounter"};
constexpr auto kFillCap = 60'000ms;
const QString kOutputGroup = QStringLiteral("program");

bool isOneOf(const auto &names, const QString &name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *known) { return name == QLatin1StringView(known); });
}

} // namespace

void SandboxMetrics::note(Time now, const SandboxMediaLive &mediaLive, const SandboxMediaConnect &mediaConnect,
                          const SandboxInputs &inputs)
{
    m_channels.resize(mediaLive.channels().size());
    for (std::size_t c = 0; c < m_channels.size(); ++c) {
        const SandboxChannel &channel = mediaLive.channels()[c];
        for (int p = 0; p < 2; ++p) {
            Pipeline pipeline;
            pipeline.runs = channel.isPipelineUp(p);
            pipeline.alerts = channel.alerts().active(p);
            pipeline.isPresent = channel.isActivePresent();
            pipeline.megabits = pipeline.isPresent ? inputs.megabits(channel.activeInput()) : 0;
            pipeline.pictures = pipeline.isPresent ? inputs.pictures(channel.activeInput()) : 0;
            pipeline.isPrimary = !channel.inputs().empty() && channel.activeInput() == channel.inputs().front();
            pipeline.isPair = channel.options().failover == SandboxChannel::Preference::Primary;
            pipeline.areBothUp = channel.pipelinesRunning() == 2;
            m_channels[c][std::size_t(p)].note(now, pipeline);
        }
    }
    m_flows.resize(mediaConnect.flows().size());
    for (std::size_t f = 0; f < m_flows.size(); ++f) {
        const SandboxFlow &flow = mediaConnect.flows()[f];
        Flow &own = m_flows[f];
        own.arn = mediaConnect.flowArn(f);
        own.outputArn = mediaConnect.outputArn(f);
        own.sources.resize(flow.sources().size());
        own.sourceArns.resize(flow.sources().size());
        for (std::size_t s = 0; s < flow.sources().size(); ++s) {
            const QString &name = flow.sources()[s];
            own.sourceArns[s] = mediaConnect.sourceArn(f, name);
            own.sources[s].note(now, {flow.isRunning(), flow.isPresent(name), flow.activeSource() == name,
                                      flow.isPresent(name) ? inputs.megabits(name) : 0});
        }
        own.outputs.note(now, !flow.isRunning() ? -1 : int(flow.isOutputEnabled()));
    }
}

std::optional<double> SandboxMetrics::at(const MetricQuery &query, Time second) const
{
    if (query.nameSpace == QLatin1StringView("AWS/MediaLive"))
        return mediaLiveAt(query, second);
    if (query.nameSpace == QLatin1StringView("AWS/MediaConnect"))
        return mediaConnectAt(query, second);
    return std::nullopt;
}

std::optional<double> SandboxMetrics::mediaLiveAt(const MetricQuery &query, Time second) const
{
    const bool isOutput = query.name == QLatin1StringView("ActiveOutputs") ||
                          query.name == QLatin1StringView("Output4xxErrors") ||
                          query.name == QLatin1StringView("Output5xxErrors");
    if (query.dimensions.size() != (isOutput ? 3 : 2) ||
        (isOutput && query.dimensions.value(QStringLiteral("OutputGroupName")) != kOutputGroup))
        return std::nullopt;
    const QString channel = query.dimensions.value(QStringLiteral("ChannelId"));
    const QString pipeline = query.dimensions.value(QStringLiteral("Pipeline"));
    for (std::size_t c = 0; c < m_channels.size(); ++c) {
        if (channel != SandboxMediaLive::channelId(c) ||
            (pipeline != QLatin1StringView("0") && pipeline != QLatin1StringView("1")))
            continue;
        const auto &history = m_channels[c][pipeline == QLatin1StringView("1") ? 1 : 0];
        const Pipeline *now = history.at(second);
        if (!now || !now->runs)
            return std::nullopt;
        Time lostFor = 0ms;
        while (lostFor < kFillCap) {
            const Pipeline *then = history.at(second - lostFor);
            if (!then || then->isPresent)
                break;
            lostFor += 1s;
        }
        return ofPipeline(query.name, *now, lostFor);
    }
    return std::nullopt;
}

std::optional<double> SandboxMetrics::ofPipeline(const QString &name, const Pipeline &pipeline, Time lostFor) const
{
    if (name == QLatin1StringView("ActiveAlerts"))
        return pipeline.alerts;
    if (name == QLatin1StringView("InputVideoFrameRate"))
        return pipeline.pictures;
    if (name == QLatin1StringView("InputLossSeconds"))
        return pipeline.isPresent ? 0 : 1;
    if (name == QLatin1StringView("FillMsec"))
        return double(std::min(lostFor, kFillCap).count());
    if (name == QLatin1StringView("NetworkIn"))
        return pipeline.megabits;
    if (name == QLatin1StringView("NetworkOut")) // what comes in goes out as it is
        return pipeline.megabits;
    if (name == QLatin1StringView("PipelinesLocked"))
        return pipeline.areBothUp ? 1 : 0;
    if (name == QLatin1StringView("ActiveOutputs"))
        return 1;
    if (name == QLatin1StringView("PrimaryInputActive"))
        return pipeline.isPair ? std::optional<double>(pipeline.isPrimary ? 1 : 0) : std::nullopt;
    if (name == QLatin1StringView("SvqTime") || name == QLatin1StringView("DroppedFrames") ||
        name == QLatin1StringView("Output4xxErrors") || name == QLatin1StringView("Output5xxErrors"))
        return 0;
    return std::nullopt;
}

std::optional<double> SandboxMetrics::mediaConnectAt(const MetricQuery &query, Time second) const
{
    if (query.dimensions.size() != 1)
        return std::nullopt;
    const QString kind = query.dimensions.firstKey();
    const QString &arn = query.dimensions.first();
    for (const Flow &flow : m_flows) {
        if (kind == QLatin1StringView("FlowARN") && arn == flow.arn)
            return ofFlow(flow, query.name, second);
        if (kind == QLatin1StringView("OutputARN") && arn == flow.outputArn &&
            query.name == QLatin1StringView("OutputConnected")) {
            const int *connected = flow.outputs.at(second);
            return connected && *connected >= 0 ? std::optional<double>(*connected) : std::nullopt;
        }
        for (std::size_t s = 0; kind == QLatin1StringView("SourceARN") && s < flow.sources.size(); ++s) {
            const Source *source = flow.sourceArns[s] == arn ? flow.sources[s].at(second) : nullptr;
            if (source)
                return ofSource(query.name, *source);
        }
    }
    return std::nullopt;
}

std::optional<double> SandboxMetrics::ofFlow(const Flow &flow, const QString &name, Time second) const
{
    const int *connected = flow.outputs.at(second);
    if (!connected || *connected < 0)
        return std::nullopt;
    if (name == QLatin1StringView("ConnectedOutputs"))
        return *connected;
    for (const auto &history : flow.sources) { // of the source that is selected
        const Source *source = history.at(second);
        if (source && source->isSelected)
            return ofSource(name, *source);
    }
    return std::nullopt;
}

std::optional<double> SandboxMetrics::ofSource(const QString &name, const Source &source) const
{
    if (!source.runs)
        return std::nullopt;
    if (name == QLatin1StringView("SourceConnected"))
        return source.isPresent ? 1 : 0;
    if (name == QLatin1StringView("SourceSelected"))
        return source.isSelected ? 1 : 0;
    if (name == QLatin1StringView("SourceBitRate"))
        return source.megabits * 1e6;
    if (name == QLatin1StringView("SourceRoundTripTime"))
        return source.isPresent ? std::optional<double>(1) : std::nullopt;
    return isOneOf(kSourceMetrics, name) ? std::optional<double>(0) : std::nullopt;
}

std::vector<MetricQuery> SandboxMetrics::list() const
{
    std::vector<MetricQuery> all;
    for (std::size_t c = 0; c < m_channels.size(); ++c) {
        for (const QString &pipeline : {QStringLiteral("0"), QStringLiteral("1")}) {
            for (const char *name : kPipelineMetrics) {
                MetricQuery query{QStringLiteral("AWS/MediaLive"),
                                  QLatin1StringView(name),
                                  {{QStringLiteral("ChannelId"), SandboxMediaLive::channelId(c)},
                                   {QStringLiteral("Pipeline"), pipeline}}};
                if (query.name == QLatin1StringView("ActiveOutputs"))
                    query.dimensions.insert(QStringLiteral("OutputGroupName"), kOutputGroup);
                all.push_back(query);
            }
        }
    }
    for (const Flow &flow : m_flows) {
        for (const char *name : kSourceMetrics) {
            for (const QString &arn : flow.sourceArns)
                all.push_back({QStringLiteral("AWS/MediaConnect"),
                               QLatin1StringView(name),
                               {{QStringLiteral("SourceARN"), arn}}});
        }
        all.push_back({QStringLiteral("AWS/MediaConnect"),
                       QStringLiteral("ConnectedOutputs"),
                       {{QStringLiteral("FlowARN"), flow.arn}}});
    }
    return all;
}

} // namespace gantry::cloud
