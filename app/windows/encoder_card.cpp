#include "app/windows/encoder_card.h"

#include "app/models/encoder_model.h"
#include "widgets/hold_button.h"
#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
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
    m_alerts = line(1.0, QFont::Normal, palette::secondary);
    m_age = line(0.9, QFont::Normal, palette::secondary);
    m_command = line(1.0, QFont::DemiBold, palette::text);

    m_column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    m_column->addLayout(head);
    for (QLabel *label : {m_provider, m_pipelines, m_alerts, m_age, m_command})
        m_column->addWidget(label);

    connect(m_index.model(), &QAbstractItemModel::dataChanged, this, &EncoderCard::show);
    read();
}

QString EncoderCard::encoder() const
{
    return m_index.data(EncoderRole::Title).toString();
}

void EncoderCard::offerActions()
{
    const QString name = encoder();
    m_actions = new QGridLayout;
    const auto add = [&](const QString &text, const QString &purpose, Verb verb, const QString &input) {
        auto *button = new HoldButton(text, this);
        button->setPurpose(purpose);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a long feed name is elided, not cut off
        connect(button, &HoldButton::held, this,
                [this, verb, input] { Q_EMIT commandRequested(encoder(), verb, input); });
        m_buttons.append(button);
        return button;
    };
    const QStringList inputs = m_index.data(EncoderRole::Inputs).toStringList();
    const QStringList feeds = m_index.data(EncoderRole::InputFeeds).toStringList();
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        // The input's letter must stand whatever the feed is called.
        const QString feed = widgets::elided(font(), feeds[i], fontMetrics().averageCharWidth() * longestFeed);
        const QString text = feed.isEmpty() ? tr("Switch to %1").arg(inputs[i])
                                            : tr("Switch to %1 · %2", "input, feed").arg(inputs[i], feed);
        m_switches.push_back(
            {inputs[i], feeds[i],
             add(text,
                 feeds[i].isEmpty()
                     ? tr("Puts input %1 of %2 on air.").arg(inputs[i], name)
                     : tr("Puts input %1 of %2 on air: %3.", "input, encoder, feed").arg(inputs[i], name, feeds[i]),
                 Verb::SwitchInput, inputs[i])});
    }
    m_start = add(tr("Start %1").arg(name), tr("Starts the encoder %1.").arg(name), Verb::Start, {});
    m_stop = add(tr("Stop %1").arg(name), tr("Stops the encoder %1: the programme ends for every viewer.").arg(name),
                 Verb::Stop, {});
    m_column->addLayout(m_actions);
    layActions(1);
    read();
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

    if (!m_start)
        return;
    m_start->setBlockedReason(text(EncoderRole::StartBlocked));
    m_stop->setBlockedReason(text(EncoderRole::StopBlocked));
    const QString blocked = text(EncoderRole::SwitchBlocked);
    const QString onAir = text(EncoderRole::ActiveInput);
    for (const Switch &one : m_switches)
        one.button->setBlockedReason(blocked.isEmpty() && one.input == onAir ? tr("on air now") : blocked);
}

} // namespace gantry
