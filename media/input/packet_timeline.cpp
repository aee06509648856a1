#include "media/input/packet_timeline.h"

#include <algorithm>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Microseconds = PacketTimeline::Microseconds;

constexpr Microseconds jumpBack = 500ms;    // time stamps of live sources wobble when their clocks are compared
constexpr Microseconds jumpAhead = 3000ms;  // less is a gap: a lost segment part, a pause in the sound
constexpr Microseconds smallestStep = 12us; // more than one tick of the 90 kHz clock of MPEG-TS
constexpr Microseconds longestDuration = 1000ms;
constexpr std::size_t mostEpochs = 8; // nobody lags further behind

bool jumps(Microseconds difference)
{
    return difference < -jumpBack || difference > jumpAhead;
}

} // namespace

PacketTimeline::Times PacketTimeline::place(std::size_t index, std::optional<Microseconds> decode,
                                            std::optional<Microseconds> shown, Microseconds duration)
{
    if (m_streams.size() <= index)
        m_streams.resize(index + 1);
    Stream &stream = m_streams[index];
    const Microseconds raw = decode ? *decode : shown ? *shown : stream.expected.value_or(m_first.value_or(0us));
    if (m_offsets.empty())
        m_offsets.push_back(begin - raw);
    if (stream.fresh)
        stream.epoch = m_offsets.size() - 1;
    else
        followJump(stream, raw);
    m_first = std::min(m_first.value_or(raw), raw);
    if (duration <= 0us && stream.previous && !stream.fresh)
        duration = raw - *stream.previous;
    duration = std::clamp(duration, 0us, longestDuration);
    stream.fresh = false;
    stream.previous = raw;
    stream.expected = raw + duration;

    const Microseconds offset = m_offsets[stream.epoch];
    Microseconds placed = raw + offset;
    if (stream.placed)
        placed = std::max(placed, *stream.placed + smallestStep);
    stream.placed = placed;
    m_end = std::max(m_end, placed + duration);
    return {placed, std::max(placed, shown.value_or(raw) + offset)};
}

void PacketTimeline::followJump(Stream &stream, Microseconds decode)
{
    if (!jumps(decode - *stream.expected))
        return;
    const std::size_t newest = m_offsets.size() - 1;
    if (stream.epoch != newest && !jumps(decode + m_offsets[newest] - *stream.placed)) {
        stream.epoch = newest; // another stream has made this jump already
        return;
    }
    m_offsets.push_back(m_end - decode);
    stream.epoch = m_offsets.size() - 1;
    if (m_offsets.size() <= mostEpochs)
        return;
    m_offsets.erase(m_offsets.begin());
    for (Stream &each : m_streams)
        each.epoch = each.epoch == 0 ? 0 : each.epoch - 1;
}

void PacketTimeline::beginAgain()
{
    if (!m_first)
        return;
    m_offsets = {m_end - *m_first};
    m_first.reset();
    for (Stream &stream : m_streams) {
        stream.fresh = true;
        stream.epoch = 0;
    }
}

} // namespace gantry::media
