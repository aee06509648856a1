#pragma once
// Keeps the screen saver and the automatic lock away while a show is open, over the desktop's D-Bus: first the screen
// saver's own door (org.freedesktop.ScreenSaver), else the portal that sandboxed programs use. Asks without waiting; a
// screen saver that is started anew is asked again. Where there is no such door it says so in words, and what to do: a
// wall that goes dark in the middle of a show is the operator's to prevent. UI thread.

#include <QObject>

#include <memory>

namespace gantry {

class IdleInhibitor final : public QObject
{
    Q_OBJECT

public:
    enum class State { Asking, HeldBack, NotHeldBack };

    // `reason` is shown by desktops: "Summer Final is open".
    explicit IdleInhibitor(const QString &reason, QObject *parent = nullptr);
    ~IdleInhibitor() override; // lets it come again

    State state() const;
    QString text() const; // "screen saver held back", "screen saver NOT held back"
    QString why() const;  // what was tried and what to do; empty while held back

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry
