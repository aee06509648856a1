#include "app/control/feed_alarms.h"

namespace gantry {

using namespace std::chrono_literals;
using media::SignalState;

namespace {

// The one second without a frame that makes NO SIGNAL is measured where the frames are (media/measure), so nothing is
// added to it here.
constexpr AlarmTiming signalTiming{0ms, 1s};
constexpr AlarmTiming neverCameTiming{10s, 1s};

} // namespace

FeedAlarms::FeedAlarms(const Feed &feed)
{
    m_scene.feed = feed;
}

void FeedAlarms::seen(const media::LinkSample &link, const Instant &at, AlarmTable &table)
{
    m_scene.link = link;
    m_link.seen(m_scene, at, table);
    judgeAll(at, table);
}

void FeedAlarms::seen(const media::TransportSample &transport, const Instant &at, AlarmTable &table)
{
    m_transport.seen(m_scene, transport, at, table);
    judgeSignal(at, table);
}

void FeedAlarms::seen(const media::PictureState &picture, const Instant &at, AlarmTable &table)
{
    m_scene.picture = picture;
    judgeAll(at, table);
}

void FeedAlarms::seen(const media::AudioLevels &levels, const Instant &at, AlarmTable &table)
{
    m_sound.heard(m_scene, levels, at, table);
}

void FeedAlarms::seen(Tally tally, const Instant &at, AlarmTable &table)
{
    if (tally != Tally::Unknown)
        m_scene.tally = tally;
    judgeAll(at, table);
}

void FeedAlarms::judgeAll(const Instant &at, AlarmTable &table)
{
    m_transport.judge(m_scene, at, table);
    judgeSignal(at, table);
    const auto &transport = m_transport.newest();
    m_link.judgeRate(m_scene, transport && transport->recognised ? std::optional(transport->rate) : std::nullopt, at,
                     table);
    m_picture.judge(m_scene, at, table);
    m_sound.judge(m_scene, at, table);
}

void FeedAlarms::judgeSignal(const Instant &at, AlarmTable &table)
{
    if (!m_scene.picture)
        return;
    const media::PictureState &picture = *m_scene.picture;
    const auto &link = m_scene.link;
    const SignalState signal = picture.signal;
    m_hadPicture = m_hadPicture || signal != SignalState::Waiting;
    const auto standing = [&](const char *rule) { return table.active(m_scene.place(rule).key); };
    const bool explained = standing("link") || standing("transport") || standing("program");
    // A caller that was turned away explains why nothing has come yet, but never why a feed was lost.
    const bool explainsLoss = explained && !(link && isAboutKeys(link->fault));
    const bool waiting = signal == SignalState::Waiting;
    // A sender that connects and sends nothing has not brought the picture back.
    const bool lost = (signal == SignalState::NoSignal || (waiting && m_hadPicture)) && !explainsLoss;
    const bool never = waiting && !m_hadPicture && !explained;
    QString advice = tr("Look at the sender and its network; the feed comes back by itself.");
    if (link && link->fault)
        advice = tr("%1. %2").arg(link->fault->text(), advice);
    table.update(m_scene.place("no-signal"), signalTiming, {lost, m_scene.lossPriority(), tr("NO SIGNAL"), advice}, at);

    const bool noKeyPicture = picture.waitingFor == media::WaitingFor::KeyPicture;
    table.update(
        m_scene.place("never-came"), neverCameTiming,
        {never, m_scene.lossPriority(), noKeyPicture ? tr("NO KEY PICTURE") : tr("NOT ARRIVED"),
         noKeyPicture
             ? tr("Set the sender's key picture distance to 2 s or less.")
             : tr("Nothing has come since the show was opened. Is the sender started, and set to this address?")},
        at);
}

} // namespace gantry
