#include "widgets/wall/wall_canvas.h"

#include "widgets/wall/wall_accessible.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gantry::widgets {

namespace {

WallMetrics metricsOf(const QWidget &widget)
{
    const int em = widget.fontMetrics().height();
    return {std::max(10, int(std::lround(em * 0.55))), int(std::lround(em * 2.4))};
}

} // namespace

WallCanvas::WallCanvas(QWidget *parent) : WallCanvas(wallDriver(), WallShaders::ours(), parent) {}

WallCanvas::WallCanvas(const WallDriver &driver, const WallShaders &shaders, QWidget *parent)
    : QWidget(parent), m_driver(driver), m_emptyText(tr("No feeds"))
{
    installWallAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Wall"));
    setAccessibleDescription(
        tr("Arrow keys select a cell, F shows it alone, L lets you hear it, the menu key offers the rest"));
    openSurface(shaders);
    connect(&m_cells, &WallCells::rearranged, this, &WallCanvas::onRearranged);
    connect(&m_cells, &WallCells::rowChanged, this, &WallCanvas::onRowChanged);
    connect(&m_cells, &WallCells::changed, this, &WallCanvas::updateCell);
    connect(&m_pulse, &WallPulse::beaten, this, &WallCanvas::beat);
}

WallCanvas::~WallCanvas() = default;

void WallCanvas::openSurface(const WallShaders &shaders)
{
    if (!m_driver.gl) {
        m_surface = openRasterSurface(*this);
        return;
    }
    m_surface = openGlSurface(*this, std::make_unique<WallGl>(m_cells, m_stage), shaders, [this] { return look(); });
    connect(m_surface.get(), &WallSurface::failed, this, &WallCanvas::paintFromNowOn);
    connect(m_surface.get(), &WallSurface::formChanged, this, [this] { demandPictures(isVisible()); });
}

// Every tile keeps its picture, in the other form.
void WallCanvas::paintFromNowOn(const QString &why)
{
    if (!m_driver.gl)
        return;
    m_driver.gl = false;
    m_driver.why = why;
    m_surface.release()->deleteLater(); // it is the one who says so
    m_surface = openRasterSurface(*this);
    demandPictures(isVisible());
    m_surface->update(rect());
    Q_EMIT driverFailed();
}

QString WallCanvas::driverText() const
{
    const QString note = m_surface->note();
    return note.isEmpty() ? m_driver.sentence() : m_driver.sentence() + QLatin1Char(' ') + note;
}

void WallCanvas::demandPictures(bool visible)
{
    m_stage.demandPictures(visible, devicePixelRatioF(), m_surface->form());
}

WallLook WallCanvas::look() const
{
    return {m_selected, hasFocus(), m_guide, layoutDirection(), m_emptyText};
}

void WallCanvas::setFrameSlots(std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder)
{
    m_cells.setFrameSlots(std::move(slotsInRowOrder));
}

void WallCanvas::setPlan(const WallPlan &plan)
{
    m_selectedRow = selectedRow();
    m_selected = -1;
    m_stage.setFull(-1);
    m_cells.setPlan(plan);
}

void WallCanvas::forgetPictures()
{
    for (int cell = 0; cell < cellCount(); ++cell) {
        if (WallTile *tile = m_cells.tile(cell))
            tile->forgetPicture();
    }
    refresh();
    m_surface->update(rect());
}

// --- selection ---

int WallCanvas::selectedRow() const
{
    return m_cells.has(m_selected) ? m_cells.row(m_selected) : m_selectedRow;
}

void WallCanvas::selectRow(int row)
{
    if (!m_cells.hasRow(row) || row == selectedRow())
        return;
    // What stands in no cell of the plan takes the whole wall where a feed has it already.
    if (fullCell() >= 0 && m_cells.cellOfRow(row) < 0)
        return setFullRow(row);
    const int cell = m_cells.cellOfRow(row);
    if (cell >= 0)
        return selectCell(cell);
    updateCell(m_selected);
    m_selected = -1;
    m_selectedRow = row;
    Q_EMIT tileSelected(row);
}

void WallCanvas::selectCell(int cell)
{
    if (!m_cells.has(cell) || cell == m_selected)
        return;
    const int before = selectedRow();
    updateCell(m_selected);
    m_selected = cell;
    m_selectedRow = m_cells.row(cell);
    if (fullCell() >= 0)
        setFullCell(cell);
    updateCell(m_selected);
    tellFocus();
    Q_EMIT cellSelected(m_selected);
    if (m_selectedRow >= 0 && m_selectedRow != before)
        Q_EMIT tileSelected(m_selectedRow);
}

void WallCanvas::tellFocus()
{
    if (m_selected < 0 || !hasFocus())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(m_selected);
    QAccessible::updateAccessibility(&focus);
}

void WallCanvas::setFullRow(int row)
{
    if (!m_cells.hasRow(row))
        return setFullCell(-1);
    if (m_cells.cellOfRow(row) < 0) {
        // Another guest may have stood there.
        if (m_cells.hasGuest() && m_selected == cellCount() - 1)
            m_selected = -1;
        m_cells.setGuest(row);
        m_stage.setFull(-1);
    }
    setFullCell(m_cells.cellOfRow(row));
}

