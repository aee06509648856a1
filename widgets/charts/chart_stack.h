#pragma once
// Lanes on one time axis, one below the other, scrolling when there are many. All plots begin at the same pixel; only
// the lowest lane carries the times. UI thread only.

#include "widgets/charts/time_chart.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace gantry::widgets {

class ChartStack : public QScrollArea
{
    Q_OBJECT

public:
    explicit ChartStack(QWidget *parent = nullptr);
    ~ChartStack() override;

    // A new lane at the bottom; the stack owns it.
    TimeChart *addChart(const QString &title);
    void removeChart(TimeChart *chart);
    void clear();
    // Worst first: moves lanes into this order; those not named keep theirs, behind.
    void setOrder(const std::vector<TimeChart *> &order);
    const std::vector<TimeChart *> &charts() const { return m_charts; }

    // To every lane.
    void setRange(double from, double to);
    void setNow(double seconds);
    void setFlags(const std::vector<ChartFlag> &flags);
    void setTimeFormatter(TimeFormatter formatter);
    // What the axis counts, below it: "UTC", "time since the session began".
    void setTimeLabel(const QString &label);
    // Gives all lanes the left margin of the one that needs most; happens by itself when a lane's scale changes.
    void align();

Q_SIGNALS:
    void momentPicked(double seconds);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTimesAtTheBottom();
    void placeEmptyText();

    std::vector<TimeChart *> m_charts;
    std::vector<ChartFlag> m_flags;
    TimeFormatter m_formatter = elapsedText;
    double m_from = 0;
    double m_to = 60;
    std::optional<double> m_now;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_timeLabel = nullptr;
    QLabel *m_emptyText = nullptr;
};

} // namespace gantry::widgets
