#pragma once
// Turns "a picture came" and the time into what the room is told about a feed's picture. Pure: no clock, no thread of
// its own; every call brings the time, and times never go back. What it says follows from arrivals alone, so a sender
// that died is seen after a second though its connection looks alive for five.

#include "media/feed_sample.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace gantry::media {

class PictureProbe
{
public:
    using Time = std::chrono::steady_clock::time_point;

    // An operator sees a stall from about a quarter of a second; without a mark no picture may be older than a second.
    static constexpr std::chrono::milliseconds stalledAfter{300};
    static constexpr std::chrono::milliseconds noSignalAfter{1000};

    explicit PictureProbe(Time now) : m_since(now) {}

    void connected(Time now);
    void disconnected(Time now);
    // What the transport knows: is it a transport stream, and does its table (when known) name a picture and sound?
    void transport(bool recognised, std::optional<bool> carriesVideo);
    // `arrived`: when the last packet of the picture was read.
    void picture(Time now, Time arrived, const VideoFormat &format);
    // A picture came and was left out on purpose: the feed is as alive as with one that was decoded. Where nothing at
    // all is decoded it needs no first one.
    void leftOut(Time now, bool nothingDecoded);
    void sound(Time now);
    void decodeError() { ++m_decodeErrors; }

    // The state at `now`; `unseen` is left for the owner of the slot to fill in.
    PictureState state(Time now);

private:
    struct Verdict
    {
        SignalState signal;
        WaitingFor waitingFor;
    };
    Verdict verdict(Time now) const;
    std::optional<Time> alive() const; // when a picture last came

    bool m_connected = false;
    bool m_hadConnection = false;
    bool m_recognised = false;
    std::optional<bool> m_carriesVideo;
    std::optional<Time> m_lastPicture; // when it was decoded
    std::optional<Time> m_lastArrived; // when its last packet was read
    std::optional<Time> m_lastLeftOut; // when one was left out
    bool m_needsNoPicture = false;
    std::optional<Time> m_lastSound;
    std::optional<VideoFormat> m_format;
    std::uint64_t m_decoded = 0;
    std::uint64_t m_decodeErrors = 0;
    SignalState m_signal = SignalState::Waiting;
    Time m_since;
};

} // namespace gantry::media
