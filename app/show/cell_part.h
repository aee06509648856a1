#pragma once
// What one cell of a wall shows, in the words of a show file: { "shows": "clock", "what": "utc" }.

#include "app/show/show_names.h"
#include "widgets/wall/wall_plan.h"

#include <QJsonObject>
#include <QTime>

#include <optional>

namespace gantry {

// The keys of a cell that readCellContent() takes.
QStringList cellContentKeys();
widgets::CellContent readCellContent(const ShowPart &part, const ShowNames &feeds);
QJsonObject cellContentObject(const widgets::CellContent &content);

// The time of day that a clock counts down to, for "countdown 20:15:00"; nothing for any other words.
std::optional<QTime> countdownEnd(const QString &clock);

} // namespace gantry
