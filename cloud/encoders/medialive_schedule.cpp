#include "cloud/encoders/medialive_schedule.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr auto kSoonest = 30s;
constexpr auto kFarthest = std::chrono::hours(14 * 24);
constexpr int kMostActions = 2000;

Error invalid(const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.advice = advice;
    return error;
}

QString utcText(ProviderTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}

std::optional<ProviderTime> utcTime(const QString &text)
{
    const QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!read.isValid())
        return std::nullopt;
    return ProviderTime(std::chrono::milliseconds(read.toMSecsSinceEpoch()));
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> startOf(const Command &command, ProviderTime now)
{
    if (command.verb != Verb::ScheduleSwitch)
        return QJsonObject{{QStringLiteral("immediateModeScheduleActionStartSettings"), QJsonObject()}};
    if (!command.at)
        return tl::unexpected(invalid(Text::tr("Say when.")));
    if (*command.at < now + kSoonest)
        return tl::unexpected(invalid(Text::tr("MediaLive plans a switch 30 s ahead at least: choose a later time, or "
                                               "switch by hand.")));
    if (*command.at > now + kFarthest)
        return tl::unexpected(invalid(Text::tr("MediaLive plans 14 days ahead at most.")));
    return QJsonObject{{QStringLiteral("fixedModeScheduleActionStartSettings"),
                        QJsonObject{{QStringLiteral("time"), utcText(*command.at)}}}};
}

// The one member that ends in "Settings" and names what happens.
QString whatOf(const QJsonObject &settings)
{
    const QStringList names = settings.keys();
    return names.isEmpty() ? QString() : QString(names.front()).remove(QStringLiteral("Settings")).left(64);
}

QString inputOf(const QJsonObject &settings)
{
    for (const auto name : {QLatin1StringView("inputSwitchSettings"), QLatin1StringView("inputPrepareSettings")}) {
        const QString input =
            settings.value(name).toObject().value(QLatin1StringView("inputAttachmentNameReference")).toString();
        if (!input.isEmpty())
            return input.left(512);
    }
    return {};
}

} // namespace

Result<QByteArray> mediaLiveScheduleBody(const Command &command, ProviderTime now)
{
    if (command.input.isEmpty() || command.token.isEmpty())
        return tl::unexpected(invalid(Text::tr("Name the input to switch to.")));
    if (command.verb == Verb::CancelPlanned) {
        const QJsonObject deletes{{QStringLiteral("actionNames"), QJsonArray{command.input}}};
        return json({{QStringLiteral("deletes"), deletes}});
    }
    const auto start = startOf(command, now);
    if (!start)
        return tl::unexpected(start.error());
    QJsonObject input{{QStringLiteral("inputAttachmentNameReference"), command.input},
                      {QStringLiteral("urlPath"), QJsonArray()}};
    const QString what = command.verb == Verb::PrepareInput ? QStringLiteral("inputPrepareSettings")
                                                            : QStringLiteral("inputSwitchSettings");
    const QJsonObject action{
        {QStringLiteral("actionName"), command.token}, // unique in the channel: a second arrival changes nothing
        {QStringLiteral("scheduleActionSettings"), QJsonObject{{what, input}}},
        {QStringLiteral("scheduleActionStartSettings"), *start}};
    const QJsonObject creates{{QStringLiteral("scheduleActions"), QJsonArray{action}}};
    return json({{QStringLiteral("creates"), creates}});
}

Result<MediaLiveSchedule> mediaLiveSchedule(const QByteArray &body, ProviderTime now, const QStringList &ours)
{
    const auto answer = readJsonObject(body, {qsizetype{2} * 1024 * 1024, 64});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto list = arrayMember(*answer, QLatin1StringView("scheduleActions"), kMostActions);
    const auto token = textMember(*answer, QLatin1StringView("nextToken"));
    if (!list || !token)
        return tl::unexpected(list ? token.error() : list.error());
    MediaLiveSchedule schedule;
    schedule.nextToken = token->value_or(QString());
    QStringList future;
    for (const auto &value : *list) {
        const QJsonObject object = value.toObject();
        const auto name = textMember(object, QLatin1StringView("actionName"));
        if (!name || !name->has_value())
            return tl::unexpected(name ? wrongMember(QStringLiteral("actionName"), Text::tr("a name")) : name.error());
        const QJsonObject settings = object.value(QLatin1StringView("scheduleActionSettings")).toObject();
        const QJsonObject start = object.value(QLatin1StringView("scheduleActionStartSettings")).toObject();
        const PlannedAction action{**name, whatOf(settings), inputOf(settings),
                                   utcTime(start.value(QLatin1StringView("fixedModeScheduleActionStartSettings"))
                                               .toObject()
                                               .value(QLatin1StringView("time"))
                                               .toString())};
        const QString followed = start.value(QLatin1StringView("followModeScheduleActionStartSettings"))
                                     .toObject()
                                     .value(QLatin1StringView("referenceActionName"))
                                     .toString();
        if (action.at ? *action.at > now : future.contains(followed)) {
            future.append(action.name);
            schedule.planned.push_back(action);
        } else if (start.contains(QLatin1StringView("immediateModeScheduleActionStartSettings")) &&
                   ours.contains(action.name)) {
            schedule.jobs.push_back({action.name, JobSample::State::Done, action.what});
        }
    }
    std::stable_sort(schedule.planned.begin(), schedule.planned.end(), [](const auto &a, const auto &b) {
        return a.at.value_or(ProviderTime::max()) < b.at.value_or(ProviderTime::max());
    });
    return schedule;
}

} // namespace gantry::cloud
