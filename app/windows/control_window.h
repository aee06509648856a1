#pragma once
// The operator's window: what is wrong, what is on air, what can I do. Left the feeds, in the middle a card an encoder,
// right the alarms and the commands; on top a strip that never scrolls away.

#include "app/session/plan_state.h"
#include "app/windows/room_window.h"
#include "cloud/command.h"

#include <QPersistentModelIndex>

#include <vector>

class QAbstractItemModel;
class QBoxLayout;
class QLabel;
class QListView;
class QTimer;

namespace gantry {

class EncoderCard;
struct EncoderPicture;
class FeedDetailsModel;
class FeedDetailsPane;
class PlanCard;
class PlanModel;
class PairsPane;
class QuestionStrip;
class RecordSource;
class RoomStatus;

namespace widgets {
class AlarmStrip;
class AlarmView;
} // namespace widgets

class ControlWindow final : public RoomWindow
{
    Q_OBJECT

public:
    struct Models
    {
        QAbstractItemModel *feeds = nullptr;    // WallRole, FeedRole
        FeedDetailsModel *details = nullptr;    // of the feed that is selected
        QAbstractItemModel *encoders = nullptr; // EncoderRole
        QAbstractItemModel *alarms = nullptr;   // AlarmRole
        QAbstractItemModel *commands = nullptr; // AuditRole
        const RoomStatus *status = nullptr;
        PlanModel *plans = nullptr; // may be null: a room without
        QAbstractItemModel *pairs = nullptr; // PairRole; null: no pairs are shown
    };
    // All models and the source outlive the window.
    ControlWindow(const QString &show, const Models &models, const RecordSource &source, QWidget *parent = nullptr);

    // Adds what acts: the hold buttons and Enter on an alarm. Without this call the window can only look.
    void offerActions();
    using RoomWindow::addMenu;
    // The card that keys of plans are meant for: the one with the focus, or the only one; null: nobody can tell.
    PlanCard *planInHand() const;
    // Lets a person look at what providers show of their encoders; before offerActions().
    void offerPictures();
    void setPicture(const QString &encoder, const EncoderPicture &picture);
    // In the top line: how the room stands ("SHOW · 2 cores 61 %"); `trouble` where a person should look.
    void setRoomText(const QString &text, const QString &detail, bool trouble);

    // Something only the operator has: a strip until it is answered or over.
    void ask(const QString &id, const QString &title, const QString &purpose, int digits);
    void endQuestion(const QString &id);

Q_SIGNALS:
    void questionAnswered(const QString &id, const QString &text);
    void commandRequested(const QString &encoder, gantry::cloud::Verb verb, const QString &input);
    void furtherCommandRequested(const QString &encoder, const gantry::cloud::Command &command);
    void pictureWanted(const QString &encoder, const QString &pipeline);
    void acknowledgeRequested(const QString &alarmKey);
    void planModeRequested(const QString &plan, gantry::PlanMode mode);
    void holdPlansRequested();
    void planAdviceTaken(const QString &plan);
    void planReturnRequested(const QString &plan);
    void planSlateRequested(const QString &plan);
    void feedPicked(int row);
    // A person wants to see what an alarm is about: this feed.
    void feedWanted(int row);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *feedsPane(const Models &models);
    QWidget *encodersPane(const Models &models);
    void addPlans(const QString &encoder, QBoxLayout *column);
    QWidget *alarmsPane(const Models &models);
    void showCause(const QModelIndex &alarm);
    void tellClock();
    void tellLog();
    void tellAutomation();

    const RecordSource &m_source;
    const RoomStatus *const m_status;
    QAbstractItemModel *const m_feeds;
    PlanModel *const m_plans;
    widgets::AlarmStrip *m_strip = nullptr;
    QuestionStrip *m_questions = nullptr;
    widgets::AlarmView *m_alarms = nullptr;
    QListView *m_feedList = nullptr;
    PairsPane *m_pairs = nullptr; // null: the show has none
    FeedDetailsPane *m_details = nullptr;
    bool m_everShown = false;
    QWidget *m_commandList = nullptr;
    QLabel *m_clock = nullptr;
    QLabel *m_log = nullptr;
    QLabel *m_automation = nullptr;
    QLabel *m_room = nullptr;
    QTimer *m_second = nullptr;
    std::vector<EncoderCard *> m_cards;
    std::vector<PlanCard *> m_planCards;
};

} // namespace gantry
