#include "cloud/sandbox/sandbox_service.h"

#include "cloud/sandbox/sandbox_medialive_json.h"

#include <QJsonDocument>

namespace gantry::cloud {

namespace {

ServedAnswer json(const QJsonObject &object, int status)
{
    ServedAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

struct Words
{
    int status;
    QByteArray aws;
    QString google;
};

Words wordsOf(const Refusal &refusal, SandboxService service)
{
    const bool rest = service == SandboxService::MediaLive || service == SandboxService::MediaConnect;
    switch (refusal.kind) {
    case Refusal::Kind::Throttled:
        if (rest || service == SandboxService::Google || service == SandboxService::Mux)
            return {429, "TooManyRequestsException", QStringLiteral("RESOURCE_EXHAUSTED")};
        return {400, "Throttling", {}};
    case Refusal::Kind::Denied:
        return {403, rest ? "AccessDeniedException" : "AccessDenied", QStringLiteral("PERMISSION_DENIED")};
    case Refusal::Kind::Unauthenticated: {
        const bool aws = service != SandboxService::Google && service != SandboxService::Mux;
        QByteArray code = refusal.code;
        if (!rest && code == "ExpiredTokenException")
            code = "ExpiredToken";
        if (!rest && code == "InvalidSignatureException")
            code = "SignatureDoesNotMatch";
        if (!rest && code == "UnrecognizedClientException")
            code = "InvalidClientTokenId";
        return {aws ? 403 : 401, code, QStringLiteral("UNAUTHENTICATED")};
    }
    case Refusal::Kind::BadRequest:
        return {400, refusal.code.isEmpty() ? QByteArray("BadRequestException") : refusal.code,
                QStringLiteral("INVALID_ARGUMENT")};
    case Refusal::Kind::NotFound:
        return {404, service == SandboxService::Iam ? "NoSuchEntity" : "NotFoundException",
                QStringLiteral("NOT_FOUND")};
    case Refusal::Kind::ServerError:
        break;
    }
    QByteArray code = rest ? "InternalServerErrorException" : "InternalFailure";
    if (refusal.status == 502)
        code = "BadGatewayException";
    if (refusal.status == 503)
        code = rest ? "ServiceUnavailableException" : "ServiceUnavailable";
    if (refusal.status == 504)
        code = "GatewayTimeoutException";
    return {refusal.status, code, refusal.status == 503 ? QStringLiteral("UNAVAILABLE") : QStringLiteral("INTERNAL")};
}

ServedAnswer queryError(const Words &words, const QString &message)
{
    ServedAnswer answer;
    answer.status = words.status;
    answer.contentType = "text/xml";
    answer.body = "<ErrorResponse><Error><Type>" + QByteArray(words.status >= 500 ? "Receiver" : "Sender") +
                  "</Type><Code>" + words.aws + "</Code><Message>" + message.toHtmlEscaped().toUtf8() +
                  "</Message></Error><RequestId>rehearsal</RequestId></ErrorResponse>";
    return answer;
}

} // namespace

bool isAwsQuery(const ServedRequest &request)
{
    return request.header("X-Amz-Target").isEmpty();
}

SandboxService serviceOf(const ServedRequest &request)
{
    const QByteArray &path = request.path;
    if (path.startsWith("/prod/"))
        return SandboxService::MediaLive;
    if (path.startsWith("/data/v1/"))
        return SandboxService::Mux;
    if (path == "/token" || path.startsWith("/v1/projects/"))
        return SandboxService::Google;
    if (path.startsWith("/v1/flows"))
        return SandboxService::MediaConnect;
    if (path != "/" || request.method != "POST")
        return SandboxService::Unknown;
    if (request.header("X-Amz-Target").startsWith("GraniteServiceVersion20100801."))
        return SandboxService::CloudWatch;
    if (request.body.contains("Version=2010-05-08"))
        return SandboxService::Iam;
    return request.body.contains("Version=2011-06-15") ? SandboxService::Sts : SandboxService::CloudWatch;
}

QByteArray wordOf(SandboxService service)
{
    switch (service) {
    case SandboxService::MediaLive:
        return "medialive";
    case SandboxService::MediaConnect:
        return "mediaconnect";
    case SandboxService::CloudWatch:
        return "cloudwatch";
    case SandboxService::Sts:
        return "sts";
    case SandboxService::Iam:
        return "iam";
    case SandboxService::Google:
        return "google";
    case SandboxService::Mux:
        return "mux";
    case SandboxService::Unknown:
        break;
    }
    return {};
}

QByteArray signingNameOf(SandboxService service)
{
    switch (service) {
    case SandboxService::MediaLive:
    case SandboxService::MediaConnect:
    case SandboxService::Sts:
    case SandboxService::Iam:
        return wordOf(service);
    case SandboxService::CloudWatch:
        return "monitoring";
    default:
        return {};
    }
}

bool isCommand(const ServedRequest &request, SandboxService service)
{
    return request.method != "GET" && request.path != "/" && request.path != "/token" &&
           !request.path.endsWith("%3AtestIamPermissions") && service != SandboxService::Mux &&
           service != SandboxService::Unknown;
}

ServedAnswer refuse(SandboxService service, const ServedRequest &request, const Refusal &refusal)
{
    const Words words = wordsOf(refusal, service);
    ServedAnswer answer;
    switch (service) {
    case SandboxService::Google:
        answer = request.path == "/token"
                     ? json({{QStringLiteral("error"), QStringLiteral("internal_failure")},
                             {QStringLiteral("error_description"), refusal.message}},
                            words.status)
                     : json({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), words.status},
                                                                   {QStringLiteral("status"), words.google},
                                                                   {QStringLiteral("message"), refusal.message}}}},
                            words.status);
        break;
    case SandboxService::Mux:
        answer =
            json({{QStringLiteral("error"), QJsonObject{{QStringLiteral("type"), words.google.toLower()},
                                                        {QStringLiteral("messages"), QJsonArray{refusal.message}}}}},
                 words.status);
        break;
    case SandboxService::Sts:
    case SandboxService::Iam:
        answer = queryError(words, refusal.message);
        break;
    case SandboxService::CloudWatch:
        if (isAwsQuery(request)) {
            answer = queryError(words, refusal.message);
            break;
        }
        answer = json(
            {{QStringLiteral("__type"), QStringLiteral("com.amazonaws.cloudwatch#") + QString::fromLatin1(words.aws)},
             {QStringLiteral("message"), refusal.message}},
            words.status);
        answer.contentType = "application/x-amz-json-1.0";
        break;
    default:
        answer = awsFault(words.status, words.aws, refusal.message);
    }
    if (refusal.retryAfter)
        answer.headers.emplaceBack("Retry-After", QByteArray::number(qint64(refusal.retryAfter->count())));
    return answer;
}

} // namespace gantry::cloud
