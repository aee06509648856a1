#include "app/rooms/program_line.h"

#include "app/rooms/finish_on.h"

#include <algorithm>

namespace gantry {

namespace {

ProgramRecord::Feeds named(const media::ProgramVerdict &verdict, const std::vector<FeedId> &feeds)
{
    if (!verdict.sources)
        return std::nullopt;
    std::vector<QString> names;
    for (const int source : *verdict.sources)
        names.push_back(feeds[std::size_t(source)].text);
    return names;
}

} // namespace

ProgramLines::ProgramLines(Sequencer &sequencer) : m_sequencer(sequencer)
{
    m_timer.setInterval(every);
    // In the timer's thread.
    connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
}

ProgramLines::~ProgramLines()
{
    if (m_thread.isRunning())
        finishOn(m_thread, [this] {
            m_timer.stop();
            m_timer.moveToThread(thread()); // it is destroyed there
        });
}

void ProgramLines::add(const Encoder &encoder, const FeedId &returned,
                       const std::function<Track(const FeedId &)> &trackOf)
{
    Line line;
    line.encoder = encoder.id;
    line.feed = returned;
    line.returned = trackOf(returned);
    for (const EncoderInput &input : encoder.inputs) {
        if (input.feed.text.isEmpty() || std::ranges::find(line.feeds, input.feed) != line.feeds.end())
            continue;
        line.feeds.push_back(input.feed);
        line.sources.push_back(trackOf(input.feed));
    }
    if (line.sources.empty())
        return;
    m_histories.try_emplace(line.returned);
    for (const Track &track : line.sources)
        m_histories.try_emplace(track);
    m_lines.push_back(std::move(line));
}

void ProgramLines::start()
{
    if (m_lines.empty())
        return;
    m_thread.setObjectName(QStringLiteral("program"));
    m_timer.moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, &m_timer, qOverload<>(&QTimer::start));
    m_thread.start();
}

void ProgramLines::look()
{
    const auto now = std::chrono::steady_clock::now();
    const bool sounds = m_looks++ % soundEvery == 0;
    for (auto &[track, history] : m_histories) {
        history.takePictures(*track, now);
        if (sounds)
            history.takeSounds(*track, now);
    }
    for (Line &line : m_lines) {
        if (sounds)
            line.sound = media::programBySound(sourcesOf(line), m_histories.at(line.returned), now);
        look(line, now);
    }
}

std::vector<const media::ProgramHistory *> ProgramLines::sourcesOf(const Line &line) const
{
    std::vector<const media::ProgramHistory *> sources;
    for (const Track &track : line.sources)
        sources.push_back(&m_histories.at(track));
    return sources;
}

void ProgramLines::look(Line &line, media::ProgramHistory::Time now)
{
    const auto picture = media::programByPicture(sourcesOf(line), m_histories.at(line.returned), now);
    const auto both = media::programOf(picture, line.sound);
    ProgramRecord record{
        line.encoder, line.feed, named(both, line.feeds), named(picture, line.feeds), named(line.sound, line.feeds),
        both.behind};
    const bool changed = record.program != line.told.program;
    if (!changed && ++line.lookedSince < tellEvery)
        return;
    line.lookedSince = 0;
    line.told = record;
    m_sequencer.post(std::move(record));
}

} // namespace gantry
