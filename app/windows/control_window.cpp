#include "app/windows/control_window.h"

#include "app/models/audit_model.h"
#include "app/models/feed_details_model.h"
#include "app/models/plan_model.h"
#include "app/models/room_status.h"
#include "app/models/wall_model.h"
#include "app/models/words.h"
#include "app/windows/encoder_card.h"
#include "app/windows/feed_details_pane.h"
#include "app/windows/pairs_pane.h"
#include "app/windows/plain_list.h"
#include "app/windows/plan_card.h"
#include "app/windows/question_strip.h"
#include "app/windows/two_line_delegate.h"
#include "widgets/alarm_strip.h"
#include "widgets/alarm_view.h"
#include "widgets/hold_button.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace gantry {

using widgets::AlarmStrip;
using widgets::AlarmView;
namespace AlarmRole = widgets::AlarmRole;
namespace WallRole = widgets::WallRole;
namespace palette = widgets::palette;

namespace {

// In characters: "1.58 Mb/s · RTT 0.4 ms · dropped 0" in any language; a button with an input and
// a feed; where and what of an alarm with its times.
constexpr int narrowestFeed = 34;
constexpr int narrowestCard = 32;
constexpr int narrowestAlarm = 46;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(widgets::textFont(0.9, QFont::DemiBold));
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, palette::secondary);
    label->setPalette(colours);
    label->setContentsMargins(8, 8, 8, 4);
    return label;
}

QWidget *pane(const QString &title, QWidget *content)
{
    auto *frame = new QWidget;
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(heading(title));
    column->addWidget(content, 1);
    return frame;
}

QListView *list(QAbstractItemModel *model, const TwoLineDelegate::Roles &roles, const QString &name,
                const QString &empty)
{
    auto *view = new PlainList(empty);
    view->setModel(model);
    view->setItemDelegate(new TwoLineDelegate(roles, view));
    view->setAccessibleName(name);
    view->setToolTip(name);
    return view;
}

} // namespace

ControlWindow::ControlWindow(const QString &show, const Models &models, const RecordSource &source, QWidget *parent)
    : RoomWindow(tr("Control"), show, parent)
    , m_source(source)
    , m_status(models.status)
    , m_feeds(models.feeds)
    , m_plans(models.plans)
    , m_strip(new AlarmStrip)
    , m_questions(new QuestionStrip)
    , m_clock(new QLabel)
    , m_log(new QLabel)
    , m_automation(new QLabel)
    , m_room(new QLabel)
    , m_second(new QTimer(this))
{
    m_strip->setModel(models.alarms);
    m_strip->setReadOnly(true);
    m_clock->setFont(widgets::textFont(1.0, QFont::DemiBold));
    m_clock->setAccessibleName(tr("Clock"));
    m_clock->setToolTip(tr("The time this window shows: here, in UTC, and since the session began"));

    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(16);
    row->addWidget(m_strip, 1);
    row->addWidget(m_room);
    row->addWidget(m_automation);
    row->addWidget(m_log);
    row->addWidget(m_clock);

    auto *body = new QSplitter(Qt::Horizontal);
    body->addWidget(feedsPane(models));
    body->addWidget(encodersPane(models));
    body->addWidget(alarmsPane(models));
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 5);
    body->setStretchFactor(2, 5);
    body->setSizes({320, 440, 520});
    body->setChildrenCollapsible(false);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(m_questions);
    column->addWidget(body, 1);
    setObjectName(QStringLiteral("control")); // what its screenshots are called
    setContent(content);
    resize(1280, 720);

    connect(m_questions, &QuestionStrip::answered, this, &ControlWindow::questionAnswered);
    connect(m_strip, &AlarmStrip::showRequested, this, &ControlWindow::showCause);
    connect(m_alarms, &AlarmView::showRequested, this, &ControlWindow::showCause);
    connect(m_status, &RoomStatus::changed, this, &ControlWindow::tellLog);
    connect(m_second, &QTimer::timeout, this, &ControlWindow::tellClock);
    m_second->start(200);
    if (m_plans)
        connect(m_plans, &QAbstractItemModel::dataChanged, this, &ControlWindow::tellAutomation);
    tellAutomation();
    tellLog();
    tellClock();
}

