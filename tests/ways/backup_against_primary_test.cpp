// A pair of feeds: one programme, encoded once, comes over two SRT connections, the second 240 ms later; the room says
// so once a second, and says it when the backup carries something else.

#include "media/output/srt_output.h"
#include "support/made_programme.h"
#include "tests/ways/stage.h"

#include <QFile>
#include <QTimer>

#include <deque>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;
using media::ContentMatch;
using std::chrono::milliseconds;

namespace {

using Clock = std::chrono::steady_clock;

// A programme as an encoder made it, in real time.
class Programme
{
public:
    Programme(const QString &file, const QStringList &sources)
    {
        const QStringList coding = QStringLiteral("-map 0:v -map 1:a -t 75 -c:v libx264 -preset ultrafast -pix_fmt "
                                                  "yuv420p -g 25 -b:v 800k -c:a aac -b:a 96k -f mpegts -y")
                                       .split(QLatin1Char(' '));
        QProcess::execute(QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error")} +
                                                        sources + coding + QStringList{file});
        m_arguments =
            QStringLiteral("-v error -re -i %1 -c copy -f mpegts -flush_packets 1 -").arg(file).split(QLatin1Char(' '));
    }
    void start() { m_process = std::make_unique<Process>(QStringLiteral("ffmpeg"), m_arguments); }
    QByteArray read() { return (*m_process)->readAllStandardOutput(); }

private:
    QStringList m_arguments;
    std::unique_ptr<Process> m_process;
};

// Calls a feed and sends it what it is given, so much later.
class Sender
{
public:
    Sender(quint16 port, milliseconds late) : m_output(address(port)), m_late(late) {}

    void take(const QByteArray &bytes) { m_waiting.push_back({Clock::now() + m_late, bytes}); }
    void step()
    {
        m_output.keepUp(Clock::now());
        while (!m_waiting.empty() && m_waiting.front().due <= Clock::now()) {
            m_rest += m_waiting.front().bytes;
            m_waiting.pop_front();
        }
        const qsizetype whole = m_rest.size() / 188 * 188;
        m_output.send(std::as_bytes(std::span(m_rest.constData(), std::size_t(whole))));
        m_rest.remove(0, whole);
    }

private:
    struct Waiting
    {
        Clock::time_point due;
        QByteArray bytes;
    };
    static media::SrtAddress address(quint16 port)
    {
        media::SrtAddress address;
        address.mode = media::SrtAddress::Mode::Caller;
        address.host = QStringLiteral("127.0.0.1");
        address.port = port;
        return address;
    }

    media::SrtOutput m_output;
    milliseconds m_late;
    std::deque<Waiting> m_waiting;
    QByteArray m_rest;
};

} // namespace

