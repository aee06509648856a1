#include "app/control/link_alarms.h"

#include "media/measure/link_advice.h"

#include <QLocale>

namespace gantry {

using namespace std::chrono;
using namespace std::chrono_literals;
using Cause = AlarmCondition::Cause;
using media::Error;

namespace {

constexpr AlarmTiming faultTiming{0ms, 2s};
constexpr auto dropWindow = 10s;
constexpr auto repairWindow = 5s; // evens out what comes and goes within seconds; the hold comes on top

// Faults that no waiting mends: the operator has to change something.
bool needsHands(const std::optional<Error> &fault)
{
    if (!fault)
        return false;
    switch (fault->kind) {
    case Error::Kind::AddressInvalid:
    case Error::Kind::PortInUse:
    case Error::Kind::HostUnknown:
    case Error::Kind::WrongPassphrase:
    case Error::Kind::NoPassphrase:
    case Error::Kind::NotTransportStream:
    case Error::Kind::Rejected:
    case Error::Kind::System:
        return true;
    case Error::Kind::Refused:
    case Error::Kind::TimedOut:
    case Error::Kind::ConnectionLost:
    case Error::Kind::Silent:
    case Error::Kind::DecodeFailed:
        break;
    }
    return false;
}

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', share < 0.1 ? 2 : 0);
}

} // namespace

bool isAboutKeys(const std::optional<Error> &fault)
{
    return fault && (fault->kind == Error::Kind::WrongPassphrase || fault->kind == Error::Kind::NoPassphrase);
}

void LinkAlarms::seen(const FeedScene &scene, const Instant &at, AlarmTable &table)
{
    const media::LinkSample &link = *scene.link;
    if (link.connections != m_connections)
        m_window.clear();
    m_connections = link.connections;
    if (scene.connected())
        m_window.add(link, at.elapsed);
    judgeFault(scene, at, table);
    judgeDrops(scene, at, table);
    judgeRetransmissions(scene, at, table);
    judgeRoundTrip(scene, at, table);
    judgeMargin(scene, at, table);
    judgeTurnedAway(scene, at, table);
}

void LinkAlarms::judgeFault(const FeedScene &scene, const Instant &at, AlarmTable &table)
{
    const media::LinkSample &link = *scene.link;
    Cause cause;
    if (!scene.connected() && needsHands(link.fault)) {
        QString what = tr("LINK FAULT");
        if (link.fault->kind == Error::Kind::PortInUse)
            what = tr("PORT IN USE");
        else if (isAboutKeys(link.fault))
            what = tr("WRONG PASSPHRASE");
        else if (link.fault->kind == Error::Kind::HostUnknown)
            what = tr("HOST UNKNOWN");
        cause = {true, scene.lossPriority(), what, tr("%1. %2").arg(link.fault->text(), link.fault->advice)};
    }
    table.update(scene.place("link"), faultTiming, cause, at);
}

void LinkAlarms::judgeDrops(const FeedScene &scene, const Instant &at, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const media::LinkCounters sum = m_window.sum(dropWindow, at.elapsed);

    Cause undecryptable;
    if (sum.undecrypted > 0 && limits.undecryptable.on) {
        undecryptable = {true, scene.lossPriority(), tr("UNDECRYPTABLE"),
                         tr("%1 packets of the last 10 s could not be decrypted. Set the same passphrase at both ends.")
                             .arg(sum.undecrypted)};
    }
    table.update(scene.place("undecryptable"), alarmTiming(limits.undecryptable), undecryptable, at);

    // libsrt counts what could not be decrypted as dropped too; that is the other alarm.
    const std::int64_t dropped = std::max<std::int64_t>(0, sum.dropped - sum.undecrypted);
    Cause cause;
    if (dropped > 0 && limits.dropped.on) {
        const double share = packetShare(dropped, sum.received, dropped);
        // Nothing is sent again outside SRT, so nothing can come too late.
        const QString late = (scene.link->carrier ? tr("%1 % of the packets of the last 10 s did not arrive.")
                                                  : tr("%1 % of the packets of the last 10 s came too late."))
                                 .arg(percent(share));
        cause = {true, share > limits.droppedAlarmShare ? AlarmPriority::Major : AlarmPriority::Minor,
                 tr("DROPPED PACKETS"), late};
        if (scene.link->roundTrip) {
            cause.advice = tr("%1 Raise the SRT latency to at least %2 ms at both ends.")
                               .arg(late)
                               .arg(media::advisedLatency(*scene.link->roundTrip, media::lossShare(sum)).count());
        }
    }
    table.update(scene.place("dropped"), alarmTiming(limits.dropped), cause, at);
}

