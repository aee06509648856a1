#pragma once
// The rehearsal cloud: MediaLive and Mux Data on 127.0.0.1, close enough that Gantry's adapters and the vendor's own
// command line client cannot tell. Nothing outside this machine can reach it, and nothing in it outlives it.
//
//     SandboxServer sandbox({.fast = true});
//     const auto port = sandbox.start();
//
// Thread: the one that made it, with an event loop.

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_audience.h"
#include "cloud/sandbox/sandbox_aws.h"
#include "cloud/sandbox/sandbox_faults.h"

#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace gantry::cloud {

class SandboxServer
{
public:
    struct Settings
    {
        quint16 port = 0;    // 0: any free one
        bool fast = false;   // start 2 s, stop 1 s, switch 1.5 s instead of 45, 15 and 10
        bool running = true; // the channel is on air from the first moment
        // Made at random when empty, for this one rehearsal.
        QByteArray accessKey;
        QByteArray secretKey;
        QByteArray muxTokenId;
        QByteArray muxTokenSecret;
        QByteArray region = "eu-west-1";
        int channels = 1;
        std::uint64_t crowdSeed = 1;
        double requestsPerSecond = 5; // the real account's limits
        double burst = 30;
        // For tests. Empty: a monotonic clock that begins at start(), and this computer's clock.
        std::function<std::chrono::milliseconds()> steadyClock;
        std::function<QDateTime()> wallClock;
    };

    SandboxServer();
    explicit SandboxServer(Settings settings);
    ~SandboxServer();
    SandboxServer(const SandboxServer &) = delete;
    SandboxServer &operator=(const SandboxServer &) = delete;

    // The port taken, or one clear reason. Started again, everything is as in the beginning.
    Result<quint16> start();
    void stop();

    QUrl endpoint() const; // "http://127.0.0.1:4711"; empty while stopped

    // What a program needs in its environment to use it, these secrets included: they open nothing but this.
    std::vector<std::pair<QByteArray, QByteArray>> environment() const;
    QByteArray shellAssignments() const; // the same, one NAME=value a line

    SandboxFaults &faults();
    const SandboxChannel &channel(); // as of now

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace gantry::cloud
