#pragma once
// What the cloud toolkit reports when a provider, the network or a credential fails.

#include <QString>
#include <tl/expected.hpp>

namespace gantry::cloud {

struct Error
{
    enum class Kind {
        Unreachable, // no connection, no name, connection closed
        TimedOut,    // sent, no answer in time: it may have been executed
        Throttled,   // asked too often; `retryAfterSeconds` when the provider said so
        Refused,     // credentials or permissions
        Untrusted,   // its certificate does not prove who it is; nothing was sent
        ClockSkew,   // refused because our clock and theirs differ
        Conflict,    // wrong state for this command
        Invalid,     // they did not understand us
        NotFound,
        ServerFault, // 5xx
        BadAnswer,   // we did not understand them: truncated, wrong type, too large, too deep
        Credentials, // none found, or unusable
        Setting      // the show file asks for something the provider does not have
    };
    Kind kind = Kind::Unreachable;
    QString tried;   // "list channels"
    QString subject; // "MediaLive eu-west-1"; never a credential
    QString advice;
    QString detail; // the provider's own words, shortened, for the record
    int httpStatus = 0;
    int retryAfterSeconds = 0;

    QString text() const
    {
        return subject.isEmpty() ? tried : tried + QStringLiteral(" (") + subject + QStringLiteral(")");
    }
    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

} // namespace gantry::cloud
