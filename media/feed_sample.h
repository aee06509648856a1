#pragma once
// What is measured on one feed, as plain values. They cross threads by copy and carry no instant: whoever numbers
// them also stamps them. Each value is a whole state, never a change to an earlier one. std::nullopt means unknown.

#include "media/frame/picture_demand.h"
#include "media/media_error.h"

#include <QByteArray>
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
    std::uint32_t connections = 0;  // how often it has connected since start
    std::optional<QString> carrier; // what carries the feed when it is not SRT: "HLS", "RTMP", "file"
    // Somebody else who called while this feed was connected and was refused, and why; in view for some seconds.
    std::optional<Error> turnedAway;
    // The rest is known while connected only, and over SRT only.
    std::optional<std::chrono::microseconds> roundTrip;   // smoothed, msRTT
    std::optional<std::chrono::milliseconds> latency;     // negotiated receive latency
    std::optional<std::chrono::milliseconds> peerLatency; // negotiated latency of the other direction
    std::optional<std::chrono::milliseconds> buffered;    // msRcvBuf
    std::optional<BitsPerSecond> receiveRate;
    LinkCounters interval; // over the last second
    LinkCounters total;    // since this connection began
    bool encrypted = false;
    std::optional<int> keyBits;          // 128, 192 or 256 while encrypted
    std::optional<QString> streamId;     // what a caller asked for, when it said so
    std::optional<QString> filter;       // the packet filter in force: "fec,cols:10,rows:5"
    std::optional<std::int64_t> rebuilt; // packets that the filter restored over the last second (pktRcvFilterSupply)
    bool operator==(const LinkSample &) const = default;
};

// What ETSI TR 101 290 counts beside continuity, since the connection began; the comments give its indicator numbers.
// What is missing counts again for each such time that passes without it, so a fault that lasts goes on counting.
struct TransportErrors
{
    std::uint64_t syncByte = 0;         // 1.2 a packet without its sync byte
    std::uint64_t pat = 0;              // 1.3 no PAT for 0.5 s, or PID 0 with something else on it
    std::uint64_t pmt = 0;              // 1.5 no PMT for 0.5 s
    std::uint64_t pid = 0;              // 1.6 a stream of the PMT did not come for 5 s
    std::uint64_t crc = 0;              // 2.2 a table's check sum does not hold
    std::uint64_t pcrRepetition = 0;    // 2.3a more than 100 ms between two PCRs
    std::uint64_t pcrDiscontinuity = 0; // 2.3b PCR jumped by more than 100 ms, unannounced
    std::uint64_t pcrAccuracy = 0; // 2.4 PCR off by more than 500 ns from a constant rate, where the rate is constant
    std::uint64_t pts = 0;         // 2.5 more than 700 ms between two PTS of a stream
    std::uint64_t cat = 0;         // 2.6 scrambled packets without a CAT
    bool operator==(const TransportErrors &) const = default;
};

// MPEG-TS seen on the wire before any demuxer, once a second.
struct TransportSample
{
    struct Stream
    {
        std::uint16_t pid = 0;
        QString codec;      // "H.264", "AAC", or "0x86" when we have no name for the stream type
        BitsPerSecond rate; // over the last second, whole packets
        bool operator==(const Stream &) const = default;
    };
    BitsPerSecond rate;
    std::uint64_t packets = 0; // 188-byte packets since the connection began
    std::uint64_t continuityErrors = 0;
    std::uint64_t syncLosses = 0;
    std::uint64_t transportErrors = 0;                  // transport_error_indicator set
    double nullShare = 0;                               // 0..1 of the last second
    bool recognised = false;                            // sync bytes found where they belong
    std::vector<Stream> streams;                        // of the chosen program
    std::optional<std::vector<std::uint16_t>> programs; // program numbers of the PAT, at most 64
    std::optional<std::uint16_t> program;               // the chosen one: the first, unless the show names another
    std::optional<TransportErrors> errors;              // nothing before the stream is recognised
    std::optional<std::chrono::microseconds> pcrJitter; // largest in the last second: PCR against time of arrival
    bool operator==(const TransportSample &) const = default;
};

// One SCTE-35 command, when it came (ANSI/SCTE 35).
struct SpliceCue
{
    // Encrypted: which command it is stands in the part that cannot be read.
    enum class Command { Null, Schedule, Insert, TimeSignal, Bandwidth, Private, Encrypted };
    Command command = Command::Null;
    std::uint16_t pid = 0;
    std::optional<std::uint32_t> eventId;
    std::optional<bool> out; // true: the programme leaves for a break; false: it comes back
    bool cancelled = false;  // an earlier event is called off
    bool immediate = false;  // now, without a time
    std::optional<std::chrono::milliseconds> untilSplice; // from the stream's clock at arrival; may be negative
    std::optional<std::chrono::milliseconds> duration;
    std::optional<std::uint8_t> segmentation; // segmentation_type_id: 0x34 provider placement start, …
    QByteArray section;                       // the whole splice_info_section, as it came; at most 4 KiB
    bool operator==(const SpliceCue &) const = default;
};

