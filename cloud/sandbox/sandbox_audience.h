#pragma once
// The rehearsal's crowd, and Mux Data's routes to look at it.
//
// The crowd grows towards a full house, wanders a little, and minds what the channel does: a switch makes it rebuffer
// for some seconds and costs a few viewers, a stopped channel stalls everybody and then empties the house. Invented,
// but the same for the same seed, events and time.

#include "cloud/http/credentials.h"
#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_channel.h"

#include <QDateTime>

#include <span>

namespace gantry::cloud {

struct CrowdFigures
{
    std::int64_t viewers = 0;
    double rebuffering = 0; // 0..1
    bool operator==(const CrowdFigures &) const = default;
};

// `time` counts from the start of the rehearsal and may be negative; `events` are those of the channel since then.
CrowdFigures crowdAt(std::uint64_t seed, SandboxChannel::Time time, std::span<const SandboxChannel::Event> events);

class SandboxAudience
{
public:
    SandboxAudience(std::uint64_t seed, MuxCredentials credentials);

    // `path` below /data/v1/. `time` and `wallClock` are now.
    ServedAnswer answer(const ServedRequest &request, SandboxChannel::Time time, const QDateTime &wallClock,
                        std::span<const SandboxChannel::Event> events) const;

private:
    std::uint64_t m_seed;
    MuxCredentials m_credentials;
};

} // namespace gantry::cloud
