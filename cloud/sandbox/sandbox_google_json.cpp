#include "cloud/sandbox/sandbox_google_json.h"

#include "cloud/http/json_limits.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <array>

namespace gantry::cloud {

namespace {

constexpr qsizetype kMostOfPage = 1000;
constexpr std::array<const char *, 6> kTasks{"inputSwitch", "adBreak", "returnToProgram", "slate", "mute", "unmute"};

QString wordOf(SandboxLivestream::Event::State state)
{
    using State = SandboxLivestream::Event::State;
    switch (state) {
    case State::Scheduled:
        return QStringLiteral("SCHEDULED");
    case State::Pending:
        return QStringLiteral("PENDING");
    case State::Running:
        return QStringLiteral("RUNNING");
    case State::Succeeded:
        return QStringLiteral("SUCCEEDED");
    case State::Failed:
        return QStringLiteral("FAILED");
    case State::Stopped:
        return QStringLiteral("STOPPED");
    }
    return {};
}

} // namespace

ServedAnswer googleAnswer(const QJsonObject &object)
{
    ServedAnswer answer;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

ServedAnswer googleFault(int status, const QString &message)
{
    QString word = QStringLiteral("INVALID_ARGUMENT");
    if (status == 404)
        word = QStringLiteral("NOT_FOUND");
    else if (status == 409)
        word = QStringLiteral("ALREADY_EXISTS");
    else if (status == 429)
        word = QStringLiteral("RESOURCE_EXHAUSTED");
    else if (message.startsWith(QStringLiteral("The channel")))
        word = QStringLiteral("FAILED_PRECONDITION");
    ServedAnswer answer = googleAnswer({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), status},
                                                                              {QStringLiteral("status"), word},
                                                                              {QStringLiteral("message"), message}}}});
    answer.status = status;
    return answer;
}

QString googleTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

ServedAnswer googlePage(const QString &name, const QJsonArray &items, const QByteArray &query, bool loops)
{
    const QUrlQuery parameters(QString::fromLatin1(query));
    const qsizetype asked = parameters.queryItemValue(QStringLiteral("pageSize")).toLongLong();
    if (asked < 0)
        return googleFault(400, QStringLiteral("pageSize must not be negative."));
    const qsizetype most = asked == 0 ? kMostOfPage : std::min(asked, kMostOfPage);
    const QString token = parameters.queryItemValue(QStringLiteral("pageToken"), QUrl::FullyDecoded);
    qsizetype from = 0;
    if (!token.isEmpty()) {
        bool isNumber = false;
        from = QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding).toLongLong(&isNumber);
        if (!isNumber || from < 0 || from > items.size())
            return googleFault(400, QStringLiteral("pageToken is not one of ours."));
    }
    QJsonArray page;
    for (qsizetype i = from; i < items.size() && page.size() < most; ++i)
        page.append(items.at(i));
    QJsonObject answer{{name, page}};
    const qsizetype next = loops ? 0 : from + page.size();
    if (loops || next < items.size())
        answer.insert(QStringLiteral("nextPageToken"),
                      QString::fromLatin1(QByteArray::number(next).toBase64(QByteArray::Base64UrlEncoding |
                                                                            QByteArray::OmitTrailingEquals)));
    return googleAnswer(answer);
}

QString googleWord(SandboxLivestream::State state)
{
    switch (state) {
    case SandboxLivestream::State::Starting:
        return QStringLiteral("STARTING");
    case SandboxLivestream::State::AwaitingInput:
        return QStringLiteral("AWAITING_INPUT");
    case SandboxLivestream::State::Streaming:
        return QStringLiteral("STREAMING");
    case SandboxLivestream::State::StreamingNoInput:
        return QStringLiteral("STREAMING_NO_INPUT");
    case SandboxLivestream::State::Stopping:
        return QStringLiteral("STOPPING");
    case SandboxLivestream::State::Stopped:
        break;
    }
    return QStringLiteral("STOPPED");
}

QJsonObject eventJson(const SandboxLivestream::Event &event, const QString &channel, const SandboxNow &now)
{
    QJsonObject object{{QStringLiteral("name"), channel + QStringLiteral("/events/") + event.id},
                       {QStringLiteral("createTime"), googleTime(now.wallOf(event.created))},
                       {QStringLiteral("state"), wordOf(event.state)}};
    object.insert(event.task,
                  event.inputKey.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("inputKey"), event.inputKey}});
    if (event.timeText.isEmpty())
        object.insert(QStringLiteral("executeNow"), true);
    else
        object.insert(QStringLiteral("executionTime"), event.timeText);
    if (!event.error.isEmpty())
        object.insert(QStringLiteral("error"),
                      QJsonObject{{QStringLiteral("code"), 9}, {QStringLiteral("message"), event.error}});
    return object;
}

tl::expected<SandboxLivestream::Event, ServedAnswer> readEvent(const QByteArray &body, const QString &id,
                                                               const SandboxNow &now)
{
    const auto object = readJsonObject(body, {qsizetype{64} * 1024, 16});
    if (!object)
        return tl::unexpected(googleFault(400, object.error().detail));
    SandboxLivestream::Event event;
    event.id = id;
    for (const char *task : kTasks) {
        if (!object->contains(QLatin1StringView(task)))
            continue;
        if (!event.task.isEmpty())
            return tl::unexpected(googleFault(400, QStringLiteral("An event has exactly one task.")));
        event.task = QLatin1StringView(task);
    }
    if (event.task.isEmpty())
        return tl::unexpected(googleFault(400, QStringLiteral("An event has exactly one task.")));
    event.inputKey =
        object->value(QLatin1StringView("inputSwitch")).toObject().value(QLatin1StringView("inputKey")).toString();
    const QJsonValue time = object->value(QLatin1StringView("executionTime"));
    if (object->value(QLatin1StringView("executeNow")).toBool() == time.isString())
        return tl::unexpected(googleFault(400, QStringLiteral("Either executeNow or executionTime is needed.")));
    if (time.isString()) {
        const QDateTime at = QDateTime::fromString(time.toString(), Qt::ISODateWithMs);
        if (!at.isValid())
            return tl::unexpected(googleFault(400, QStringLiteral("executionTime: RFC 3339 is needed.")));
        event.at = now.timeOf(at);
        event.timeText = time.toString();
    }
    return event;
}

} // namespace gantry::cloud
