#pragma once
// The pictures of the rehearsal cloud: takes the show's feeds over SRT, as a cloud's inputs would, and sends what each
// of its channels has on air to a return feed. Nothing is decoded or coded again (media::StreamSwitch).
//
// Threads: one an input, one a return, and the caller's, whose calls never wait for the network.

#include "media/input/srt_address.h"

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

    // What goes out while nothing is on air.
    static constexpr int nothing = -1;  // the connection stands, nothing comes
    static constexpr int notThere = -2; // no connection

    // `returns`: who is called with each return; listening is not for a return. Begins at once.
    SandboxCarrier(std::vector<Input> inputs, std::vector<media::SrtAddress> returns);
    ~SandboxCarrier();
    SandboxCarrier(const SandboxCarrier &) = delete;
    SandboxCarrier &operator=(const SandboxCarrier &) = delete;

    // `input`: an index, or one of the above.
    void choose(std::size_t output, int input);

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
