#pragma once
// What went wrong with a stream that libavformat fetches, told apart and in words: from its error codes, and never from
// its own texts, which repeat addresses with their secrets.

#include "media/input/url_address.h"

namespace gantry::media {

// `carrier` as LinkSample shows it: "HLS". `code` is negative: an AVERROR.
Error urlFault(const UrlAddress &address, const QString &carrier, int code);

// The three whose cause is ours to see.
Error urlTimedOut(const UrlAddress &address, const QString &carrier, bool opening);
Error urlEnded(const UrlAddress &address, const QString &carrier);
Error urlTlsFault(const UrlAddress &address);
Error urlForbiddenScheme(const UrlAddress &address, const QString &scheme);
Error urlTooLarge(const UrlAddress &address, qint64 limit);
Error urlNoMedia(const UrlAddress &address);
// A codec for which MPEG-TS has no place.
Error urlCodecRefused(const UrlAddress &address, const QString &codec);

} // namespace gantry::media
