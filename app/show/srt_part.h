#pragma once
// feeds[].srt of a show file: where an SRT feed comes from, read, checked against the other feeds, and written.

#include "app/show/show_part.h"

#include <QJsonObject>

namespace gantry {

// Fills in `srt` and `passphrase` of the feed; says what is wrong.
void readSrt(const ShowPart &srt, Feed &feed);

// Two feeds that would listen on one port. They may, when the same interface and a stream id of their own tells callers
// apart; otherwise the later one is at fault.
void refusePortConflicts(const ShowPart &file, const QList<Feed> &feeds);

// What a person should know about a show without a fault, one sentence each: which feeds share a port, and what this
// computer's libsrt cannot do.
QStringList srtNotes(const QList<Feed> &feeds);

// As readSrt reads it, without what has its usual value.
QJsonObject srtObject(const Feed &feed);

} // namespace gantry
