#include "cloud/sandbox/sandbox_medialive.h"

#include "cloud/sandbox/sandbox_medialive_json.h"

#include "cloud/http/json_limits.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace gantry::cloud {

namespace {

QString inputId(std::size_t index)
{
    return QString::number(2'000'001 + index);
}

ServedAnswer notFound(const QString &what)
{
    return awsFault(404, "NotFoundException", QStringLiteral("%1 was not found.").arg(what));
}

QString stateWord(SandboxChannel::State state)
{
    switch (state) {
    case SandboxChannel::State::Starting:
        return QStringLiteral("STARTING");
    case SandboxChannel::State::Running:
        return QStringLiteral("RUNNING");
    case SandboxChannel::State::Recovering:
        return QStringLiteral("RECOVERING");
    case SandboxChannel::State::Stopping:
        return QStringLiteral("STOPPING");
    case SandboxChannel::State::Idle:
        break;
    }
    return QStringLiteral("IDLE");
}

QJsonObject alertJson(const QString &id, const QString &type, const QString &message, const QString &pipeline,
                      const QDateTime &since)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("alertType"), type},
            {QStringLiteral("message"), message},
            {QStringLiteral("pipelineId"), pipeline},
            {QStringLiteral("state"), QStringLiteral("SET")},
            {QStringLiteral("setTimestamp"), since.toUTC().toString(Qt::ISODateWithMs)}};
}

QJsonObject failoverJson(SandboxChannel::Preference preference, const SandboxChannel::Options &options)
{
    const QJsonObject loss{{QStringLiteral("inputLossThresholdMsec"), qint64(options.lossThreshold.count())}};
    const QJsonObject condition{
        {QStringLiteral("failoverConditionSettings"), QJsonObject{{QStringLiteral("inputLossSettings"), loss}}}};
    const bool primary = preference == SandboxChannel::Preference::Primary;
    return {{QStringLiteral("secondaryInputId"), inputId(1)},
            {QStringLiteral("errorClearTimeMsec"), qint64(options.clearTime.count())},
            {QStringLiteral("inputPreference"),
             primary ? QStringLiteral("PRIMARY_INPUT_PREFERRED") : QStringLiteral("EQUAL_INPUT_PREFERENCE")},
            {QStringLiteral("failoverConditions"), QJsonArray{condition}}};
}

} // namespace

SandboxMediaLive::SandboxMediaLive(Settings settings)
    : m_settings(std::move(settings))
    , m_bucket(m_settings.requestsPerSecond, m_settings.burst)
    , m_thumbnailBucket(m_settings.requestsPerSecond, m_settings.burst)
{
    for (int i = 0; i < m_settings.channels; ++i)
        m_channels.emplace_back(m_settings.delays, m_settings.inputs, m_settings.running && i == 0,
                                SandboxChannel::Time(0), m_settings.options);
}

QString SandboxMediaLive::channelId(std::size_t index)
{
    return QString::number(1'000'001 + index);
}

QString SandboxMediaLive::channelArn(std::size_t index) const
{
    return arn(QStringLiteral("channel"), channelId(index));
}

void SandboxMediaLive::advance(SandboxChannel::Time now)
{
    for (SandboxChannel &channel : m_channels)
        channel.advance(now);
}

ServedAnswer SandboxMediaLive::answer(const ServedRequest &request, const SandboxNow &now,
                                      const std::vector<EncoderAlert> &further)
{
    advance(now.time);
    TokenBucket &bucket = request.path.endsWith("/thumbnails") ? m_thumbnailBucket : m_bucket;
    if (!bucket.take(now.time))
        return awsFault(429, "TooManyRequestsException", QStringLiteral("Too Many Requests"));
    return route(request, now, further);
}

ServedAnswer SandboxMediaLive::route(const ServedRequest &request, const SandboxNow &now,
                                     const std::vector<EncoderAlert> &further)
{
    const QList<QByteArray> parts = request.path.mid(1).split('/'); // "prod", "channels", "1000001", ...
    const QByteArray collection = parts.value(1);
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.value(2)));
    const bool isGet = request.method == "GET";
    if (parts.size() == 2 && isGet && collection == "channels") {
        QJsonArray channels;
        for (std::size_t i = 0; i < m_channels.size(); ++i)
            channels.append(channelSummary(i));
        return awsPage(QStringLiteral("channels"), channels, request.query, now.tokenLoop);
    }
    if (parts.size() == 2 && isGet && collection == "inputs") {
        QJsonArray inputs;
        for (std::size_t i = 0; i < m_settings.inputs.size(); ++i)
            inputs.append(input(i));
        return awsPage(QStringLiteral("inputs"), inputs, request.query, now.tokenLoop);
    }
    if (parts.size() == 3 && isGet && collection == "inputs") {
        for (std::size_t i = 0; i < m_settings.inputs.size(); ++i) {
            if (id == inputId(i))
                return awsAnswer(input(i));
        }
        return notFound(QStringLiteral("Input %1").arg(id));
    }
    if (request.method == "POST" && (request.path == "/prod/batch/start" || request.path == "/prod/batch/stop"))
        return batch(request.body, id == QStringLiteral("start"), now);
    if (parts.size() >= 3 && parts.size() <= 4 && collection == "channels") {
        for (std::size_t i = 0; i < m_channels.size(); ++i) {
            if (id == channelId(i))
                return channelRoute(i, parts.value(3), request, now, further);
        }
        return notFound(QStringLiteral("Channel %1").arg(id));
    }
    return notFound(QStringLiteral("The rehearsal cloud has no such address; it"));
}

