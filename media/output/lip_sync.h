#pragma once
// When the sound of a time stamp is to be heard, so that it goes with its picture: at the instant at which the picture
// of that stamp is put into its slot, plus the same for all. Where sound comes too late for that (the multiplexer sends
// it in parcels, the device needs its time), it is heard as soon as it can be kept up without gaps, and late() says how
// far behind. Pictures are never held back. One thread; no clock inside.

#include "media/measure/stamp_offset.h"

#include <array>

namespace gantry::media {

class LipSync
{
public:
    using Time = StampOffset::Time;
    using Stamp = StampOffset::Stamp;

    // What a decode thread may be late without being heard.
    static constexpr std::chrono::milliseconds spare{20};
    // Further apart than this, sound and picture have no clock in common.
    static constexpr std::chrono::seconds furthest{3};
    // How long sound waits for a picture to go by before it is played for itself.
    static constexpr std::chrono::milliseconds patience{500};

    void picture(Stamp stamp, Time shown);
    // `first`: of a block's first sample.
    void sound(Stamp first, Time decoded);
    void reset() { *this = {}; }

    // Nothing before there is a picture to go by, or none has come for a while. `deviceLatency`: from handing a sample
    // over to hearing it.
    std::optional<Time> heardAt(Stamp stamp, std::chrono::microseconds deviceLatency, Time now) const;
    // How much later than its picture sound is heard; zero when the two go together, or there is no picture.
    std::chrono::microseconds late(std::chrono::microseconds deviceLatency, Time now) const;

private:
    std::optional<std::chrono::microseconds> pictureOffset(Time now) const;
    std::chrono::microseconds soundOffset(std::chrono::microseconds deviceLatency) const;

    static constexpr std::chrono::milliseconds span{750};
    StampOffset m_picture{std::chrono::milliseconds(150)};
    // The latest that sound came against its stamps, over the last three seconds, a part of them each.
    std::array<std::optional<std::chrono::microseconds>, 4> m_latest;
    std::size_t m_newest = 0;
    std::optional<Time> m_first;
    Time m_since;
};

} // namespace gantry::media
