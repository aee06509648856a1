#include "cloud/sandbox/sandbox_mediaconnect.h"

#include "cloud/sandbox/sandbox_access.h"
#include "cloud/sandbox/sandbox_medialive_json.h"

#include "cloud/http/json_limits.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace gantry::cloud {

namespace {

constexpr JsonLimits kBody{qsizetype{64} * 1024, 16};

QString stateWord(SandboxFlow::State state)
{
    switch (state) {
    case SandboxFlow::State::Starting:
        return QStringLiteral("STARTING");
    case SandboxFlow::State::Active:
        return QStringLiteral("ACTIVE");
    case SandboxFlow::State::Updating:
        return QStringLiteral("UPDATING");
    case SandboxFlow::State::Stopping:
        return QStringLiteral("STOPPING");
    case SandboxFlow::State::Standby:
        break;
    }
    return QStringLiteral("STANDBY");
}

QString flowName(std::size_t index)
{
    return index == 0 ? QStringLiteral("rehearsal") : QStringLiteral("rehearsal %1").arg(index + 1);
}

ServedAnswer notFound(const QString &what)
{
    return awsFault(404, "NotFoundException", QStringLiteral("%1 was not found.").arg(what));
}

ServedAnswer busy(const SandboxFlow &flow)
{
    return awsFault(
        400, "BadRequestException",
        QStringLiteral("The flow is in state %1; this call is not possible now.").arg(stateWord(flow.state())));
}

} // namespace

SandboxMediaConnect::SandboxMediaConnect(Settings settings)
    : m_settings(std::move(settings)), m_bucket(m_settings.requestsPerSecond, m_settings.burst)
{
    for (int i = 0; i < m_settings.flows; ++i)
        m_flows.emplace_back(m_settings.delays, m_settings.sources, m_settings.running && i == 0, SandboxFlow::Time(0));
}

void SandboxMediaConnect::advance(SandboxFlow::Time now)
{
    for (SandboxFlow &flow : m_flows)
        flow.advance(now);
}

ServedAnswer SandboxMediaConnect::answer(const ServedRequest &request, const SandboxNow &now)
{
    advance(now.time);
    if (!m_bucket.take(now.time))
        return awsFault(429, "TooManyRequestsException", QStringLiteral("Too Many Requests"));
    const QList<QByteArray> parts = request.path.mid(1).split('/'); // "v1", "flows", arn, ...
    if (parts.size() == 2 && request.method == "GET") {
        QJsonArray flows;
        for (std::size_t i = 0; i < m_flows.size(); ++i)
            flows.append(listed(i));
        return awsPage(QStringLiteral("flows"), flows, request.query, now.tokenLoop);
    }
    if (parts.size() == 4 && request.method == "POST" && (parts[2] == "start" || parts[2] == "stop"))
        return startOrStop(parts[3], parts[2] == "start", now);
    const auto index = flowOf(parts.value(2));
    if (!index)
        return notFound(
            QStringLiteral("Flow %1").arg(QString::fromUtf8(QByteArray::fromPercentEncoding(parts.value(2)))));
    return flowRoute(*index, parts.mid(3).join('/'), request, now);
}

ServedAnswer SandboxMediaConnect::flowRoute(std::size_t index, const QByteArray &rest, const ServedRequest &request,
                                            const SandboxNow &now)
{
    if (request.method == "GET" && rest.isEmpty())
        return awsAnswer({{QStringLiteral("flow"), described(index)},
                          {QStringLiteral("messages"), QJsonObject{{QStringLiteral("errors"), QJsonArray()}}}});
    if (request.method == "PUT" && rest.isEmpty())
        return update(index, request.body, now);
    if (request.method == "GET" && rest == "source-metadata")
        return metadata(index, now);
    if (request.method == "GET" && rest == "source-thumbnail")
        return thumbnail(index, now);
    if (request.method == "PUT" && rest.startsWith("outputs/")) {
        if (QString::fromUtf8(QByteArray::fromPercentEncoding(rest.mid(8))) != outputArn(index))
            return notFound(QStringLiteral("The output"));
        return updateOutput(index, request.body, now);
    }
    return awsFault(404, "NotFoundException", QStringLiteral("The rehearsal cloud does not know this call."));
}

ServedAnswer SandboxMediaConnect::startOrStop(const QByteArray &arn, bool start, const SandboxNow &now)
{
    const auto index = flowOf(arn);
    if (!index)
        return notFound(QStringLiteral("The flow"));
    SandboxFlow &flow = m_flows[*index];
    if (!now.acceptOnly && !(start ? flow.start(now.time) : flow.stop(now.time)))
        return busy(flow);
    return awsAnswer(
        {{QStringLiteral("flowArn"), flowArn(*index)}, {QStringLiteral("status"), stateWord(flow.state())}}, 202);
}

