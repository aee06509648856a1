#include "widgets/wall/feed_textures.h"

#include <QCoreApplication>
#include <QOpenGLContext>
#include <QOpenGLContextGroup>
#include <QThread>

#ifndef GL_R16
#define GL_R16 0x822A
#define GL_RG16 0x822C
#endif

namespace gantry::widgets {

namespace {

QOpenGLExtraFunctions &functions()
{
    return *QOpenGLContext::currentContext()->extraFunctions();
}

// OpenGL ES has textures of 16 bits only where its maker likes them.
bool takesDeepTextures()
{
    const QOpenGLContext &context = *QOpenGLContext::currentContext();
    return !context.isOpenGLES() || context.hasExtension(QByteArrayLiteral("GL_EXT_texture_norm16"));
}

media::GlAccess accessOfCurrent()
{
    QOpenGLContext *context = QOpenGLContext::currentContext();
    media::GlAccess access;
    access.resolve = [context](const char *name) { return reinterpret_cast<void *>(context->getProcAddress(name)); };
#if QT_CONFIG(egl)
    if (const auto *egl = context->nativeInterface<QNativeInterface::QEGLContext>())
        access.eglDisplay = egl->display();
#endif
    return access;
}

} // namespace

FeedTextures::~FeedTextures()
{
    // Without a context the group is on its way out, and takes them along.
    if (!QOpenGLContext::currentContext())
        return;
    m_import.reset();
    for (const Texture &texture : m_ours)
        if (texture.name != 0)
            functions().glDeleteTextures(1, &texture.name);
}

bool FeedTextures::isNews(const media::VideoFramePointer &frame) const
{
    if (!m_picture)
        return true;
    if (!m_picture->frame.owner_before(frame) && !frame.owner_before(m_picture->frame))
        return false; // the same
    if (frame->still || m_picture->still)
        return true;
    if (frame->arrived != m_picture->arrived)
        return frame->arrived > m_picture->arrived;
    return frame->number >= m_picture->number; // of one packet came two
}

const PictureTextures *FeedTextures::show(const media::VideoFramePointer &frame)
{
    Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
    if (!frame || !frame->hasPicture())
        return nullptr;
    if (isNews(frame)) {
        m_picture.reset();
        if (!bringUp(*frame))
            return nullptr;
        m_picture = Shown{frame, frame->arrived, frame->number, frame->still};
        functions().glFlush(); // another context that draws it next has to find it whole
    }
    return &m_shown;
}

bool FeedTextures::bringUp(const media::VideoFrame &frame)
{
    if (!frame.planes)
        return upload(frame.picture);
    const media::PicturePlanes &planes = *frame.planes;
    if (planes.onDevice()) {
        if (import(planes))
            return true;
        ++m_counts.copied;
        return upload(planes.image(planes.size));
    }
    if (planes.format.bits > 8 && !takesDeepTextures())
        return upload(planes.image(planes.size));
    return upload(planes);
}

bool FeedTextures::import(const media::PicturePlanes &planes)
{
    if (!m_import && m_importFault.isEmpty()) {
        if (auto opened = media::PictureImport::open(planes, accessOfCurrent()))
            m_import = std::move(*opened);
        else
            m_importFault = opened.error();
    }
    if (!m_import)
        return false;
    const auto taken = m_import->take(planes);
    if (!taken) {
        m_importFault = taken.error();
        m_import.reset();
        return false;
    }
    m_shown = {PictureTextures::Order::Pairs, {taken->luma, taken->chroma, 0}, planes.size, {}};
    setMatrix(planes, taken->bits > 8);
    ++m_counts.imported;
    return true;
}

bool FeedTextures::upload(const media::PicturePlanes &planes)
{
    const bool deep = planes.format.bits > 8;
    const bool pairs = planes.format.order == media::PlaneFormat::Order::Pairs;
    const std::span<const media::PlaneView> views = planes.planes();
    m_shown = {pairs ? PictureTextures::Order::Pairs : PictureTextures::Order::Planes, {}, planes.size, {}};
    for (std::size_t i = 0; i < views.size(); ++i) {
        const bool pair = pairs && i > 0;
        const GLenum inside =
            pair ? (deep ? GLenum(GL_RG16) : GLenum(GL_RG8)) : (deep ? GLenum(GL_R16) : GLenum(GL_R8));
        fill(i, views[i].size, inside, pair ? GL_RG : GL_RED, deep ? GL_UNSIGNED_SHORT : GL_UNSIGNED_BYTE,
             (deep ? 2 : 1) * (pair ? 2 : 1), views[i].stride, views[i].samples);
        m_shown.names[i] = m_ours[i].name;
    }
    setMatrix(planes, planes.format.upperBits);
    ++m_counts.planes;
    return true;
}

// A texture gives a word of 16 bits as a share of 65535, whatever of it says something.
void FeedTextures::setMatrix(const media::PicturePlanes &planes, bool upperBits)
{
    m_shown.toRgb = planes.toRgb;
    if (planes.format.bits <= 8)
        return;
    const double top = double((1U << unsigned(planes.format.bits)) - 1);
    const double share = upperBits ? top * double(1U << unsigned(16 - planes.format.bits)) : top;
    for (auto &row : m_shown.toRgb)
        for (std::size_t i = 0; i < 3; ++i)
            row[i] = float(double(row[i]) * 65535 / share);
}

bool FeedTextures::upload(const QImage &image)
{
    const QImage rgb = image.depth() == 32 ? image : image.convertToFormat(QImage::Format_RGB32);
    if (rgb.isNull())
        return false;
    fill(0, rgb.size(), GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, 4, rgb.bytesPerLine(), rgb.constBits());
    m_shown = {PictureTextures::Order::Rgb, {m_ours[0].name, 0, 0}, rgb.size(), {}};
    ++m_counts.images;
    return true;
}

void FeedTextures::fill(std::size_t which, QSize size, GLenum inside, GLenum order, GLenum sort,
                        std::ptrdiff_t texelBytes, std::ptrdiff_t stride, const void *samples)
{
    QOpenGLExtraFunctions &gl = functions();
    Texture &texture = m_ours[which];
    if (texture.name == 0)
        gl.glGenTextures(1, &texture.name);
    gl.glBindTexture(GL_TEXTURE_2D, texture.name);
    if (texture.size != size || texture.inside != inside) {
        gl.glTexImage2D(GL_TEXTURE_2D, 0, GLint(inside), size.width(), size.height(), 0, order, sort, nullptr);
        for (const GLenum side : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
            gl.glTexParameteri(GL_TEXTURE_2D, side, GL_LINEAR);
        for (const GLenum side : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
            gl.glTexParameteri(GL_TEXTURE_2D, side, GL_CLAMP_TO_EDGE);
        texture.size = size;
        texture.inside = inside;
    }
    gl.glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, GLint(stride / texelBytes));
    gl.glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, size.width(), size.height(), order, sort, samples);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    gl.glBindTexture(GL_TEXTURE_2D, 0);
}

PictureStore &PictureStore::current()
{
    QOpenGLContextGroup *group = QOpenGLContext::currentContext()->shareGroup();
    if (auto *store = group->findChild<PictureStore *>(QString(), Qt::FindDirectChildrenOnly))
        return *store;
    return *new PictureStore(group);
}

std::shared_ptr<FeedTextures> PictureStore::of(const media::FrameSlot *feed)
{
    std::erase_if(m_feeds, [](const auto &each) { return each.second.expired(); });
    std::shared_ptr<FeedTextures> textures = m_feeds[feed].lock();
    if (!textures) {
        textures = std::make_shared<FeedTextures>();
        m_feeds[feed] = textures;
    }
    return textures;
}

} // namespace gantry::widgets
