#include "media/feed_receiver.h"

#include <algorithm>
#include <random>
#include <thread>
#include <utility>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto faultInView = 5s;                              // longer than a sender waits before it calls again
constexpr std::chrono::milliseconds turnedAwayPeriod = 100ms; // how soon it is said that somebody was
constexpr std::chrono::milliseconds samplePeriod = 1000ms;
constexpr std::chrono::milliseconds audioPeriod = 200ms;
constexpr std::chrono::milliseconds picturePeriod = 20ms; // how exactly the 300 ms and the 1 s of a picture are kept
constexpr int quietTurnsToSilence = 5;                    // audio periods without a sample until sound counts as absent

} // namespace

FeedReceiver::FeedReceiver(MediaInput &input, UnitQueue &queue, FeedMeasures &measures, const FeedSettings &settings,
                           FeedObserver &observer)
    : m_input(input)
    , m_queue(queue)
    , m_measures(measures)
    , m_settings(settings)
    , m_observer(observer)
    , m_monitor(settings.program)
    , m_message(MediaInput::largestMessage)
    , m_reconnect(std::random_device{}())
{
}

void FeedReceiver::run(const std::atomic<bool> &stop)
{
    const Time start = Clock::now();
    m_stateSince = m_linkDue = m_pictureDue = m_pictureRepeatDue = m_audioDue = start;
    while (!stop.load(std::memory_order_relaxed)) {
        if (m_connected)
            readOnce();
        else
            stepToConnection(Clock::now());
        tell(Clock::now());
    }
    m_input.close();
}

void FeedReceiver::stepToConnection(Time now)
{
    if (now < m_reconnect.nextTry()) {
        std::this_thread::sleep_for(std::min<Clock::duration>(m_reconnect.nextTry() - now, MediaInput::longestWait));
        return;
    }
    const Result<bool> step = m_input.step();
    now = Clock::now();
    if (!step) {
        failed(step.error(), now);
    } else if (*step) {
        begin(now);
    } else if (std::optional<Error> turnedAway = takeTurnedAway(now)) {
        m_fault = std::move(turnedAway);
        m_faultUntil = now + faultInView;
        m_linkChanged = true;
        setState(LinkState::Failed, now);
    } else if (m_input.isConnecting()) {
        setState(LinkState::Connecting, now);
    } else if (now >= m_faultUntil) { // a caller that was turned away stays in view for a while
        if (m_state == LinkState::Failed)
            m_fault.reset(); // what kept us from listening has passed
        setState(LinkState::Waiting, now);
    }
}

void FeedReceiver::readOnce()
{
    const Result<std::size_t> read = m_input.read(m_message);
    const Time now = Clock::now();
    if (!read) {
        lost(read.error(), now);
        return;
    }
    if (m_input.takeReplaced()) {
        begin(now);
        return;
    }
    if (*read == 0) {
        watch(now);
        return;
    }
    m_reconnect.delivered(now);
    const auto bytes = std::span<const std::byte>(m_message).first(*read);
    m_monitor.feed(bytes, now);
    for (const SpliceCue &cue : m_monitor.takeCues())
        m_observer.cueSeen(cue);
    // Also before the monitor is sure that this is a transport stream: the tables may be in what made it sure.
    m_demuxer->feed(bytes, now);
}

void FeedReceiver::begin(Time now)
{
    m_connected = true;
    ++m_connections;
    m_reconnect.connected(now);
    m_fault.reset();
    m_faultUntil = {};
    m_monitor = TsMonitor(m_settings.program);
    m_transportTold = now;
    m_queue.begin();
    m_demuxer.emplace(m_settings, [this](MediaUnit unit) { m_queue.push(std::move(unit)); });
    m_measures.connected(m_queue.connection(), now);
    m_linkChanged = true;
    setState(LinkState::Connected, now);
}

void FeedReceiver::failed(const Error &error, Time now)
{
    m_linkChanged = m_linkChanged || m_fault != error;
    m_fault = error;
    m_faultUntil = {};
    setState(LinkState::Failed, now);
    m_reconnect.failed(now);
}

void FeedReceiver::lost(const Error &error, Time now)
{
    m_connected = false;
    m_fault = error;
    m_turnedAway.reset();
    m_measures.disconnected(now);
    m_reconnect.ended(now, m_input.isCaller());
    setState(LinkState::Waiting, now);
}

