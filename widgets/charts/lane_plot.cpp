#include "widgets/charts/lane_plot.h"

#include "widgets/charts/lane_painter.h"
#include "widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

// Its header is written with Qt's keywords, which this project does without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach

namespace gantry::widgets {

namespace {

// Ticks we choose ourselves, with labels from outside.
class FixedTicker : public QCPAxisTicker
{
public:
    double first = 0;
    double step = 1;
    std::function<QString(double)> label;

    void generate(const QCPRange &range, const QLocale &, QChar, int, QVector<double> &ticks, QVector<double> *subTicks,
                  QVector<QString> *labels) override
    {
        ticks.clear();
        if (subTicks)
            subTicks->clear();
        if (labels)
            labels->clear();
        if (!(step > 0) || range.size() / step > 200)
            return;
        const double begin = std::ceil((range.lower - first) / step - 1e-6);
        for (double i = begin; first + i * step <= range.upper + step * 1e-6; ++i) {
            const double value = std::abs(first + i * step) < step * 1e-6 ? 0 : first + i * step;
            ticks += value;
            if (labels)
                *labels += label ? label(value) : QString();
        }
    }
};

// Whatever a chart draws besides lines.
class Overlay : public QCPAbstractItem
{
public:
    Overlay(QCustomPlot *plot, const QString &layer, std::function<void(QCPPainter &)> paint)
        : QCPAbstractItem(plot), m_paint(std::move(paint))
    {
        setLayer(layer);
        setClipToAxisRect(true);
        setSelectable(false);
    }

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override
    {
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
        m_paint(*painter);
    }

private:
    std::function<void(QCPPainter &)> m_paint;
};

} // namespace

struct LanePlot::Plot
{
    QCustomPlot *plot = nullptr;
    QSharedPointer<FixedTicker> times{new FixedTicker};
    QSharedPointer<FixedTicker> values{new FixedTicker};

    LaneX x() const
    {
        return [axis = plot->xAxis](double seconds) { return axis->coordToPixel(seconds); };
    }
    QRectF area() const { return QRectF(plot->axisRect()->rect()); }
    void dress() const;
};

void LanePlot::Plot::dress() const
{
    plot->setBackground(QBrush(palette::panel));
    plot->setLayoutDirection(Qt::LeftToRight);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    plot->axisRect()->setMinimumSize(1, 1);
    plot->xAxis->setTicker(times);
    plot->yAxis->setTicker(values);
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(QPen(palette::line, 1));
        axis->setTickPen(QPen(palette::line, 1));
        axis->setSubTicks(false);
        axis->setTickLabelColor(palette::secondary);
        axis->grid()->setPen(QPen(palette::raised, 1));
        axis->grid()->setZeroLinePen(QPen(palette::line, 1));
        axis->setTickLengthIn(0);
    }
    plot->yAxis->setTickLengthOut(0);
    plot->yAxis->setTickLabelPadding(5);
    plot->xAxis->setTickLengthOut(4);
}

LanePlot::LanePlot(const LaneContent &lane, QWidget *parent)
    : QWidget(parent), m_lane(lane), m_plot(std::make_unique<Plot>())
{
    setFocusPolicy(Qt::NoFocus);
    m_plot->plot = new QCustomPlot(this);
    m_plot->plot->setFocusPolicy(Qt::NoFocus);
    m_plot->plot->setMinimumSize(1, 1);
    m_plot->plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->plot->setAccessibleName(tr("Plot"));
    m_plot->dress();
    m_plot->times->label = [this](double seconds) { return m_lane.formatter(seconds); };
    m_plot->values->label = [this](double value) { return scaleText(value); };
    new Overlay(m_plot->plot, QStringLiteral("grid"),
                [this](QCPPainter &painter) { paintLaneGaps(painter, m_lane, m_plot->area(), m_plot->x()); });
    new Overlay(m_plot->plot, QStringLiteral("overlay"), [this](QCPPainter &painter) {
        paintLaneFlags(painter, m_lane, m_plot->area(), m_plot->x());
        paintLaneCursor(painter, m_lane, m_plot->area(), m_plot->x());
    });
}

LanePlot::~LanePlot()
{
    // The overlays speak of members: they go first.
    delete m_plot->plot;
}

void LanePlot::setLines()
{
    QCustomPlot *plot = m_plot->plot;
    while (plot->graphCount() > int(m_lane.series.size()))
        plot->removeGraph(plot->graphCount() - 1);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < m_lane.series.size(); ++i) {
        QCPGraph *graph = int(i) < plot->graphCount() ? plot->graph(int(i)) : plot->addGraph();
        graph->setPen(QPen(lineLook(i).colour, 1, lineLook(i).style));
        QVector<double> keys;
        QVector<double> values;
        const auto &points = m_lane.series[i].points;
        // What lies outside is left out, but for one point on each side: the line runs to the edge.
        auto first = std::lower_bound(points.begin(), points.end(), m_lane.from,
                                      [](const SeriesPoint &point, double t) { return point.seconds < t; });
        if (first != points.begin())
            --first;
        for (auto point = first; point != points.end(); ++point) {
            if (!keys.isEmpty() && point->seconds - keys.last() > m_lane.silence) {
                keys += (point->seconds + keys.last()) / 2;
                values += nan;
            }
            keys += point->seconds;
            values += point->value;
            if (point->seconds > m_lane.to)
                break;
        }
        graph->setData(keys, values, true);
    }
}

void LanePlot::setScale(const ChartScale &scale)
{
    m_plot->values->first = scale.low;
    m_plot->values->step = scale.step;
    m_plot->plot->yAxis->setRange(scale.low, scale.high);
}

QString LanePlot::scaleText(double value) const
{
    int decimals = 0;
    for (double step = m_plot->values->step; decimals < 6 && std::abs(step - std::round(step)) > 1e-6 * step;
         step *= 10)
        ++decimals;
    return QLocale().toString(value, 'f', decimals);
}

void LanePlot::setAxes(const QMargins &margins, bool timeLabels, bool valueLabels, double timeStep)
{
    const QFont small = textFont(0.8);
    m_plot->plot->xAxis->setTickLabelFont(small);
    m_plot->plot->yAxis->setTickLabelFont(small);
    m_plot->plot->xAxis->setTickLabels(timeLabels);
    m_plot->plot->yAxis->setTickLabels(valueLabels);
    m_plot->plot->axisRect()->setMargins(margins);
    m_plot->plot->xAxis->setRange(m_lane.from, m_lane.to);
    m_plot->times->step = timeStep;
    redraw();
}

void LanePlot::redraw()
{
    m_plot->plot->replot(QCustomPlot::rpQueuedReplot);
}

double LanePlot::secondsAt(qreal x) const
{
    return m_plot->plot->xAxis->pixelToCoord(x);
}

qreal LanePlot::xOf(double seconds) const
{
    return m_plot->plot->xAxis->coordToPixel(seconds);
}

void LanePlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_plot->plot->setGeometry(rect());
}

} // namespace gantry::widgets
