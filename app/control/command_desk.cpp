#include "app/control/command_desk.h"

#include <QCoreApplication>
#include <QUuid>

namespace gantry {

using namespace std::chrono;
using namespace std::chrono_literals;
using cloud::EncoderState;
using cloud::Verb;

namespace {

// Older knowledge than this refuses nobody: the encoder may long be in another state.
constexpr auto fresh = 10s;

// The order may have been carried out although we were not told so: nothing was answered, or nothing we understand.
bool mayHaveHappened(const cloud::Error &error)
{
    switch (error.kind) {
    case cloud::Error::Kind::TimedOut:
    case cloud::Error::Kind::Unreachable:
    case cloud::Error::Kind::ServerFault:
    case cloud::Error::Kind::BadAnswer:
        return true;
    default:
        return false;
    }
}

Payload step(CommandRecord command, CommandStep step, const QString &detail = {})
{
    command.step = step;
    command.detail = detail;
    return command;
}

} // namespace

CommandDesk::CommandDesk(const Show &show, const Authority *authority, QObject *parent)
    : QObject(parent), m_authority(authority)
{
    for (const Encoder &encoder : show.encoders)
        m_lines[encoder.id.text].encoder = encoder;
}

void CommandDesk::open(Sequencer &sequencer)
{
    m_sequencer = &sequencer;
}

void CommandDesk::connectEncoder(const EncoderId &encoder, cloud::EncoderProvider &provider,
                                 std::function<void(bool)> eager)
{
    Line &line = m_lines[encoder.text];
    line.provider = &provider;
    line.eager = std::move(eager);
}

void CommandDesk::request(const EncoderId &encoder, Verb verb, const QString &input, const QString &actor,
                          const QString &reason)
{
    cloud::Command what;
    what.verb = verb;
    what.input = input;
    request(encoder, what, actor, reason);
}

void CommandDesk::request(const EncoderId &encoder, const cloud::Command &what, const QString &actor,
                          const QString &reason)
{
    Q_ASSERT(m_sequencer);
    m_sequencer->answerNow([&](const Instant &now) { return ask({encoder, what, actor, reason}, now).records; });
}

CommandDesk::Asked CommandDesk::ask(const Wish &wish, const Instant &now)
{
    const cloud::Command &what = wish.what;
    CommandRecord command;
    command.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    command.encoder = wish.encoder;
    command.verb = what.verb;
    command.input = what.input;
    command.actor = wish.actor;
    command.reason = wish.reason;
    command.pipeline = what.pipeline;
    command.at = what.at;
    command.until = what.until;
    if (const std::optional<QString> obstacle = interlock(command, wish, now))
        return {command.id, {command, step(command, CommandStep::Refused, *obstacle)}};
    m_flights[wish.encoder.text] = Flight{command, std::nullopt, now.elapsed, wish.by == Wish::By::Rule};
    return {command.id, {command}};
}

QList<Payload> CommandDesk::withdraw(const CommandId &id, const QString &because)
{
    for (const auto &[name, flight] : m_flights) {
        if (flight.command.id != id || flight.sent)
            continue;
        const CommandRecord command = flight.command;
        finish(command.encoder);
        return {step(command, CommandStep::Refused, because)};
    }
    return {};
}

QList<Payload> CommandDesk::withdrawRules(const QString &because)
{
    QList<Payload> steps;
    std::vector<CommandId> waiting;
    for (const auto &[name, flight] : m_flights)
        if (flight.byRule && !flight.sent)
            waiting.push_back(flight.command.id);
    for (const CommandId &id : waiting)
        steps += withdraw(id, because);
    return steps;
}

std::optional<QString> CommandDesk::interlock(const CommandRecord &command, const Wish &wish, const Instant &now) const
{
    if (m_authority) {
        const auto refusal =
            wish.by == Wish::By::Rule ? m_authority->refusalOfRules() : m_authority->refusal(command.verb);
        if (refusal)
            return refusal;
    }
    const auto line = m_lines.find(command.encoder.text);
    if (line == m_lines.end() || !line->second.provider)
        return tr("There is no encoder %1 in this show, or it could not be connected.").arg(command.encoder.text);
    if (const auto flight = m_flights.find(command.encoder.text); flight != m_flights.end())
        return tr("“%1” is still under way.").arg(describe(flight->second.command));
    if (const auto foreign = foreignTo(line->second.encoder, command))
        return foreign;
    if (!line->second.last ||
        now.elapsed - line->second.lastAt > std::max<milliseconds>(fresh, line->second.last->freshFor()))
        return std::nullopt; // we do not know: a person may always act
    return obstacle(command, *line->second.last);
}

void CommandDesk::written(qint64 upTo)
{
    // Sending records, and what comes in with a record may end another flight: no iterator lives that long.
    QStringList due;
    for (const auto &[name, flight] : m_flights) {
        if (!flight.sent && flight.number && *flight.number <= upTo)
            due.append(name);
    }
    for (const QString &name : std::as_const(due)) {
        if (const auto flight = m_flights.find(name); flight != m_flights.end() && !flight->second.sent)
            send(flight->second);
    }
}

void CommandDesk::send(Flight &flight)
{
    flight.sent = true;
    const CommandRecord command = flight.command;
    Line &line = m_lines[command.encoder.text];
    m_sequencer->record(step(command, CommandStep::Sent));
    if (line.eager)
        line.eager(true);
    line.provider->send({command.verb, command.input, command.id.text, command.pipeline, command.at, command.until},
                        [this, encoder = command.encoder, id = command.id](const cloud::CommandAnswer &answer) {
                            answered(encoder, id, answer);
                        });
}

void CommandDesk::answered(const EncoderId &encoder, const CommandId &id, const cloud::CommandAnswer &answer)
{
    const auto found = m_flights.find(encoder.text);
    if (found == m_flights.end() || found->second.command.id != id)
        return;
    const CommandRecord command = found->second.command;
    if (!answer && !mayHaveHappened(answer.error())) {
        const cloud::Error &error = answer.error();
        QString detail = tr("%1. %2").arg(error.text(), error.advice);
        if (!error.detail.isEmpty())
            detail = tr("%1 The provider says: %2").arg(detail, error.detail);
        finish(encoder);
        m_sequencer->record(step(command, CommandStep::Rejected, detail));
        return;
    }
    m_sequencer->record(answer ? step(command, CommandStep::Accepted)
                               : step(command, CommandStep::Sent,
                                      tr("%1: it may have been executed. Looking at the encoder; it is not sent again.")
                                          .arg(answer.error().text())));
    const auto flight = m_flights.find(encoder.text);
    if (flight == m_flights.end())
        return;
    flight->second.answered = true;
    flight->second.deadline = m_sequencer->now().elapsed + m_lines[encoder.text].provider->effectWithin(command.verb);
    // A sample may have shown the effect before the answer came.
    if (const QString proof = flight->second.effect; !proof.isEmpty()) {
        finish(encoder);
        m_sequencer->record(step(command, CommandStep::Confirmed, proof));
    }
}

void CommandDesk::finish(const EncoderId &encoder)
{
    m_flights.erase(encoder.text);
    if (const Line &line = m_lines[encoder.text]; line.eager)
        line.eager(false);
}

QList<Payload> CommandDesk::applied(const Record &record)
{
    if (const auto *command = std::get_if<CommandRecord>(&record.payload)) {
        const auto flight = m_flights.find(command->encoder.text);
        if (flight != m_flights.end() && flight->second.command.id == command->id && !flight->second.number)
            flight->second.number = record.number;
    } else if (const auto *log = std::get_if<LogRecord>(&record.payload); log && !log->safe) {
        return withdrawRules(tr("The log cannot be written, and no rule acts unrecorded. %1").arg(log->fault));
    } else if (const auto *seen = std::get_if<EncoderRecord>(&record.payload); seen && !seen->sample.failure) {
        return take(*seen, record.at);
    }
    return {};
}

QList<Payload> CommandDesk::take(const EncoderRecord &seen, const Instant &at)
{
    Line &line = m_lines[seen.encoder.text];
    line.last = seen.sample;
    line.lastAt = at.elapsed;

    const auto found = m_flights.find(seen.encoder.text);
    if (found == m_flights.end() || !found->second.sent)
        return {};
    if (const auto failure = provenFailure(found->second.command, seen.sample)) {
        const CommandRecord command = found->second.command;
        finish(seen.encoder);
        return {step(command, CommandStep::Unconfirmed, *failure)};
    }
    found->second.seenDown = found->second.seenDown || isDown(found->second.command, seen.sample);
    const std::optional<QString> proof = provenEffect(found->second.command, seen.sample, found->second.seenDown);
    if (!proof)
        return {};
    found->second.effect = *proof;
    if (!found->second.answered)
        return {};
    const CommandRecord command = found->second.command;
    finish(seen.encoder);
    return {step(command, CommandStep::Confirmed, *proof)};
}

QList<Payload> CommandDesk::passed(const Instant &now)
{
    QList<Payload> steps;
    std::vector<EncoderId> over;
    for (auto &[name, flight] : m_flights) {
        const bool waitsLong = !flight.sent && now.elapsed - flight.since > longestWaitForDisk;
        if (waitsLong && flight.byRule) {
            steps.append(step(flight.command, CommandStep::Refused,
                              tr("It could not be written to the log in time, and no rule acts unrecorded.")));
            over.push_back(flight.command.encoder);
        } else if (waitsLong && flight.number) {
            // Not from within a rule: sending records, and a record in a record has no place in the order.
            QMetaObject::invokeMethod(
                this, [this, number = *flight.number] { written(number); }, Qt::QueuedConnection);
        } else if (flight.deadline && now.elapsed > *flight.deadline) {
            steps.append(step(flight.command, CommandStep::Unconfirmed,
                              tr("The encoder does not show it. Look at it, and at the feeds, before you try again.")));
            over.push_back(flight.command.encoder);
        }
    }
    for (const EncoderId &encoder : over)
        finish(encoder);
    return steps;
}

} // namespace gantry
