#include "app/windows/encoder_more.h"

#include "app/models/encoder_model.h"
#include "widgets/hold_button.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QTimeEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace gantry {

using cloud::Verb;
using widgets::HoldButton;

namespace {

constexpr Verb kVerbs[] = {Verb::PrepareInput,   Verb::PreferInput,   Verb::DisconnectInput, Verb::RestartPipeline,
                           Verb::ScheduleSwitch, Verb::CancelPlanned, Verb::HarvestClip};
constexpr int planAhead = 120; // seconds, as a first offer
constexpr int longestClip = 3600;
constexpr int usualClip = 60;

cloud::ProviderTime wallClock(const QDateTime &time)
{
    return cloud::ProviderTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

EncoderMore::EncoderMore(const QModelIndex &encoder, QWidget *parent)
    : QWidget(parent), m_index(encoder), m_open(new QToolButton), m_body(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_open, 0, Qt::AlignLeading);
    column->addWidget(m_body);
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(0, 0, 0, 0);
    const QString name = m_index.data(EncoderRole::Title).toString();
    m_open->setText(tr("More"));
    m_open->setCheckable(true);
    m_open->setAutoRaise(true);
    m_open->setFocusPolicy(Qt::TabFocus);
    m_open->setToolTip(tr("What else %1 can be asked (Space)").arg(name));
    m_open->setAccessibleName(tr("More actions of %1").arg(name));
    m_stops.append(m_open);
    m_body->hide();
    connect(m_open, &QToolButton::toggled, m_body, &QWidget::setVisible);

    addInputs();
    if (has(Verb::RestartPipeline)) {
        for (const QString &id : m_index.data(EncoderRole::PipelineIds).toStringList())
            add(tr("Restart pipeline %1").arg(id),
                tr("Restarts pipeline %1 of %2: it sends nothing meanwhile, and the other one alone carries the "
                   "programme.")
                    .arg(id, name),
                Verb::RestartPipeline, {}, id);
    }
    if (has(Verb::ScheduleSwitch))
        addPlan();
    if (has(Verb::HarvestClip))
        addClip();
    read();
}

bool EncoderMore::hasAny(const QModelIndex &encoder)
{
    const QVariantList verbs = encoder.data(EncoderRole::Verbs).toList();
    return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                       [&verbs](Verb verb) { return verbs.contains(static_cast<int>(verb)); });
}

bool EncoderMore::has(Verb verb) const
{
    return m_index.data(EncoderRole::Verbs).toList().contains(static_cast<int>(verb));
}

HoldButton *EncoderMore::add(const QString &text, const QString &purpose, Verb verb, const QString &input,
                             const QString &pipeline)
{
    auto *button = new HoldButton(text);
    button->setPurpose(purpose);
    connect(button, &HoldButton::held, this, [this, verb, input, pipeline] {
        cloud::Command command;
        command.verb = verb;
        command.input = input;
        command.pipeline = pipeline;
        Q_EMIT requested(command);
    });
    m_column->addWidget(button);
    m_actions.push_back({button, verb, input});
    m_stops.append(button);
    return button;
}

void EncoderMore::addInputs()
{
    const QString name = m_index.data(EncoderRole::Title).toString();
    const QStringList inputs = m_index.data(EncoderRole::Inputs).toStringList();
    for (const QString &input : inputs) {
        if (has(Verb::PrepareInput))
            add(tr("Prepare %1").arg(input),
                tr("Gets input %1 of %2 ready, so that the switch to it is quick. Nothing changes on air.")
                    .arg(input, name),
                Verb::PrepareInput, input);
        if (has(Verb::PreferInput))
            add(tr("Prefer %1").arg(input),
                tr("Lets the failover of %2 use %1, and go back to it: this changes what is on air.").arg(input, name),
                Verb::PreferInput, input);
        if (has(Verb::DisconnectInput))
            add(tr("Disconnect %1").arg(input), tr("Hangs up on whoever sends to %1 of %2.").arg(input, name),
                Verb::DisconnectInput, input);
    }
}

