// Every codec a feed may bring, encoded by FFmpeg's own program and read from a transport stream: each channel must
// come out where and as loud as it went in.

#include "media/decode/audio_decoder.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

// So many channels, each 3 dB softer than the one before, the first at -12 dBFS.
QString staircase(int channels)
{
    QStringList waves;
    for (int i = 0; i < channels; ++i)
        waves.append(
            QStringLiteral("%1*sin(2*PI*%2*t)").arg(std::pow(10.0, -(12 + 3 * i) / 20.0)).arg(i == 3 ? 60 : 500));
    return waves.join(u'|');
}

struct Heard
{
    int channels = 0;
    int sampleRate = 0;
    std::uint64_t layout = 0;
    std::vector<double> levels; // dBFS of each channel: of a sine that has its power, without the first 100 ms
    std::vector<SoundView> views;
    std::size_t frames = 0;
    QString codec;
    int failures = 0;
};

using Damage = std::function<void(AVPacket &)>;

// Reads the file's only stream with libavformat and decodes it packet by packet.
Heard decoded(const QString &path, const Damage &damage = {}, Heard heard = {})
{
    AVFormatContext *format = nullptr;
    if (avformat_open_input(&format, QFile::encodeName(path).constData(), nullptr, nullptr) < 0)
        return heard;
    avformat_find_stream_info(format, nullptr);
    const AVStream *stream = format->streams[0];
    auto decoder = AudioDecoder::open(*stream->codecpar, av_q2d(stream->time_base));
    if (!decoder) {
        avformat_close_input(&format);
        return heard;
    }
    heard.codec = (*decoder)->codec();
    std::vector<double> power;
    std::size_t counted = 0;
    const auto listen = [&](const SoundView &sound) {
        heard.channels = sound.channels;
        heard.sampleRate = sound.sampleRate;
        heard.layout = sound.layout;
        heard.views.push_back(sound);
        heard.views.back().interleaved = {};
        heard.frames += sound.frames();
        if (heard.frames < std::size_t(sound.sampleRate / 10))
            return;
        power.resize(std::size_t(sound.channels));
        for (std::size_t i = 0; i < sound.interleaved.size(); ++i)
            power[i % std::size_t(sound.channels)] += std::pow(double(sound.interleaved[i]), 2);
        counted += sound.frames();
    };
    AVPacket *packet = av_packet_alloc();
    while (av_read_frame(format, packet) >= 0) {
        if (damage)
            damage(*packet);
        if (!(*decoder)->decode(*packet, listen))
            ++heard.failures;
        av_packet_unref(packet);
    }
    av_packet_free(&packet);
    avformat_close_input(&format);
    heard.levels.clear();
    for (const double sum : power)
        heard.levels.push_back(10 * std::log10(std::max(1e-12, 2 * sum / double(std::max<std::size_t>(1, counted)))));
    return heard;
}

} // namespace

class AudioDecoderTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // A clip of two seconds; empty where this FFmpeg has no such encoder.
    QString clip(const QString &name, const QString &wave, const QString &layout, const QStringList &options)
    {
        const QString path = m_folder.filePath(name + QStringLiteral(".ts"));
        QStringList arguments{QStringLiteral("-v"),
                              QStringLiteral("error"),
                              QStringLiteral("-y"),
                              QStringLiteral("-f"),
                              QStringLiteral("lavfi"),
                              QStringLiteral("-i"),
                              QStringLiteral("aevalsrc=%1:c=%2:s=48000:d=2").arg(wave, layout)};
        arguments += options;
        arguments += {QStringLiteral("-f"), QStringLiteral("mpegts"), path};
        return QProcess::execute(QStringLiteral("ffmpeg"), arguments) == 0 ? path : QString();
    }

