#pragma once
// A question that is asked every so often, and at once the first time; with an interval of 0 every time. Monotonic; on
// the thread of its adapter.

#include <QElapsedTimer>

#include <chrono>

namespace gantry::cloud {

class Due
{
public:
    bool is(std::chrono::milliseconds interval) const
    {
        return interval.count() <= 0 || !m_since.isValid() || m_since.hasExpired(interval.count());
    }
    void start() { m_since.start(); }
    // Whether it is, and if so it counts as asked now.
    bool take(std::chrono::milliseconds interval)
    {
        const bool due = is(interval);
        if (due)
            start();
        return due;
    }

private:
    QElapsedTimer m_since;
};

} // namespace gantry::cloud
