#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

#include <cmath>

namespace gantry::cloud {

namespace {

Error badAnswer(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::BadAnswer;
    error.detail = detail;
    error.advice =
        QCoreApplication::translate("cloud", "The answer was not understood. If this stays, the provider has "
                                             "changed its interface: look for a newer version of Gantry.");
    return error;
}

// Brackets outside of text, counted before anything is built from them.
bool isDeeperThan(const QByteArray &body, int maxDepth)
{
    int depth = 0;
    bool inText = false;
    bool escaped = false;
    for (const char c : body) {
        if (inText) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<QJsonObject> readJsonObject(const QByteArray &body, JsonLimits limits)
{
    if (body.size() > limits.maxBytes)
        return tl::unexpected(badAnswer(
            QCoreApplication::translate("cloud", "The answer is larger than %1 bytes.").arg(limits.maxBytes)));
    if (isDeeperThan(body, limits.maxDepth))
        return tl::unexpected(badAnswer(
            QCoreApplication::translate("cloud", "The answer is nested deeper than %1.").arg(limits.maxDepth)));
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (fault.error != QJsonParseError::NoError)
        return tl::unexpected(badAnswer(QCoreApplication::translate("cloud", "Not JSON at byte %1: %2")
                                            .arg(QString::number(fault.offset), fault.errorString())));
    if (!document.isObject())
        return tl::unexpected(badAnswer(QCoreApplication::translate("cloud", "JSON, but not an object.")));
    return document.object();
}

Error wrongMember(const QString &member, const QString &expected)
{
    return badAnswer(QCoreApplication::translate("cloud", "%1: expected %2.").arg(member, expected));
}

Result<std::optional<QString>> textMember(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isString() || value.toString().size() > 512)
        return tl::unexpected(wrongMember(QString(name), QCoreApplication::translate("cloud", "a short text")));
    return value.toString();
}

Result<std::optional<double>> numberMember(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        return tl::unexpected(wrongMember(QString(name), QCoreApplication::translate("cloud", "a number")));
    return value.toDouble();
}

Result<std::optional<std::int64_t>> integerMember(const QJsonObject &object, QLatin1StringView name)
{
    const auto number = numberMember(object, name);
    if (!number)
        return tl::unexpected(number.error());
    if (!number->has_value())
        return std::nullopt;
    constexpr double exactUpTo = 9007199254740992.0; // 2^53
    if (std::fabs(**number) > exactUpTo || std::trunc(**number) != **number)
        return tl::unexpected(wrongMember(QString(name), QCoreApplication::translate("cloud", "a whole number")));
    return std::int64_t(**number);
}

Result<QJsonArray> arrayMember(const QJsonObject &object, QLatin1StringView name, int maxItems)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull())
        return QJsonArray();
    if (!value.isArray() || value.toArray().size() > maxItems)
        return tl::unexpected(
            wrongMember(QString(name), QCoreApplication::translate("cloud", "a list of at most %1").arg(maxItems)));
    return value.toArray();
}

} // namespace gantry::cloud
