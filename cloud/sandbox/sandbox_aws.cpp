#include "cloud/sandbox/sandbox_aws.h"

#include "cloud/sandbox/sandbox_aws_json.h"
#include "cloud/sandbox/sandbox_signature.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace gantry::cloud {

namespace {

const std::array<QString, 2> kInputs{QStringLiteral("A"), QStringLiteral("B")};

QString channelId(std::size_t index)
{
    return QString::number(1'000'001 + index);
}

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
    case SandboxChannel::State::Stopping:
        return QStringLiteral("STOPPING");
    case SandboxChannel::State::Idle:
        break;
    }
    return QStringLiteral("IDLE");
}

QJsonArray alertsFrom(const SandboxFaults &faults, const QDateTime &since)
{
    QJsonArray alerts;
    for (const EncoderAlert &alert : faults.alerts)
        alerts.append(QJsonObject{{QStringLiteral("id"), alert.id},
                                  {QStringLiteral("alertType"), alert.kind},
                                  {QStringLiteral("message"), alert.message},
                                  {QStringLiteral("pipelineId"), alert.pipeline},
                                  {QStringLiteral("state"), QStringLiteral("SET")},
                                  {QStringLiteral("setTimestamp"), since.toUTC().toString(Qt::ISODateWithMs)}});
    return alerts;
}

} // namespace

SandboxAws::SandboxAws(Settings settings)
    : m_settings(std::move(settings)), m_bucket(m_settings.requestsPerSecond, m_settings.burst)
{
    for (int i = 0; i < m_settings.channels; ++i)
        m_channels.emplace_back(m_settings.delays, std::vector<QString>(kInputs.begin(), kInputs.end()),
                                m_settings.running && i == 0, SandboxChannel::Time(0));
}

void SandboxAws::advance(SandboxChannel::Time now)
{
    for (SandboxChannel &channel : m_channels)
        channel.advance(now);
}

ServedAnswer SandboxAws::answer(const ServedRequest &request, const SandboxNow &now, const SandboxFaults &faults)
{
    advance(now.time);
    if (const auto fault =
            signatureFault(request, m_settings.credentials, m_settings.region, "medialive", now.wallClock))
        return awsFault(403, fault->type, fault->message);
    if (!m_bucket.take(now.time))
        return awsFault(429, "TooManyRequestsException", QStringLiteral("Too Many Requests"));
    return route(request, now, faults);
}

ServedAnswer SandboxAws::route(const ServedRequest &request, const SandboxNow &now, const SandboxFaults &faults)
{
    QList<QByteArray> parts = request.path.mid(1).split('/'); // "prod", "channels", "1000001", ...
    const QByteArray collection = parts.value(1);
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.value(2)));
    const bool isGet = request.method == "GET";
    if (parts.size() == 2 && isGet && collection == "channels") {
        QJsonArray channels;
        for (std::size_t i = 0; i < m_channels.size(); ++i)
            channels.append(channelSummary(i));
        return awsPage(QStringLiteral("channels"), channels, request.query);
    }
    if (parts.size() == 2 && isGet && collection == "inputs") {
        QJsonArray inputs;
        for (std::size_t i = 0; i < kInputs.size(); ++i)
            inputs.append(input(i));
        return awsPage(QStringLiteral("inputs"), inputs, request.query);
    }
    if (parts.size() == 3 && isGet && collection == "inputs") {
        for (std::size_t i = 0; i < kInputs.size(); ++i) {
            if (id == inputId(i))
                return awsAnswer(input(i));
        }
        return notFound(QStringLiteral("Input %1").arg(id));
    }
    if (parts.size() >= 3 && parts.size() <= 4 && collection == "channels") {
        for (std::size_t i = 0; i < m_channels.size(); ++i) {
            if (id == channelId(i))
                return channelRoute(i, parts.value(3), request, now, faults);
        }
        return notFound(QStringLiteral("Channel %1").arg(id));
    }
    return notFound(QStringLiteral("The rehearsal cloud has no such address; it"));
}

ServedAnswer SandboxAws::channelRoute(std::size_t index, const QByteArray &rest, const ServedRequest &request,
                                      const SandboxNow &now, const SandboxFaults &faults)
{
    const QByteArray call = request.method + ' ' + rest;
    if (call == "GET ")
        return awsAnswer(channelDetails(index));
    if (call == "POST start" || call == "POST stop")
        return command(index, call == "POST start", now, faults);
    if (call == "GET alerts")
        return awsPage(QStringLiteral("alerts"), alertsFrom(faults, now.wallClock), request.query);
    if (call == "GET schedule")
        return awsPage(QStringLiteral("scheduleActions"), scheduleJson(m_channels[index].schedule()), request.query);
    if (call == "PUT schedule")
        return updateSchedule(index, request.body, now, faults);
    if (call == "DELETE schedule") {
        if (!faults.acceptOnly && !m_channels[index].clearSchedule())
            return awsFault(409, "ConflictException", QStringLiteral("The channel is not idle."));
        return awsAnswer({});
    }
    return awsFault(405, "BadRequestException", QStringLiteral("The rehearsal cloud does not know this call."));
}

