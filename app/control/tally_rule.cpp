#include "app/control/tally_rule.h"

#include <algorithm>

namespace gantry {

using cloud::EncoderState;

namespace {

bool onAir(EncoderState state)
{
    return state == EncoderState::Running || state == EncoderState::Recovering;
}

Tally worse(Tally a, Tally b)
{
    // Program wins over everything; not knowing wins over preview and off.
    const auto rank = [](Tally tally) {
        switch (tally) {
        case Tally::Program:
            return 3;
        case Tally::Unknown:
            return 2;
        case Tally::Preview:
            return 1;
        case Tally::Off:
            break;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

Tally tallyOf(const cloud::EncoderSample &sample, const QString &input, qsizetype inputCount)
{
    if (sample.state == EncoderState::Unknown)
        return Tally::Unknown;
    if (!onAir(sample.state))
        return Tally::Off;
    if (sample.pipelines.empty())
        return Tally::Unknown;
    bool unknown = false;
    for (const cloud::PipelineSample &pipeline : sample.pipelines) {
        if (pipeline.state == cloud::PipelineState::Failed)
            continue; // it puts nothing on air
        if (pipeline.activeInput == input)
            return Tally::Program;
        unknown = unknown || pipeline.activeInput.isEmpty();
    }
    if (unknown)
        return Tally::Unknown;
    return inputCount == 2 ? Tally::Preview : Tally::Off;
}

} // namespace

TallyRule::TallyRule(const Show &show) : m_show(show) {}

QList<Payload> TallyRule::applied(const Record &record)
{
    const auto *encoder = std::get_if<EncoderRecord>(&record.payload);
    if (!encoder || encoder->sample.failure)
        return {};
    m_encoders[encoder->encoder] = {encoder->sample, record.at.elapsed};
    return changes(record.at);
}

QList<Payload> TallyRule::passed(const Instant &now)
{
    return changes(now);
}

TallyRule::Verdict TallyRule::verdict(const FeedId &feed, const Instant &now) const
{
    Verdict best{Tally::Off, tr("no encoder takes this feed")};
    bool first = true;
    for (const Encoder &encoder : m_show.encoders) {
        for (const EncoderInput &input : encoder.inputs) {
            if (input.feed != feed)
                continue;
            Verdict one;
            const EncoderView view = m_encoders.value(encoder.id);
            if (!view.sample) {
                one = {Tally::Unknown, tr("%1 has not answered yet").arg(encoder.id.text)};
            } else if (now.elapsed - view.at >
                       (view.sample ? view.sample->freshFor() : std::chrono::milliseconds(unknownAfter))) {
                one = {Tally::Unknown, tr("%1 does not answer").arg(encoder.id.text)};
            } else {
                one.tally = tallyOf(*view.sample, input.name, encoder.inputs.size());
                one.basis = one.tally == Tally::Program
                                ? tr("%1 takes %2").arg(encoder.id.text, input.name)
                                : tr("%1 is %2").arg(encoder.id.text, view.sample->providerState);
            }
            if (first || worse(one.tally, best.tally) != best.tally)
                best = one;
            first = false;
        }
    }
    return best;
}

QList<Payload> TallyRule::changes(const Instant &now)
{
    QList<Payload> records;
    for (const Feed &feed : m_show.feeds) {
        const Verdict next = verdict(feed.id, now);
        const auto told = m_told.constFind(feed.id);
        if (told != m_told.constEnd() && *told == next)
            continue;
        m_told[feed.id] = next;
        records.append(TallyRecord{feed.id, next.tally, next.basis});
    }
    return records;
}

} // namespace gantry
