#include "app/session/sequencer.h"

#include <QThread>

#include <cmath>

namespace gantry {

using namespace std::chrono;

namespace {

bool isTelemetry(const Payload &payload)
{
    return std::holds_alternative<LinkRecord>(payload) || std::holds_alternative<TransportRecord>(payload) ||
           std::holds_alternative<PictureRecord>(payload) || std::holds_alternative<AudioRecord>(payload) ||
           std::holds_alternative<MatchRecord>(payload) || std::holds_alternative<ProgramRecord>(payload) ||
           std::holds_alternative<StillRecord>(payload);
}

// Rules answer rules (a tally change makes an alarm worse). More rounds than this is a loop of our own making.
constexpr int deepestAnswer = 8;

// NTP slews below this; a larger difference between two ticks is a step.
constexpr milliseconds clockStep{500};

} // namespace

Sequencer::Sequencer(const RoomClock &clock, std::vector<RecordRule *> rules, QObject *parent)
    : RecordSource(parent), m_clock(clock), m_rules(std::move(rules))
{
}

void Sequencer::post(Payload payload)
{
    bool wake = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_posted.size() >= capacity && isTelemetry(payload)) {
            ++m_dropped;
            return;
        }
        wake = m_posted.empty();
        m_posted.push_back({m_clock.now(), std::move(payload)});
    }
    if (wake)
        QMetaObject::invokeMethod(this, &Sequencer::drain, Qt::QueuedConnection);
}

std::uint64_t Sequencer::dropped() const
{
    const std::scoped_lock lock(m_mutex);
    return m_dropped;
}

RecordNumber Sequencer::record(Payload payload)
{
    Q_ASSERT(QThread::currentThread() == thread());
    RecordBatch batch;
    const Instant now = drainUpToNow(batch);
    const RecordNumber number = m_last + 1;
    take({now, std::move(payload)}, batch);
    deliver(batch);
    return number;
}

void Sequencer::answerNow(const std::function<QList<Payload>(const Instant &)> &ask)
{
    Q_ASSERT(QThread::currentThread() == thread());
    RecordBatch batch;
    const Instant now = drainUpToNow(batch);
    answer(ask(now), now, batch);
    deliver(batch);
}

void Sequencer::tick()
{
    RecordBatch batch;
    const Instant now = drainUpToNow(batch);
    const auto offset = now.utc.time_since_epoch() - now.elapsed;
    if (m_wallOffset && abs(offset - *m_wallOffset) > clockStep) {
        const double seconds = duration<double>(offset - *m_wallOffset).count();
        take({now, NoteRecord{{},
                              tr("This computer's clock was set by %1 s. Durations and order are not affected.")
                                  .arg(seconds, 0, 'f', 1)}},
             batch);
    }
    m_wallOffset = offset;
    for (RecordRule *rule : m_rules)
        answer(rule->passed(now), now, batch);
    deliver(batch);
}

void Sequencer::drain()
{
    RecordBatch batch;
    drainUpToNow(batch);
    deliver(batch);
}

Instant Sequencer::drainUpToNow(RecordBatch &batch)
{
    std::deque<Posted> posted;
    Instant now;
    {
        // Taken under the lock: whatever is posted later has a later instant, and will have a later number.
        const std::scoped_lock lock(m_mutex);
        posted.swap(m_posted);
        now = m_clock.now();
    }
    for (Posted &one : posted)
        take(std::move(one), batch);
    return now;
}

void Sequencer::take(Posted posted, RecordBatch &batch)
{
    answer({std::move(posted.payload)}, posted.at, batch);
}

void Sequencer::answer(QList<Payload> payloads, const Instant &at, RecordBatch &batch)
{
    for (int round = 0; !payloads.isEmpty(); ++round) {
        Q_ASSERT(round < deepestAnswer);
        QList<Payload> further;
        for (Payload &payload : payloads) {
            const Record record{++m_last, at, std::move(payload)};
            batch.append(record);
            for (RecordRule *rule : m_rules)
                further += rule->applied(record);
        }
        payloads = std::move(further);
    }
}

void Sequencer::deliver(RecordBatch &batch)
{
    if (!batch.isEmpty())
        Q_EMIT arrived(batch);
}

} // namespace gantry
