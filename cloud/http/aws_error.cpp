#include "cloud/http/aws_error.h"

#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

namespace gantry::cloud {

namespace {

QJsonObject bodyOf(const HttpAnswer &answer)
{
    return readJsonObject(answer.body, {qsizetype{64} * 1024, 16}).value_or(QJsonObject());
}

QString messageOf(const QJsonObject &body)
{
    const QString lower = body.value(QLatin1String("message")).toString();
    return lower.isEmpty() ? body.value(QLatin1String("Message")).toString() : lower;
}

QString validationErrors(const QJsonObject &body)
{
    QStringList lines;
    const QJsonArray faults = body.value(QLatin1String("validationErrors")).toArray();
    for (const auto &fault : faults) {
        const QJsonObject object = fault.toObject();
        lines.append(QStringLiteral("%1: %2").arg(object.value(QLatin1String("elementPath")).toString(),
                                                  object.value(QLatin1String("errorMessage")).toString()));
        if (lines.size() == 5)
            break;
    }
    return lines.join(QStringLiteral("; "));
}

// One line, without what must not be in a log.
QString quotable(QString text, const AwsCredentials &credentials)
{
    text = text.section(u'\n', 0, 0);
    for (const QByteArray &secret : {credentials.secretKey, credentials.sessionToken}) {
        if (!secret.isEmpty())
            text.replace(QString::fromLatin1(secret), QStringLiteral("***"));
    }
    return text.left(300);
}

bool isThrottle(const QString &name)
{
    static const QStringList names{QStringLiteral("Throttling"),
                                   QStringLiteral("ThrottlingException"),
                                   QStringLiteral("ThrottledException"),
                                   QStringLiteral("RequestThrottled"),
                                   QStringLiteral("RequestThrottledException"),
                                   QStringLiteral("TooManyRequestsException"),
                                   QStringLiteral("ProvisionedThroughputExceededException"),
                                   QStringLiteral("TransactionInProgressException"),
                                   QStringLiteral("RequestLimitExceeded"),
                                   QStringLiteral("BandwidthLimitExceeded"),
                                   QStringLiteral("LimitExceededException"),
                                   QStringLiteral("SlowDown"),
                                   QStringLiteral("EC2ThrottledException")};
    return names.contains(name);
}

bool isClockSkew(const QString &name, const QString &message)
{
    if (name == QLatin1String("RequestExpired") || name == QLatin1String("RequestTimeTooSkewed") ||
        name == QLatin1String("RequestInTheFuture"))
        return true;
    const bool isSignature =
        name == QLatin1String("InvalidSignatureException") || name == QLatin1String("SignatureDoesNotMatch");
    return isSignature && (message.contains(QLatin1String("Signature expired")) ||
                           message.contains(QLatin1String("Signature not yet current")));
}

Error::Kind kindOf(int status, const QString &name, const QString &message)
{
    if (status == 429 || isThrottle(name))
        return Error::Kind::Throttled;
    if (isClockSkew(name, message))
        return Error::Kind::ClockSkew;
    switch (status) {
    case 401:
    case 403:
        return Error::Kind::Refused;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::TimedOut;
    case 409:
        return Error::Kind::Conflict;
    default:
        break;
    }
    if (status >= 500)
        return Error::Kind::ServerFault;
    return status >= 400 ? Error::Kind::Invalid : Error::Kind::BadAnswer;
}

QString skewAdvice(const HttpAnswer &answer, std::chrono::sys_seconds now)
{
    const auto theirs = answerDate(answer);
    if (!theirs)
        return QCoreApplication::translate("cloud",
                                           "Set this computer's clock: it and the provider's differ too much.");
    const auto ahead = std::chrono::duration_cast<std::chrono::seconds>(now - *theirs).count();
    return ahead > 0
               ? QCoreApplication::translate("cloud", "Set this computer's clock: it is %1 s ahead of the provider's.")
                     .arg(ahead)
               : QCoreApplication::translate("cloud", "Set this computer's clock: it is %1 s behind the provider's.")
                     .arg(-ahead);
}

QString refusalAdvice(const QString &name, const QString &permission)
{
    if (name == QLatin1String("ExpiredTokenException") || name == QLatin1String("ExpiredToken"))
        return QCoreApplication::translate("cloud", "The temporary credentials have expired: get new ones.");
    if (name == QLatin1String("UnrecognizedClientException") || name == QLatin1String("InvalidClientTokenId"))
        return QCoreApplication::translate("cloud",
                                           "The provider does not know this access key: check AWS_ACCESS_KEY_ID.");
    if (name == QLatin1String("InvalidSignatureException") || name == QLatin1String("SignatureDoesNotMatch"))
        return QCoreApplication::translate("cloud", "The secret does not belong to the access key: check "
                                                    "AWS_SECRET_ACCESS_KEY.");
    return permission.isEmpty()
               ? QCoreApplication::translate("cloud", "These credentials may not do this: ask for the permission.")
               : QCoreApplication::translate("cloud", "The permission %1 is missing: ask for it. \"gantry policy\" "
                                                      "prints all that this show needs.")
                     .arg(permission);
}

QString adviceFor(Error::Kind kind, const QString &name, const HttpAnswer &answer, std::chrono::sys_seconds now,
                  const QString &permission)
{
    switch (kind) {
    case Error::Kind::Throttled:
        return QCoreApplication::translate("cloud",
                                           "Too many requests in this account. Gantry asks less often by itself; "
                                           "other tools may have to do the same.");
    case Error::Kind::ClockSkew:
        return skewAdvice(answer, now);
    case Error::Kind::Refused:
        return refusalAdvice(name, permission);
    case Error::Kind::NotFound:
        return QCoreApplication::translate("cloud", "Check the id and the region in the show file.");
    case Error::Kind::Conflict:
        return QCoreApplication::translate("cloud", "It is not in a state that allows this. Look at its state first.");
    case Error::Kind::ServerFault:
        return QCoreApplication::translate("cloud",
                                           "A fault at the provider. Look at the state before repeating a command.");
    case Error::Kind::TimedOut:
        return QCoreApplication::translate("cloud", "No answer in time. A command may have been executed: look before "
                                                    "sending it again.");
    default:
        return QCoreApplication::translate("cloud", "The provider did not accept the request as it was written.");
    }
}

} // namespace

QString awsErrorName(const HttpAnswer &answer)
{
    QString name = QString::fromLatin1(answer.header("x-amzn-ErrorType"));
    if (name.isEmpty()) {
        const QJsonObject body = bodyOf(answer);
        for (const auto member : {QLatin1StringView("__type"), QLatin1StringView("code"), QLatin1StringView("Code")}) {
            name = body.value(member).toString();
            if (!name.isEmpty())
                break;
        }
    }
    name = name.section(u':', 0, 0);
    return name.section(u'#', -1).trimmed().left(100);
}

QString refusedAction(const QString &message)
{
    static const QRegularExpression pattern(
        QStringLiteral("not authorized to perform: ([a-z0-9-]{2,40}:[A-Za-z0-9]{2,60})"));
    return pattern.match(message).captured(1);
}

Error awsError(const QString &tried, const QString &subject, const HttpAnswer &answer,
               const AwsCredentials &credentials, std::chrono::sys_seconds now, const QString &permission)
{
    const QString name = awsErrorName(answer);
    const QJsonObject body = bodyOf(answer);
    const QString message = messageOf(body);
    QStringList detail;
    for (const QString &part : {name, message, validationErrors(body)}) {
        if (!part.isEmpty())
            detail.append(part);
    }

    // What the provider's own people ask for first.
    if (const QByteArray request = answer.header("x-amzn-RequestId"); !request.isEmpty())
        detail.append(QStringLiteral("request %1").arg(QString::fromLatin1(request.left(64))));

    Error error;
    error.kind = kindOf(answer.status, name, message);
    error.tried = tried;
    error.subject = subject;
    error.detail = quotable(detail.join(QStringLiteral(" · ")), credentials);
    error.httpStatus = answer.status;
    error.retryAfterSeconds = retryAfterSeconds(answer.header("Retry-After"), now);
    const QString named = refusedAction(message);
    error.advice = adviceFor(error.kind, name, answer, now, named.isEmpty() ? permission : named);
    return error;
}

} // namespace gantry::cloud
