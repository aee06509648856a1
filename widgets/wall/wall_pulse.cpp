#include "widgets/wall/wall_pulse.h"

#include <QCoreApplication>
#include <QEvent>

#include <atomic>
#include <mutex>

namespace gantry::widgets {

namespace {

// One event is on its way at most, however many feeds ring.
class PostingBell final : public media::FrameBell
{
public:
    explicit PostingBell(QObject *listener) : m_listener(listener) {}

    void ring() override
    {
        if (m_rung.exchange(true))
            return;
        const std::lock_guard lock(m_mutex);
        if (m_listener)
            QCoreApplication::postEvent(m_listener, new QEvent(QEvent::User), Qt::HighEventPriority);
    }
    // Before looking: what comes afterwards rings again.
    void heard() { m_rung.store(false); }
    void forget()
    {
        const std::lock_guard lock(m_mutex);
        m_listener = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject *m_listener;
    std::atomic<bool> m_rung{false};
};

} // namespace

WallPulse::WallPulse(QObject *parent) : QObject(parent), m_bell(std::make_shared<PostingBell>(this))
{
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    connect(&m_rest, &QTimer::timeout, this, &WallPulse::beat);
    m_idle.setInterval(pause);
    connect(&m_idle, &QTimer::timeout, this, &WallPulse::beat);
}

WallPulse::~WallPulse()
{
    static_cast<PostingBell &>(*m_bell).forget();
}

void WallPulse::start()
{
    m_runs = true;
    m_idle.start();
    beat();
}

void WallPulse::stop()
{
    m_runs = false;
    m_idle.stop();
    m_rest.stop();
}

void WallPulse::customEvent(QEvent *event)
{
    if (event->type() != QEvent::User || !m_runs || m_rest.isActive())
        return;
    const std::chrono::milliseconds since(m_beaten.isValid() ? m_beaten.elapsed() : gap.count());
    if (since >= gap)
        beat();
    else
        m_rest.start(gap - since);
}

void WallPulse::beat()
{
    static_cast<PostingBell &>(*m_bell).heard();
    m_beaten.start();
    // A little early rather than a whole gap late.
    const bool everything = !m_paused.isValid() || m_paused.elapsed() >= pause.count() - 2;
    if (everything) {
        m_paused.start();
        m_idle.start();
    }
    Q_EMIT beaten(everything);
}

} // namespace gantry::widgets
