#include "cloud/encoders/ivs_answer.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <cmath>

namespace gantry::cloud {

namespace {

constexpr JsonLimits kLimits{qsizetype{512} * 1024, 32};
constexpr int kMostEvents = 500;
constexpr int kShownEvents = 3;

enum Figure { Video, Audio, FrameRate, KeyframeInterval, FigureCount };
constexpr std::array<const char *, FigureCount> kWanted{"IngestVideoBitrate", "IngestAudioBitrate", "IngestFramerate",
                                                        "KeyframeInterval"};

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().left(300);
}

void addWord(std::vector<ProviderWord> &words, const char *name, const QString &value)
{
    if (!value.isEmpty())
        words.push_back({QString::fromLatin1(name), value});
}

EncoderSample withIngest(EncoderState state, const QString &word, std::optional<bool> connected)
{
    EncoderSample sample;
    sample.state = state;
    sample.providerState = word;
    sample.inputs = {QLatin1String(kIvsInput)};
    InputSample input;
    input.name = QLatin1String(kIvsInput);
    input.connected = connected;
    sample.inputHealth.push_back(std::move(input));
    return sample;
}

} // namespace

Result<IvsStream> ivsStream(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject stream = answer->value(QLatin1StringView("stream")).toObject();
    const auto state = textMember(stream, QLatin1StringView("state"));
    const auto viewers = integerMember(stream, QLatin1StringView("viewerCount"));
    if (!state || !viewers)
        return tl::unexpected(state ? viewers.error() : state.error());
    if (!state->has_value())
        return tl::unexpected(wrongMember(QStringLiteral("stream.state"), Text::tr("the state of a stream")));
    const bool isLive = **state == QLatin1String("LIVE");
    const bool isOffline = **state == QLatin1String("OFFLINE");
    IvsStream read;
    read.sample = withIngest(isLive      ? EncoderState::Running
                             : isOffline ? EncoderState::Idle
                                         : EncoderState::Unknown,
                             **state,
                             isLive      ? std::optional(true)
                             : isOffline ? std::optional(false)
                                         : std::nullopt);
    if (viewers->has_value() && **viewers >= 0)
        read.viewers = **viewers;
    EncoderSample &sample = read.sample;
    const QString health = member(stream, "health");
    if (health == QLatin1String("HEALTHY")) {
        sample.receives = true;
    } else if (health == QLatin1String("STARVING")) {
        sample.receives = false;
        sample.alerts.push_back({QStringLiteral("health"),
                                 health,
                                 Text::tr("Less arrives than the stream needs: look at the sender and its line."),
                                 {}});
    }
    if (isLive) {
        PipelineSample pipeline;
        pipeline.id = QStringLiteral("0");
        pipeline.activeInput = QLatin1String(kIvsInput);
        pipeline.state = PipelineState::Running;
        pipeline.providerState = health;
        sample.pipelines.push_back(std::move(pipeline));
        sample.pipelinesRunning = 1;
        sample.pipelinesExpected = 1;
    }
    for (const char *name : {"health", "startTime", "streamId", "channelArn", "playbackUrl"})
        addWord(sample.details, name, member(stream, name));
    return read;
}

IvsStream ivsOffline()
{
    IvsStream offline;
    offline.sample = withIngest(EncoderState::Idle, QStringLiteral("OFFLINE"), false);
    return offline;
}

Result<std::vector<ProviderWord>> ivsSession(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject session = answer->value(QLatin1StringView("streamSession")).toObject();
    const auto events = arrayMember(session, QLatin1StringView("truncatedEvents"), kMostEvents);
    if (!events)
        return tl::unexpected(events.error());
    std::vector<ProviderWord> words;
    const QJsonObject video =
        session.value(QLatin1StringView("ingestConfiguration")).toObject()[QLatin1StringView("video")].toObject();
    if (!video.isEmpty()) {
        words.push_back(
            {QStringLiteral("ingest video"), QStringLiteral("%1 %2×%3 %4 fps, %5 b/s, %6")
                                                 .arg(member(video, "codec"))
                                                 .arg(video.value(QLatin1StringView("videoWidth")).toInt())
                                                 .arg(video.value(QLatin1StringView("videoHeight")).toInt())
                                                 .arg(video.value(QLatin1StringView("targetFramerate")).toInt())
                                                 .arg(video.value(QLatin1StringView("targetBitrate")).toInt())
                                                 .arg(member(video, "encoder"))});
    }
    for (qsizetype i = 0; i < std::min<qsizetype>(events->size(), kShownEvents); ++i) {
        const QJsonObject event = events->at(i).toObject();
        words.push_back({member(event, "eventTime"),
                         QStringLiteral("%1 %2").arg(member(event, "type"), member(event, "name")).trimmed()});
    }
    return words;
}

std::vector<Metric> ivsMetrics(const QByteArray &channelArn)
{
    const QByteArray channel = channelArn.mid(channelArn.lastIndexOf('/') + 1);
    std::vector<Metric> metrics;
    for (const char *name : kWanted)
        metrics.push_back({"AWS/IVS", name, {{"Channel", channel}}, "Average", 60});
    return metrics;
}

void addIvsHealth(const MetricValues &values, EncoderSample &sample)
{
    if (values.size() < FigureCount)
        return;
    const auto at = [&](Figure figure) -> std::optional<double> {
        const auto &value = values[std::size_t(figure)];
        if (!value || !std::isfinite(value->value) || value->value < 0 || value->value > 1e12)
            return std::nullopt;
        if (!sample.figures.measured || value->at > *sample.figures.measured)
            sample.figures.measured = value->at;
        return value->value;
    };
    const auto video = at(Video);
    const auto audio = at(Audio);
    if (video || audio)
        sample.figures.inputRate = BitsPerSecond{video.value_or(0) + audio.value_or(0)};
    sample.figures.inputFrameRate = at(FrameRate);
    if (const auto interval = at(KeyframeInterval))
        sample.details.push_back({QStringLiteral("KeyframeInterval"), QStringLiteral("%1 s").arg(*interval)});
}

} // namespace gantry::cloud
