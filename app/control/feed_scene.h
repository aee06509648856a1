#pragma once
// What the rules of one feed share: its limits, its tally, and what is known of its link and picture. Parents hide
// children by it: a link that is down or a picture that is gone explains whatever else is missing.

#include "app/control/alarm_table.h"
#include "app/show/show.h"

#include <optional>

namespace gantry {

struct FeedScene
{
    Feed feed;
    Tally tally = Tally::Off; // the last that was known: not knowing makes nothing better or worse
    std::optional<media::LinkSample> link;
    std::optional<media::PictureState> picture;

    bool connected() const { return link && link->state == media::LinkState::Connected; }
    // Pictures arrive, so what they show can be judged.
    bool showsPictures() const { return connected() && picture && picture->signal == media::SignalState::Live; }
    // Nothing explains why there should be no sound. A picture that stalls for a moment does not.
    bool shouldSound() const
    {
        return connected() && picture && picture->signal != media::SignalState::NoSignal &&
               picture->signal != media::SignalState::Waiting;
    }
    bool onProgram() const { return tally == Tally::Program || tally == Tally::Disputed; }
    // Of what viewers lose when the feed is on air.
    AlarmPriority lossPriority() const { return onProgram() ? AlarmPriority::Critical : AlarmPriority::Major; }
    // Of what viewers see or hear wrong when the feed is on air.
    AlarmPriority qualityPriority() const { return onProgram() ? AlarmPriority::Major : AlarmPriority::Minor; }

    AlarmTable::Place place(const char *rule) const
    {
        return {QStringLiteral("feed/%1/%2").arg(feed.id.text, QLatin1StringView(rule)), feed.id.text};
    }
};

inline AlarmTiming alarmTiming(const FeedLimits::Times &times)
{
    return {times.after, times.clear};
}
inline AlarmTiming steppedTiming(const FeedLimits::Times &times)
{
    return {times.warn, times.clear, times.after};
}

} // namespace gantry
