#include "app/rooms/pair_line.h"

#include "app/rooms/finish_on.h"
#include "media/measure/content_match.h"

namespace gantry {

PairLines::PairLines(Sequencer &sequencer) : m_sequencer(sequencer)
{
    m_timer.setInterval(every);
    // In the timer's thread.
    connect(&m_timer, &QTimer::timeout, &m_timer, [this] { compare(); });
}

PairLines::~PairLines()
{
    if (m_thread.isRunning())
        finishOn(m_thread, [this] {
            m_timer.stop();
            m_timer.moveToThread(thread()); // it is destroyed there
        });
}

void PairLines::add(const Pair &pair, Track primary, Track backup)
{
    m_lines.push_back({pair.id, std::move(primary), std::move(backup)});
}

void PairLines::start()
{
    if (m_lines.empty())
        return;
    m_thread.setObjectName(QStringLiteral("pairs"));
    m_timer.moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, &m_timer, qOverload<>(&QTimer::start));
    m_thread.start(QThread::LowPriority);
}

void PairLines::compare()
{
    const auto now = std::chrono::steady_clock::now();
    // A feed may be in several pairs.
    std::map<Track, media::MatchSeries> series;
    const auto seriesOf = [&](const Track &track) -> const media::MatchSeries & {
        const auto found = series.find(track);
        return found != series.end() ? found->second
                                     : series.emplace(track, media::MatchSeries::of(*track, now)).first->second;
    };
    for (const Line &line : m_lines)
        m_sequencer.post(MatchRecord{line.id, media::matchContent(seriesOf(line.primary), seriesOf(line.backup))});
}

} // namespace gantry
