#include "cloud/encoders/mediaconnect_answer.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace gantry::cloud {

namespace {

constexpr JsonLimits kLimits{qsizetype{2} * 1024 * 1024, 32};
constexpr int kMostSources = 50; // the service has two
constexpr int kMostErrors = 100;

enum Figure { Connected, Selected, BitRate, Loss, NotRecovered, RoundTrip, FigureCount };
struct Wanted
{
    const char *name;
    const char *statistic;
};
constexpr std::array<Wanted, FigureCount> kWanted{{{"SourceConnected", "Minimum"},
                                                   {"SourceSelected", "Maximum"},
                                                   {"SourceBitRate", "Average"},
                                                   {"SourcePacketLossPercent", "Average"},
                                                   {"SourceNotRecoveredPackets", "Sum"},
                                                   {"SourceRoundTripTime", "Average"}}};

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().left(300);
}

// "srt-listener from 192.0.2.7": what carries it and who is connected.
QString sourceWords(const QJsonObject &source)
{
    const QString protocol = member(source.value(QLatin1StringView("transport")).toObject(), "protocol");
    const QString peer = member(source, "peerIpAddress");
    if (peer.isEmpty())
        return protocol;
    return protocol.isEmpty() ? peer : QStringLiteral("%1 from %2").arg(protocol, peer);
}

Result<void> takeSources(const QJsonObject &flow, MediaConnectFlow &into)
{
    auto sources = arrayMember(flow, QLatin1StringView("sources"), kMostSources);
    if (!sources)
        return tl::unexpected(sources.error());
    if (sources->isEmpty() && flow.value(QLatin1StringView("source")).isObject())
        sources->append(flow.value(QLatin1StringView("source")));
    for (const auto &value : std::as_const(*sources)) {
        const QJsonObject source = value.toObject();
        const auto name = textMember(source, QLatin1StringView("name"));
        if (!name || !name->has_value())
            return tl::unexpected(name ? wrongMember(QStringLiteral("sources"), Text::tr("sources with a name"))
                                       : name.error());
        into.sources.push_back({**name, member(source, "sourceArn").toUtf8()});
        into.sample.inputs.push_back(**name);
        InputSample input;
        input.name = **name;
        input.providerState = sourceWords(source);
        into.sample.inputHealth.push_back(std::move(input));
    }
    return {};
}

// What the flow's own failover is set to, and why no source can be preferred where none can.
void judgeFailover(const QJsonObject &flow, EncoderSample &sample)
{
    const QJsonObject failover = flow.value(QLatin1StringView("sourceFailoverConfig")).toObject();
    const QString mode = member(failover, "failoverMode");
    const bool isOn = member(failover, "state") == QLatin1String("ENABLED");
    if (!mode.isEmpty())
        sample.details.push_back({QStringLiteral("sourceFailoverConfig"),
                                  QStringLiteral("%1 %2").arg(mode, member(failover, "state")).trimmed()});
    if (sample.inputs.size() < 2) {
        sample.obstacles.push_back({Verb::PreferInput, {}, Text::tr("The flow has one source only.")});
    } else if (!isOn) {
        sample.obstacles.push_back({Verb::PreferInput, {}, Text::tr("Source failover is switched off in this flow.")});
    } else if (mode == QLatin1String("MERGE")) {
        sample.obstacles.push_back({Verb::PreferInput,
                                    {},
                                    Text::tr("The flow merges its sources packet by packet; there is none to "
                                             "prefer.")});
    } else {
        sample.preferredInput = member(failover.value(QLatin1StringView("sourcePriority")).toObject(), "primarySource");
    }
}

void takeMessages(const QJsonObject &answer, EncoderSample &sample)
{
    const QJsonArray errors =
        answer.value(QLatin1StringView("messages")).toObject()[QLatin1StringView("errors")].toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(errors.size(), kMostErrors); ++i) {
        const QString text = errors.at(i).toString().left(512);
        if (!text.isEmpty())
            sample.alerts.push_back({QStringLiteral("message-%1").arg(i), QStringLiteral("FLOW_ERROR"), text, {}});
    }
}

} // namespace

EncoderState mediaConnectState(const QString &word)
{
    static constexpr std::array<std::pair<const char *, EncoderState>, 7> words{{
        {"STANDBY", EncoderState::Idle},
        {"ACTIVE", EncoderState::Running},
        {"STARTING", EncoderState::Starting},
        {"STOPPING", EncoderState::Stopping},
        {"UPDATING", EncoderState::Changing},
        {"DELETING", EncoderState::Changing},
        {"ERROR", EncoderState::Failed},
    }};
    for (const auto &[name, state] : words) {
        if (word == QLatin1String(name))
            return state;
    }
    return EncoderState::Unknown;
}

