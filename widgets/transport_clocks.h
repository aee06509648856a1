#pragma once
// Three clocks in a row, UTC, LOCAL and T+: figures that do not dance, and which clock it is. Where room is short the
// last one goes first.

#include <QWidget>

#include <array>
#include <chrono>
#include <optional>
#include <utility>

namespace gantry::widgets {

using TransportUtc = std::chrono::sys_time<std::chrono::microseconds>;

QString utcClockText(TransportUtc utc);                      // "18:12:00.240"
QString elapsedClockText(std::chrono::microseconds elapsed); // "T+00:12:00.240"
// In the desktop's zone, or so many seconds east of UTC.
QString localClockText(TransportUtc utc, std::optional<int> secondsEast);

class TransportClocks : public QWidget
{
    Q_OBJECT

public:
    explicit TransportClocks(QWidget *parent = nullptr);

    void setTime(TransportUtc utc, std::chrono::microseconds elapsed, std::optional<int> secondsEast);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using Pair = std::pair<QString, QString>; // figures, caption

    qreal gap() const;
    qreal captionGap() const;
    QFont strong() const;
    QFont small() const;
    qreal pairWidth(const Pair &pair) const;

    std::array<Pair, 3> m_pairs;
};

} // namespace gantry::widgets
