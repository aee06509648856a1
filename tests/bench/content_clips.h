#pragma once
// Programmes for benchmarks of comparing: made from numbers and by ffmpeg, as pictures and as fingerprints, and what a
// second way does to them.

#include "media/output/test_card.h"
#include "support/ffmpeg_run.h"
#include "support/made_tracks.h"

#include <QTemporaryDir>

#include <cstring>

namespace gantry::media::made {

inline constexpr int width = 320;
inline constexpr int height = 180;
inline constexpr int rate = 25;
inline constexpr int seconds = 26; // sixteen to compare, eight of offset, and some

using Clip = std::vector<QByteArray>; // luma, full range, 25 a second
using Pictures = FingerprintTrack::Pictures;
using Sounds = FingerprintTrack::Sounds;

inline Clip cut(const QByteArray &raw)
{
    Clip clip;
    for (qsizetype at = 0; at + width * height <= raw.size(); at += width * height)
        clip.push_back(raw.mid(at, width * height));
    return clip;
}

inline Clip ofScene(const Scene &scene, int camera = 0)
{
    Clip clip;
    for (int i = 0; i < seconds * rate; ++i) {
        const auto luma = scene.picture(width / 2, height / 2, double(i) / rate, camera);
        QByteArray picture(width * height, Qt::Uninitialized);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                picture[y * width + x] = char(std::lround(255 * luma[std::size_t(y / 2 * (width / 2) + x / 2)]));
        clip.push_back(picture);
    }
    return clip;
}

inline Clip ofFilter(const QString &source)
{
    return cut(ffmpeg(words(QStringLiteral("-f lavfi -i %1 -t %2 -vf scale=%3:%4,format=gray -r %5 -f rawvideo -")
                                .arg(source)
                                .arg(seconds)
                                .arg(width)
                                .arg(height)
                                .arg(rate))));
}

inline Clip ofCard(const QString &name, int pattern)
{
    TestCard card(name, {width, height}, rate, pattern);
    Clip clip;
    for (int i = 0; i < seconds * rate; ++i) {
        const QImage gray = card.paint(std::uint64_t(i), i * 40).convertToFormat(QImage::Format_Grayscale8);
        QByteArray picture;
        for (int y = 0; y < height; ++y)
            picture.append(reinterpret_cast<const char *>(gray.constScanLine(y)), width);
        clip.push_back(picture);
    }
    return clip;
}

inline Clip recoded(const Clip &clip, const QString &filter, int kilobits)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("c.ts"));
    ffmpeg(
        words(QStringLiteral("-f rawvideo -pix_fmt gray -s %1x%2 -r %3 -i - -vf %4,format=yuv420p -c:v libx264 "
                             "-preset veryfast -g 50 -b:v %5k -maxrate %5k -bufsize %5k -y %6")
                  .arg(width)
                  .arg(height)
                  .arg(rate)
                  .arg(filter)
                  .arg(kilobits)
                  .arg(file)),
        clip.empty() ? QByteArray() : [&] {
            QByteArray all;
            for (const QByteArray &picture : clip)
                all += picture;
            return all;
        }());
    return cut(ffmpeg(
        words(QStringLiteral("-i %1 -vf scale=%2:%3,format=gray -f rawvideo -").arg(file).arg(width).arg(height))));
}

inline Pictures printsOf(
    const Clip &clip, const Change &change = [](float v, float, float, int) { return v; })
{
    LumaCopier copier;
    const auto frame = frames::frame({width, height, AV_PIX_FMT_YUV420P, false}, [](int, int) { return 0.0; });
    Pictures prints;
    for (std::size_t i = 0; i < clip.size(); ++i) {
        frames::paint(*frame, false, [&](int x, int y) {
            return double(
                change(float(std::uint8_t(clip[i][y * width + x])) / 255, float(x) / width, float(y) / height, int(i)));
        });
        const auto jitter = std::chrono::microseconds(i * 7919 % 9000);
        prints.push_back({start + std::chrono::milliseconds(40 * i) + jitter,
                          PictureFingerprint::of(*copier.copy(*frame, LumaCopier::Detail::Fingerprint))});
    }
    return prints;
}

inline Change noise(double decibels)
{
    // Of a picture whose standard deviation is a fifth of the range.
    return [sigma = float(0.2 * std::pow(10, -decibels / 20)), random = std::minstd_rand(5)](float value, float, float,
                                                                                             int) mutable {
        float sum = 0;
        for (int i = 0; i < 6; ++i)
            sum += float(random()) / float(std::minstd_rand::max()) - 0.5F;
        return value + sigma * sum * 1.414F;
    };
}

inline float contrast(float value, float, float, int)
{
    return 0.75F * value + 0.12F;
}

inline float lowerThird(float value, float x, float y, int number)
{
    if (x > 0.82F && y < 0.16F)
        return 0.9F; // a logo
    if (y > 0.76F && y < 0.92F) {
        const float ticker = std::fmod(x * 9 + float(number) * 0.04F, 1.0F);
        return ticker < 0.4F ? 0.85F : 0.15F;
    }
    return value;
}

inline std::vector<float> recoded(const std::vector<float> &samples, const QString &codec, const QString &format)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("c.") + format);
    const QByteArray raw(reinterpret_cast<const char *>(samples.data()), qsizetype(samples.size() * sizeof(float)));
    ffmpeg(words(QStringLiteral("-f f32le -ar 48000 -ac 1 -i - -af volume=-9dB %1 -y %2").arg(codec, file)), raw);
    const QByteArray back = ffmpeg(words(QStringLiteral("-i %1 -f f32le -ar 48000 -ac 1 -").arg(file)));
    std::vector<float> result(std::size_t(back.size()) / sizeof(float));
    std::memcpy(result.data(), back.constData(), result.size() * sizeof(float));
    return result;
}

inline Sounds printsOf(const std::vector<float> &samples)
{
    Sounds prints;
    SoundFingerprinter fingerprinter;
    for (std::size_t at = 0; at + 1024 <= samples.size(); at += 1024)
        fingerprinter.feed(std::span(samples).subspan(at, 1024), 1, 48000,
                           start + std::chrono::microseconds(std::int64_t(double(at + 1024) / 48000 * 1e6)),
                           [&](Time when, const SoundFingerprint &print) {
                               prints.push_back({when, print});
                           });
    return prints;
}

} // namespace gantry::media::made
