#include "cloud/encoders/medialive_answer.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <array>
#include <utility>

namespace gantry::cloud {

namespace {

constexpr int kMostPipelines = 8;     // the service has two
constexpr int kMostAttachments = 100; // the service allows 20
constexpr int kMostAlerts = 1000;

// A channel's answer holds its whole encoder settings: large, but not this large.
constexpr JsonLimits kLimits{qsizetype{2} * 1024 * 1024, 64};

Result<PipelineSample> pipelineFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return tl::unexpected(
            wrongMember(QStringLiteral("pipelineDetails"), QCoreApplication::translate("cloud", "a list of objects")));
    const QJsonObject object = value.toObject();
    const auto id = textMember(object, QLatin1StringView("pipelineId"));
    if (!id)
        return tl::unexpected(id.error());
    const auto input = textMember(object, QLatin1StringView("activeInputAttachmentName"));
    if (!input)
        return tl::unexpected(input.error());
    PipelineSample pipeline;
    pipeline.id = id->value_or(QString());
    pipeline.activeInput = input->value_or(QString());
    return pipeline;
}

Result<std::vector<PipelineSample>> pipelinesFrom(const QJsonObject &channel)
{
    const auto details = arrayMember(channel, QLatin1StringView("pipelineDetails"), kMostPipelines);
    if (!details)
        return tl::unexpected(details.error());
    std::vector<PipelineSample> pipelines;
    for (const auto &value : *details) {
        auto pipeline = pipelineFrom(value);
        if (!pipeline)
            return tl::unexpected(pipeline.error());
        pipelines.push_back(*std::move(pipeline));
    }
    return pipelines;
}

Result<std::vector<QString>> inputsFrom(const QJsonObject &channel)
{
    const auto attachments = arrayMember(channel, QLatin1StringView("inputAttachments"), kMostAttachments);
    if (!attachments)
        return tl::unexpected(attachments.error());
    std::vector<QString> names;
    for (const auto &value : *attachments) {
        const auto name = textMember(value.toObject(), QLatin1StringView("inputAttachmentName"));
        if (!name)
            return tl::unexpected(name.error());
        if (name->has_value() && !(*name)->isEmpty())
            names.push_back(**name);
    }
    return names;
}

// Which pipelines run follows from their number where it is none or all; between, the details name those that do.
void judgePipelines(EncoderSample &sample)
{
    const bool isOn = sample.state == EncoderState::Running || sample.state == EncoderState::Recovering;
    const std::size_t running = sample.pipelinesRunning ? std::size_t(*sample.pipelinesRunning) : 0;
    for (int index = 0; isOn && index < sample.pipelinesExpected.value_or(0); ++index) {
        const QString id = QString::number(index);
        const auto isIt = [&id](const PipelineSample &one) { return one.id == id; };
        if (std::none_of(sample.pipelines.begin(), sample.pipelines.end(), isIt) && sample.pipelinesRunning &&
            sample.pipelines.size() == running && *sample.pipelinesRunning < *sample.pipelinesExpected) {
            PipelineSample missing;
            missing.id = id;
            missing.state = PipelineState::Failed;
            sample.pipelines.insert(sample.pipelines.begin() + std::min<qsizetype>(index, qsizetype(running)), missing);
        }
    }
    for (PipelineSample &pipeline : sample.pipelines) {
        if (pipeline.state == PipelineState::Failed)
            continue;
        if (!isOn)
            pipeline.state = PipelineState::Idle;
        else if (sample.pipelinesRunning && *sample.pipelinesRunning == 0)
            pipeline.state = PipelineState::Failed;
        else if (sample.pipelinesRunning && sample.pipelinesExpected &&
                 (*sample.pipelinesRunning >= *sample.pipelinesExpected ||
                  std::any_of(sample.pipelines.begin(), sample.pipelines.end(),
                              [](const auto &one) { return one.state == PipelineState::Failed; })))
            pipeline.state = PipelineState::Running;
    }
}

// A pair of attachments that the channel switches between by itself.
void judgeFailover(const QJsonObject &channel, EncoderSample &sample)
{
    const QJsonArray attachments = channel.value(QLatin1StringView("inputAttachments")).toArray();
    QHash<QString, QString> names; // of the attachment, by input
    for (const auto &value : attachments) {
        const QJsonObject object = value.toObject();
        names.insert(object.value(QLatin1StringView("inputId")).toString(),
                     object.value(QLatin1StringView("inputAttachmentName")).toString());
    }
    const QString onAir = sample.activeInput();
    for (const auto &value : attachments) {
        const QJsonObject object = value.toObject();
        const QJsonObject failover = object.value(QLatin1StringView("automaticInputFailoverSettings")).toObject();
        const QString primary = object.value(QLatin1StringView("inputAttachmentName")).toString();
        const QString secondary = names.value(failover.value(QLatin1StringView("secondaryInputId")).toString());
        if (failover.isEmpty() || primary.isEmpty() || secondary.isEmpty())
            continue;
        const QString preference = failover.value(QLatin1StringView("inputPreference")).toString().left(64);
        const bool isEqual = preference == QLatin1String("EQUAL_INPUT_PREFERENCE");
        sample.preferredInput = isEqual ? QString() : primary;
        sample.details.push_back({QStringLiteral("failover pair %1, %2").arg(primary, secondary), preference});
        if (isEqual)
            continue;
        const QString because = Text::tr("%1 and %2 are a failover pair that prefers %1: MediaLive chooses between "
                                         "them itself. With equal preference they can be cut by hand.")
                                    .arg(primary, secondary);
        sample.obstacles.push_back({Verb::SwitchInput, secondary, because});
        sample.obstacles.push_back({Verb::ScheduleSwitch, secondary, because});
        if (onAir == secondary)
            sample.obstacles.push_back({Verb::SwitchInput, primary, because});
    }
}

// The provider's own words, for the details.
void addWords(const QJsonObject &channel, EncoderSample &sample)
{
    const std::array<const char *, 3> members{"name", "channelClass", "arn"};
    for (const char *member : members) {
        const QString value = channel.value(QLatin1StringView(member)).toString().left(300);
        if (!value.isEmpty())
            sample.details.push_back({QString::fromLatin1(member), value});
    }
    const QJsonObject maintenance = channel.value(QLatin1StringView("maintenance")).toObject();
    const QString when = maintenance.value(QLatin1StringView("maintenanceScheduledDate")).toString().left(64);
    if (!when.isEmpty())
        sample.details.push_back({QStringLiteral("maintenance"), when});
    for (const auto &value : channel.value(QLatin1StringView("pipelineDetails")).toArray()) {
        const QJsonObject pipeline = value.toObject();
        const QString action = pipeline.value(QLatin1StringView("activeInputSwitchActionName")).toString().left(300);
        if (!action.isEmpty())
            sample.details.push_back({QStringLiteral("pipeline %1 activeInputSwitchActionName")
                                          .arg(pipeline.value(QLatin1StringView("pipelineId")).toString().left(8)),
                                      action});
    }
}

std::optional<int> pipelinesOfClass(const QString &channelClass)
{
    if (channelClass == QLatin1String("STANDARD"))
        return 2;
    if (channelClass == QLatin1String("SINGLE_PIPELINE"))
        return 1;
    return std::nullopt;
}

} // namespace

