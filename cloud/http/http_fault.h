#pragma once
// What an HTTP status other than 2xx means, for the providers that have no scheme of their own. Pure.

#include "cloud/cloud_error.h"
#include "cloud/http/http_client.h"

#include <QString>

#include <chrono>
#include <optional>
#include <span>

namespace gantry::cloud {

// The provider's own words, read from its body by whoever knows its form. Everything may be empty.
struct FaultWords
{
    QString name;    // "PERMISSION_DENIED"
    QString message; // "Permission 'livestream.channels.get' denied"
    int retryAfterSeconds = 0;
    std::optional<Error::Kind> kind; // where its own word says more than the status
    QString advice;                  // better than any general one; empty: none
};

// What to do, where the provider's adapter knows better than the status; empty: the general words.
struct FaultAdvice
{
    QString refused;
    QString notFound;
    QString conflict;
};

// `secrets` never show up in the error.
Error httpFault(const QString &tried, const QString &subject, const HttpAnswer &answer, const FaultWords &words,
                const FaultAdvice &advice, std::chrono::sys_seconds now, std::span<const QByteArray> secrets = {});

// "Set this computer's clock: it is 300 s ahead of the provider's.", from the answer's Date.
QString clockAdvice(const HttpAnswer &answer, std::chrono::sys_seconds now);

// What the provider calls this exchange, for its support; empty when it does not say.
QString requestId(const HttpAnswer &answer);

// `detail`, and the request's id behind it, in at most 300 characters.
QString withRequestId(const QString &detail, const HttpAnswer &answer);

} // namespace gantry::cloud
