#pragma once
// Where a feed comes from that is not SRT: a return feed over HLS or DASH, RTMP, RTSP, UDP or RTP with MPEG-TS, or a
// file for rehearsal. The schemes are an allow-list; everything else is refused, so text from a stranger can never
// reach a protocol that nobody meant. Plain value, pure functions.

#include "media/media_error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace gantry::media {

struct UrlAddress
{
    enum class Carrier {
        Web, // http and https: an HLS or DASH playlist, which of the two is seen when it is read
        Rtmp,
        Rtsp,
        Udp, // MPEG-TS in datagrams
        Rtp, // MPEG-TS in RTP
        File // played in real time, again and again
    };
    static constexpr qsizetype longest = 4096; // characters of an address

    Carrier carrier = Carrier::Web;
    bool encrypted = false; // over TLS
    QString host; // name or address; UDP and RTP: the group to join or the interface to listen on, empty = all
    std::uint16_t port = 0;
    QString path;         // as written, from "/" on; of a file: its absolute path in plain letters
    QString hiddenPath;   // what follows on the path and is a key, from "/" on; never shown, never part of the text
    QByteArray query;     // without "?"; often a key: never shown, never written
    QByteArray user;      // "name:password"; never shown, never written, never part of the text
    QString localAddress; // UDP and RTP: the interface for a group, "?localaddr=192.0.2.1"

    // "https://host/live.m3u8", "rtmp://host/app/stream", "rtsp://host/path", "udp://239.1.1.1:5000", "udp://:5000",
    // "rtp://:5000", "file:///clips/opener.mp4". A name and password in the text are refused: it stands in process
    // lists and in histories. A query is taken, and kept secret.
    static Result<UrlAddress> parse(const QString &text);

    // Adds what the show keeps in the keychain or the environment: "name:password"; or, beginning with "?", the query
    // of a signed address; or, beginning with "/", the end of the path (the stream key of RTMP). Empty: nothing is
    // added.
    Result<UrlAddress> withSecret(const QByteArray &secret) const;

    // "cdn.example/live/index.m3u8", for people; no secret in it: neither user, query nor the last part of an RTMP
    // path.
    QString place() const;
    // The address as a show file keeps it: without what is secret.
    QString text() const;
    // Everything, secrets too: for the library that opens it and for nobody else.
    QByteArray whole() const;

    bool operator==(const UrlAddress &) const = default;
};

} // namespace gantry::media
