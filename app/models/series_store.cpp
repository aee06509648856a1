#include "app/models/series_store.h"

#include "app/control/command_proof.h"
#include "app/models/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gantry {

using widgets::Series;
using namespace Qt::StringLiterals;

namespace {

// Audience sources are asked every five seconds; two answers may be missing before it is a gap.
constexpr double audienceSilence = 12;
// Providers count in their own intervals, a minute at most; one of them may be missing.
constexpr double figuresSilence = 150;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// Keeps the points in the order of time wherever a late one belongs.
void insert(Series &series, const widgets::SeriesPoint &point)
{
    const auto place = std::ranges::upper_bound(series.points, point.seconds, {}, &widgets::SeriesPoint::seconds);
    series.points.insert(place, point);
}

double secondsOf(const Instant &at)
{
    return std::chrono::duration<double>(at.elapsed).count();
}

} // namespace

SeriesStore::SeriesStore(const Show &show, QObject *parent) : QObject(parent)
{
    // What viewers get first, then what may be the cause.
    for (const Audience &audience : show.audiences) {
        const QString name = audience.encoder ? audience.encoder->text : audience.id.text;
        const std::size_t viewers =
            addLane(u"viewers "_s + name, tr("%1 viewers").arg(name), {{tr("viewers"), {}, 0, {}}});
        const std::size_t rebuffering =
            addLane(u"rebuffering "_s + name, tr("%1 rebuffering").arg(name), {{tr("rebuffering"), tr("%"), 2, {}}});
        m_lanes[viewers].silence = m_lanes[rebuffering].silence = audienceSilence;
        m_audiences.push_back({audience.id, viewers, rebuffering});
    }
    for (const Encoder &encoder : show.encoders)
        addEncoder(encoder.id);
    for (const Feed &feed : show.feeds) {
        const QString &name = feed.id.text;
        FeedLanes lanes{.feed = feed.id};
        lanes.rate = addLane(u"rate "_s + name, tr("%1 receive rate").arg(name), {{tr("received"), tr("Mb/s"), 2, {}}});
        lanes.roundTrip = addLane(u"rtt "_s + name, tr("%1 round trip").arg(name), {{tr("RTT"), tr("ms"), 1, {}}});
        lanes.loss = addLane(u"packets "_s + name, tr("%1 packets").arg(name),
                             {{tr("lost"), tr("pkt/s"), 0, {}},
                              {tr("dropped"), tr("pkt/s"), 0, {}},
                              {tr("retransmitted"), tr("pkt/s"), 0, {}}});
        lanes.margin =
            addLane(u"margin "_s + name, tr("%1 latency ÷ RTT").arg(name), {{tr("latency ÷ RTT"), tr("×"), 1, {}}});
        lanes.loudness = addLane(u"loudness "_s + name, tr("%1 loudness").arg(name),
                                 {{tr("short-term"), tr("LUFS"), 1, {}},
                                  {tr("integrated"), tr("LUFS"), 1, {}},
                                  {tr("true peak"), tr("dBTP"), 1, {}}});
        lanes.offset =
            addLane(u"sync "_s + name, tr("%1 sound before picture").arg(name), {{tr("A/V offset"), tr("ms"), 0, {}}});
        for (std::size_t lane = lanes.rate; lane <= lanes.offset; ++lane) {
            m_lanes[lane].feed = name;
            m_lanes[lane].overview = lane < lanes.margin;
        }
        m_feeds.push_back(lanes);
        for (const Pair &pair : show.pairs) {
            if (pair.backup != feed.id)
                continue;
            const QString title = tr("%1 behind %2", "backup, primary").arg(name, pair.primary.text);
            m_pairs.push_back({pair.id, addLane(u"behind "_s + pair.id.text, title,
                                                {{tr("picture"), tr("ms"), 0, {}}, {tr("sound"), tr("ms"), 0, {}}})});
            m_lanes.back().feed = name;
            m_lanes.back().overview = false;
        }
    }
}

