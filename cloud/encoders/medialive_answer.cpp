#include "cloud/encoders/medialive_answer.h"

#include "cloud/http/json_limits.h"

#include <QCoreApplication>

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
    return PipelineSample{id->value_or(QString()), input->value_or(QString())};
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

} // namespace gantry::cloud
