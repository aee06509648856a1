#pragma once
// The moment at which the rehearsal cloud answers a request, and what is wrong at that moment on purpose.

#include <QByteArray>
#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <vector>

namespace gantry::cloud {

struct SandboxNow
{
    std::chrono::milliseconds time{0}; // since the start of the rehearsal
    QDateTime wallClock;               // the cloud's own, which may be off on purpose
    bool acceptOnly = false;           // commands are accepted, and nothing comes of them
    bool tokenLoop = false;            // every page of a list says that there is another one like it
    std::chrono::milliseconds metricsLate{0};

    // What a service refuses for want of a permission; no service: all of them.
    struct Denial
    {
        QByteArray service;
        bool reads = true;
        bool commands = true;
    };
    std::vector<Denial> denied;
    bool isDenied(const QByteArray &service, bool isCommand) const
    {
        return std::any_of(denied.begin(), denied.end(), [&](const Denial &one) {
            return (one.service.isEmpty() || one.service == service) && (isCommand ? one.commands : one.reads);
        });
    }

    std::chrono::milliseconds timeOf(const QDateTime &wall) const
    {
        return time + std::chrono::milliseconds(wallClock.msecsTo(wall));
    }
    QDateTime wallOf(std::chrono::milliseconds at) const { return wallClock.addMSecs((at - time).count()); }
};

} // namespace gantry::cloud