EncoderState mediaLiveState(const QString &word)
{
    static constexpr std::array<std::pair<const char *, EncoderState>, 11> words{{
        {"CREATING", EncoderState::Changing},
        {"CREATE_FAILED", EncoderState::Failed},
        {"IDLE", EncoderState::Idle},
        {"STARTING", EncoderState::Starting},
        {"RUNNING", EncoderState::Running},
        {"RECOVERING", EncoderState::Recovering},
        {"STOPPING", EncoderState::Stopping},
        {"DELETING", EncoderState::Changing},
        {"DELETED", EncoderState::Failed}, // it is gone and will not come back
        {"UPDATING", EncoderState::Changing},
        {"UPDATE_FAILED", EncoderState::Failed},
    }};
    for (const auto &[name, state] : words) {
        if (word == QLatin1String(name))
            return state;
    }
    return EncoderState::Unknown;
}

Result<EncoderSample> mediaLiveSample(const QByteArray &body)
{
    const auto channel = readJsonObject(body, kLimits);
    if (!channel)
        return tl::unexpected(channel.error());
    const auto state = textMember(*channel, QLatin1StringView("state"));
    if (!state)
        return tl::unexpected(state.error());
    if (!state->has_value())
        return tl::unexpected(
            wrongMember(QStringLiteral("state"), QCoreApplication::translate("cloud", "the state of a channel")));
    const auto channelClass = textMember(*channel, QLatin1StringView("channelClass"));
    if (!channelClass)
        return tl::unexpected(channelClass.error());
    const auto running = integerMember(*channel, QLatin1StringView("pipelinesRunningCount"));
    if (!running)
        return tl::unexpected(running.error());
    if (running->has_value() && (**running < 0 || **running > kMostPipelines))
        return tl::unexpected(wrongMember(QStringLiteral("pipelinesRunningCount"),
                                          QCoreApplication::translate("cloud", "a small number")));
    auto pipelines = pipelinesFrom(*channel);
    if (!pipelines)
        return tl::unexpected(pipelines.error());
    auto inputs = inputsFrom(*channel);
    if (!inputs)
        return tl::unexpected(inputs.error());

    EncoderSample sample;
    sample.providerState = **state;
    sample.state = mediaLiveState(sample.providerState);
    if (running->has_value())
        sample.pipelinesRunning = int(**running);
    sample.pipelinesExpected = pipelinesOfClass(channelClass->value_or(QString()));
    sample.pipelines = *std::move(pipelines);
    sample.inputs = *std::move(inputs);
    // An immediate switch of a standard channel waits so that both pipelines act together; of the other kind nothing is
    // said.
    if (sample.pipelinesExpected == 2)
        sample.switchDelay = std::chrono::seconds(10);
    judgePipelines(sample);
    judgeFailover(*channel, sample);
    addWords(*channel, sample);
    return sample;
}