QWidget *ControlWindow::feedsPane(const Models &models)
{
    TwoLineDelegate::Roles roles;
    roles.title = WallRole::Label;
    roles.second = FeedRole::Figures;
    roles.tally = WallRole::Tally;
    roles.tallyWord = WallRole::TallyWord;
    roles.alarm = WallRole::Alarm;
    roles.alarmWord = WallRole::AlarmWord;
    m_feedList = list(models.feeds, roles, tr("Feeds"), tr("This show has no feed."));
    m_feedList->setToolTip(tr("Feeds. F or Enter: everything that is known of one"));
    m_feedList->setMinimumWidth(QFontMetrics(widgets::textFont(0.9)).averageCharWidth() * narrowestFeed);
    m_feedList->installEventFilter(this);
    m_details = new FeedDetailsPane(models.details);
    m_details->hide();
    FeedDetailsModel *details = models.details;
    connect(m_feedList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, details](const QModelIndex &now) {
                details->setFeed(now.row());
                Q_EMIT feedPicked(now.row());
            });
    connect(m_feedList, &QListView::doubleClicked, m_details, &FeedDetailsPane::enter);
    connect(m_details, &FeedDetailsPane::left, this, [this] { m_feedList->setFocus(Qt::ShortcutFocusReason); });

    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(pane(tr("FEEDS"), m_feedList));
    if (models.pairs && models.pairs->rowCount() > 0) {
        m_pairs = new PairsPane(models.pairs);
        split->addWidget(pane(tr("BACKUPS"), m_pairs));
    }
    split->addWidget(m_details);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(split->indexOf(m_details), 3);
    split->setChildrenCollapsible(false);
    return split;
}

void ControlWindow::showEvent(QShowEvent *event)
{
    RoomWindow::showEvent(event);
    // Opens by itself where feeds and backups leave room for it.
    if (!std::exchange(m_everShown, true)) {
        const int rows = m_feeds->rowCount();
        const int row = rows > 0 ? m_feedList->sizeHintForRow(0) : 0;
        const int backups = m_pairs ? m_pairs->sizeHint().height() : 0;
        m_details->setVisible(rows > 0 && rows * row + backups < height() / 2);
    }
}

bool ControlWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_feedList && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enters = key->key() == Qt::Key_F || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enters && !key->isAutoRepeat() && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            m_details->enter();
            return true;
        }
    }
    return RoomWindow::eventFilter(watched, event);
}

