#pragma once
// A text that fills its cell: as large as it fits, broken between words, never cut.

#include "widgets/wall/cell_view.h"

namespace gantry::widgets {

class TextCell final : public CellView
{
    Q_OBJECT

public:
    explicit TextCell(const QString &text, QObject *parent = nullptr);

    void paint(QPainter &painter, const QRectF &box) const override;
    QString sentence() const override;

    // The largest font in which the text fits the size.
    static QFont fontFor(const QString &text, QSizeF size);

private:
    QString m_text;
};

} // namespace gantry::widgets
