#pragma once
// How much of each feed is decoded, so that the machine keeps up with what matters. Pure: what a feed is needed for and
// how the machine does in, what each feed may cost out.
//
// Always in full: what is on program or preview, fills a wall, is selected or has an alarm. The rest as the show says;
// a feed that no wall shows: key pictures, for its measures and stills. When the machine cannot keep up, in this order:
//   1. far tiles (those that nothing above names) lose their loop filter and the pictures no other needs,
//   2. far tiles show key pictures only,
//   3. the probes look once a second, and backups are not compared with their primaries.
// Alarms and the log are never touched. It falls after two seconds of being behind and rises one step after fifteen
// calm ones; where rising brought the trouble back, it waits twice as long the next time.

#include "app/show/show.h"
#include "media/feed_load.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gantry {

// What a feed's pictures are needed for at this moment.
struct FeedUse
{
    FeedShare declared = FeedShare::Full;
    bool shown = false; // on a wall that can be seen
    bool onProgram = false;
    bool onPreview = false;
    bool fillsWall = false; // one that can be seen
    bool selected = false;  // likewise
    bool alarmed = false;
    bool compared = false; // with the other feed of its pair, or to find what is on air

    bool isWanted() const { return onProgram || onPreview || fillsWall || selected || alarmed; }
};

// How the machine did since the last look.
struct MachineState
{
    std::chrono::milliseconds waited{0}; // the longest that a picture waited for its decoder
    std::uint64_t thrownAway = 0;        // packets that could not wait any longer
    std::optional<double> drawnShare;    // of the pictures that a wall should have drawn, of the feed that fared worst
    std::optional<double> busy;          // 0..1: all cores, all programs
};

enum class LoadStep { None, FarTilesLight, FarTilesKeyPictures, FewerProbes };

class LoadPolicy
{
public:
    using Time = std::chrono::steady_clock::time_point;

    // Late by this a tile is not live any more; the wall marks 300 ms as stalled.
    static constexpr std::chrono::milliseconds lateFrom{200};
    static constexpr std::chrono::milliseconds calmBelow{80};
    static constexpr double drawnAtLeast = 0.6;
    static constexpr double drawnWhenCalm = 0.9;
    static constexpr double busyWhenCalm = 0.8;
    static constexpr std::chrono::seconds fallAfter{2};
    static constexpr std::chrono::seconds settles{4}; // key pictures come every two seconds: so long a step takes
    static constexpr std::chrono::seconds riseAfter{15};
    static constexpr std::chrono::seconds riseAtLast{240};
    static constexpr std::chrono::seconds relapse{30}; // trouble so soon after a rise came from the rise

    // Some times a second. In the order of `uses`.
    std::vector<media::FeedLoad> judge(std::span<const FeedUse> uses, const MachineState &machine, Time now);
    LoadStep step() const { return m_step; }

    // What one feed may cost at a step.
    static media::FeedLoad loadOf(const FeedUse &use, LoadStep step);

private:
    void watch(const MachineState &machine, Time now);

    LoadStep m_step = LoadStep::None;
    std::optional<Time> m_behindSince;
    std::optional<Time> m_calmSince;
    Time m_changed{};
    std::optional<Time> m_rose;
    Time m_last{};
    std::chrono::seconds m_patience = riseAfter;
};

} // namespace gantry
