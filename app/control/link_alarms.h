#pragma once
// The alarms of a feed's transport over the network: a link that cannot work, packets that were given up or could not
// be decrypted, many repairs, a round trip that rises, too little latency, a rate below what is expected, a caller that
// was turned away. They stand on what was dropped, never on what was lost: loss may be reordering, and is repaired.

#include "app/control/feed_scene.h"
#include "app/control/link_window.h"

#include <QCoreApplication>

namespace gantry {

class LinkAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::LinkAlarms)

public:
    // scene.link is the new sample.
    void seen(const FeedScene &scene, const Instant &at, AlarmTable &table);
    // Where the transport's own rate is needed; also whenever the picture has changed.
    void judgeRate(const FeedScene &scene, std::optional<media::BitsPerSecond> transportRate, const Instant &now,
                   AlarmTable &table);

private:
    void judgeFault(const FeedScene &scene, const Instant &at, AlarmTable &table);
    void judgeDrops(const FeedScene &scene, const Instant &at, AlarmTable &table);
    void judgeRetransmissions(const FeedScene &scene, const Instant &at, AlarmTable &table);
    void judgeRoundTrip(const FeedScene &scene, const Instant &at, AlarmTable &table);
    void judgeMargin(const FeedScene &scene, const Instant &at, AlarmTable &table);
    void judgeTurnedAway(const FeedScene &scene, const Instant &at, AlarmTable &table);

    LinkWindow m_window;
    std::uint32_t m_connections = 0;
};

// Whether both ends talk of the same key: a caller that was turned away, or a sender we cannot call.
bool isAboutKeys(const std::optional<media::Error> &fault);

} // namespace gantry
