#pragma once
// Plays what a listener's tap brings, each sample at its own instant: LipSync says when, Pace keeps it there, and a
// short fade covers every beginning, end and jump, so that none clicks. Sound thread only; no clock inside.

#include "media/output/lip_sync.h"
#include "media/output/pace.h"
#include "media/output/sound_queue.h"
#include "media/output/sound_tap.h"

#include <array>
#include <memory>
#include <span>

namespace gantry::media {

class SoundPlayer
{
public:
    using Time = SoundTap::Time;
    static constexpr std::chrono::milliseconds fade{10};

    SoundPlayer(std::shared_ptr<SoundTap> tap, int sampleRate);

    // Adds to interleaved stereo; its first frame will be heard at `heard`.
    void mix(std::span<float> stereo, Time now, Time heard);
    // Fades out; gone() once nothing more will come.
    void leave() { m_leaving = true; }
    bool gone() const { return m_leaving && !m_seated && m_tail <= 0; }

    struct Report
    {
        bool playing = false;
        std::chrono::microseconds late{0}; // by how much its sound comes too late for its picture
        std::uint64_t underruns = 0;       // times that nothing was there to be played
        std::uint64_t overruns = 0;        // blocks thrown away because too much was
        std::uint64_t jumps = 0;           // times it had to be seated anew
    };
    const Report &report() const { return m_report; }

private:
    void takeIn();
    void keepPace(Time now, Time heard);
    std::size_t seat(Time due, Time now, std::chrono::microseconds latency, std::size_t most);
    std::size_t play(std::span<float> stereo);
    void ring(std::span<float> stereo);

    std::shared_ptr<SoundTap> m_tap;
    int m_sampleRate;
    float m_step; // of the fade, a frame
    LipSync m_lips;
    Pace m_pace;
    SoundQueue m_queue;
    std::optional<SoundTap::Stamp> m_expected; // of the next block
    std::uint64_t m_lost = 0;
    std::optional<Time> m_noted;

    bool m_seated = false;
    bool m_unseat = false; // fade out, then seat anew
    bool m_leaving = false;
    float m_gain = 0;
    std::array<float, 2> m_last{}; // what was heard last, and how much of it still rings
    float m_tail = 0;
    Report m_report;
};

} // namespace gantry::media
