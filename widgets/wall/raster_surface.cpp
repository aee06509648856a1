#include "widgets/wall/wall_surface.h"

#include <QWidget>

namespace gantry::widgets {

namespace {

class RasterSurface final : public WallSurface
{
public:
    explicit RasterSurface(QWidget &canvas) : m_canvas(canvas) {}

    void update(const QRegion &stale) override { m_canvas.update(stale); }
    void repaint(const QRegion &stale) override { m_canvas.repaint(stale); }

private:
    QWidget &m_canvas;
};

} // namespace

std::unique_ptr<WallSurface> openRasterSurface(QWidget &canvas)
{
    return std::make_unique<RasterSurface>(canvas);
}

} // namespace gantry::widgets
