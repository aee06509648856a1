#include "app/windows/readiness_pane.h"

#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace gantry {

using widgets::textFont;
namespace palette = widgets::palette;

namespace {

QString mark(ReadyPoint::State state)
{
    switch (state) {
    case ReadyPoint::State::Ready:
        return QStringLiteral("✓");
    case ReadyPoint::State::Attention:
        return QStringLiteral("▲");
    case ReadyPoint::State::Unknown:
        break;
    }
    return QStringLiteral("?");
}

QString word(ReadyPoint::State state)
{
    switch (state) {
    case ReadyPoint::State::Ready:
        return ReadinessPane::tr("ready");
    case ReadyPoint::State::Attention:
        return ReadinessPane::tr("needs a look");
    case ReadyPoint::State::Unknown:
        break;
    }
    return ReadinessPane::tr("not known");
}

QColor colour(ReadyPoint::State state)
{
    switch (state) {
    case ReadyPoint::State::Ready:
        return palette::secondary;
    case ReadyPoint::State::Attention:
        return palette::major;
    case ReadyPoint::State::Unknown:
        break;
    }
    return palette::unknown;
}

void setColour(QLabel &label, const QColor &colour)
{
    QPalette own = label.palette();
    own.setColor(QPalette::WindowText, colour);
    label.setPalette(own);
}

} // namespace

ReadinessPane::ReadinessPane(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Ready for a show?"));
    setToolTip(tr("What this machine brings, and what to do where something is missing"));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 8, 0);
    m_grid = new QGridLayout;
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    column->addLayout(m_grid);
    column->addStretch(1);
    setWidget(inside);
}

void ReadinessPane::setPoints(const QList<ReadyPoint> &points)
{
    while (m_rows.size() < std::size_t(points.size())) {
        Row row;
        row.mark = new QLabel;
        row.mark->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        row.what = new QLabel;
        row.what->setTextFormat(Qt::PlainText);
        row.what->setFont(textFont(1.0, QFont::DemiBold));
        row.text = new QLabel;
        row.text->setTextFormat(Qt::PlainText);
        row.text->setWordWrap(true);
        const int at = int(m_rows.size()) * 3;
        m_grid->addWidget(row.mark, at, 0);
        m_grid->addWidget(row.what, at, 1);
        m_grid->addWidget(row.text, at + 1, 1);
        m_grid->setRowMinimumHeight(at + 2, 8);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size() && i < std::size_t(points.size()); ++i)
        fill(m_rows[i], points[qsizetype(i)]);
}

void ReadinessPane::fill(Row &row, const ReadyPoint &point)
{
    if (row.shown == point)
        return;
    row.shown = point;
    row.mark->setText(mark(point.state));
    setColour(*row.mark, colour(point.state));
    row.what->setText(tr("%1: %2", "a point, a word").arg(point.what, word(point.state)));
    QString text = point.found;
    if (!point.advice.isEmpty())
        text += QLatin1Char('\n') + point.advice;
    row.text->setText(text);
    setColour(*row.text, point.advice.isEmpty() ? palette::secondary : palette::text);
    row.text->setAccessibleName(QStringLiteral("%1. %2").arg(row.what->text(), text));
    // A stop of the Tab key only where there is something to take along.
    const bool hasAdvice = !point.advice.isEmpty();
    row.text->setTextInteractionFlags(hasAdvice ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                                : Qt::NoTextInteraction);
    row.text->setFocusPolicy(hasAdvice ? Qt::StrongFocus : Qt::NoFocus);
}

} // namespace gantry