ServedAnswer SandboxMediaLive::channelRoute(std::size_t index, const QByteArray &rest, const ServedRequest &request,
                                            const SandboxNow &now, const std::vector<EncoderAlert> &further)
{
    const QByteArray call = request.method + ' ' + rest;
    if (call == "GET ")
        return awsAnswer(channelDetails(index));
    if (call == "POST start" || call == "POST stop")
        return command(index, call == "POST start", now);
    if (call == "POST restartChannelPipelines")
        return restart(index, request.body, now);
    if (call == "GET alerts")
        return awsPage(QStringLiteral("alerts"), alerts(index, request.query, now, further), request.query,
                       now.tokenLoop);
    if (call == "GET thumbnails")
        return thumbnails(index, request.query, now);
    if (call == "GET schedule")
        return awsPage(QStringLiteral("scheduleActions"), scheduleJson(m_channels[index].schedule()), request.query,
                       now.tokenLoop);
    if (call == "PUT schedule")
        return updateSchedule(index, request.body, now);
    if (call == "DELETE schedule") {
        if (!now.acceptOnly && !m_channels[index].clearSchedule())
            return awsFault(409, "ConflictException", QStringLiteral("The channel is not idle."));
        return awsAnswer({});
    }
    return awsFault(405, "BadRequestException", QStringLiteral("The rehearsal cloud does not know this call."));
}

ServedAnswer SandboxMediaLive::command(std::size_t index, bool start, const SandboxNow &now)
{
    SandboxChannel &channel = m_channels[index];
    if (!now.acceptOnly && !(start ? channel.start(now.time) : channel.stop(now.time)))
        return awsFault(409, "ConflictException",
                        QStringLiteral("Channel %1 cannot be %2 while it is in state %3.")
                            .arg(channelId(index), start ? QStringLiteral("started") : QStringLiteral("stopped"),
                                 stateWord(channel.state())));
    return awsAnswer(channelDetails(index));
}

// 200 even when some, or all, of it failed.
ServedAnswer SandboxMediaLive::batch(const QByteArray &body, bool start, const SandboxNow &now)
{
    const auto object = readJsonObject(body, {qsizetype{64} * 1024, 8});
    if (!object)
        return awsFault(400, "BadRequestException", object.error().detail);
    QJsonArray successful;
    QJsonArray failed;
    const QJsonArray wanted = object->value(QLatin1StringView("channelIds")).toArray();
    for (const QJsonValue &value : wanted) {
        const QString id = value.toString();
        std::size_t index = 0;
        while (index < m_channels.size() && channelId(index) != id)
            ++index;
        const ServedAnswer one =
            index < m_channels.size() ? command(index, start, now) : notFound(QStringLiteral("Channel %1").arg(id));
        QJsonObject told{{QStringLiteral("id"), id}, {QStringLiteral("arn"), arn(QStringLiteral("channel"), id)}};
        if (one.status == 200) {
            told.insert(QStringLiteral("state"), stateWord(m_channels[index].state()));
            successful.append(told);
        } else {
            const auto why = readJsonObject(one.body);
            told.insert(QStringLiteral("code"), QString::number(one.status));
            told.insert(QStringLiteral("message"), why ? why->value(QLatin1StringView("message")) : QJsonValue());
            failed.append(told);
        }
    }
    return awsAnswer({{QStringLiteral("successful"), successful}, {QStringLiteral("failed"), failed}});
}

