#pragma once
// The alarms of what a feed's pictures show: black, colour bars, flat, frozen; and of how they are decoded. A still
// black picture is black and nothing else: whether it is frozen as well cannot be seen, and what cannot be seen is no
// alarm.

#include "app/control/feed_scene.h"

#include <QCoreApplication>

namespace gantry {

class PictureAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::PictureAlarms)

public:
    // At every picture state, and whenever the link or the tally has changed.
    void judge(const FeedScene &scene, const Instant &now, AlarmTable &table);

private:
    void judgeDecoder(const FeedScene &scene, const Instant &now, AlarmTable &table);

    bool m_hadGpu = false;
};

} // namespace gantry
