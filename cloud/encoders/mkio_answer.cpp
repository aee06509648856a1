#include "cloud/encoders/mkio_answer.h"

#include "cloud/http/json_limits.h"
#include "cloud/http/redaction.h"

#include <QCoreApplication>
#include <QUrl>

#include <array>
#include <utility>

namespace gantry::cloud {

namespace {

constexpr int kMostOutputs = 1000;

QString word(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().left(256);
}

} // namespace

EncoderState mkioState(const QString &state)
{
    static constexpr std::array<std::pair<const char *, EncoderState>, 7> words{{
        {"Stopped", EncoderState::Idle},
        {"Allocating", EncoderState::Changing},
        {"StandBy", EncoderState::Idle},
        {"Starting", EncoderState::Starting},
        {"Running", EncoderState::Running},
        {"Stopping", EncoderState::Stopping},
        {"Deleting", EncoderState::Changing},
    }};
    for (const auto &[name, meaning] : words) {
        if (state == QLatin1String(name))
            return meaning;
    }
    return EncoderState::Unknown;
}

Result<EncoderSample> mkioLiveEvent(const QJsonObject &body)
{
    const QJsonObject properties = body.value(QLatin1StringView("properties")).toObject();
    const auto state = textMember(properties, QLatin1StringView("resourceState"));
    if (!state)
        return tl::unexpected(state.error());
    if (!state->has_value())
        return tl::unexpected(wrongMember(QStringLiteral("resourceState"),
                                          QCoreApplication::translate("cloud", "the state of a live event")));
    EncoderSample sample;
    sample.providerState = **state;
    sample.state = mkioState(sample.providerState);
    PipelineSample pipeline;
    pipeline.id = QStringLiteral("0");
    pipeline.state = sample.state == EncoderState::Running ? PipelineState::Running
                     : sample.state == EncoderState::Idle  ? PipelineState::Idle
                                                           : PipelineState::Unknown;
    sample.pipelines.push_back(pipeline);
    sample.pipelinesExpected = 1;

    const QString provisioning = word(properties, "provisioningState");
    if (provisioning == QLatin1String("Failed")) {
        sample.alerts.push_back(
            {QStringLiteral("provisioningState"),
             QStringLiteral("provisioningState Failed"),
             QCoreApplication::translate("cloud", "MK.IO could not carry out the last change of this live event."),
             {}});
    }
    const QJsonObject input = properties.value(QLatin1StringView("input")).toObject();
    const QJsonObject encoding = properties.value(QLatin1StringView("encoding")).toObject();
    for (const auto &[name, value] : std::initializer_list<std::pair<const char *, QString>>{
             {"provisioningState", provisioning},
             {"streamingProtocol", word(input, "streamingProtocol")},
             {"encodingType", word(encoding, "encodingType")},
             {"presetName", word(encoding, "presetName")},
             {"location", word(body, "location")}}) {
        if (!value.isEmpty())
            sample.details.push_back({QLatin1StringView(name), value});
    }
    return sample;
}

Result<MkioOutputs> mkioOutputs(const QJsonObject &body)
{
    if (!body.value(QLatin1StringView("value")).isArray())
        return tl::unexpected(
            wrongMember(QStringLiteral("value"), QCoreApplication::translate("cloud", "a list of live outputs")));
    const auto list = arrayMember(body, QLatin1StringView("value"), kMostOutputs);
    if (!list)
        return tl::unexpected(list.error());
    MkioOutputs page;
    for (const auto &each : *list) {
        const QJsonObject output = each.toObject();
        page.outputs.push_back({QCoreApplication::translate("cloud", "Live output %1").arg(word(output, "name")),
                                word(output.value(QLatin1StringView("properties")).toObject(), "resourceState")});
    }
    page.next = body.value(QLatin1StringView("@odata.nextLink")).toString().left(4096);
    return page;
}

Result<JobSample> mkioOperation(const QJsonObject &body)
{
    const auto status = textMember(body, QLatin1StringView("status"));
    if (!status)
        return tl::unexpected(status.error());
    if (!status->has_value())
        return tl::unexpected(
            wrongMember(QStringLiteral("status"), QCoreApplication::translate("cloud", "the state of an operation")));
    using State = JobSample::State;
    JobSample job;
    job.providerState = **status;
    job.state = **status == QLatin1String("InProgress")                                        ? State::Running
                : **status == QLatin1String("Succeeded")                                       ? State::Done
                : **status == QLatin1String("Failed") || **status == QLatin1String("Canceled") ? State::Failed
                                                                                               : State::Unknown;
    const QJsonObject error = body.value(QLatin1StringView("error")).toObject();
    const QString reason = quotable(word(error, "code") + u' ' + word(error, "detail") + u' ' + word(error, "message"));
    if (!reason.isEmpty())
        job.providerState += QStringLiteral(": ") + reason;
    return job;
}

std::optional<MkioLink> mkioLink(const QString &link, const QUrl &endpoint)
{
    QUrl url(link, QUrl::StrictMode);
    if (!url.isValid() || link.isEmpty())
        return std::nullopt;
    if (url.isRelative())
        url = QUrl(endpoint.scheme() + QStringLiteral("://") + endpoint.authority()).resolved(url);
    if (url.scheme() != endpoint.scheme() || url.host() != endpoint.host() || url.port() != endpoint.port() ||
        !url.userInfo().isEmpty())
        return std::nullopt;
    return MkioLink{url.path(QUrl::FullyEncoded).toLatin1(), url.query(QUrl::FullyEncoded).toLatin1()};
}

} // namespace gantry::cloud
