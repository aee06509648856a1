#include "widgets/charts/chart_stack.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace gantry::widgets {

ChartStack::ChartStack(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Charts"));
    auto *page = new QWidget;
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    m_timeLabel = new QLabel(page);
    m_timeLabel->setAlignment(Qt::AlignHCenter);
    m_timeLabel->setForegroundRole(QPalette::PlaceholderText);
    m_timeLabel->hide();
    m_column->addWidget(m_timeLabel);
    setWidget(page);
    m_emptyText = new QLabel(tr("Nothing is charted yet"), viewport());
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);
    placeEmptyText();
}

ChartStack::~ChartStack()
{
    // Now, while m_charts still stands: each chart strikes itself off it.
    clear();
}

TimeChart *ChartStack::addChart(const QString &title)
{
    auto *chart = new TimeChart(widget());
    chart->setTitle(title);
    chart->setTimeFormatter(m_formatter);
    chart->setFlags(m_flags);
    chart->setRange(m_from, m_to);
    if (m_now)
        chart->setNow(*m_now);
    connect(chart, &TimeChart::momentPicked, this, &ChartStack::momentPicked);
    connect(chart, &TimeChart::wantedAxisWidthChanged, this, &ChartStack::align);
    connect(chart, &QObject::destroyed, this, [this](QObject *gone) {
        std::erase_if(m_charts, [&](const TimeChart *one) { return static_cast<const QObject *>(one) == gone; });
    });
    m_column->insertWidget(int(m_charts.size()), chart, 1);
    m_charts.push_back(chart);
    chart->show();
    showTimesAtTheBottom();
    align();
    return chart;
}

void ChartStack::removeChart(TimeChart *chart)
{
    const auto found = std::find(m_charts.begin(), m_charts.end(), chart);
    if (found == m_charts.end())
        return;
    m_charts.erase(found);
    delete chart;
    showTimesAtTheBottom();
    align();
}

void ChartStack::clear()
{
    const std::vector<TimeChart *> all = std::exchange(m_charts, {});
    for (TimeChart *chart : all)
        delete chart;
    showTimesAtTheBottom();
}

void ChartStack::setOrder(const std::vector<TimeChart *> &order)
{
    std::vector<TimeChart *> wanted;
    for (TimeChart *chart : order) {
        const bool ours = std::find(m_charts.begin(), m_charts.end(), chart) != m_charts.end();
        if (ours && std::find(wanted.begin(), wanted.end(), chart) == wanted.end())
            wanted.push_back(chart);
    }
    for (TimeChart *chart : m_charts) {
        if (std::find(wanted.begin(), wanted.end(), chart) == wanted.end())
            wanted.push_back(chart);
    }
    if (wanted == m_charts)
        return;
    m_charts = std::move(wanted);
    QWidget *before = nullptr;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_column->removeWidget(m_charts[i]);
        m_column->insertWidget(int(i), m_charts[i], 1);
        if (before)
            QWidget::setTabOrder(before, m_charts[i]);
        before = m_charts[i];
    }
    showTimesAtTheBottom();
}

void ChartStack::setRange(double from, double to)
{
    if (!(to > from))
        return;
    m_from = from;
    m_to = to;
    for (TimeChart *chart : m_charts)
        chart->setRange(from, to);
}

void ChartStack::setNow(double seconds)
{
    m_now = seconds;
    for (TimeChart *chart : m_charts)
        chart->setNow(seconds);
}

void ChartStack::setFlags(const std::vector<ChartFlag> &flags)
{
    m_flags = flags;
    for (TimeChart *chart : m_charts)
        chart->setFlags(flags);
}

void ChartStack::setTimeFormatter(TimeFormatter formatter)
{
    m_formatter = formatter ? std::move(formatter) : TimeFormatter(elapsedText);
    for (TimeChart *chart : m_charts)
        chart->setTimeFormatter(m_formatter);
}

void ChartStack::setTimeLabel(const QString &label)
{
    m_timeLabel->setText(label);
    showTimesAtTheBottom();
}

void ChartStack::align()
{
    int widest = 0;
    for (const TimeChart *chart : m_charts)
        widest = std::max(widest, chart->wantedAxisWidth());
    for (TimeChart *chart : m_charts)
        chart->setAxisWidth(widest);
}

void ChartStack::showTimesAtTheBottom()
{
    for (TimeChart *chart : m_charts) {
        chart->setTimeAxisVisible(chart == m_charts.back());
        chart->setFlagWordsVisible(chart == m_charts.front());
    }
    m_timeLabel->setVisible(!m_charts.empty() && !m_timeLabel->text().isEmpty());
    m_timeLabel->setFont(textFont(0.85));
    m_emptyText->setVisible(m_charts.empty());
}

void ChartStack::placeEmptyText()
{
    m_emptyText->setGeometry(viewport()->rect().adjusted(20, 20, -20, -20));
}

void ChartStack::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeEmptyText();
}

void ChartStack::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_timeLabel)
        m_timeLabel->setFont(textFont(0.85));
}

} // namespace gantry::widgets
