#include "app/windows/replay_window.h"

#include "app/models/words.h"
#include "widgets/theme.h"
#include "widgets/transport_bar.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace gantry {

using widgets::TransportBar;
using widgets::TransportInstant;
using widgets::TransportMark;

namespace {

TransportInstant transport(const Instant &instant)
{
    return {instant.utc, instant.elapsed};
}

} // namespace

ReplayWindow::ReplayWindow(const QString &show, const SessionSpan &span, const std::vector<SessionMark> &marks,
                           const QString &remarks, QWidget *parent)
    : RoomWindow(tr("Replay"), show, parent), m_bar(new TransportBar), m_last(new QLabel), m_marks(marks)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_bar);
    m_last->setTextFormat(Qt::PlainText);
    m_last->setWordWrap(true);
    column->addWidget(m_last);
    if (!remarks.isEmpty()) {
        auto *label = new QLabel(remarks);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(widgets::textFont(1.0, QFont::DemiBold));
        column->addWidget(label);
    }
    column->addStretch(1);
    setObjectName(QStringLiteral("replay")); // what its screenshots are called
    setContent(content);
    resize(1280, 220);

    m_bar->setSpan(transport(span.begin), transport(span.end));
    std::vector<TransportMark> shown;
    for (const SessionMark &mark : marks) {
        shown.push_back({.elapsed = mark.elapsed,
                         .kind = mark.kind == SessionMark::Kind::Alarm     ? TransportMark::Kind::Alarm
                                 : mark.kind == SessionMark::Kind::Command ? TransportMark::Kind::Command
                                                                           : TransportMark::Kind::Note,
                         .priority = mark.kind == SessionMark::Kind::Alarm ? static_cast<int>(mark.priority) : 0,
                         .text = mark.text});
    }
    m_bar->setMarks(std::move(shown));
    connect(m_bar, &TransportBar::playToggled, this,
            [this](bool play) { play ? Q_EMIT playRequested() : Q_EMIT pauseRequested(); });
    connect(m_bar, &TransportBar::speedChanged, this, &ReplayWindow::speedRequested);
    connect(m_bar, &TransportBar::seekRequested, this, &ReplayWindow::seekRequested);
    m_bar->setFocus();
}

void ReplayWindow::setPosition(const Instant &at, bool playing, double speed)
{
    m_bar->setPosition(transport(at));
    m_bar->setPlaying(playing);
    m_bar->setSpeed(speed);
    const auto after = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&](const SessionMark &mark) { return mark.elapsed > at.elapsed; });
    m_last->setText(after == m_marks.begin()
                        ? tr("Nothing has happened yet.")
                        : tr("Last, %2 ago: %1", "what, how long ago")
                              .arg(std::prev(after)->text, words::duration(at.elapsed - std::prev(after)->elapsed)));
}

} // namespace gantry
