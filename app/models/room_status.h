#pragma once
// What the top line of the control window says about the room itself: whether the log is safe, and the last note.

#include "app/session/record_source.h"

#include <QObject>

namespace gantry {

class RoomStatus final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool logSafe() const { return m_log.safe; }
    QString logText() const;   // "log: safe", "log: NOT SAFE"
    QString logDetail() const; // why, and what was dropped

    void clear();
    void apply(const RecordBatch &batch);

Q_SIGNALS:
    void changed();

private:
    LogRecord m_log;
};

} // namespace gantry
