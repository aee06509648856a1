#pragma once
// The bar under a replay: play, speed, seek, jump from mark to mark. Time never flows inside it: it shows the position
// it is told, and asks for another one.
//
// Keys, when it has the focus or a window passes them to handleKey(): Space plays and pauses; K pauses; L plays, then
// faster; J slower, while paused back 10 s; Left/Right 1 s, with Shift 10 s; Home/End; A and Shift+A next and previous
// alarm; C and Shift+C next and previous command. The layout does not mirror: time runs left to right.

#include "widgets/seek_lane.h"

#include <QWidget>

#include <chrono>
#include <optional>
#include <vector>

class QComboBox;
class QKeyEvent;
class QToolButton;

namespace gantry::widgets {

class TransportClocks;

// When: by the world's clock and since the session began.
struct TransportInstant
{
    std::chrono::sys_time<std::chrono::microseconds> utc{};
    std::chrono::microseconds elapsed{0};
    bool operator==(const TransportInstant &) const = default;
};

class TransportBar : public QWidget
{
    Q_OBJECT

public:
    explicit TransportBar(QWidget *parent = nullptr);
    ~TransportBar() override;

    static const std::vector<double> &speeds(); // 0.25 .. 16

    // Each of these shows a state and emits nothing.
    void setSpan(const TransportInstant &begin, const TransportInstant &end);
    void setPosition(const TransportInstant &position);
    void setMarks(std::vector<TransportMark> marks);
    void setPlaying(bool playing);
    void setSpeed(double speed); // the nearest of speeds()
    // The zone of the LOCAL clock, in seconds east of UTC; the desktop's own zone until set.
    void setLocalOffset(std::optional<int> secondsEast);

    bool playing() const { return m_playing; }
    double speed() const { return m_speed; }
    std::chrono::microseconds position() const { return m_position.elapsed; }

    // True if the key was one of the bar's, and has been acted on.
    bool handleKey(const QKeyEvent &event);

Q_SIGNALS:
    void playToggled(bool playing);
    void speedChanged(double speed);
    // Always within the span.
    void seekRequested(std::chrono::microseconds elapsed);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void paintIcons();
    bool actOnKey(int key, bool shift);
    void askPlaying(bool playing);
    void faster();
    void slower();
    void askSpeed(double speed);
    void seek(std::chrono::microseconds elapsed);
    void seekBy(std::chrono::microseconds step);
    std::optional<std::chrono::microseconds> markTime(TransportMark::Kind kind, int direction) const;
    void jump(TransportMark::Kind kind, int direction);
    void tuneButtons();

    TransportInstant m_begin;
    TransportInstant m_end;
    TransportInstant m_position;
    bool m_playing = false;
    double m_speed = 1;
    std::optional<int> m_localOffset;

    QToolButton *m_start = nullptr;
    QToolButton *m_slower = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_faster = nullptr;
    QToolButton *m_finish = nullptr;
    QToolButton *m_previousAlarm = nullptr;
    QToolButton *m_nextAlarm = nullptr;
    QToolButton *m_previousCommand = nullptr;
    QToolButton *m_nextCommand = nullptr;
    QComboBox *m_speeds = nullptr;
    TransportClocks *m_clocks = nullptr;
    SeekLane *m_lane = nullptr;
};

} // namespace gantry::widgets
