#pragma once
// Draws a wall with OpenGL, in layers: below, everything that QPainter paints round the pictures; then the pictures, as
// they were decoded; then the overlay of each tile. Only new pictures go up to the card, only changed overlays, and of
// the ground only what has changed. Shows what WallRaster shows.
//
// Knows no window: every call with the context current that open() had. UI thread only.

#include "widgets/wall/feed_textures.h"
#include "widgets/wall/gl_layer.h"
#include "widgets/wall/gl_quads.h"
#include "widgets/wall/wall_raster.h"

#include <functional>
#include <vector>

namespace gantry::widgets {

class WallGl
{
public:
    WallGl(WallCells &cells, const WallStage &stage) : m_cells(cells), m_stage(stage), m_raster(cells, stage) {}
    ~WallGl();

    // The errors are sentences for people: why OpenGL does not draw.
    tl::expected<void, QString> open(const WallShaders &shaders);
    void close();

    // Has changed, in the coordinates of the wall.
    void damage(const QRegion &region) { m_stale += region; }
    // All of the wall, into what is bound now, which is so many pixels large.
    tl::expected<void, QString> draw(QSize pixels, const QRect &wall, const WallLook &look);

    // Why pictures that a GPU has decoded have to be copied; empty: they need not, as far as is known.
    const QString &importFault() const { return m_importFault; }
    // Of all that this wall shows now, whoever has uploaded it.
    UploadCounts counts() const;
    std::uint64_t overlayUploads() const;
    std::uint64_t groundUploads() const { return m_ground.uploads(); }
    // For tests: what the card says of itself, GL_NO_ERROR while it is well.
    void setCardState(std::function<GLenum()> state) { m_cardState = std::move(state); }

private:
    // What of a cell is on the card.
    struct Cell
    {
        const media::FrameSlot *feed = nullptr;
        std::shared_ptr<FeedTextures> textures;
        GlLayer overlay;
        std::uint64_t version = 0;
    };

    void paintGround(QSize pixels, qreal ratio, const QRect &wall, const WallLook &look);
    void drawCell(int cell, qreal ratio, const WallLook &look);
    void drawOverlay(Cell &known, const OverlayLayer &overlay, const QRect &room, qreal ratio);
    tl::expected<void, QString> checkCard();

    WallCells &m_cells;
    const WallStage &m_stage;
    WallRaster m_raster;
    GlQuads m_quads;
    QImage m_below;
    GlLayer m_ground;
    QRegion m_stale;
    std::vector<std::unique_ptr<Cell>> m_known;
    QString m_importFault;
    std::function<GLenum()> m_cardState;
    bool m_open = false;
};

} // namespace gantry::widgets