ServedAnswer SandboxMediaLive::restart(std::size_t index, const QByteArray &body, const SandboxNow &now)
{
    const auto object = readJsonObject(body.isEmpty() ? QByteArray("{}") : body, {qsizetype{64} * 1024, 8});
    if (!object)
        return awsFault(400, "BadRequestException", object.error().detail);
    std::vector<int> pipelines;
    const QJsonArray wanted = object->value(QLatin1StringView("pipelineIds")).toArray();
    for (const QJsonValue &value : wanted) {
        const QString id = value.toString();
        if (id != QLatin1StringView("PIPELINE_0") && id != QLatin1StringView("PIPELINE_1"))
            return awsFault(400, "BadRequestException", QStringLiteral("There is no pipeline %1.").arg(id));
        pipelines.push_back(id.endsWith(u'1') ? 1 : 0);
    }
    if (pipelines.empty()) // none named: all of them
        pipelines = {0, 1};
    if (!now.acceptOnly && !m_channels[index].restartPipelines(pipelines, now.time))
        return awsFault(409, "ConflictException", QStringLiteral("The channel is not running."));
    QJsonObject answer = channelDetails(index);
    answer.insert(QStringLiteral("maintenanceStatus"), QStringLiteral("Pipelines are being restarted."));
    return awsAnswer(answer);
}

ServedAnswer SandboxMediaLive::updateSchedule(std::size_t index, const QByteArray &body, const SandboxNow &now)
{
    const auto batch = readScheduleBatch(body, now.time, now.wallClock);
    if (!batch)
        return batch.error();
    SandboxChannel &channel = m_channels[index];
    std::vector<SandboxChannel::Action> deleted;
    if (!now.acceptOnly) {
        auto result = channel.updateSchedule(*batch, now.time);
        if (!result)
            return awsValidationFault(result.error());
        deleted = *std::move(result);
    }
    return awsAnswer(
        {{QStringLiteral("creates"), QJsonObject{{QStringLiteral("scheduleActions"), scheduleJson(batch->creates)}}},
         {QStringLiteral("deletes"), QJsonObject{{QStringLiteral("scheduleActions"), scheduleJson(deleted)}}}});
}

ServedAnswer SandboxMediaLive::thumbnails(std::size_t index, const QByteArray &query, const SandboxNow &now) const
{
    const QUrlQuery parameters(QString::fromLatin1(query));
    const QString pipeline = parameters.queryItemValue(QStringLiteral("pipelineId"));
    const QString type = parameters.queryItemValue(QStringLiteral("thumbnailType"));
    if (pipeline.isEmpty() || type.isEmpty())
        return awsFault(400, "BadRequestException", QStringLiteral("pipelineId and thumbnailType are required."));
    const SandboxChannel &channel = m_channels[index];
    const bool up = channel.isPipelineUp(pipeline == QLatin1StringView("1") ? 1 : 0) && channel.isActivePresent();
    const QByteArray picture = up && m_settings.thumbnail ? m_settings.thumbnail(channel.activeInput()) : QByteArray();
    if (picture.isEmpty())
        return notFound(QStringLiteral("A thumbnail of pipeline %1").arg(pipeline));
    const QJsonObject thumbnail{{QStringLiteral("body"), QString::fromLatin1(picture.toBase64())},
                                {QStringLiteral("contentType"), QStringLiteral("image/jpeg")},
                                {QStringLiteral("thumbnailType"), type},
                                {QStringLiteral("timeStamp"), now.wallClock.toUTC().toString(Qt::ISODateWithMs)}};
    return awsAnswer({{QStringLiteral("thumbnailDetails"),
                       QJsonArray{QJsonObject{{QStringLiteral("pipelineId"), pipeline},
                                              {QStringLiteral("thumbnails"), QJsonArray{thumbnail}}}}}});
}

QJsonArray SandboxMediaLive::alerts(std::size_t index, const QByteArray &query, const SandboxNow &now,
                                    const std::vector<EncoderAlert> &further) const
{
    const QString filter =
        QUrlQuery(QString::fromLatin1(query)).queryItemValue(QStringLiteral("stateFilter")); // SET, CLEARED, ALL
    QJsonArray list;
    for (const EncoderAlert &alert : further)
        list.append(alertJson(alert.id, alert.kind, alert.message, alert.pipeline, now.wallClock));
    for (const SandboxAlerts::Alert &alert : m_channels[index].alerts().all()) {
        const bool wanted = filter == QLatin1StringView("ALL") ||
                            (filter == QLatin1StringView("CLEARED")) == alert.clearedAt.has_value();
        if (!wanted)
            continue;
        QJsonObject object = alertJson(QString::number(alert.id), alert.type, alert.message,
                                       QString::number(alert.pipeline), now.wallOf(alert.setAt));
        if (alert.clearedAt) {
            object.insert(QStringLiteral("state"), QStringLiteral("CLEARED"));
            object.insert(QStringLiteral("clearedTimestamp"),
                          now.wallOf(*alert.clearedAt).toUTC().toString(Qt::ISODateWithMs));
        }
        list.append(object);
    }
    return list;
}

