#pragma once
// Rehearsal only: what goes wrong in the rehearsal cloud, at the touch of a key. Arrows choose, Space or Enter turns a
// fault on for the time that is chosen above, or off; Ctrl+Backspace makes everything well again.

#include "app/windows/room_window.h"

#include <chrono>
#include <optional>

class QComboBox;
class QListView;
class QModelIndex;

namespace gantry {

class FaultModel;

class FaultWindow final : public RoomWindow
{
    Q_OBJECT

public:
    // The model outlives the window.
    FaultWindow(const QString &show, const FaultModel &model, QWidget *parent = nullptr);

    // How long the next fault lasts; nullopt: until it is turned off.
    std::optional<std::chrono::seconds> lasting() const;

Q_SIGNALS:
    void lineRequested(const QByteArray &line); // for the cloud

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(const QModelIndex &index);

    const FaultModel &m_model;
    QListView *m_list = nullptr;
    QComboBox *m_lasting = nullptr;
};

} // namespace gantry
