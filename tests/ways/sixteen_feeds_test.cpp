// Sixteen 720p30 feeds through the program itself: program and preview at full rate, the rest thinned and marked as
// such, and no alarm because of it. The feeds are one clip, encoded once and sent sixteen times: this is about what
// receives.

#include "tests/ways/stage.h"

#include "app/session/session_reader.h"
#include "app/show/show_file.h"

#include <QDirIterator>

#include <map>
#include <set>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;
using media::DecodeMode;

namespace {

constexpr int feeds = 16;
constexpr auto runs = 40s;
// Before, senders come up and the encoder is asked for the first time; afterwards the program ends, and with its first
// connection the sender of all.
constexpr auto judged = 16s;
constexpr auto ends = 5s;

struct Seen // of one feed, while judged
{
    std::set<DecodeMode> modes;
    std::set<media::SignalState> signals;
    std::optional<media::PictureState> first;
    media::PictureState last;
    std::chrono::microseconds from{0};
    std::chrono::microseconds to{0};
    bool frozenKnown = false;

    double rate() const
    {
        const double seconds = std::chrono::duration<double>(to - from).count();
        return first && seconds > 1 ? double(last.decoded - first->decoded) / seconds : 0;
    }
};

} // namespace

class SixteenFeeds : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::map<QString, Seen> m_seen;
    QStringList m_alarms; // that rose while judged
    QStringList m_story;  // all that rose, and when

    // Key pictures two seconds apart: longer than a feed may be without a picture. Longer than the test runs: the seam
    // of a clip that begins again would be an alarm.
    QString makeClip()
    {
        const QString clip = m_folder.filePath(QStringLiteral("clip.ts"));
        Process encode(QStringLiteral("ffmpeg"), {QStringLiteral("-loglevel"),
                                                  QStringLiteral("error"),
                                                  QStringLiteral("-f"),
                                                  QStringLiteral("lavfi"),
                                                  QStringLiteral("-i"),
                                                  QStringLiteral("testsrc2=size=1280x720:rate=30"),
                                                  QStringLiteral("-f"),
                                                  QStringLiteral("lavfi"),
                                                  QStringLiteral("-i"),
                                                  QStringLiteral("sine=frequency=440:sample_rate=48000"),
                                                  QStringLiteral("-t"),
                                                  QStringLiteral("60"),
                                                  QStringLiteral("-c:v"),
                                                  QStringLiteral("libx264"),
                                                  QStringLiteral("-preset"),
                                                  QStringLiteral("ultrafast"),
                                                  QStringLiteral("-tune"),
                                                  QStringLiteral("zerolatency"),
                                                  QStringLiteral("-g"),
                                                  QStringLiteral("60"),
                                                  QStringLiteral("-b:v"),
                                                  QStringLiteral("2M"),
                                                  QStringLiteral("-c:a"),
                                                  QStringLiteral("aac"),
                                                  QStringLiteral("-f"),
                                                  QStringLiteral("mpegts"),
                                                  clip});
        encode->waitForFinished(120'000);
        return clip;
    }
    static QStringList senderArguments(const QString &clip, const Show &show)
    {
        QStringList arguments{QStringLiteral("-loglevel"), QStringLiteral("error"), QStringLiteral("-re"),
                              QStringLiteral("-i"), clip};
        for (const Feed &feed : show.feeds)
            arguments << QStringLiteral("-c") << QStringLiteral("copy") << QStringLiteral("-f")
                      << QStringLiteral("mpegts")
                      << QStringLiteral("srt://127.0.0.1:%1?mode=caller&pkt_size=1316").arg(feed.srt.port);
        return arguments;
    }
    static Show showOf(const Cloud &cloud)
    {
        Show show = oneFeedShow(freePort());
        show.feeds[0].load = FeedShare::Auto;
        show.feeds[0].limits.transport.on = false; // how ffmpeg spaces its clocks is not what this is about
        for (int number = 2; number <= feeds; ++number) {
            Feed feed = show.feeds[0];
            feed.id = {QStringLiteral("CAM %1").arg(number)};
            feed.srt.port = freePort();
            show.feeds.append(feed);
        }
        cloud.addTo(show); // CAM 1 is on program, CAM 2 on preview
        show.audiences.clear();
        return show;
    }
    void take(const Record &record, std::chrono::microseconds from, std::chrono::microseconds to)
    {
        if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload); alarm && alarm->alarm.raised == record.at)
            m_story.append(QStringLiteral("%1 s %2 %3")
                               .arg(double(record.at.elapsed.count()) / 1e6)
                               .arg(alarm->alarm.where, alarm->alarm.what));
        if (record.at.elapsed < from || record.at.elapsed > to)
            return;
        if (const auto *picture = std::get_if<PictureRecord>(&record.payload)) {
            Seen &seen = m_seen[picture->feed.text];
            if (!seen.first) {
                seen.first = picture->state;
                seen.from = record.at.elapsed;
            }
            seen.last = picture->state;
            seen.to = record.at.elapsed;
            seen.signals.insert(picture->state.signal);
            if (picture->state.decoding)
                seen.modes.insert(*picture->state.decoding);
            seen.frozenKnown = seen.frozenKnown || (picture->state.content && picture->state.content->frozen);
        } else if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload)) {
            if (alarm->alarm.key.startsWith(QLatin1String("feed/")) && alarm->alarm.raised.elapsed >= from)
                m_alarms.append(alarm->alarm.where + QLatin1Char(' ') + alarm->alarm.what);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString clip = makeClip();
        const Cloud cloud;
        const Show show = showOf(cloud);
        const QString path = m_folder.filePath(QStringLiteral("show.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeShow(show));
        file.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), m_folder.filePath(QStringLiteral("state")));
        Process program(QStringLiteral(GANTRY_PROGRAM),
                        {QStringLiteral("open"), path, QStringLiteral("--for"), QString::number(runs.count()),
                         QStringLiteral("--screenshots"), m_folder.filePath(QStringLiteral("pictures"))},
                        environment);
        const Process sender(QStringLiteral("ffmpeg"), senderArguments(clip, show));
        QVERIFY(becomesTrue([&] { return program->state() == QProcess::NotRunning; }, runs + 60s));
        QVERIFY2(program->exitCode() == 0, program->readAllStandardError());

        QDirIterator sessions(m_folder.path(), {QStringLiteral("*.gantry")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(sessions.hasNext());
        auto reader = SessionReader::open(sessions.next());
        QVERIFY(reader);
        const auto to = (*reader)->span().end.elapsed - ends;
        for (RecordNumber number = 0;;) {
            const RecordBatch batch = (*reader)->recordsAfter(number);
            if (batch.isEmpty())
                break;
            for (const Record &record : batch)
                take(record, to - judged, to);
            number = batch.last().number;
        }
        QCOMPARE(int(m_seen.size()), feeds);
    }

    void programAndPreviewAreDecodedInFullAtTheirRate()
    {
        for (const char *feed : {"CAM 1", "CAM 2"}) {
            const Seen &seen = m_seen[QLatin1String(feed)];
            QVERIFY2(seen.modes == std::set{DecodeMode::Full}, feed);
            QVERIFY2(seen.rate() >= 24,
                     qPrintable(QStringLiteral("%1: %2 fps").arg(QLatin1String(feed)).arg(seen.rate())));
            QVERIFY(seen.frozenKnown);
        }
    }
    void theRestIsKeyPicturesAndAlive()
    {
        for (int number = 3; number <= feeds; ++number) {
            const QString feed = QStringLiteral("CAM %1").arg(number);
            const Seen &seen = m_seen[feed];
            QVERIFY2(seen.modes == std::set{DecodeMode::Thumbnail}, qPrintable(feed + u'\n' + m_story.join(u'\n')));
            QVERIFY2(seen.signals == std::set{media::SignalState::Live}, qPrintable(feed));
            QVERIFY2(seen.rate() < 2, qPrintable(feed));
            QVERIFY2(!seen.frozenKnown, qPrintable(feed)); // what nobody looked at is not known
            QVERIFY(seen.last.content);                    // black and bars are
        }
    }
    void noAlarmRoseBecauseOfIt() { QVERIFY2(m_alarms.isEmpty(), qPrintable(m_story.join(u'\n'))); }
    void theWallWasDrawn() { QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("pictures/wall.png")))); }
};

QTEST_GUILESS_MAIN(SixteenFeeds)
#include "sixteen_feeds_test.moc"
