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
    // Program wins over everything, and what may be it over the rest; not knowing wins over preview and off.
    const auto rank = [](Tally tally) {
        switch (tally) {
        case Tally::Program:
            return 4;
        case Tally::Disputed:
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
    if (const auto *program = std::get_if<ProgramRecord>(&record.payload)) {
        EncoderView &view = m_encoders[program->encoder];
        view.program = *program;
        view.programAt = record.at.elapsed;
        return changes(record.at);
    }
    const auto *encoder = std::get_if<EncoderRecord>(&record.payload);
    if (!encoder || encoder->sample.failure)
        return {};
    EncoderView &view = m_encoders[encoder->encoder];
    view.sample = encoder->sample;
    view.at = record.at.elapsed;
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
            const Verdict one = withPicture(encoder, input, byProvider(encoder, input, now), now);
            if (first || worse(one.tally, best.tally) != best.tally)
                best = one;
            first = false;
        }
    }
    return best;
}

TallyRule::Verdict TallyRule::byProvider(const Encoder &encoder, const EncoderInput &input, const Instant &now) const
{
    const EncoderView view = m_encoders.value(encoder.id);
    if (!view.sample)
        return {Tally::Unknown, tr("%1 has not answered yet").arg(encoder.id.text)};
    if (now.elapsed - view.at > view.sample->freshFor())
        return {Tally::Unknown, tr("%1 does not answer").arg(encoder.id.text)};
    const Tally tally = tallyOf(*view.sample, input.name, encoder.inputs.size());
    return {tally, tally == Tally::Program ? tr("%1 takes %2").arg(encoder.id.text, input.name)
                                           : tr("%1 is %2").arg(encoder.id.text, view.sample->providerState)};
}

TallyRule::Verdict TallyRule::withPicture(const Encoder &encoder, const EncoderInput &input, const Verdict &provider,
                                          const Instant &now) const
{
    const EncoderView view = m_encoders.value(encoder.id);
    if (!view.program || !view.program->program || now.elapsed - view.programAt > programFreshFor)
        return provider;
    const std::vector<QString> &shown = *view.program->program;
    const QString &back = view.program->feed.text;
    const bool isShown = std::ranges::find(shown, input.feed.text) != shown.end();
    if (isShown && shown.size() > 1)
        return provider; // they look alike: the picture is no witness of one against the other
    const bool isTaken = provider.tally == Tally::Program;
    if (isShown && isTaken)
        return {Tally::Program,
                tr("%1, and %2 shows it", "what the encoder takes, the return").arg(provider.basis, back)};
    const bool followsPicture = encoder.tally == TallyBy::ProgramMatch;
    if (isShown)
        return {followsPicture ? Tally::Program : Tally::Disputed,
                tr("%1 shows it, but %2", "the return, what the provider says").arg(back, provider.basis)};
    if (!isTaken)
        return provider.tally == Tally::Unknown && followsPicture
                   ? Verdict{Tally::Off, tr("%1 shows something else", "the return").arg(back)}
                   : provider;
    return {followsPicture ? Tally::Disputed : Tally::Program,
            tr("%1, but %2 does not show it", "what the encoder takes, the return").arg(provider.basis, back)};
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
