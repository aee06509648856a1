#include "cloud/aws/aws_sts.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <QDateTime>
#include <QHash>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>

namespace gantry::cloud {

namespace {

constexpr qsizetype kMostBytes = qsizetype{64} * 1024;
constexpr int kMostElements = 200;

QByteArray pair(const char *name, const QString &value)
{
    return QByteArray("&") + name + '=' + QUrl::toPercentEncoding(value);
}

// The text of every leaf by its name, when the root has the name asked for. No document of this service declares
// anything, and what would is refused.
Result<QHash<QString, QString>> leaves(const QByteArray &xml, QLatin1StringView root)
{
    const auto refused = [] {
        Error error = wrongMember(QStringLiteral("XML"), Text::tr("an answer of the Security Token Service"));
        return tl::unexpected(error);
    };
    if (xml.size() > kMostBytes)
        return refused();
    QXmlStreamReader reader(xml);
    QHash<QString, QString> found;
    QString name;
    int elements = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
            return refused();
        if (token == QXmlStreamReader::StartElement) {
            name = reader.name().toString();
            if (++elements > kMostElements || (elements == 1 && name != root))
                return refused();
        } else if (token == QXmlStreamReader::Characters && !reader.isWhitespace()) {
            found[name] += reader.text().toString();
        }
    }
    if (reader.hasError() || elements == 0)
        return refused();
    return found;
}

bool isKey(const QString &value)
{
    return !value.isEmpty() && value.size() < 8192 &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

} // namespace

QByteArray assumeRoleBody(const AssumeRole &role)
{
    QByteArray body("Action=AssumeRole&Version=2011-06-15");
    body += pair("RoleArn", role.role) + pair("RoleSessionName", role.sessionName) +
            pair("DurationSeconds", QString::number(role.seconds));
    if (!role.externalId.isEmpty())
        body += pair("ExternalId", role.externalId);
    if (!role.mfaSerial.isEmpty())
        body += pair("SerialNumber", role.mfaSerial) + pair("TokenCode", role.code);
    return body;
}

Result<AwsCredentials> readAssumeRole(const QByteArray &xml)
{
    const auto values = leaves(xml, QLatin1StringView("AssumeRoleResponse"));
    if (!values)
        return tl::unexpected(values.error());
    const QString id = values->value(QStringLiteral("AccessKeyId"));
    const QString secret = values->value(QStringLiteral("SecretAccessKey"));
    const QString token = values->value(QStringLiteral("SessionToken"));
    const QDateTime expires = QDateTime::fromString(values->value(QStringLiteral("Expiration")), Qt::ISODateWithMs);
    if (!isKey(id) || !isKey(secret) || !isKey(token) || !expires.isValid())
        return tl::unexpected(wrongMember(QStringLiteral("Credentials"), Text::tr("temporary keys that expire")));
    return AwsCredentials{
        id.toLatin1(), secret.toLatin1(), token.toLatin1(),
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(expires.toMSecsSinceEpoch()))};
}

StsFault readStsFault(const QByteArray &xml)
{
    const auto values = leaves(xml, QLatin1StringView("ErrorResponse"));
    if (!values)
        return {};
    return {values->value(QStringLiteral("Code")).left(100), values->value(QStringLiteral("Message")).left(300)};
}

Result<AwsCaller> readCallerIdentity(const QByteArray &xml)
{
    const auto values = leaves(xml, QLatin1StringView("GetCallerIdentityResponse"));
    if (!values)
        return tl::unexpected(values.error());
    const AwsCaller caller{values->value(QStringLiteral("Account")).left(20),
                           values->value(QStringLiteral("Arn")).left(300)};
    if (caller.account.isEmpty() || caller.arn.isEmpty())
        return tl::unexpected(wrongMember(QStringLiteral("Arn"), Text::tr("who the keys belong to")));
    return caller;
}

} // namespace gantry::cloud
