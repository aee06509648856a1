#pragma once
// When a wall looks for what is new: as soon as a picture has come, but at most once in `gap`, so that feeds of many
// phases are painted together; and once in `pause` for what moves by itself. While stopped, never. UI thread, except
// that the bell is rung by those who write pictures.

#include "media/frame/frame_slot.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace gantry::widgets {

class WallPulse final : public QObject
{
    Q_OBJECT

public:
    // As often as most screens show something new. A picture waits 8 ms on average where there are many feeds, and not
    // at all where there is one.
    static constexpr std::chrono::milliseconds gap{16};
    static constexpr std::chrono::milliseconds pause{33};

    explicit WallPulse(QObject *parent = nullptr);
    ~WallPulse() override;

    // To be given to every reader of the wall; may outlive the pulse.
    const std::shared_ptr<media::FrameBell> &bell() const { return m_bell; }

    void start();
    void stop();

Q_SIGNALS:
    // There may be new pictures. `everything`: also time for what moves by itself, bars and ages; while pictures come
    // it moves with them and costs no painting of its own.
    void beaten(bool everything);

protected:
    void customEvent(QEvent *event) override;

private:
    void beat();

    std::shared_ptr<media::FrameBell> m_bell;
    QTimer m_rest; // until `gap` is over
    QTimer m_idle;
    QElapsedTimer m_beaten;
    QElapsedTimer m_paused;
    bool m_runs = false;
};

} // namespace gantry::widgets
