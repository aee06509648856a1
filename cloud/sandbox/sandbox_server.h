#pragma once
// The rehearsal cloud: MediaLive, MediaConnect, CloudWatch, STS, Google Live Stream and Mux Data on 127.0.0.1, close
// enough that Gantry's adapters and the vendors' own clients cannot tell. Nothing outside this machine can reach it,
// and nothing in it outlives it.
//
//     SandboxServer sandbox({.fast = true});
//     const auto port = sandbox.start();
//
// Thread: the one that made it, with an event loop.

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_access.h"
#include "cloud/sandbox/sandbox_channel.h"
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
        bool fast = false;   // start, stop and switch in a second or two instead of the provider's usual times
        bool running = true; // everything is on air from the first moment
        // Made at random when empty, for this one rehearsal.
        QByteArray accessKey;
        QByteArray secretKey;
        QByteArray mfaCode; // six digits
        QByteArray muxTokenId;
        QByteArray muxTokenSecret;
        QByteArray googleAccount; // a service account file of an earlier rehearsal
        QByteArray region = "eu-west-1";
        std::vector<QString> inputs{QStringLiteral("A"), QStringLiteral("B")};
        int channels = 1; // of each kind
        SandboxChannel::Options channel;
        std::uint64_t crowdSeed = 1;
        double requestsPerSecond = 5; // MediaLive's limits for a real account
        double burst = 30;
        // A small JPEG of what an input shows; without it there are no thumbnails.
        std::function<QByteArray(const QString &input)> thumbnail;
        // For tests. Empty: a monotonic clock that begins at start(), and this computer's clock.
        std::function<std::chrono::milliseconds()> steadyClock;
        std::function<QDateTime()> wallClock;
        // Paths below /return/ (the HLS return); without it, not found.
        std::function<ServedAnswer(const ServedRequest &)> returnFiles;
    };

    // The channel, flow or channel whose output somebody carries.
    enum class Output { MediaLive, MediaConnect, Google };
    struct OnAir
    {
        bool runs = false; // its output is there at all
        QString input;     // what goes out; empty: nothing arrives at the moment
        bool operator==(const OnAir &) const = default;
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
    QByteArray googleAccount() const;    // the content of a service account file; while started
    // Temporary keys, as its STS would issue them.
    AwsCredentials issueSession(std::chrono::seconds lasting = std::chrono::hours(1));

    // What the media side asks and tells. Without reports every input is taken to be there.
    OnAir onAir(Output output);
    void reportInput(const QString &input, std::optional<double> megabits,
                     std::optional<double> pictures = std::nullopt);

    SandboxFaults &faults();
    void addFault(SandboxFault fault);           // from now on; `at` counts from now
    void removeFault(const SandboxFault &fault); // those of its kind, and of its pipeline or input
    void clearFaults();
    std::vector<SandboxFault> activeFaults(); // `lasting` is what is left of it

    const SandboxChannel &channel(); // as of now

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace gantry::cloud
