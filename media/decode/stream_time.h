#pragma once
// Time as a transport stream counts it: 90 kHz in 33 bits, which come round every 26.5 hours. StreamClock makes one
// endless count of it. One clock serves all streams of a program, so that their times stay comparable across the wrap.
// A jump (an encoder that was started anew) is followed: what comes after it counts from there.

#include <chrono>
#include <cstdint>
#include <optional>
#include <ratio>

namespace gantry::media {

using StreamTime = std::chrono::duration<std::int64_t, std::ratio<1, 90000>>;

class StreamClock
{
public:
    // The endless count nearest to the one before that has these 33 bits. The first is taken as it is.
    StreamTime unwrapped(std::uint64_t stamp)
    {
        constexpr std::uint64_t round = std::uint64_t(1) << 33;
        stamp &= round - 1;
        if (!m_last) {
            m_last = StreamTime(std::int64_t(stamp));
            return *m_last;
        }
        const std::uint64_t ahead = (stamp - std::uint64_t(m_last->count())) & (round - 1);
        const std::int64_t step = ahead < round / 2 ? std::int64_t(ahead) : std::int64_t(ahead) - std::int64_t(round);
        m_last = *m_last + StreamTime(step);
        return *m_last;
    }

private:
    std::optional<StreamTime> m_last;
};

} // namespace gantry::media
