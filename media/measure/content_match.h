#pragma once
// Do two feeds carry the same programme, and how far apart? Pure: compares two series of fingerprints, once a second is
// plenty (about 2 ms). It says Same or Different only on evidence, otherwise Unknown:
//   - Same needs motion that agrees at one offset within +-8 s *and* a scene that agrees there: two cameras on one
//   stage
//     share neither, two test cards with one clock share the motion only. For sound: spectral changes that agree.
//   - Different needs enough to see on both sides and agreement at no offset; or scenes that look alike at no offset,
//     which also tells a slate from a programme.
//   - Black, an even field, two slates, silence, a steady tone, too short a time: Unknown. A copy that is more than 8 s
//     late is called Different.
// Offsets are good to +-40 ms. A programme that repeats itself (a loop shorter than 8 s) is Same without an offset.
// How often it errs is measured by tests/bench/content_match_bench.cpp.

#include "media/feed_sample.h"
#include "media/measure/match_series.h"

#include <span>
#include <vector>

namespace gantry::media {

struct ContentMatching
{
    static constexpr std::chrono::seconds mostOffset{8};

    // From the bench: copies agree at 0.9, with noise at 10 dB at 0.7, and other programmes at 0.27 at most; copies of
    // a sound at 0.62 and more after any codec, others at 0.35 at most. Between the two nothing is said.
    static constexpr double sameMotion = 0.40;
    static constexpr double sameScene = 0.60;
    static constexpr double sameTones = 0.50;
    static constexpr double differentMotion = 0.25;
    static constexpr double differentScene = 0.25;
    static constexpr double differentTones = 0.25;
    // Seconds' worth of change that must have been seen.
    static constexpr std::chrono::milliseconds leastMotion{2000};
    static constexpr std::chrono::milliseconds leastScene{4000};
    static constexpr std::chrono::milliseconds leastTones{2000};
};

// `second` against `first`: positive `behind` means that the second is later.
MatchSample matchContent(const MatchSeries &first, const MatchSeries &second);

// Which of these is on the return? Each source against one feed; `behind` is how much later the feed shows it.
std::vector<MatchSample> matchEach(std::span<const MatchSeries> sources, const MatchSeries &feed);

// The figures behind a verdict, for tests and benchmarks: the best agreement, -1..1, and where.
struct Agreement
{
    double best = 0;
    std::optional<std::chrono::milliseconds> at; // nothing: no offset could be judged, or several are as good
    double scene = 0;                            // at the best offset (pictures)
    double bestScene = 0;                        // at any
    bool judged = false;                         // somewhere there was enough to see
    bool everywhere = false;                     // at every offset there was
    bool sceneJudged = false;                    // both showed a scene long enough, at every offset
};
Agreement agreementOfPictures(const MatchSeries &first, const MatchSeries &second);
Agreement agreementOfSounds(const MatchSeries &first, const MatchSeries &second);

} // namespace gantry::media