void WallCanvas::setFullCell(int cell)
{
    const int wanted = m_cells.has(cell) ? cell : -1;
    if (wanted == fullCell())
        return;
    const bool leavesGuest = m_cells.hasGuest() && wanted != cellCount() - 1;
    m_stage.setFull(wanted);
    if (leavesGuest) {
        if (m_selected == cellCount() - 1)
            m_selected = -1;
        m_cells.setGuest(-1);
    } else if (m_cells.hasGuest() && m_selected != fullCell()) {
        selectCell(fullCell());
    }
    relayout();
}

void WallCanvas::toggleFull(int cell)
{
    if (!m_cells.has(cell))
        return;
    const int row = m_cells.row(cell);
    setFullCell(fullCell() == cell ? -1 : cell);
    Q_EMIT tileActivated(row);
}

void WallCanvas::toggleFullSelection()
{
    if (m_selected < 0 && m_cells.hasRow(m_selectedRow)) {
        const int row = m_selectedRow;
        setFullRow(row);
        Q_EMIT tileActivated(row);
        return;
    }
    toggleFull(m_selected);
}

// --- cells ---

QRect WallCanvas::tileRect(int row) const
{
    // In the full view the feed may be seen in a cell that is not its first.
    if (fullCell() >= 0 && row >= 0 && fullRow() == row)
        return cellRect(fullCell());
    return cellRect(m_cells.cellOfRow(row));
}

CellContent WallCanvas::cellContent(int cell) const
{
    return m_cells.has(cell) ? m_cells.content(cell) : CellContent{};
}

void WallCanvas::setMeter(AudioMeter meter)
{
    if (meter == m_cells.meter())
        return;
    m_cells.setMeter(meter);
    Q_EMIT looksChanged();
}

void WallCanvas::setGuide(WallGuide guide)
{
    if (std::exchange(m_guide, guide) == guide)
        return;
    m_surface->update(rect());
    Q_EMIT looksChanged();
}

void WallCanvas::clearOver()
{
    for (int cell = 0; cell < cellCount(); ++cell) {
        if (WallTile *tile = m_cells.tile(cell))
            tile->clearOver();
    }
}

void WallCanvas::clearOverAt(int cell, QPointF point)
{
    WallTile *tile = m_cells.has(cell) ? m_cells.tile(cell) : nullptr;
    const TileBox *box = m_stage.box(cell);
    if (tile && box && tile->layout(*box, layoutDirection()).bars.contains(point))
        tile->clearOver();
}

void WallCanvas::updateCell(int cell)
{
    if (const TileBox *box = m_stage.box(cell))
        m_surface->update(focusRect(*box));
}

void WallCanvas::setEmptyText(const QString &text)
{
    m_emptyText = text;
    m_surface->update(rect());
}

void WallCanvas::onRearranged()
{
    m_selectedRow = std::min(m_selectedRow, m_cells.rows() - 1);
    if (!m_cells.has(m_selected) || m_cells.row(m_selected) != m_selectedRow)
        m_selected = m_cells.cellOfRow(m_selectedRow);
    if (fullCell() >= cellCount())
        m_stage.setFull(-1);
    relayout();
}

void WallCanvas::onRowChanged(int cell)
{
    demandPictures(isVisible());
    if (cell != m_selected)
        return;
    m_selectedRow = m_cells.row(cell);
    if (m_selectedRow >= 0)
        Q_EMIT tileSelected(m_selectedRow);
}

void WallCanvas::refresh()
{
    m_surface->update(m_raster.takeEverything(layoutDirection()));
}

// Painted at once: a picture that waits for its turn among the events is late.
void WallCanvas::beat(bool everything)
{
    const QRegion stale =
        everything ? m_raster.takeEverything(layoutDirection()) : m_raster.takePictures(layoutDirection());
    if (!stale.isEmpty())
        m_surface->repaint(stale);
}

void WallCanvas::relayout()
{
    m_surface->resize(size());
    m_stage.fit(size(), metricsOf(*this));
    demandPictures(isVisible());
    m_surface->update(rect());
}

// --- painting ---

void WallCanvas::paintEvent(QPaintEvent *event)
{
    if (!m_surface->paintsCanvas())
        return;
    QPainter painter(this);
    m_raster.paint(painter, event->region(), rect(), look());
}

// --- what Qt tells ---

void WallCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

void WallCanvas::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    demandPictures(isVisible());
    m_pulse.start();
}

void WallCanvas::hideEvent(QHideEvent *event)
{
    m_pulse.stop();
    demandPictures(false);
    QWidget::hideEvent(event);
}

void WallCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_selected < 0 && m_selectedRow < 0 && event->reason() != Qt::MouseFocusReason)
        selectCell(0);
    m_surface->update(rect());
}

void WallCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_surface->update(rect());
}

void WallCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        relayout();
}

bool WallCanvas::event(QEvent *event)
{
    // Moved to a screen with another scale: slots want other sizes.
    if (event->type() == QEvent::ScreenChangeInternal)
        relayout();
    return QWidget::event(event);
}

QSize WallCanvas::sizeHint() const
{
    return {1280, 720};
}

QSize WallCanvas::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 16, em * 10};
}

} // namespace gantry::widgets
