#pragma once
// What may be wrong with the rehearsal cloud, on purpose. Set from the thread it runs on.

#include "cloud/encoder_sample.h"

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace gantry::cloud {

// One thing that is wrong for a while. What a field means depends on the kind; fields of other kinds are not looked at.
struct SandboxFault
{
    enum class Kind {
        Throttled,       // "429": too many requests, `retryAfter` where one is told
        ServerError,     // "500": `status` instead of an answer, nothing is executed
        Slow,            // executed, and answered `delay` later
        AcceptOnly,      // commands are accepted, and nothing comes of them
        TimeOut,         // executed, and never answered
        Truncated,       // executed, and the answer breaks off in the middle
        Huge,            // executed, and the answer has a hundred megabytes
        Deep,            // executed, and the answer is nested ten thousand deep
        TokenLoop,       // a list's next page is always the same page
        ClockSkew,       // the cloud's clock is `skew` ahead
        ExpiredToken,    // whatever was issued before is worth nothing, and long-lived keys are refused for the while
        Denied,          // no permission
        LateMetrics,     // figures become visible `delay` later
        PipelineFailure, // `pipeline` of the encoders stands still
        InputLoss        // `input` does not arrive
    };
    enum class Calls { All, Reads, Commands };

    Kind kind = Kind::ServerError;
    std::chrono::milliseconds at{0};                  // since the rehearsal began
    std::optional<std::chrono::milliseconds> lasting; // nullopt: until it is cleared
    std::optional<int> count;                         // so many requests, then over
    QByteArray service;                               // "medialive", ...; empty: all of them
    Calls calls = Calls::All;
    int status = 500;
    std::optional<std::chrono::seconds> retryAfter;
    std::chrono::milliseconds delay{5000};
    std::chrono::seconds skew{360};
    int pipeline = 0;
    QString input;

    bool isActive(std::chrono::milliseconds now) const
    {
        return at <= now && (!lasting || now < at + *lasting) && (!count || *count > 0);
    }
    bool isOver(std::chrono::milliseconds now) const
    {
        return (lasting && now >= at + *lasting) || (count && *count <= 0);
    }
    // The same thing goes wrong, whenever and however.
    bool isAlike(const SandboxFault &other) const
    {
        return kind == other.kind && (kind != Kind::PipelineFailure || pipeline == other.pipeline) &&
               (kind != Kind::InputLoss || input == other.input);
    }
    bool operator==(const SandboxFault &) const = default;
};

struct SandboxFaults
{
    std::vector<SandboxFault> script; // the first of a kind that is active counts

    // The same for a test that counts requests.
    int silentNext = 0; // so many requests are executed and never answered

    int failNext = 0; // so many requests are answered with this instead of being executed
    int failStatus = 500;
    QByteArray failType = "InternalServerErrorException";
    int retryAfterSeconds = 0;

    int garbleNext = 0; // so many requests are answered 200 with this
    QByteArray garbage = "<html>sign in to the hotel's network</html>";

    bool acceptOnly = false; // commands are accepted, and nothing comes of them

    std::vector<EncoderAlert> alerts; // what ListAlerts has to say besides the channel's own
};

} // namespace gantry::cloud
