#pragma once
// The alarms of a feed's transport stream: not MPEG-TS, the program of the show is not in it, and errors of TR 101 290
// that come now. Counters only rise, so an alarm stands on what a counter gained in the last ten seconds.

#include "app/control/feed_scene.h"

#include <QCoreApplication>

#include <array>
#include <deque>

namespace gantry {

class TransportAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::TransportAlarms)

public:
    static constexpr std::size_t indicatorCount = 13;
    using Counts = std::array<std::uint64_t, indicatorCount>;

    void seen(const FeedScene &scene, const media::TransportSample &transport, const Instant &at, AlarmTable &table);
    // Whenever the link or the tally has changed.
    void judge(const FeedScene &scene, const Instant &now, AlarmTable &table);

    // What has been counted since the connection began, in words: "continuity 12, PAT 1"; empty for none.
    static QString counters(const media::TransportSample &transport, int priority);

    const std::optional<media::TransportSample> &newest() const { return m_newest; }

private:
    struct Gain
    {
        std::chrono::microseconds at{0};
        Counts counts{};
    };
    void count(const media::TransportSample &transport, std::chrono::microseconds at);
    // Likewise of the last ten seconds.
    QString risen(int priority) const;
    static QString words(const Counts &counts, int priority);

    std::optional<media::TransportSample> m_newest;
    std::optional<Counts> m_before;
    std::deque<Gain> m_gains; // of the last ten seconds
};

} // namespace gantry
