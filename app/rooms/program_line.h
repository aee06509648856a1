#pragma once
// What is on air, from the return itself: ten times a second the picture that comes back from an encoder is looked for
// among the feeds of its inputs, twice a second its sound; a ProgramRecord says so at every change, and once a second.
// The searching runs on a thread of its own: a few milliseconds a look.

#include "app/session/sequencer.h"
#include "app/show/show.h"
#include "media/measure/program_match.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace gantry {

// Built and destroyed on the UI thread. The sequencer must outlive it.
class ProgramLines final : public QObject
{
    Q_OBJECT

public:
    using Track = std::shared_ptr<const media::FingerprintTrack>;

    static constexpr std::chrono::milliseconds every{100};
    static constexpr int soundEvery = 5; // looks
    static constexpr int tellEvery = 10; // looks, when nothing has changed

    explicit ProgramLines(Sequencer &sequencer);
    // Returns when nothing is searched any more.
    ~ProgramLines() override;

    // Before start(). An encoder whose inputs the room does not see is left out.
    void add(const Encoder &encoder, const FeedId &returned, const std::function<Track(const FeedId &)> &trackOf);
    // Without encoders there is no thread.
    void start();

private:
    struct Line
    {
        EncoderId encoder;
        FeedId feed;
        Track returned;
        std::vector<FeedId> feeds;
        std::vector<Track> sources;
        media::ProgramVerdict sound;
        ProgramRecord told;
        int lookedSince = 0;
    };
    void look();
    void look(Line &line, media::ProgramHistory::Time now);
    std::vector<const media::ProgramHistory *> sourcesOf(const Line &line) const;

    Sequencer &m_sequencer;
    std::vector<Line> m_lines;
    std::map<Track, media::ProgramHistory> m_histories; // a feed may go into several encoders
    int m_looks = 0;
    QThread m_thread;
    QTimer m_timer; // on m_thread from start() on
};

} // namespace gantry
