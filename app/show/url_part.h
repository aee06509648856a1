#pragma once
// feeds[].url and feeds[].secret of a show file: where a feed comes from that is not SRT, and where it is kept what the
// address must not say.

#include "app/show/show_part.h"

#include <QJsonObject>

namespace gantry {

// The keys of a feed that are read here.
QStringList feedUrlKeys();
// Whether the feed has an address of its own, right or wrong.
bool hasUrl(const ShowPart &feed);
// Fills in `url` and `passphrase`; says what is wrong, also when there is an `srt` beside it.
void readUrl(const ShowPart &feed, Feed &into);
// As readUrl reads it; nothing for a feed over SRT.
void writeUrl(const Feed &feed, QJsonObject &object);

} // namespace gantry
