#pragma once
// The alerts of a rehearsed channel: set once, cleared once, and kept for a while afterwards. Pure.

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace gantry::cloud {

class SandboxAlerts
{
public:
    using Time = std::chrono::milliseconds;

    struct Alert
    {
        int id = 0;
        QString type;
        QString message;
        int pipeline = 0;
        Time setAt{0};
        std::optional<Time> clearedAt;
    };

    void set(const QString &type, const QString &message, int pipeline, Time at)
    {
        for (const Alert &alert : m_alerts) {
            if (!alert.clearedAt && alert.type == type && alert.pipeline == pipeline)
                return;
        }
        if (m_alerts.size() == kMost)
            m_alerts.erase(m_alerts.begin());
        m_alerts.push_back({++m_lastId, type, message, pipeline, at, std::nullopt});
    }
    void clear(const QString &type, int pipeline, Time at)
    {
        for (Alert &alert : m_alerts) {
            if (!alert.clearedAt && alert.type == type && alert.pipeline == pipeline)
                alert.clearedAt = at;
        }
    }
    void clearAll(Time at)
    {
        for (Alert &alert : m_alerts) {
            if (!alert.clearedAt)
                alert.clearedAt = at;
        }
    }
    const std::vector<Alert> &all() const { return m_alerts; }
    int active(int pipeline) const
    {
        int count = 0;
        for (const Alert &alert : m_alerts)
            count += !alert.clearedAt && alert.pipeline == pipeline;
        return count;
    }

private:
    static constexpr std::size_t kMost = 200;
    std::vector<Alert> m_alerts;
    int m_lastId = 0;
};

} // namespace gantry::cloud
