#pragma once
// A picture as it came out of the decoder, for a renderer that makes RGB of it by itself: samples in planes and what
// they mean as colour. Immutable and safe from any thread; holds the decoder's own memory, nothing was copied for it.

#include <QImage>
#include <QSize>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gantry::media {

// One row each for R, G and B (0..1): what to multiply Y, Cb and Cr with, each as a share of the largest value that its
// bits can say, and what to add.
using YuvMatrix = std::array<std::array<float, 4>, 3>;

struct PlaneView
{
    const std::uint8_t *samples = nullptr;
    std::ptrdiff_t stride = 0; // bytes from line to line; a whole number of samples
    QSize size;                // in samples, or in pairs of them
    bool operator==(const PlaneView &) const = default;
};

struct PlaneFormat
{
    enum class Order {
        Planes, // Y, Cb, Cr
        Pairs   // Y, and Cb beside Cr
    };
    Order order = Order::Planes;
    int bits = 8;           // that say something; beyond 8 a sample is a word of 16, in the machine's order
    bool upperBits = false; // of the word, as P010 has it
    bool operator==(const PlaneFormat &) const = default;
};

class PicturePlanes
{
public:
    virtual ~PicturePlanes() = default;
    PicturePlanes(const PicturePlanes &) = delete;
    PicturePlanes &operator=(const PicturePlanes &) = delete;

    PlaneFormat format;
    QSize size; // of Y; a pixel need not be square
    YuvMatrix toRgb{};
    // Two or three, as the format says; none where the picture lies on a GPU, see picture_import.h.
    std::span<const PlaneView> planes() const { return {m_planes.data(), m_count}; }
    bool onDevice() const { return m_count == 0; }

    // The whole picture as RGB32, fitted into the box with its display aspect (shownSize). Takes as long as scaling and
    // converting takes: for stills, and for a renderer that gives up. Null: it could not be done.
    virtual QImage image(QSize box) const = 0;

protected:
    PicturePlanes() = default;
    void add(const PlaneView &plane) { m_planes[m_count++] = plane; }

private:
    std::array<PlaneView, 3> m_planes{};
    std::size_t m_count = 0;
};

} // namespace gantry::media
