#pragma once
// A bad network between two UDP ends on this computer, with a seed: what it does to packets is decided by RelayPath,
// which has no clock and no socket, and carried out by UdpRelay, which has both.

#include <QString>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <vector>

namespace gantry::relay {

using Time = std::chrono::steady_clock::time_point;

// What one direction does to each packet, in this order. Shares are 0..1.
struct Conditions
{
    bool outage = false;                  // nothing passes
    double loss = 0;                      // lost, on average
    double burst = 1;                     // mean number of packets lost in a row (Gilbert); 1: each by itself
    std::optional<double> bitsPerSecond;  // of the line; what does not fit into its queue is lost
    std::chrono::milliseconds queue{200}; // how long a packet may wait for the line
    double corrupt = 0;                   // one bit of the packet is turned
    double duplicate = 0;                 // comes twice
    std::chrono::microseconds delay{0};   // one way
    std::chrono::microseconds jitter{0};  // standard deviation of the delay; never less than none
    double reorder = 0;                   // held back by `reorderBy`, so that later ones overtake it
    std::chrono::microseconds reorderBy{10'000};
};

class RelayPath
{
public:
    explicit RelayPath(std::uint32_t seed, Conditions conditions = {}) : m_random(seed), m_conditions(conditions) {}

    void set(const Conditions &conditions) { m_conditions = conditions; }

    struct Copy
    {
        Time due;
        std::optional<std::size_t> turnedBit; // of the packet, counted from its first
    };
    // When the copies of a packet of `bytes` that came at `now` come out at the other end; none: it is lost.
    std::vector<Copy> pass(Time now, std::size_t bytes);

private:
    bool chance(double share);
    bool isLost();

    std::mt19937 m_random;
    Conditions m_conditions;
    bool m_inBurst = false;
    Time m_lineFree{};
};

// Takes packets on `port()` of 127.0.0.1 and passes them to another port there, and the answers back; every caller has
// a socket of its own towards the target, so that the target can tell them apart. On a thread of its own.
class UdpRelay
{
public:
    struct Counts
    {
        std::uint64_t came = 0;
        std::uint64_t lost = 0;
        std::uint64_t passed = 0;
    };

    UdpRelay(std::uint16_t target, std::uint32_t seed, const Conditions &conditions = {});
    ~UdpRelay();

    std::uint16_t port() const;
    void set(const Conditions &bothWays);
    void set(const Conditions &toTarget, const Conditions &back);
    Counts toTarget() const;
    Counts back() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::relay
