#pragma once
// Who is let in at the rehearsal's AWS: the long-lived keys of the rehearsal, and what its STS has issued. Issued keys
// end by themselves, or all at once on purpose. Time is passed in; no clock.

#include "cloud/http/credentials.h"
#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_signature.h"

#include <QDateTime>

#include <chrono>
#include <vector>

namespace gantry::cloud {

struct SandboxCaller
{
    QString arn;
    QString userId;
    bool isIssued = false;
};

struct AwsSession
{
    AwsCredentials credentials;
    QDateTime until;
    SandboxCaller caller;
};

class SandboxAccess
{
public:
    static constexpr const char *account = "000000000000";

    SandboxAccess(AwsCredentials keys, QByteArray region);

    // `isKeyExpired`: on purpose, the long-lived keys are refused like a token that has ended.
    tl::expected<SandboxCaller, SignatureFault> check(const ServedRequest &request, const QByteArray &service,
                                                      const QDateTime &now, bool isKeyExpired) const;
    AwsSession issue(const SandboxCaller &caller, std::chrono::seconds lasting, const QDateTime &now);
    void expireIssued(); // whatever was issued up to now
    SandboxCaller owner() const;

private:
    AwsCredentials m_keys;
    QByteArray m_region;
    std::vector<AwsSession> m_issued;
};

// Letters and digits that are not mixed up when read aloud.
QByteArray randomWord(int length, bool upperOnly = false);

} // namespace gantry::cloud
