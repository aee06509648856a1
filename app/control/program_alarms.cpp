#include "app/control/program_alarms.h"

#include <algorithm>

namespace gantry {

using namespace std::chrono_literals;
using cloud::EncoderState;

void ProgramAlarms::seen(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table)
{
    if (sample.failure)
        return;
    m_sample = sample;
    m_sampleAt = at.elapsed;
    judge(at, table);
}

void ProgramAlarms::seen(const ProgramRecord &program, const Instant &at, AlarmTable &table)
{
    m_program = program;
    m_programAt = at.elapsed;
    m_behind = std::max(program.behind.value_or(m_behind), 0ms);
    judge(at, table);
}

void ProgramAlarms::passed(const Instant &now, AlarmTable &table)
{
    if (m_program)
        judge(now, table);
}

std::optional<QStringList> ProgramAlarms::taken(const Instant &now) const
{
    const bool runs =
        m_sample && (m_sample->state == EncoderState::Running || m_sample->state == EncoderState::Recovering);
    if (!runs || now.elapsed - m_sampleAt > m_sample->freshFor())
        return std::nullopt;
    QStringList feeds;
    for (const cloud::PipelineSample &pipeline : m_sample->pipelines) {
        if (pipeline.state == cloud::PipelineState::Failed)
            continue; // it puts nothing on air
        const auto input = std::ranges::find(m_encoder.inputs, pipeline.activeInput, &EncoderInput::name);
        if (input == m_encoder.inputs.end() || input->feed.text.isEmpty())
            return std::nullopt;
        if (!feeds.contains(input->feed.text))
            feeds.append(input->feed.text);
    }
    return feeds.isEmpty() ? std::nullopt : std::optional(feeds);
}

void ProgramAlarms::judge(const Instant &now, AlarmTable &table) const
{
    const QString &name = m_encoder.id.text;
    const auto feeds = taken(now);
    const bool told = m_program && m_program->program && now.elapsed - m_programAt <= freshFor;
    AlarmCondition::Cause cause;
    if (feeds && told) {
        const std::vector<QString> &shown = *m_program->program;
        const QStringList words(shown.begin(), shown.end());
        cause.present = std::ranges::none_of(*feeds, [&](const QString &feed) { return words.contains(feed); });
        cause.priority = AlarmPriority::Major;
        cause.what = words.isEmpty()
                         ? tr("RETURN SHOWS NONE OF THEM")
                         : tr("RETURN SHOWS %1", "the name of a feed").arg(words.join(QStringLiteral(", ")));
        cause.advice = tr("%1 says that it takes %2, and %3 does not show it. Look at the return; switch again if the "
                          "wrong picture is on air.",
                          "an encoder, a feed, its return")
                           .arg(name, feeds->join(QStringLiteral(", ")), m_program->feed.text);
    }
    table.update({QStringLiteral("encoder/%1/program").arg(name), name}, {holdFor + 2 * m_behind, clearFor}, cause,
                 now);
}

} // namespace gantry
