#pragma once
// Programmes made from a number: figures that walk about in front of a set, cut between shots; speech-like and
// music-like sound. The same number gives the same programme, another number another one; two cameras of one number
// see one world from two places.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

namespace gantry::media::made {

inline double wave(double turns)
{
    return std::sin(2 * std::numbers::pi * turns);
}

class Scene
{
public:
    explicit Scene(unsigned seed, int figures = 7, double liveliness = 1) : m_figures(std::size_t(figures))
    {
        std::minstd_rand random(seed * 7919 + 17);
        random.discard(9);
        const auto some = [&](double from, double to) {
            return std::uniform_real_distribution<double>(from, to)(random);
        };
        for (double &spot : m_set)
            spot = some(0.1, 0.6);
        for (Figure &figure : m_figures) {
            for (std::size_t i = 0; i < 3; ++i) {
                figure.rate[i] = liveliness * some(0.05, 0.45);
                figure.phase[i] = some(0, 1);
            }
            figure.x = some(0.05, 0.95);
            figure.y = some(0.3, 0.8);
            figure.reach = some(0.04, 0.22);
            figure.size = some(0.04, 0.12);
            figure.tone = some(0, 1) < 0.5 ? some(0, 0.15) : some(0.65, 0.95);
        }
        for (double at = 0; at < 60; at += some(2.5, 8))
            m_shots.push_back({at, some(1, 1.7), some(-0.15, 0.15), some(-0.1, 0.1)});
    }

    // A whole picture, row by row, 0..1, `time` seconds after the start.
    std::vector<float> picture(int width, int height, double time, int camera = 0) const
    {
        Shot shot{0, 1, 0, 0};
        for (const Shot &each : m_shots)
            if (each.at <= time && camera == 0)
                shot = each;
        if (camera > 0)
            shot = {0, 1.15 + 0.2 * camera, 0.1 * camera, -0.05};
        std::vector<Spot> spots;
        for (const Figure &figure : m_figures) {
            const double x = figure.x + figure.reach * (wave(figure.rate[0] * time + figure.phase[0]) +
                                                        0.5 * wave(figure.rate[1] * time + figure.phase[1]));
            const double y = figure.y + 0.1 * figure.reach * wave(figure.rate[2] * time + figure.phase[2]);
            spots.push_back({float((x - 0.5 - shot.x) * shot.zoom + 0.5), float((y - 0.5 - shot.y) * shot.zoom + 0.5),
                             float(figure.size * shot.zoom), float(figure.tone)});
        }
        std::vector<float> luma(std::size_t(width) * std::size_t(height));
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                const float x = (float(column) + 0.5F) / float(width);
                const float y = (float(row) + 0.5F) / float(height);
                float value = setAt((x - 0.5F) / float(shot.zoom) + 0.5F + float(shot.x),
                                    (y - 0.5F) / float(shot.zoom) + 0.5F + float(shot.y));
                for (const Spot &spot : spots) {
                    const float dx = (x - spot.x) / spot.size;
                    const float dy = (y - spot.y) / (2.2F * spot.size);
                    if (dx * dx + dy * dy < 1)
                        value = spot.tone;
                }
                luma[std::size_t(row * width + column)] = value;
            }
        }
        return luma;
    }

private:
    struct Figure
    {
        std::array<double, 3> rate{}, phase{};
        double x = 0, y = 0, reach = 0, size = 0, tone = 0;
    };
    struct Shot
    {
        double at, zoom, x, y;
    };
    struct Spot
    {
        float x, y, size, tone;
    };
    static constexpr int setWidth = 12;
    static constexpr int setHeight = 7;

    // The set: a patchwork with hard edges.
    float setAt(float x, float y) const
    {
        const int column = std::clamp(int(x * setWidth), 0, setWidth - 1);
        const int row = std::clamp(int(y * setHeight), 0, setHeight - 1);
        return float(m_set[std::size_t(row * setWidth + column)]);
    }

    std::array<double, std::size_t(setWidth) * setHeight> m_set{};
    std::vector<Figure> m_figures;
    std::vector<Shot> m_shots;
};

// Mono, 48 kHz. Speech: syllables of a buzz through two formants, with hisses and pauses. Music: chords of plucked
// notes on a beat.
enum class Sort { Speech, Music };

inline std::vector<float> sound(unsigned seed, Sort sort, double seconds)
{
    constexpr double rate = 48000;
    std::vector<float> samples(std::size_t(seconds * rate), 0.0F);
    std::minstd_rand random(seed * 104729 + 3);
    random.discard(9);
    const auto some = [&](double from, double to) { return std::uniform_real_distribution<double>(from, to)(random); };
    const auto tone = [&](double at, double length, double hertz, double level, double decay) {
        const auto first = std::size_t(at * rate);
        const auto count = std::size_t(length * rate);
        for (std::size_t i = 0; i < count && first + i < samples.size(); ++i) {
            const double time = double(i) / rate;
            const double envelope = std::min({1.0, time / 0.01, (length - time) / 0.02}) * std::exp(-decay * time);
            samples[first + i] += float(level * envelope * wave(hertz * time));
        }
    };
    if (sort == Sort::Speech) {
        for (double at = some(0, 0.3); at < seconds;) {
            const double length = some(0.08, 0.28);
            if (some(0, 1) < 0.2) { // a hiss
                for (int i = 0; i < 12; ++i)
                    tone(at, length / 2, some(1800, 6000), 0.02, 0);
            } else {
                const double pitch = some(95, 210);
                const double one = some(300, 850);
                const double two = some(900, 2400);
                for (int harmonic = 1; harmonic * pitch < 3600; ++harmonic) {
                    const double hertz = harmonic * pitch;
                    const auto near = [&](double formant, double width) {
                        return 1 / (1 + (hertz - formant) * (hertz - formant) / (width * width));
                    };
                    tone(at, length, hertz, 0.12 * (near(one, 110) + 0.6 * near(two, 160)), 0);
                }
            }
            at += length + (some(0, 1) < 0.15 ? some(0.2, 0.7) : some(0, 0.05));
        }
        return samples;
    }
    const double beat = some(0.3, 0.55);
    for (double at = 0; at < seconds; at += beat) {
        for (int i = 0; i < 3; ++i) {
            const double hertz = 110 * std::pow(2.0, std::floor(some(0, 30)) / 12);
            for (int harmonic = 1; harmonic < 7; ++harmonic)
                tone(at, beat * some(0.8, 2), hertz * harmonic, 0.08 / harmonic, 2.5 * harmonic);
        }
    }
    return samples;
}

} // namespace gantry::media::made
