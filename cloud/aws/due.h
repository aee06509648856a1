#pragma once
// A question that is asked every so often, and at once the first time. Monotonic; on the thread of its adapter.

#include <QElapsedTimer>

#include <chrono>

namespace gantry::cloud {

class Due
{
public:
    bool is(std::chrono::milliseconds interval) const
    {
        return !m_since.isValid() || m_since.hasExpired(interval.count());
    }
    void start() { m_since.start(); }

private:
    QElapsedTimer m_since;
};

} // namespace gantry::cloud
