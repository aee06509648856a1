#pragma once
// A value that changes in steps, and what it was at any moment of the last thousands of changes. Pure.

#include <algorithm>
#include <chrono>
#include <deque>

namespace gantry::cloud {

template <typename T>
class StepHistory
{
public:
    using Time = std::chrono::milliseconds;

    void note(Time at, const T &value)
    {
        if (!m_steps.empty() && m_steps.back().value == value)
            return;
        if (m_steps.size() == kMost)
            m_steps.pop_front();
        m_steps.push_back({at, value});
    }
    // Null: before the first step.
    const T *at(Time time) const
    {
        const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), time,
                                            [](Time moment, const Step &step) { return moment < step.at; });
        return after == m_steps.begin() ? nullptr : &std::prev(after)->value;
    }

private:
    static constexpr std::size_t kMost = 20'000;
    struct Step
    {
        Time at;
        T value;
    };
    std::deque<Step> m_steps;
};

} // namespace gantry::cloud
