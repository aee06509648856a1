#pragma once
// Where this person's walls stood the last time, by show and wall: monitors are the person's and the machine's, not the
// show's, so no show file keeps them. A small INI file under XDG_STATE_HOME; one that cannot be read or written costs
// the memory, nothing else.

#include "app/windows/wall_place.h"

#include <QSettings>
#include <QStringList>

namespace gantry {

class WallMemories
{
public:
    // "$XDG_STATE_HOME/gantry/walls.ini"
    static QString usualPath();

    explicit WallMemories(const QString &path);

    std::optional<WallMemory> of(const QString &show, const QString &wall) const;
    void keep(const QString &show, const QString &wall, const WallMemory &memory);
    // Walls that a hand has opened beside those of the show.
    QStringList furtherWalls(const QString &show) const;
    void keepFurtherWalls(const QString &show, const QStringList &walls);

private:
    mutable QSettings m_file;
};

} // namespace gantry
