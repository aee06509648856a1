#include "cloud/encoders/srs_answer.h"

#include "cloud/http/json_limits.h"
#include "cloud/http/redaction.h"

#include <QCoreApplication>
#include <QStringList>

namespace gantry::cloud {

namespace {

constexpr int kMostStreams = 1000;

std::optional<double> number(const QJsonObject &object, const char *name)
{
    const auto value = numberMember(object, QLatin1StringView(name));
    return value && *value && **value >= 0 ? *value : std::nullopt;
}

std::optional<std::int64_t> count(const QJsonObject &object, const char *name)
{
    const auto value = integerMember(object, QLatin1StringView(name));
    return value && *value && **value >= 0 ? *value : std::nullopt;
}

// Ids were numbers before SRS 4.
QString idOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(qint64(value.toDouble())) : value.toString().left(128);
}

QString joined(const QJsonObject &object, std::initializer_list<const char *> names)
{
    QStringList words;
    for (const char *name : names) {
        const QJsonValue value = object.value(QLatin1StringView(name));
        const QString word = value.isDouble() ? QString::number(value.toDouble()) : value.toString().left(64);
        if (!word.isEmpty())
            words.append(word);
    }
    return words.join(u' ');
}

} // namespace

Result<SrsStreams> srsStreams(const QJsonObject &body)
{
    SrsStreams answer;
    answer.server = idOf(body.value(QLatin1StringView("server")));
    if (!body.value(QLatin1StringView("streams")).isArray())
        return tl::unexpected(
            wrongMember(QStringLiteral("streams"), QCoreApplication::translate("cloud", "a list of streams")));
    const auto list = arrayMember(body, QLatin1StringView("streams"), kMostStreams);
    if (!list)
        return tl::unexpected(list.error());
    for (const auto &each : *list) {
        const QJsonObject object = each.toObject();
        const auto name = textMember(object, QLatin1StringView("name"));
        if (!name)
            return tl::unexpected(name.error());
        const auto app = textMember(object, QLatin1StringView("app"));
        if (!app)
            return tl::unexpected(app.error());
        const QJsonObject publish = object.value(QLatin1StringView("publish")).toObject();
        const QJsonObject kbps = object.value(QLatin1StringView("kbps")).toObject();
        SrsStream stream;
        stream.name = name->value_or(QString());
        stream.app = app->value_or(QString());
        stream.publishes = publish.value(QLatin1StringView("active")).toBool();
        stream.publisher = idOf(publish.value(QLatin1StringView("cid")));
        stream.receivedKbps = number(kbps, "recv_30s");
        stream.sentKbps = number(kbps, "send_30s");
        stream.frames = count(object, "frames");
        stream.clients = count(object, "clients");
        for (const QString &words :
             {joined(object.value(QLatin1StringView("video")).toObject(),
                     {"codec", "profile", "level", "width", "height"}),
              joined(object.value(QLatin1StringView("audio")).toObject(), {"codec", "profile", "sample_rate"})}) {
            if (!words.isEmpty())
                stream.words.push_back(words);
        }
        answer.streams.push_back(std::move(stream));
    }
    return answer;
}

std::optional<Error> srsFault(const QJsonObject &body)
{
    const QJsonValue code = body.value(QLatin1StringView("code"));
    if (!code.isDouble())
        return wrongMember(QStringLiteral("code"), QCoreApplication::translate("cloud", "a number"));
    if (code.toDouble() == 0)
        return std::nullopt;
    Error error;
    error.kind = Error::Kind::Invalid;
    error.advice = QCoreApplication::translate("cloud", "SRS answered with an error code. Its log says more.");
    error.detail = quotable(
        QStringLiteral("code %1 %2")
            .arg(QString::number(code.toDouble()), body.value(QLatin1StringView("data")).toString().left(200)));
    return error;
}

} // namespace gantry::cloud
