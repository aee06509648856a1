#pragma once
// Session files for tests, written the way the program writes them.

#include "app/session/session_reader.h"
#include "app/session/session_writer.h"

#include <QtGlobal>

namespace gantry::test {

// For steps that a test takes for granted.
inline void must(const SessionResult<void> &result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().text()), qPrintable(result.error().detail));
}

template <typename T>
T must(SessionResult<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().text()), qPrintable(result.error().detail));
    return std::move(*result);
}

inline SessionHeader someHeader()
{
    return {QStringLiteral("Monday show"), QByteArrayLiteral("{\"feeds\": []}"), QStringLiteral("0.1.0"),
            std::chrono::sys_time<std::chrono::microseconds>(std::chrono::hours(490'000)), QStringLiteral("room-1")};
}

// False when the file could not be made; the reason is in the test's output.
inline bool writeSession(const QString &path, const RecordBatch &records)
{
    SessionWriter writer;
    if (const auto opened = writer.open(path, someHeader()); !opened) {
        qWarning("%s: %s", qPrintable(opened.error().text()), qPrintable(opened.error().detail));
        return false;
    }
    writer.append(records);
    const auto closed = writer.close();
    if (!closed)
        qWarning("%s: %s", qPrintable(closed.error().text()), qPrintable(closed.error().detail));
    return closed.has_value();
}

inline std::unique_ptr<SessionReader> readSession(const QString &path)
{
    auto reader = SessionReader::open(path);
    if (!reader) {
        qWarning("%s: %s %s", qPrintable(reader.error().text()), qPrintable(reader.error().advice),
                 qPrintable(reader.error().detail));
        return nullptr;
    }
    return std::move(*reader);
}

inline RecordBatch allRecords(SessionReader &reader)
{
    RecordBatch all;
    for (RecordBatch batch = reader.recordsAfter(0, 1000); !batch.isEmpty();
         batch = reader.recordsAfter(all.constLast().number, 1000))
        all += batch;
    return all;
}

} // namespace gantry::test
