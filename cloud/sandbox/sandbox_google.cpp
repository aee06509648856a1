#include "cloud/sandbox/sandbox_google.h"

#include "cloud/sandbox/sandbox_google_json.h"

#include "cloud/http/json_limits.h"

#include <QUrlQuery>

#include <algorithm>

namespace gantry::cloud {

namespace {

constexpr qsizetype kMostAnswered = 1000;

QString parameter(const ServedRequest &request, const QString &name)
{
    return QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(name, QUrl::FullyDecoded);
}

// In the query, or in the body of :start and :stop.
QString requestIdOf(const ServedRequest &request)
{
    const QString inQuery = parameter(request, QStringLiteral("requestId"));
    if (!inQuery.isEmpty() || request.method == "GET")
        return inQuery;
    const auto body = readJsonObject(request.body, {qsizetype{64} * 1024, 16});
    return body ? body->value(QLatin1StringView("requestId")).toString().left(64) : QString();
}

} // namespace

SandboxGoogle::SandboxGoogle(Settings settings)
    : m_settings(std::move(settings)), m_bucket(m_settings.requestsPerSecond, m_settings.burst)
{
    for (int i = 0; i < m_settings.channels; ++i)
        m_channels.emplace_back(m_settings.delays, m_settings.inputs, m_settings.running && i == 0,
                                SandboxLivestream::Time(0));
}

void SandboxGoogle::advance(SandboxLivestream::Time now)
{
    for (SandboxLivestream &channel : m_channels)
        channel.advance(now);
}

QString SandboxGoogle::location()
{
    return QStringLiteral("projects/rehearsal/locations/europe-west1");
}

QString SandboxGoogle::channelName(std::size_t index)
{
    const QString name = index == 0 ? QStringLiteral("rehearsal") : QStringLiteral("rehearsal-%1").arg(index + 1);
    return location() + QStringLiteral("/channels/") + name;
}

QString SandboxGoogle::inputName(std::size_t index) const
{
    return location() + QStringLiteral("/inputs/rehearsal-") + m_settings.inputs[index].toLower();
}

ServedAnswer SandboxGoogle::answer(const ServedRequest &request, const SandboxNow &now)
{
    advance(now.time);
    if (!m_bucket.take(now.time))
        return googleFault(429, QStringLiteral("Quota exceeded."));
    const QString id = requestIdOf(request);
    if (const auto known = m_answered.constFind(id); !id.isEmpty() && known != m_answered.constEnd())
        return *known;
    ServedAnswer answer = route(request, now);
    if (!id.isEmpty() && answer.status == 200 && m_answered.size() < kMostAnswered)
        m_answered.insert(id, answer);
    return answer;
}

ServedAnswer SandboxGoogle::route(const ServedRequest &request, const SandboxNow &now)
{
    const QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(request.path)).mid(4); // after "/v1/"
    if (request.method == "POST" && path == QStringLiteral("projects/rehearsal:testIamPermissions"))
        return testPermissions(request, now);
    const QString base = location() + u'/';
    if (!path.startsWith(base))
        return googleFault(404, QStringLiteral("The rehearsal is %1.").arg(location()));
    const QString collection = path.mid(base.size()).section(u'/', 0, 0);
    const QString rest = path.mid(base.size() + collection.size() + 1);
    if (collection == QLatin1StringView("channels") && rest.isEmpty() && request.method == "GET") {
        QJsonArray channels;
        for (std::size_t i = 0; i < m_channels.size(); ++i)
            channels.append(channel(i, now));
        return googlePage(collection, channels, request.query, now.tokenLoop);
    }
    if (collection == QLatin1StringView("inputs"))
        return inputsRoute(rest, request, now);
    if (collection == QLatin1StringView("operations"))
        return operationsRoute(rest, request, now);
    for (std::size_t i = 0; collection == QLatin1StringView("channels") && i < m_channels.size(); ++i) {
        const QString name = channelName(i);
        if (path == name || path.startsWith(name + u'/') || path.startsWith(name + u':'))
            return channelRoute(i, path.mid(name.size()), request, now);
    }
    return googleFault(404, QStringLiteral("%1 was not found.").arg(path.left(200)));
}

// The Resource Manager's call, as the service account's own. All is held but what is denied on purpose now.
ServedAnswer SandboxGoogle::testPermissions(const ServedRequest &request, const SandboxNow &now) const
{
    const auto body = readJsonObject(request.body, {qsizetype{64} * 1024, 16});
    if (!body)
        return googleFault(400, body.error().detail);
    QJsonArray held;
    const QJsonArray asked = body->value(QLatin1StringView("permissions")).toArray();
    for (const QJsonValue &one : asked) {
        const QString verb = one.toString().section(u'.', -1);
        const bool isCommand = verb != QLatin1StringView("get") && verb != QLatin1StringView("list");
        if (!now.isDenied("google", isCommand))
            held.append(one);
    }
    return googleAnswer(held.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("permissions"), held}});
}

