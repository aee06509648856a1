#pragma once
// What a session file says about itself.

#include <QByteArray>
#include <QString>

#include <chrono>

namespace gantry {

struct SessionHeader
{
    QString showName;
    QByteArray showJson; // the show file as it was used, without secrets; UTF-8
    QString programVersion;
    std::chrono::sys_time<std::chrono::microseconds> started{};
    QString host; // the writer fills it in when it is empty

    bool operator==(const SessionHeader &) const = default;
};

} // namespace gantry