void LinkAlarms::judgeRetransmissions(const FeedScene &scene, const Instant &at, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const media::LinkCounters sum = m_window.sum(repairWindow, at.elapsed);
    const double share = packetShare(sum.retransmitted, sum.received);
    Cause cause;
    if (scene.connected() && share > limits.retransmittedWarnShare && limits.retransmitted.on) {
        cause = {true, share > limits.retransmittedAlarmShare ? AlarmPriority::Major : AlarmPriority::Minor,
                 tr("RETRANSMISSIONS"),
                 tr("%1 % of the packets had to be sent again. Look at the sender's network: Wi-Fi, another upload, a "
                    "rate above what the line carries.")
                     .arg(percent(share))};
    }
    table.update(scene.place("retransmitted"), alarmTiming(limits.retransmitted), cause, at);
}

void LinkAlarms::judgeRoundTrip(const FeedScene &scene, const Instant &at, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const auto &now = scene.link->roundTrip;
    const auto usual = m_window.medianRoundTrip();
    Cause cause;
    if (scene.connected() && now && usual && limits.roundTrip.on &&
        duration<double>(*now) > duration<double>(*usual) * (1 + limits.roundTripRise) &&
        *now - *usual > limits.roundTripLeast) {
        cause = {true, AlarmPriority::Minor, tr("RTT RISING"),
                 tr("The round trip is %1 ms, in the last minute it was %2 ms. A queue fills on the way: lower the "
                    "sender's bitrate or end other uploads.")
                     .arg(ceil<milliseconds>(*now).count())
                     .arg(ceil<milliseconds>(*usual).count())};
    }
    table.update(scene.place("round-trip"), alarmTiming(limits.roundTrip), cause, at);
}

void LinkAlarms::judgeMargin(const FeedScene &scene, const Instant &at, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const media::LinkSample &link = *scene.link;
    Cause cause;
    if (scene.connected() && link.latency && link.roundTrip && *link.roundTrip > 0us && limits.margin.on) {
        const double roundTrips = duration<double>(*link.latency) / duration<double>(*link.roundTrip);
        if (roundTrips < limits.marginRoundTrips) {
            const media::LinkCounters sum = m_window.sum(dropWindow, at.elapsed);
            cause = {true, AlarmPriority::Minor, tr("LATENCY TOO LOW"),
                     tr("Latency is %1 round trips; raise it to at least %2 ms at both ends.")
                         .arg(QLocale().toString(roundTrips, 'f', 1))
                         .arg(media::advisedLatency(*link.roundTrip, media::lossShare(sum)).count())};
        }
    }
    table.update(scene.place("margin"), alarmTiming(limits.margin), cause, at);
}

void LinkAlarms::judgeTurnedAway(const FeedScene &scene, const Instant &at, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const auto &turnedAway = scene.link->turnedAway;
    Cause cause;
    if (turnedAway && limits.turnedAway.on)
        cause = {true, AlarmPriority::Minor, tr("CALLER TURNED AWAY"),
                 tr("%1. %2").arg(turnedAway->text(), turnedAway->advice)};
    table.update(scene.place("turned-away"), alarmTiming(limits.turnedAway), cause, at);
}

void LinkAlarms::judgeRate(const FeedScene &scene, std::optional<media::BitsPerSecond> transportRate,
                           const Instant &now, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const auto rate = scene.link && scene.link->receiveRate ? scene.link->receiveRate : transportRate;
    Cause cause;
    if (scene.shouldSound() && rate && limits.expectedMbps && limits.bitrate.on) {
        const double share = rate->value / (*limits.expectedMbps * 1e6);
        if (share < limits.bitrateWarnShare) {
            cause = {true, share < limits.bitrateAlarmShare ? AlarmPriority::Major : AlarmPriority::Minor,
                     tr("LOW BITRATE"),
                     tr("%1 Mb/s of %2 Mb/s arrive. Look at the sender's encoder and its uplink.")
                         .arg(QLocale().toString(rate->value / 1e6, 'f', 2),
                              QLocale().toString(*limits.expectedMbps, 'f', 2))};
        }
    }
    table.update(scene.place("bitrate"), alarmTiming(limits.bitrate), cause, now);
}

} // namespace gantry
