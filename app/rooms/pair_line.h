#pragma once
// The pairs of a live room: once a second each backup is compared with its primary, and what comes of it goes into the
// session as a MatchRecord. The comparing runs on a thread of its own: it is a few milliseconds a pair, too much for
// the threads that alarms and windows wait for.

#include "app/session/sequencer.h"
#include "app/show/show.h"
#include "media/measure/fingerprint_track.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace gantry {

// Built and destroyed on the UI thread. The sequencer must outlive it.
class PairLines final : public QObject
{
    Q_OBJECT

public:
    using Track = std::shared_ptr<const media::FingerprintTrack>;

    static constexpr std::chrono::seconds every{1};

    explicit PairLines(Sequencer &sequencer);
    // Returns when no comparison runs any more.
    ~PairLines() override;

    // Before start(). The tracks are those of the pair's feeds.
    void add(const Pair &pair, Track primary, Track backup);
    // Without pairs there is no thread.
    void start();

private:
    struct Line
    {
        PairId id;
        Track primary;
        Track backup;
    };
    void compare();

    Sequencer &m_sequencer;
    std::vector<Line> m_lines;
    QThread m_thread;
    QTimer m_timer; // on m_thread from start() on
};

} // namespace gantry
