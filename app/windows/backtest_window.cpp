#include "app/windows/backtest_window.h"

#include "app/models/backtest_words.h"
#include "app/models/words.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gantry {

namespace {

constexpr double usualEffect = 10; // seconds; as gantry backtest
constexpr double longestEffect = 600;
constexpr int elapsedRole = Qt::UserRole;

// What stands in a picker's data: a plan of the show (int), a file (QString), or one of these.
const QString kNothing = QStringLiteral("-");
const QString kOpen = QStringLiteral("+");

struct Figure
{
    const char *name;
    double (*value)(const BacktestWindow::Column &);
    bool isTime;
};

double secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

const Figure figures[] = {
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "Switches"),
     [](const BacktestWindow::Column &c) { return double(c.result.count(PlanStep::Kind::Switch)); }, false},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "of them false: whole again within the settle time"),
     [](const BacktestWindow::Column &c) { return double(c.result.falseTrips(c.plan)); }, false},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "Returns"),
     [](const BacktestWindow::Column &c) { return double(c.result.count(PlanStep::Kind::Return)); }, false},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "No way out: nothing fit to switch to"),
     [](const BacktestWindow::Column &c) { return double(c.result.count(PlanStep::Kind::Stuck)); }, false},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "A fault was on air"),
     [](const BacktestWindow::Column &c) { return secondsOf(c.result.offAirReally); }, true},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "A fault on air with the plan"),
     [](const BacktestWindow::Column &c) { return secondsOf(c.result.offAirWithPlan); }, true},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "Saved by the plan"),
     [](const BacktestWindow::Column &c) { return secondsOf(c.result.offAirReally - c.result.offAirWithPlan); }, true},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "Not known what was on air, or how it was"),
     [](const BacktestWindow::Column &c) { return secondsOf(c.result.unknown); }, true},
    {QT_TRANSLATE_NOOP("gantry::BacktestWindow", "Length of the session"),
     [](const BacktestWindow::Column &c) { return secondsOf(c.result.span); }, true},
};

QString valueText(double value, bool isTime)
{
    return isTime ? BacktestWindow::tr("%1 s").arg(value, 0, 'f', 1) : QString::number(value, 'f', 0);
}

} // namespace

BacktestWindow::BacktestWindow(const Show &show, std::chrono::microseconds sessionBegin, QWidget *parent)
    : RoomWindow(tr("Backtest"), show.name, parent)
    , m_show(show)
    , m_begin(sessionBegin)
    , m_progress(new QProgressBar)
    , m_said(new QLabel)
    , m_figures(new QTableWidget(int(std::size(figures)), sides + 1))
{
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far the backtest is"));
    m_progress->hide();
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);

    QStringList rows;
    for (const Figure &figure : figures)
        rows.append(tr(figure.name));
    m_figures->setVerticalHeaderLabels(rows);
    m_figures->setHorizontalHeaderLabels({tr("First plan"), tr("Second plan"), tr("Second less first")});
    m_figures->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_figures->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_figures->setMinimumHeight(m_figures->horizontalHeader()->sizeHint().height() +
                                m_figures->verticalHeader()->length() + 2 * m_figures->frameWidth());
    m_figures->setAccessibleName(tr("Figures of both plans"));
    m_figures->setToolTip(tr("What each plan would have done, and what sets them apart"));

    auto *lists = new QSplitter(Qt::Horizontal);
    for (int side = 0; side < sides; ++side) {
        auto *steps = new QListWidget;
        steps->setWordWrap(true);
        steps->setAccessibleName(side == 0 ? tr("Steps of the first plan") : tr("Steps of the second plan"));
        steps->setToolTip(tr("Enter: the replay goes to that moment"));
        connect(steps, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
            Q_EMIT seekRequested(std::chrono::microseconds(item->data(elapsedRole).toLongLong()));
        });
        m_steps[std::size_t(side)] = steps;
        lists->addWidget(steps);
    }

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(choosing());
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addWidget(m_figures, 2);
    column->addWidget(lists, 3);
    setObjectName(QStringLiteral("backtest")); // what its screenshots are called
    setContent(content);
    resize(1100, 720);
    setRunning(false);
    tell(m_show.plans.isEmpty() ? tr("The show of this session has no plan. Open a plan file to try one.")
                                : tr("Choose one plan or two, and run them over this session. Nothing is sent."));
}

