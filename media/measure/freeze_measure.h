#pragma once
// Freeze: the picture does not move. One number says how much two pictures differ; noise that an encoder goes on
// sending stays below the limit, a slow fade and a small running clock do not:
//   - noise is different everywhere and averages out, so the whole is judged by the RMS over a grid of 16 x 9;
//   - what moves in one place is lost in that, so the largest single change among 64 x 36 cells counts as well;
//   - the comparison is with the picture with which the stillness began, so that small steps add up.
// A pure value; times as arguments.

#include "media/measure/luma_picture.h"
#include "media/measure/measure_limits.h"
#include "media/measure/standing.h"

#include <optional>

namespace gantry::media {

class FreezeMeasure
{
public:
    static constexpr double leastChange = -120; // dB, for no difference at all

    explicit FreezeMeasure(const MeasureLimits &limits) : m_limitDb(limits.freezeDb) {}

    void picture(const LumaPicture &picture, Standing::Time at);
    // dB to the picture before, 0 = from all black to all white.
    double change() const { return m_change; }
    std::chrono::milliseconds frozen() const { return m_frozen; }

    // How much two pictures differ: the RMS over 16 x 9 areas, or a twelfth of the largest change of one cell where
    // that is more. A twelfth puts -60 dB at 1.2 % for a cell: noise of 3 codes moves a cell by a fifth of that, a
    // digit of a clock that covers a thousandth of the picture by twice as much.
    static double difference(const LumaPicture &before, const LumaPicture &now);

private:
    double m_limitDb;
    double m_change = 0;
    std::chrono::milliseconds m_frozen{0};
    std::optional<LumaPicture> m_before;
    std::optional<LumaPicture> m_reference; // with which the stillness began
    Standing::Time m_since{};
};

} // namespace gantry::media
