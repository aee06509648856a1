#include "app/session/still_taker.h"

#include <QBuffer>

namespace gantry {

void StillTaker::watch(const FeedId &feed, std::shared_ptr<const media::FrameSlot> slot)
{
    m_watched[feed.text] = {feed, std::move(slot)};
}

QList<Payload> StillTaker::applied(const Record &record)
{
    const auto *alarm = std::get_if<AlarmRecord>(&record.payload);
    if (!alarm || alarm->alarm.raised != record.at || !alarm->alarm.key.startsWith(QLatin1String("feed/")))
        return {};
    const auto watched = m_watched.find(alarm->alarm.where);
    return watched == m_watched.end() ? QList<Payload>{} : take(watched->second, record.at);
}

QList<Payload> StillTaker::passed(const Instant &now)
{
    QList<Payload> stills;
    for (auto &[name, watched] : m_watched) {
        if (now.elapsed - watched.at >= every)
            stills += take(watched, now);
    }
    return stills;
}

QList<Payload> StillTaker::take(Watched &watched, const Instant &now)
{
    const media::VideoFramePointer frame = watched.slot->peek();
    if (!frame || frame == watched.last || !frame->hasPicture())
        return {};
    watched.last = frame;
    watched.at = now.elapsed;
    const QImage picture = frame->imageFor(largest);
    if (picture.isNull())
        return {};
    const QImage small = picture.width() > largest.width() || picture.height() > largest.height()
                             ? picture.scaled(largest, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             : picture;
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    if (!small.save(&buffer, "JPEG", jpegQuality))
        return {};
    return {StillRecord{watched.feed, jpeg, small.size()}};
}

} // namespace gantry
