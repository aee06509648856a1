#pragma once
// What a show file says of one feed beside where it comes from: which program and sound track, how it is decoded, and
// from when on something is an alarm. One table names every limit, its range and its place; reading, checking and
// writing follow it.

#include "app/show/show_part.h"

#include <QJsonObject>

namespace gantry {

// The keys of a feed that readFeedSettings() takes.
QStringList feedSettingsKeys();
// Fills in feed.settings and feed.limits from the feed's object.
void readFeedSettings(const ShowPart &part, Feed &feed);
// Adds what differs from the defaults, so that a show file says what its people have decided and nothing else.
void writeFeedSettings(const Feed &feed, QJsonObject &object);

} // namespace gantry
