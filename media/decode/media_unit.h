#pragma once
// What travels from a feed's receive thread to its decode thread: one PES unit of a stream, whole, and what the stream
// is. Usually a picture or some frames of sound, but that is for AccessUnits and SoundFrames to find out.

#include "media/decode/av_pointers.h"
#include "media/decode/stream_time.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace gantry::media {

// What a stream is, as the program's table says.
struct MediaStream
{
    enum class Sort { Video, Audio };
    Sort sort = Sort::Video;
    int codec = 0;               // AVCodecID
    std::uint32_t number = 0;    // another one whenever the stream becomes another: PID, codec or table
    int track = 0;               // of sound: which of the program's tracks, from 1
    int tracks = 0;              // of how many
    std::uint8_t opusConfig = 2; // of Opus: channel_config_code
};

struct MediaUnit
{
    using Time = std::chrono::steady_clock::time_point;

    MediaStream stream;
    PacketPointer packet;          // its time stamps count in StreamTime, unwrapped
    Time arrived;                  // when its last transport packet was read from the socket
    std::optional<StreamTime> pts; // of the first picture or frame that begins in it
    std::uint32_t packets = 0;     // transport packets
    bool damaged = false;          // packets of it are missing
};

} // namespace gantry::media
