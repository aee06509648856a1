#include "app/models/encoder_model.h"

#include "app/control/command_proof.h"
#include "app/models/encoder_facts.h"
#include "app/models/words.h"
#include "cloud/catalogue.h"

#include <QStringList>

namespace gantry {

using cloud::EncoderState;
using cloud::Verb;

namespace {

// What is shown of an encoder that has not answered at all.
const cloud::EncoderSample kNothing{};

} // namespace

QString blockedKey(Verb verb, const QString &input)
{
    return QStringLiteral("%1/%2").arg(static_cast<int>(verb)).arg(input);
}

EncoderModel::EncoderModel(const Show &show, const RecordSource &source, QObject *parent)
    : QAbstractListModel(parent), m_source(source)
{
    for (const Encoder &encoder : show.encoders)
        m_rows.push_back({.encoder = encoder});
}

int EncoderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

void EncoderModel::clear()
{
    for (Row &row : m_rows)
        row = Row{.encoder = row.encoder};
    refresh();
}

void EncoderModel::refresh()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EncoderModel::apply(const RecordBatch &batch)
{
    bool touched = false;
    for (const Record &record : batch) {
        const auto *sample = std::get_if<EncoderRecord>(&record.payload);
        const auto *command = std::get_if<CommandRecord>(&record.payload);
        const auto *program = std::get_if<ProgramRecord>(&record.payload);
        if (!sample && !command && !program)
            continue;
        const EncoderId &id = sample ? sample->encoder : command ? command->encoder : program->encoder;
        for (Row &row : m_rows) {
            if (row.encoder.id != id)
                continue;
            touched = true;
            if (program) {
                row.program = *program;
                row.programAt = record.at;
            } else if (command) {
                // A refused command changes nothing about the one that is under way.
                if (command->step == CommandStep::Refused && row.command && row.command->id != command->id &&
                    inFlight(row))
                    continue;
                if (command->step == CommandStep::Requested && inFlight(row))
                    continue;
                // The picture may come before the provider's word: only that ends what is under way.
                if (command->step == CommandStep::Seen && inFlight(row))
                    continue;
                row.command = *command;
                row.commandAt = record.at;
            } else {
                row.last = *sample;
                if (!sample->sample.failure) {
                    row.good = sample->sample;
                    row.goodAt = record.at;
                }
            }
        }
    }
    if (touched)
        refresh();
}

bool EncoderModel::inFlight(const Row &row) const
{
    if (!row.command)
        return false;
    switch (row.command->step) {
    case CommandStep::Requested:
    case CommandStep::Sent:
    case CommandStep::Accepted:
        return true;
    default:
        return false;
    }
}

bool EncoderModel::reachable(const Row &row) const
{
    return row.good && !row.last->sample.failure && m_source.now().elapsed - row.goodAt.elapsed <= row.good->freshFor();
}

bool EncoderModel::running(const Row &row) const
{
    return row.good && (row.good->state == EncoderState::Running || row.good->state == EncoderState::Recovering);
}

QVariant EncoderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case EncoderRole::Title:
        return row.encoder.id.text;
    case EncoderRole::Provider: {
        QStringList parts{row.encoder.provider};
        for (const char *name : {"region", "channel"}) {
            if (const QString value = row.encoder.settings.value(QLatin1String(name)); !value.isEmpty())
                parts.append(value);
        }
        return parts.join(QStringLiteral(" · "));
    }
    case EncoderRole::State:
        return state(row);
    case EncoderRole::Running:
        return running(row);
    case EncoderRole::Answered:
        return bool(row.good);
    case EncoderRole::Reachable:
        return reachable(row);
    case EncoderRole::Age:
        return age(row);
    case EncoderRole::Pipelines:
        return reachable(row) || !row.good ? pipelines(row) : tr("last known: %1").arg(pipelines(row));
    case EncoderRole::ActiveInput:
        return reachable(row) ? row.good->activeInput() : QString();
    case EncoderRole::Inputs: {
        QStringList inputs;
        for (const EncoderInput &input : row.encoder.inputs)
            inputs.append(input.name);
        return inputs;
    }
    case EncoderRole::InputFeeds: {
        QStringList feeds;
        for (const EncoderInput &input : row.encoder.inputs)
            feeds.append(input.feed.text);
        return feeds;
    }
    case EncoderRole::Alerts:
        return reachable(row) || !row.good ? alerts(row) : tr("last known: %1").arg(alerts(row));
    case EncoderRole::Command:
        return command(row);
    case EncoderRole::StartBlocked:
        return blocked(row, Verb::Start);
    case EncoderRole::StopBlocked:
        return blocked(row, Verb::Stop);
    case EncoderRole::SwitchBlocked:
        return blocked(row, Verb::SwitchInput);
    case EncoderRole::AccessibleText:
    case Qt::AccessibleTextRole:
        return tr("Encoder %1: %2, %3. %4").arg(row.encoder.id.text, state(row), pipelines(row), age(row));
    default:
        return fact(row, role);
    }
}

