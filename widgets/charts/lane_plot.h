#pragma once
// The lines of a lane on their axes, by QCustomPlot (1-px pens, no fills, adaptive sampling), with gaps, flags and the
// cursor painted around them. It reads a LaneContent that someone else keeps, and draws when told. UI thread only.

#include "widgets/charts/chart_maths.h"
#include "widgets/charts/lane_content.h"

#include <QMargins>
#include <QWidget>

#include <memory>

namespace gantry::widgets {

class LanePlot : public QWidget
{
    Q_OBJECT

public:
    // `lane` outlives the plot.
    explicit LanePlot(const LaneContent &lane, QWidget *parent);
    ~LanePlot() override;

    // After the lane's series, range or silence have changed.
    void setLines();
    void setScale(const ChartScale &scale);
    // Room around the lines, which axes have labels, and the step of the time axis in seconds.
    void setAxes(const QMargins &margins, bool timeLabels, bool valueLabels, double timeStep);
    // Draws soon, once for any number of calls.
    void redraw();

    QString scaleText(double value) const;
    double secondsAt(qreal x) const;
    qreal xOf(double seconds) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Plot;
    const LaneContent &m_lane;
    std::unique_ptr<Plot> m_plot;
};

} // namespace gantry::widgets
