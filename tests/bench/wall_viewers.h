#pragma once
// Who shows the same feeds in the wall's benchmark: ours in its modes, decoding alone, and what else may be installed.
// Each feed is listened for by the viewer and called by the sender.

#include "bench/bench_support.h"

#include <QCoreApplication>
#include <QRect>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <vector>

namespace gantry::bench {

inline constexpr int firstPort = 47510;
inline constexpr QSize screenSize{1280, 720};

struct Viewer
{
    const char *name;
    bool shows = true;
    bool ours = false;
    int tiles = 0; // that are in full; 0: all
};
inline constexpr Viewer viewers[] = {{"decode-only", false},
                                     {"everything", true, true},
                                     {"bare", true, true},
                                     {"auto", true, true, 1},
                                     {"mpv"},
                                     {"ffplay"},
                                     {"gst-launch-1.0"}};

inline bool isOurs(const QString &viewer)
{
    return std::ranges::any_of(viewers,
                               [&](const Viewer &each) { return each.ours && viewer == QLatin1String(each.name); });
}

inline QRect place(int index, int count)
{
    const int side = int(std::ceil(std::sqrt(count)));
    const QSize size(screenSize.width() / side / 2 * 2, screenSize.height() / side / 2 * 2);
    return {QPoint(index % side * size.width(), index / side * size.height()), size};
}

inline QString url(int index)
{
    return QStringLiteral("srt://127.0.0.1:%1?mode=listener&latency=120000").arg(firstPort + index);
}

inline QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

// One process: all feeds on one canvas, which is shown thirty times a second.
inline QStringList compositorCommand(int feeds)
{
    QStringList command = words("gst-launch-1.0 -q compositor name=wall background=black");
    for (int i = 0; i < feeds; ++i) {
        const QPoint at = place(i, feeds).topLeft();
        command += {QStringLiteral("sink_%1::xpos=%2").arg(i).arg(at.x()),
                    QStringLiteral("sink_%1::ypos=%2").arg(i).arg(at.y())};
    }
    command += QStringList{QStringLiteral("!"), QStringLiteral("video/x-raw,width=%1,height=%2,framerate=30/1")
                                                    .arg(screenSize.width())
                                                    .arg(screenSize.height())};
    command += words("! videoconvert ! ximagesink sync=false");
    for (int i = 0; i < feeds; ++i) {
        const QSize size = place(i, feeds).size();
        // Its latency is in milliseconds, where others take microseconds in the address.
        command += words("srtsrc latency=120") +
                   QStringList{QStringLiteral("uri=srt://127.0.0.1:%1?mode=listener").arg(firstPort + i)} +
                   words("! queue ! tsdemux latency=1 ! h264parse ! avdec_h264 max-threads=1 ! videoscale !") +
                   QStringList{QStringLiteral("video/x-raw,width=%1,height=%2").arg(size.width()).arg(size.height())} +
                   words("! queue !") + QStringList{QStringLiteral("wall.sink_%1").arg(i)};
    }
    return command;
}

// The processes of a viewer; each feed is listened for by one of them.
inline std::vector<QStringList> commandsOf(const QString &viewer, int feeds, const QString &folder)
{
    if (isOurs(viewer))
        return {{QCoreApplication::applicationFilePath(), QStringLiteral("--wall"), viewer, QString::number(feeds),
                 QString::number(firstPort), folder}};
    if (viewer == QStringLiteral("gst-launch-1.0"))
        return {compositorCommand(feeds)};
    std::vector<QStringList> all;
    for (int i = 0; i < feeds; ++i) {
        const QRect at = place(i, feeds);
        QStringList command;
        if (viewer == QStringLiteral("decode-only"))
            command = words("ffmpeg -nostdin -v error -fflags nobuffer -probesize 1000000 -analyzeduration 500000 "
                            "-threads 1 -i") +
                      QStringList{url(i)} + words("-map 0:v -f null -");
        else if (viewer == QStringLiteral("mpv"))
            command =
                words("mpv --no-config --no-terminal --profile=low-latency --no-audio --no-border --no-osc "
                      "--osd-level=0 --vo=x11 --profile=sw-fast") +
                QStringList{
                    QStringLiteral("--geometry=%1x%2+%3+%4").arg(at.width()).arg(at.height()).arg(at.x()).arg(at.y()),
                    url(i)};
        else
            command =
                words(
                    "ffplay -v error -nostats -an -fflags nobuffer -probesize 1000000 -analyzeduration 2000000 -flags "
                    "low_delay -framedrop -sync ext -noborder -left") +
                QStringList{QString::number(at.x()),      QStringLiteral("-top"),
                            QString::number(at.y()),      QStringLiteral("-x"),
                            QString::number(at.width()),  QStringLiteral("-y"),
                            QString::number(at.height()), url(i)};
        all.push_back(command);
    }
    return all;
}

} // namespace gantry::bench