QVariant EncoderModel::fact(const Row &row, int role) const
{
    // What is no longer known is not judged; what was is still told, with the age that stands below it.
    const cloud::EncoderSample &known = row.good ? *row.good : kNothing;
    const bool isFresh = reachable(row);
    switch (role) {
    case EncoderRole::PipelineAlarm:
        return static_cast<int>(isFresh ? pipelineBadge(known).alarm : widgets::TileAlarm::None);
    case EncoderRole::PipelineWord:
        return isFresh ? pipelineBadge(known).word : QString();
    case EncoderRole::Figures:
        return encoderFigures(known, m_source.now());
    case EncoderRole::InputLines:
        return inputLines(known);
    case EncoderRole::PlannedLines:
        return plannedLines(known, m_source.now());
    case EncoderRole::PlannedNames: {
        QStringList names;
        for (const cloud::PlannedAction &action : known.planned.value_or(std::vector<cloud::PlannedAction>()))
            names.append(action.name);
        return names;
    }
    case EncoderRole::Credentials:
        return credentialsText(known, m_source.now());
    case EncoderRole::DetailLines:
        return detailLines(known);
    case EncoderRole::Return:
        return row.program ? programLine(*row.program, row.programAt, m_source.now()) : QString();
    case EncoderRole::PipelineIds: {
        QStringList ids;
        for (int id = 0; id < known.pipelinesExpected.value_or(2); ++id)
            ids.append(QString::number(id));
        return ids;
    }
    case EncoderRole::Verbs: {
        QVariantList verbs;
        if (const auto *provider = cloud::encoderProvider(row.encoder.provider)) {
            for (const Verb verb : provider->verbs)
                verbs.append(static_cast<int>(verb));
        }
        return verbs;
    }
    case EncoderRole::HasPictures: {
        const auto *provider = cloud::encoderProvider(row.encoder.provider);
        return provider && provider->hasPictures;
    }
    case EncoderRole::BlockedInputs:
        return blockedInputs(row);
    default:
        return {};
    }
}

QVariantMap EncoderModel::blockedInputs(const Row &row) const
{
    QVariantMap blockedOnes;
    const auto *provider = cloud::encoderProvider(row.encoder.provider);
    if (!provider)
        return blockedOnes;
    QStringList inputs{QString()};
    for (const EncoderInput &input : row.encoder.inputs)
        inputs.append(input.name);
    for (const Verb verb : provider->verbs) {
        for (const QString &input : std::as_const(inputs)) {
            if (const QString why = blocked(row, verb, input); !why.isEmpty())
                blockedOnes.insert(blockedKey(verb, input), why);
        }
    }
    return blockedOnes;
}

QString EncoderModel::state(const Row &row) const
{
    return row.good ? row.good->providerState : tr("UNKNOWN");
}

QString EncoderModel::age(const Row &row) const
{
    if (!row.last)
        return tr("not asked yet");
    if (reachable(row))
        return tr("answered %1 ago").arg(words::duration(m_source.now().elapsed - row.goodAt.elapsed));
    const QString why = row.last->sample.failure ? row.last->sample.failure->text() : tr("nothing comes back");
    if (!row.good)
        return tr("never answered: %1").arg(why);
    return tr("no answer since %1: %2", "for how long, why")
        .arg(words::duration(m_source.now().elapsed - row.goodAt.elapsed), why);
}

QString EncoderModel::pipelines(const Row &row) const
{
    if (!row.good || row.good->pipelines.empty())
        return tr("pipelines unknown");
    QStringList parts;
    for (const cloud::PipelineSample &pipeline : row.good->pipelines) {
        parts.append(pipeline.activeInput.isEmpty()
                         ? tr("pipeline %1 takes nothing known").arg(pipeline.id)
                         : tr("pipeline %1 takes %2").arg(pipeline.id, pipeline.activeInput));
    }
    return parts.join(QStringLiteral(" · "));
}

QString EncoderModel::alerts(const Row &row) const
{
    if (!row.good)
        return tr("alerts unknown");
    if (row.good->alerts.empty())
        return tr("no alerts");
    QStringList parts;
    for (const cloud::EncoderAlert &alert : row.good->alerts)
        parts.append(alert.kind);
    return tr("alerts: %1").arg(parts.join(QStringLiteral(", ")));
}

QString EncoderModel::command(const Row &row) const
{
    if (!row.command)
        return {};
    const QString ago = words::duration(m_source.now().elapsed - row.commandAt.elapsed);
    const bool waits = row.command->step == CommandStep::Accepted && row.command->verb == Verb::SwitchInput;
    if (waits && row.good && row.good->switchDelay) {
        const auto left = *row.good->switchDelay - (m_source.now().elapsed - row.commandAt.elapsed);
        if (left.count() > 0)
            return tr("%1: %2, on air in %3", "command, step, time")
                .arg(describe(*row.command), words::step(row.command->step),
                     words::duration(std::chrono::ceil<std::chrono::seconds>(left)));
    }
    return tr("%1: %2 %3 ago", "command, step, age").arg(describe(*row.command), words::step(row.command->step), ago);
}

QString EncoderModel::blocked(const Row &row, Verb verb, const QString &input) const
{
    if (inFlight(row))
        return tr("“%1” is under way").arg(describe(*row.command));
    if (!reachable(row))
        return {}; // not knowing blocks nobody
    CommandRecord command;
    command.encoder = row.encoder.id;
    command.verb = verb;
    command.input = input; // none: what stands against every input
    return obstacle(command, *row.good).value_or(QString());
}

} // namespace gantry
