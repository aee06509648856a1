#pragma once
// What failover plans would have done in this session: two of them side by side, their figures and what sets them
// apart, and every step, from which one can go to that moment of the replay. Runs nothing itself: it asks, and is told.

#include "app/control/backtest.h"
#include "app/show/show.h"
#include "app/windows/room_window.h"

#include <array>
#include <optional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace gantry {

class BacktestWindow final : public RoomWindow
{
    Q_OBJECT

public:
    // One column: a plan and what came of it.
    struct Column
    {
        Plan plan;
        BacktestResult result;
    };
    // What was chosen on one side: a plan of the show, or a file.
    struct Choice
    {
        std::optional<int> plan; // of the show's
        QString file;
    };

    BacktestWindow(const Show &show, std::chrono::microseconds sessionBegin, QWidget *parent = nullptr);

    void setProgress(double share);
    void setResults(const std::vector<Column> &columns, const QString &damage);
    void setFailure(const QString &why);
    void setCancelled();
    // A file is on offer in that side's list, and chosen.
    void offerFile(int side, const QString &path);

Q_SIGNALS:
    void runRequested(const std::vector<gantry::BacktestWindow::Choice> &choices, std::chrono::milliseconds effect);
    void cancelRequested();
    void seekRequested(std::chrono::microseconds elapsed);

private:
    static constexpr int sides = 2;

    QWidget *choosing();
    QComboBox *picker(int side);
    void openFile(int side);
    void picked(int side, int index);
    void run();
    void setRunning(bool running);
    void tell(const QString &sentence);
    void fillFigures(const std::vector<Column> &columns);
    void fillSteps(int side, const Column &column);

    const Show m_show;
    const std::chrono::microseconds m_begin;
    std::array<QComboBox *, sides> m_pickers{};
    std::array<int, sides> m_chosen{}; // to go back to when no file was opened
    std::array<QListWidget *, sides> m_steps{};
    QDoubleSpinBox *m_effect = nullptr;
    QPushButton *m_run = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_said = nullptr;
    QTableWidget *m_figures = nullptr;
    bool m_running = false;
};

} // namespace gantry
