#pragma once
// How much sooner the sound of a programme comes than its picture, by time stamps: when the picture stamped P has been
// decoded against when the sound stamped P has. Smoothed over two seconds. One thread; no clock inside.
//
// What it sees: a multiplexer or link that delivers the one later than the other, hence what this wall shows and what a
// player with a short buffer suffers. Sound that is decoded in time to be held back reads as early by what the sender's
// own buffering gives it; tens of milliseconds are usual.
// What it cannot see: an error in the content itself. Where the stamps say that lips and words belong together, a
// microphone that was late into the encoder is as good as any other.

#include "media/measure/stamp_offset.h"

namespace gantry::media {

class SoundOffset
{
public:
    using Time = StampOffset::Time;
    using Stamp = StampOffset::Stamp;

    // Further apart than this, the two have no clock in common.
    static constexpr std::chrono::seconds furthest{5};

    void picture(Stamp stamp, Time decoded) { m_picture.note(stamp, decoded); }
    void sound(Stamp stamp, Time decoded) { m_sound.note(stamp, decoded); }

    // Positive: sound early. Nothing where there is only one of both, or either has just jumped.
    std::optional<std::chrono::milliseconds> soundEarly(Time now) const
    {
        const auto picture = m_picture.value(now);
        const auto sound = m_sound.value(now);
        if (!picture || !sound || std::chrono::abs(*picture - *sound) > furthest)
            return std::nullopt;
        return std::chrono::round<std::chrono::milliseconds>(*picture - *sound);
    }
    void reset() { *this = {}; }

private:
    StampOffset m_picture;
    StampOffset m_sound;
};

} // namespace gantry::media
