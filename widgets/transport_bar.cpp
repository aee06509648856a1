#include "widgets/transport_bar.h"

#include "widgets/transport_clocks.h"
#include "widgets/transport_icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

QString speedText(double speed)
{
    return TransportBar::tr("%1×", "speed").arg(QLocale().toString(speed, 'g', 4));
}

} // namespace

TransportBar::TransportBar(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(tr("Replay transport"));
    build();
    setSpeed(1);
    setPosition({});
    tuneButtons();
}

TransportBar::~TransportBar() = default;

const std::vector<double> &TransportBar::speeds()
{
    static const std::vector<double> all{0.25, 0.5, 1, 2, 4, 8, 16};
    return all;
}

void TransportBar::build()
{
    const auto make = [this](const QString &name, const QString &tip, auto act) {
        auto *made = new QToolButton(this);
        made->setAccessibleName(name);
        made->setToolTip(tip);
        made->setFocusPolicy(Qt::StrongFocus);
        connect(made, &QToolButton::clicked, this, act);
        return made;
    };
    m_start = make(tr("To the start"), tr("To the start (Home)"), [this] { seek(m_begin.elapsed); });
    m_slower = make(tr("Slower"), tr("Slower; while paused, back 10 s (J)"), [this] { slower(); });
    m_play = make(tr("Play"), tr("Play (Space)"), [this] { askPlaying(!m_playing); });
    m_faster = make(tr("Faster"), tr("Play, then faster (L)"), [this] { faster(); });
    m_finish = make(tr("To the end"), tr("To the end (End)"), [this] { seek(m_end.elapsed); });
    using Kind = TransportMark::Kind;
    m_previousAlarm = make(tr("Previous alarm"), tr("Previous alarm (Shift+A)"), [this] { jump(Kind::Alarm, -1); });
    m_nextAlarm = make(tr("Next alarm"), tr("Next alarm (A)"), [this] { jump(Kind::Alarm, 1); });
    m_previousCommand =
        make(tr("Previous command"), tr("Previous command (Shift+C)"), [this] { jump(Kind::Command, -1); });
    m_nextCommand = make(tr("Next command"), tr("Next command (C)"), [this] { jump(Kind::Command, 1); });
    m_speeds = new QComboBox(this);
    m_speeds->setAccessibleName(tr("Speed"));
    m_speeds->setToolTip(tr("Speed (J slower, L faster)"));
    for (const double speed : speeds())
        m_speeds->addItem(speedText(speed), speed);
    connect(m_speeds, &QComboBox::activated, this, [this](int index) { askSpeed(speeds()[std::size_t(index)]); });
    m_clocks = new TransportClocks(this);
    m_lane = new SeekLane(this);
    m_lane->setToolTip(tr("The session: arrows 1 s, with Shift 10 s"));
    m_lane->setFormatter([this](microseconds elapsed) {
        return tr("%1 UTC   %2", "clock, elapsed")
            .arg(utcClockText(m_begin.utc + (elapsed - m_begin.elapsed)), elapsedClockText(elapsed));
    });
    connect(m_lane, &SeekLane::seekRequested, this, &TransportBar::seek);

    auto *row = new QHBoxLayout;
    const int em = fontMetrics().height();
    row->setSpacing(em / 3);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_start, m_slower, m_play, m_faster, m_finish, m_speeds})
        row->addWidget(widget);
    row->addWidget(m_clocks, 1);
    for (QWidget *widget : {m_previousAlarm, m_nextAlarm, m_previousCommand, m_nextCommand})
        row->addWidget(widget);
    row->insertSpacing(row->indexOf(m_previousCommand), em / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em / 2, em / 3, em / 2, em / 4);
    column->setSpacing(em / 4);
    column->addLayout(row);
    column->addWidget(m_lane);
    for (QWidget *child : findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        child->installEventFilter(this);
    paintIcons();
}

void TransportBar::paintIcons()
{
    const int height = std::max(16, int(std::lround(fontMetrics().height() * 0.95)));
    const std::pair<QToolButton *, TransportIcon> all[] = {
        {m_start, TransportIcon::Start},
        {m_slower, TransportIcon::Slower},
        {m_play, m_playing ? TransportIcon::Pause : TransportIcon::Play},
        {m_faster, TransportIcon::Faster},
        {m_finish, TransportIcon::End},
        {m_previousAlarm, TransportIcon::PreviousAlarm},
        {m_nextAlarm, TransportIcon::NextAlarm},
        {m_previousCommand, TransportIcon::PreviousCommand},
        {m_nextCommand, TransportIcon::NextCommand}};
    for (const auto &[target, icon] : all) {
        target->setIconSize(QSize(int(std::lround(height * 1.4)), height));
        target->setIcon(transportIcon(icon, height));
    }
}

// --- what it is told ---

void TransportBar::setSpan(const TransportInstant &begin, const TransportInstant &end)
{
    m_begin = begin;
    m_end = end;
    m_end.elapsed = std::max(begin.elapsed, end.elapsed);
    m_lane->setSpan(m_begin.elapsed, m_end.elapsed);
    tuneButtons();
}

