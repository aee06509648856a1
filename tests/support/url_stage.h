#pragma once
// What tests of fetched streams share: clips made by the ffmpeg program, a return feed that grows as a packager's does,
// and a reader that keeps what came and when.

#include "media/input/url_input.h"
#include "support/media_loopback.h"
#include "support/scripted_server.h"
#include "support/ts_reading.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <array>

namespace gantry::media::loopback {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

inline UrlAddress urlOf(const QString &text)
{
    const auto address = UrlAddress::parse(text);
    if (!address)
        qFatal("%s: %s", qPrintable(text), qPrintable(address.error().text()));
    return *address;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Picture and sound of a few seconds, with B pictures, as segments of a second ("hls0.ts" …), as MP4, TS and DASH.
class Clips
{
public:
    static constexpr int seconds = 12;

    Clips()
    {
        const QStringList coded = QStringLiteral("-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i "
                                                 "sine=frequency=440:sample_rate=48000 -c:v libx264 -preset ultrafast "
                                                 "-bf 2 -g 25 -sc_threshold 0 -b:v 400k -c:a aac")
                                      .split(u' ');
        run(coded + QStringList{QStringLiteral("-t"), QString::number(seconds), path("all.ts")});
        const QStringList from{QStringLiteral("-i"), path("all.ts"), QStringLiteral("-c"), QStringLiteral("copy")};
        run(from + words("-f segment -segment_time 1 -segment_format mpegts") + QStringList{path("hls%d.ts")});
        run(from + words("-t 2") + QStringList{path("short.mp4")});
        run(from + words("-t 2") + QStringList{path("short.ts")});
        run(from + words("-tag:v avc1 -tag:a mp4a -f dash -seg_duration 1") + QStringList{path("a.mpd")});
    }
    static void run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("ffmpeg"), words("-hide_banner -loglevel error -y") + arguments);
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("ffmpeg: %s", process.readAllStandardError().constData());
    }
    static QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString path(const char *name) const { return path(QString::fromLatin1(name)); }
    QByteArray content(const QString &name) const { return contentOf(path(name)); }

    // A server of these files: "/a.mpd", "/hls3.ts".
    HttpAnswer answer(const QByteArray &asked) const
    {
        const QString name = QString::fromLatin1(asked.mid(1).split('?').value(0));
        const QByteArray body = name.contains(u'/') ? QByteArray() : content(name);
        return body.isEmpty() ? HttpAnswer{{}, "404 Not Found", {}} : HttpAnswer{body, "200 OK", {}};
    }

private:
    QTemporaryDir m_folder;
};

inline QByteArray playlist(int first, int count, const QByteArray &end = {}, const QByteArray &extra = {})
{
    QByteArray text =
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:" + QByteArray::number(first) +
        "\n" + extra;
    for (int i = first; i < first + count; ++i)
        text += "#EXTINF:1.0,\nhls" + QByteArray::number(i) + ".ts\n";
    return text + end;
}

// A live playlist of four segments, of which a new one comes each second until `last`.
class GrowingFeed
{
public:
    GrowingFeed(const Clips &clips, int last) : m_clips(clips), m_last(last) {}
    HttpAnswer operator()(const QByteArray &path) const
    {
        if (!path.contains("m3u8"))
            return m_clips.answer(path);
        const int age = int(std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - m_begun).count());
        return {playlist(std::min(age, m_last - 3), 4), "200 OK", {}};
    }

private:
    const Clips &m_clips;
    int m_last;
    Clock::time_point m_begun = Clock::now();
};

// Drives an input as the receive thread of a feed does.
class Reader
{
public:
    explicit Reader(const UrlAddress &address, UrlPatience patience = {}) : input(urlInput(address, patience)) {}

    bool connects(std::chrono::milliseconds atMost = 15s)
    {
        const auto end = Clock::now() + atMost;
        while (Clock::now() < end) {
            const auto step = input->step();
            if (!step) {
                fault = step.error();
                return false;
            }
            if (*step)
                return true;
        }
        return false;
    }
    // Until the time is up, `enough` says so, or the connection has ended.
    void readFor(
        std::chrono::milliseconds time, const std::function<bool()> &enough = [] { return false; })
    {
        const auto end = Clock::now() + time;
        while (Clock::now() < end && !enough()) {
            const auto read = input->read(m_into);
            if (!read) {
                fault = read.error();
                return;
            }
            if (*read == 0)
                continue;
            if (came)
                longestPause = std::max(longestPause, Clock::now() - *came);
            came = Clock::now();
            ts.feed(std::span<const std::byte>(m_into).first(*read));
        }
    }
    LinkSample link() const
    {
        LinkSample sample;
        input->measure(sample);
        return sample;
    }

    std::unique_ptr<MediaInput> input;
    std::optional<Error> fault;
    TsReading ts;
    std::optional<Clock::time_point> came;
    Clock::duration longestPause{0};

private:
    std::array<std::byte, MediaInput::largestMessage> m_into{};
};

// A process that ends with the test.
class Sending
{
public:
    explicit Sending(const QStringList &arguments)
    {
        m_process.start(QStringLiteral("ffmpeg"), Clips::words("-hide_banner -loglevel error") + arguments);
        m_process.waitForStarted();
    }
    ~Sending()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }

private:
    QProcess m_process;
};

} // namespace gantry::media::loopback
