#pragma once
// How much faster or slower sound is played so that it stays with its picture although no two clocks agree: sender,
// machine and sound card each drift by some ten parts in a million. Gentle: at most half a percent (nine cents, less
// than a listener notices), and towards the goal over some seconds. One thread; no clock inside.

#include <chrono>

namespace gantry::media {

class Pace
{
public:
    static constexpr double most = 0.005;
    // How long half the way back may take; also what steady drift leaves as an error (100 ppm: 0.6 ms).
    static constexpr std::chrono::seconds patience{6};
    static constexpr std::chrono::seconds smoothing{1}; // devices tell their latency in steps
    // An error that cannot be made good unheard in reasonable time: sound has to be seated anew.
    static constexpr std::chrono::milliseconds tolerance{60};

    // `late`: by how much sound is heard too late (negative: too early), measured `elapsed` after the last time.
    void note(std::chrono::microseconds late, std::chrono::nanoseconds elapsed);
    double speed() const; // 1.001: a thousandth faster
    bool lost() const;
    std::chrono::microseconds late() const;
    void reset() { *this = {}; }

private:
    double m_late = 0; // s, smoothed
};

} // namespace gantry::media
