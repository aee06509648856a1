// What a picture costs on its way to a tile, against swscale alone in its usual way (bilinear) for the same sizes.

#include "bench/bench_support.h"
#include "media/decode/picture_scaler.h"

#include <QImage>

#include <random>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/version.h>
#include <libswscale/swscale.h>
}

using namespace gantry;

namespace {

constexpr int pictures = 60;
constexpr int rounds = 5;

struct Picture
{
    AVFrame *frame = av_frame_alloc();
    Picture(int width, int height, AVPixelFormat format)
    {
        frame->width = width;
        frame->height = height;
        frame->format = format;
        av_frame_get_buffer(frame, 0);
        std::minstd_rand random(1);
        for (int plane = 0; plane < 3 && frame->data[plane]; ++plane)
            for (int i = 0; i < frame->linesize[plane] * (plane == 0 ? height : height / 2); ++i)
                frame->data[plane][i] = std::uint8_t(format == AV_PIX_FMT_YUV420P ? random() & 127U
                                                     : i % 2                      ? random() & 1U
                                                                                  : random() & 255U);
    }
    Picture(const Picture &) = delete;
    Picture &operator=(const Picture &) = delete;
    ~Picture() { av_frame_free(&frame); }
};

double millisecondsOf(const auto &work)
{
    std::vector<double> each;
    for (int round = 0; round < rounds; ++round) {
        const double before = bench::cpuSeconds();
        for (int i = 0; i < pictures; ++i)
            work();
        each.push_back((bench::cpuSeconds() - before) * 1000 / pictures);
    }
    return bench::median(each);
}

void compare(const char *name, const AVFrame &frame, QSize wanted)
{
    SwsContext *context = sws_getContext(frame.width, frame.height, AVPixelFormat(frame.format), wanted.width(),
                                         wanted.height(), AV_PIX_FMT_RGB32, SWS_BILINEAR, nullptr, nullptr, nullptr);
    QImage plain(wanted, QImage::Format_RGB32);
    const double peer = millisecondsOf([&] {
        std::uint8_t *planes[4] = {plain.bits(), nullptr, nullptr, nullptr};
        const int strides[4] = {int(plain.bytesPerLine()), 0, 0, 0};
        sws_scale(context, frame.data, frame.linesize, 0, frame.height, planes, strides);
    });
    sws_freeContext(context);
    media::PictureScaler scaler;
    const double ours = millisecondsOf([&] { scaler.scaled(frame, wanted); });
    std::printf("%-34s -> %4dx%-4d %7.3f ms  swscale %7.3f ms  %.2f x\n", name, wanted.width(), wanted.height(), ours,
                peer, ours / peer);
}

} // namespace

int main()
{
    const Picture hd(1280, 720, AV_PIX_FMT_YUV420P);
    const Picture full(1920, 1080, AV_PIX_FMT_YUV420P);
    const Picture ten(1920, 1080, AV_PIX_FMT_YUV420P10LE);
    for (const QSize size : {QSize(320, 180), QSize(640, 360), QSize(960, 540)}) {
        compare("720p", *hd.frame, size);
        compare("1080p", *full.frame, size);
        compare("1080p 10 bit", *ten.frame, size);
        ten.frame->color_primaries = AVCOL_PRI_BT2020;
        ten.frame->colorspace = AVCOL_SPC_BT2020_NCL;
        ten.frame->color_trc = AVCOL_TRC_ARIB_STD_B67;
        compare("1080p 10 bit HLG", *ten.frame, size);
        ten.frame->color_primaries = AVCOL_PRI_UNSPECIFIED;
        ten.frame->colorspace = AVCOL_SPC_UNSPECIFIED;
        ten.frame->color_trc = AVCOL_TRC_UNSPECIFIED;
    }
    const Picture interlaced(1920, 1080, AV_PIX_FMT_YUV420P);
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
    interlaced.frame->flags |= AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_TOP_FIELD_FIRST;
#else
    interlaced.frame->interlaced_frame = 1;
    interlaced.frame->top_field_first = 1;
#endif
    compare("1080i, all of it combed", *interlaced.frame, {640, 360});
    compare("1080i, all of it combed", *interlaced.frame, {1280, 720});
    return 0;
}
