#pragma once
// One row a pair: whether one could cut to its backup now, and every reason when not. Roles below.

#include "app/control/backup_ready.h"
#include "app/session/record_source.h"
#include "app/show/show.h"

#include <QAbstractListModel>

#include <vector>

namespace gantry {

namespace PairRole {
enum Role {
    Title = Qt::DisplayRole, // QString: "CAM 1b for CAM 1"
    Lamp = Qt::UserRole + 1, // QString, a shape and a word: "● READY", "○ NOT READY", "? READY"
    State,                   // int: Ready
    Reasons,                 // QString: "another picture · no signal"; ready: what makes it so
    Figures,                 // QString: the rest of what is known
    AccessibleText = Qt::AccessibleTextRole
};
} // namespace PairRole

class PairModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // `source` tells the time that ages are counted to, and must outlive the model.
    PairModel(const Show &show, const RecordSource &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void clear();
    void apply(const RecordBatch &batch);
    // Time has moved on: what was known grows old.
    void refresh();

private:
    struct Row
    {
        BackupReady ready;
        BackupState told;
    };
    QString tip(const Row &row) const;

    const Show m_show;
    const RecordSource &m_source;
    std::vector<Row> m_rows;
};

} // namespace gantry