QJsonObject SandboxMediaLive::channelSummary(std::size_t index) const
{
    const SandboxChannel &channel = m_channels[index];
    QJsonArray attachments;
    for (std::size_t i = 0; i < m_settings.inputs.size(); ++i) {
        QJsonObject attachment{{QStringLiteral("inputAttachmentName"), m_settings.inputs[i]},
                               {QStringLiteral("inputId"), inputId(i)},
                               {QStringLiteral("inputSettings"),
                                QJsonObject{{QStringLiteral("sourceEndBehavior"), QStringLiteral("CONTINUE")}}}};
        if (i == 0 && channel.options().failover)
            attachment.insert(QStringLiteral("automaticInputFailoverSettings"),
                              failoverJson(*channel.options().failover, channel.options()));
        attachments.append(attachment);
    }
    const QString id = channelId(index);
    return {{QStringLiteral("arn"), arn(QStringLiteral("channel"), id)},
            {QStringLiteral("id"), id},
            {QStringLiteral("name"),
             index == 0 ? QStringLiteral("rehearsal") : QStringLiteral("rehearsal %1").arg(index + 1)},
            {QStringLiteral("channelClass"),
             channel.options().standard ? QStringLiteral("STANDARD") : QStringLiteral("SINGLE_PIPELINE")},
            {QStringLiteral("state"), stateWord(channel.state())},
            {QStringLiteral("pipelinesRunningCount"), channel.pipelinesRunning()},
            {QStringLiteral("inputAttachments"), attachments},
            {QStringLiteral("destinations"),
             QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("program")},
                                    {QStringLiteral("settings"), QJsonArray()},
                                    {QStringLiteral("mediaPackageSettings"), QJsonArray()}}}},
            {QStringLiteral("egressEndpoints"),
             QJsonArray{QJsonObject{{QStringLiteral("sourceIp"), QStringLiteral("127.0.0.1")}},
                        QJsonObject{{QStringLiteral("sourceIp"), QStringLiteral("127.0.0.1")}}}},
            {QStringLiteral("inputSpecification"),
             QJsonObject{{QStringLiteral("codec"), QStringLiteral("AVC")},
                         {QStringLiteral("maximumBitrate"), QStringLiteral("MAX_20_MBPS")},
                         {QStringLiteral("resolution"), QStringLiteral("HD")}}},
            {QStringLiteral("logLevel"), QStringLiteral("INFO")},
            {QStringLiteral("tags"), QJsonObject{{QStringLiteral("purpose"), QStringLiteral("rehearsal")}}}};
}

QJsonObject SandboxMediaLive::channelDetails(std::size_t index) const
{
    const SandboxChannel &channel = m_channels[index];
    QJsonObject details = channelSummary(index);
    QJsonArray pipelines;
    for (int i = 0; channel.hasPipelines() && i < channel.pipelines(); ++i) {
        if (channel.state() != SandboxChannel::State::Stopping && !channel.isPipelineUp(i))
            continue; // what does not run is not told of
        QJsonObject pipeline{{QStringLiteral("pipelineId"), QString::number(i)},
                             {QStringLiteral("activeInputAttachmentName"), channel.activeInput()}};
        if (!channel.switchAction().isEmpty())
            pipeline.insert(QStringLiteral("activeInputSwitchActionName"), channel.switchAction());
        pipelines.append(pipeline);
    }
    details.insert(QStringLiteral("pipelineDetails"), pipelines);
    details.insert(QStringLiteral("encoderSettings"),
                   QJsonObject{{QStringLiteral("audioDescriptions"), QJsonArray()},
                               {QStringLiteral("outputGroups"), QJsonArray()},
                               {QStringLiteral("timecodeConfig"),
                                QJsonObject{{QStringLiteral("source"), QStringLiteral("SYSTEMCLOCK")}}},
                               {QStringLiteral("videoDescriptions"), QJsonArray()}});
    return details;
}

QJsonObject SandboxMediaLive::input(std::size_t index) const
{
    QJsonArray channels;
    for (std::size_t i = 0; i < m_channels.size(); ++i)
        channels.append(channelId(i));
    const QString id = inputId(index);
    return {{QStringLiteral("arn"), arn(QStringLiteral("input"), id)},
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), QStringLiteral("rehearsal-%1").arg(m_settings.inputs[index].toLower())},
            {QStringLiteral("type"), QStringLiteral("SRT_CALLER")},
            {QStringLiteral("state"), QStringLiteral("ATTACHED")},
            {QStringLiteral("inputClass"), QStringLiteral("STANDARD")},
            {QStringLiteral("inputSourceType"), QStringLiteral("STATIC")},
            {QStringLiteral("attachedChannels"), channels},
            {QStringLiteral("destinations"), QJsonArray()},
            {QStringLiteral("sources"), QJsonArray()},
            {QStringLiteral("tags"), QJsonObject()}};
}

QString SandboxMediaLive::arn(const QString &kind, const QString &id) const
{
    return QStringLiteral("arn:aws:medialive:%1:000000000000:%2:%3")
        .arg(QString::fromLatin1(m_settings.region), kind, id);
}

} // namespace gantry::cloud
