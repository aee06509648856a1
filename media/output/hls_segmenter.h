#pragma once
// A transport stream cut into HLS segments as it is (RFC 8216): a segment begins with the tables and, where the stream
// has one in time, a picture that a decoder can begin with. The newest few are kept, in memory. One thread feeds; any
// thread may read. Any bytes are safe.

#include "media/output/stream_outline.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>

namespace gantry::media {

class HlsSegmenter
{
public:
    using Time = std::chrono::steady_clock::time_point;
    // Of a segment, unless another stream begins. No playlist may change its target duration, so a stream without a
    // picture to begin with is cut anywhere once it is as long as that.
    static constexpr std::chrono::seconds shortest{2};
    static constexpr std::chrono::seconds longest{6};
    static constexpr std::size_t kept = 6;       // segments in the playlist
    static constexpr std::size_t keptBeyond = 3; // that have left it and may still be asked for
    // Of one segment; the rest of it is left out. 16 MiB are 6 s at 22 Mb/s.
    static constexpr std::size_t mostBytes = std::size_t{16} * 1024 * 1024;

    // Whole packets. `joins`: they begin with the tables of a stream that was joined here (StreamSwitch).
    void feed(std::span<const std::byte> packets, bool joins, Time now);
    void clear(); // the stream is over: nothing is there any more

    // "live.m3u8", "7.ts"; nothing: not there, or not any more.
    std::optional<QByteArray> file(const QByteArray &name) const;

private:
    struct Segment
    {
        std::uint64_t number = 0;
        QByteArray bytes;
        std::chrono::duration<double> length{0};
        bool another = false; // what comes before it was another stream
    };

    void cut(bool another, Time now);
    void close(Time now);
    void forgetOldest();
    QByteArray playlist() const;

    mutable std::mutex m_mutex;
    StreamOutline m_outline;
    std::optional<Segment> m_open;
    Time m_openSince{};
    std::deque<Segment> m_done;
    std::uint64_t m_next = 0;
    std::uint64_t m_changesBefore = 0; // discontinuities that have left m_done
};

} // namespace gantry::media
