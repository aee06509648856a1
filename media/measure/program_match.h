#pragma once
// Which of several feeds does a return show, and which does it play? Pure: looks at the last half second of the
// return's pictures (four seconds of its sound) and searches the last 40 seconds of every source for it. It names a
// source only on evidence:
//   - By picture: the scene has to agree, and where the source moves, the motion as well. A source that agrees nearly
//     as well as the best is named too: they look alike, and which of them it is stays open.
//   - None of them: a scene that looks like nothing any source has shown, all of them having been seen all the time.
//   - Black, an even field, a cut within the half second, a picture that stands while its source moves, too little
//     known: it cannot be told.
// A return that is earlier here than its source, or more than 39 s later, cannot be told either. How often it errs,
// and how soon it knows, is measured by tests/bench/program_match_bench.cpp.

#include "media/measure/program_history.h"

#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

struct ProgramMatching
{
    // So much of the return is looked at. Half a second is known by the end of the first.
    static constexpr std::chrono::milliseconds pictureWindow{560};
    static constexpr std::chrono::milliseconds soundWindow{4000};

    // From the bench (see README): what copies reach at their worst, and other programmes at their best.
    static constexpr double sameScene = 0.55;
    static constexpr double sameMotion = 0.40;
    static constexpr double sameTones = 0.60;
    // Nearer than this to the best, a source is no worse than it.
    static constexpr double pictureMargin = 0.15;
    static constexpr double soundMargin = 0.15;
    // Below at every moment: no source.
    static constexpr double noScene = 0.35;
};

struct ProgramVerdict
{
    // By their places in the list of sources; more than one: they look (sound) alike. Empty: none of them. Nothing: it
    // cannot be told.
    std::optional<std::vector<int>> sources;
    // How much later the return shows the best of them. Nothing where several moments fit.
    std::optional<std::chrono::milliseconds> behind;

    bool operator==(const ProgramVerdict &) const = default;
};

// `now`: of the last takePictures() and takeSounds() of all.
ProgramVerdict programByPicture(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                                ProgramHistory::Time now);
ProgramVerdict programBySound(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                              ProgramHistory::Time now);

// What both say together: the picture decides, the sound where the picture cannot be told or fits several.
ProgramVerdict programOf(const ProgramVerdict &picture, const ProgramVerdict &sound);

// The figures behind a verdict, for tests and benchmarks: of each source its best moment.
struct ProgramLikeness
{
    double score = -1; // -1: nothing could be compared
    double scene = -1;
    std::optional<double> motion; // where the source moves then
    double bestScene = -1;        // at any moment
    bool same = false;
    bool seenWhole = false; // all its history was known
    std::optional<std::chrono::milliseconds> behind;
};
std::vector<ProgramLikeness> picturesLike(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                                          ProgramHistory::Time now);
std::vector<ProgramLikeness> soundsLike(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                                        ProgramHistory::Time now);

} // namespace gantry::media
