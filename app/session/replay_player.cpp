#include "app/session/replay_player.h"

#include <algorithm>

namespace gantry {

namespace {

constexpr qsizetype kMostAtOnce = 20'000; // after a computer that slept, in pieces

} // namespace

ReplayPlayer::ReplayPlayer(std::unique_ptr<SessionReader> reader, SteadyNow steadyNow, QObject *parent)
    : RecordSource(parent)
    , m_reader(std::move(reader))
    , m_steadyNow(std::move(steadyNow))
    , m_timer(this)
    , m_clock(m_reader->span().begin.elapsed, m_reader->span().end.elapsed)
    , m_anchor(m_reader->span().begin)
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &ReplayPlayer::tick);
}

ReplayPlayer::~ReplayPlayer() = default;

Instant ReplayPlayer::now() const
{
    const std::scoped_lock guard(m_mutex);
    return instantAt(m_clock.position(m_steadyNow()));
}

Instant ReplayPlayer::instantAt(std::chrono::microseconds position) const
{
    return {m_anchor.utc + (position - m_anchor.elapsed), position};
}

void ReplayPlayer::start()
{
    restart(m_steadyNow());
}

void ReplayPlayer::play()
{
    const ReplayClock::Steady steady = m_steadyNow();
    {
        const std::scoped_lock guard(m_mutex);
        m_clock.play(steady);
    }
    m_timer.start();
    advance(steady);
}

void ReplayPlayer::pause()
{
    const ReplayClock::Steady steady = m_steadyNow();
    {
        const std::scoped_lock guard(m_mutex);
        m_clock.pause(steady);
    }
    advance(steady);
}

void ReplayPlayer::setSpeed(double speed)
{
    const ReplayClock::Steady steady = m_steadyNow();
    {
        const std::scoped_lock guard(m_mutex);
        m_clock.setSpeed(speed, steady);
    }
    advance(steady);
}

void ReplayPlayer::seek(std::chrono::microseconds elapsed)
{
    const ReplayClock::Steady steady = m_steadyNow();
    {
        const std::scoped_lock guard(m_mutex);
        m_clock.seek(elapsed, steady);
    }
    restart(steady);
}

void ReplayPlayer::tick()
{
    advance(m_steadyNow());
}

std::chrono::microseconds ReplayPlayer::positionAt(ReplayClock::Steady steady) const
{
    const std::scoped_lock guard(m_mutex);
    return m_clock.position(steady);
}

void ReplayPlayer::restart(ReplayClock::Steady steady)
{
    const std::chrono::microseconds position = positionAt(steady);
    const RecordBatch state = m_reader->stateAt(position);
    const Instant anchor = m_reader->instantAt(position);
    {
        const std::scoped_lock guard(m_mutex);
        m_anchor = anchor;
    }
    m_delivered = position;
    Q_EMIT restarted(state);
    tell(steady);
}

// Everything up to the position at this time. One time for all of it: the end must not be announced before its records.
void ReplayPlayer::advance(ReplayClock::Steady steady)
{
    const std::chrono::microseconds position = positionAt(steady);
    while (m_delivered < position) {
        const RecordBatch batch = m_reader->records(m_delivered, position, kMostAtOnce);
        if (batch.isEmpty() || batch.constLast().at.elapsed <= m_delivered)
            break;
        m_delivered = batch.constLast().at.elapsed;
        {
            const std::scoped_lock guard(m_mutex);
            m_anchor = batch.constLast().at;
        }
        Q_EMIT arrived(batch);
    }
    m_delivered = std::max(m_delivered, position);
    tell(steady);
}

void ReplayPlayer::tell(ReplayClock::Steady steady)
{
    Instant at;
    bool playing = false;
    double speed = 1;
    {
        const std::scoped_lock guard(m_mutex);
        at = instantAt(m_clock.position(steady));
        playing = m_clock.isPlaying(steady);
        speed = m_clock.speed();
    }
    if (!playing)
        m_timer.stop();
    Q_EMIT positionChanged(at, playing, speed);
}

} // namespace gantry
