#pragma once
// Whether the first two channels belong together: their correlation over the last half second, +1 the same, 0
// strangers, -1 the one against the other, which cancels where somebody listens in mono. One thread.

#include "media/frame/sound_view.h"
#include "media/measure/lasting.h"

#include <chrono>
#include <optional>

namespace gantry::media {

class PhaseMeter
{
public:
    // `limit`: a correlation below is out of phase. `quiet`: dBFS; a channel below has no phase.
    PhaseMeter(double limit, double quiet);

    void feed(const SoundView &sound);
    // Nothing with one channel, or while one of the two is quiet.
    std::optional<double> value() const;
    std::chrono::milliseconds outOfPhase() const { return m_out.value(); }
    void reset();

private:
    double m_limit;
    double m_quietPower;
    double m_left = 0; // mean powers
    double m_right = 0;
    double m_both = 0;
    Lasting m_out;
};

} // namespace gantry::media
