#pragma once
// What libsrt knows about a connection, as the values of a LinkSample. Names and meanings as in srt_bstats().

#include "media/feed_sample.h"
#include "media/input/srt_library.h"

namespace gantry::media {

QString srtPeer(SrtHandle socket); // "192.0.2.7:51000"; empty when there is none
// The length of the key in use; nothing while not encrypted.
std::optional<int> srtKeyBits(SrtHandle socket);

// Fills in all but `peer` and `total`; counters since the last call. False, and nothing filled in, on a socket that is
// no longer connected.
bool srtMeasure(SrtHandle socket, LinkSample &sample);

} // namespace gantry::media
