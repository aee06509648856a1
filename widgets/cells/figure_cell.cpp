#include "widgets/cells/figure_cell.h"

#include "widgets/cells/cell_type.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QStringList>

#include <utility>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 250ms; // figures at 4 Hz at most: nobody reads faster

} // namespace

FigureCell::FigureCell(Source source, QObject *parent)
    : CellView(parent), m_source(std::move(source)), m_shown(m_source())
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &FigureCell::look);
    m_timer.start();
}

void FigureCell::look()
{
    FigureReading reading = m_source();
    if (reading == m_shown)
        return;
    m_shown = std::move(reading);
    Q_EMIT changed();
}

void FigureCell::paint(QPainter &painter, const QRectF &box) const
{
    const auto [title, content] = titled(box);
    drawTitle(painter, title, m_shown.title);
    const qreal small = std::floor(content.height() * 0.18);
    const QRectF room = content.adjusted(0, 0, 0, -2 * small);
    if (!m_shown.value) {
        const QString unknown = tr("UNKNOWN");
        drawLine(painter, room, unknown, fittingFont(unknown, room.size() * 0.6, QFont::Medium), palette::unknown);
    } else {
        const QFont font = fittingFont(*m_shown.value, {room.width(), room.height() * 0.9}, QFont::DemiBold);
        drawWords(painter, room, *m_shown.value, font, m_shown.old ? palette::secondary : palette::text);
    }
    const QRectF unit(content.left(), room.bottom(), content.width(), small);
    const QFont word = fittingFont(m_shown.unit, {unit.width(), small * 0.95}, QFont::Normal);
    if (m_shown.value)
        drawLine(painter, unit, m_shown.unit, word, palette::secondary);
    const QRectF foot = unit.translated(0, small);
    const QFont note =
        fittingFont(m_shown.note, {foot.width(), small * 0.85}, m_shown.old ? QFont::Bold : QFont::Normal);
    drawLine(painter, foot, m_shown.note, note, m_shown.old ? palette::text : palette::secondary);
}

QString FigureCell::sentence() const
{
    QStringList parts;
    if (!m_shown.value)
        parts << tr("%1 unknown", "what, in a sentence").arg(m_shown.title);
    else if (m_shown.unit.isEmpty())
        parts << tr("%1 %2", "what, its value").arg(m_shown.title, *m_shown.value);
    else
        parts << tr("%1 %2 %3", "what, its value, its unit").arg(m_shown.title, *m_shown.value, m_shown.unit);
    if (!m_shown.note.isEmpty())
        parts << m_shown.note;
    return parts.join(QStringLiteral(", "));
}

} // namespace gantry::widgets
