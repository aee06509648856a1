#pragma once
// What is measured on one feed, as plain values. They cross threads by copy and carry no instant: whoever numbers
// them also stamps them. Each value is a whole state, never a change to an earlier one. std::nullopt means unknown.

#include "media/media_error.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace gantry::media {

struct BitsPerSecond
{
    double value = 0;
    auto operator<=>(const BitsPerSecond &) const = default;
};

// Packet counts as libsrt reports them for a receiver (srt_bstats), in packets.
struct LinkCounters
{
    std::int64_t received = 0;      // pktRecvUnique: first arrivals
    std::int64_t lost = 0;          // pktRcvLoss: gaps seen; may be reordering, may still be repaired
    std::int64_t retransmitted = 0; // pktRcvRetrans
    std::int64_t belated = 0;       // pktRcvBelated: came after their play time
    std::int64_t dropped = 0;       // pktRcvDrop: given up; what the viewer sees
    std::int64_t undecrypted = 0;   // pktRcvUndecrypt
    bool operator==(const LinkCounters &) const = default;
};

enum class LinkState {
    Waiting,    // listening, or about to call again
    Connecting, // a call is out
    Connected,
    Failed // the last try failed; `fault` says why; the input goes on trying by itself
};

// The transport of one feed, once a second and at every change of state.
struct LinkSample
{
    LinkState state = LinkState::Waiting;
    std::optional<Error> fault; // why not connected, when known
    QString peer;               // "192.0.2.7:51000" of the other end; empty until connected
    std::chrono::milliseconds inState{0};
    std::uint32_t connections = 0; // how often it has connected since start
    // The rest is known while connected only.
    std::optional<std::chrono::microseconds> roundTrip; // smoothed, msRTT
    std::optional<std::chrono::milliseconds> latency;   // negotiated receive latency
    std::optional<std::chrono::milliseconds> buffered;  // msRcvBuf
    std::optional<BitsPerSecond> receiveRate;
    LinkCounters interval; // over the last second
    LinkCounters total;    // since this connection began
    bool encrypted = false;
    bool operator==(const LinkSample &) const = default;
};

// MPEG-TS seen on the wire before any demuxer, once a second.
struct TransportSample
{
    struct Stream
    {
        std::uint16_t pid = 0;
        QString codec; // "H.264", "AAC", or "0x86" when we have no name for the stream type
        bool operator==(const Stream &) const = default;
    };
    BitsPerSecond rate;
    std::uint64_t packets = 0; // 188-byte packets since the connection began
    std::uint64_t continuityErrors = 0;
    std::uint64_t syncLosses = 0;
    std::uint64_t transportErrors = 0; // transport_error_indicator set
    double nullShare = 0;              // 0..1 of the last second
    bool recognised = false;           // sync bytes found where they belong
    std::vector<Stream> streams;       // of the first program in the PAT
    bool operator==(const TransportSample &) const = default;
};

enum class SignalState {
    Waiting,  // nothing decoded yet on this connection; `waitingFor` says what for
    Live,     // pictures arrive
    Stalled,  // none for 300 ms
    NoSignal, // none for 1 s, or no connection after having had one
    AudioOnly // the stream carries sound and no picture
};

enum class WaitingFor { Nothing, Connection, TransportStream, KeyPicture };

struct VideoFormat
{
    QString codec; // "H.264"
    QSize size;
    double framesPerSecond = 0; // 0 while unknown
    bool operator==(const VideoFormat &) const = default;
};

// The picture of one feed: at every change of `signal`, and once a second.
struct PictureState
{
    SignalState signal = SignalState::Waiting;
    WaitingFor waitingFor = WaitingFor::Connection;
    std::chrono::milliseconds inState{0};
    std::optional<VideoFormat> format;
    std::optional<std::chrono::milliseconds> age; // of the newest picture, from its last packet to now
    std::uint64_t decoded = 0;                    // pictures since the connection began
    std::uint64_t unseen = 0;                     // replaced in the slot before anyone looked; not a network loss
    std::uint64_t decodeErrors = 0;
    std::uint64_t undecoded = 0; // packets thrown away since start because the decoder fell behind
    QString decoder;             // "software"
    bool operator==(const PictureState &) const = default;
};

// Sound of one feed, five times a second. Peaks are sample peaks over the interval in dBFS (-inf is -120).
struct AudioLevels
{
    bool present = false; // the stream carries sound that decodes
    QString codec;
    std::vector<float> peakDbfs;         // one a channel, at most 16
    std::optional<double> momentaryLufs; // EBU R 128, 400 ms
    std::optional<double> shortTermLufs; // 3 s
    bool operator==(const AudioLevels &) const = default;
};

} // namespace gantry::media