class BackupAgainstPrimary : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Programme> m_concert;
    std::unique_ptr<Programme> m_talk;
    std::unique_ptr<Programme> m_nothing;
    int m_count = 0;

    QStringList speech(unsigned seed) const
    {
        const QString file = m_folder.filePath(QStringLiteral("%1.f32").arg(seed));
        const std::vector<float> samples = media::made::sound(seed, media::made::Sort::Speech, 75);
        QFile raw(file);
        if (!raw.open(QIODevice::WriteOnly))
            qFatal("no room for a file");
        raw.write(reinterpret_cast<const char *>(samples.data()), qint64(samples.size() * sizeof(float)));
        return QStringLiteral("-f f32le -ar 48000 -ac 1 -i %1").arg(file).split(QLatin1Char(' '));
    }
    static QStringList picture(const QString &source)
    {
        return QStringLiteral("-f lavfi -i %1").arg(source).split(QLatin1Char(' '));
    }

    // A room with a pair; the programmes run until `enough` or the limit.
    bool run(Programme &first, Programme &second, Listener *&heard, const std::function<bool(const Listener &)> &enough,
             milliseconds limit)
    {
        Show show = oneFeedShow(freePort());
        Feed backup = show.feeds[0];
        backup.id = {QStringLiteral("CAM 1b")};
        backup.srt.port = freePort();
        show.feeds.append(backup);
        show.pairs.append({{QStringLiteral("Camera")}, show.feeds[0].id, backup.id});
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("%1.gantry").arg(++m_count)));
        if (!room)
            return false;
        static std::unique_ptr<Listener> kept;
        kept = std::make_unique<Listener>((*room)->records());
        heard = kept.get();
        (*room)->start();
        Sender one(show.feeds[0].srt.port, 0ms);
        Sender two(backup.srt.port, 240ms);
        first.start();
        if (&second != &first)
            second.start();
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, [&] {
            const QByteArray bytes = first.read();
            one.take(bytes);
            two.take(&second == &first ? bytes : second.read());
            one.step();
            two.step();
        });
        tick.start(4);
        return becomesTrue([&] { return enough(*heard); }, limit);
    }

    // The last of what was said about the pair.
    static QString said(const Listener &heard)
    {
        const MatchRecord *match = heard.newest<MatchRecord>();
        const auto text = [](ContentMatch verdict, const std::optional<milliseconds> &behind) {
            return QStringLiteral("%1 %2 ms").arg(int(verdict)).arg(behind.value_or(-1ms).count());
        };
        return match ? text(match->sample.picture, match->sample.pictureBehind) + QStringLiteral(", ") +
                           text(match->sample.sound, match->sample.soundBehind)
                     : QStringLiteral("nothing");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_concert = std::make_unique<Programme>(m_folder.filePath(QStringLiteral("1.ts")),
                                                picture(QStringLiteral("testsrc2=size=320x180:rate=25")) + speech(1));
        m_talk = std::make_unique<Programme>(m_folder.filePath(QStringLiteral("2.ts")),
                                             picture(QStringLiteral("life=size=80x45:seed=7:rate=25,scale=320:180")) +
                                                 speech(2));
        m_nothing = std::make_unique<Programme>(
            m_folder.filePath(QStringLiteral("3.ts")),
            picture(QStringLiteral("color=black:size=320x180:rate=25")) +
                QStringLiteral("-f lavfi -i anullsrc=r=48000:cl=mono").split(QLatin1Char(' ')));
    }

    void aBackupWithTheSameProgrammeIsTheSameAndItsDelayIsKnown()
    {
        Listener *heard = nullptr;
        const auto right = [](const MatchRecord &match) {
            const auto near = [](const std::optional<milliseconds> &behind) {
                return behind && std::chrono::abs(*behind - 240ms) <= 40ms;
            };
            return match.pair.text == QStringLiteral("Camera") && match.sample.picture == ContentMatch::Same &&
                   match.sample.sound == ContentMatch::Same && near(match.sample.pictureBehind) &&
                   near(match.sample.soundBehind);
        };
        QVERIFY(run(
            *m_concert, *m_concert, heard, [&](const Listener &said) { return said.has<MatchRecord>(right); }, 60s));
        QVERIFY(!heard->has<MatchRecord>([](const MatchRecord &match) {
            return match.sample.picture == ContentMatch::Different || match.sample.sound == ContentMatch::Different;
        }));
        // And nothing else is wrong with either.
        QVERIFY(
            heard->has<PictureRecord>([](const PictureRecord &picture) { return picture.state.content.has_value(); }));
    }

    void aBackupWithAnotherProgrammeIsDifferent()
    {
        Listener *heard = nullptr;
        QVERIFY(run(
            *m_concert, *m_talk, heard,
            [](const Listener &said) {
                return said.has<MatchRecord>([](const MatchRecord &match) {
                    return match.sample.picture == ContentMatch::Different &&
                           match.sample.sound == ContentMatch::Different;
                });
            },
            60s));
        QVERIFY(!heard->has<MatchRecord>([](const MatchRecord &match) {
            return match.sample.picture == ContentMatch::Same || match.sample.sound == ContentMatch::Same;
        }));
    }

    void aBlackAndSilentBackupIsUnknownAndMeasuredAsBlackAndFrozen()
    {
        Listener *heard = nullptr;
        QVERIFY(run(
            *m_concert, *m_nothing, heard,
            [](const Listener &said) {
                return said.has<PictureRecord>([](const PictureRecord &picture) {
                    return picture.feed.text == QStringLiteral("CAM 1b") && picture.state.content &&
                           picture.state.content->black > 10s && picture.state.content->frozen > 10s;
                });
            },
            60s));
        QVERIFY(heard->newest<MatchRecord>());
        QVERIFY(!heard->has<MatchRecord>([](const MatchRecord &match) {
            return match.sample.picture != ContentMatch::Unknown || match.sample.sound != ContentMatch::Unknown;
        }));
        QVERIFY(!heard->has<PictureRecord>([](const PictureRecord &picture) {
            return picture.feed.text == QStringLiteral("CAM 1") && picture.state.content &&
                   (picture.state.content->black > 0ms || picture.state.content->frozen > 500ms);
        }));
    }
};

QTEST_MAIN(BackupAgainstPrimary)
#include "backup_against_primary_test.moc"
