#include "cloud/encoders/google_livestream_answer.h"

#include "cloud/http/json_limits.h"
#include "cloud/http/redaction.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace gantry::cloud {

namespace {

constexpr int kMostAttachments = 100;
constexpr int kMostListed = 1000;
const QLatin1StringView kOurs("gantry-");

QString word(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().left(512);
}

std::optional<ProviderTime> timeOf(const QString &text)
{
    // Up to nine decimals (RFC 3339); three are kept.
    static const QRegularExpression fraction(QStringLiteral("(\\.\\d{3})\\d+"));
    const QDateTime time =
        QDateTime::fromString(QString(text).replace(fraction, QStringLiteral("\\1")), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return ProviderTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

// {code,message}; empty when there is none.
QString faultOf(const QJsonValue &value)
{
    const QJsonObject fault = value.toObject();
    if (fault.isEmpty())
        return {};
    const QString message = quotable(fault.value(QLatin1StringView("message")).toString());
    return message.isEmpty() ? QStringLiteral("code %1").arg(fault.value(QLatin1StringView("code")).toInt()) : message;
}

std::optional<bool> receivesIn(const QString &state)
{
    if (state == QLatin1String("STREAMING"))
        return true;
    if (state == QLatin1String("STREAMING_NO_INPUT") || state == QLatin1String("AWAITING_INPUT"))
        return false;
    return std::nullopt;
}

PipelineState pipelineStateOf(EncoderState state)
{
    switch (state) {
    case EncoderState::Running:
    case EncoderState::Recovering:
        return PipelineState::Running;
    case EncoderState::Failed:
        return PipelineState::Failed;
    case EncoderState::Idle:
        return PipelineState::Idle;
    default:
        return PipelineState::Unknown;
    }
}

// What the operator has to know of the encoder's own failover before he switches by hand.
void addFailover(EncoderSample &sample, const QJsonArray &attachments, const QString &mode)
{
    QStringList spares;
    for (const auto &each : attachments) {
        const QJsonObject attachment = each.toObject();
        const QJsonArray keys = attachment.value(QLatin1StringView("automaticFailover"))
                                    .toObject()
                                    .value(QLatin1StringView("inputKeys"))
                                    .toArray();
        for (const auto &key : keys)
            spares.append(QStringLiteral("%1 → %2").arg(word(attachment, "key"), key.toString().left(100)));
    }
    if (!mode.isEmpty())
        sample.details.push_back({QStringLiteral("inputSwitchMode"), mode});
    if (spares.isEmpty())
        return;
    sample.details.push_back({QStringLiteral("automaticFailover"), spares.join(QStringLiteral(", "))});
    if (mode != QLatin1String("MANUAL"))
        sample.details.push_back(
            {QCoreApplication::translate("cloud", "Switching by hand"),
             QCoreApplication::translate("cloud", "Ends Google's automatic failover until it is set up again there.")});
}

} // namespace

EncoderState googleState(const QString &state)
{
    static constexpr std::array<std::pair<const char *, EncoderState>, 9> words{{
        {"STOPPED", EncoderState::Idle},
        {"STARTING", EncoderState::Starting},
        {"AWAITING_INPUT", EncoderState::Running},
        {"STREAMING", EncoderState::Running},
        {"STREAMING_NO_INPUT", EncoderState::Running},
        {"STREAMING_ERROR", EncoderState::Failed},
        {"STOPPING", EncoderState::Stopping},
        {"STANDBY", EncoderState::Starting},
        {"PENDING", EncoderState::Starting},
    }};
    for (const auto &[name, meaning] : words) {
        if (state == QLatin1String(name))
            return meaning;
    }
    return EncoderState::Unknown;
}

Result<GoogleChannel> googleChannel(const QJsonObject &body)
{
    const auto state = textMember(body, QLatin1StringView("streamingState"));
    if (!state)
        return tl::unexpected(state.error());
    // Every channel has a name; a state that is not set is left out by proto's JSON.
    const auto name = textMember(body, QLatin1StringView("name"));
    if (!name || !name->has_value())
        return tl::unexpected(
            wrongMember(QStringLiteral("name"), QCoreApplication::translate("cloud", "the name of a channel")));
    const auto active = textMember(body, QLatin1StringView("activeInput"));
    if (!active)
        return tl::unexpected(active.error());
    const auto attachments = arrayMember(body, QLatin1StringView("inputAttachments"), kMostAttachments);
    if (!attachments)
        return tl::unexpected(attachments.error());

    GoogleChannel channel;
    EncoderSample &sample = channel.sample;
    sample.providerState = state->value_or(QStringLiteral("STREAMING_STATE_UNSPECIFIED"));
    sample.state = googleState(sample.providerState);
    sample.receives = receivesIn(sample.providerState);
    for (const auto &each : *attachments) {
        const auto key = textMember(each.toObject(), QLatin1StringView("key"));
        if (!key)
            return tl::unexpected(key.error());
        if (key->value_or(QString()).isEmpty())
            continue;
        sample.inputs.push_back(**key);
        channel.attachments.push_back({**key, word(each.toObject(), "input")});
    }
    PipelineSample pipeline;
    pipeline.id = QStringLiteral("0");
    pipeline.activeInput = active->value_or(QString());
    pipeline.state = pipelineStateOf(sample.state);
    sample.pipelines.push_back(pipeline);
    sample.pipelinesExpected = 1;
    if (pipeline.state != PipelineState::Unknown)
        sample.pipelinesRunning = pipeline.state == PipelineState::Running ? 1 : 0;
    if (const QString fault = faultOf(body.value(QLatin1StringView("streamingError"))); !fault.isEmpty())
        sample.alerts.push_back({QStringLiteral("streamingError"), QStringLiteral("streamingError"), fault, {}});
    addFailover(sample, *attachments, word(body.value(QLatin1StringView("inputConfig")).toObject(), "inputSwitchMode"));
    return channel;
}

Result<std::map<QString, GoogleInput>> googleInputs(const QJsonObject &body)
{
    const auto list = arrayMember(body, QLatin1StringView("inputs"), kMostListed);
    if (!list)
        return tl::unexpected(list.error());
    std::map<QString, GoogleInput> inputs;
    for (const auto &each : *list) {
        const QJsonObject object = each.toObject();
        const auto name = textMember(object, QLatin1StringView("name"));
        if (!name)
            return tl::unexpected(name.error());
        GoogleInput input;
        // Only there while something is received. The input's address (`uri`) may hold a key: it is never read.
        input.connected = !object.value(QLatin1StringView("inputStreamProperty")).toObject().isEmpty();
        QStringList words;
        for (const char *member : {"type", "tier"}) {
            if (const QString said = word(object, member); !said.isEmpty())
                words.append(said);
        }
        input.words = words.join(QStringLiteral(", "));
        inputs.emplace(name->value_or(QString()), input);
    }
    return inputs;
}

Result<std::vector<GoogleEvent>> googleEvents(const QJsonObject &body)
{
    const auto list = arrayMember(body, QLatin1StringView("events"), kMostListed);
    if (!list)
        return tl::unexpected(list.error());
    std::vector<GoogleEvent> events;
    for (const auto &each : *list) {
        const QJsonObject object = each.toObject();
        const auto name = textMember(object, QLatin1StringView("name"));
        if (!name)
            return tl::unexpected(name.error());
        if (!name->has_value())
            return tl::unexpected(
                wrongMember(QStringLiteral("events"), QCoreApplication::translate("cloud", "events with a name")));
        GoogleEvent event;
        event.id = (*name)->section(u'/', -1);
        event.state = word(object, "state");
        event.fault = faultOf(object.value(QLatin1StringView("error")));
        event.at = timeOf(word(object, "executionTime"));
        event.created = timeOf(word(object, "createTime"));
        for (const char *task : {"inputSwitch", "adBreak", "returnToProgram", "slate", "mute", "unmute"}) {
            if (object.contains(QLatin1StringView(task)))
                event.what = QLatin1StringView(task);
        }
        event.input = word(object.value(QLatin1StringView("inputSwitch")).toObject(), "inputKey");
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<PlannedAction> plannedFrom(const std::vector<GoogleEvent> &events)
{
    std::vector<PlannedAction> planned;
    for (const GoogleEvent &event : events) {
        if (event.state == QLatin1String("SCHEDULED") || event.state == QLatin1String("PENDING"))
            planned.push_back({nameOfEvent(event.id), event.what, event.input, event.at});
    }
    std::stable_sort(planned.begin(), planned.end(),
                     [](const PlannedAction &a, const PlannedAction &b) { return a.at && (!b.at || *a.at < *b.at); });
    return planned;
}

std::vector<JobSample> jobsFrom(const std::vector<GoogleEvent> &events, ProviderTime notBefore)
{
    using State = JobSample::State;
    static constexpr std::array<std::pair<const char *, State>, 6> words{{{"SCHEDULED", State::Waiting},
                                                                          {"PENDING", State::Waiting},
                                                                          {"RUNNING", State::Running},
                                                                          {"SUCCEEDED", State::Done},
                                                                          {"FAILED", State::Failed},
                                                                          {"STOPPED", State::Done}}};
    std::vector<JobSample> jobs;
    for (const GoogleEvent &event : events) {
        if (!event.id.startsWith(kOurs) || (event.created && *event.created < notBefore))
            continue;
        JobSample job;
        job.name = nameOfEvent(event.id);
        job.providerState = event.fault.isEmpty() ? event.state : event.state + QStringLiteral(": ") + event.fault;
        for (const auto &[name, state] : words) {
            if (event.state == QLatin1String(name))
                job.state = state;
        }
        jobs.push_back(std::move(job));
    }
    return jobs;
}

Result<GoogleOperation> googleOperation(const QJsonObject &body)
{
    static const QRegularExpression plain(
        QStringLiteral("^projects/[^/]+/locations/[^/]+/operations/[A-Za-z0-9._-]+$"));
    const auto name = textMember(body, QLatin1StringView("name"));
    if (!name)
        return tl::unexpected(name.error());
    if (!plain.match(name->value_or(QString())).hasMatch())
        return tl::unexpected(
            wrongMember(QStringLiteral("name"), QCoreApplication::translate("cloud", "the name of an operation")));
    const QJsonValue done = body.value(QLatin1StringView("done"));
    if (!done.isUndefined() && !done.isBool())
        return tl::unexpected(wrongMember(QStringLiteral("done"), QCoreApplication::translate("cloud", "yes or no")));
    return GoogleOperation{**name, done.toBool(), faultOf(body.value(QLatin1StringView("error")))};
}

QString googleEventId(const QString &token)
{
    QString plain = token.toLower();
    plain.removeIf([](QChar c) { return !(c >= u'a' && c <= u'z') && !(c >= u'0' && c <= u'9') && c != u'-'; });
    return kOurs + plain.left(63 - int(kOurs.size()));
}

QString nameOfEvent(const QString &id)
{
    return id.startsWith(kOurs) ? id.mid(kOurs.size()) : id;
}

QString googleRequestId(const QString &token)
{
    const QUuid id = QUuid::fromString(token);
    return (id.isNull() ? QUuid::createUuidV5(QUuid(), token) : id).toString(QUuid::WithoutBraces);
}

} // namespace gantry::cloud
