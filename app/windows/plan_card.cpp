#include "app/windows/plan_card.h"

#include "app/models/plan_model.h"
#include "widgets/hold_button.h"
#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gantry {

namespace palette = widgets::palette;
using widgets::HoldButton;

namespace {

constexpr int mostColumns = 3;

QLabel *line(qreal scale, QFont::Weight weight, const QColor &colour)
{
    auto *label = new QLabel;
    label->setFont(widgets::textFont(scale, weight));
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, colour);
    label->setPalette(colours);
    label->setTextFormat(Qt::PlainText); // names are never markup
    label->setWordWrap(true);
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

PlanCard::PlanCard(const QModelIndex &plan, QWidget *parent) : QFrame(parent), m_index(plan)
{
    setObjectName(QStringLiteral("planCard"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    QPalette colours = QWidget::palette();
    colours.setColor(QPalette::Window, palette::panel);
    setPalette(colours);
    m_title = line(1.25, QFont::DemiBold, palette::text);
    m_mode = line(1.25, QFont::DemiBold, palette::text);
    m_mode->setWordWrap(false);
    m_mode->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    m_by = line(0.9, QFont::Normal, palette::secondary);
    m_onAir = line(1.0, QFont::DemiBold, palette::text);
    m_sources = line(1.0, QFont::Normal, palette::text);
    m_waits = line(1.0, QFont::DemiBold, palette::text);
    m_advice = line(1.0, QFont::DemiBold, palette::text);
    m_step = line(0.9, QFont::Normal, palette::secondary);
    m_warning = line(0.9, QFont::DemiBold, palette::text);

    m_column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_mode);
    m_column->addLayout(head);
    for (QLabel *label : {m_by, m_onAir, m_sources, m_waits, m_advice, m_step, m_warning})
        m_column->addWidget(label);

    connect(m_index.model(), &QAbstractItemModel::dataChanged, this, &PlanCard::show);
    read();
}

QString PlanCard::plan() const
{
    return m_index.data(PlanRole::Title).toString();
}

QString PlanCard::encoder() const
{
    return m_index.data(PlanRole::Encoder).toString();
}

QList<QWidget *> PlanCard::stops() const
{
    return m_modes.buttons + m_cuts.buttons;
}

HoldButton *PlanCard::button(Hand hand) const
{
    switch (hand) {
    case Hand::TakeAdvice:
        return m_take;
    case Hand::Slate:
        return m_slate;
    case Hand::Return:
        return m_return;
    }
    return nullptr;
}

HoldButton *PlanCard::addButton(Rows &rows, const QString &text, const QString &purpose)
{
    auto *button = new HoldButton(text, this);
    button->setPurpose(purpose);
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a long name is elided, not cut off
    rows.buttons.append(button);
    return button;
}

void PlanCard::addModes()
{
    m_auto = addButton(m_modes, tr("AUTO", "arms a plan"),
                       tr("The plan %1 switches %2 by itself from then on.").arg(plan(), encoder()));
    m_advise = addButton(m_modes, tr("ADVISE", "arms a plan"),
                         tr("The plan %1 says what it would do, and does nothing.").arg(plan()));
    m_off = addButton(m_modes, tr("OFF", "lays a plan by"), tr("The plan %1 is laid by.").arg(plan()));
    for (const auto &[button, mode] :
         {std::pair{m_auto, PlanMode::Auto}, {m_advise, PlanMode::Advise}, {m_off, PlanMode::Off}})
        connect(button, &HoldButton::held, this, [this, mode = mode] { Q_EMIT modeRequested(plan(), mode); });

    m_hold = new QPushButton(tr("HOLD · F12"), this);
    m_hold->setToolTip(tr("One press: no plan of this room decides anything until it is armed again (F12)"));
    m_hold->setAccessibleName(tr("Hold all automation, at one press"));
    m_hold->setFont(widgets::textFont(1.0, QFont::DemiBold));
    // As high as what is held, whatever the theme says of buttons.
    m_hold->setStyleSheet(QStringLiteral("min-height: %1px").arg(2 * fontMetrics().height()));
    connect(m_hold, &QPushButton::clicked, this, &PlanCard::holdAllRequested);
    m_cuts.buttons.append(m_hold);
}

void PlanCard::addCuts()
{
    m_take = addButton(m_cuts, tr("Advice · F8"), tr("Carries out what the plan advises or offers. F8 held does so."));
    connect(m_take, &HoldButton::held, this, [this] { Q_EMIT adviceTaken(plan()); });
    const QString first = m_index.data(PlanRole::First).toString();
    m_return = addButton(m_cuts, tr("Return · F10"),
                         tr("Puts %1 of %2 on air. The plan stays armed. F10 held does so.").arg(first, encoder()));
    connect(m_return, &HoldButton::held, this, [this] { Q_EMIT returnRequested(plan()); });
    const QString slate = m_index.data(PlanRole::Slate).toString();
    if (slate.isEmpty())
        return;
    m_slate = addButton(m_cuts, tr("SLATE · F9"),
                        tr("Puts %1 of %2 on air. A plan in AUTO holds. F9 held does so.").arg(slate, encoder()));
    connect(m_slate, &HoldButton::held, this, [this] { Q_EMIT slateRequested(plan()); });
}

void PlanCard::offerActions()
{
    addModes();
    addCuts();
    for (Rows *rows : {&m_modes, &m_cuts}) {
        rows->grid = new QGridLayout;
        m_column->addLayout(rows->grid);
        lay(*rows);
    }
    read();
}

// As many columns as have room for every button's words.
void PlanCard::lay(Rows &rows)
{
    int widest = 0;
    for (const QWidget *button : std::as_const(rows.buttons))
        widest = std::max(widest, button->sizeHint().width());
    const QMargins margins = m_column->contentsMargins();
    const int gap = rows.grid->horizontalSpacing();
    const int room = width() - margins.left() - margins.right();
    const int columns = std::clamp((room + gap) / (widest + gap), 1, mostColumns);
    if (columns == rows.columns)
        return;
    rows.columns = columns;
    for (qsizetype i = 0; i < rows.buttons.size(); ++i) {
        rows.grid->removeWidget(rows.buttons[i]);
        rows.grid->addWidget(rows.buttons[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
}

void PlanCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (!m_auto)
        return;
    lay(m_modes);
    lay(m_cuts);
}

void PlanCard::show(const QModelIndex &from, const QModelIndex &to)
{
    if (from.row() <= m_index.row() && m_index.row() <= to.row())
        read();
}

void PlanCard::read()
{
    const auto text = [this](int role) { return m_index.data(role).toString(); };
    m_title->setText(tr("Plan %1").arg(text(PlanRole::Title)));
    m_mode->setText(text(PlanRole::ModeWord));
    say(m_by, text(PlanRole::ModeBy));
    m_onAir->setText(text(PlanRole::OnAir));
    m_sources->setText(m_index.data(PlanRole::SourceLines).toStringList().join(u'\n'));
    say(m_waits, text(PlanRole::Waits));
    const QString advice = text(PlanRole::Advice);
    say(m_advice, advice.isEmpty() ? QString() : tr("ADVICE: %1").arg(advice));
    say(m_step, text(PlanRole::LastStep));
    const QString warning = text(PlanRole::Warning);
    say(m_warning, warning.isEmpty() ? QString() : tr("▲ %1", "a warning").arg(warning));
    setAccessibleName(text(PlanRole::AccessibleText));
    if (m_auto)
        readActions();
}

void PlanCard::readActions()
{
    const auto mode = static_cast<PlanMode>(m_index.data(PlanRole::Mode).toInt());
    m_auto->setBlockedReason(mode == PlanMode::Auto ? tr("on already") : QString());
    m_advise->setBlockedReason(mode == PlanMode::Advise ? tr("on already") : QString());
    m_off->setBlockedReason(mode == PlanMode::Off ? tr("off already") : QString());
    m_take->setBlockedReason(m_index.data(PlanRole::AdviceTo).toString().isEmpty() ? tr("none now", "advice")
                                                                                   : QString());
}

} // namespace gantry
