#include "widgets/wall/wall_gl.h"

#include "widgets/wall/tile_painter.h"

#include <QCoreApplication>
#include <QOpenGLContext>
#include <QPainter>

namespace gantry::widgets {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallDriver)
};

constexpr GLenum contextLost = 0x0507;

QRect inPixels(const QRectF &box, qreal ratio)
{
    return QTransform::fromScale(ratio, ratio).mapRect(box).toRect(); // as picture_copy.h places them
}

// Asks whether the card was reset; does nothing where the driver does not tell.
std::function<GLenum()> cardStateOf(QOpenGLContext &context)
{
    using Ask = GLenum(QOPENGLF_APIENTRYP)();
    for (const char *name : {"glGetGraphicsResetStatus", "glGetGraphicsResetStatusKHR", "glGetGraphicsResetStatusARB",
                             "glGetGraphicsResetStatusEXT"})
        if (const auto ask = reinterpret_cast<Ask>(context.getProcAddress(name)))
            return [ask] { return ask(); };
    return [] { return GLenum(GL_NO_ERROR); };
}

} // namespace

WallGl::~WallGl()
{
    if (QOpenGLContext::currentContext())
        close();
}

tl::expected<void, QString> WallGl::open(const WallShaders &shaders)
{
    close();
    if (const auto opened = m_quads.open(shaders); !opened)
        return opened;
    if (!m_cardState)
        m_cardState = cardStateOf(*QOpenGLContext::currentContext());
    m_open = true;
    return {};
}

void WallGl::close()
{
    if (!m_open)
        return;
    m_open = false;
    for (const auto &known : m_known)
        known->overlay.free();
    m_known.clear();
    m_ground.free();
    m_below = {};
    m_quads.close();
}

UploadCounts WallGl::counts() const
{
    UploadCounts all;
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const auto &textures = m_known[i]->textures;
        // A feed that stands in two cells counts once.
        const bool first = std::none_of(m_known.begin(), m_known.begin() + std::ptrdiff_t(i),
                                        [&](const auto &each) { return each->textures == textures; });
        if (!textures || !first)
            continue;
        all.planes += textures->counts().planes;
        all.images += textures->counts().images;
        all.imported += textures->counts().imported;
        all.copied += textures->counts().copied;
    }
    return all;
}

std::uint64_t WallGl::overlayUploads() const
{
    std::uint64_t all = 0;
    for (const auto &known : m_known)
        all += known->overlay.uploads();
    return all;
}

tl::expected<void, QString> WallGl::checkCard()
{
    if (m_cardState() != GL_NO_ERROR)
        return tl::unexpected(Words::tr("The graphics card was reset."));
    return {};
}

tl::expected<void, QString> WallGl::draw(QSize pixels, const QRect &wall, const WallLook &look)
{
    QOpenGLFunctions &gl = *QOpenGLContext::currentContext()->functions();
    if (auto well = checkCard(); !well)
        return well;
    for (int i = 0; i < 8 && gl.glGetError() != GL_NO_ERROR; ++i) {
        // of whoever drew before
    }
    const qreal ratio = wall.width() > 0 ? qreal(pixels.width()) / wall.width() : 1;
    paintGround(pixels, ratio, wall, look);
    m_quads.begin(pixels);
    m_quads.layer(QRect({}, pixels), m_ground.name());
    while (m_known.size() > std::size_t(m_cells.count())) {
        m_known.back()->overlay.free();
        m_known.pop_back();
    }
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        if (m_known.size() <= std::size_t(cell))
            m_known.push_back(std::make_unique<Cell>());
        drawCell(cell, ratio, look);
    }
    m_quads.end();
    const GLenum fault = gl.glGetError();
    if (fault == contextLost)
        return tl::unexpected(Words::tr("The graphics card was reset."));
    if (fault != GL_NO_ERROR)
        return tl::unexpected(Words::tr("OpenGL reported error %1.").arg(fault, 4, 16, QLatin1Char('0')));
    return {};
}

void WallGl::paintGround(QSize pixels, qreal ratio, const QRect &wall, const WallLook &look)
{
    if (m_below.size() != pixels || m_below.devicePixelRatio() != ratio) {
        m_below = QImage(pixels, QImage::Format_RGB32);
        m_below.setDevicePixelRatio(ratio);
        m_stale = wall;
    }
    QRegion stale = m_stale & wall;
    m_stale = {};
    // The ground below a picture never changes with it.
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        const TileBox *box = m_cells.tile(cell) ? m_stage.box(cell) : nullptr;
        if (box && stale != QRegion(wall))
            stale -= m_cells.tile(cell)->layout(*box, look.direction).picture.toAlignedRect();
    }
    if (stale.isEmpty())
        return;
    // One rectangle: a clip of several goes through spans, which QPainter hands to a pool of threads.
    QRegion changed;
    for (const QRect &piece : stale) {
        QPainter painter(&m_below);
        painter.setClipRect(piece);
        m_raster.paintBelow(painter, piece, wall, look);
        changed += QTransform::fromScale(ratio, ratio).mapRect(QRectF(piece)).toAlignedRect();
    }
    m_ground.upload(m_below, changed);
}

void WallGl::drawCell(int cell, qreal ratio, const WallLook &look)
{
    Cell &known = *m_known[std::size_t(cell)];
    WallTile *tile = m_cells.tile(cell);
    const TileBox *box = tile ? m_stage.box(cell) : nullptr;
    if (!box)
        return;
    const SteadyTime now = m_cells.now();
    tile->settle(now);
    if (known.feed != tile->feed() || !known.textures) {
        known.textures = PictureStore::current().of(tile->feed());
        known.feed = tile->feed();
    }
    const TileLayout &layout = tile->layout(*box, look.direction);
    const media::VideoFramePointer &frame = tile->content().frame;
    if (const PictureTextures *picture = known.textures->show(frame)) {
        m_quads.blend(false);
        m_quads.picture(inPixels(pictureTarget(*frame, layout.picture), ratio), *picture);
        if (tile->texts().dimmed) {
            m_quads.blend(true);
            m_quads.fill(inPixels(layout.picture, ratio), dimming);
        }
    }
    if (m_importFault.isEmpty())
        m_importFault = known.textures->importFault();
    const OverlayLayer &overlay = tile->overlay(*box, look.direction, look.guide, ratio, now);
    drawOverlay(known, overlay, layout.picture.toAlignedRect(), ratio);
}

void WallGl::drawOverlay(Cell &known, const OverlayLayer &overlay, const QRect &room, qreal ratio)
{
    const QImage &image = overlay.image();
    if (image.isNull())
        return;
    if (overlay.version() != known.version || known.overlay.name() == 0) {
        const QRectF part = QRectF(overlay.changed().translated(-room.topLeft()));
        // Whoever has missed a version has missed where it changed.
        const bool next = overlay.version() == known.version + 1;
        known.overlay.upload(image,
                             next ? QTransform::fromScale(ratio, ratio).mapRect(part).toAlignedRect() : image.rect());
        known.version = overlay.version();
    }
    // No more than what says something.
    const QRect inked = overlay.inked().boundingRect().translated(-room.topLeft());
    const QRect from = QTransform::fromScale(ratio, ratio).mapRect(QRectF(inked)).toAlignedRect() & image.rect();
    m_quads.blend(true);
    m_quads.layer(from.translated(inPixels(room, ratio).topLeft()), known.overlay.name(), from.topLeft());
}

} // namespace gantry::widgets
