#pragma once
// One row a failover plan: its mode, what it knows of its inputs, what it waits for, what it found or decided last.
// Roles below.

#include "app/session/record_source.h"
#include "app/show/show.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace gantry {

namespace PlanRole {
enum Role {
    Title = Qt::DisplayRole,    // QString: "main-stage"
    Encoder = Qt::UserRole + 1, // QString: "Main"
    Mode,                       // int: PlanMode
    ModeWord,                   // QString: "▶ AUTO"
    ModeBy,                     // QString: who set it, and why; empty as it begins
    OnAir,                      // QString: "on air: A · CAM 1", or that it is not known
    SourceLines,                // QStringList: "B · CAM 2: unfit, no signal for 4.0 s", in the plan's order
    Waits,                      // QString: why it decides nothing now, with the time left; empty: it decides
    LastStep,                   // QString: "18:14:01 Switch from A to B: …"; empty: none
    Advice,                     // QString: what it advises or offers just now; empty: nothing
    AdviceTo,                   // QString: the input
    First,                      // QString: its first input
    Slate,                      // QString: its slate; empty: it has none
    Warning,                    // QString: what else may switch; empty: nothing
    AccessibleText
};
} // namespace PlanRole

class PlanModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    PlanModel(const Show &show, const RecordSource &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // For the top line: "automation: AUTO", or how many of which; empty: the show has no plan.
    QString summary() const;

    void clear();
    void apply(const RecordBatch &batch);
    // Times go on.
    void refresh();

private:
    struct Row
    {
        Plan plan;
        std::optional<PlanRecord> last;
        std::optional<QString> providerReturnsTo; // its own failover, where it has one
    };
    QString inputName(const Row &row, const QString &input) const;
    QString onAir(const Row &row) const;
    QString sight(const QString &name, const PlanSight &sight) const;
    QStringList sourceLines(const Row &row) const;
    QString waits(const Row &row) const;
    QString lastStep(const Row &row) const;
    QString modeBy(const Row &row) const;
    QString warning(const Row &row) const;

    const RecordSource &m_source;
    std::vector<Row> m_rows;
};

} // namespace gantry
