#pragma once
// The alarms of a feed's sound: silent, a dead channel, out of phase, clipped, too loud or too soft for its target,
// over its true peak, apart from its picture. A link that is down or a picture that is gone hides them; a frozen or
// black picture hides none.

#include "app/control/feed_scene.h"

#include <QCoreApplication>

namespace gantry {

class SoundAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::SoundAlarms)

public:
    void heard(const FeedScene &scene, const media::AudioLevels &levels, const Instant &at, AlarmTable &table);
    // Whenever the link, the picture or the tally has changed.
    void judge(const FeedScene &scene, const Instant &now, AlarmTable &table);

private:
    void judgeSilence(const FeedScene &scene, const Instant &now, AlarmTable &table);
    void judgeFaults(const FeedScene &scene, const Instant &now, AlarmTable &table);
    void judgeLevels(const FeedScene &scene, const Instant &now, AlarmTable &table);
    void judgeSync(const FeedScene &scene, const Instant &now, AlarmTable &table);
    // The newest levels, where they say something about now.
    const media::AudioLevels *current(const FeedScene &scene, const Instant &now) const;

    std::optional<media::AudioLevels> m_levels;
    std::chrono::microseconds m_heardAt{0};
    bool m_hadSound = false;
};

} // namespace gantry