ServedAnswer SandboxMediaConnect::update(std::size_t index, const QByteArray &body, const SandboxNow &now)
{
    const auto object = readJsonObject(body, kBody);
    if (!object)
        return awsFault(400, "BadRequestException", object.error().detail);
    const QJsonObject failover = object->value(QLatin1StringView("sourceFailoverConfig")).toObject();
    if (failover.isEmpty())
        return awsFault(400, "BadRequestException",
                        QStringLiteral("The rehearsal cloud only updates sourceFailoverConfig."));
    if (failover.value(QLatin1StringView("failoverMode")).toString() == QLatin1StringView("MERGE"))
        return awsFault(400, "BadRequestException",
                        QStringLiteral("The rehearsal's sources are not binary identical: FAILOVER only."));
    const QJsonValue primary =
        failover.value(QLatin1StringView("sourcePriority")).toObject().value(QLatin1StringView("primarySource"));
    SandboxFlow &flow = m_flows[index];
    const auto &sources = flow.sources();
    if (primary.isString() && std::find(sources.begin(), sources.end(), primary.toString()) == sources.end())
        return awsFault(400, "BadRequestException",
                        QStringLiteral("The flow has no source %1.").arg(primary.toString().left(64)));
    if (!now.acceptOnly) {
        const QJsonValue state = failover.value(QLatin1StringView("state"));
        const bool enabled = state.isString() ? state.toString() == QLatin1StringView("ENABLED") : flow.hasFailover();
        if (!flow.update(primary.toString(), enabled, now.time))
            return busy(flow);
    }
    return awsAnswer({{QStringLiteral("flow"), described(index)}}, 202);
}

ServedAnswer SandboxMediaConnect::updateOutput(std::size_t index, const QByteArray &body, const SandboxNow &now)
{
    const auto object = readJsonObject(body, kBody);
    if (!object)
        return awsFault(400, "BadRequestException", object.error().detail);
    const QString status = object->value(QLatin1StringView("outputStatus")).toString();
    if (status != QLatin1StringView("ENABLED") && status != QLatin1StringView("DISABLED"))
        return awsFault(400, "BadRequestException",
                        QStringLiteral("The rehearsal cloud only sets outputStatus: ENABLED or DISABLED."));
    if (!now.acceptOnly && !m_flows[index].setOutputEnabled(status == QLatin1StringView("ENABLED"), now.time))
        return busy(m_flows[index]);
    return awsAnswer({{QStringLiteral("flowArn"), flowArn(index)}, {QStringLiteral("output"), output(index)}}, 202);
}

// Of the source that goes out; without a picture it tells of none.
ServedAnswer SandboxMediaConnect::thumbnail(std::size_t index, const SandboxNow &now) const
{
    const QString source = m_flows[index].activeSource();
    const QByteArray picture = source.isEmpty() || !m_settings.thumbnail ? QByteArray() : m_settings.thumbnail(source);
    QJsonObject details{{QStringLiteral("flowArn"), flowArn(index)},
                        {QStringLiteral("thumbnailMessages"), QJsonArray()}};
    if (!picture.isEmpty()) {
        details.insert(QStringLiteral("thumbnail"), QString::fromLatin1(picture.toBase64()));
        details.insert(QStringLiteral("timestamp"), now.wallClock.toUTC().toString(Qt::ISODateWithMs));
    }
    return awsAnswer({{QStringLiteral("thumbnailDetails"), details}});
}

ServedAnswer SandboxMediaConnect::metadata(std::size_t index, const SandboxNow &now) const
{
    QJsonArray messages;
    for (const QString &name : m_flows[index].sources()) {
        if (m_flows[index].isRunning() && !m_flows[index].isPresent(name))
            messages.append(QJsonObject{{QStringLiteral("code"), QStringLiteral("SRC0001")},
                                        {QStringLiteral("message"), QStringLiteral("No source data is arriving.")},
                                        {QStringLiteral("resourceName"), name}});
    }
    QJsonArray programs;
    if (m_flows[index].isPresent(m_flows[index].activeSource())) {
        const QJsonArray streams{QJsonObject{{QStringLiteral("pid"), 256},
                                             {QStringLiteral("streamType"), QStringLiteral("video")},
                                             {QStringLiteral("codec"), QStringLiteral("H.264")}},
                                 QJsonObject{{QStringLiteral("pid"), 257},
                                             {QStringLiteral("streamType"), QStringLiteral("audio")},
                                             {QStringLiteral("codec"), QStringLiteral("AAC")}}};
        programs.append(QJsonObject{{QStringLiteral("pcrPid"), 256},
                                    {QStringLiteral("programNumber"), 1},
                                    {QStringLiteral("programPid"), 4096},
                                    {QStringLiteral("streams"), streams}});
    }
    return awsAnswer({{QStringLiteral("flowArn"), flowArn(index)},
                      {QStringLiteral("messages"), messages},
                      {QStringLiteral("timestamp"), now.wallClock.toUTC().toString(Qt::ISODateWithMs)},
                      {QStringLiteral("transportMediaInfo"), QJsonObject{{QStringLiteral("programs"), programs}}}});
}

