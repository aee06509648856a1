#include "app/models/series_store.h"

#include "app/control/command_desk.h"
#include "app/models/words.h"

#include <algorithm>
#include <limits>

namespace gantry {

using widgets::Series;

namespace {

// Audience sources are asked every five seconds; two answers may be missing before it is a gap.
constexpr double audienceSilence = 12;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

SeriesStore::SeriesStore(const Show &show, QObject *parent) : QObject(parent)
{
    // What viewers get first, then what may be the cause.
    for (const Audience &audience : show.audiences) {
        const QString name = audience.encoder ? audience.encoder->text : audience.id.text;
        const std::size_t viewers = addLane(tr("%1 viewers").arg(name), {{tr("viewers"), {}, 0, {}}});
        const std::size_t rebuffering = addLane(tr("%1 rebuffering").arg(name), {{tr("rebuffering"), tr("%"), 2, {}}});
        m_lanes[viewers].silence = m_lanes[rebuffering].silence = audienceSilence;
        m_audiences.push_back({audience.id, viewers, rebuffering});
    }
    for (const Feed &feed : show.feeds) {
        const QString &name = feed.id.text;
        const std::size_t rate = addLane(tr("%1 receive rate").arg(name), {{tr("received"), tr("Mb/s"), 2, {}}});
        const std::size_t roundTrip = addLane(tr("%1 round trip").arg(name), {{tr("RTT"), tr("ms"), 1, {}}});
        const std::size_t loss = addLane(tr("%1 packets").arg(name),
                                         {{tr("lost"), tr("pkt/s"), 0, {}}, {tr("dropped"), tr("pkt/s"), 0, {}}});
        m_feeds.push_back({feed.id, rate, roundTrip, loss});
    }
}

std::size_t SeriesStore::addLane(const QString &title, std::vector<Series> series)
{
    m_lanes.push_back({.title = title, .series = std::move(series)});
    return m_lanes.size() - 1;
}

void SeriesStore::clear()
{
    for (ChartLane &lane : m_lanes) {
        for (Series &series : lane.series)
            series.points.clear();
    }
    m_flags.clear();
    Q_EMIT changed();
}

void SeriesStore::apply(const RecordBatch &batch)
{
    for (const Record &record : batch)
        take(record);
    if (!batch.isEmpty())
        forget(std::chrono::duration<double>(batch.last().at.elapsed - window).count());
    Q_EMIT changed();
}

void SeriesStore::take(const Record &record)
{
    const double seconds = std::chrono::duration<double>(record.at.elapsed).count();
    if (const auto *one = std::get_if<LinkRecord>(&record.payload))
        link(*one, seconds);
    else if (const auto *figures = std::get_if<AudienceRecord>(&record.payload))
        audience(*figures, seconds);
    else
        flag(record);
}

void SeriesStore::link(const LinkRecord &link, double seconds)
{
    const auto found =
        std::find_if(m_feeds.begin(), m_feeds.end(), [&](const FeedLanes &lanes) { return lanes.feed == link.feed; });
    if (found == m_feeds.end())
        return;
    const bool connected = link.sample.state == media::LinkState::Connected;
    const auto add = [&](std::size_t lane, std::size_t line, double value) {
        m_lanes[lane].series[line].points.push_back({seconds, connected ? value : unknown});
    };
    const auto &sample = link.sample;
    add(found->rate, 0, sample.receiveRate ? sample.receiveRate->value / 1e6 : unknown);
    add(found->roundTrip, 0,
        sample.roundTrip ? std::chrono::duration<double, std::milli>(*sample.roundTrip).count() : unknown);
    add(found->loss, 0, double(sample.interval.lost));
    add(found->loss, 1, double(sample.interval.dropped));
}

void SeriesStore::audience(const AudienceRecord &audience, double seconds)
{
    const auto found = std::find_if(m_audiences.begin(), m_audiences.end(),
                                    [&](const AudienceLanes &lanes) { return lanes.audience == audience.audience; });
    if (found == m_audiences.end())
        return;
    const cloud::AudienceSample &sample = audience.sample;
    const bool known = !sample.failure;
    m_lanes[found->viewers].series[0].points.push_back(
        {seconds, known && sample.viewers ? double(*sample.viewers) : unknown});
    m_lanes[found->rebuffering].series[0].points.push_back(
        {seconds, known && sample.rebuffering ? *sample.rebuffering * 100 : unknown});
    if (known && !sample.rebufferingFormula.isEmpty())
        m_lanes[found->rebuffering].note = sample.rebufferingFormula;
}

void SeriesStore::flag(const Record &record)
{
    const double seconds = std::chrono::duration<double>(record.at.elapsed).count();
    if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload)) {
        if (alarm->alarm.raised == record.at)
            m_flags.push_back({seconds, tr("%1 %2", "where, what").arg(alarm->alarm.where, alarm->alarm.what),
                               static_cast<int>(alarm->alarm.priority)});
    } else if (const auto *command = std::get_if<CommandRecord>(&record.payload)) {
        if (command->step == CommandStep::Requested || command->step == CommandStep::Confirmed)
            m_flags.push_back(
                {seconds, tr("%1 %2", "command, step").arg(describe(*command), words::step(command->step)), 0});
    }
}

void SeriesStore::forget(double before)
{
    for (ChartLane &lane : m_lanes) {
        for (Series &series : lane.series) {
            while (!series.points.empty() && series.points.front().seconds < before)
                series.points.pop_front();
        }
    }
    std::erase_if(m_flags, [&](const widgets::ChartFlag &flag) { return flag.seconds < before; });
}

} // namespace gantry
