#pragma once
// What can be made to go wrong in a rehearsal, a row each: what it is, what it does, and whether it is on. Rows never
// change but for their state, so a hand finds them again. UI thread.

#include "cloud/sandbox/sandbox_faults.h"

#include <QAbstractListModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace gantry {

namespace FaultRole {
enum Role {
    What = Qt::DisplayRole,     // QString: "Too many requests (429)"
    Meaning = Qt::UserRole + 1, // QString: "Every call is answered 429."
    State,                      // QString: "off", "ON · 12 s left"
    IsOn,                       // bool
    AccessibleText              // all of it
};
} // namespace FaultRole

class FaultModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // `inputs`: of the rehearsal's encoder.
    explicit FaultModel(const QStringList &inputs, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // What the cloud says is on: a JSON list, as SandboxRoom::faultsChanged tells it.
    void setActive(const QByteArray &json);

    // The line for the cloud that turns this row on for so long, or off.
    QByteArray turnOn(int row, std::optional<std::chrono::seconds> lasting) const;
    QByteArray turnOff(int row) const;
    static QByteArray turnAllOff();

private:
    struct Row
    {
        cloud::SandboxFault fault;
        QString what;
        QString meaning;
        bool isOn = false;
        std::optional<std::chrono::milliseconds> left;
    };
    void add(cloud::SandboxFault::Kind kind, const QString &what, const QString &meaning);
    QString state(const Row &row) const;

    std::vector<Row> m_rows;
};

} // namespace gantry
