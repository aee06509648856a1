#pragma once
// Where records come from, live or out of a file. Models, windows and widgets know only this and cannot tell which.

#include "app/session/record.h"

#include <QObject>

namespace gantry {

class RecordSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~RecordSource() override;

    // The instant that the screens show: the wall clock's in a live room, the transport bar's in replay. Any thread.
    virtual Instant now() const = 0;

Q_SIGNALS:
    // New records, in order of number. Connect across threads freely.
    void arrived(const gantry::RecordBatch &batch);
    // Forget everything and apply these instead: the smallest list of records, in order, that leaves a model as if it
    // had seen every record up to now().
    void restarted(const gantry::RecordBatch &state);
};

} // namespace gantry
