#pragma once
// Where and how an SRT feed is reached: parsed from srt:// text or filled in from a show file. Plain values with
// libsrt's meanings; what may stand in each of them is in SrtLimits, and srt_options.h knows them by name.

#include "media/media_error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace gantry::media {

// One limit for show files and for text. Durations in milliseconds, sizes in bytes.
struct SrtLimits
{
    static constexpr int latencyLeast = 20;  // below one round trip on a LAN nothing can be repaired
    static constexpr int latencyMost = 8000; // above, a hand at the desk no longer belongs to the picture it sees
    static constexpr int lossMaxTtlMost = 200;
    static constexpr int payloadLeast = 188;   // one transport packet
    static constexpr int payloadMost = 1456;   // an Ethernet frame less the headers of IP, UDP and SRT
    static constexpr int rateLeast = 100;      // kbit/s
    static constexpr int rateMost = 200'000;   // kbit/s
    static constexpr int passphraseLeast = 10; // bytes, SRTO_PASSPHRASE
    static constexpr int passphraseMost = 80;  // bytes
    static constexpr qsizetype linksMost = 3;  // further links of a bonded group
};

struct SrtAddress
{
    enum class Mode { Caller, Listener, Rendezvous };
    enum class Bonding { None, Broadcast, Backup };
    struct Link // one more way to the same other end
    {
        QString host;
        std::uint16_t port = 0;
        bool operator==(const Link &) const = default;
    };

    Mode mode = Mode::Caller;
    QString host; // name or address of the other end, or the interface to listen on; empty = every interface (listener)
    std::uint16_t port = 0; // of the other end; a rendezvous uses the same here
    QString adapter;        // caller, rendezvous: address of the interface to go out by; empty = the system's choice
    std::chrono::milliseconds latency{120};               // for what we receive; the larger of both ends counts
    std::optional<std::chrono::milliseconds> peerLatency; // for what the other end receives; nothing: the same
    QString streamId;      // caller: what we ask for. Listener: what a caller must ask for; empty = anything will do
    QByteArray passphrase; // 10..80 bytes or empty; never printed
    // 128, 192 or 256. Caller: what we encrypt with; nothing: libsrt's 128. Listener: what a caller must at least use.
    std::optional<int> keyBits;
    int lossMaxTtl = 40;                 // packets that may come out of order before it counts as loss
    std::optional<int> expectedKilobits; // per second; sizes the buffers. Nothing: 40 Mbit/s
    std::optional<int> payloadSize;      // bytes of a packet; nothing: 1316, seven transport packets
    QString filter;                      // "fec,cols:10,rows:5"; empty: none of ours, a caller may bring one
    Bonding bonding = Bonding::None;     // a listener lets bonded callers in, of whichever kind
    QList<Link> links;                   // bonded caller: the links beside host and port
    // Connected, and nothing came for this long: the connection counts as dead and is made anew.
    std::chrono::milliseconds longestSilence{10'000};

    // "srt://host:port?mode=caller|listener|rendezvous&latency=MS&…", the options as in srt_options.h. "srt://:9001"
    // listens. A passphrase in the text is refused: it would stand in the process list and in histories.
    static Result<SrtAddress> parse(const QString &url);

    // "127.0.0.1:9001", for people; no secret in it.
    QString place() const;
};

// "host:port", "[address]:port"; nothing when it is neither.
std::optional<SrtAddress::Link> parseSrtLink(const QString &text);
QString textOf(const SrtAddress::Link &link);

} // namespace gantry::media
