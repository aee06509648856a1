#pragma once
// What a decoded picture says about itself, for people: depth, chroma, colour, interlaced. One thread; remembers the
// last answer, because it is asked for every picture and the answer changes once a day.

#include "media/decode/picture_colour.h"
#include "media/feed_sample.h"

namespace gantry::media {

bool isInterlaced(const AVFrame &frame);
bool isTopFieldFirst(const AVFrame &frame);
// AVPixelFormat of the samples, also of a frame that lies in a GPU's memory.
int sampleFormat(const AVFrame &frame);

class PictureFormat
{
public:
    // Fills in bitDepth, chroma, colour and interlaced; leaves the rest of `format` alone.
    void describe(const AVFrame &frame, VideoFormat &format);

private:
    int m_samples = -1;
    PictureColour m_colour;
    std::optional<int> m_bitDepth;
    std::optional<QString> m_chroma;
    std::optional<QString> m_colourName;
};

} // namespace gantry::media
