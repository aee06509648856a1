#include "app/windows/charts_window.h"

#include "app/models/series_store.h"
#include "app/models/words.h"
#include "widgets/charts/chart_stack.h"

#include <QComboBox>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace gantry {

ChartsWindow::ChartsWindow(const QString &show, const SeriesStore &store, const RecordSource &source, QWidget *parent)
    : RoomWindow(tr("Charts"), show, parent)
    , m_store(store)
    , m_source(source)
    , m_span(new QComboBox)
    , m_feed(new QComboBox)
    , m_stack(new widgets::ChartStack)
    , m_second(new QTimer(this))
{
    m_span->addItem(tr("last minute"), 60.0);
    m_span->addItem(tr("last 3 minutes"), 180.0);
    m_span->addItem(tr("last 10 minutes"), 600.0);
    m_span->setAccessibleName(tr("How far back the charts reach"));
    m_span->setToolTip(tr("How far back the charts reach"));
    m_feed->addItem(tr("everything in short"));
    for (const ChartLane &lane : store.lanes()) {
        if (!lane.feed.isEmpty() && m_feed->findData(lane.feed) < 0)
            m_feed->addItem(tr("%1 in full", "feed or encoder").arg(lane.feed), lane.feed);
    }
    m_feed->setAccessibleName(tr("Whose figures are charted"));
    m_feed->setToolTip(tr("Whose figures are charted"));
    m_feed->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_feed->setMinimumContentsLength(18);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 4);
    auto *label = new QLabel(tr("&Show"));
    label->setBuddy(m_span);
    top->addWidget(label);
    top->addWidget(m_span);
    top->addSpacing(16);
    auto *feed = new QLabel(tr("&of"));
    feed->setBuddy(m_feed);
    top->addWidget(feed);
    top->addWidget(m_feed);
    top->addStretch(1);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    setObjectName(QStringLiteral("charts")); // what its screenshots are called
    setContent(content);
    resize(1100, 900);

    // Axis figures in UTC: the one clock that the log, the providers and the windows share.
    m_stack->setTimeFormatter([this](double seconds) {
        Instant at = m_source.now();
        const auto elapsed =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::duration<double>(seconds));
        at.utc += elapsed - at.elapsed;
        return words::clock(at);
    });
    m_stack->setTimeLabel(tr("UTC"));
    connect(m_span, &QComboBox::currentIndexChanged, this, &ChartsWindow::redraw);
    connect(m_feed, &QComboBox::currentIndexChanged, this, [this] {
        layLanes();
        redraw();
    });
    connect(m_second, &QTimer::timeout, this, &ChartsWindow::redraw);
    layLanes();
}

void ChartsWindow::layLanes()
{
    m_stack->clear();
    m_lanes.clear();
    const QString feed = m_feed->currentData().toString();
    for (std::size_t i = 0; i < m_store.lanes().size(); ++i) {
        const ChartLane &lane = m_store.lanes()[i];
        if (feed.isEmpty() ? !lane.overview : !lane.feed.isEmpty() && lane.feed != feed)
            continue;
        m_lanes.push_back({i, m_stack->addChart(lane.title)});
    }
}

void ChartsWindow::redraw()
{
    const double now = std::chrono::duration<double>(m_source.now().elapsed).count();
    m_stack->setRange(now - m_span->currentData().toDouble(), now);
    m_stack->setNow(now);
    m_stack->setFlags(m_store.flags());
    for (const Lane &each : m_lanes) {
        const ChartLane &lane = m_store.lanes()[each.lane];
        each.chart->setSilence(lane.silence);
        each.chart->setSeries(lane.series);
        each.chart->setNote(lane.note);
    }
}

void ChartsWindow::showEvent(QShowEvent *event)
{
    RoomWindow::showEvent(event);
    redraw();
    m_second->start(std::chrono::seconds(1));
}

void ChartsWindow::hideEvent(QHideEvent *event)
{
    m_second->stop();
    RoomWindow::hideEvent(event);
}

} // namespace gantry
