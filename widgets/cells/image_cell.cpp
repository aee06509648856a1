#include "widgets/cells/image_cell.h"

#include "widgets/cells/cell_type.h"
#include "widgets/theme.h"

#include <QFileInfo>
#include <QMutex>
#include <QPainter>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace gantry::widgets {

namespace {

constexpr QSize most{3840, 2160}; // a wall is no larger

} // namespace

// Where the reading thread finds the cell, unless the cell has gone meanwhile.
struct ImageCell::Delivery
{
    QMutex mutex;
    ImageCell *cell = nullptr;
};

ImageCell::ImageCell(const QString &path, QObject *parent)
    : CellView(parent), m_path(path), m_delivery(std::make_shared<Delivery>())
{
    m_delivery->cell = this;
    QThreadPool::globalInstance()->start([path, delivery = m_delivery] {
        ImageResult result = readImageFile(path, most);
        const QMutexLocker lock(&delivery->mutex);
        if (!delivery->cell)
            return;
        QMetaObject::invokeMethod(
            delivery->cell,
            [cell = delivery->cell, result = std::move(result)] {
                cell->m_result = result;
                cell->m_read = true;
                Q_EMIT cell->changed();
            },
            Qt::QueuedConnection);
    });
}

ImageCell::~ImageCell()
{
    const QMutexLocker lock(&m_delivery->mutex);
    m_delivery->cell = nullptr;
}

void ImageCell::paint(QPainter &painter, const QRectF &box) const
{
    if (!m_result.image.isNull()) {
        painter.fillRect(box, palette::picture);
        const QSizeF size = QSizeF(m_result.image.size()).scaled(box.size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(box.center() - QPointF(size.width(), size.height()) / 2, size), m_result.image);
        return;
    }
    const auto [title, content] = titled(box);
    drawTitle(painter, title, QFileInfo(m_path).fileName());
    const QString words = m_read ? m_result.fault : tr("Reading …");
    const QString head = m_read ? tr("NO IMAGE") : QString();
    const qreal line = std::floor(content.height() * 0.3);
    const QRectF upper(content.left(), content.center().y() - line, content.width(), line);
    drawLine(painter, upper, head, fittingFont(head, {upper.width() * 0.8, line * 0.9}, QFont::Bold), palette::text);
    const QRectF lower = upper.translated(0, line);
    const qreal letters = std::min(line * 0.6, QFontMetricsF(textFont(1.4)).height());
    drawLine(painter, lower, words, fittingFont(words, {lower.width(), letters}, QFont::Normal), palette::secondary);
}

QString ImageCell::sentence() const
{
    const QString name = QFileInfo(m_path).fileName();
    if (!m_read)
        return tr("Image %1, being read").arg(name);
    return m_result.fault.isEmpty() ? tr("Image %1").arg(name)
                                    : tr("Image %1 cannot be shown: %2").arg(name, m_result.fault);
}

} // namespace gantry::widgets
