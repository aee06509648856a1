#include "app/models/audit_model.h"

#include "app/control/command_proof.h"
#include "app/models/words.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace gantry {

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

void AuditModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void AuditModel::apply(const RecordBatch &batch)
{
    for (const Record &record : batch) {
        if (const auto *command = std::get_if<CommandRecord>(&record.payload))
            take(*command, record.at);
        else if (const auto *plan = std::get_if<PlanRecord>(&record.payload))
            take(*plan, record.at);
    }
}

void AuditModel::take(const CommandRecord &command, const Instant &at)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return !row.plan && row.command.id == command.id; });
    if (found != m_rows.end()) {
        found->command = command;
        found->marks.push_back({command.step, at});
        const int row = static_cast<int>(found - m_rows.begin());
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    add({std::nullopt, command, {{command.step, at}}});
}

void AuditModel::take(const PlanRecord &plan, const Instant &at)
{
    // A plan that begins says nothing yet.
    const bool begins = plan.change == PlanChange::Mode && plan.actor.isEmpty();
    if (plan.change != PlanChange::Sight && !begins)
        add({plan, {}, {{CommandStep::Requested, at}}});
}

void AuditModel::add(Row row)
{
    beginInsertRows({}, 0, 0);
    m_rows.push_front(std::move(row));
    endInsertRows();
    if (m_rows.size() > longest) {
        const int last = rowCount() - 1;
        beginRemoveRows({}, last, last);
        m_rows.pop_back();
        endRemoveRows();
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.plan)
        return planData(row, role);
    switch (role) {
    case AuditRole::What:
        return describe(row.command);
    case AuditRole::When:
        return words::clock(row.marks.front().at);
    case AuditRole::Who:
        return row.command.reason.isEmpty() ? row.command.actor
                                            : tr("%1: %2", "who, why").arg(row.command.actor, row.command.reason);
    case AuditRole::Marks:
        return marks(row);
    case AuditRole::Step:
        return static_cast<int>(row.command.step);
    case AuditRole::StepWord:
        return words::step(row.command.step);
    case AuditRole::Detail:
    case Qt::ToolTipRole:
        return row.command.detail;
    case AuditRole::AccessibleText:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, by %3: %4. %5", "what, when, who, steps, detail")
            .arg(describe(row.command), words::clock(row.marks.front().at), row.command.actor, marks(row),
                 row.command.detail);
    default:
        return {};
    }
}

QVariant AuditModel::planData(const Row &row, int role) const
{
    const PlanRecord &plan = *row.plan;
    const bool isStep = plan.change == PlanChange::Step && plan.step;
    const QString what = isStep ? words::planStep(*plan.step) : words::planModeMark(plan.mode);
    const QString why = isStep ? plan.step->because : plan.reason;
    const QString who = isStep ? tr("plan %1").arg(plan.plan.text) : plan.actor;
    switch (role) {
    case AuditRole::What:
        return tr("%1: %2", "plan, what it did").arg(plan.plan.text, what);
    case AuditRole::When:
        return words::clock(row.marks.front().at);
    case AuditRole::Who:
        return why.isEmpty() ? who : tr("%1: %2", "who, why").arg(who, why);
    case AuditRole::Marks:
        return isStep ? words::planModeMark(plan.mode) : tr("by %1").arg(who);
    case AuditRole::Step:
        return -1;
    case AuditRole::Detail:
    case Qt::ToolTipRole:
        return why;
    case AuditRole::AccessibleText:
    case Qt::AccessibleTextRole:
        return tr("Plan %1, %2, %3. %4", "plan, what, when, why")
            .arg(plan.plan.text, what, words::clock(row.marks.front().at), why);
    default:
        return {};
    }
}

QString AuditModel::marks(const Row &row) const
{
    QStringList parts;
    for (const Mark &mark : row.marks) {
        const double after = std::chrono::duration<double>(mark.at.elapsed - row.marks.front().at.elapsed).count();
        parts.append(parts.isEmpty() ? words::step(mark.step)
                                     : tr("%1 +%2 s", "step, seconds after the request")
                                           .arg(words::step(mark.step), QLocale().toString(after, 'f', 1)));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace gantry
