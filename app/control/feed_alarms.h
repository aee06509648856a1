#pragma once
// The alarms of one feed. Here: no picture, and who hides whom. What the link, the transport stream, the pictures and
// the sound say for themselves stands in rules of their own.

#include "app/control/feed_scene.h"
#include "app/control/link_alarms.h"
#include "app/control/picture_alarms.h"
#include "app/control/sound_alarms.h"
#include "app/control/transport_alarms.h"

#include <QCoreApplication>

namespace gantry {

class FeedAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::FeedAlarms)

public:
    explicit FeedAlarms(const Feed &feed);

    void seen(const media::LinkSample &link, const Instant &at, AlarmTable &table);
    void seen(const media::TransportSample &transport, const Instant &at, AlarmTable &table);
    void seen(const media::PictureState &picture, const Instant &at, AlarmTable &table);
    void seen(const media::AudioLevels &levels, const Instant &at, AlarmTable &table);
    void seen(Tally tally, const Instant &at, AlarmTable &table);

private:
    // Everything that depends on more than its own samples.
    void judgeAll(const Instant &at, AlarmTable &table);
    void judgeSignal(const Instant &at, AlarmTable &table);

    FeedScene m_scene;
    bool m_hadPicture = false;
    LinkAlarms m_link;
    TransportAlarms m_transport;
    PictureAlarms m_picture;
    SoundAlarms m_sound;
};

} // namespace gantry
