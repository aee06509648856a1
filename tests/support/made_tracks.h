#pragma once
// Fingerprints of made programmes, as a feed's decode thread would leave them.

#include "media/measure/content_match.h"
#include "media/measure/luma_copier.h"
#include "support/luma_frames.h"
#include "support/made_programme.h"

#include <functional>
#include <vector>

namespace gantry::media::made {

using Time = FingerprintTrack::Time;
using namespace std::chrono_literals;

inline constexpr Time start{1000s};
inline constexpr std::chrono::seconds length = FingerprintTrack::length;
inline constexpr std::chrono::seconds lead{9}; // what ran before: a late copy has no hole where it begins

// What somebody does to a picture on the way: (value, x and y as shares, number of the picture) -> value.
using Change = std::function<float(float value, float x, float y, int number)>;

struct Copy
{
    std::chrono::milliseconds late{0};    // behind the original
    std::chrono::milliseconds missing{0}; // from the beginning
    double framesPerSecond = 25;
    int width = 160;
    int height = 90;
    Change change = [](float value, float, float, int) { return value; };
};

// Adds the pictures of the sixteen seconds before start + length: both feeds have run for long.
template <typename Picture> // (width, height, seconds) -> luma
void addPictures(FingerprintTrack &track, const Picture &picture, const Copy &copy)
{
    LumaCopier copier;
    const frames::Kind kind{copy.width, copy.height, AV_PIX_FMT_YUV420P, false};
    const auto frame = frames::frame(kind, [](int, int) { return 0.0; });
    const int count = int(double((length + lead).count()) * copy.framesPerSecond);
    for (int i = 0; i < count; ++i) {
        const double seconds = double(i) / copy.framesPerSecond;
        // Packets never come quite in step.
        const auto jitter = std::chrono::microseconds(i * 7919 % 9000);
        const Time at = start - lead + std::chrono::microseconds(std::int64_t(seconds * 1e6)) + copy.late + jitter;
        if (at > start + length || at < start + copy.missing) // the room looks at both at the same moment
            continue;
        const std::vector<float> luma = picture(copy.width, copy.height, seconds);
        frames::paint(*frame, false, [&](int x, int y) {
            return double(copy.change(luma[std::size_t(y * copy.width + x)], float(x) / float(copy.width),
                                      float(y) / float(copy.height), i));
        });
        track.add(at, PictureFingerprint::of(*copier.copy(*frame, LumaCopier::Detail::Fingerprint)));
    }
}

// In lumps of `frames` AAC frames, as they come out of one PES unit.
inline void addSound(FingerprintTrack &track, std::span<const float> samples, std::chrono::milliseconds late,
                     std::size_t frames = 1, float gain = 1)
{
    constexpr std::size_t aac = 1024;
    SoundFingerprinter fingerprinter;
    std::vector<float> block(aac);
    for (std::size_t at = 0; at + aac * frames <= samples.size(); at += aac * frames) {
        const Time arrived =
            start - lead + late + std::chrono::microseconds(std::int64_t(double(at + aac * frames) / 48000 * 1e6));
        if (arrived > start + length)
            break;
        for (std::size_t frame = 0; frame < frames; ++frame) {
            for (std::size_t i = 0; i < aac; ++i)
                block[i] = samples[at + frame * aac + i] * gain;
            fingerprinter.feed(block, 1, 48000, arrived,
                               [&](Time when, const SoundFingerprint &print) { track.add(when, print); });
        }
    }
}

inline MatchSeries series(const FingerprintTrack &track)
{
    return MatchSeries::of(track, start + length);
}

} // namespace gantry::media::made
