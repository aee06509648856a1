#pragma once
// "pairs" of a show file: two feeds that are meant to carry the same programme.

#include "app/show/show.h"
#include "app/show/show_names.h"
#include "app/show/show_part.h"

#include <QJsonArray>

namespace gantry {

// `feeds` are the names of the show's feeds. A feed may be in several pairs (one primary, two backups), but not twice
// in one.
QList<Pair> readPairs(const ShowPart &file, const ShowNames &feeds);
QJsonArray pairsArray(const QList<Pair> &pairs);

} // namespace gantry
