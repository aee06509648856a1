#pragma once
// How a thread of a room ends: its objects are destroyed on it, then its event loop.

#include <QObject>
#include <QThread>

namespace gantry {

// Runs `work` on a running thread, ends the thread, and waits for both; for the end of a room only.
template <typename Work>
void finishOn(QThread &thread, Work work)
{
    QObject last;
    last.moveToThread(&thread);
    QMetaObject::invokeMethod(&last, [&work, &thread] {
        work();
        thread.quit();
    });
    thread.wait();
}

} // namespace gantry
