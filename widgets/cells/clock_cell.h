#pragma once
// A clock on the wall: HH:MM:SS in tabular digits, with the word that says which time it is. A countdown tells its last
// minute and its last ten seconds in word, weight and amber, never in red, which is tally's; past its end it counts up
// with a plus sign. UI thread only.

#include "widgets/wall/cell_view.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace gantry::widgets {

// What a clock says now. Pure values.
struct ClockFace
{
    enum class Mood { Calm, LastMinute, LastSeconds, Over };

    QString word;   // "UTC", "LOCAL", "SHOW", "TO 20:00:00"
    QString digits; // "18:04:05"
    QString state;  // "LAST MINUTE"; empty while there is nothing to say
    Mood mood = Mood::Calm;

    bool operator==(const ClockFace &) const = default;
};

// Whole seconds as HH:MM:SS; more than 99 hours show all their hours.
QString clockDigits(std::chrono::seconds time);
// To a moment that lies `remaining` ahead; negative: that long ago.
ClockFace countdownFace(const QString &word, std::chrono::milliseconds remaining);

class ClockCell final : public CellView
{
    Q_OBJECT

public:
    // Asked ten times a second; the cell is painted again only when the face is another one.
    using Face = std::function<ClockFace()>;
    explicit ClockCell(Face face, QObject *parent = nullptr);

    void paint(QPainter &painter, const QRectF &box) const override;
    QString sentence() const override;

    // For tests: what the timer would do.
    void look();

private:
    Face m_face;
    ClockFace m_shown;
    QTimer m_timer;
};

} // namespace gantry::widgets