Result<MediaConnectFlow> mediaConnectFlow(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject flow = answer->value(QLatin1StringView("flow")).toObject();
    const auto status = textMember(flow, QLatin1StringView("status"));
    if (!status)
        return tl::unexpected(status.error());
    if (!status->has_value())
        return tl::unexpected(wrongMember(QStringLiteral("flow.status"), Text::tr("the status of a flow")));
    MediaConnectFlow read;
    EncoderSample &sample = read.sample;
    sample.providerState = **status;
    sample.state = mediaConnectState(sample.providerState);
    if (const auto taken = takeSources(flow, read); !taken)
        return tl::unexpected(taken.error());
    const bool runs = sample.state == EncoderState::Running;
    sample.pipelinesExpected = 1;
    sample.pipelinesRunning = runs ? 1 : 0;
    PipelineSample pipeline;
    pipeline.id = QStringLiteral("0");
    pipeline.state = runs                                   ? PipelineState::Running
                     : sample.state == EncoderState::Failed ? PipelineState::Failed
                                                            : PipelineState::Idle;
    if (sample.inputs.size() == 1)
        pipeline.activeInput = sample.inputs.front();
    sample.pipelines.push_back(std::move(pipeline));
    judgeFailover(flow, sample);
    takeMessages(*answer, sample);
    for (const char *name : {"name", "flowArn", "availabilityZone", "egressIp"}) {
        const QString value = member(flow, name);
        if (!value.isEmpty())
            sample.details.push_back({QString::fromLatin1(name), value});
    }
    return read;
}

std::vector<Metric> mediaConnectMetrics(const std::vector<MediaConnectSource> &sources)
{
    std::vector<Metric> metrics;
    for (const MediaConnectSource &source : sources) {
        for (const Wanted &wanted : kWanted)
            metrics.push_back({"AWS/MediaConnect", wanted.name, {{"SourceARN", source.arn}}, wanted.statistic, 60});
    }
    return metrics;
}

void addSourceHealth(const std::vector<MediaConnectSource> &sources, const MetricValues &values, EncoderSample &sample)
{
    std::optional<double> selectedRate;
    for (std::size_t i = 0; i < sources.size() && (i + 1) * FigureCount <= values.size(); ++i) {
        if (i >= sample.inputHealth.size() || sample.inputHealth[i].name != sources[i].name)
            break; // the flow has other sources by now
        const auto at = [&](Figure figure) -> std::optional<double> {
            const auto &value = values[i * FigureCount + std::size_t(figure)];
            if (!value || !std::isfinite(value->value) || value->value < 0 || value->value > 1e15)
                return std::nullopt;
            if (!sample.figures.measured || value->at > *sample.figures.measured)
                sample.figures.measured = value->at;
            return value->value;
        };
        InputSample &input = sample.inputHealth[i];
        if (const auto connected = at(Connected))
            input.connected = *connected >= 1;
        if (const auto selected = at(Selected))
            input.active = *selected >= 1;
        if (const auto rate = at(BitRate))
            input.rate = BitsPerSecond{*rate};
        if (const auto loss = at(Loss))
            input.lossShare = std::min(1.0, *loss / 100);
        if (const auto lost = at(NotRecovered))
            input.notRecovered = std::llround(*lost);
        if (const auto roundTrip = at(RoundTrip))
            input.roundTrip = std::chrono::milliseconds(std::llround(*roundTrip));
        if (input.rate && (sources.size() == 1 || input.active == true))
            selectedRate = input.rate->value;
    }
    if (selectedRate) {
        sample.figures.inputRate = BitsPerSecond{*selectedRate};
        if (sample.state == EncoderState::Running)
            sample.receives = *selectedRate > 0;
    }
}

Result<EncoderThumbnail> mediaConnectThumbnail(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject details = answer->value(QLatin1StringView("thumbnailDetails")).toObject();
    EncoderThumbnail thumbnail;
    thumbnail.pipeline = QStringLiteral("0");
    const QByteArray text = details.value(QLatin1StringView("thumbnail")).toString().toLatin1();
    if (text.isEmpty())
        return thumbnail;
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return tl::unexpected(wrongMember(QStringLiteral("thumbnail"), Text::tr("a picture in base64")));
    thumbnail.image = bytes.decoded;
    thumbnail.mediaType = QStringLiteral("image/jpeg");
    const QDateTime taken = QDateTime::fromString(member(details, "timestamp"), Qt::ISODateWithMs);
    if (taken.isValid())
        thumbnail.taken = ProviderTime(std::chrono::milliseconds(taken.toMSecsSinceEpoch()));
    return thumbnail;
}

} // namespace gantry::cloud
