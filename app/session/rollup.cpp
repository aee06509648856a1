#include "app/session/rollup.h"

#include <algorithm>
#include <cmath>

namespace gantry {

QString rollupSeries(const FeedId &feed, FeedFigure figure)
{
    const char *name = "";
    switch (figure) {
    case FeedFigure::ReceiveRate:
        name = "receive-rate";
        break;
    case FeedFigure::RoundTrip:
        name = "round-trip";
        break;
    case FeedFigure::Lost:
        name = "lost";
        break;
    case FeedFigure::Dropped:
        name = "dropped";
        break;
    }
    return QStringLiteral("feed/%1/%2").arg(feed.text, QLatin1StringView(name));
}

QString rollupSeries(const AudienceId &audience, AudienceFigure figure)
{
    const char *name = figure == AudienceFigure::Viewers ? "viewers" : "rebuffering";
    return QStringLiteral("audience/%1/%2").arg(audience.text, QLatin1StringView(name));
}

void Rollup::add(const Record &record)
{
    const std::chrono::microseconds step = kRollupStep;
    const auto start = std::max(m_start, record.at.elapsed - record.at.elapsed % step);
    if (start > m_start) {
        closeOpen();
        m_start = start;
    }
    if (const auto *link = std::get_if<LinkRecord>(&record.payload)) {
        const media::LinkSample &sample = link->sample;
        if (sample.state != media::LinkState::Connected)
            return;
        if (sample.receiveRate)
            addFigure(rollupSeries(link->feed, FeedFigure::ReceiveRate), start, sample.receiveRate->value);
        if (sample.roundTrip) {
            const std::chrono::duration<double, std::milli> roundTrip = *sample.roundTrip;
            addFigure(rollupSeries(link->feed, FeedFigure::RoundTrip), start, roundTrip.count());
        }
        addFigure(rollupSeries(link->feed, FeedFigure::Lost), start, double(sample.interval.lost));
        addFigure(rollupSeries(link->feed, FeedFigure::Dropped), start, double(sample.interval.dropped));
    } else if (const auto *audience = std::get_if<AudienceRecord>(&record.payload)) {
        const cloud::AudienceSample &sample = audience->sample;
        if (sample.viewers)
            addFigure(rollupSeries(audience->audience, AudienceFigure::Viewers), start, double(*sample.viewers));
        if (sample.rebuffering)
            addFigure(rollupSeries(audience->audience, AudienceFigure::Rebuffering), start, *sample.rebuffering);
    }
}

void Rollup::addFigure(const QString &series, std::chrono::microseconds start, double value)
{
    if (!std::isfinite(value))
        return;
    RollupBucket &bucket = m_open[series];
    const bool isFirst = bucket.samples == 0;
    bucket.start = start;
    bucket.lowest = isFirst ? value : std::min(bucket.lowest, value);
    bucket.highest = isFirst ? value : std::max(bucket.highest, value);
    ++bucket.samples;
}

void Rollup::closeOpen()
{
    for (auto bucket = m_open.cbegin(); bucket != m_open.cend(); ++bucket)
        m_closed.push_back({bucket.key(), bucket.value()});
    m_open.clear();
}

std::vector<NamedBucket> Rollup::takeClosed()
{
    return std::exchange(m_closed, {});
}

std::vector<NamedBucket> Rollup::takeAll()
{
    closeOpen();
    return takeClosed();
}

} // namespace gantry