QWidget *ControlWindow::encodersPane(const Models &models)
{
    const QAbstractItemModel *encoders = models.encoders;
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(12);
    for (int row = 0; row < encoders->rowCount(); ++row) {
        auto *card = new EncoderCard(encoders->index(row, 0));
        connect(card, &EncoderCard::commandRequested, this, &ControlWindow::commandRequested);
        connect(card, &EncoderCard::furtherCommandRequested, this, &ControlWindow::furtherCommandRequested);
        connect(card, &EncoderCard::pictureWanted, this, &ControlWindow::pictureWanted);
        m_cards.push_back(card);
        addPlans(card->encoder(), column); // above: who acts, and how fit what it chooses from is
        column->addWidget(card);
    }
    if (m_cards.empty()) {
        auto *none = new QLabel(tr("This show has no encoder."));
        none->setWordWrap(true);
        column->addWidget(none);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(cards);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(QFontMetrics(widgets::textFont(1.0, QFont::DemiBold)).averageCharWidth() * narrowestCard);
    return pane(tr("ENCODERS"), scroll);
}

void ControlWindow::addPlans(const QString &encoder, QBoxLayout *column)
{
    for (int row = 0; m_plans && row < m_plans->rowCount(); ++row) {
        const QModelIndex plan = m_plans->index(row, 0);
        if (plan.data(PlanRole::Encoder).toString() != encoder)
            continue;
        auto *card = new PlanCard(plan);
        connect(card, &PlanCard::modeRequested, this, &ControlWindow::planModeRequested);
        connect(card, &PlanCard::holdAllRequested, this, &ControlWindow::holdPlansRequested);
        connect(card, &PlanCard::adviceTaken, this, &ControlWindow::planAdviceTaken);
        connect(card, &PlanCard::returnRequested, this, &ControlWindow::planReturnRequested);
        connect(card, &PlanCard::slateRequested, this, &ControlWindow::planSlateRequested);
        m_planCards.push_back(card);
        column->addWidget(card);
    }
}

PlanCard *ControlWindow::planInHand() const
{
    if (m_planCards.size() == 1)
        return m_planCards.front();
    for (PlanCard *card : m_planCards)
        if (focusWidget() && card->isAncestorOf(focusWidget()))
            return card;
    return nullptr;
}

QWidget *ControlWindow::alarmsPane(const Models &models)
{
    m_alarms = new AlarmView;
    m_alarms->setModel(models.alarms);
    m_alarms->setReadOnly(true);
    m_alarms->setAccessibleName(tr("Alarms, worst first"));

    TwoLineDelegate::Roles roles;
    roles.title = AuditRole::What;
    roles.corner = AuditRole::When;
    roles.second = AuditRole::Marks;
    roles.third = AuditRole::Detail;
    QListView *commands = list(models.commands, roles, tr("Commands, newest first"), tr("No commands"));

    m_commandList = commands;
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(pane(tr("ALARMS, WORST FIRST"), m_alarms));
    split->addWidget(pane(tr("COMMANDS, NEWEST FIRST"), commands));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    split->setMinimumWidth(QFontMetrics(widgets::textFont()).averageCharWidth() * narrowestAlarm);
    return split;
}

void ControlWindow::offerPictures()
{
    for (EncoderCard *card : m_cards)
        card->offerPicture();
}

void ControlWindow::setPicture(const QString &encoder, const EncoderPicture &picture)
{
    for (EncoderCard *card : m_cards) {
        if (card->encoder() == encoder)
            card->setPicture(picture);
    }
}

void ControlWindow::offerActions()
{
    // Tab goes as the eye does: feeds, their details, what can be done, alarms, commands.
    if (m_pairs) {
        setTabOrder(m_feedList, m_pairs->list());
        setTabOrder(m_pairs->list(), m_details->list());
    } else {
        setTabOrder(m_feedList, m_details->list());
    }
    QWidget *last = m_details->list();
    const auto goOn = [&last](const QList<QWidget *> &stops) {
        for (QWidget *stop : stops) {
            setTabOrder(last, stop);
            last = stop;
        }
    };
    for (EncoderCard *card : m_cards) {
        for (PlanCard *plan : m_planCards) {
            if (plan->encoder() != card->encoder())
                continue;
            plan->offerActions();
            goOn(plan->stops());
        }
        card->offerActions();
        goOn(card->stops());
    }
    setTabOrder(last, m_alarms);
    setTabOrder(m_alarms, m_commandList);
    m_strip->setReadOnly(false);
    m_alarms->setReadOnly(false);
    const auto acknowledge = [this](const QModelIndex &alarm) {
        Q_EMIT acknowledgeRequested(alarm.data(AlarmRole::Key).toString());
    };
    connect(m_strip, &AlarmStrip::acknowledgeRequested, this, acknowledge);
    connect(m_alarms, &AlarmView::acknowledgeRequested, this, acknowledge);
}

void ControlWindow::ask(const QString &id, const QString &title, const QString &purpose, int digits)
{
    m_questions->ask(id, title, purpose, digits);
}

void ControlWindow::endQuestion(const QString &id)
{
    m_questions->end(id);
}

void ControlWindow::showCause(const QModelIndex &alarm)
{
    const QString where = alarm.data(AlarmRole::Where).toString();
    for (int row = 0; row < m_feeds->rowCount(); ++row) {
        if (m_feeds->index(row, 0).data(WallRole::Label).toString() == where)
            Q_EMIT feedWanted(row);
    }
}

void ControlWindow::tellClock()
{
    const Instant now = m_source.now();
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(now.utc).time_since_epoch().count();
    const QString local = QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm:ss"));
    m_clock->setText(tr("%1 LOCAL · %2 UTC · %3").arg(local, words::clock(now), words::sinceStart(now.elapsed)));
}

void ControlWindow::setRoomText(const QString &text, const QString &detail, bool trouble)
{
    m_room->setText(text);
    m_room->setToolTip(detail);
    m_room->setAccessibleName(tr("%1. %2").arg(text, detail));
    QPalette colours = m_room->palette();
    colours.setColor(QPalette::WindowText, trouble ? palette::text : palette::secondary);
    m_room->setPalette(colours);
}

void ControlWindow::tellAutomation()
{
    const QString summary = m_plans ? m_plans->summary() : QString();
    m_automation->setText(summary);
    m_automation->setVisible(!summary.isEmpty());
    m_automation->setAccessibleName(summary);
    m_automation->setToolTip(tr("The failover plans of this show. F12 holds them all at one press."));
}

void ControlWindow::tellLog()
{
    m_log->setText(m_status->logText());
    m_log->setToolTip(m_status->logDetail());
    m_log->setAccessibleName(tr("%1. %2").arg(m_status->logText(), m_status->logDetail()));
    QPalette colours = m_log->palette();
    colours.setColor(QPalette::WindowText, m_status->logSafe() ? palette::secondary : palette::critical);
    m_log->setPalette(colours);
}

} // namespace gantry
