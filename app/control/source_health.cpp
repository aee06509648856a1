#include "app/control/source_health.h"

#include <algorithm>
#include <utility>

namespace gantry {

using std::chrono::microseconds;

namespace {

std::uint64_t priorityOne(const media::TransportSample &sample)
{
    const media::TransportErrors errors = sample.errors.value_or(media::TransportErrors{});
    return sample.continuityErrors + sample.syncLosses + errors.syncByte + errors.pat + errors.pmt + errors.pid;
}

} // namespace

SourceHealth::SourceHealth(const PlanSource &source, const PlanLimits &limits) : m_source(source), m_limits(limits)
{
    m_faults[NoSignal].lastsUntilTold = true;
}

void SourceHealth::seen(const Record &record)
{
    if (m_source.feed.text.isEmpty())
        return;
    const Time at = record.at.elapsed;
    const auto mine = [&]<typename Part>(std::in_place_type_t<Part>) -> const Part * {
        const auto *part = std::get_if<Part>(&record.payload);
        return part && part->feed == m_source.feed ? part : nullptr;
    };
    if (const auto *pictures = mine(std::in_place_type<PictureRecord>))
        picture(pictures->state, at);
    if (const auto *links = mine(std::in_place_type<LinkRecord>))
        link(links->sample, at);
    if (const auto *packets = mine(std::in_place_type<TransportRecord>))
        transport(packets->sample, at);
    if (const auto *levels = mine(std::in_place_type<AudioRecord>))
        audio(levels->levels, at);
}

void SourceHealth::picture(const media::PictureState &state, Time at)
{
    using media::SignalState;
    // Waiting for the first picture says nothing; after a loss it means that the loss goes on.
    if (state.signal == SignalState::Waiting && !m_faults[NoSignal].since)
        return;
    m_seen = at;
    if (!m_firstSeen)
        m_firstSeen = at;
    if (state.signal == SignalState::NoSignal)
        note(NoSignal, true, at, state.inState);
    else if (state.signal == SignalState::Waiting)
        note(NoSignal, true, at);
    else if (state.signal == SignalState::Live || state.signal == SignalState::AudioOnly)
        note(NoSignal, false, at);
    if (!state.content || state.signal != SignalState::Live)
        return;
    note(Black, state.content->black.count() > 0, at, state.content->black);
    if (const auto frozen = state.content->frozen) // not judged where only key pictures are decoded
        note(Freeze, frozen->count() > 0, at, *frozen);
}

void SourceHealth::link(const media::LinkSample &sample, Time at)
{
    if (sample.state != media::LinkState::Connected)
        return;
    const std::int64_t all = sample.interval.received + sample.interval.dropped;
    note(Dropped, all > 0 && double(sample.interval.dropped) > m_limits.droppedShare * double(all), at);
}

void SourceHealth::transport(const media::TransportSample &sample, Time at)
{
    if (m_limits.floorMbps)
        note(Bitrate, sample.rate.value < *m_limits.floorMbps * 1e6, at);
    if (!sample.recognised)
        return;
    const std::uint64_t errors = priorityOne(sample);
    // A counter that has become smaller began anew with its connection.
    note(Transport, m_errors && errors > *m_errors, at);
    m_errors = errors;
}

void SourceHealth::audio(const media::AudioLevels &levels, Time at)
{
    if (levels.present && levels.faults)
        note(Silence, levels.faults->silent.count() > 0, at, levels.faults->silent);
}

void SourceHealth::note(Kind kind, bool present, Time at, std::optional<Time> lasting)
{
    Fault &fault = m_faults[std::size_t(kind)];
    if (!present) {
        if (fault.since)
            fault.gone = at;
        fault.since.reset();
        return;
    }
    if (!fault.since)
        fault.since = at - lasting.value_or(Time(0));
    fault.measured = at;
}

SourceHealth::Time SourceHealth::lasting(const Fault &fault, Time now)
{
    return (fault.lastsUntilTold ? now : fault.measured) - *fault.since;
}

SourceHealth::Verdict SourceHealth::at(const Instant &now) const
{
    if (m_source.trusted && m_source.feed.text.isEmpty())
        return {Fitness::Fit, {}, now.elapsed};
    if (!m_seen || now.elapsed - *m_seen > freshFor)
        return {};
    Verdict verdict{Fitness::Fit, {}, now.elapsed - *m_firstSeen, *m_firstSeen};
    for (int each = 0; each < kinds; ++each) {
        const Kind kind = Kind(each);
        const Fault &fault = m_faults[std::size_t(each)];
        if (!limit(kind).on)
            continue;
        if (fault.since) {
            const Time lasted = lasting(fault, now.elapsed);
            const Fitness fitness = lasted >= limit(kind).trip ? Fitness::Unfit : Fitness::Suspect;
            if (fitness > verdict.fitness)
                verdict = {fitness, word(kind), lasted, *fault.since};
        } else if (fault.gone && verdict.fitness <= Fitness::Clearing) {
            const Time gone = now.elapsed - *fault.gone;
            if (gone < limit(kind).clear)
                verdict.fitness = Fitness::Clearing;
            if (gone < verdict.lasting) {
                verdict.lasting = gone;
                verdict.since = *fault.gone;
            }
        }
    }
    return verdict;
}

const PlanLimit &SourceHealth::limit(Kind kind) const
{
    static constexpr std::array<PlanLimit PlanLimits::*, kinds> limits{
        &PlanLimits::noSignal, &PlanLimits::black,   &PlanLimits::freeze,   &PlanLimits::silence,
        &PlanLimits::dropped,  &PlanLimits::bitrate, &PlanLimits::transport};
    return m_limits.*limits[std::size_t(kind)];
}

QString SourceHealth::word(Kind kind)
{
    switch (kind) {
    case NoSignal:
        return tr("no signal");
    case Black:
        return tr("black");
    case Freeze:
        return tr("frozen");
    case Silence:
        return tr("silent");
    case Dropped:
        return tr("packets dropped");
    case Bitrate:
        return tr("bitrate too low");
    case Transport:
        return tr("transport errors");
    case kinds:
        break;
    }
    return {};
}

} // namespace gantry
