#include "app/windows/encoder_card.h"

#include "app/models/encoder_model.h"
#include "app/windows/alarm_badge.h"
#include "app/windows/encoder_look.h"
#include "app/windows/encoder_more.h"
#include "widgets/hold_button.h"
#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace gantry {

namespace palette = widgets::palette;
using cloud::Verb;
using widgets::HoldButton;

namespace {

constexpr int longestFeed = 18; // characters of a feed's name on a button; its tool tip has all of it

QLabel *line(qreal scale, QFont::Weight weight, const QColor &colour)
{
    auto *label = new QLabel;
    label->setFont(widgets::textFont(scale, weight));
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, colour);
    label->setPalette(colours);
    label->setTextFormat(Qt::PlainText); // words from a provider are never markup
    label->setWordWrap(true);
    return label;
}

} // namespace

EncoderCard::EncoderCard(const QModelIndex &encoder, QWidget *parent) : QFrame(parent), m_index(encoder)
{
    setObjectName(QStringLiteral("card"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    QPalette colours = QWidget::palette();
    colours.setColor(QPalette::Window, palette::panel);
    setPalette(colours);
    m_title = line(1.25, QFont::DemiBold, palette::text);
    m_state = line(1.25, QFont::DemiBold, palette::text);
    m_state->setWordWrap(false);
    m_state->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_provider = line(0.9, QFont::Normal, palette::secondary);
    m_pipelines = line(1.0, QFont::Normal, palette::text);
    m_return = line(1.0, QFont::Normal, palette::text);
    m_return->setToolTip(tr("What comes back from the encoder, told by the picture and the sound themselves"));
    m_alerts = line(1.0, QFont::Normal, palette::secondary);
    m_age = line(0.9, QFont::Normal, palette::secondary);
    m_command = line(1.0, QFont::DemiBold, palette::text);

    m_badge = new AlarmBadge;
    m_figures = line(1.0, QFont::Normal, palette::text);
    m_inputs = line(0.9, QFont::Normal, palette::secondary);
    m_planned = line(1.0, QFont::Normal, palette::text);
    m_credentials = line(1.0, QFont::DemiBold, palette::text);
    m_details = line(0.9, QFont::Normal, palette::secondary);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->hide();
    m_showDetails = new QToolButton;
    m_showDetails->setText(tr("Details"));
    m_showDetails->setCheckable(true);
    m_showDetails->setAutoRaise(true);
    m_showDetails->setFocusPolicy(Qt::TabFocus);
    m_showDetails->setToolTip(tr("Everything the provider says, in its own words (Space)"));
    connect(m_showDetails, &QToolButton::toggled, m_details, &QWidget::setVisible);

    m_column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    m_column->addLayout(head);
    m_column->addWidget(m_provider);
    m_column->addWidget(m_badge);
    for (QLabel *label :
         {m_pipelines, m_return, m_figures, m_inputs, m_alerts, m_planned, m_credentials, m_age, m_command, m_details})
        m_column->addWidget(label);
    m_column->insertWidget(m_column->indexOf(m_details), m_showDetails, 0, Qt::AlignLeading);

    connect(m_index.model(), &QAbstractItemModel::dataChanged, this, &EncoderCard::show);
    read();
}

QString EncoderCard::encoder() const
{
    return m_index.data(EncoderRole::Title).toString();
}

QList<QWidget *> EncoderCard::stops() const
{
    QList<QWidget *> all;
    for (HoldButton *button : m_buttons)
        all.append(button);
    all.append(m_showDetails);
    if (m_look)
        all.append(m_look->stop());
    if (m_more)
        all.append(m_more->stops());
    return all;
}

HoldButton *EncoderCard::addAction(const QString &text, const QString &purpose, Verb verb, const QString &input)
{
    auto *button = new HoldButton(text, this);
    button->setPurpose(purpose);
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a long feed name is elided, not cut off
    connect(button, &HoldButton::held, this, [this, verb, input] { Q_EMIT commandRequested(encoder(), verb, input); });
    m_buttons.append(button);
    return button;
}

void EncoderCard::addSwitches(const QStringList &inputs, const QStringList &feeds)
{
    const QString name = encoder();
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        // The input's letter must stand whatever the feed is called.
        const QString feed = widgets::elided(font(), feeds[i], fontMetrics().averageCharWidth() * longestFeed);
        const QString text = feed.isEmpty() ? tr("Switch to %1").arg(inputs[i])
                                            : tr("Switch to %1 · %2", "input, feed").arg(inputs[i], feed);
        const QString purpose =
            feeds[i].isEmpty()
                ? tr("Puts input %1 of %2 on air.").arg(inputs[i], name)
                : tr("Puts input %1 of %2 on air: %3.", "input, encoder, feed").arg(inputs[i], name, feeds[i]);
        m_switches.push_back({inputs[i], feeds[i], addAction(text, purpose, Verb::SwitchInput, inputs[i])});
    }
}

void EncoderCard::offerActions()
{
    const QString name = encoder();
    m_actions = new QGridLayout;
    const QStringList inputs = m_index.data(EncoderRole::Inputs).toStringList();
    const QVariantList verbs = m_index.data(EncoderRole::Verbs).toList();
    const auto has = [&verbs](Verb verb) { return verbs.contains(static_cast<int>(verb)); };
    if (has(Verb::SwitchInput))
        addSwitches(inputs, m_index.data(EncoderRole::InputFeeds).toStringList());
    if (has(Verb::Start))
        m_start = addAction(tr("Start %1").arg(name), tr("Starts the encoder %1.").arg(name), Verb::Start, {});
    if (has(Verb::Stop))
        m_stop = addAction(tr("Stop %1").arg(name),
                           tr("Stops the encoder %1: the programme ends for every viewer.").arg(name), Verb::Stop, {});
    // Above what may be opened: what can be done must be in view.
    m_column->insertLayout(m_column->indexOf(m_showDetails), m_actions);
    if (EncoderMore::hasAny(m_index)) {
        m_more = new EncoderMore(m_index);
        m_column->addWidget(m_more);
        connect(m_more, &EncoderMore::requested, this,
                [this](const cloud::Command &command) { Q_EMIT furtherCommandRequested(encoder(), command); });
    }
    m_canAct = true;
    layActions(1);
    read();
}

void EncoderCard::offerPicture()
{
    if (m_look || !m_index.data(EncoderRole::HasPictures).toBool())
        return;
    m_look = new EncoderLook(encoder());
    m_column->addWidget(m_look);
    connect(m_look, &EncoderLook::wanted, this, [this] {
        Q_EMIT pictureWanted(encoder(), m_index.data(EncoderRole::PipelineIds).toStringList().value(0));
    });
}

void EncoderCard::setPicture(const EncoderPicture &picture)
{
    if (m_look)
        m_look->setPicture(picture);
}

void EncoderCard::layActions(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_actions->removeWidget(m_buttons[i]);
        m_actions->addWidget(m_buttons[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
}

void EncoderCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (!m_actions)
        return;
    int widest = 0;
    for (const HoldButton *button : std::as_const(m_buttons))
        widest = std::max(widest, button->sizeHint().width());
    const QMargins margins = m_column->contentsMargins();
    layActions(2 * widest + m_actions->horizontalSpacing() <= width() - margins.left() - margins.right() ? 2 : 1);
}

void EncoderCard::show(const QModelIndex &from, const QModelIndex &to)
{
    if (from.row() <= m_index.row() && m_index.row() <= to.row())
        read();
}

void EncoderCard::read()
{
    const auto text = [this](int role) { return m_index.data(role).toString(); };
    m_title->setText(text(EncoderRole::Title));
    const bool reachable = m_index.data(EncoderRole::Reachable).toBool();
    // What is no longer known is told with a mark, not as if it still were.
    m_state->setText(reachable ? text(EncoderRole::State)
                               : tr("%1 ?", "last known state").arg(text(EncoderRole::State)));
    m_provider->setText(text(EncoderRole::Provider));
    m_pipelines->setText(text(EncoderRole::Pipelines));
    m_alerts->setText(text(EncoderRole::Alerts));
    m_age->setText(text(EncoderRole::Age));
    const QString command = text(EncoderRole::Command);
    m_command->setText(command);
    setAccessibleName(text(EncoderRole::AccessibleText));
    readFacts();
    if (m_canAct)
        readActions();
}

void EncoderCard::readFacts()
{
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    const auto lines = [this](int role) { return m_index.data(role).toStringList().join(u'\n'); };
    m_badge->tell(static_cast<widgets::TileAlarm>(m_index.data(EncoderRole::PipelineAlarm).toInt()),
                  m_index.data(EncoderRole::PipelineWord).toString());
    say(m_return, m_index.data(EncoderRole::Return).toString());
    say(m_figures, m_index.data(EncoderRole::Figures).toString());
    say(m_inputs, lines(EncoderRole::InputLines));
    say(m_planned, lines(EncoderRole::PlannedLines));
    say(m_credentials, m_index.data(EncoderRole::Credentials).toString());
    const QString details = lines(EncoderRole::DetailLines);
    if (m_details->text() != details)
        m_details->setText(details);
    m_showDetails->setEnabled(!details.isEmpty());
    m_showDetails->setAccessibleName(tr("Details of %1").arg(encoder()));
}

void EncoderCard::readActions()
{
    if (m_start)
        m_start->setBlockedReason(m_index.data(EncoderRole::StartBlocked).toString());
    if (m_stop)
        m_stop->setBlockedReason(m_index.data(EncoderRole::StopBlocked).toString());
    const QVariantMap blocked = m_index.data(EncoderRole::BlockedInputs).toMap();
    const QString onAir = m_index.data(EncoderRole::ActiveInput).toString();
    const QString forAll = m_index.data(EncoderRole::SwitchBlocked).toString();
    for (const Switch &one : m_switches) {
        const QString own = blocked.value(blockedKey(Verb::SwitchInput, one.input)).toString();
        one.button->setBlockedReason(!forAll.isEmpty() ? forAll : one.input == onAir ? tr("on air now") : own);
    }
    if (m_more)
        m_more->read();
}

} // namespace gantry
