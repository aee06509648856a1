#pragma once
// One of several transport streams passed on as it is, and a clean way from one to another without decoding anything:
// the old one goes on until the new one can be joined; then come the new one's tables, continuity counters that go on
// where the old ones were, and a clock whose jump is announced (ISO/IEC 13818-1, 2.4.3.5). What is missing in a stream
// stays missing: only the step at a switch is mended. One thread.

#include "media/output/stream_outline.h"

#include <chrono>
#include <functional>
#include <map>
#include <span>

namespace gantry::media {

class StreamSwitch
{
public:
    using Time = std::chrono::steady_clock::time_point;
    // `joins`: these packets begin with the tables of a stream that was joined just now.
    using Sink = std::function<void(std::span<const std::byte> packets, bool joins)>;
    static constexpr int nothing = -1;
    // A stream that marks no random access point is joined at any picture after this long.
    static constexpr std::chrono::milliseconds longestWait{3000};

    explicit StreamSwitch(int streams, Sink sink);

    // 0 to streams - 1, or `nothing`: that takes effect at once.
    void choose(int stream, Time now);
    int active() const { return m_active; } // what is passed on now

    // Whole packets of one stream, as they arrived; anything else is passed over.
    void feed(int stream, std::span<const std::byte> packets, Time now);

private:
    struct Lane // one PID of what goes out
    {
        bool joined = false; // since the last switch
        bool everSent = false;
        std::uint8_t last = 0;
        std::uint8_t offset = 0;
    };

    void take(int stream);
    void pass(const TsPacket &packet, StreamOutline::Packet bytes);
    void send(const StreamOutline::Packet &bytes);
    void flush();

    Sink m_sink;
    std::vector<StreamOutline> m_outlines;
    std::map<std::uint16_t, Lane> m_lanes;
    int m_wanted = nothing;
    int m_active = nothing;
    Time m_wantedSince{};
    bool m_clockJumps = false; // the next clock reference is to be announced
    std::vector<std::byte> m_out;
    bool m_joins = false; // what is in m_out begins with a stream's tables
};

} // namespace gantry::media
