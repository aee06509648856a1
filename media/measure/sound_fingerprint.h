#pragma once
// What is left of a sound for comparing programmes: the energy in 16 bands from 150 Hz to 3.4 kHz, every 20 ms. In that
// range every codec at every usual bit rate keeps what it got; the ear's and the phone's idea of a programme lives
// there too. All channels together. What gain does is dealt with where two series are compared (content_match).

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace gantry::media {

struct SoundFingerprint
{
    static constexpr std::size_t size = 16;
    static constexpr std::chrono::milliseconds interval{20};
    static constexpr float floor = -75; // dBFS; below is silence

    std::array<float, size> decibels{}; // never below `floor`, always numbers
};

// Samples in, fingerprints with their time out. One thread; reset by making a new one.
//
// A fingerprint's time is that of the arrival of its last sample, by the clock of the samples: decoded sound comes in
// lumps (several frames in one PES unit), so the stream's clock is set against the arrivals by the least delay seen in
// the last one to two seconds. How a sender packs its frames therefore does not show in the offset between two feeds.
class SoundFingerprinter
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Made = std::function<void(Time at, const SoundFingerprint &fingerprint)>;

    // Interleaved, 1.0 = 0 dBFS; what is no number counts as silence. `arrived`: when their unit was whole. Another
    // sample rate or a gap begins anew.
    void feed(std::span<const float> interleaved, int channels, int sampleRate, Time arrived, const Made &made);

private:
    void begin(int sampleRate);
    void setClock(Time arrived);
    void filter(float sample);
    SoundFingerprint take();

    // Band filters: two-pole resonators (constant-peak band-pass), side by side.
    struct Bank
    {
        std::array<float, SoundFingerprint::size> b0{}, a1{}, a2{};
        std::array<float, SoundFingerprint::size> s1{}, s2{}; // transposed form II
        std::array<float, SoundFingerprint::size> energy{};
    };
    Bank m_bank;
    int m_sampleRate = 0;
    std::int64_t m_samples = 0; // since begin(), of each channel
    double m_phase = 0;         // towards the next sample at the low rate
    float m_sum = 0;            // of the samples that make it
    int m_summed = 0;
    int m_filtered = 0; // low-rate samples in the fingerprint being made

    struct Clock
    {
        std::chrono::nanoseconds offset{0}; // steady clock minus sample clock: the least of this span
        Time began{};
    };
    std::optional<Clock> m_now;
    std::optional<Clock> m_before;
};

} // namespace gantry::media
