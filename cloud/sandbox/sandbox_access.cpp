#include "cloud/sandbox/sandbox_access.h"

#include "cloud/http/aws_sigv4.h"

#include <QRandomGenerator>

#include <algorithm>

namespace gantry::cloud {

namespace {

constexpr std::size_t kMostIssued = 100; // the oldest are forgotten

SignatureFault unknownKey()
{
    return {"UnrecognizedClientException", QStringLiteral("The security token included in the request is invalid.")};
}

SignatureFault expired()
{
    return {"ExpiredTokenException", QStringLiteral("The security token included in the request is expired")};
}

} // namespace

SandboxAccess::SandboxAccess(AwsCredentials keys, QByteArray region)
    : m_keys(std::move(keys)), m_region(std::move(region))
{
}

SandboxCaller SandboxAccess::owner() const
{
    return {QStringLiteral("arn:aws:iam::%1:user/rehearsal").arg(QLatin1StringView(account)),
            QStringLiteral("AIDAREHEARSAL0000000")};
}

tl::expected<SandboxCaller, SignatureFault> SandboxAccess::check(const ServedRequest &request,
                                                                 const QByteArray &service, const QDateTime &now,
                                                                 bool isKeyExpired) const
{
    const auto claim = readAuthorization(request.header("Authorization"));
    const QByteArray token = request.header("X-Amz-Security-Token");
    const AwsSession *session = nullptr;
    if (claim) {
        for (const AwsSession &one : m_issued) {
            if (one.credentials.accessKey == claim->accessKey)
                session = &one;
        }
    }
    // IAM is one service for all regions and signed for this one; clients that are given an address sign for their own.
    const bool isGlobal = service == "iam" && claim && claim->region == "us-east-1";
    const QByteArray region = isGlobal ? QByteArray("us-east-1") : m_region;
    if (auto fault = signatureFault(request, session ? session->credentials : m_keys, region, service, now))
        return tl::unexpected(*std::move(fault));
    if (!session) {
        if (!token.isEmpty()) // the long-lived keys have none
            return tl::unexpected(unknownKey());
        if (isKeyExpired)
            return tl::unexpected(expired());
        return owner();
    }
    if (!claim->signedHeaders.contains("x-amz-security-token") ||
        !sameSignature(token, session->credentials.sessionToken))
        return tl::unexpected(unknownKey());
    if (now >= session->until)
        return tl::unexpected(expired());
    return session->caller;
}

AwsSession SandboxAccess::issue(const SandboxCaller &caller, std::chrono::seconds lasting, const QDateTime &now)
{
    AwsSession session;
    session.credentials = {"ASIAREHEARSAL" + randomWord(7, true), randomWord(40), randomWord(96)};
    session.until = now.addSecs(lasting.count());
    session.caller = caller;
    session.caller.isIssued = true;
    if (m_issued.size() == kMostIssued)
        m_issued.erase(m_issued.begin());
    m_issued.push_back(session);
    return session;
}

void SandboxAccess::expireIssued()
{
    for (AwsSession &session : m_issued)
        session.until = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
}

QByteArray randomWord(int length, bool upperOnly)
{
    const QByteArrayView upper = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const QByteArrayView all = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    const QByteArrayView alphabet = upperOnly ? upper : all;
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += alphabet[QRandomGenerator::system()->bounded(int(alphabet.size()))];
    return text;
}

} // namespace gantry::cloud
