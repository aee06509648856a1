#include "app/models/room_status.h"

namespace gantry {

QString RoomStatus::logText() const
{
    return m_log.safe ? tr("log: safe") : tr("log: NOT SAFE");
}

QString RoomStatus::logDetail() const
{
    const QString dropped =
        m_log.telemetryDropped == 0 ? QString() : tr("Samples that could not be kept: %1.").arg(m_log.telemetryDropped);
    if (m_log.safe)
        return dropped.isEmpty() ? tr("Everything that happens is on disk.") : dropped;
    return tr("%1 %2", "fault, what was dropped").arg(m_log.fault, dropped).trimmed();
}

void RoomStatus::clear()
{
    m_log = {};
    Q_EMIT changed();
}

void RoomStatus::apply(const RecordBatch &batch)
{
    for (const Record &record : batch) {
        if (const auto *log = std::get_if<LogRecord>(&record.payload)) {
            m_log = *log;
            Q_EMIT changed();
        }
    }
}

} // namespace gantry
