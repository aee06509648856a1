#pragma once
// Plans over a recorded session, away from the UI thread: a reader of its own, a thread of its own, told how far it is,
// ended when nobody wants it any more.

#include "app/control/backtest.h"
#include "app/show/show.h"

#include <QObject>

#include <atomic>
#include <thread>
#include <vector>

namespace gantry {

// UI thread. One run at a time.
class BacktestRun final : public QObject
{
    Q_OBJECT

public:
    // A plan of the show, or a file to read one from.
    struct Choice
    {
        std::optional<Plan> plan;
        QString file;
    };
    struct Outcome
    {
        Plan plan;
        BacktestResult result;
    };

    BacktestRun(QString sessionPath, Show show);
    // Waits for no more than the piece that is being read.
    ~BacktestRun() override;

    bool isRunning() const { return m_running; }
    // Only while none runs. Ends with finished(), failed() or cancelled().
    void start(const std::vector<Choice> &choices, std::chrono::milliseconds effect);
    void cancel() { m_stop = true; }

Q_SIGNALS:
    void progressed(double share); // 0..1
    // In the order of the choices. `damage`: what of the session could not be read; usually empty.
    void finished(const std::vector<gantry::BacktestRun::Outcome> &outcomes, const QString &damage);
    void failed(const QString &why);
    void cancelled();

private:
    void run(const std::vector<Choice> &choices, std::chrono::milliseconds effect);
    template <typename Tell>
    void tell(Tell tell); // on the UI thread
    template <typename Tell>
    void end(Tell tell);

    const QString m_sessionPath;
    const Show m_show;
    std::atomic<bool> m_stop{false};
    bool m_running = false;
    std::thread m_thread;
};

} // namespace gantry
