#pragma once
// The input for an address that is not SRT. UDP and RTP pass the sender's transport stream through as it comes; HLS,
// DASH, RTMP, RTSP and files are fetched by libavformat on a thread of the input's own and wrapped in MPEG-TS without
// being coded again.

#include "media/input/media_input.h"
#include "media/input/url_address.h"

#include <chrono>
#include <memory>

namespace gantry::media {

// How long is waited for what; tests are less patient.
struct UrlPatience
{
    std::chrono::milliseconds open{10'000};    // until the first packet of the stream is there
    std::chrono::milliseconds silence{5000};   // without a packet: RTMP, RTSP, UDP, RTP, a file
    std::chrono::milliseconds segment{20'000}; // without a packet: HLS and DASH, where 6 to 10 s between two are usual
};

// With its secrets in it (UrlAddress::withSecret).
std::unique_ptr<MediaInput> urlInput(UrlAddress address, UrlPatience patience = {});

} // namespace gantry::media
