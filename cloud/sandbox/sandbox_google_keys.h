#pragma once
// Who is let in at the rehearsal's Google: one service account with a key made for this rehearsal. Its signed token is
// exchanged at /token for an access token (RFC 7523), or presented itself, as Google's own clients do. Time is passed
// in.

#include "cloud/sandbox/http_listener.h"

#include <QDateTime>
#include <QHash>
#include <QUrl>

#include <memory>
#include <optional>

namespace gantry::cloud {

class SandboxGoogleKeys
{
public:
    // `serviceAccount`: an earlier rehearsal's file, so that its key goes on working; empty or unusable: a new key.
    explicit SandboxGoogleKeys(const QByteArray &serviceAccount = {});
    ~SandboxGoogleKeys();
    SandboxGoogleKeys(const SandboxGoogleKeys &) = delete;
    SandboxGoogleKeys &operator=(const SandboxGoogleKeys &) = delete;

    static constexpr const char *project = "rehearsal";

    // The file a client is given, with `endpoint`/token as its token address.
    QByteArray serviceAccount(const QUrl &endpoint) const;

    ServedAnswer token(const ServedRequest &request, const QDateTime &now); // POST /token
    // Why this Authorization header lets nobody in. `isKeyExpired`: on purpose, what the account signs itself is
    // refused.
    std::optional<QString> fault(const QByteArray &authorization, const QDateTime &now, bool isKeyExpired) const;
    void expireIssued();

private:
    std::optional<QString> claimsFault(const QByteArray &jwt, const QDateTime &now, bool isForToken) const;

    struct Private;
    std::unique_ptr<Private> m_d;
    QHash<QByteArray, QDateTime> m_issued; // until when
};

} // namespace gantry::cloud
