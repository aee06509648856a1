#pragma once
// What goes wrong with a session file, in sentences for people.

#include <QString>
#include <tl/expected.hpp>

namespace gantry {

// `kind` is for programs; the sentences are for people and are already translated.
struct SessionError
{
    enum class Kind {
        NotFound,
        NotASession, // another kind of file
        NewerSchema, // written by a newer Gantry
        Corrupt,
        DiskFull,
        NotWritable, // permissions, a read-only drive, or a session that is already there
        InUse,       // another program writes it
        Refused,     // SQLite does not take this row; trying again will not help
        System       // anything else the disk or SQLite said
    };
    Kind kind = Kind::System;
    QString tried;   // "open the session"
    QString subject; // "/shows/monday.gantry"
    QString advice;  // what the operator can do
    QString detail;  // SQLite's or the system's own words, for the record

    QString text() const { return subject.isEmpty() ? tried : QStringLiteral("%1 (%2)").arg(tried, subject); }
    bool operator==(const SessionError &) const = default;
};

template <typename T>
using SessionResult = tl::expected<T, SessionError>;

} // namespace gantry