ServedAnswer SandboxAws::command(std::size_t index, bool start, const SandboxNow &now, const SandboxFaults &faults)
{
    SandboxChannel &channel = m_channels[index];
    if (!faults.acceptOnly && !(start ? channel.start(now.time) : channel.stop(now.time)))
        return awsFault(409, "ConflictException",
                        QStringLiteral("Channel %1 cannot be %2 while it is in state %3.")
                            .arg(channelId(index), start ? QStringLiteral("started") : QStringLiteral("stopped"),
                                 stateWord(channel.state())));
    return awsAnswer(channelDetails(index));
}

ServedAnswer SandboxAws::updateSchedule(std::size_t index, const QByteArray &body, const SandboxNow &now,
                                        const SandboxFaults &faults)
{
    const auto batch = readScheduleBatch(body, now.time, now.wallClock);
    if (!batch)
        return batch.error();
    SandboxChannel &channel = m_channels[index];
    std::vector<SandboxChannel::Action> deleted;
    if (!faults.acceptOnly) {
        auto result = channel.updateSchedule(*batch, now.time);
        if (!result)
            return awsValidationFault(result.error());
        deleted = *std::move(result);
    }
    return awsAnswer(
        {{QStringLiteral("creates"), QJsonObject{{QStringLiteral("scheduleActions"), scheduleJson(batch->creates)}}},
         {QStringLiteral("deletes"), QJsonObject{{QStringLiteral("scheduleActions"), scheduleJson(deleted)}}}});
}

QJsonObject SandboxAws::channelSummary(std::size_t index) const
{
    const SandboxChannel &channel = m_channels[index];
    QJsonArray attachments;
    for (std::size_t i = 0; i < kInputs.size(); ++i)
        attachments.append(
            QJsonObject{{QStringLiteral("inputAttachmentName"), kInputs[i]},
                        {QStringLiteral("inputId"), inputId(i)},
                        {QStringLiteral("inputSettings"),
                         QJsonObject{{QStringLiteral("sourceEndBehavior"), QStringLiteral("CONTINUE")}}}});
    const QString id = channelId(index);
    return {{QStringLiteral("arn"), arn(QStringLiteral("channel"), id)},
            {QStringLiteral("id"), id},
            {QStringLiteral("name"),
             index == 0 ? QStringLiteral("rehearsal") : QStringLiteral("rehearsal %1").arg(index + 1)},
            {QStringLiteral("channelClass"), QStringLiteral("STANDARD")},
            {QStringLiteral("state"), stateWord(channel.state())},
            {QStringLiteral("pipelinesRunningCount"), channel.state() == SandboxChannel::State::Running ? 2 : 0},
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

QJsonObject SandboxAws::channelDetails(std::size_t index) const
{
    const SandboxChannel &channel = m_channels[index];
    QJsonObject details = channelSummary(index);
    QJsonArray pipelines;
    for (const QString &id : {QStringLiteral("0"), QStringLiteral("1")}) {
        if (!channel.hasPipelines())
            break;
        QJsonObject pipeline{{QStringLiteral("pipelineId"), id},
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

QJsonObject SandboxAws::input(std::size_t index) const
{
    QJsonArray channels;
    for (std::size_t i = 0; i < m_channels.size(); ++i)
        channels.append(channelId(i));
    const QString id = inputId(index);
    return {{QStringLiteral("arn"), arn(QStringLiteral("input"), id)},
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), QStringLiteral("rehearsal-%1").arg(kInputs[index].toLower())},
            {QStringLiteral("type"), QStringLiteral("SRT_CALLER")},
            {QStringLiteral("state"), QStringLiteral("ATTACHED")},
            {QStringLiteral("inputClass"), QStringLiteral("STANDARD")},
            {QStringLiteral("inputSourceType"), QStringLiteral("STATIC")},
            {QStringLiteral("attachedChannels"), channels},
            {QStringLiteral("destinations"), QJsonArray()},
            {QStringLiteral("sources"), QJsonArray()},
            {QStringLiteral("tags"), QJsonObject()}};
}

QString SandboxAws::arn(const QString &kind, const QString &id) const
{
    return QStringLiteral("arn:aws:medialive:%1:000000000000:%2:%3")
        .arg(QString::fromLatin1(m_settings.region), kind, id);
}

} // namespace gantry::cloud
