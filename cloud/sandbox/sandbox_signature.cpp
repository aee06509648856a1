#include "cloud/sandbox/sandbox_signature.h"

#include "cloud/http/aws_sigv4.h"

namespace gantry::cloud {

namespace {

constexpr qint64 kAllowedSkew = 5 * 60; // seconds

QDateTime amzDateTime(const QByteArray &text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

SignatureFault invalid(const QString &message)
{
    return {"InvalidSignatureException", message};
}

std::optional<SignatureFault> skewFault(const QDateTime &signedAt, const QDateTime &now)
{
    const QString at = QString::fromLatin1(amzDate(signedAt));
    const QString here = QString::fromLatin1(amzDate(now));
    if (signedAt.secsTo(now) > kAllowedSkew)
        return invalid(QStringLiteral("Signature expired: %1 is now earlier than %2 (%3 - 5 min.)")
                           .arg(at, QString::fromLatin1(amzDate(now.addSecs(-kAllowedSkew))), here));
    if (now.secsTo(signedAt) > kAllowedSkew)
        return invalid(QStringLiteral("Signature not yet current: %1 is still later than %2 (%3 + 5 min.)")
                           .arg(at, QString::fromLatin1(amzDate(now.addSecs(kAllowedSkew))), here));
    return std::nullopt;
}

} // namespace

std::optional<SignatureFault> signatureFault(const ServedRequest &request, const AwsCredentials &credentials,
                                             const QByteArray &region, const QByteArray &service, const QDateTime &now)
{
    const QByteArray authorization = request.header("Authorization");
    if (authorization.isEmpty())
        return SignatureFault{"MissingAuthenticationTokenException", QStringLiteral("Missing Authentication Token")};
    const auto claim = readAuthorization(authorization);
    if (!claim || !claim->signedHeaders.contains("host") || !claim->signedHeaders.contains("x-amz-date"))
        return SignatureFault{
            "IncompleteSignatureException",
            QStringLiteral("The Authorization header is incomplete, or host or x-amz-date is not signed.")};
    if (claim->accessKey != credentials.accessKey)
        return SignatureFault{"UnrecognizedClientException",
                              QStringLiteral("The security token included in the request is invalid.")};
    const QDateTime signedAt = amzDateTime(request.header("X-Amz-Date"));
    if (!signedAt.isValid() || amzDate(signedAt).left(8) != claim->date)
        return invalid(QStringLiteral("Date in Credential scope does not match X-Amz-Date."));
    if (claim->region != region || claim->service != service)
        return invalid(QStringLiteral("Credential should be scoped to region %1 and service %2.")
                           .arg(QString::fromLatin1(region), QString::fromLatin1(service)));
    if (auto fault = skewFault(signedAt, now))
        return fault;

    SigV4Request again;
    again.method = request.method;
    again.path = request.path;
    again.query = request.query;
    again.body = request.body;
    for (const QByteArray &name : claim->signedHeaders)
        again.headers.emplaceBack(name, request.header(name));
    const SigV4Signature expected = signSigV4(again, {region, service, signedAt}, credentials.secretKey);
    if (sameSignature(expected.signature, claim->signature))
        return std::nullopt;
    return invalid(
        QStringLiteral("The request signature we calculated does not match the signature you provided. Check "
                       "your AWS Secret Access Key and signing method."));
}

} // namespace gantry::cloud
