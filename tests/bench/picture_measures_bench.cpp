// What each measure of a picture costs, against decoding one 720p30 picture of H.264 in the same run, and what they
// cost together at the rates at which they run.

#include "media/decode/av_pointers.h"
#include "media/measure/content_measures.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

// Processor time of this thread: a busy machine makes everything later, not dearer.
double processor()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e9 + double(time.tv_nsec);
}

struct Decoded
{
    std::vector<AvFramePointer> pictures;
    double nanoseconds = 0; // a picture
};

// A moving picture with detail and noise at the bit rate of a contribution feed, decoded by one thread.
Decoded decoded()
{
    const QTemporaryDir folder;
    const QByteArray file = folder.filePath(QStringLiteral("a.ts")).toUtf8();
    QProcess::execute(QStringLiteral("ffmpeg"),
                      QStringLiteral("-v error -f lavfi -i testsrc2=size=1280x720:rate=30,noise=alls=8:allf=t -t 10 "
                                     "-pix_fmt yuv420p -c:v libx264 -preset veryfast -b:v 4M -g 60 -y %1")
                          .arg(QString::fromUtf8(file))
                          .split(QLatin1Char(' ')));
    Decoded result;
    AVFormatContext *format = nullptr;
    if (avformat_open_input(&format, file.constData(), nullptr, nullptr) < 0)
        return result;
    avformat_find_stream_info(format, nullptr);
    std::vector<PacketPointer> packets;
    for (;;) {
        PacketPointer packet(av_packet_alloc());
        if (av_read_frame(format, packet.get()) < 0)
            break;
        packets.push_back(std::move(packet));
    }
    const AVCodec *codec = avcodec_find_decoder(format->streams[0]->codecpar->codec_id);
    CodecContextPointer context(avcodec_alloc_context3(codec));
    avcodec_parameters_to_context(context.get(), format->streams[0]->codecpar);
    context->thread_count = 1;
    avcodec_open2(context.get(), codec, nullptr);
    const double began = processor();
    int count = 0;
    for (const auto &packet : packets) {
        avcodec_send_packet(context.get(), packet.get());
        AvFramePointer frame(av_frame_alloc());
        while (avcodec_receive_frame(context.get(), frame.get()) == 0) {
            ++count;
            if (result.pictures.size() < 30) {
                result.pictures.push_back(std::move(frame));
                frame.reset(av_frame_alloc());
            }
        }
    }
    result.nanoseconds = count > 0 ? (processor() - began) / count : 0;
    avformat_close_input(&format);
    return result;
}

double nanoseconds(int times, const std::function<void(int)> &work)
{
    work(0);
    const double began = processor();
    for (int i = 0; i < times; ++i)
        work(i);
    return (processor() - began) / times;
}

} // namespace

int main()
{
    const Decoded decoded = ::decoded();
    if (decoded.pictures.empty()) {
        std::printf("no ffmpeg, no picture\n");
        return 0;
    }
    const double perSecond = decoded.nanoseconds * 30;
    std::printf("decoding one 720p30 picture (H.264, 4 Mb/s, one thread)  %8.0f ns\n", decoded.nanoseconds);
    const auto print = [&](const char *what, double cost, double times) {
        std::printf("%-44s %8.0f ns   %5.2f %% of a picture, %5.2f %% of decoding at %g a second\n", what, cost,
                    100 * cost / decoded.nanoseconds, 100 * cost * times / perSecond, times);
    };
    const auto frame = [&](int i) -> const AVFrame & {
        return *decoded.pictures[std::size_t(i) % decoded.pictures.size()];
    };
    LumaCopier copier;
    std::vector<LumaPicture> copies;
    for (int i = 0; i < int(decoded.pictures.size()); ++i)
        copies.push_back(*copier.copy(frame(i), LumaCopier::Detail::Measures));
    const auto copy = [&](int i) -> const LumaPicture & { return copies[std::size_t(i) % copies.size()]; };
    const MeasureLimits limits;
    BlackMeasure black(limits);
    FreezeMeasure freeze(limits);
    FieldMeasure field;
    const auto at = [](int i) { return Standing::Time(200ms * i); };
    print("luma copy for the measures",
          nanoseconds(500, [&](int i) { static_cast<void>(copier.copy(frame(i), LumaCopier::Detail::Measures)); }), 5);
    print("  black", nanoseconds(5000, [&](int i) { black.picture(copy(i), at(i)); }), 5);
    print("  freeze", nanoseconds(5000, [&](int i) { freeze.picture(copy(i), at(i)); }), 5);
    print("  even field and bars", nanoseconds(5000, [&](int i) { field.picture(copy(i), false, at(i)); }), 5);
    print("luma copy for a fingerprint",
          nanoseconds(500, [&](int i) { static_cast<void>(copier.copy(frame(i), LumaCopier::Detail::Fingerprint)); }),
          25);
    print("  fingerprint", nanoseconds(5000, [&](int i) { static_cast<void>(PictureFingerprint::of(copy(i))); }), 30);
    SoundFingerprinter sound;
    std::vector<float> samples(2048);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = float(i * 7919 % 1000) / 1000 - 0.5F;
    print("sound fingerprint, 1024 stereo samples",
          nanoseconds(
              2000,
              [&](int i) { sound.feed(samples, 2, 48000, at(i), [](Standing::Time, const SoundFingerprint &) {}); }),
          48000.0 / 1024);

    ContentMeasures all(limits, std::make_shared<FingerprintTrack>());
    const double pictures = nanoseconds(600, [&](int i) {
        static_cast<void>(all.picture(frame(i), Standing::Time(std::chrono::microseconds(33333LL * i))));
    });
    const double sounds = nanoseconds(
        2000, [&](int i) { all.sound(samples, 2, 48000, Standing::Time(std::chrono::microseconds(21333LL * i))); });
    const double together = pictures * 30 + sounds * 48000 / 1024;
    std::printf("all of them, as a feed runs them: %.0f us a second, %.2f %% of decoding\n", together / 1e3,
                100 * together / perSecond);
    return 0;
}
