#pragma once
// One lane of figures over time: a title, the newest value large with its age, lines without fill, gaps where nothing
// was known (hatched, labelled "no data"), flags as dashed uprights. Time runs from left to right in every language.
// It keeps no clock: what is newest, and how old, follows from setNow(). UI thread only.

#include "widgets/charts/chart_maths.h"
#include "widgets/charts/lane_content.h"
#include "widgets/charts/series.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace gantry::widgets {

class LanePlot;

class TimeChart : public QWidget
{
    Q_OBJECT

public:
    explicit TimeChart(QWidget *parent = nullptr);
    ~TimeChart() override;

    void setTitle(const QString &title);
    QString title() const;
    // A remark behind the title, where a figure needs one: "CMCD, 30 s window".
    void setNote(const QString &note);
    void setSeries(const std::vector<Series> &series);
    void setFlags(const std::vector<ChartFlag> &flags);
    // The time axis, in seconds since the session began. Nothing happens unless to > from.
    void setRange(double from, double to);
    // The moment the chart speaks of: ages are counted from it, and silence up to it is a gap.
    void setNow(double seconds);
    // Points further apart than this are not joined, and an older value is called old. Default 5 s.
    void setSilence(double seconds);
    void setTimeFormatter(TimeFormatter formatter);
    // Only the lowest lane of a stack shows times.
    void setTimeAxisVisible(bool visible);
    // Flags with their words, or only as lines and shapes (the lower lanes of a stack); the tool tip has the words.
    void setFlagWordsVisible(bool visible);
    // Fixes the scale (percentages); nullopt lets it follow the values.
    void setFixedScale(std::optional<std::pair<double, double>> lowHigh);

    // Room for the figures left of the plot, so that lanes align.
    int wantedAxisWidth() const;
    void setAxisWidth(int pixels);

    // "4.1 Mb/s", or "—" without a value at `now`; "3 s old", empty when it is no older than the silence.
    QString newestText(int series = 0) const;
    QString newestAge(int series = 0) const;
    // Every gap within the range, of the first series.
    std::vector<ChartGap> gaps() const;
    // The lane in a sentence.
    QString sentence() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // A double click in the plot, or Enter: the person wants to see this moment.
    void momentPicked(double seconds);
    void wantedAxisWidthChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rescale();
    void placeAxes();
    void describe();
    void changed();

    LaneContent m_lane;
    LanePlot *m_plot;
    std::optional<std::pair<double, double>> m_fixedScale;
    ChartScale m_scale;
    bool m_timesVisible = true;
    int m_axisWidth = 0; // from outside; 0: what this lane wants
    int m_lastWanted = -1;
};

} // namespace gantry::widgets
