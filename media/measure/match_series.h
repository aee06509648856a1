#pragma once
// One feed's fingerprints made ready for comparing: on a regular grid of time, as vectors of length 1 (or shorter, the
// less there is to tell; zero where nothing is known), so that a comparison is a sum of products. Making one costs
// about a tenth of a comparison; make it once and compare it with many.

#include "media/measure/fingerprint_track.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <vector>

namespace gantry::media {

// A run of vectors, one a step. Times are on one grid for all feeds: whole steps of the steady clock.
template <std::size_t Size>
struct VectorRun
{
    std::vector<std::array<float, Size>> vectors;
    std::vector<float> power; // of each: its squared length, 0..1

    explicit VectorRun(std::size_t steps = 0) : vectors(steps), power(steps, 0.0F) {}
};

struct MatchSeries
{
    using Time = FingerprintTrack::Time;
    static constexpr std::chrono::milliseconds pictureStep{80};
    static constexpr std::chrono::milliseconds soundStep{20};

    // What the track holds of the last FingerprintTrack::length before `now`.
    static MatchSeries of(const FingerprintTrack &track, Time now);
    // `length` in whole steps of both kinds.
    static MatchSeries of(const FingerprintTrack::Pictures &pictures, const FingerprintTrack::Sounds &sounds, Time now,
                          std::chrono::milliseconds length = FingerprintTrack::length);

    // How the picture changes: what stands still (a logo, a set, brightness) is not in it; nor is contrast, nor what
    // all areas do together (a fade, a flash that several cameras see).
    VectorRun<PictureFingerprint::size> motion;
    // What the picture looks like: where an area is lighter than its neighbours. Zero for black and even fields.
    VectorRun<PictureFingerprint::size> scene;
    // How the shape of the sound's spectrum changes. Gain is not in it, nor what all bands do together or in a slope:
    // every drum does that on every beat.
    VectorRun<SoundFingerprint::size> tones;
};

} // namespace gantry::media
