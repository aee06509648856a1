#pragma once
// Looks twice a second at what is needed of each feed (walls, tally, alarms) and at how the machine does, and lets the
// policy decide what each may cost. Says in words what the walls and the control window show of it. UI thread.

#include "app/control/load_policy.h"
#include "app/session/record_source.h"
#include "app/windows/wall_window.h"

#include <QAbstractItemModel>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace gantry {

// 0..1: how busy all cores were since the last call, with all programs. Nothing the first time, or where the system
// does not tell (/proc/stat).
class MachineBusy
{
public:
    std::optional<double> take();

private:
    std::uint64_t m_busy = 0;
    std::uint64_t m_all = 0;
};

class LoadWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds every{500};

    struct Ends
    {
        std::function<std::vector<WallSight>()> walls;
        std::function<void(int row, const media::FeedLoad &load)> set; // only what has changed
        std::function<std::chrono::milliseconds(int row)> takeWaited;
    };
    // `feeds` has a row a feed of the show (WallRole); model and source outlive this.
    LoadWatch(const Show &show, const QAbstractItemModel &feeds, const RecordSource &source, Ends ends);

    void start() { m_timer.start(every); }
    // What the timer does.
    void look(LoadPolicy::Time now, std::optional<double> busy);
    // A hand has selected or opened something: it is given in full at once.
    void lookAgain();

    LoadStep step() const { return m_policy.step(); }
    QString wallText() const;   // what the machine cannot do; empty while it can
    QString statusText() const; // "2 cores 61 %"

Q_SIGNALS:
    void changed();
    // It has fallen or risen: a sentence for the session.
    void stepped(const QString &sentence);

private:
    struct Figures // of the feed's newest samples
    {
        std::optional<std::uint64_t> decoded;
        std::uint64_t unseen = 0;
        std::uint64_t undecoded = 0;
        std::uint64_t thrownAway = 0; // since the last look
        std::optional<double> drawnShare;
        std::chrono::microseconds at{0};
        bool drawn = false; // in full, by a wall: its pictures ought to be seen
    };
    void take(const RecordBatch &batch);
    void takePicture(Figures &figures, const media::PictureState &state, std::chrono::microseconds at);
    std::vector<FeedUse> uses() const;
    MachineState machine(std::optional<double> busy);
    void apply(const std::vector<FeedUse> &needed, const std::vector<media::FeedLoad> &loads);

    std::vector<FeedUse> m_declared;
    QStringList m_names;
    const QAbstractItemModel &m_feeds;
    const Ends m_ends;
    LoadPolicy m_policy;
    MachineBusy m_busy;
    std::optional<double> m_lastBusy;
    std::vector<Figures> m_figures;
    std::vector<std::optional<media::FeedLoad>> m_loads;
    QTimer m_timer;
};

} // namespace gantry
