#pragma once
// Who may talk to the rehearsal cloud: it verifies signatures as the real one does, so that a wrong secret, a wrong
// clock or a broken signer shows in the rehearsal. Pure.

#include "cloud/http/credentials.h"
#include "cloud/sandbox/http_listener.h"

#include <QDateTime>

#include <optional>

namespace gantry::cloud {

struct SignatureFault
{
    QByteArray type; // "InvalidSignatureException"
    QString message;
};

// nullopt: the request is signed with these credentials, for this service and region, within five minutes of `now`.
std::optional<SignatureFault> signatureFault(const ServedRequest &request, const AwsCredentials &credentials,
                                             const QByteArray &region, const QByteArray &service, const QDateTime &now);

} // namespace gantry::cloud
