#include "fuzz/targets.h"

#include <array>

namespace gantry::fuzz {

std::span<const Target> targets()
{
    static constexpr std::array all{
        Target{"ts_monitor", tsMonitor},
        Target{"ts_tables", tsTables},
        Target{"splice_info", spliceInfo},
        Target{"srt_address", srtAddress},
        Target{"srt_words", srtWords},
        Target{"url_address", urlAddress},
        Target{"rtp_packet", rtpPacket},
        Target{"demuxer", demuxer},
        Target{"picture_cuts", pictureCuts},
        Target{"show", show},
        Target{"record_lists", recordLists},
        Target{"desk_claim", deskClaim},
        Target{"json", json},
        Target{"medialive", mediaLive},
        Target{"mux", mux},
        Target{"aws_error", awsError},
        Target{"encoders", encoders},
        Target{"tokens", tokens},
        Target{"redaction", redaction},
        Target{"aws_keys", awsKeys},
        Target{"aws_media", awsMedia},
        Target{"sandbox_request", sandboxRequest},
        Target{"sandbox_services", sandboxServices},
        Target{"sandbox_faults", sandboxFaults},
        Target{"stream_switch", streamSwitch},
    };
    return all;
}

} // namespace gantry::fuzz