QWidget *BacktestWindow::choosing()
{
    m_effect = new QDoubleSpinBox;
    m_effect->setRange(0.1, longestEffect);
    m_effect->setDecimals(1);
    m_effect->setValue(usualEffect);
    m_effect->setSuffix(tr(" s"));
    m_effect->setAccessibleName(tr("How long the encoder takes to follow an order"));
    m_effect->setToolTip(tr("How long the encoder takes to follow an order (Alt+E)"));
    auto *effect = new QLabel(tr("&Effect after"));
    effect->setBuddy(m_effect);
    m_run = new QPushButton;
    connect(m_run, &QPushButton::clicked, this, &BacktestWindow::run);
    connect(new QShortcut(Qt::CTRL | Qt::Key_R, this), &QShortcut::activated, this, &BacktestWindow::run);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, [this] {
        if (m_running)
            Q_EMIT cancelRequested();
    });
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    for (int side = 0; side < sides; ++side) {
        m_pickers[std::size_t(side)] = picker(side);
        auto *label = new QLabel(side == 0 ? tr("&First plan") : tr("&Second plan"));
        label->setBuddy(m_pickers[std::size_t(side)]);
        row->addWidget(label);
        row->addWidget(m_pickers[std::size_t(side)], 1);
    }
    row->addWidget(effect);
    row->addWidget(m_effect);
    row->addWidget(m_run);
    return bar;
}

QComboBox *BacktestWindow::picker(int side)
{
    auto *box = new QComboBox;
    for (int i = 0; i < m_show.plans.size(); ++i)
        box->addItem(tr("%1 (of the show)", "a plan").arg(m_show.plans[i].id.text), i);
    box->addItem(tr("none"), kNothing);
    box->addItem(tr("Open a plan file…"), kOpen);
    const int first = side == 0 || m_show.plans.size() < 2 ? 0 : 1;
    box->setCurrentIndex(side == 0 ? first : m_show.plans.size() > 1 ? first : box->findData(kNothing));
    m_chosen[std::size_t(side)] = box->currentIndex();
    box->setAccessibleName(side == 0 ? tr("First plan") : tr("Second plan"));
    box->setToolTip(side == 0 ? tr("The plan to run over this session (Alt+F)")
                              : tr("A second one to compare it with (Alt+S)"));
    connect(box, &QComboBox::activated, this, [this, side](int index) { picked(side, index); });
    return box;
}

void BacktestWindow::picked(int side, int index)
{
    if (m_pickers[std::size_t(side)]->itemData(index).toString() != kOpen) {
        m_chosen[std::size_t(side)] = index;
        return;
    }
    m_pickers[std::size_t(side)]->setCurrentIndex(m_chosen[std::size_t(side)]);
    openFile(side);
}

