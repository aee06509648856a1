#pragma once
// A picture from a file: a logo, a slate, a plan of the hall. Read off the UI thread; while it is, and where it cannot
// be, the cell says so in words. True aspect. UI thread only.

#include "widgets/cells/image_file.h"
#include "widgets/wall/cell_view.h"

#include <memory>

namespace gantry::widgets {

class ImageCell final : public CellView
{
    Q_OBJECT

public:
    explicit ImageCell(const QString &path, QObject *parent = nullptr);
    ~ImageCell() override;

    void paint(QPainter &painter, const QRectF &box) const override;
    QString sentence() const override;

private:
    struct Delivery;
    QString m_path;
    std::shared_ptr<Delivery> m_delivery; // shared with the thread that reads
    ImageResult m_result;
    bool m_read = false;
};

} // namespace gantry::widgets
