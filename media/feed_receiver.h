#pragma once
// The receive side of a feed: keeps a connection up, passes on what comes, and is the one voice that tells the observer
// everything. It waits for the network only, never for the decoder, so a decoder that hangs is reported as a picture
// that stalls. Runs in the calling thread.

#include "media/decode/demuxer.h"
#include "media/decode/unit_queue.h"
#include "media/feed_pipeline.h"
#include "media/input/media_input.h"
#include "media/input/reconnect.h"
#include "media/measure/feed_measures.h"
#include "media/measure/ts_monitor.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <vector>

namespace gantry::media {

class FeedReceiver
{
public:
    using Time = std::chrono::steady_clock::time_point;

    FeedReceiver(MediaInput &input, UnitQueue &queue, FeedMeasures &measures, const FeedSettings &settings,
                 FeedObserver &observer);

    // Until `stop`; reacts to it within twice MediaInput::longestWait.
    void run(const std::atomic<bool> &stop);

private:
    void stepToConnection(Time now);
    void readOnce();
    void begin(Time now);
    void failed(const Error &error, Time now);
    void lost(const Error &error, Time now);
    void watch(Time now);
    std::optional<Error> takeTurnedAway(Time now);
    void noteTurnedAway(Time now);
    void setState(LinkState state, Time now);

    void tell(Time now);
    void tellLink(Time now);
    void tellTransport(Time now);
    void tellPicture(Time now);
    void tellAudio(Time now);

    MediaInput &m_input;
    UnitQueue &m_queue;
    FeedMeasures &m_measures;
    const FeedSettings m_settings;
    FeedObserver &m_observer;
    TsMonitor m_monitor;
    std::optional<Demuxer> m_demuxer; // of the connection at hand
    std::vector<std::byte> m_message;

    LinkState m_state = LinkState::Waiting;
    std::optional<Error> m_fault;
    std::uint32_t m_connections = 0;
    bool m_connected = false;
    Time m_faultUntil{};               // a fault that has passed already, in view for a while
    std::optional<Error> m_turnedAway; // while connected: somebody else who called
    Time m_turnedAwayUntil{};
    Time m_turnedAwayDue{};
    Time m_stateSince;
    Reconnect m_reconnect;

    bool m_linkChanged = true;
    std::optional<PictureState> m_lastPicture;
    bool m_lastSound = false;
    int m_quietTurns = 0;
    Time m_linkDue;
    Time m_transportTold;
    Time m_pictureDue;
    Time m_pictureRepeatDue;
    Time m_audioDue;
};

} // namespace gantry::media
