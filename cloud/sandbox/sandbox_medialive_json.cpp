#include "cloud/sandbox/sandbox_medialive_json.h"

#include "cloud/http/json_limits.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace gantry::cloud {

namespace {

constexpr int kMostResults = 1000; // the service's own limit for maxResults

const QString kImmediate = QStringLiteral("immediateModeScheduleActionStartSettings");
const QString kSwitch = QStringLiteral("inputSwitchSettings");
const QString kPrepare = QStringLiteral("inputPrepareSettings");
const QString kFixed = QStringLiteral("fixedModeScheduleActionStartSettings");

ServedAnswer badRequest(const QString &message)
{
    return awsFault(400, "BadRequestException", message);
}

tl::expected<SandboxChannel::Action, SandboxChannel::Fault>
readAction(const QJsonObject &object, const QString &path, SandboxChannel::Time now, const QDateTime &wallClock)
{
    using Fault = SandboxChannel::Fault;
    SandboxChannel::Action action;
    action.name = object.value(QLatin1StringView("actionName")).toString();
    const QJsonObject settings = object.value(QLatin1StringView("scheduleActionSettings")).toObject();
    action.prepares = settings.contains(kPrepare);
    if (settings.size() != 1 || (!settings.contains(kSwitch) && !action.prepares))
        return tl::unexpected(Fault{path + QStringLiteral(".scheduleActionSettings"),
                                    QStringLiteral("The rehearsal cloud switches and prepares inputs: either "
                                                   "inputSwitchSettings or inputPrepareSettings.")});
    action.input = settings.value(action.prepares ? kPrepare : kSwitch)
                       .toObject()
                       .value(QLatin1StringView("inputAttachmentNameReference"))
                       .toString();
    const QJsonObject start = object.value(QLatin1StringView("scheduleActionStartSettings")).toObject();
    const QString startPath = path + QStringLiteral(".scheduleActionStartSettings");
    if (start.size() != 1)
        return tl::unexpected(Fault{startPath, QStringLiteral("Exactly one start is needed.")});
    if (start.contains(kImmediate))
        return action;
    if (!start.contains(kFixed))
        return tl::unexpected(
            Fault{startPath, QStringLiteral("The rehearsal cloud starts at once or at a fixed time.")});
    action.fixedTime = start.value(kFixed).toObject().value(QLatin1StringView("time")).toString();
    const QDateTime at = QDateTime::fromString(action.fixedTime, Qt::ISODateWithMs);
    if (!at.isValid())
        return tl::unexpected(Fault{startPath + u'.' + kFixed, QStringLiteral("A time in ISO 8601 is needed.")});
    action.at = now + SandboxChannel::Time(wallClock.msecsTo(at));
    return action;
}

} // namespace

ServedAnswer awsAnswer(const QJsonObject &object, int status)
{
    ServedAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

ServedAnswer awsFault(int status, const QByteArray &type, const QString &message)
{
    ServedAnswer answer = awsAnswer({{QStringLiteral("message"), message}}, status);
    answer.headers.emplaceBack("x-amzn-ErrorType", type);
    return answer;
}

ServedAnswer awsValidationFault(const SandboxChannel::Fault &fault)
{
    const QJsonObject error{{QStringLiteral("elementPath"), fault.path},
                            {QStringLiteral("errorMessage"), fault.message}};
    ServedAnswer answer = awsAnswer({{QStringLiteral("message"), QStringLiteral("The request has validation errors.")},
                                     {QStringLiteral("validationErrors"), QJsonArray{error}}},
                                    422);
    answer.headers.emplaceBack("x-amzn-ErrorType", "UnprocessableEntityException");
    return answer;
}

ServedAnswer awsPage(const QString &name, const QJsonArray &items, const QByteArray &query, bool loops)
{
    const QUrlQuery parameters(QString::fromLatin1(query));
    qsizetype most = kMostResults;
    qsizetype from = 0;
    if (parameters.hasQueryItem(QStringLiteral("maxResults"))) {
        bool isNumber = false;
        most = parameters.queryItemValue(QStringLiteral("maxResults")).toLongLong(&isNumber);
        if (!isNumber || most < 1 || most > kMostResults)
            return badRequest(QStringLiteral("maxResults must be 1 to %1.").arg(kMostResults));
    }
    if (parameters.hasQueryItem(QStringLiteral("nextToken"))) {
        const QByteArray token = parameters.queryItemValue(QStringLiteral("nextToken"), QUrl::FullyDecoded).toLatin1();
        bool isNumber = false;
        from = QByteArray::fromBase64(token, QByteArray::Base64UrlEncoding).toLongLong(&isNumber);
        if (!isNumber || from < 0 || from > items.size())
            return badRequest(QStringLiteral("nextToken is not one of ours."));
    }
    QJsonArray page;
    for (qsizetype i = from; i < items.size() && page.size() < most; ++i)
        page.append(items.at(i));
    QJsonObject answer{{name, page}};
    const qsizetype next = loops ? 0 : from + page.size();
    if (loops || next < items.size())
        answer.insert(QStringLiteral("nextToken"),
                      QString::fromLatin1(QByteArray::number(next).toBase64(QByteArray::Base64UrlEncoding |
                                                                            QByteArray::OmitTrailingEquals)));
    return awsAnswer(answer);
}

QJsonArray scheduleJson(const std::vector<SandboxChannel::Action> &actions)
{
    QJsonArray list;
    for (const SandboxChannel::Action &action : actions) {
        const QJsonObject inputSwitch{{QStringLiteral("inputAttachmentNameReference"), action.input},
                                      {QStringLiteral("urlPath"), QJsonArray()}};
        const QJsonObject start = action.at
                                      ? QJsonObject{{kFixed, QJsonObject{{QStringLiteral("time"), action.fixedTime}}}}
                                      : QJsonObject{{kImmediate, QJsonObject()}};
        list.append(QJsonObject{{QStringLiteral("actionName"), action.name},
                                {QStringLiteral("scheduleActionSettings"),
                                 QJsonObject{{action.prepares ? kPrepare : kSwitch, inputSwitch}}},
                                {QStringLiteral("scheduleActionStartSettings"), start}});
    }
    return list;
}

tl::expected<SandboxChannel::Batch, ServedAnswer> readScheduleBatch(const QByteArray &body, SandboxChannel::Time now,
                                                                    const QDateTime &wallClock)
{
    const auto object = readJsonObject(body, {qsizetype{256} * 1024, 32});
    if (!object)
        return tl::unexpected(badRequest(object.error().detail));
    SandboxChannel::Batch batch;
    const QJsonArray names =
        object->value(QLatin1StringView("deletes")).toObject().value(QLatin1StringView("actionNames")).toArray();
    for (const auto &name : names)
        batch.deletes.push_back(name.toString());
    const QJsonArray creates =
        object->value(QLatin1StringView("creates")).toObject().value(QLatin1StringView("scheduleActions")).toArray();
    for (qsizetype i = 0; i < creates.size(); ++i) {
        auto action =
            readAction(creates.at(i).toObject(), QStringLiteral("creates.scheduleActions[%1]").arg(i), now, wallClock);
        if (!action)
            return tl::unexpected(awsValidationFault(action.error()));
        batch.creates.push_back(*std::move(action));
    }
    return batch;
}

} // namespace gantry::cloud
