#pragma once
// Where and how an SRT feed is reached: parsed from srt:// text or filled in from a show file.

#include "media/media_error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>

namespace gantry::media {

struct SrtAddress
{
    enum class Mode { Caller, Listener };
    Mode mode = Mode::Caller;
    QString host; // name or address to call, or the interface to listen on; empty = every interface (listener only)
    std::uint16_t port = 0;
    std::chrono::milliseconds latency{120};
    QString streamId;      // at most 512 bytes of UTF-8
    QByteArray passphrase; // 10..80 bytes or empty; never printed

    // "srt://host:port?mode=caller|listener&latency=MS&streamid=ID". "srt://:9001" listens.
    // A passphrase in the text is refused: it would stand in the process list and in histories.
    static Result<SrtAddress> parse(const QString &url);

    // "127.0.0.1:9001", for people; no secret in it.
    QString place() const;
};

} // namespace gantry::media
