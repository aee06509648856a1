#pragma once
// The layouts and walls of a show file.

#include "app/show/show_names.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gantry {

// Bounds. Nine layouts have a key; more are for the menu.
inline constexpr qsizetype maxLayouts = 64;
inline constexpr qsizetype maxWalls = 16;

// Fills in show.layouts and show.walls from the file's object.
void readLayouts(const ShowPart &file, const ShowNames &feeds, Show &show);
// Adds what there is.
void writeLayouts(const Show &show, QJsonObject &file);
QJsonObject layoutObject(const Layout &layout);

// What the layout looks like in a show of these feeds. The layout has been read, or came from planLayout().
widgets::WallPlan layoutPlan(const Layout &layout, const QStringList &feeds);
// The way back: a preset whose cells stand where the preset has them stays one; anything else is a free layout.
// `preset` is what editing began from, or empty.
Layout planLayout(const widgets::WallPlan &plan, const QString &preset, const QStringList &feeds);

QStringList feedNames(const Show &show);
// What a show without layouts offers: automatic first, then the usual ones.
QList<Layout> usualLayouts();

} // namespace gantry
