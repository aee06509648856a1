#pragma once
// A clip whose every picture says which one it is, so that a look at a screen tells how late it is.
//
// The mark is a strip in the middle ninth of the picture, from a sixteenth of its width to thirteen, where walls write
// nothing as long as all is well: 32 columns by 2 rows of flat blocks. Column 0 is magenta
// and column 31 green (they tell where on the screen the strip is); columns 1 to 30 carry 22 bits of picture number and
// 8 bits of CRC, most significant first. The second row holds the complement of the first: the reader needs no
// brightness threshold. A block is 30 pixels wide at 1280x720, and 10 at 426x240 still.

#include "bench/bench_support.h"

#include <cstdint>
#include <optional>

namespace gantry::bench {

constexpr int markColumns = 32;
constexpr int markBits = markColumns - 2;
constexpr int markRate = 30;    // pictures a second
constexpr int markSeconds = 16; // of a clip

constexpr std::uint32_t crcOf(std::uint32_t value)
{
    std::uint32_t crc = 0;
    for (int shift = markBits - 9; shift >= 0; --shift) {
        const std::uint32_t top = (crc >> 7) ^ ((value >> shift) & 1);
        crc = ((crc << 1) & 0xff) ^ (top != 0 ? 0x07 : 0);
    }
    return crc;
}

constexpr std::uint32_t markOf(std::uint32_t picture)
{
    return (picture << 8) | crcOf(picture);
}

// The number of the picture, where the bits are those of a mark.
constexpr std::optional<int> pictureOf(std::uint32_t mark)
{
    return crcOf(mark >> 8) == (mark & 0xff) ? std::optional(int(mark >> 8)) : std::nullopt;
}

// All strips as a raw RGB video of 32x2 pixels.
inline QByteArray strips()
{
    QByteArray all;
    for (int picture = 0; picture < markRate * markSeconds; ++picture) {
        const std::uint32_t mark = markOf(std::uint32_t(picture));
        for (const std::uint32_t row : {0U, 1U}) {
            all.append("\xff\x00\xff", 3);
            for (int bit = markBits - 1; bit >= 0; --bit)
                all.append(3, ((mark >> bit) & 1) != row ? '\xff' : '\x00');
            all.append("\x00\xff\x00", 3);
        }
    }
    return all;
}

struct MarkedProfile
{
    const char *name;
    int width;
    int height;
    const char *rate;
};
inline constexpr MarkedProfile marked720{"720p30", 1280, 720, "4M"};
inline constexpr MarkedProfile marked1080{"1080p30", 1920, 1080, "8M"};

// Moving patterns with noise, H.264 High, no B pictures, an IDR every 32, and a tone. Made where it is missing; empty
// when that did not work.
inline QString markedClip(const MarkedProfile &profile)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    folder = (folder.isEmpty() ? QDir::tempPath() : folder) + QStringLiteral("/gantry-bench");
    QDir().mkpath(folder);
    const QString path = QStringLiteral("%1/wall-%2.ts").arg(folder, QLatin1String(profile.name));
    if (QFile::exists(path))
        return path;
    std::printf("making %s once\n", qPrintable(path));
    std::fflush(stdout);
    const QString marks = path + QStringLiteral(".rgb");
    QFile file(marks);
    if (!file.open(QIODevice::WriteOnly) || file.write(strips()) < 0)
        return {};
    file.close();
    const QString making = path + QStringLiteral(".part");
    const QString size = QStringLiteral("%1x%2").arg(profile.width).arg(profile.height);
    const QString filter = QStringLiteral("testsrc2=s=%1:r=%2:d=%3,noise=alls=8:allf=t[t];"
                                          "mandelbrot=s=%4x%5:r=%2:maxiter=60,scale=%6:%7[m];"
                                          "[t][m]blend=all_mode=average:shortest=1[p];"
                                          "[0:v]scale=%9:%8:flags=neighbor[s];"
                                          "[p][s]overlay=W/16:H*4/9:format=yuv444,format=yuv420p[v];"
                                          "sine=f=440:r=48000:d=%3,aformat=channel_layouts=stereo[a]")
                               .arg(size)
                               .arg(markRate)
                               .arg(markSeconds)
                               .arg(profile.width / 2)
                               .arg(profile.height / 2)
                               .arg(profile.width)
                               .arg(profile.height)
                               .arg(profile.height / 9)
                               .arg(profile.width * 3 / 4);
    QStringList command{QStringLiteral("nice"), QStringLiteral("ffmpeg"), QStringLiteral("-y")};
    command += QStringLiteral("-f rawvideo -pix_fmt rgb24 -s 32x2 -r %1 -i").arg(markRate).split(QLatin1Char(' '));
    command += {marks, QStringLiteral("-filter_complex"), filter};
    command +=
        QStringLiteral("-map [v] -map [a] -c:v libx264 -preset veryfast -profile:v high -bf 0 -g 32 -keyint_min 32 "
                       "-sc_threshold 0 -b:v %1 -maxrate %1 -bufsize 2M -c:a aac -b:a 128k -muxdelay 0 "
                       "-muxpreload 0 -f mpegts")
            .arg(QLatin1String(profile.rate))
            .split(QLatin1Char(' '));
    command += making;
    Child(command).finish();
    QFile::remove(marks);
    return QFile::rename(making, path) ? path : QString();
}

} // namespace gantry::bench