void EncoderMore::addPlan()
{
    const QString name = m_index.data(EncoderRole::Title).toString();
    m_planInput = new QComboBox;
    m_planInput->addItems(m_index.data(EncoderRole::Inputs).toStringList());
    m_planInput->setAccessibleName(tr("Input of the planned switch"));
    m_planInput->setToolTip(tr("The input to switch to then"));
    m_planTime = new QTimeEdit(QDateTime::currentDateTimeUtc().addSecs(planAhead).time());
    m_planTime->setDisplayFormat(QStringLiteral("HH:mm:ss"));
    m_planTime->setAccessibleName(tr("Time of the planned switch, UTC"));
    m_planTime->setToolTip(tr("When, in UTC; a time that has passed today is tomorrow's"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_planInput, 1);
    row->addWidget(m_planTime);
    row->addWidget(new QLabel(tr("UTC")));
    m_column->addLayout(row);
    m_stops << m_planInput << m_planTime;
    auto *button = new HoldButton(tr("Plan the switch"));
    button->setPurpose(tr("Lets %1 switch by itself at that time.").arg(name));
    connect(button, &HoldButton::held, this, &EncoderMore::plan);
    m_column->addWidget(button);
    m_actions.push_back({button, Verb::ScheduleSwitch, {}});
    m_stops.append(button);
    if (!has(Verb::CancelPlanned))
        return;
    m_cancel = new HoldButton(tr("Call off the next planned action"));
    m_cancel->setPurpose(tr("Takes the next planned action of %1 out of its plan.").arg(name));
    connect(m_cancel, &HoldButton::held, this, [this] {
        cloud::Command command;
        command.verb = Verb::CancelPlanned;
        command.input = m_index.data(EncoderRole::PlannedNames).toStringList().value(0);
        if (!command.input.isEmpty())
            Q_EMIT requested(command);
    });
    m_column->addWidget(m_cancel);
    m_stops.append(m_cancel);
}

void EncoderMore::addClip()
{
    m_clipSeconds = new QSpinBox;
    m_clipSeconds->setRange(5, longestClip);
    m_clipSeconds->setValue(usualClip);
    m_clipSeconds->setSuffix(tr(" s", "seconds"));
    m_clipSeconds->setAccessibleName(tr("Length of the clip"));
    m_clipSeconds->setToolTip(tr("The clip ends now and begins so long before"));
    auto *row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("the last")));
    row->addWidget(m_clipSeconds, 1);
    m_column->addLayout(row);
    m_stops.append(m_clipSeconds);
    auto *button = new HoldButton(tr("Make a clip"));
    button->setPurpose(tr("Keeps what went out in that time as a clip."));
    connect(button, &HoldButton::held, this, &EncoderMore::clip);
    m_column->addWidget(button);
    m_actions.push_back({button, Verb::HarvestClip, {}});
    m_stops.append(button);
}

void EncoderMore::plan()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QDateTime at(now.date(), m_planTime->time(), Qt::UTC);
    if (at <= now)
        at = at.addDays(1);
    cloud::Command command;
    command.verb = Verb::ScheduleSwitch;
    command.input = m_planInput->currentText();
    command.at = wallClock(at);
    Q_EMIT requested(command);
}

void EncoderMore::clip()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    cloud::Command command;
    command.verb = Verb::HarvestClip;
    command.at = wallClock(now.addSecs(-m_clipSeconds->value()));
    command.until = wallClock(now);
    Q_EMIT requested(command);
}

void EncoderMore::read()
{
    const QVariantMap blocked = m_index.data(EncoderRole::BlockedInputs).toMap();
    for (const Action &action : m_actions) {
        const QString forAll = blocked.value(blockedKey(action.verb, {})).toString();
        action.button->setBlockedReason(
            forAll.isEmpty() ? blocked.value(blockedKey(action.verb, action.input)).toString() : forAll);
    }
    if (!m_cancel)
        return;
    const QString forAll = blocked.value(blockedKey(Verb::CancelPlanned, {})).toString();
    const bool isAny = !m_index.data(EncoderRole::PlannedNames).toStringList().isEmpty();
    m_cancel->setBlockedReason(forAll.isEmpty() && !isAny ? tr("nothing is planned") : forAll);
}

} // namespace gantry
