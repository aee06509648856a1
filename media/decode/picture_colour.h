#pragma once
// What the numbers of a decoded picture mean as colour: matrix and range to come to RGB, and what has to be done to
// that RGB before an ordinary screen shows it right. Pure.

#include "media/frame/picture_planes.h"

struct AVFrame;
class QString;

namespace gantry::media {

struct PictureColour
{
    enum class Transfer { Sdr, Hlg, Pq };
    int matrix = 0; // SWS_CS_…
    bool fullRange = false;
    Transfer transfer = Transfer::Sdr;
    bool wide = false; // BT.2020 primaries
    bool operator==(const PictureColour &) const = default;
};

PictureColour colourOf(const AVFrame &frame);
// For samples of so many bits; without what the transfer and the primaries ask for.
YuvMatrix yuvToRgb(const PictureColour &colour, int bits);
// "BT.709", "BT.2020 HLG", "BT.601 full range".
QString nameOf(const PictureColour &colour);

} // namespace gantry::media
