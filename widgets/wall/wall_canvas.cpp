#include "widgets/wall/wall_canvas.h"

#include "widgets/wall/wall_accessible.h"
#include "widgets/wall/wall_keys.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto refreshEvery = 33ms;

WallMetrics metricsOf(const QWidget &widget)
{
    const int em = widget.fontMetrics().height();
    return {std::max(10, int(std::lround(em * 0.55))), int(std::lround(em * 2.4))};
}

} // namespace

WallCanvas::WallCanvas(QWidget *parent) : QWidget(parent), m_emptyText(tr("No feeds"))
{
    installWallAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Wall"));
    setAccessibleDescription(tr("Arrow keys select a feed, F shows it alone, L lets you hear it"));
    m_timer.setInterval(refreshEvery);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WallCanvas::refresh);
}

WallCanvas::~WallCanvas() = default;

void WallCanvas::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_model = model;
    if (model) {
        const auto again = [this] { reload(); };
        m_connections = {connect(model, &QAbstractItemModel::modelReset, this, again),
                         connect(model, &QAbstractItemModel::rowsInserted, this, again),
                         connect(model, &QAbstractItemModel::rowsRemoved, this, again),
                         connect(model, &QAbstractItemModel::rowsMoved, this, again),
                         connect(model, &QAbstractItemModel::layoutChanged, this, again),
                         connect(model, &QObject::destroyed, this,
                                 [this] {
                                     m_model = nullptr;
                                     reload();
                                 }),
                         connect(model, &QAbstractItemModel::dataChanged, this, &WallCanvas::onDataChanged)};
    }
    reload();
}

void WallCanvas::setFrameSlots(std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder)
{
    m_slots = std::move(slotsInRowOrder);
    reload();
}

void WallCanvas::forgetPictures()
{
    for (WallTile &tile : m_tiles)
        tile.forgetPicture();
    refresh();
    update();
}

int WallCanvas::tileCount() const
{
    return rowCount();
}

void WallCanvas::selectRow(int row)
{
    if (row < 0 || row >= rowCount() || row == m_selected)
        return;
    if (const TileBox *old = boxOf(m_selected))
        update(focusRect(*old));
    m_selected = row;
    if (m_full >= 0)
        setFullRow(row);
    if (const TileBox *box = boxOf(row))
        update(focusRect(*box));
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(row);
    if (hasFocus())
        QAccessible::updateAccessibility(&focus);
    Q_EMIT tileSelected(row);
}

void WallCanvas::setFullRow(int row)
{
    const int wanted = row >= 0 && row < rowCount() ? row : -1;
    if (wanted == m_full)
        return;
    m_full = wanted;
    relayout();
}

void WallCanvas::setHeardRow(int row)
{
    m_heard = row;
    for (int each = 0; each < rowCount(); ++each) {
        if (m_tiles[std::size_t(each)].setHeard(each == m_heard, m_now()))
            update(tileRect(each));
    }
}

int WallCanvas::rowAt(QPoint point) const
{
    const int place = m_layout.tileAt(point);
    return place >= 0 && m_full >= 0 ? m_full : place;
}

QRect WallCanvas::tileRect(int row) const
{
    const TileBox *box = boxOf(row);
    return box ? box->tile : QRect();
}

QString WallCanvas::accessibleText(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return m_tiles[std::size_t(row)].sentence(m_now());
}

void WallCanvas::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void WallCanvas::setClock(SteadyNow now)
{
    m_now = std::move(now);
}

// --- from model and slots to tiles ---

void WallCanvas::reload()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    m_tiles.clear();
    m_tiles.reserve(std::size_t(std::max(0, rows)));
    for (int row = 0; row < rows; ++row) {
        const std::size_t at(row);
        m_tiles.emplace_back(row + 1, at < m_slots.size() ? m_slots[at] : nullptr);
        m_tiles.back().setHeard(row == m_heard, m_now());
        m_tiles.back().read(m_model->index(row, 0), {}, m_now());
    }
    if (m_selected >= rowCount())
        m_selected = rowCount() - 1;
    if (m_full >= rowCount())
        m_full = -1;
    relayout();
}

void WallCanvas::onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (!first.isValid() || first.parent().isValid() || first.column() > 0)
        return;
    for (int row = first.row(); row <= std::min(last.row(), rowCount() - 1); ++row) {
        const bool words = m_tiles[std::size_t(row)].read(m_model->index(row, 0), roles, m_now());
        const TileBox *box = boxOf(row);
        if (words && box)
            update(box->tile);
    }
}

