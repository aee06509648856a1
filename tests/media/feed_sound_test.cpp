// A feed's sound from the transport stream to the measures and the listener: every codec in its own framing, the track
// that the show names, changes in mid-stream, and damage.

#include "media/decode/demuxer.h"
#include "media/feed_sound.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t connection = 1;

struct Feed
{
    explicit Feed(FeedSettings settings = {})
        : measures(std::make_shared<FrameSlot>(), std::chrono::steady_clock::now(), settings)
        , sound(measures, jack, content)
        , demuxer(settings, [this](MediaUnit unit) {
            if (unit.stream.sort == MediaStream::Sort::Audio)
                sound.unit(unit);
            else if (unit.pts)
                sound.picture(*unit.pts);
        })
    {
        measures.connected(connection, std::chrono::steady_clock::now());
        sound.begin(connection);
        jack.plug(tap);
    }

    void read(const QByteArray &stream)
    {
        const auto bytes = std::as_bytes(std::span(stream.constData(), std::size_t(stream.size())));
        for (std::size_t at = 0; at < bytes.size(); at += 1316)
            demuxer.feed(bytes.subspan(at, std::min<std::size_t>(1316, bytes.size() - at)),
                         std::chrono::steady_clock::now());
    }
    AudioLevels levels() { return measures.audio(std::chrono::steady_clock::now()); }
    std::uint64_t errors() { return measures.picture(std::chrono::steady_clock::now()).decodeErrors; }

    std::shared_ptr<SoundTap> tap = std::make_shared<SoundTap>();
    SoundJack jack;
    FeedMeasures measures;
    std::optional<ContentMeasures> content;
    FeedSound sound;
    Demuxer demuxer;
};

bool near(double value, double expected)
{
    return std::abs(value - expected) < 2; // lossy codecs overshoot at the first sample
}

} // namespace

class FeedSoundTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // What FFmpeg's own program makes of tones with these peaks, each a track; empty where it cannot.
    QByteArray stream(const QList<int> &peaks, const QString &options, const QString &layout = QStringLiteral("stereo"))
    {
        QStringList arguments{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")};
        const int channels = layout == QStringLiteral("5.1") ? 6 : 2;
        for (const int peak : peaks) {
            const QString wave = QStringLiteral("%1*sin(2*PI*500*t)").arg(std::pow(10.0, peak / 20.0));
            arguments +=
                {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                 QStringLiteral("aevalsrc=%1:c=%2:s=48000:d=2").arg(QStringList(channels, wave).join(u'|'), layout)};
        }
        for (int i = 0; i < peaks.size(); ++i)
            arguments += {QStringLiteral("-map"), QStringLiteral("%1:a").arg(i)};
        const QString path = m_folder.filePath(QStringLiteral("stream.ts"));
        arguments += options.split(u' ') + QStringList{QStringLiteral("-f"), QStringLiteral("mpegts"), path};
        QFile file(path);
        if (QProcess::execute(QStringLiteral("ffmpeg"), arguments) != 0 || !file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll();
    }

private Q_SLOTS:
    void everyCodecIsFramedDecodedAndNamed_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QString>("codec");
        const auto row = [](const char *options, const char *layout, const char *codec) {
            QTest::addRow("%s %s", codec, layout)
                << QString::fromLatin1(options) << QString::fromLatin1(layout) << QString::fromLatin1(codec);
        };
        row("-c:a aac", "stereo", "AAC");
        row("-c:a aac -b:a 384k", "5.1", "AAC");
        row("-c:a aac -mpegts_flags latm", "stereo", "AAC LATM");
        row("-c:a mp2", "stereo", "MP2");
        row("-c:a ac3", "stereo", "AC-3");
        row("-c:a ac3 -b:a 448k", "5.1", "AC-3");
        row("-c:a eac3 -b:a 448k", "5.1", "E-AC-3");
        row("-c:a libopus", "stereo", "Opus");
        row("-c:a libopus -mapping_family 1", "5.1", "Opus");
        row("-c:a s302m -strict -2", "stereo", "SMPTE 302M");
    }
    void everyCodecIsFramedDecodedAndNamed()
    {
        QFETCH(QString, options);
        QFETCH(QString, layout);
        QFETCH(QString, codec);
        const QByteArray bytes = stream({-12}, options, layout);
        if (bytes.isEmpty())
            QSKIP("this FFmpeg has no encoder for it");
        Feed feed;
        feed.read(bytes);
        const AudioLevels levels = feed.levels();
        QVERIFY(levels.present);
        QCOMPARE(levels.codec, codec);
        QCOMPARE(levels.peakDbfs.size(), std::size_t(layout == QStringLiteral("5.1") ? 6 : 2));
        QVERIFY2(near(double(levels.peakDbfs[0]), -12), qPrintable(QString::number(double(levels.peakDbfs[0]))));
        QCOMPARE(feed.errors(), std::uint64_t(0));
        QCOMPARE(levels.track, std::optional(1));
        QCOMPARE(levels.tracks, std::optional(1));
        // Its listener gets the same, without a gap.
        const auto heard = feed.tap->take();
        std::chrono::nanoseconds length{0};
        for (std::size_t i = 0; i < heard.sound.size(); ++i) {
            length += heard.sound[i].view().duration();
            if (i == 0)
                continue;
            const auto step = heard.sound[i].stamp - heard.sound[i - 1].stamp;
            QVERIFY2(std::chrono::abs(step - heard.sound[i - 1].view().duration()) < 1ms,
                     qPrintable(QString::number(step.count())));
        }
        QVERIFY(length > 1800ms);
    }
    void theTrackThatTheShowNamesIsHeard()
    {
        const QByteArray bytes = stream({-12, -24, -36}, QStringLiteral("-c:a aac"));
        for (int track = 1; track <= 3; ++track) {
            FeedSettings settings;
            settings.soundTrack = track;
            Feed feed(settings);
            feed.read(bytes);
            const AudioLevels levels = feed.levels();
            QVERIFY(levels.present);
            QVERIFY(near(double(levels.peakDbfs[0]), -12 * track));
            QCOMPARE(levels.track, std::optional(track));
            QCOMPARE(levels.tracks, std::optional(3));
        }
        Feed first;
        first.read(bytes);
        QVERIFY(near(double(first.levels().peakDbfs.at(0)), -12));
        // Not another one in its place: that would mislead.
        FeedSettings settings;
        settings.soundTrack = 4;
        Feed none(settings);
        none.read(bytes);
        QVERIFY(!none.levels().present);
    }
    void aChangeOfCodecInMidStreamIsFollowed()
    {
        Feed feed;
        feed.read(stream({-12}, QStringLiteral("-c:a aac")));
        QCOMPARE(feed.levels().codec, QStringLiteral("AAC"));
        feed.read(stream({-24}, QStringLiteral("-c:a ac3 -b:a 448k"), QStringLiteral("5.1")));
        const AudioLevels levels = feed.levels();
        QCOMPARE(levels.codec, QStringLiteral("AC-3"));
        QCOMPARE(levels.peakDbfs.size(), std::size_t(6));
        feed.read(stream({-12}, QStringLiteral("-c:a mp2")));
        QCOMPARE(feed.levels().codec, QStringLiteral("MP2"));
    }
    void damageIsCountedAndSoundGoesOn()
    {
        QByteArray bytes = stream({-12}, QStringLiteral("-c:a mp2"));
        std::mt19937 random(7);
        for (qsizetype packet = 0; packet + 188 <= bytes.size(); packet += 188)
            if (random() % 20 == 0)
                for (int i = 20; i < 188; ++i)
                    bytes[packet + i] = char(random());
        Feed feed;
        feed.read(bytes);
        QVERIFY(feed.levels().present);
        QVERIFY(feed.errors() > 0);
        const auto heard = feed.tap->take().sound.size();
        QVERIFY2(heard > 20, qPrintable(QString::number(heard)));
    }
    void soundOfAnEarlierConnectionIsNotMeasured()
    {
        Feed feed;
        const QByteArray bytes = stream({-12}, QStringLiteral("-c:a aac"));
        feed.measures.connected(connection + 1, std::chrono::steady_clock::now());
        feed.read(bytes);
        QVERIFY(!feed.levels().present);
        QCOMPARE(feed.levels().codec, QString());
    }
    void nobodyListensUntilSomebodyIsPluggedIn()
    {
        Feed feed;
        feed.jack.plug(nullptr);
        const QByteArray bytes = stream({-12}, QStringLiteral("-c:a aac"));
        feed.read(bytes);
        QVERIFY(feed.tap->take().sound.empty());
        feed.jack.plug(feed.tap);
        feed.read(bytes);
        QVERIFY(!feed.tap->take().sound.empty());
    }
};

QTEST_GUILESS_MAIN(FeedSoundTest)
#include "feed_sound_test.moc"