private Q_SLOTS:
    void everyCodecComesOutAsItWentIn_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<int>("channels");
        QTest::addColumn<QString>("codec");
        const auto row = [](const char *name, const char *options, const char *layout, int channels,
                            const char *codec) {
            QTest::newRow(name) << QString::fromLatin1(options) << QString::fromLatin1(layout) << channels
                                << QString::fromLatin1(codec);
        };
        row("AAC", "-c:a aac -b:a 192k", "stereo", 2, "AAC");
        row("AAC mono", "-c:a aac", "mono", 1, "AAC");
        row("AAC 5.1", "-c:a aac -b:a 512k", "5.1", 6, "AAC");
        row("AAC LATM", "-c:a aac -b:a 192k -mpegts_flags latm", "stereo", 2, "AAC LATM");
        row("MP2", "-c:a mp2 -b:a 256k", "stereo", 2, "MP2");
        row("AC-3", "-c:a ac3 -b:a 192k", "stereo", 2, "AC-3");
        row("AC-3 5.1", "-c:a ac3 -b:a 448k", "5.1", 6, "AC-3");
        row("E-AC-3 5.1", "-c:a eac3 -b:a 448k", "5.1", 6, "E-AC-3");
        row("Opus", "-c:a libopus -b:a 192k", "stereo", 2, "Opus");
        row("SMPTE 302M", "-c:a s302m -strict -2", "stereo", 2, "SMPTE 302M");
        row("SMPTE 302M of four pairs", "-c:a s302m -strict -2", "7.1", 8, "SMPTE 302M");
    }
    void everyCodecComesOutAsItWentIn()
    {
        QFETCH(QString, options);
        QFETCH(QString, layout);
        QFETCH(int, channels);
        QFETCH(QString, codec);
        const QString path = clip(QStringLiteral("codec"), staircase(channels), layout, options.split(u' '));
        if (path.isEmpty())
            QSKIP("this FFmpeg has no encoder for it");
        const Heard heard = decoded(path);
        QCOMPARE(heard.codec, codec);
        QCOMPARE(heard.failures, 0);
        QCOMPARE(heard.channels, channels);
        QCOMPARE(heard.sampleRate, 48000);
        QVERIFY2(heard.frames > 48000 * 18 / 10, qPrintable(QString::number(heard.frames)));
        for (int i = 0; i < channels; ++i) {
            const double level = heard.levels.at(std::size_t(i));
            QVERIFY2(std::abs(level + 12 + 3 * i) < 1, qPrintable(QStringLiteral("channel %1: %2").arg(i).arg(level)));
        }
        if (channels == 6) {
            QCOMPARE(channelAt(heard.layout, 2), channel::frontCentre);
            QCOMPARE(channelAt(heard.layout, 3), channel::lowFrequency);
        }
    }
    void everyFrameHasItsTime()
    {
        const QString path = clip(QStringLiteral("time"), staircase(2), QStringLiteral("stereo"),
                                  {QStringLiteral("-c:a"), QStringLiteral("aac")});
        const Heard heard = decoded(path);
        QVERIFY(heard.views.size() > 80);
        for (std::size_t i = 1; i < heard.views.size(); ++i) {
            const auto step = *heard.views[i].stamp - *heard.views[i - 1].stamp;
            QVERIFY2(std::chrono::abs(step - 21333us) < 50us, qPrintable(QString::number(step.count())));
        }
    }
    // One decoder, as when an encoder is set to another format without a new table.
    void aChangeOfFormatInMidStreamIsFollowed_data()
    {
        QTest::addColumn<QString>("codec");
        QTest::newRow("mp2") << QStringLiteral("mp2");
        QTest::newRow("aac") << QStringLiteral("aac");
    }
    void aChangeOfFormatInMidStreamIsFollowed()
    {
        QFETCH(QString, codec);
        const QStringList encode{QStringLiteral("-c:a"), codec};
        const QString stereo = clip(QStringLiteral("two"), staircase(2), QStringLiteral("stereo"), encode);
        const QString mono = clip(QStringLiteral("one"), staircase(1), QStringLiteral("mono"),
                                  encode + QStringList{QStringLiteral("-ar"), QStringLiteral("32000")});
        QFile both(m_folder.filePath(QStringLiteral("both.ts")));
        QVERIFY(both.open(QIODevice::WriteOnly));
        for (const QString &part : {stereo, mono, stereo}) {
            QFile file(part);
            QVERIFY(file.open(QIODevice::ReadOnly));
            both.write(file.readAll());
        }
        both.close();
        // FFmpeg's MP2 decoder gives the first frame of a new format the rate of the old one: a single frame is no
        // format.
        std::vector<std::pair<int, int>> formats;
        std::pair<int, int> before;
        for (const SoundView &view : decoded(both.fileName()).views) {
            const std::pair format(view.channels, view.sampleRate);
            if (format == before && (formats.empty() || formats.back() != format))
                formats.push_back(format);
            before = format;
        }
        QCOMPARE(formats, (std::vector<std::pair<int, int>>{{2, 48000}, {1, 32000}, {2, 48000}}));
    }
    void hostileFramesAreFailuresAndTheNextGoodOneIsHeard_data()
    {
        QTest::addColumn<QString>("codec");
        for (const char *codec : {"aac", "mp2", "ac3", "eac3", "libopus", "s302m"})
            QTest::newRow(codec) << QString::fromLatin1(codec);
    }
    void hostileFramesAreFailuresAndTheNextGoodOneIsHeard()
    {
        QFETCH(QString, codec);
        const QString path = clip(QStringLiteral("hostile"), staircase(2), QStringLiteral("stereo"),
                                  {QStringLiteral("-c:a"), codec, QStringLiteral("-strict"), QStringLiteral("-2")});
        if (path.isEmpty())
            QSKIP("this FFmpeg has no encoder for it");
        for (unsigned seed = 1; seed <= 20; ++seed) {
            std::mt19937 random(seed);
            int number = 0;
            const Heard heard = decoded(path, [&](AVPacket &packet) {
                if (++number % 2 == 0 || av_packet_make_writable(&packet) < 0)
                    return;
                switch (random() % 3) {
                case 0: // some bytes
                    for (int i = 0; i < 8; ++i)
                        packet.data[random() % unsigned(packet.size)] = std::uint8_t(random());
                    break;
                case 1: // all of them
                    std::generate_n(packet.data, packet.size, [&] { return std::uint8_t(random()); });
                    break;
                default: // cut off
                    av_shrink_packet(&packet, int(random() % unsigned(packet.size)));
                }
            });
            QVERIFY(heard.frames > 48000 / 2);
            for (const SoundView &view : heard.views) {
                QVERIFY(view.channels >= 1 && view.channels <= SoundView::mostChannels);
                QVERIFY(view.sampleRate > 0);
            }
            for (const double level : heard.levels)
                QVERIFY(std::isfinite(level));
        }
    }
    void whatNoDecoderKnowsIsAnErrorWithAWordOfAdvice()
    {
        AVCodecParameters *parameters = avcodec_parameters_alloc();
        parameters->codec_type = AVMEDIA_TYPE_AUDIO;
        parameters->codec_id = AV_CODEC_ID_NONE;
        const auto decoder = AudioDecoder::open(*parameters, 1 / 90000.0);
        avcodec_parameters_free(&parameters);
        QVERIFY(!decoder);
        QVERIFY(!decoder.error().advice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(AudioDecoderTest)
#include "audio_decoder_test.moc"