ServedAnswer SandboxGoogle::channelRoute(std::size_t index, const QString &rest, const ServedRequest &request,
                                         const SandboxNow &now)
{
    if (rest.isEmpty() && request.method == "GET")
        return googleAnswer(channel(index, now));
    if (rest.isEmpty() && request.method == "PATCH")
        return patch(index, request, now);
    if (request.method == "POST" && (rest == QLatin1StringView(":start") || rest == QLatin1StringView(":stop")))
        return startOrStop(index, rest == QLatin1StringView(":start"), now);
    if (rest == QLatin1StringView("/events") || rest.startsWith(QLatin1StringView("/events/")))
        return eventsRoute(index, rest.mid(8), request, now);
    return googleFault(404, QStringLiteral("The rehearsal cloud does not know this call."));
}

ServedAnswer SandboxGoogle::begin(const Operation &operation, const SandboxNow &now)
{
    m_operations.push_back(operation);
    return googleAnswer(this->operation(m_operations.size() - 1, now));
}

ServedAnswer SandboxGoogle::startOrStop(std::size_t index, bool start, const SandboxNow &now)
{
    const QString verb = start ? QStringLiteral("start") : QStringLiteral("stop");
    if (now.acceptOnly) // an operation that never ends
        return begin({channelName(index), verb, now.time, SandboxLivestream::Time::max()}, now);
    SandboxLivestream &channel = m_channels[index];
    const auto done = start ? channel.start(now.time) : channel.stop(now.time);
    if (!done)
        return googleFault(400, QStringLiteral("The channel is in state %1.").arg(googleWord(channel.state())));
    return begin({channelName(index), verb, now.time, *done}, now);
}

ServedAnswer SandboxGoogle::patch(std::size_t index, const ServedRequest &request, const SandboxNow &now)
{
    const QString mask = parameter(request, QStringLiteral("updateMask"));
    const auto body = readJsonObject(request.body, {qsizetype{64} * 1024, 16});
    if (!body)
        return googleFault(400, body.error().detail);
    if (mask != QLatin1StringView("inputConfig") && mask != QLatin1StringView("inputConfig.inputSwitchMode"))
        return googleFault(400, QStringLiteral("updateMask: the rehearsal cloud only updates inputConfig."));
    const QString mode =
        body->value(QLatin1StringView("inputConfig")).toObject().value(QLatin1StringView("inputSwitchMode")).toString();
    if (mode != QLatin1StringView("MANUAL") && mode != QLatin1StringView("FAILOVER_PREFER_PRIMARY"))
        return googleFault(400, QStringLiteral("inputSwitchMode: MANUAL or FAILOVER_PREFER_PRIMARY."));
    if (!now.acceptOnly)
        m_channels[index].setFailover(mode != QLatin1StringView("MANUAL"));
    return begin({channelName(index), QStringLiteral("update"), now.time, now.time}, now);
}

ServedAnswer SandboxGoogle::eventsRoute(std::size_t index, const QString &id, const ServedRequest &request,
                                        const SandboxNow &now)
{
    SandboxLivestream &channel = m_channels[index];
    if (id.isEmpty() && request.method == "POST")
        return createEvent(index, request, now);
    QJsonArray events;
    for (const SandboxLivestream::Event &event : channel.events()) {
        if (event.id == id && request.method == "GET")
            return googleAnswer(eventJson(event, channelName(index), now));
        events.append(eventJson(event, channelName(index), now));
    }
    if (id.isEmpty() && request.method == "GET")
        return googlePage(QStringLiteral("events"), events, request.query, now.tokenLoop);
    if (request.method != "DELETE" || id.isEmpty())
        return googleFault(404, QStringLiteral("There is no event %1.").arg(id.left(64)));
    if (now.acceptOnly)
        return googleAnswer({});
    if (const auto fault = channel.deleteEvent(id))
        return googleFault(fault->status, fault->message);
    return googleAnswer({});
}

ServedAnswer SandboxGoogle::createEvent(std::size_t index, const ServedRequest &request, const SandboxNow &now)
{
    const auto event = readEvent(request.body, parameter(request, QStringLiteral("eventId")), now);
    if (!event)
        return event.error();
    if (now.acceptOnly)
        return googleAnswer(eventJson(*event, channelName(index), now));
    const auto created = m_channels[index].createEvent(*event, now.time);
    if (!created)
        return googleFault(created.error().status, created.error().message);
    return googleAnswer(eventJson(*created, channelName(index), now));
}

