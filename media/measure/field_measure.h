#pragma once
// Pictures that are no programme: one even field (what an encoder sends whose input is gone) and vertical colour bars.
// Both are told by luma alone: the bars by the ratio of their steps, which no grey staircase has. A black picture
// is not called an even field: black is the better word. Pure values; times as arguments.

#include "media/measure/luma_picture.h"
#include "media/measure/standing.h"

namespace gantry::media {

// 99 % of the cells within 1.5 % of the median: noise passes, a gradient or a small logo does not.
bool isFlatField(const LumaPicture &picture);

// Seven or eight bars across the upper half, 75 % or 100 %, luma after BT.601 or BT.709 (SMPTE EG 1, EBU 100/0/75/0 and
// 100/0/100/0), or those of SMPTE RP 219 with grey at the sides. Four in five cells must fit, so that an ident over
// them does not hide them.
bool isColourBars(const LumaPicture &picture);

class FieldMeasure
{
public:
    void picture(const LumaPicture &picture, bool black, Standing::Time at)
    {
        m_flat.note(!black && isFlatField(picture), at);
        m_bars.note(!black && isColourBars(picture), at);
    }
    std::chrono::milliseconds flat() const { return m_flat.duration(); }
    std::chrono::milliseconds bars() const { return m_bars.duration(); }

private:
    Standing m_flat;
    Standing m_bars;
};

} // namespace gantry::media
