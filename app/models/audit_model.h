#pragma once
// The commands of a session and what its failover plans were told and decided, newest first: who, what, why, and which
// steps each command has reached. The audit log is not a
// second log: it is these records.

#include "app/session/record_source.h"

#include <QAbstractListModel>

#include <deque>
#include <optional>
#include <vector>

namespace gantry {

namespace AuditRole {
enum Role {
    What = Qt::DisplayRole,  // QString: "Switch Main to B"
    When = Qt::UserRole + 1, // QString: "18:12:00"
    Who,                     // QString: "operator", with the reason when there is one
    Marks,                   // QString: "requested · sent +0.1 s · accepted +0.3 s · confirmed +1.9 s"
    Step,                    // int: CommandStep, the last one reached; -1 of a plan
    StepWord,                // QString
    Detail,                  // QString: what came of it
    AccessibleText
};
} // namespace AuditRole

class AuditModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr std::size_t longest = 200; // older ones are in the session file

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void clear();
    void apply(const RecordBatch &batch);

private:
    struct Mark
    {
        CommandStep step;
        Instant at;
    };
    struct Row
    {
        std::optional<PlanRecord> plan; // a row about a plan
        CommandRecord command;          // else: its last step
        std::vector<Mark> marks;
    };
    void take(const CommandRecord &command, const Instant &at);
    void take(const PlanRecord &plan, const Instant &at);
    void add(Row row);
    QVariant planData(const Row &row, int role) const;
    QString marks(const Row &row) const;

    std::deque<Row> m_rows; // newest first
};

} // namespace gantry
