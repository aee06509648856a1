#include "app/models/plan_model.h"

#include "app/control/plan_rules.h"
#include "app/models/words.h"

#include <algorithm>
#include <array>

namespace gantry {

PlanModel::PlanModel(const Show &show, const RecordSource &source, QObject *parent)
    : QAbstractListModel(parent), m_source(source)
{
    for (const Plan &plan : show.plans)
        m_rows.push_back({plan, std::nullopt, std::nullopt});
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

void PlanModel::clear()
{
    for (Row &row : m_rows) {
        row.last.reset();
        row.providerReturnsTo.reset();
    }
    refresh();
}

void PlanModel::refresh()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void PlanModel::apply(const RecordBatch &batch)
{
    bool touched = false;
    for (const Record &record : batch) {
        const auto *plan = std::get_if<PlanRecord>(&record.payload);
        const auto *encoder = std::get_if<EncoderRecord>(&record.payload);
        for (Row &row : m_rows) {
            if (plan && plan->plan == row.plan.id)
                row.last = *plan;
            else if (encoder && encoder->encoder == row.plan.encoder && !encoder->sample.failure)
                row.providerReturnsTo = encoder->sample.preferredInput;
            else
                continue;
            touched = true;
        }
    }
    if (touched)
        refresh();
}

QString PlanModel::summary() const
{
    if (m_rows.empty())
        return {};
    std::array<int, 4> modes{};
    for (const Row &row : m_rows)
        ++modes[std::size_t(row.last ? row.last->mode : PlanMode::Off)];
    QStringList parts;
    for (const PlanMode mode : {PlanMode::Hold, PlanMode::Auto, PlanMode::Advise, PlanMode::Off}) {
        const int count = modes[std::size_t(mode)];
        if (count == int(m_rows.size()))
            return tr("automation: %1", "mode").arg(words::planModeMark(mode));
        if (count > 0)
            parts.append(tr("%1 %2", "how many, mode").arg(count).arg(words::planModeMark(mode)));
    }
    return tr("automation: %1", "mode").arg(parts.join(QStringLiteral(" · ")));
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const PlanMode mode = row.last ? row.last->mode : PlanMode::Off;
    const bool advises = row.last && row.last->stands && row.last->step && !row.last->step->to.isEmpty();
    switch (role) {
    case PlanRole::Title:
        return row.plan.id.text;
    case PlanRole::Encoder:
        return row.plan.encoder.text;
    case PlanRole::Mode:
        return static_cast<int>(mode);
    case PlanRole::ModeWord:
        return words::planModeMark(mode);
    case PlanRole::ModeBy:
        return modeBy(row);
    case PlanRole::OnAir:
        return onAir(row);
    case PlanRole::SourceLines:
        return sourceLines(row);
    case PlanRole::Waits:
        return waits(row);
    case PlanRole::LastStep:
        return lastStep(row);
    case PlanRole::Advice:
        return advises ? words::planStep(*row.last->step) : QString();
    case PlanRole::AdviceTo:
        return advises ? row.last->step->to : QString();
    case PlanRole::First:
        return row.plan.sources.isEmpty() ? QString() : row.plan.sources.front().input;
    case PlanRole::Slate:
        return slateOf(row.plan);
    case PlanRole::Warning:
        return warning(row);
    case PlanRole::AccessibleText:
    case Qt::AccessibleTextRole:
        return tr("Plan %1 of %2: %3. %4. %5. %6", "plan, encoder, mode, on air, inputs, what it waits for")
            .arg(row.plan.id.text, row.plan.encoder.text, words::planMode(mode), onAir(row),
                 sourceLines(row).join(QStringLiteral("; ")), waits(row));
    default:
        return {};
    }
}

QString PlanModel::inputName(const Row &row, const QString &input) const
{
    const auto source = std::ranges::find(row.plan.sources, input, &PlanSource::input);
    if (source == row.plan.sources.end() || source->feed.text.isEmpty())
        return input;
    return tr("%1 · %2", "input, feed").arg(input, source->feed.text);
}

QString PlanModel::onAir(const Row &row) const
{
    if (!row.last || row.last->active.isEmpty())
        return tr("on air: not known");
    return tr("on air: %1").arg(inputName(row, row.last->active));
}

QString PlanModel::sight(const QString &name, const PlanSight &sight) const
{
    const QString word = words::fitness(sight.fitness);
    if (!sight.since || sight.fitness == Fitness::Unknown)
        return tr("%1: %2", "input, fitness").arg(name, word);
    const QString time = words::duration(m_source.now().elapsed - *sight.since);
    return sight.fault.isEmpty()
               ? tr("%1: %2 for %3", "input, fitness, time").arg(name, word, time)
               : tr("%1: %2, %3 for %4", "input, fitness, fault, time").arg(name, word, sight.fault, time);
}

QStringList PlanModel::sourceLines(const Row &row) const
{
    QStringList lines;
    for (qsizetype i = 0; i < row.plan.sources.size(); ++i) {
        const PlanSource &source = row.plan.sources[i];
        const QString name = inputName(row, source.input);
        if (source.trusted && source.feed.text.isEmpty())
            lines.append(tr("%1: made by the encoder, trusted").arg(name));
        else if (row.last && std::size_t(i) < row.last->sources.size())
            lines.append(sight(name, row.last->sources[std::size_t(i)]));
        else
            lines.append(tr("%1: %2", "input, fitness").arg(name, words::fitness(Fitness::Unknown)));
    }
    if (row.plan.witness)
        lines.append(sight(tr("witness %1").arg(row.plan.witness->text),
                           row.last && row.last->witness ? *row.last->witness : PlanSight{}));
    return lines;
}

QString PlanModel::waits(const Row &row) const
{
    if (!row.last)
        return {};
    const auto left = row.last->pauseUntil.value_or(std::chrono::microseconds(0)) - m_source.now().elapsed;
    const auto time = std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(0));
    switch (row.last->pause) {
    case PlanPause::None:
        break;
    case PlanPause::Grace:
        return tr("armed: decides in %1").arg(words::duration(time));
    case PlanPause::Settle:
        return tr("settling after a switch: decides in %1").arg(words::duration(time));
    case PlanPause::Order:
        return tr("its switch is under way");
    case PlanPause::Log:
        return tr("decides nothing: the log cannot be written");
    }
    return {};
}

QString PlanModel::lastStep(const Row &row) const
{
    if (!row.last || !row.last->step)
        return {};
    const PlanStep &step = *row.last->step;
    return tr("%1 %2: %3", "time, step, reason").arg(words::clock(step.at), words::planStep(step), step.because);
}

QString PlanModel::modeBy(const Row &row) const
{
    if (!row.last || row.last->actor.isEmpty())
        return {};
    return row.last->reason.isEmpty() ? tr("by %1").arg(row.last->actor)
                                      : tr("by %1: %2", "who, why").arg(row.last->actor, row.last->reason);
}

QString PlanModel::warning(const Row &row) const
{
    if (!row.providerReturnsTo)
        return {};
    return row.providerReturnsTo->isEmpty()
               ? tr("The provider's own failover is on: %1 may switch by itself, and the plan then holds.")
                     .arg(row.plan.encoder.text)
               : tr("The provider's own failover is on: %1 goes back to %2 by itself, and the plan then holds.")
                     .arg(row.plan.encoder.text, *row.providerReturnsTo);
}

} // namespace gantry
