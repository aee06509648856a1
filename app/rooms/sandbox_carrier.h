#pragma once
// The pictures of the rehearsal cloud: takes the show's feeds over SRT, as a cloud's inputs would, and sends what each
// of its channels has on air to a return (SandboxReturn). Nothing is decoded but what somebody asks a still of.
//
// Threads: two an input, one a return, and the caller's, whose calls never wait for the network.

#include "media/input/srt_address.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace gantry {

class SandboxCarrier
{
public:
    struct Input
    {
        QString name;              // "A"
        media::SrtAddress address; // listens, or calls the sender
    };

    // `returns`: who is called with each return (listening is not for a return); nobody: it is kept as HLS, to be
    // fetched. Begins at once.
    SandboxCarrier(std::vector<Input> inputs, std::vector<std::optional<media::SrtAddress>> returns);
    ~SandboxCarrier();
    SandboxCarrier(const SandboxCarrier &) = delete;
    SandboxCarrier &operator=(const SandboxCarrier &) = delete;

    // `input`: an index, or SandboxReturn::nothing, or SandboxReturn::notThere.
    void choose(std::size_t output, int input);

    // Of a return that is kept as HLS: "live.m3u8", "7.ts". Nothing: not there.
    std::optional<QByteArray> file(std::size_t output, const QByteArray &name) const;

    // A small JPEG of what arrives at that input; empty: none now, perhaps in a moment (SandboxStill).
    QByteArray still(const QString &input);

    struct Arrived
    {
        QString name;
        std::optional<double> megabits; // nullopt: nothing arrives
    };
    // Since the last call, each input that has ever arrived. Once a second or so.
    std::vector<Arrived> measure();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry
