#pragma once
// One figure, large: what it is, its value with its unit, and how old that is when it is not new. Unknown is shown as
// unknown, and an old value is never shown as if it were new. UI thread only.

#include "widgets/wall/cell_view.h"

#include <QTimer>

#include <optional>

namespace gantry::widgets {

struct FigureReading
{
    QString title;                // "Main viewers"
    std::optional<QString> value; // "12 400"; nothing: unknown
    QString unit;                 // "viewers"; may be empty
    QString note;                 // "12 s old", "polled 2 s ago": shown small
    bool old = false;             // known once, but no longer new

    bool operator==(const FigureReading &) const = default;
};

class FigureCell final : public CellView
{
    Q_OBJECT

public:
    // Asked four times a second; the cell is painted again only when it reads otherwise.
    using Source = std::function<FigureReading()>;
    explicit FigureCell(Source source, QObject *parent = nullptr);

    void paint(QPainter &painter, const QRectF &box) const override;
    QString sentence() const override;

    // For tests: what the timer would do.
    void look();

private:
    Source m_source;
    FigureReading m_shown;
    QTimer m_timer;
};

} // namespace gantry::widgets