Result<std::vector<EncoderAlert>> mediaLiveAlerts(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto list = arrayMember(*answer, QLatin1StringView("alerts"), kMostAlerts);
    if (!list)
        return tl::unexpected(list.error());
    std::vector<EncoderAlert> alerts;
    for (const auto &value : *list) {
        const QJsonObject object = value.toObject();
        EncoderAlert alert;
        const std::array<std::pair<const char *, QString *>, 4> members{{{"id", &alert.id},
                                                                         {"alertType", &alert.kind},
                                                                         {"message", &alert.message},
                                                                         {"pipelineId", &alert.pipeline}}};
        for (const auto &[name, target] : members) {
            // A message may be longer than we keep; everything else is short or wrong.
            *target = object.value(QLatin1StringView(name)).toString().left(512);
        }
        if (alert.id.isEmpty() && alert.kind.isEmpty())
            return tl::unexpected(
                wrongMember(QStringLiteral("alerts"), QCoreApplication::translate("cloud", "alerts with an id")));
        if (object.value(QLatin1StringView("state")).toString() != QLatin1String("CLEARED"))
            alerts.push_back(std::move(alert));
    }
    return alerts;
}

Result<QString> mediaLiveNextToken(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto token = textMember(*answer, QLatin1StringView("nextToken"));
    if (!token)
        return tl::unexpected(token.error());
    return token->value_or(QString());
}

Result<std::vector<MediaLiveChannel>> mediaLiveChannels(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto list = arrayMember(*answer, QLatin1StringView("channels"), kMostAlerts);
    if (!list)
        return tl::unexpected(list.error());
    std::vector<MediaLiveChannel> channels;
    for (const auto &value : *list) {
        const QJsonObject object = value.toObject();
        const auto id = textMember(object, QLatin1StringView("id"));
        const auto name = textMember(object, QLatin1StringView("name"));
        const auto state = textMember(object, QLatin1StringView("state"));
        if (!id || !name || !state || !id->has_value())
            return tl::unexpected(wrongMember(QStringLiteral("channels"), Text::tr("channels with an id")));
        channels.push_back({**id, name->value_or(QString()), state->value_or(QString())});
    }
    return channels;
}

Result<EncoderThumbnail> mediaLiveThumbnail(const QByteArray &body, const QString &pipeline)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto details = arrayMember(*answer, QLatin1StringView("thumbnailDetails"), kMostPipelines);
    if (!details)
        return tl::unexpected(details.error());
    EncoderThumbnail thumbnail;
    thumbnail.pipeline = pipeline;
    for (const auto &value : *details) {
        const QJsonObject detail = value.toObject();
        if (detail.value(QLatin1StringView("pipelineId")).toString() != pipeline)
            continue;
        for (const auto &one : detail.value(QLatin1StringView("thumbnails")).toArray()) {
            const QJsonObject picture = one.toObject();
            const auto bytes =
                QByteArray::fromBase64Encoding(picture.value(QLatin1StringView("body")).toString().toLatin1(),
                                               QByteArray::AbortOnBase64DecodingErrors);
            if (!bytes || bytes.decoded.isEmpty())
                return tl::unexpected(wrongMember(QStringLiteral("body"), Text::tr("a picture in base64")));
            thumbnail.image = bytes.decoded;
            thumbnail.mediaType = picture.value(QLatin1StringView("contentType")).toString().left(64);
            const QDateTime taken =
                QDateTime::fromString(picture.value(QLatin1StringView("timeStamp")).toString(), Qt::ISODateWithMs);
            if (taken.isValid())
                thumbnail.taken = ProviderTime(std::chrono::milliseconds(taken.toMSecsSinceEpoch()));
        }
    }
    return thumbnail;
}

} // namespace gantry::cloud
