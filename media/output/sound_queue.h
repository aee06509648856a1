#pragma once
// The sound that waits to be played, as stereo of the device's rate, and which time stamp stands at its front. What is
// not needed yet stays as it came, so that a change of speed is heard at once. Bounded. One thread.

#include "media/output/sound_tap.h"
#include "media/output/stereo_stretch.h"

#include <array>
#include <deque>
#include <optional>
#include <vector>

namespace gantry::media {

class SoundQueue
{
public:
    using Stamp = SoundTap::Stamp;
    static constexpr std::chrono::seconds mostKept{4};

    explicit SoundQueue(int sampleRate) : m_sampleRate(sampleRate), m_stretch(sampleRate) {}

    void append(SoundTap::Block block);
    // Makes so many frames ready, if there are as many; returns how many there are.
    std::size_t ready(std::size_t frames, double speed);
    // Of the first frame that is ready.
    std::optional<Stamp> front() const;
    std::array<float, 2> pop();
    void clear();
    std::uint64_t overruns() const { return m_overruns; } // blocks thrown away because too much waited

private:
    struct Mark // this stamp belongs to that frame, counted since the beginning
    {
        std::int64_t frame = 0;
        Stamp stamp;
    };

    int m_sampleRate;
    StereoStretch m_stretch;
    std::deque<SoundTap::Block> m_waiting;
    std::chrono::nanoseconds m_kept{0};
    std::vector<float> m_stereo;
    std::size_t m_read = 0;   // frames of m_stereo that were popped
    std::int64_t m_begin = 0; // number of the first frame that is ready
    std::deque<Mark> m_marks;
    std::uint64_t m_overruns = 0;
};

} // namespace gantry::media