QString SandboxMediaConnect::flowArn(std::size_t index) const
{
    return QStringLiteral("arn:aws:mediaconnect:%1:%2:flow:1-rehearsal-%3:%4")
        .arg(QString::fromLatin1(m_settings.region), QLatin1StringView(SandboxAccess::account))
        .arg(index + 1)
        .arg(flowName(index).replace(u' ', u'-'));
}

QString SandboxMediaConnect::sourceArn(std::size_t index, const QString &source) const
{
    return QStringLiteral("arn:aws:mediaconnect:%1:%2:source:1-rehearsal-%3:%4")
        .arg(QString::fromLatin1(m_settings.region), QLatin1StringView(SandboxAccess::account))
        .arg(index + 1)
        .arg(source);
}

QString SandboxMediaConnect::outputArn(std::size_t index) const
{
    return QStringLiteral("arn:aws:mediaconnect:%1:%2:output:1-rehearsal-%3:program")
        .arg(QString::fromLatin1(m_settings.region), QLatin1StringView(SandboxAccess::account))
        .arg(index + 1);
}

std::optional<std::size_t> SandboxMediaConnect::flowOf(const QByteArray &encodedArn) const
{
    const QString arn = QString::fromUtf8(QByteArray::fromPercentEncoding(encodedArn));
    for (std::size_t i = 0; i < m_flows.size(); ++i) {
        if (arn == flowArn(i))
            return i;
    }
    return std::nullopt;
}

QJsonObject SandboxMediaConnect::listed(std::size_t index) const
{
    return {{QStringLiteral("flowArn"), flowArn(index)},
            {QStringLiteral("name"), flowName(index)},
            {QStringLiteral("description"), QStringLiteral("A rehearsal; nothing here is on air.")},
            {QStringLiteral("availabilityZone"), QString::fromLatin1(m_settings.region) + u'a'},
            {QStringLiteral("sourceType"), QStringLiteral("OWNED")},
            {QStringLiteral("status"), stateWord(m_flows[index].state())}};
}

QJsonObject SandboxMediaConnect::described(std::size_t index) const
{
    const SandboxFlow &flow = m_flows[index];
    QJsonObject object = listed(index);
    object.remove(QStringLiteral("sourceType"));
    QJsonArray sources;
    for (std::size_t i = 0; i < flow.sources().size(); ++i)
        sources.append(source(index, i));
    QJsonObject failover{
        {QStringLiteral("state"), flow.hasFailover() ? QStringLiteral("ENABLED") : QStringLiteral("DISABLED")},
        {QStringLiteral("failoverMode"), QStringLiteral("FAILOVER")}};
    if (!flow.preferred().isEmpty())
        failover.insert(QStringLiteral("sourcePriority"),
                        QJsonObject{{QStringLiteral("primarySource"), flow.preferred()}});
    object.insert(QStringLiteral("egressIp"), QStringLiteral("127.0.0.1"));
    object.insert(QStringLiteral("entitlements"), QJsonArray());
    object.insert(QStringLiteral("outputs"), QJsonArray{output(index)});
    object.insert(QStringLiteral("source"), sources.at(0));
    object.insert(QStringLiteral("sources"), sources);
    object.insert(QStringLiteral("sourceFailoverConfig"), failover);
    return object;
}

QJsonObject SandboxMediaConnect::source(std::size_t index, std::size_t source) const
{
    const SandboxFlow &flow = m_flows[index];
    const QString &name = flow.sources()[source];
    QJsonObject object{
        {QStringLiteral("name"), name},
        {QStringLiteral("sourceArn"), sourceArn(index, name)},
        {QStringLiteral("description"), QStringLiteral("Rehearsal input %1").arg(name)},
        {QStringLiteral("ingestIp"), QStringLiteral("127.0.0.1")},
        {QStringLiteral("whitelistCidr"), QStringLiteral("127.0.0.1/32")},
        {QStringLiteral("transport"), QJsonObject{{QStringLiteral("protocol"), QStringLiteral("srt-listener")},
                                                  {QStringLiteral("minLatency"), 120}}}};
    if (flow.isRunning() && flow.isPresent(name))
        object.insert(QStringLiteral("peerIpAddress"), QStringLiteral("127.0.0.1"));
    return object;
}

QJsonObject SandboxMediaConnect::output(std::size_t index) const
{
    return {{QStringLiteral("name"), QStringLiteral("program")},
            {QStringLiteral("outputArn"), outputArn(index)},
            {QStringLiteral("outputStatus"),
             m_flows[index].isOutputEnabled() ? QStringLiteral("ENABLED") : QStringLiteral("DISABLED")},
            {QStringLiteral("transport"), QJsonObject{{QStringLiteral("protocol"), QStringLiteral("srt-caller")}}}};
}

} // namespace gantry::cloud
