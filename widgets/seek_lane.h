#pragma once
// The long slider of the transport bar: the whole session from left to right in every language, alarms above the line,
// commands below, a playhead. Dragging asks to seek; nothing moves until it is told a new position.

#include <QString>
#include <QWidget>

#include <chrono>
#include <functional>
#include <vector>

namespace gantry::widgets {

// Something worth jumping to.
struct TransportMark
{
    enum class Kind { Alarm, Command, Note };
    std::chrono::microseconds elapsed{0}; // since the session began
    Kind kind = Kind::Note;
    int priority = 0; // TileAlarm's numbers, for alarms
    QString text;     // "CAM 1 NO SIGNAL"

    bool operator==(const TransportMark &) const = default;
};

class SeekLane : public QWidget
{
    Q_OBJECT

public:
    using Formatter = std::function<QString(std::chrono::microseconds elapsed)>;

    explicit SeekLane(QWidget *parent = nullptr);

    void setSpan(std::chrono::microseconds begin, std::chrono::microseconds end);
    std::chrono::microseconds begin() const { return m_begin; }
    std::chrono::microseconds end() const { return m_end; }
    void setPosition(std::chrono::microseconds elapsed);
    std::chrono::microseconds position() const { return m_position; }
    void setMarks(std::vector<TransportMark> marks);
    const std::vector<TransportMark> &marks() const { return m_marks; }
    // For the tool tip below the pointer.
    void setFormatter(Formatter formatter);

    qreal xOf(std::chrono::microseconds elapsed) const;
    std::chrono::microseconds elapsedAt(qreal x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(std::chrono::microseconds elapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF track() const;
    const TransportMark *markNear(qreal x) const;

    std::chrono::microseconds m_begin{0};
    std::chrono::microseconds m_end{0};
    std::chrono::microseconds m_position{0};
    std::vector<TransportMark> m_marks; // rising in time
    Formatter m_formatter;
};

} // namespace gantry::widgets