void BacktestWindow::openFile(int side)
{
    auto *dialog = new QFileDialog(this, tr("Open a plan file"), {}, tr("Plans (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, side](const QString &file) { offerFile(side, file); });
    dialog->open();
}

void BacktestWindow::offerFile(int side, const QString &path)
{
    QComboBox *box = m_pickers[std::size_t(side)];
    int index = box->findData(path);
    if (index < 0) {
        index = box->findData(kNothing);
        box->insertItem(index, QFileInfo(path).fileName(), path);
        box->setItemData(index, path, Qt::ToolTipRole);
    }
    box->setCurrentIndex(index);
    m_chosen[std::size_t(side)] = index;
}

void BacktestWindow::run()
{
    if (m_running) {
        Q_EMIT cancelRequested();
        return;
    }
    std::vector<Choice> choices;
    for (const QComboBox *box : m_pickers) {
        const QVariant data = box->currentData();
        if (data.typeId() == QMetaType::Int)
            choices.push_back({data.toInt(), {}});
        else if (data.toString() != kNothing && data.toString() != kOpen)
            choices.push_back({std::nullopt, data.toString()});
    }
    if (choices.empty()) {
        tell(tr("No plan is chosen. Choose one of the show, or open a plan file."));
        return;
    }
    setRunning(true);
    tell(tr("Running over the session…"));
    Q_EMIT runRequested(choices, std::chrono::milliseconds(qint64(m_effect->value() * 1000)));
}

void BacktestWindow::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_progress->setValue(0);
    m_run->setText(running ? tr("&Cancel") : tr("&Run"));
    m_run->setAccessibleName(running ? tr("Cancel the backtest") : tr("Run the backtest"));
    m_run->setToolTip(running ? tr("Ends the run (Esc)") : tr("Runs the chosen plans over this session (Ctrl+R)"));
}

void BacktestWindow::setProgress(double share)
{
    m_progress->setValue(int(share * m_progress->maximum()));
}

void BacktestWindow::tell(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
}

void BacktestWindow::setFailure(const QString &why)
{
    setRunning(false);
    tell(tr("It could not be run. %1").arg(why));
}

void BacktestWindow::setCancelled()
{
    setRunning(false);
    tell(tr("Cancelled. What stands below is of the run before."));
}

void BacktestWindow::setResults(const std::vector<Column> &columns, const QString &damage)
{
    setRunning(false);
    fillFigures(columns);
    for (int side = 0; side < sides; ++side) {
        m_steps[std::size_t(side)]->clear();
        if (side < int(columns.size()))
            fillSteps(side, columns[std::size_t(side)]);
    }
    tell(damage.isEmpty() ? tr("Done. Enter on a step takes the replay there.") : damage);
}

void BacktestWindow::fillFigures(const std::vector<Column> &columns)
{
    QStringList heads{tr("First plan"), tr("Second plan"), tr("Second less first")};
    for (std::size_t side = 0; side < columns.size(); ++side)
        heads[qsizetype(side)] = columns[side].result.holds
                                     ? tr("%1 (ended on hold)", "a plan").arg(columns[side].plan.id.text)
                                     : columns[side].plan.id.text;
    m_figures->setHorizontalHeaderLabels(heads);
    for (int row = 0; row < int(std::size(figures)); ++row) {
        const Figure &figure = figures[row];
        QStringList texts(sides + 1);
        for (std::size_t side = 0; side < columns.size(); ++side)
            texts[qsizetype(side)] = valueText(figure.value(columns[side]), figure.isTime);
        if (columns.size() == sides) {
            const double apart = figure.value(columns[1]) - figure.value(columns[0]);
            texts[sides] = (apart > 0 ? QStringLiteral("+") : QString()) + valueText(apart, figure.isTime);
        }
        for (int cell = 0; cell <= sides; ++cell) {
            auto *item = new QTableWidgetItem(texts[cell]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_figures->setItem(row, cell, item);
        }
    }
}

void BacktestWindow::fillSteps(int side, const Column &column)
{
    QListWidget *list = m_steps[std::size_t(side)];
    for (const BacktestStep &step : column.result.steps) {
        const QString text = tr("%1  %2", "when, what a plan would have done")
                                 .arg(words::sinceStart(step.step.at.elapsed - m_begin), words::backtestStep(step));
        auto *item = new QListWidgetItem(text, list);
        item->setData(elapsedRole, qint64(step.step.at.elapsed.count()));
    }
    if (column.result.steps.empty()) {
        auto *none = new QListWidgetItem(tr("%1 would have done nothing.", "a plan").arg(column.plan.id.text), list);
        none->setFlags(Qt::NoItemFlags);
    }
}

} // namespace gantry
