#pragma once
// The rule of hold-to-act, without any widget: press, keep pressed for the hold time, and it acts exactly once.
// Letting go early, or losing the hand in any way, does nothing. Time is passed in and must not run backwards.
//
// Only time that was watched counts: between two calls at most `longestStep` is added. A program that slept for half a
// second cannot know whether the hand was still down, so it asks for that time again instead of acting.

#include "widgets/steady_now.h"

namespace gantry::widgets {

class HoldGesture
{
public:
    static constexpr std::chrono::milliseconds defaultHold{600};
    static constexpr std::chrono::milliseconds longestStep{100};

    explicit HoldGesture(std::chrono::milliseconds hold = defaultHold) : m_hold(hold) {}

    // A hand went down. Ignored while one is down already (key repeat, a second finger).
    void press(SteadyTime now);
    // To be called every few ten milliseconds. True exactly once: when the hold time has been reached.
    bool update(SteadyTime now);
    // The hand went up, the focus was lost, the action was blocked: never acts.
    void release();

    bool pressed() const { return m_pressed; }
    // The hand is still down after it acted.
    bool fired() const { return m_fired; }
    // 0..1, how much of the hold time has passed; 0 when no hand is down.
    double progress() const;

private:
    std::chrono::nanoseconds m_hold;
    std::chrono::nanoseconds m_watched{0};
    SteadyTime m_last{};
    bool m_pressed = false;
    bool m_fired = false;
};

} // namespace gantry::widgets
