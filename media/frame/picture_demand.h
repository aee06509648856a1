#pragma once
// What those who look at a feed want of its pictures. Plain values.

#include <QSize>

#include <array>
#include <cstddef>
#include <span>

namespace gantry::media {

// How much of a feed is decoded, from least to most: the highest that anybody wants is done.
enum class DecodeMode {
    Off,       // nothing for this one's sake; the measures, alarms and stills have needs of their own
    Thumbnail, // key pictures only
    Light,     // no loop filter, and pictures that no other needs are left out where that helps
    Full
};

// In which form pictures are handed over.
enum class PictureForm {
    Rgb,         // scaled and converted: ready to be painted
    Planes,      // as decoded, in memory (PicturePlanes): for a renderer that scales and converts by itself
    DevicePlanes // the same, and those that a GPU has decoded stay there
};

// Of one reader. Without a size, or with Off, it wants no picture.
struct PictureDemand
{
    QSize size; // box in device pixels that pictures are fitted into
    DecodeMode mode = DecodeMode::Full;
    // Of what has no planes (HDR, odd formats) comes RGB all the same.
    PictureForm form = PictureForm::Rgb;

    bool wantsPictures() const { return !size.isEmpty() && mode != DecodeMode::Off; }
    bool operator==(const PictureDemand &) const = default;
};

// Of all readers of a slot together: what the writer has to make.
class PictureDemands
{
public:
    // A picture in one more size costs as much again. Who wants a smaller one beyond that gets the next larger.
    static constexpr std::size_t mostSizes = 4;

    void add(const PictureDemand &demand);

    // Distinct, largest area first: of all readers, and of those who take nothing but RGB.
    std::span<const QSize> sizes() const { return m_all.sizes(); }
    std::span<const QSize> rgbSizes() const { return m_rgb.sizes(); }
    bool empty() const { return m_all.sizes().empty(); } // nobody looks
    DecodeMode mode() const { return m_mode; }           // the highest; Off when nobody looks
    // What serves all who take planes; Rgb when nobody does.
    PictureForm form() const { return m_form; }

private:
    class Sizes
    {
    public:
        void add(QSize size);
        std::span<const QSize> sizes() const { return {m_sizes.data(), m_count}; }

    private:
        std::array<QSize, mostSizes> m_sizes;
        std::size_t m_count = 0;
    };

    Sizes m_all;
    Sizes m_rgb;
    DecodeMode m_mode = DecodeMode::Off;
    PictureForm m_form = PictureForm::Rgb;
};

} // namespace gantry::media