// Connected, but nothing moves: libsrt may keep such a connection for ever.
void FeedReceiver::watch(Time now)
{
    const auto silence = m_reconnect.silence(now);
    if (silence < m_input.longestSilence())
        return;
    LinkSample last;
    m_input.measure(last);
    m_input.close();
    lost(
        {Error::Kind::Silent,
         Text::tr("Connected, but nothing came for %1 s").arg(std::chrono::ceil<std::chrono::seconds>(silence).count()),
         last.peer, Text::tr("Check that the sender sends; the connection was ended and is made again by itself.")},
        now);
    setState(LinkState::Failed, now);
    m_faultUntil = now + faultInView;
}

// Soon, but not more than once a second: a stranger who calls all the time must not fill the session.
std::optional<Error> FeedReceiver::takeTurnedAway(Time now)
{
    if (now < m_turnedAwayDue)
        return std::nullopt;
    std::optional<Error> turnedAway = m_input.takeTurnedAway();
    m_turnedAwayDue = now + (turnedAway ? samplePeriod : turnedAwayPeriod);
    return turnedAway;
}

void FeedReceiver::noteTurnedAway(Time now)
{
    if (std::optional<Error> turnedAway = takeTurnedAway(now)) {
        m_linkChanged = m_linkChanged || m_turnedAway != turnedAway;
        m_turnedAway = std::move(turnedAway);
        m_turnedAwayUntil = now + faultInView;
    } else if (m_turnedAway && now >= m_turnedAwayUntil) {
        m_turnedAway.reset();
    }
}

void FeedReceiver::setState(LinkState state, Time now)
{
    if (state == m_state)
        return;
    m_state = state;
    m_stateSince = now;
    m_linkChanged = true;
}

void FeedReceiver::tell(Time now)
{
    if (m_connected)
        noteTurnedAway(now);
    if (m_linkChanged || now >= m_linkDue)
        tellLink(now);
    if (m_connected && now - m_transportTold >= samplePeriod)
        tellTransport(now);
    if (now >= m_pictureDue)
        tellPicture(now);
    if (now >= m_audioDue)
        tellAudio(now);
}

void FeedReceiver::tellLink(Time now)
{
    LinkSample sample;
    sample.state = m_state;
    sample.fault = m_fault;
    sample.inState = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_stateSince);
    sample.connections = m_connections;
    sample.turnedAway = m_turnedAway;
    if (m_connected)
        m_input.measure(sample);
    m_linkChanged = false;
    m_linkDue = now + samplePeriod;
    m_observer.linkSampled(sample);
}

void FeedReceiver::tellTransport(Time now)
{
    TransportSample sample = m_monitor.sample(now - m_transportTold);
    m_transportTold = now;
    if (!m_input.isSendersTransport()) { // of our own making: its faults and its clock say nothing about the sender
        sample.errors.reset();
        sample.pcrJitter.reset();
    }
    m_observer.transportSampled(sample);
}

void FeedReceiver::tellPicture(Time now)
{
    m_pictureDue = now + picturePeriod;
    m_measures.transport(m_monitor.recognised(),
                         m_monitor.tableKnown() ? std::optional(m_monitor.carriesVideo()) : std::nullopt);
    PictureState state = m_measures.picture(now);
    state.undecoded = m_queue.dropped();
    const bool changed =
        !m_lastPicture || m_lastPicture->signal != state.signal || m_lastPicture->waitingFor != state.waitingFor;
    if (!changed && now < m_pictureRepeatDue)
        return;
    m_lastPicture = state;
    m_pictureRepeatDue = now + samplePeriod;
    m_observer.pictureSampled(state);
}

void FeedReceiver::tellAudio(Time now)
{
    m_audioDue = now + audioPeriod;
    const AudioLevels levels = m_measures.audio(now);
    if (levels.present) {
        m_quietTurns = 0;
        m_lastSound = true;
        m_observer.audioSampled(levels);
        return;
    }
    // Sound comes in bursts: a turn without a sample is not yet silence. Absence is told once and then once a second.
    ++m_quietTurns;
    const bool gone = m_lastSound && (m_quietTurns >= quietTurnsToSilence || !m_connected);
    if (!gone && (m_lastSound || m_quietTurns < quietTurnsToSilence))
        return;
    m_lastSound = false;
    m_quietTurns = 0;
    m_observer.audioSampled(levels);
}

} // namespace gantry::media
