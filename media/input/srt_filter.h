#pragma once
// The text of SRT's packet filter, "fec,cols:10,rows:5": forward error correction, which repairs without asking again.
// libsrt says no more than "invalid parameter"; this says what is wrong before a socket is opened.

#include "media/media_error.h"

#include <QString>

#include <optional>

namespace gantry::media::srt_filter {

constexpr int largestGroup = 256; // packets in a row or a column; more would take seconds to fill

// Nothing when libsrt would take it; otherwise what is wrong, as a sentence without a full stop.
std::optional<QString> fault(const QString &text);
// A sentence: what is allowed.
QString allowed();

} // namespace gantry::media::srt_filter