void SeriesStore::addEncoder(const EncoderId &encoder)
{
    const QString &name = encoder.text;
    EncoderLanes lanes{.encoder = encoder};
    lanes.rates = addLane(u"rates "_s + name, tr("%1 encoder rates").arg(name),
                          {{tr("in"), tr("Mb/s"), 2, {}}, {tr("out"), tr("Mb/s"), 2, {}}});
    lanes.dropped =
        addLane(u"frames "_s + name, tr("%1 encoder dropped frames").arg(name), {{tr("dropped frames"), {}, 0, {}}});
    lanes.fill = addLane(u"fill "_s + name, tr("%1 encoder without input").arg(name),
                         {{tr("fill"), tr("s"), 1, {}}, {tr("input lost"), tr("s"), 1, {}}});
    for (std::size_t lane = lanes.rates; lane <= lanes.fill; ++lane) {
        m_lanes[lane].feed = name;
        m_lanes[lane].overview = lane == lanes.rates;
    }
    m_encoders.push_back(lanes);
}

const ChartLane *SeriesStore::lane(const QString &key) const
{
    const auto found = std::ranges::find(m_lanes, key, &ChartLane::key);
    return found == m_lanes.end() ? nullptr : &*found;
}

std::size_t SeriesStore::addLane(const QString &key, const QString &title, std::vector<Series> series)
{
    m_lanes.push_back({.key = key, .title = title, .series = std::move(series)});
    return m_lanes.size() - 1;
}

void SeriesStore::clear()
{
    for (ChartLane &lane : m_lanes) {
        for (Series &series : lane.series)
            series.points.clear();
    }
    for (FeedLanes &feed : m_feeds)
        feed.heardAt = -1;
    for (EncoderLanes &encoder : m_encoders)
        encoder.measured.reset();
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
    const double seconds = secondsOf(record.at);
    if (const auto *one = std::get_if<LinkRecord>(&record.payload))
        link(*one, seconds);
    else if (const auto *levels = std::get_if<AudioRecord>(&record.payload))
        sound(*levels, seconds);
    else if (const auto *compared = std::get_if<MatchRecord>(&record.payload))
        match(*compared, seconds);
    else if (const auto *figures = std::get_if<AudienceRecord>(&record.payload))
        audience(*figures, seconds);
    else if (const auto *answer = std::get_if<EncoderRecord>(&record.payload))
        encoder(*answer, record.at);
    else
        flag(record);
}

SeriesStore::FeedLanes *SeriesStore::lanesOf(const FeedId &feed)
{
    const auto found =
        std::find_if(m_feeds.begin(), m_feeds.end(), [&](const FeedLanes &lanes) { return lanes.feed == feed; });
    return found == m_feeds.end() ? nullptr : &*found;
}

void SeriesStore::link(const LinkRecord &link, double seconds)
{
    const FeedLanes *found = lanesOf(link.feed);
    if (!found)
        return;
    const bool connected = link.sample.state == media::LinkState::Connected;
    const auto add = [&](std::size_t lane, std::size_t line, double value) {
        m_lanes[lane].series[line].points.push_back({seconds, connected ? value : unknown});
    };
    const auto &sample = link.sample;
    add(found->rate, 0, sample.receiveRate ? sample.receiveRate->value / 1e6 : unknown);
    add(found->roundTrip, 0,
        sample.roundTrip ? std::chrono::duration<double, std::milli>(*sample.roundTrip).count() : unknown);
    // Of another carrier than SRT nobody counts packets: a gap, not a line at zero.
    const auto counted = [&](std::int64_t packets) { return sample.carrier ? unknown : double(packets); };
    add(found->loss, 0, counted(sample.interval.lost));
    add(found->loss, 1, counted(sample.interval.dropped));
    add(found->loss, 2, counted(sample.interval.retransmitted));
    const bool hasMargin = sample.latency && sample.roundTrip && sample.roundTrip->count() > 0;
    add(found->margin, 0,
        hasMargin ? std::chrono::duration<double>(*sample.latency) / std::chrono::duration<double>(*sample.roundTrip)
                  : unknown);
}

