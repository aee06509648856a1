#pragma once
// The engineer's bar below a replay: play, speed, seek, jump from alarm to alarm, and what the file says about itself.

#include "app/session/session_reader.h"
#include "app/windows/room_window.h"

#include <vector>

class QLabel;

namespace gantry {

namespace widgets {
class TransportBar;
}

class ReplayWindow final : public RoomWindow
{
    Q_OBJECT

public:
    // `remarks`: what the operator should know of the file: no goodbye, damage. May be empty.
    ReplayWindow(const QString &show, const SessionSpan &span, const std::vector<SessionMark> &marks,
                 const QString &remarks, QWidget *parent = nullptr);

    void setPosition(const Instant &at, bool playing, double speed);

Q_SIGNALS:
    void playRequested();
    void pauseRequested();
    void speedRequested(double speed);
    void seekRequested(std::chrono::microseconds elapsed);

private:
    widgets::TransportBar *m_bar = nullptr;
    QLabel *m_last = nullptr; // the last mark at or before the position
    std::vector<SessionMark> m_marks;
};

} // namespace gantry
