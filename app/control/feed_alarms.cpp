#include "app/control/feed_alarms.h"

#include <QLocale>

#include <cmath>

namespace gantry {

using namespace std::chrono;
using namespace std::chrono_literals;
using media::SignalState;

namespace {

// Times and limits: control-room conventions, picture and stream faults. The one second without a frame that makes
// NO SIGNAL is measured where the frames are (media/measure), so nothing is added to it here.
constexpr AlarmTiming pictureTiming{0ms, 1s};
constexpr AlarmTiming neverCameTiming{10s, 1s};
constexpr AlarmTiming linkFaultTiming{0ms, 2s};
constexpr AlarmTiming transportTiming{2s, 2s};
constexpr AlarmTiming dropTiming{0ms, 30s};
constexpr AlarmTiming marginTiming{10s, 30s};
constexpr auto dropWindow = 10s;
constexpr double seriousDropShare = 0.001;
constexpr double thinMargin = 2.5; // latency below this many round trips leaves no time for a second try
constexpr double goodMargin = 4.0; // community and vendor advice for a link with a little loss

bool isAboutKeys(const std::optional<media::Error> &fault)
{
    return fault &&
           (fault->kind == media::Error::Kind::WrongPassphrase || fault->kind == media::Error::Kind::NoPassphrase);
}

// Faults that no waiting mends: the operator has to change something.
bool needsHands(const std::optional<media::Error> &fault)
{
    if (!fault)
        return false;
    switch (fault->kind) {
    case media::Error::Kind::AddressInvalid:
    case media::Error::Kind::PortInUse:
    case media::Error::Kind::HostUnknown:
    case media::Error::Kind::WrongPassphrase:
    case media::Error::Kind::NoPassphrase:
    case media::Error::Kind::NotTransportStream:
    case media::Error::Kind::Rejected:
    case media::Error::Kind::System:
        return true;
    case media::Error::Kind::Refused:
    case media::Error::Kind::TimedOut:
    case media::Error::Kind::ConnectionLost:
    case media::Error::Kind::Silent:
    case media::Error::Kind::DecodeFailed:
        break;
    }
    return false;
}

} // namespace

FeedAlarms::FeedAlarms(FeedId feed) : m_feed(std::move(feed)) {}

AlarmTable::Place FeedAlarms::place(const char *rule) const
{
    return {QStringLiteral("feed/%1/%2").arg(m_feed.text, QLatin1StringView(rule)), m_feed.text};
}

AlarmPriority FeedAlarms::lossPriority() const
{
    return m_tally == Tally::Program ? AlarmPriority::Critical : AlarmPriority::Major;
}

void FeedAlarms::seen(const media::LinkSample &link, const Instant &at, AlarmTable &table)
{
    m_link = link;
    const bool fault = link.state != media::LinkState::Connected && needsHands(link.fault);
    QString what;
    if (fault) {
        switch (link.fault->kind) {
        case media::Error::Kind::PortInUse:
            what = tr("PORT IN USE");
            break;
        case media::Error::Kind::WrongPassphrase:
        case media::Error::Kind::NoPassphrase:
            what = tr("WRONG PASSPHRASE");
            break;
        case media::Error::Kind::HostUnknown:
            what = tr("HOST UNKNOWN");
            break;
        default:
            what = tr("LINK FAULT");
        }
    }
    table.update(
        place("link"), linkFaultTiming,
        {fault, lossPriority(), what, fault ? tr("%1. %2").arg(link.fault->text(), link.fault->advice) : QString()},
        at);
    judgePicture(at, table);
    judgeDrops(link, at, table);
    judgeMargin(link, at, table);
}

void FeedAlarms::seen(const media::TransportSample &transport, const Instant &at, AlarmTable &table)
{
    const bool strange = !transport.recognised && transport.rate.value > 0;
    table.update(
        place("transport"), transportTiming,
        {strange, lossPriority(), tr("NOT MPEG-TS"),
         tr("Data arrives, but it is not an MPEG transport stream. Set the sender to MPEG-TS (ffmpeg: -f mpegts).")},
        at);
    judgePicture(at, table);
}

void FeedAlarms::seen(const media::PictureState &picture, const Instant &at, AlarmTable &table)
{
    m_picture = picture;
    judgePicture(at, table);
}

void FeedAlarms::seen(Tally tally, const Instant &at, AlarmTable &table)
{
    if (tally != Tally::Unknown)
        m_tally = tally;
    judgePicture(at, table);
}

void FeedAlarms::judgePicture(const Instant &at, AlarmTable &table)
{
    if (!m_picture)
        return;
    const SignalState signal = m_picture->signal;
    m_hadPicture = m_hadPicture || signal != SignalState::Waiting;
    const bool explained = table.active(place("link").key) || table.active(place("transport").key);
    // A caller that was turned away explains why nothing has come yet, but never why a feed was lost.
    const bool explainsLoss = explained && !(m_link && isAboutKeys(m_link->fault));
    const bool waiting = signal == SignalState::Waiting;
    // A sender that connects and sends nothing has not brought the picture back.
    const bool lost = (signal == SignalState::NoSignal || (waiting && m_hadPicture)) && !explainsLoss;
    const bool never = waiting && !m_hadPicture && !explained;
    QString advice = tr("Look at the sender and its network; the feed comes back by itself.");
    if (m_link && m_link->fault)
        advice = tr("%1. %2").arg(m_link->fault->text(), advice);
    table.update(place("no-signal"), pictureTiming, {lost, lossPriority(), tr("NO SIGNAL"), advice}, at);

    const bool noKeyPicture = m_picture->waitingFor == media::WaitingFor::KeyPicture;
    table.update(
        place("never-came"), neverCameTiming,
        {never, lossPriority(), noKeyPicture ? tr("NO KEY PICTURE") : tr("NOT ARRIVED"),
         noKeyPicture
             ? tr("Set the sender's key picture distance to 2 s or less.")
             : tr("Nothing has come since the show was opened. Is the sender started, and set to this address?")},
        at);
}

void FeedAlarms::judgeDrops(const media::LinkSample &link, const Instant &at, AlarmTable &table)
{
    if (link.state == media::LinkState::Connected)
        m_delivered.push_back({at.elapsed, link.interval.received, link.interval.dropped});
    while (!m_delivered.empty() && at.elapsed - m_delivered.front().at > dropWindow)
        m_delivered.pop_front();
    std::int64_t received = 0;
    std::int64_t dropped = 0;
    for (const Delivered &second : m_delivered) {
        received += second.received;
        dropped += second.dropped;
    }
    const double share = received + dropped > 0 ? double(dropped) / double(received + dropped) : 0;
    QString advice =
        tr("%1 % of the packets of the last 10 s came too late.").arg(QLocale().toString(share * 100, 'f', 2));
    if (link.roundTrip) {
        const auto wanted = std::max<milliseconds>(120ms, ceil<milliseconds>(*link.roundTrip * goodMargin));
        advice = tr("%1 Raise the SRT latency to at least %2 ms at both ends.").arg(advice).arg(wanted.count());
    }
    table.update(place("dropped"), dropTiming,
                 {dropped > 0, share > seriousDropShare ? AlarmPriority::Major : AlarmPriority::Minor,
                  tr("DROPPED PACKETS"), advice},
                 at);
}

void FeedAlarms::judgeMargin(const media::LinkSample &link, const Instant &at, AlarmTable &table)
{
    bool thin = false;
    QString advice;
    if (link.latency && link.roundTrip && *link.roundTrip > 0us) {
        const double roundTrips = duration<double>(*link.latency) / duration<double>(*link.roundTrip);
        thin = roundTrips < thinMargin;
        advice = tr("Latency is %1 round trips; raise it to at least %2 ms at both ends.")
                     .arg(QLocale().toString(roundTrips, 'f', 1))
                     .arg(ceil<milliseconds>(*link.roundTrip * goodMargin).count());
    }
    table.update(place("margin"), marginTiming, {thin, AlarmPriority::Minor, tr("LATENCY TOO LOW"), advice}, at);
}

} // namespace gantry