void WallCanvas::refresh()
{
    const SteadyTime now = m_now();
    for (int row = 0; row < rowCount(); ++row) {
        const QRegion stale = m_tiles[std::size_t(row)].refresh(boxOf(row), layoutDirection(), now);
        if (!stale.isEmpty())
            update(stale);
    }
}

void WallCanvas::relayout()
{
    const int shown = m_full >= 0 ? 1 : rowCount();
    m_layout = wallLayout(shown, size(), metricsOf(*this));
    for (WallTile &tile : m_tiles)
        tile.forgetLayout();
    tellSlots();
    update();
}

void WallCanvas::tellSlots()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (const TileBox *box = boxOf(row))
            m_tiles[std::size_t(row)].tellSlot(*box, devicePixelRatioF());
    }
}

const TileBox *WallCanvas::boxOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int place = m_full < 0 ? row : (row == m_full ? 0 : -1);
    return place >= 0 && std::size_t(place) < m_layout.tiles.size() ? &m_layout.tiles[std::size_t(place)] : nullptr;
}

// --- painting ---

void WallCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    for (const QRect &piece : event->region())
        painter.fillRect(piece, palette::background);
    if (m_tiles.empty()) {
        paintEmpty(painter);
        return;
    }
    const SteadyTime now = m_now();
    for (int row = 0; row < rowCount(); ++row) {
        const TileBox *box = boxOf(row);
        if (!box || !event->region().intersects(focusRect(*box)))
            continue;
        // Painted at any moment, not only at ours: the mark on a stale picture must not wait for the timer.
        WallTile &tile = m_tiles[std::size_t(row)];
        tile.settle(now);
        tile.paint(painter, event->region(), *box, layoutDirection(), now);
        if (row == m_selected && m_full < 0)
            paintTileFocus(painter, *box, hasFocus());
    }
}

void WallCanvas::paintEmpty(QPainter &painter)
{
    const QRect room = rect().adjusted(20, 20, -20, -20);
    painter.setFont(textFont(1.4, QFont::DemiBold));
    painter.setPen(palette::secondary);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void WallCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

void WallCanvas::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tellSlots();
    refresh();
    m_timer.start();
}

void WallCanvas::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void WallCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_selected < 0 && rowCount() > 0 && event->reason() != Qt::MouseFocusReason)
        selectRow(0);
    update();
}

void WallCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
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

// --- hands ---

void WallCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || rowCount() == 0 || selectByDigit(*event))
        return plain && rowCount() > 0 ? event->accept() : event->ignore();
    switch (event->key()) {
    case Qt::Key_Left:
        return moveSelection(-1, 0);
    case Qt::Key_Right:
        return moveSelection(1, 0);
    case Qt::Key_Up:
        return moveSelection(0, -1);
    case Qt::Key_Down:
        return moveSelection(0, 1);
    case Qt::Key_Home:
        return selectRow(0);
    case Qt::Key_End:
        return selectRow(rowCount() - 1);
    case Qt::Key_F:
        if (!event->isAutoRepeat())
            toggleFull(m_selected);
        return;
    case Qt::Key_Escape:
        if (m_full < 0)
            break;
        setFullRow(-1);
        return;
    case Qt::Key_Delete:
        for (WallTile &tile : m_tiles)
            tile.clearOver();
        return;
    default:
        break;
    }
    event->ignore();
}

bool WallCanvas::selectByDigit(const QKeyEvent &event)
{
    const std::optional<int> row = rowOfDigitKey(event);
    if (row)
        selectRow(*row);
    return row.has_value();
}

void WallCanvas::moveSelection(int columns, int rows)
{
    const bool alone = m_full >= 0;
    selectRow(steppedRow(m_selected, rowCount(), alone ? 1 : m_layout.columns, alone ? 0 : columns,
                         alone ? columns + rows : rows));
}

void WallCanvas::toggleFull(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    setFullRow(m_full == row ? -1 : row);
    Q_EMIT tileActivated(row);
}

void WallCanvas::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row < 0)
        return;
    selectRow(row);
    const TileBox *box = boxOf(row);
    WallTile &tile = m_tiles[std::size_t(row)];
    if (box && tile.layout(*box, layoutDirection()).bars.contains(event->position()))
        tile.clearOver();
}

void WallCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        toggleFull(rowAt(event->position().toPoint()));
}

} // namespace gantry::widgets
