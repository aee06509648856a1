#pragma once
// Which of the desks on one show acts: keeps the claim beside the show (desk_claim.h), takes it when it is free or was
// a dead desk's, and sees when another takes it over. Whoever takes over acts only after `handOver`, by when the other
// desk has looked twice: at no time do both act.

#include "app/control/authority.h"
#include "app/control/desk_claim.h"

#include <QObject>
#include <QTimer>

namespace gantry {

// Lives on a thread that may wait for a disk: the log thread. open() and the destructor run there.
class DeskLease final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds lookEvery{1};
    static constexpr std::chrono::seconds handOver{3};
    static constexpr std::chrono::seconds writeEvery{5};

    // `path`: of the claim.
    explicit DeskLease(const QString &path, const QString &who, QObject *parent = nullptr);
    // Gives the show back, if this desk has it.
    ~DeskLease() override;

    // Beside the show's file, or in this user's runtime directory where nothing can be written there.
    static QString pathFor(const QString &showPath);

    void open();
    // From whoever has it. Does nothing when this desk has it.
    void takeOver(const QString &reason);

Q_SIGNALS:
    void held(const gantry::DeskHold &hold);
    // For the session: taken, taken over, lost.
    void said(const QString &sentence);

private:
    void look();
    bool write(const QString &reason);
    std::optional<DeskClaim> onDisk() const;
    void tell(bool ours, const DeskClaim &by);

    const QString m_path;
    DeskClaim m_own;
    QTimer m_timer;
    QTimer m_handOver;
    std::optional<DeskHold> m_told;
    bool m_cannotWrite = false;
};

} // namespace gantry