void TransportBar::setPosition(const TransportInstant &position)
{
    m_position = position;
    m_lane->setPosition(position.elapsed);
    m_clocks->setTime(position.utc, position.elapsed, m_localOffset);
    tuneButtons();
}

void TransportBar::setMarks(std::vector<TransportMark> marks)
{
    m_lane->setMarks(std::move(marks));
    tuneButtons();
}

void TransportBar::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(playing ? tr("Pause (Space or K)") : tr("Play (Space)"));
    paintIcons();
}

void TransportBar::setSpeed(double speed)
{
    const auto nearer = [&](double a, double b) { return std::abs(a - speed) < std::abs(b - speed); };
    const auto found = std::min_element(speeds().begin(), speeds().end(), nearer);
    m_speed = *found;
    const QSignalBlocker quiet(m_speeds);
    m_speeds->setCurrentIndex(int(found - speeds().begin()));
}

void TransportBar::setLocalOffset(std::optional<int> secondsEast)
{
    m_localOffset = secondsEast;
    setPosition(m_position);
}

// --- what it asks for ---

void TransportBar::askPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    setPlaying(playing);
    Q_EMIT playToggled(playing);
}

void TransportBar::askSpeed(double speed)
{
    if (speed == m_speed)
        return;
    setSpeed(speed);
    Q_EMIT speedChanged(m_speed);
}

void TransportBar::faster()
{
    if (!m_playing)
        return askPlaying(true);
    const auto next = std::upper_bound(speeds().begin(), speeds().end(), m_speed);
    if (next != speeds().end())
        askSpeed(*next);
}

void TransportBar::slower()
{
    if (!m_playing)
        return seekBy(-10s);
    const auto here = std::lower_bound(speeds().begin(), speeds().end(), m_speed);
    if (here != speeds().begin())
        askSpeed(*(here - 1));
}

void TransportBar::seek(microseconds elapsed)
{
    Q_EMIT seekRequested(std::clamp(elapsed, m_begin.elapsed, m_end.elapsed));
}

void TransportBar::seekBy(microseconds step)
{
    seek(m_position.elapsed + step);
}

std::optional<microseconds> TransportBar::markTime(TransportMark::Kind kind, int direction) const
{
    std::optional<microseconds> found;
    for (const TransportMark &mark : m_lane->marks()) {
        if (mark.kind != kind || mark.elapsed < m_begin.elapsed || mark.elapsed > m_end.elapsed)
            continue;
        if (direction > 0 && mark.elapsed > m_position.elapsed)
            return mark.elapsed;
        if (direction < 0 && mark.elapsed < m_position.elapsed)
            found = mark.elapsed;
    }
    return found;
}

void TransportBar::jump(TransportMark::Kind kind, int direction)
{
    if (const auto time = markTime(kind, direction))
        seek(*time);
}

void TransportBar::tuneButtons()
{
    // Not disabled while they have the focus: it would fall to the neighbour, and so would the next key.
    const auto tune = [](QToolButton *target, bool useful) { target->setEnabled(useful || target->hasFocus()); };
    const bool any = m_end.elapsed > m_begin.elapsed;
    for (QToolButton *target : {m_start, m_slower, m_play, m_faster, m_finish})
        tune(target, any);
    using Kind = TransportMark::Kind;
    tune(m_previousAlarm, markTime(Kind::Alarm, -1).has_value());
    tune(m_nextAlarm, markTime(Kind::Alarm, 1).has_value());
    tune(m_previousCommand, markTime(Kind::Command, -1).has_value());
    tune(m_nextCommand, markTime(Kind::Command, 1).has_value());
}

// --- keys ---

bool TransportBar::handleKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool steps = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    // Held arrows may walk; nothing else repeats.
    if (event.isAutoRepeat() && !steps)
        return false;
    return actOnKey(event.key(), shift);
}

bool TransportBar::actOnKey(int key, bool shift)
{
    using Kind = TransportMark::Kind;
    switch (key) {
    case Qt::Key_Space:
        askPlaying(!m_playing);
        return true;
    case Qt::Key_K:
        askPlaying(false);
        return true;
    case Qt::Key_J:
        slower();
        return true;
    case Qt::Key_L:
        faster();
        return true;
    case Qt::Key_Left:
        seekBy(shift ? -10s : -1s);
        return true;
    case Qt::Key_Right:
        seekBy(shift ? 10s : 1s);
        return true;
    case Qt::Key_Home:
        seek(m_begin.elapsed);
        return true;
    case Qt::Key_End:
        seek(m_end.elapsed);
        return true;
    case Qt::Key_A:
        jump(Kind::Alarm, shift ? -1 : 1);
        return true;
    case Qt::Key_C:
        jump(Kind::Command, shift ? -1 : 1);
        return true;
    default:
        return false;
    }
}

void TransportBar::keyPressEvent(QKeyEvent *event)
{
    event->setAccepted(handleKey(*event));
}

bool TransportBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    // Space presses the button that has the focus, and opens the list of speeds; every other key is the bar's.
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Space && watched != m_lane)
        return false;
    return handleKey(*key);
}

void TransportBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_lane)
        paintIcons();
}

} // namespace gantry::widgets
