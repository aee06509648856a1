#pragma once
// A wall of feeds in a bare OpenGL context, beside the same wall painted by QPainter: what the two are held to is that
// nobody can tell them apart.

#include "media/decode/av_pointers.h"
#include "media/decode/decoded_planes.h"
#include "tests/widgets/test_clock.h"
#include "widgets/wall/wall_gl.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

#include <functional>

extern "C" {
#include <libavutil/frame.h>
}

namespace gantry::widgets {

struct Card
{
    explicit Card(QOpenGLContext *shared = QOpenGLContext::globalShareContext())
    {
        surface.setFormat(QSurfaceFormat::defaultFormat());
        surface.create();
        context.setShareContext(shared);
        made = context.create() && context.makeCurrent(&surface);
    }
    void use() { context.makeCurrent(&surface); }

    QOffscreenSurface surface;
    QOpenGLContext context;
    bool made = false;
};

// Feeds, their words and their slots.
struct Feeds
{
    explicit Feeds(int count)
    {
        for (int i = 0; i < count; ++i) {
            auto *item = new QStandardItem(QStringLiteral("CAM %1").arg(i + 1));
            item->setData(int(TileTally(1 + i % 4)), WallRole::Tally);
            item->setData(true, WallRole::Live);
            item->setData(QStringLiteral("camera %1").arg(i + 1), WallRole::Detail);
            model.appendRow(item);
            pictures.push_back(std::make_shared<media::FrameSlot>());
        }
    }
    void put(int feed, media::VideoFrame frame)
    {
        frame.arrived = clock.now();
        frame.number = ++number;
        pictures[std::size_t(feed)]->put(std::make_shared<const media::VideoFrame>(std::move(frame)));
    }
    void setBars(int feed, float level)
    {
        model.item(feed)->setData(QVariant::fromValue(QList<float>{level, level - 6}), WallRole::AudioPeaks);
    }

    TestClock clock;
    QStandardItemModel model;
    std::vector<std::shared_ptr<media::FrameSlot>> pictures;
    std::uint64_t number = 0;
};

// One wall, both ways.
struct TwoWalls
{
    TwoWalls(Feeds &feeds, const WallPlan &plan, QSize size, Card &on, media::PictureForm form)
        : card(on), wall({}, size)
    {
        cells.setClock(feeds.clock.source());
        cells.setModel(&feeds.model);
        cells.setFrameSlots(feeds.pictures);
        cells.setPlan(plan);
        stage.fit(size, {});
        stage.demandPictures(true, 1, form);
        card.use();
        const auto opened = gl.open(WallShaders::ours());
        [&] { QVERIFY2(opened, qPrintable(opened.error())); }();
    }
    TwoWalls(const TwoWalls &) = delete;
    TwoWalls &operator=(const TwoWalls &) = delete;
    ~TwoWalls()
    {
        card.use();
        gl.close();
    }

    void look() { gl.damage(raster.takeEverything(words.direction)); }
    QImage drawn(qreal ratio = 1)
    {
        card.use();
        const QSize pixels = (QSizeF(wall.size()) * ratio).toSize();
        QOpenGLFramebufferObject target(pixels, QOpenGLFramebufferObject::NoAttachment, GL_TEXTURE_2D, GL_RGBA8);
        target.bind();
        const auto done = gl.draw(pixels, wall, words);
        [&] { QVERIFY2(done, qPrintable(done.error())); }();
        return target.toImage().convertToFormat(QImage::Format_RGB32);
    }
    QImage painted(qreal ratio = 1)
    {
        QImage image((QSizeF(wall.size()) * ratio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        QPainter painter(&image);
        raster.paint(painter, wall, wall, words);
        painter.end();
        image.setDevicePixelRatio(1);
        return image;
    }
    // Where the picture of a cell is, of this shape.
    QRect pictureOf(int cell, QSize source)
    {
        media::VideoFrame frame;
        frame.sourceSize = source;
        return pictureTarget(frame, cells.tile(cell)->layout(*stage.box(cell), words.direction).picture).toRect();
    }

    Card &card;
    WallCells cells;
    WallStage stage{cells};
    WallRaster raster{cells, stage};
    WallGl gl{cells, stage};
    QRect wall;
    WallLook words;
};

inline media::AvFramePointer avFrame(AVPixelFormat format, QSize size)
{
    media::AvFramePointer frame(av_frame_alloc());
    frame->format = format;
    frame->width = size.width();
    frame->height = size.height();
    frame->colorspace = AVCOL_SPC_BT709;
    frame->color_range = AVCOL_RANGE_MPEG;
    frame->color_primaries = AVCOL_PRI_BT709;
    [&] { QVERIFY(av_frame_get_buffer(frame.get(), 0) >= 0); }();
    return frame;
}

// Planar, 8 bit: luma by a formula, no colour.
inline media::AvFramePointer greyFrame(QSize size, const std::function<int(int, int)> &luma)
{
    media::AvFramePointer frame = avFrame(AV_PIX_FMT_YUV420P, size);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            frame->data[0][y * frame->linesize[0] + x] = std::uint8_t(luma(x, y));
    for (int plane : {1, 2})
        for (int y = 0; y < size.height() / 2; ++y)
            std::fill_n(frame->data[plane] + y * frame->linesize[plane], size.width() / 2, std::uint8_t(128));
    return frame;
}

inline media::VideoFrame planesOf(const AVFrame &frame)
{
    media::VideoFrame made;
    made.sourceSize = {frame.width, frame.height};
    made.planes = media::PlaneMaker().make(frame, made.sourceSize);
    return made;
}

struct Difference
{
    int most = 0;
    double mean = 0;
};
inline Difference difference(const QImage &one, const QImage &other, const QRect &part)
{
    Difference found;
    double sum = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            const int here =
                std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
            found.most = std::max(found.most, here);
            sum += here;
        }
    found.mean = sum / std::max(1, part.width() * part.height());
    return found;
}

} // namespace gantry::widgets
