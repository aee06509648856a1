#include "widgets/charts/time_chart.h"

#include "widgets/charts/lane_painter.h"
#include "widgets/charts/lane_plot.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

constexpr int focusBar = 3; // the white mark left of the lane that has the focus

int headerHeight()
{
    return int(std::ceil(QFontMetricsF(textFont(1.35)).height() * 1.15));
}

} // namespace

TimeChart::TimeChart(QWidget *parent) : QWidget(parent), m_plot(new LanePlot(m_lane, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    m_plot->installEventFilter(this);
    rescale();
}

TimeChart::~TimeChart()
{
    delete m_plot; // it reads our lane
}

// --- what it is told ---

void TimeChart::setTitle(const QString &title)
{
    m_lane.title = title;
    describe();
    update();
}

QString TimeChart::title() const
{
    return m_lane.title;
}

void TimeChart::setNote(const QString &note)
{
    m_lane.note = note;
    update();
}

void TimeChart::setSeries(const std::vector<Series> &series)
{
    m_lane.series = series;
    changed();
}

void TimeChart::setFlags(const std::vector<ChartFlag> &flags)
{
    m_lane.flags = flags;
    std::stable_sort(m_lane.flags.begin(), m_lane.flags.end(),
                     [](const ChartFlag &a, const ChartFlag &b) { return a.seconds < b.seconds; });
    m_plot->redraw();
}

void TimeChart::setRange(double from, double to)
{
    if (!(to > from) || (from == m_lane.from && to == m_lane.to))
        return;
    m_lane.from = from;
    m_lane.to = to;
    changed();
}

void TimeChart::setNow(double seconds)
{
    if (m_lane.now == seconds)
        return;
    m_lane.now = seconds;
    describe();
    update();
    m_plot->redraw();
}

void TimeChart::setSilence(double seconds)
{
    m_lane.silence = seconds;
    changed();
}

void TimeChart::setTimeFormatter(TimeFormatter formatter)
{
    m_lane.formatter = formatter ? std::move(formatter) : TimeFormatter(elapsedText);
    placeAxes();
}

void TimeChart::setTimeAxisVisible(bool visible)
{
    m_timesVisible = visible;
    placeAxes();
    updateGeometry();
}

void TimeChart::setFlagWordsVisible(bool visible)
{
    m_lane.flagWords = visible;
    m_plot->redraw();
}

void TimeChart::setFixedScale(std::optional<std::pair<double, double>> lowHigh)
{
    m_fixedScale = lowHigh;
    rescale();
}

void TimeChart::setAxisWidth(int pixels)
{
    if (pixels == m_axisWidth)
        return;
    m_axisWidth = pixels;
    placeAxes();
}

int TimeChart::wantedAxisWidth() const
{
    const ChartScale &scale = m_scale;
    const QFontMetrics metrics(textFont(0.8));
    int widest = 0;
    for (double value = scale.low; value <= scale.high + scale.step * 0.01; value += scale.step)
        widest = std::max(widest, metrics.horizontalAdvance(m_plot->scaleText(value)));
    return widest + metrics.height();
}

// --- what it says ---

QString TimeChart::newestText(int series) const
{
    return m_lane.newestText(std::size_t(series));
}

QString TimeChart::newestAge(int series) const
{
    return m_lane.newestAge(std::size_t(series));
}

std::vector<ChartGap> TimeChart::gaps() const
{
    return m_lane.gaps();
}

QString TimeChart::sentence() const
{
    return m_lane.sentence();
}

void TimeChart::describe()
{
    setAccessibleName(sentence());
}

// --- building ---

void TimeChart::changed()
{
    m_plot->setLines();
    rescale();
    describe();
    update();
}

void TimeChart::rescale()
{
    const int room = height() - headerHeight() - (m_timesVisible ? 2 : 1) * fontMetrics().height();
    const int steps = std::clamp(room / (fontMetrics().height() * 2), 2, 5);
    const auto extent = m_lane.extent();
    m_scale = extent ? niceScale(extent->first, extent->second, steps) : ChartScale{};
    if (m_fixedScale)
        m_scale = {m_fixedScale->first, m_fixedScale->second, (m_fixedScale->second - m_fixedScale->first) / 2};
    m_plot->setScale(m_scale);
    placeAxes();
    if (const int wanted = wantedAxisWidth(); wanted != m_lastWanted) {
        m_lastWanted = wanted;
        Q_EMIT wantedAxisWidthChanged();
    }
}

void TimeChart::placeAxes()
{
    const int em = fontMetrics().height();
    const int top = headerHeight();
    m_plot->setGeometry(focusBar, top, width() - focusBar, std::max(1, height() - top - em / 4));
    const QFontMetrics small(textFont(0.8));
    const int line = small.height();
    const int left = m_axisWidth > 0 ? m_axisWidth : wantedAxisWidth();
    const int label = small.horizontalAdvance(m_lane.formatter(m_lane.to)) + 2 * em;
    const int room = std::max(1, width() - left - em);
    m_plot->setAxes({left - focusBar, line * 3 / 4, em, m_timesVisible ? line + 10 : line * 3 / 4}, m_timesVisible,
                    m_lane.hasData(), timeStep(m_lane.to - m_lane.from, std::max(1, room / std::max(1, label))));
}

QSize TimeChart::sizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 40, headerHeight() + em * (m_timesVisible ? 7 : 5)};
}

QSize TimeChart::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 12, headerHeight() + em * (m_timesVisible ? 5 : 4)};
}

// --- painting and hands ---

void TimeChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.fillRect(rect(), palette::panel);
    const qreal em = fontMetrics().height();
    paintLaneHeader(painter, m_lane, QRectF(em * 0.6, 0, width() - em * 1.6, headerHeight()));
    painter.fillRect(QRectF(0, height() - 1, width(), 1), palette::line);
    if (hasFocus())
        painter.fillRect(QRectF(0, 0, focusBar, height()), palette::focus);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rescale();
}

void TimeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        rescale();
    }
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_lane.cursor.reset();
    m_plot->redraw();
    update();
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const double step = (m_lane.to - m_lane.from) / 100 * (event->modifiers() & Qt::ShiftModifier ? 10 : 1);
    const double here = m_lane.cursor.value_or(std::clamp(m_lane.end(), m_lane.from, m_lane.to));
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_lane.cursor && !event->isAutoRepeat()) {
        Q_EMIT momentPicked(*m_lane.cursor);
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_lane.cursor = std::clamp(here + (event->key() == Qt::Key_Left ? -step : step), m_lane.from, m_lane.to);
        setAccessibleDescription(m_lane.readOut(*m_lane.cursor));
    } else if (event->key() == Qt::Key_Escape && m_lane.cursor) {
        m_lane.cursor.reset();
    } else {
        return event->ignore();
    }
    m_plot->redraw();
}

bool TimeChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_plot)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonDblClick) {
        const qreal x = static_cast<QMouseEvent *>(event)->position().x();
        Q_EMIT momentPicked(std::clamp(m_plot->secondsAt(x), m_lane.from, m_lane.to));
        return true;
    }
    if (event->type() == QEvent::Wheel) {
        event->ignore(); // a stack of lanes scrolls
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QStringList lines{m_lane.readOut(m_plot->secondsAt(help->pos().x()))};
        for (const ChartFlag &flag : m_lane.flags) {
            if (std::abs(m_plot->xOf(flag.seconds) - help->pos().x()) < 6)
                lines += tr("%1  %2", "time, what happened").arg(m_lane.formatter(flag.seconds), flag.text);
        }
        QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), m_plot);
        return true;
    }
    return false;
}

} // namespace gantry::widgets
