#include "media/decode/tone_map.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace gantry::media {
namespace {

constexpr std::int32_t full = 16384;
constexpr double referenceWhite = 203; // cd/m2
constexpr double peak = 1000;
constexpr double knee = 0.75;
constexpr double gamma = 2.4; // BT.1886

// ITU-R BT.2100 table 4: cd/m2 of a PQ signal.
double pqLight(double signal)
{
    constexpr double m1 = 2610.0 / 16384;
    constexpr double m2 = 2523.0 / 4096 * 128;
    constexpr double c1 = 3424.0 / 4096;
    constexpr double c2 = 2413.0 / 4096 * 32;
    constexpr double c3 = 2392.0 / 4096 * 32;
    const double root = std::pow(signal, 1 / m2);
    return 10000 * std::pow(std::max(root - c1, 0.0) / (c2 - c3 * root), 1 / m1);
}

// Table 5: scene light, then the display's own gamma of 1.2. Taken for each colour by itself.
double hlgLight(double signal)
{
    constexpr double a = 0.17883277;
    constexpr double b = 1 - 4 * a;
    const double c = 0.5 - a * std::log(4 * a);
    const double scene = signal <= 0.5 ? signal * signal / 3 : (std::exp((signal - c) / a) + b) / 12;
    return peak * std::pow(scene, 1.2);
}

double rolledOff(double light)
{
    return light <= knee ? light : knee + (1 - knee) * (1 - std::exp(-(light - knee) / (1 - knee)));
}

double lightOf(PictureColour::Transfer transfer, double signal)
{
    switch (transfer) {
    case PictureColour::Transfer::Hlg:
        return rolledOff(hlgLight(signal) / referenceWhite);
    case PictureColour::Transfer::Pq:
        return rolledOff(pqLight(signal) / referenceWhite);
    case PictureColour::Transfer::Sdr:
        break;
    }
    return std::pow(signal, gamma);
}

// BT.2020 to BT.709 (ITU-R BT.2407).
constexpr std::array<double, 9> toBt709{1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187};
constexpr std::array<double, 9> unchanged{1, 0, 0, 0, 1, 0, 0, 0, 1};

} // namespace

bool ToneMap::isNeededFor(const PictureColour &colour)
{
    return colour.wide || colour.transfer != PictureColour::Transfer::Sdr;
}

ToneMap::ToneMap(const PictureColour &colour) : m_colour(colour), m_signal(std::size_t(full) + 1)
{
    for (std::size_t i = 0; i < m_light.size(); ++i)
        m_light[i] = std::int32_t(std::lround(full * lightOf(colour.transfer, double(i) / 255)));
    const std::array<double, 9> &primaries = colour.wide ? toBt709 : unchanged;
    for (std::size_t i = 0; i < primaries.size(); ++i)
        m_primaries[i] = std::int32_t(std::lround(primaries[i] * 4096));
    for (std::size_t i = 0; i < m_signal.size(); ++i)
        m_signal[i] = std::uint8_t(std::lround(255 * std::pow(double(i) / full, 1 / gamma)));
}

void ToneMap::apply(std::uint8_t *pixels, int width, int height, int stride) const
{
    const auto out = [this](std::int32_t light) {
        return std::uint32_t(m_signal[std::size_t(std::clamp(light >> 12, 0, full))]);
    };
    for (int y = 0; y < height; ++y, pixels += stride) {
        for (int x = 0; x < width; ++x) {
            std::uint32_t pixel;
            std::memcpy(&pixel, pixels + std::ptrdiff_t(x) * 4, sizeof(pixel));
            const std::int32_t r = m_light[(pixel >> 16) & 0xffU];
            const std::int32_t g = m_light[(pixel >> 8) & 0xffU];
            const std::int32_t b = m_light[pixel & 0xffU];
            const auto &m = m_primaries;
            pixel = 0xff000000U | out(m[0] * r + m[1] * g + m[2] * b) << 16 | out(m[3] * r + m[4] * g + m[5] * b) << 8 |
                    out(m[6] * r + m[7] * g + m[8] * b);
            std::memcpy(pixels + std::ptrdiff_t(x) * 4, &pixel, sizeof(pixel));
        }
    }
}

} // namespace gantry::media
