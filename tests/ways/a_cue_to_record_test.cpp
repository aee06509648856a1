// Way (a) for a splice command: a sender from outside carries SCTE-35 beside picture and sound, and the session keeps
// what it said.

#include "app/session/session_reader.h"
#include "media/measure/ts_packet.h"
#include "support/splice_sections.h"
#include "tests/ways/stage.h"

#include <QFile>

using namespace gantry;
using namespace gantry::ways;
using namespace gantry::media::packets;
using namespace std::chrono_literals;
using media::TsPacket;

namespace {

constexpr std::uint16_t cuePid = 0x1f0;
constexpr auto preRoll = 4s;

// Packets and when each of them is due, from the clock that they carry.
struct Clip
{
    Bytes bytes;
    std::vector<std::chrono::milliseconds> due; // one a packet
};

// Picture and sound of a few seconds as ffmpeg makes them.
Bytes plainClip(const QString &path)
{
    QStringList arguments = ffmpegSender(0);
    arguments.removeOne(QStringLiteral("-re"));
    arguments.removeLast(); // where it would send to
    arguments << QStringLiteral("-t") << QStringLiteral("8") << path;
    Process ffmpeg(QStringLiteral("ffmpeg"), arguments);
    ffmpeg->waitForFinished(30000);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    const auto *begin = reinterpret_cast<const std::byte *>(all.constData());
    return {begin, begin + all.size() / 188 * 188};
}

// The same with a stream of cues in its table, and the same command once a second from the first on.
Clip withCues(const Bytes &plain)
{
    Clip clip;
    std::optional<std::int64_t> first;
    std::int64_t ticks = 0; // since the first reference
    Bytes cue;
    unsigned cues = 0;
    const auto add = [&](const Bytes &packet) {
        append(clip.bytes, packet);
        clip.due.emplace_back(ticks / 27000);
    };
    for (std::size_t at = 0; at < plain.size(); at += 188) {
        Bytes packet(plain.begin() + std::ptrdiff_t(at), plain.begin() + std::ptrdiff_t(at + 188));
        const TsPacket read = TsPacket::of(packet);
        const auto clock = media::clockReference(read.adaptation);
        if (clock) {
            first = first.value_or(*clock);
            ticks = *clock - *first;
        }
        if (read.pid == 0x1000 && read.unitStart)
            packet =
                sectionPackets(0x1000, pmt({{0x1b, 0x100, {}}, {0x0f, 0x101, {}}, {0x86, cuePid, {}}}), read.counter);
        add(packet);
        if (clock && ticks / 27'000'000 > std::int64_t(cues)) {
            if (cue.empty())
                cue = spliceAt(7, *clock / 300 + std::chrono::milliseconds(preRoll).count() * 90);
            add(sectionPackets(cuePid, cue, cues++));
        }
    }
    return clip;
}

// Sends it at its own pace while the room is waited for.
class Sender
{
public:
    Sender(quint16 port, const Clip &clip)
        : m_clip(clip)
        , m_process(QStringLiteral("srt-live-transmit"),
                    {QStringLiteral("-q"), QStringLiteral("-chunk:1316"), QStringLiteral("file://con"),
                     QStringLiteral("srt://127.0.0.1:%1?mode=caller").arg(port)})
    {
        m_elapsed.start();
    }
    void sendWhatIsDue()
    {
        std::size_t end = m_sent;
        while (end < m_clip.due.size() && m_clip.due[end].count() <= m_elapsed.elapsed())
            ++end;
        m_process->write(reinterpret_cast<const char *>(m_clip.bytes.data() + m_sent * 188),
                         qint64((end - m_sent) * 188));
        m_sent = end;
    }

private:
    const Clip &m_clip;
    Process m_process;
    QElapsedTimer m_elapsed;
    std::size_t m_sent = 0;
};

} // namespace

class CueToRecord : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void aCueOfASenderIsOneRecordOfTheSession()
    {
        const Clip clip = withCues(plainClip(m_folder.filePath(QStringLiteral("plain.ts"))));
        QVERIFY(clip.due.size() > 1000);
        const quint16 port = freePort();
        const QString path = m_folder.filePath(QStringLiteral("cue.gantry"));
        {
            auto room = LiveRoom::open(oneFeedShow(port), path);
            QVERIFY(room);
            Listener heard((*room)->records());
            (*room)->start();
            Sender sender(port, clip);
            QVERIFY(becomesTrue(
                [&] {
                    sender.sendWhatIsDue();
                    return heard.has<CueRecord>([](const CueRecord &) { return true; });
                },
                20s));
            // The command is repeated each second; the record is not.
            const RecordNumber before = heard.records.last().number;
            QVERIFY(becomesTrue([&] {
                sender.sendWhatIsDue();
                const Record *later = heard.first<TransportRecord>([](const auto &) { return true; }, before);
                return later && heard.newest<TransportRecord>() &&
                       (*room)->records().now().elapsed - later->at.elapsed > 2s;
            }));
            QVERIFY(heard.has<TransportRecord>([](const TransportRecord &transport) {
                return transport.sample.streams.size() == 3 && transport.sample.program == 1 &&
                       transport.sample.errors && transport.sample.pcrJitter;
            }));
        }
        auto reader = SessionReader::open(path);
        QVERIFY(reader);
        std::vector<media::SpliceCue> cues;
        for (const Record &record : (*reader)->recordsAfter(0, 1'000'000)) {
            if (const auto *cue = std::get_if<CueRecord>(&record.payload))
                cues.push_back(cue->cue);
        }
        QCOMPARE(cues.size(), std::size_t(1));
        QVERIFY(cues[0].command == media::SpliceCue::Command::Insert);
        QCOMPARE(cues[0].pid, cuePid);
        QCOMPARE(cues[0].eventId.value(), 7U);
        QCOMPARE(cues[0].out.value(), true);
        QVERIFY(cues[0].untilSplice.value() > 1s && cues[0].untilSplice.value() <= preRoll + 500ms);
    }
};

QTEST_MAIN(CueToRecord)
#include "a_cue_to_record_test.moc"
