#pragma once
// The moment at which the rehearsal cloud answers a request, and what is wrong at that moment on purpose.

#include <QDateTime>

#include <chrono>

namespace gantry::cloud {

struct SandboxNow
{
    std::chrono::milliseconds time{0}; // since the start of the rehearsal
    QDateTime wallClock;               // the cloud's own, which may be off on purpose
    bool acceptOnly = false;           // commands are accepted, and nothing comes of them
    bool tokenLoop = false;            // every page of a list says that there is another one like it
    std::chrono::milliseconds metricsLate{0};

    std::chrono::milliseconds timeOf(const QDateTime &wall) const
    {
        return time + std::chrono::milliseconds(wallClock.msecsTo(wall));
    }
    QDateTime wallOf(std::chrono::milliseconds at) const { return wallClock.addMSecs((at - time).count()); }
};

} // namespace gantry::cloud