void SeriesStore::sound(const AudioRecord &audio, double seconds)
{
    FeedLanes *found = lanesOf(audio.feed);
    // One a second, the first of each: what a session's reader brings of the past is the same.
    if (!found || std::floor(seconds) == std::floor(found->heardAt))
        return;
    found->heardAt = seconds;
    const media::AudioLevels &levels = audio.levels;
    const auto add = [&](std::size_t lane, std::size_t line, const std::optional<double> &value) {
        m_lanes[lane].series[line].points.push_back({seconds, levels.present ? value.value_or(unknown) : unknown});
    };
    add(found->loudness, 0, levels.shortTermLufs);
    add(found->loudness, 1, levels.integratedLufs);
    add(found->loudness, 2, levels.truePeakDbtp);
    add(found->offset, 0, levels.soundEarly ? std::optional(double(levels.soundEarly->count())) : std::nullopt);
}

void SeriesStore::match(const MatchRecord &match, double seconds)
{
    const auto found =
        std::find_if(m_pairs.begin(), m_pairs.end(), [&](const PairLane &lane) { return lane.pair == match.pair; });
    if (found == m_pairs.end())
        return;
    const auto add = [&](std::size_t line, const std::optional<std::chrono::milliseconds> &behind) {
        m_lanes[found->offset].series[line].points.push_back({seconds, behind ? double(behind->count()) : unknown});
    };
    add(0, match.sample.pictureBehind);
    add(1, match.sample.soundBehind);
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

void SeriesStore::encoder(const EncoderRecord &encoder, const Instant &at)
{
    const auto found = std::ranges::find(m_encoders, encoder.encoder, &EncoderLanes::encoder);
    if (found == m_encoders.end())
        return;
    const cloud::HealthFigures &figures = encoder.sample.figures; // of a failed poll: all unknown
    if (figures.measured && figures.measured == found->measured)
        return; // the same figures again
    const double arrived = secondsOf(at);
    double seconds = arrived;
    if (figures.measured) {
        found->measured = figures.measured;
        // A provider's clock that is ahead of ours is no reason to draw into the future.
        seconds = std::min(arrived, arrived - std::chrono::duration<double>(at.utc - *figures.measured).count());
    }
    const auto add = [&](std::size_t lane, std::size_t line, const std::optional<double> &value) {
        m_lanes[lane].silence = found->measured ? figuresSilence : encoder.sample.freshFor().count() / 1000.0;
        insert(m_lanes[lane].series[line], {seconds, value.value_or(unknown)});
    };
    const auto megabits = [](const auto &rate) { return rate ? std::optional(rate->value / 1e6) : std::nullopt; };
    const auto inSeconds = [](const auto &time) {
        return time ? std::optional(std::chrono::duration<double>(*time).count()) : std::nullopt;
    };
    add(found->rates, 0, megabits(figures.inputRate));
    add(found->rates, 1, megabits(figures.outputRate));
    add(found->dropped, 0, figures.droppedFrames ? std::optional(double(*figures.droppedFrames)) : std::nullopt);
    add(found->fill, 0, inSeconds(figures.fill));
    add(found->fill, 1, inSeconds(figures.inputLoss));
}

void SeriesStore::flag(const Record &record)
{
    const double seconds = secondsOf(record.at);
    if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload)) {
        if (alarm->alarm.raised == record.at)
            m_flags.push_back({seconds, tr("%1 %2", "where, what").arg(alarm->alarm.where, alarm->alarm.what),
                               static_cast<int>(alarm->alarm.priority)});
    } else if (const auto *command = std::get_if<CommandRecord>(&record.payload)) {
        if (command->step == CommandStep::Requested || command->step == CommandStep::Confirmed)
            m_flags.push_back(
                {seconds, tr("%1 %2", "command, step").arg(describe(*command), words::step(command->step)), 0});
    } else if (const auto *cue = std::get_if<CueRecord>(&record.payload)) {
        m_flags.push_back({seconds, tr("%1 %2", "feed, splice cue").arg(cue->feed.text, words::cue(cue->cue)), 0});
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
