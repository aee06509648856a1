#pragma once
// One encoder in the control window: state, pipelines, age of what is known, and, once offered, its actions.
// Reads one row of an EncoderModel (EncoderRole).

#include "cloud/command.h"

#include <QFrame>
#include <QPersistentModelIndex>

#include <vector>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QToolButton;

namespace gantry {

class AlarmBadge;
class EncoderLook;
class EncoderMore;
struct EncoderPicture;

namespace widgets {
class HoldButton;
}

class EncoderCard final : public QFrame
{
    Q_OBJECT

public:
    explicit EncoderCard(const QModelIndex &encoder, QWidget *parent = nullptr);

    // Builds the hold-to-act buttons. A card without them cannot act.
    void offerActions();
    // Lets a person look at what the provider shows, where it shows anything; before offerActions().
    void offerPicture();
    void setPicture(const EncoderPicture &picture);
    QString encoder() const;
    // In the order in which Tab should reach them.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void commandRequested(const QString &encoder, gantry::cloud::Verb verb, const QString &input);
    // What needs more than an input: a pipeline, a time.
    void furtherCommandRequested(const QString &encoder, const gantry::cloud::Command &command);
    void pictureWanted(const QString &encoder, const QString &pipeline);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Switch
    {
        QString input;
        QString feed;
        widgets::HoldButton *button;
    };
    void addSwitches(const QStringList &inputs, const QStringList &feeds);
    widgets::HoldButton *addAction(const QString &text, const QString &purpose, cloud::Verb verb, const QString &input);
    void readFacts();
    void readActions();
    void show(const QModelIndex &from, const QModelIndex &to);
    void read();
    // Two columns where every button's words fit, one otherwise.
    void layActions(int columns);

    const QPersistentModelIndex m_index;
    QBoxLayout *m_column = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_provider = nullptr;
    QLabel *m_pipelines = nullptr;
    QLabel *m_return = nullptr;
    AlarmBadge *m_badge = nullptr;
    QLabel *m_figures = nullptr;
    QLabel *m_inputs = nullptr;
    QLabel *m_planned = nullptr;
    QLabel *m_credentials = nullptr;
    QToolButton *m_showDetails = nullptr;
    QLabel *m_details = nullptr;
    QLabel *m_alerts = nullptr;
    QLabel *m_age = nullptr;
    QLabel *m_command = nullptr;
    widgets::HoldButton *m_start = nullptr;
    widgets::HoldButton *m_stop = nullptr;
    std::vector<Switch> m_switches;
    EncoderMore *m_more = nullptr;
    EncoderLook *m_look = nullptr;
    QGridLayout *m_actions = nullptr;
    QList<widgets::HoldButton *> m_buttons; // in the order of the rows
    int m_columns = 0;
    bool m_canAct = false;
};

} // namespace gantry
