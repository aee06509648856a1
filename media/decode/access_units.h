#pragma once
// From the PES units of a video stream to what a decoder wants: one access unit a packet, marked when decoding can
// begin with it. A unit that is one picture, which is the rule, passes at once and uncopied. A unit of several pictures
// is cut. Units that begin in the middle of pictures, as some encoders send them, are joined, which costs the time
// until the next one begins; a stream is taken for one of those when it is no longer a single accident. One thread, one
// stream.

#include "media/decode/av1_stream.h"
#include "media/decode/media_unit.h"
#include "media/decode/picture_cuts.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace gantry::media {

class AccessUnits
{
public:
    static constexpr std::size_t mostHeldBytes = 8 * 1024 * 1024;

    explicit AccessUnits(int codec);

    // The packet is valid during the call. Its pts counts in StreamTime and is there for the first picture of a unit.
    using Found = std::function<void(AVPacket &packet, MediaUnit::Time arrived)>;
    void feed(MediaUnit &unit, const Found &found);

private:
    void cut(MediaUnit &unit, const Found &found);
    void join(MediaUnit &unit, const Found &found);
    void giveHeld(const Found &found);
    void give(AVPacket &packet, const PictureCut &cut, MediaUnit::Time arrived, const Found &found);

    std::optional<PictureSyntax> m_syntax;
    bool m_av1 = false;
    std::vector<PictureCut> m_cuts;
    std::vector<std::byte> m_parameters; // came alone; they go with the next picture
    Av1Unit m_av1Unit;

    int m_doubt = 0; // whether units begin where pictures do
    bool m_joined = false;
    std::vector<std::byte> m_held; // of a stream that is joined
    std::int64_t m_heldTime = 0;
    MediaUnit::Time m_heldArrived;
};

} // namespace gantry::media