enum class SignalState {
    Waiting,  // nothing decoded yet on this connection; `waitingFor` says what for
    Live,     // pictures arrive, whether they are decoded or left out on purpose
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
    std::optional<int> bitDepth;
    std::optional<QString> chroma; // "4:2:0"
    std::optional<QString> colour; // "BT.709", "BT.2020 HLG", "BT.601 full range"
    std::optional<bool> interlaced;
    bool operator==(const VideoFormat &) const = default;
};

// What the pictures show, measured a few times a second on a small luma copy. Limits: MeasureLimits.
struct PictureContent
{
    double darkShare = 0; // 0..1: pixels below the black limit
    // dB: difference to the picture before, 0 = full scale, at least -120. Nothing where that was left out.
    std::optional<double> change = 0;
    std::chrono::milliseconds black{0}; // for how long it has been black; 0: it is not
    // For how long it has not moved. Nothing where only key pictures are decoded: they may be alike and the rest not.
    std::optional<std::chrono::milliseconds> frozen = std::chrono::milliseconds(0);
    std::chrono::milliseconds flat{0}; // for how long it has been one even field
    std::chrono::milliseconds bars{0}; // for how long it has been vertical colour bars
    bool operator==(const PictureContent &) const = default;
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
    std::uint64_t decodeErrors = 0;               // of picture and sound, once each has decoded
    std::uint64_t undecoded = 0;                  // packets thrown away since start because the decoder fell behind
    QString decoder;                              // "software"
    std::optional<QString> decoderNote;           // why no faster one: "VA-API: this machine has no such device."
    // Nothing until it was measured on this connection, and where no picture is decoded.
    std::optional<PictureContent> content;
    std::optional<DecodeMode> decoding; // how much is decoded; what is left out on purpose is no fault of the feed
    bool operator==(const PictureState &) const = default;
};

// What is wrong with the sound, by MeasureLimits.
struct SoundFaults
{
    std::chrono::milliseconds silent{0};      // for how long every channel has been silent; 0: it is not
    std::chrono::milliseconds channelDead{0}; // for how long one channel has been silent while another was not
    int deadChannel = 0;                      // which: the first of them, from 1; 0: none
    std::chrono::milliseconds outOfPhase{0};  // for how long the first two channels have cancelled each other
    double clippedShare = 0;                  // 0..1 of the samples of the last ten seconds, in the worst channel
    bool operator==(const SoundFaults &) const = default;
};

// Sound of one feed, five times a second. Peaks are sample peaks over the interval in dBFS (-inf is -120).
struct AudioLevels
{
    bool present = false; // the stream carries sound that decodes
    QString codec;
    std::vector<float> peakDbfs;          // one a channel, at most 16
    std::optional<double> momentaryLufs;  // EBU R 128, 400 ms
    std::optional<double> shortTermLufs;  // 3 s
    std::optional<double> integratedLufs; // gated, since the connection began
    std::optional<double> truePeakDbtp;   // highest over the interval and channels (BS.1770, 4 x oversampling)
    std::optional<std::vector<float>> truePeaksDbtp; // the same of each channel
    std::optional<std::vector<float>> quasiPeakDbfs; // PPM type I ballistics, one a channel
    std::optional<double> phase;                     // correlation of the first two channels, -1..1
    std::optional<SoundFaults> faults;
    std::optional<std::chrono::milliseconds>
        soundEarly;            // how much sooner sound comes than its picture; negative: later
    std::optional<int> track;  // which of the stream's sound tracks, from 1
    std::optional<int> tracks; // of how many
    bool operator==(const AudioLevels &) const = default;
};

// How one feed's content compares with another's.
enum class ContentMatch {
    Unknown, // not enough to tell: black, still or short
    Same,    // the same programme, `behind` apart
    Different
};
struct MatchSample
{
    ContentMatch picture = ContentMatch::Unknown;
    ContentMatch sound = ContentMatch::Unknown;
    std::optional<std::chrono::milliseconds> pictureBehind; // how much later the second feed shows the same picture
    std::optional<std::chrono::milliseconds> soundBehind;   // and plays the same sound; negative: earlier
    bool operator==(const MatchSample &) const = default;
};

} // namespace gantry::media
