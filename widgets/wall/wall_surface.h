#pragma once
// How a wall comes to the screen: a narrow door with two ways behind it. The canvas says which parts have changed; what
// has to be done for that is the surface's business. UI thread only.

#include "media/frame/picture_demand.h"
#include "widgets/wall/wall_gl.h"

#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace gantry::widgets {

class WallSurface : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Shows these parts anew, in the coordinates of the wall: soon, or before it returns.
    virtual void update(const QRegion &stale) = 0;
    virtual void repaint(const QRegion &stale) = 0;
    // The canvas has another size.
    virtual void resize(QSize) {}
    // In which form it takes pictures.
    virtual media::PictureForm form() const { return media::PictureForm::Rgb; }
    // Whether the canvas itself is painted.
    virtual bool paintsCanvas() const { return true; }
    // What is to be known of copies between cards and memory; empty: nothing.
    virtual QString note() const { return {}; }
    // Null where it does not draw with OpenGL.
    virtual WallGl *gl() { return nullptr; }

Q_SIGNALS:
    // It shows nothing any more, and why, as a sentence. The canvas takes the other way.
    void failed(const QString &why);
    // form() is another one now.
    void formChanged();
};

// The canvas paints itself.
std::unique_ptr<WallSurface> openRasterSurface(QWidget &canvas);
// A child of the canvas that fills it and leaves hands, focus and accessibility to it. Only where WallDriver::gl.
std::unique_ptr<WallSurface> openGlSurface(QWidget &canvas, std::unique_ptr<WallGl> gl, const WallShaders &shaders,
                                           std::function<WallLook()> look);

} // namespace gantry::widgets
