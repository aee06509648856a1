#include "cloud/http/http_fault.h"

#include "cloud/cloud_text.h"
#include "cloud/http/redaction.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace gantry::cloud {

namespace {

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return Error::Kind::Refused;
    case 404:
    case 410:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::TimedOut;
    case 409:
    case 412:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::Throttled;
    default:
        break;
    }
    if (status >= 500)
        return Error::Kind::ServerFault;
    return status >= 400 ? Error::Kind::Invalid : Error::Kind::BadAnswer;
}

QString generalAdvice(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Refused:
        return Text::tr("Check the credentials, and what they are permitted to do.");
    case Error::Kind::NotFound:
        return Text::tr("Check the names in the show file's settings.");
    case Error::Kind::Conflict:
        return Text::tr("It is not in a state that allows this. Look at its state first.");
    case Error::Kind::Throttled:
        return Text::tr("Too many requests in this account. Gantry asks less often by itself; "
                        "other tools may have to do the same.");
    case Error::Kind::ServerFault:
        return Text::tr("A fault at the provider. Look at the state before repeating a command.");
    case Error::Kind::TimedOut:
        return Text::tr("No answer in time. A command may have been executed: look before "
                        "sending it again.");
    default:
        return Text::tr("The provider did not accept the request as it was written.");
    }
}

QString adviceFor(const Error &error, const FaultAdvice &own)
{
    const QString better = error.kind == Error::Kind::Refused    ? own.refused
                           : error.kind == Error::Kind::NotFound ? own.notFound
                           : error.kind == Error::Kind::Conflict ? own.conflict
                                                                 : QString();
    return better.isEmpty() ? generalAdvice(error.kind) : better;
}

} // namespace

QString requestId(const HttpAnswer &answer)
{
    for (const char *name : {"x-amzn-RequestId", "x-amz-request-id", "x-ms-request-id", "x-ms-correlation-request-id",
                             "x-request-id", "request-id"}) {
        const QByteArray id = answer.header(name).trimmed();
        const bool isPlain =
            std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '<'; });
        if (!id.isEmpty() && id.size() <= 100 && isPlain)
            return QString::fromLatin1(id);
    }
    return {};
}

QString clockAdvice(const HttpAnswer &answer, std::chrono::sys_seconds now)
{
    const auto theirs = answerDate(answer);
    if (!theirs)
        return Text::tr("Set this computer's clock: it and the provider's differ too much.");
    const auto ahead = std::chrono::duration_cast<std::chrono::seconds>(now - *theirs).count();
    return ahead > 0 ? Text::tr("Set this computer's clock: it is %1 s ahead of the provider's.").arg(ahead)
                     : Text::tr("Set this computer's clock: it is %1 s behind the provider's.").arg(-ahead);
}

QString withRequestId(const QString &detail, const HttpAnswer &answer)
{
    const QString id = requestId(answer);
    if (id.isEmpty())
        return detail;
    // The id is wanted whole: only the words before it are shortened.
    const QString named = QStringLiteral(" · ") + Text::tr("request %1").arg(id);
    return detail.left(300 - named.size()) + named;
}

Error httpFault(const QString &tried, const QString &subject, const HttpAnswer &answer, const FaultWords &words,
                const FaultAdvice &advice, std::chrono::sys_seconds now, std::span<const QByteArray> secrets)
{
    Error error;
    error.kind = words.kind.value_or(kindOf(answer.status));
    error.tried = tried;
    error.subject = subject;
    error.httpStatus = answer.status;
    error.retryAfterSeconds =
        std::max(std::clamp(words.retryAfterSeconds, 0, 3600), retryAfterSeconds(answer.header("Retry-After"), now));
    error.advice = words.advice.isEmpty() ? adviceFor(error, advice) : words.advice;

    QStringList detail;
    for (const QString &part : {words.name, words.message}) {
        if (!part.isEmpty())
            detail.append(part);
    }
    if (isRedirect(answer.status)) {
        const QUrl target = QUrl::fromEncoded(answer.header("Location"));
        detail.append(Text::tr("It names another address: %1").arg(target.host()));
        error.advice = Text::tr("A redirect is not followed: credentials are for one address "
                                "only. Check the address, or a proxy on the way.");
    }
    if (detail.isEmpty())
        detail.append(QStringLiteral("HTTP %1").arg(answer.status));
    error.detail = withRequestId(quotable(detail.join(QStringLiteral(" · ")), secrets), answer);
    return error;
}

} // namespace gantry::cloud
