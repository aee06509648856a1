#include "app/control/seen_rule.h"

#include <algorithm>

namespace gantry {

namespace {

bool isOnly(const ProgramRecord::Feeds &feeds, const FeedId &feed)
{
    return feeds && feeds->size() == 1 && feeds->front() == feed.text;
}

} // namespace

QList<Payload> SeenRule::applied(const Record &record)
{
    if (const auto *command = std::get_if<CommandRecord>(&record.payload))
        ordered(*command, record.at);
    else if (const auto *program = std::get_if<ProgramRecord>(&record.payload))
        return shown(*program, record.at);
    return {};
}

void SeenRule::ordered(const CommandRecord &command, const Instant &at)
{
    if (command.verb != cloud::Verb::SwitchInput)
        return;
    const auto waiting = m_waiting.find(command.encoder);
    const bool isKnown = waiting != m_waiting.end() && waiting->command.id == command.id;
    switch (command.step) {
    case CommandStep::Sent:
        if (isKnown)
            break; // the same one, with what is known of its answer
        if (const FeedId feed = feedOf(command.encoder, command.input); !feed.text.isEmpty())
            m_waiting[command.encoder] = {command, feed, at.elapsed, !isOnly(m_programs.value(command.encoder), feed)};
        else
            m_waiting.remove(command.encoder); // nobody would know it
        return;
    case CommandStep::Rejected:
        if (isKnown)
            m_waiting.erase(waiting);
        return;
    default:
        break;
    }
    if (isKnown)
        waiting->command = command;
}

QList<Payload> SeenRule::shown(const ProgramRecord &program, const Instant &at)
{
    m_programs[program.encoder] = program.program;
    const auto waiting = m_waiting.find(program.encoder);
    if (waiting == m_waiting.end() || !program.program)
        return {};
    if (!isOnly(program.program, waiting->feed)) {
        waiting->hasChanged =
            waiting->hasChanged || std::ranges::find(*program.program, waiting->feed.text) == program.program->end();
        return {};
    }
    if (!waiting->hasChanged)
        return {};
    CommandRecord seen = waiting->command;
    seen.step = CommandStep::Seen;
    seen.detail = tr("%1 shows %2, %3 s after the order was sent.")
                      .arg(program.feed.text, waiting->feed.text)
                      .arg(std::chrono::duration<double>(at.elapsed - waiting->since).count(), 0, 'f', 1);
    m_waiting.erase(waiting);
    return {seen};
}

FeedId SeenRule::feedOf(const EncoderId &encoder, const QString &input) const
{
    for (const Encoder &each : m_show.encoders) {
        if (each.id != encoder)
            continue;
        const auto found = std::ranges::find(each.inputs, input, &EncoderInput::name);
        return found != each.inputs.end() ? found->feed : FeedId{};
    }
    return {};
}

} // namespace gantry