ServedAnswer SandboxGoogle::inputsRoute(const QString &id, const ServedRequest &request, const SandboxNow &now) const
{
    QJsonArray inputs;
    for (std::size_t i = 0; i < m_settings.inputs.size(); ++i) {
        if (request.method == "GET" && inputName(i).section(u'/', -1) == id)
            return googleAnswer(input(i, now));
        inputs.append(input(i, now));
    }
    if (request.method == "GET" && id.isEmpty())
        return googlePage(QStringLiteral("inputs"), inputs, request.query, now.tokenLoop);
    return googleFault(404, QStringLiteral("There is no input %1.").arg(id.left(64)));
}

ServedAnswer SandboxGoogle::operationsRoute(const QString &id, const ServedRequest &request,
                                            const SandboxNow &now) const
{
    QJsonArray operations;
    for (std::size_t i = 0; i < m_operations.size(); ++i) {
        const QJsonObject one = operation(i, now);
        if (!id.isEmpty() && one.value(QLatin1StringView("name")).toString().endsWith(u'/' + id))
            return googleAnswer(one);
        operations.append(one);
    }
    if (request.method == "GET" && id.isEmpty())
        return googlePage(QStringLiteral("operations"), operations, request.query, now.tokenLoop);
    return googleFault(404, QStringLiteral("There is no operation %1.").arg(id.left(64)));
}

QJsonObject SandboxGoogle::channel(std::size_t index, const SandboxNow &now) const
{
    const SandboxLivestream &own = m_channels[index];
    QJsonArray attachments;
    for (std::size_t i = 0; i < own.inputs().size(); ++i) {
        QJsonObject attachment{{QStringLiteral("key"), own.inputs()[i]}, {QStringLiteral("input"), inputName(i)}};
        if (i == 0 && own.inputs().size() > 1)
            attachment.insert(QStringLiteral("automaticFailover"),
                              QJsonObject{{QStringLiteral("inputKeys"), QJsonArray{own.inputs()[1]}}});
        attachments.append(attachment);
    }
    const QString mode = own.hasFailover() ? QStringLiteral("FAILOVER_PREFER_PRIMARY") : QStringLiteral("MANUAL");
    QJsonObject object{
        {QStringLiteral("name"), channelName(index)},
        {QStringLiteral("createTime"), googleTime(now.wallOf(SandboxLivestream::Time(0)))},
        {QStringLiteral("streamingState"), googleWord(own.state())},
        {QStringLiteral("inputAttachments"), attachments},
        {QStringLiteral("inputConfig"), QJsonObject{{QStringLiteral("inputSwitchMode"), mode}}},
        {QStringLiteral("output"), QJsonObject{{QStringLiteral("uri"), QStringLiteral("gs://rehearsal/out")}}}};
    if (!own.activeInput().isEmpty())
        object.insert(QStringLiteral("activeInput"), own.activeInput());
    return object;
}

QJsonObject SandboxGoogle::input(std::size_t index, const SandboxNow &now) const
{
    QJsonObject object{{QStringLiteral("name"), inputName(index)},
                       {QStringLiteral("type"), QStringLiteral("SRT_PUSH")},
                       {QStringLiteral("tier"), QStringLiteral("HD")},
                       {QStringLiteral("uri"), QStringLiteral("srt://127.0.0.1")}};
    // Told only while it receives.
    if (!m_channels.empty() && m_channels.front().isRunning() && m_channels.front().isPresent(m_settings.inputs[index]))
        object.insert(
            QStringLiteral("inputStreamProperty"),
            QJsonObject{{QStringLiteral("lastEstablishTime"), googleTime(now.wallOf(SandboxLivestream::Time(0)))}});
    return object;
}

QJsonObject SandboxGoogle::operation(std::size_t index, const SandboxNow &now) const
{
    const Operation &own = m_operations[index];
    const bool done = own.done <= now.time;
    QJsonObject metadata{{QStringLiteral("@type"),
                          QStringLiteral("type.googleapis.com/google.cloud.video.livestream.v1.OperationMetadata")},
                         {QStringLiteral("createTime"), googleTime(now.wallOf(own.created))},
                         {QStringLiteral("target"), own.target},
                         {QStringLiteral("verb"), own.verb},
                         {QStringLiteral("apiVersion"), QStringLiteral("v1")}};
    if (done)
        metadata.insert(QStringLiteral("endTime"), googleTime(now.wallOf(own.done)));
    QJsonObject object{{QStringLiteral("name"), location() + QStringLiteral("/operations/operation-%1").arg(index + 1)},
                       {QStringLiteral("done"), done},
                       {QStringLiteral("metadata"), metadata}};
    if (done) {
        const QString type = own.verb == QLatin1StringView("update") ? QStringLiteral("Channel")
                                                                     : QStringLiteral("ChannelOperationResponse");
        QJsonObject response{
            {QStringLiteral("@type"), QStringLiteral("type.googleapis.com/google.cloud.video.livestream.v1.") + type}};
        if (type == QLatin1StringView("Channel"))
            response.insert(QStringLiteral("name"), own.target);
        object.insert(QStringLiteral("response"), response);
    }
    return object;
}

} // namespace gantry::cloud
