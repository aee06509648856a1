#include "app/control/readiness.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace gantry {

using namespace std::chrono_literals;

namespace {

constexpr QSize smallestScreen(1280, 720);
// A feed of the upper end; a machine that is busy lets its threads wait for a tenth of a second and more.
constexpr double highRate = 20e6;
constexpr auto leastBuffered = 250ms;
constexpr std::int64_t advisedBuffer = 8 * 1024 * 1024; // libsrt asks for 12.3 million bytes and takes what it gets
// As far as the clocks of a room may lie apart before somebody must know.
constexpr auto largestError = 100ms;
constexpr std::int64_t leastFree = 5'000'000'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gantry::Readiness)
};

ReadyPoint ready(const QString &what, const QString &found)
{
    return {what, ReadyPoint::State::Ready, found, {}};
}

ReadyPoint attention(const QString &what, const QString &found, const QString &advice)
{
    return {what, ReadyPoint::State::Attention, found, advice};
}

ReadyPoint unknown(const QString &what, const QString &found)
{
    return {what, ReadyPoint::State::Unknown, found, {}};
}

ReadyPoint screens(const MachineFacts &facts)
{
    const QString what = Words::tr("Screens");
    QStringList names;
    for (const MachineFacts::Screen &screen : facts.screens)
        names.append(QStringLiteral("%1 %2 × %3").arg(screen.name).arg(screen.size.width()).arg(screen.size.height()));
    const QString found = names.join(QStringLiteral(", "));
    const bool fits = std::ranges::any_of(facts.screens, [](const MachineFacts::Screen &screen) {
        return screen.size.width() >= smallestScreen.width() && screen.size.height() >= smallestScreen.height();
    });
    return fits ? ready(what, found)
                : attention(what, found, Words::tr("The windows are made for 1280 × 720 and more."));
}

ReadyPoint pictures(const MachineFacts &facts)
{
    const QString what = Words::tr("Pictures");
    if (!facts.decoding)
        return unknown(what, Words::tr("A test picture is being decoded."));
    const QString found = facts.decoding->onGpu
                              ? Words::tr("%1 decodes them: its test picture was right.").arg(facts.decoding->by)
                              : Words::tr("They are decoded in software.");
    if (facts.decoding->onGpu || !facts.hasCard)
        return ready(what, found);
    return attention(what, found,
                     Words::tr("There is a graphics card, and it does not decode: %1 “gantry gpu-check” tells more.")
                         .arg(facts.decoding->note)
                         .simplified());
}

ReadyPoint sound(const MachineFacts &facts)
{
    const QString what = Words::tr("Sound");
    if (!facts.soundDevice)
        return unknown(what, Words::tr("The sound system is being asked."));
    return facts.soundDevice->isEmpty()
               ? attention(what, Words::tr("There is no device."),
                           Words::tr("Levels are measured all the same; nothing can be listened to."))
               : ready(what, *facts.soundDevice);
}

ReadyPoint keychain(const MachineFacts &facts)
{
    const QString what = Words::tr("Keychain");
    if (!facts.keychain)
        return unknown(what, Words::tr("It is being asked."));
    return facts.keychain->answers ? ready(what, Words::tr("It answers."))
                                   : attention(what, Words::tr("It does not answer: %1").arg(facts.keychain->fault),
                                               Words::tr("Secrets can come from environment variables instead."));
}

ReadyPoint network(const MachineFacts &facts)
{
    const QString what = Words::tr("Network buffers");
    if (!facts.receiveBuffer)
        return unknown(what, Words::tr("This system does not tell how large they may be."));
    const auto lasts = bufferedFor(*facts.receiveBuffer, highRate);
    const QString found = Words::tr("Up to %1: %2 ms of a feed of 20 Mb/s.")
                              .arg(QLocale().formattedDataSize(*facts.receiveBuffer))
                              .arg(lasts.count());
    if (lasts >= leastBuffered)
        return ready(what, found);
    return attention(
        what, found,
        Words::tr("A busy moment may lose packets of every feed. In a terminal: sudo sysctl -w net.core.rmem_max=%1 – "
                  "for good in a file of /etc/sysctl.d.")
            .arg(advisedBuffer));
}

ReadyPoint clock(const MachineFacts &facts)
{
    const QString what = Words::tr("Clock");
    if (!facts.clock)
        return unknown(what, Words::tr("This system does not tell whether a time server keeps it."));
    const QString advice = Words::tr("Times of providers, of other desks and of recordings will not agree with the "
                                     "session's. In a terminal: sudo timedatectl set-ntp true");
    if (!facts.clock->synchronised)
        return attention(what, Words::tr("No time server keeps it."), advice);
    const auto error = std::chrono::duration_cast<std::chrono::milliseconds>(facts.clock->error);
    const QString found = Words::tr("A time server keeps it, within %1 ms.").arg(std::max(error, 1ms).count());
    return error > largestError ? attention(what, found, advice) : ready(what, found);
}

ReadyPoint room(const MachineFacts &facts)
{
    const QString what = Words::tr("Room for sessions");
    if (!facts.freeBytes)
        return attention(what, Words::tr("Nothing can be written to %1.").arg(facts.sessions),
                         Words::tr("Make the folder, or let this user write there."));
    const QString found =
        Words::tr("%1 are free in %2.").arg(QLocale().formattedDataSize(*facts.freeBytes), facts.sessions);
    return *facts.freeBytes >= leastFree
               ? ready(what, found)
               : attention(what, found, Words::tr("Free some: a session that cannot be written is an alarm."));
}

} // namespace

std::chrono::milliseconds bufferedFor(std::int64_t receiveBuffer, double bitsPerSecond)
{
    constexpr double payload = 1316;
    constexpr double booked = 2304;
    const double packets = std::floor(2 * double(receiveBuffer) / booked);
    return std::chrono::milliseconds(std::int64_t(packets * payload * 8 * 1000 / bitsPerSecond));
}

QList<ReadyPoint> readiness(const MachineFacts &facts)
{
    return {screens(facts), pictures(facts), sound(facts), keychain(facts), network(facts), clock(facts), room(facts)};
}

} // namespace gantry
