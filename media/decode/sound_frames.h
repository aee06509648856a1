#pragma once
// From the PES units of a sound stream to the frames a decoder wants, each with the time at which it begins to sound.
// AAC, LATM, MPEG audio, AC-3 and DTS are framed by libavcodec's parsers, which need no later frame to know the end of
// one; Opus loses the control header it has in MPEG-TS (ETSI TS 103 491); SMPTE 302M is one frame a unit. One thread,
// one stream.

#include "media/decode/media_unit.h"

#include <functional>
#include <optional>

namespace gantry::media {

class SoundFrames
{
public:
    explicit SoundFrames(int codec);

    // The packet is valid during the call. `pts`: nothing until a unit has brought a time.
    using Found = std::function<void(const AVPacket &packet, std::optional<StreamTime> pts)>;
    void feed(const MediaUnit &unit, const Found &found);

private:
    void parse(const MediaUnit &unit, const Found &found);
    void readOpus(const MediaUnit &unit, const Found &found);
    void give(std::uint8_t *data, int size, std::optional<StreamTime> duration, const Found &found);

    bool m_opus = false;
    CodecContextPointer m_context; // what a parser writes its findings into
    CodecParserPointer m_parser;   // null where none is needed
    PacketPointer m_packet;
    std::optional<StreamTime> m_next; // when the next frame begins
};

} // namespace gantry::media
