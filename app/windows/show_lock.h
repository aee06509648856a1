#pragma once
// Whether a room may be changed by hand: Edit (layouts can be changed), Show (they cannot), Locked (no window closes and
// the show does not end by a slip either). It is the room's, for this session; no file keeps it. Locking is one key,
// unlocking two presses of it: the first only says what the second will do. UI thread.

#include <QObject>
#include <QTimer>

#include <chrono>

namespace gantry {

class ShowLock final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Edit, Show, Locked };
    static constexpr std::chrono::seconds armedFor{3};

    explicit ShowLock(QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    bool isLocked() const { return m_mode == Mode::Locked; }
    // The next press unlocks.
    bool isArmed() const { return m_armed.isActive(); }
    QString word() const; // "EDIT", "SHOW", "LOCKED"
    // Why layouts cannot be changed now, and what lets them; empty in Edit.
    QString editAdvice() const;

    // Ctrl+L.
    void press();
    // Ctrl+E: to Edit and back; not while locked.
    void edit();
    // A hand tried what the lock forbids.
    void refuse();

Q_SIGNALS:
    void changed();
    // One sentence for whoever pressed.
    void said(const QString &sentence);

private:
    void set(Mode mode);

    Mode m_mode = Mode::Show;
    QTimer m_armed;
};

} // namespace gantry
