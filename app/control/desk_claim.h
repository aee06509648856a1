#pragma once
// The file by which two desks on one show know of each other: who has it, since when, and whether that desk still
// lives. Pure: bytes in, a claim or nothing out; what comes from the file is hostile until parsed.

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace gantry {

struct DeskClaim
{
    using Time = std::chrono::sys_time<std::chrono::milliseconds>;

    QString token; // of this run of the program
    QString who;   // "ann"
    QString host;
    qint64 process = 0;
    qint64 processStarted = 0; // in the machine's ticks: a number is used again, not with the same start
    Time since;
    Time seen;      // written every few seconds while the desk lives
    QString reason; // why it was taken over; empty: it was free
    bool operator==(const DeskClaim &) const = default;

    QString holder() const; // "ann on studio-2"
};

// Beyond this a desk on another computer that has not written is gone. Ours is asked of the kernel.
inline constexpr std::chrono::seconds claimSilentFor{30};

QByteArray writeClaim(const DeskClaim &claim);
// Nothing for what is no claim.
std::optional<DeskClaim> readClaim(const QByteArray &json);

// The kernel's start time of a process; 0: there is none.
qint64 processStartOf(qint64 process);
// The desk that wrote it is gone.
bool isStale(const DeskClaim &claim, const QString &thisHost, DeskClaim::Time now, qint64 startOfItsProcess);

} // namespace gantry
