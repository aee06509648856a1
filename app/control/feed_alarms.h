#pragma once
// The alarms of one feed: no picture, a link that cannot work, undelivered packets, too little latency.

#include "app/control/alarm_table.h"
#include "media/feed_sample.h"

#include <QCoreApplication>

#include <deque>
#include <optional>

namespace gantry {

class FeedAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::FeedAlarms)

public:
    explicit FeedAlarms(FeedId feed);

    void seen(const media::LinkSample &link, const Instant &at, AlarmTable &table);
    void seen(const media::TransportSample &transport, const Instant &at, AlarmTable &table);
    void seen(const media::PictureState &picture, const Instant &at, AlarmTable &table);
    void seen(Tally tally, const Instant &at, AlarmTable &table);

private:
    AlarmTable::Place place(const char *rule) const;
    AlarmPriority lossPriority() const;
    void judgePicture(const Instant &at, AlarmTable &table);
    void judgeDrops(const media::LinkSample &link, const Instant &at, AlarmTable &table);
    void judgeMargin(const media::LinkSample &link, const Instant &at, AlarmTable &table);

    FeedId m_feed;
    Tally m_tally = Tally::Off; // the last that was known: not knowing makes nothing better or worse
    bool m_hadPicture = false;
    std::optional<media::LinkSample> m_link;
    std::optional<media::PictureState> m_picture;
    struct Delivered
    {
        std::chrono::microseconds at{0};
        std::int64_t received = 0;
        std::int64_t dropped = 0;
    };
    std::deque<Delivered> m_delivered; // the last ten seconds
};

} // namespace gantry
