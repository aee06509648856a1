#pragma once
// Who draws the walls of this program: OpenGL where a graphics card does it, QPainter otherwise, because OpenGL on the
// processor is several times slower than painting only what has changed. GANTRY_WALL=raster|gl in the environment
// forces it. UI thread only.

#include <QByteArray>
#include <QString>

namespace gantry::widgets {

struct WallDriver
{
    bool gl = false;
    QString renderer; // what OpenGL calls itself; empty where it was not asked
    QString why;      // a sentence for people, of QPainter: why not OpenGL

    // What About says.
    QString sentence() const;
};

// Before the QApplication is made: contexts share what they have, so that a picture is uploaded once for all walls.
// Loads nothing where there is no card, unless OpenGL is forced.
void prepareWallDriver();
// Once there is one. Looks the first time.
WallDriver wallDriver();

// Whether there is a graphics card as far as the system tells without loading a driver.
bool mayHaveCard();

// The choice itself.
struct GlFound
{
    QString fault;    // a sentence: why there is no context; then nothing else is known
    QString renderer; // GL_RENDERER
    int major = 0;
    int minor = 0;
    bool es = false;
};
WallDriver chooseWallDriver(const QByteArray &wish, const GlFound &found);

} // namespace gantry::widgets
