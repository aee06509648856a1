#include "app/windows/show_lock.h"

namespace gantry {

ShowLock::ShowLock(QObject *parent) : QObject(parent)
{
    m_armed.setSingleShot(true);
    m_armed.setInterval(armedFor);
    connect(&m_armed, &QTimer::timeout, this, &ShowLock::changed);
}

QString ShowLock::word() const
{
    switch (m_mode) {
    case Mode::Edit:
        return tr("EDIT", "layouts can be changed");
    case Mode::Show:
        return tr("SHOW", "layouts cannot be changed");
    case Mode::Locked:
        return tr("LOCKED", "nothing closes by accident");
    }
    return {};
}

QString ShowLock::editAdvice() const
{
    switch (m_mode) {
    case Mode::Edit:
        break;
    case Mode::Show:
        return tr("The room is in Show. Ctrl+E lets layouts be changed.");
    case Mode::Locked:
        return tr("The room is locked. Ctrl+L twice unlocks it, then Ctrl+E lets layouts be changed.");
    }
    return {};
}

void ShowLock::press()
{
    if (!isLocked()) {
        set(Mode::Locked);
        Q_EMIT said(tr("Locked: no window closes and the show does not end. Ctrl+L twice unlocks."));
    } else if (isArmed()) {
        m_armed.stop();
        set(Mode::Show);
        Q_EMIT said(tr("Unlocked."));
    } else {
        m_armed.start();
        Q_EMIT changed();
        Q_EMIT said(tr("Ctrl+L once more unlocks."));
    }
}

void ShowLock::edit()
{
    if (isLocked())
        refuse();
    else
        set(m_mode == Mode::Edit ? Mode::Show : Mode::Edit);
}

void ShowLock::refuse()
{
    Q_EMIT said(tr("The room is locked. Ctrl+L twice unlocks."));
}

void ShowLock::set(Mode mode)
{
    m_mode = mode;
    Q_EMIT changed();
}

} // namespace gantry
