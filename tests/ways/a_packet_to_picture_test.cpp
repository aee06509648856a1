// Way (a): a packet becomes a picture, a measure, an alarm, a record. A real sender from outside, over a real socket,
// into a whole live room.

#include "app/session/session_reader.h"
#include "tests/ways/stage.h"

#include <thread>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;
using media::SignalState;

class PacketToPicture : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString sessionPath() { return m_folder.filePath(QStringLiteral("%1.gantry").arg(++m_count)); }
    static bool live(const PictureRecord &picture) { return picture.state.signal == SignalState::Live; }
    static bool lost(const PictureRecord &picture) { return picture.state.signal == SignalState::NoSignal; }

private Q_SLOTS:
    void aFeedFromOutsideShowsWithinTwoSecondsOfConnecting()
    {
        const quint16 port = freePort();
        auto room = LiveRoom::open(oneFeedShow(port), sessionPath());
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        Process sender(QStringLiteral("ffmpeg"), ffmpegSender(port));
        const auto connected = [&] {
            return heard.first<LinkRecord>(
                [](const LinkRecord &link) { return link.sample.state == media::LinkState::Connected; });
        };
        QVERIFY(becomesTrue([&] { return connected() != nullptr; }));
        QVERIFY(becomesTrue([&] { return heard.has<PictureRecord>(live); }));
        const auto took = heard.first<PictureRecord>(live)->at.elapsed - connected()->at.elapsed;
        QVERIFY2(took < 2s, qPrintable(QString::number(took.count())));

        QVERIFY((*room)->pictures().front()->peek());
        QVERIFY(becomesTrue([&] {
            return heard.has<AudioRecord>([](const AudioRecord &audio) {
                return audio.levels.present && !audio.levels.peakDbfs.empty();
            }) && heard.has<TransportRecord>([](const TransportRecord &ts) {
                return ts.sample.recognised && ts.sample.streams.size() == 2;
            }) && heard.has<LinkRecord>([](const LinkRecord &link) {
                return link.sample.receiveRate && link.sample.receiveRate->value > 100'000;
            }) && heard.has<StillRecord>([](const StillRecord &still) { return still.jpeg.startsWith("\xff\xd8"); });
        }));
        for (qsizetype i = 0; i < heard.records.size(); ++i)
            QCOMPARE(heard.records[i].number, heard.records.first().number + i); // one run of numbers, no gap
    }

    void aKilledSenderIsNoSignalWithinOneAndAHalfSecondsAndComesBackByItself()
    {
        const quint16 port = freePort();
        auto room = LiveRoom::open(oneFeedShow(port), sessionPath());
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        auto sender = std::make_unique<Process>(QStringLiteral("ffmpeg"), ffmpegSender(port));
        QVERIFY(becomesTrue([&] { return heard.has<PictureRecord>(live); }));
        // Let it settle, so that what is measured is the loss and not the beginning.
        QVERIFY(becomesTrue([&] { return heard.newest<PictureRecord>()->state.decoded > 25; }));

        sender->killNow();
        const Instant killed = (*room)->records().now();
        QVERIFY(becomesTrue([&] { return heard.has<PictureRecord>(lost); }));
        const Record *noSignal = heard.first<PictureRecord>(lost);
        const auto took = noSignal->at.elapsed - killed.elapsed;
        QVERIFY2(took < 1500ms, qPrintable(QString::number(took.count())));
        QVERIFY(becomesTrue([&] {
            return heard.has<AlarmRecord>([](const AlarmRecord &alarm) {
                return alarm.alarm.where == QStringLiteral("CAM 1") &&
                       alarm.alarm.state == AlarmState::ActiveUnacknowledged;
            });
        }));
        const Record *alarm = heard.first<AlarmRecord>([](const AlarmRecord &) { return true; });
        QCOMPARE(alarm->number, noSignal->number + 1); // right behind its cause

        const RecordNumber before = heard.records.last().number;
        sender = std::make_unique<Process>(QStringLiteral("ffmpeg"), ffmpegSender(port));
        QVERIFY(becomesTrue([&] { return heard.first<PictureRecord>(live, before) != nullptr; }));
        QVERIFY(becomesTrue([&] {
            return heard.has<AlarmRecord>(
                [](const AlarmRecord &one) { return one.alarm.state == AlarmState::ReturnedUnacknowledged; });
        }));
        (*room)->acknowledge(heard.newest<AlarmRecord>()->alarm.key, QStringLiteral("operator"));
        QVERIFY(becomesTrue([&] { return heard.newest<AlarmRecord>()->alarm.state == AlarmState::Normal; }));
    }

    void aFrozenUserInterfaceDelaysNoAlarmAndNoRecord()
    {
        const quint16 port = freePort();
        const QString path = sessionPath();
        auto room = LiveRoom::open(oneFeedShow(port), path);
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        auto sender = std::make_unique<Process>(QStringLiteral("ffmpeg"), ffmpegSender(port));
        QVERIFY(becomesTrue(
            [&] { return heard.has<PictureRecord>(live) && heard.newest<PictureRecord>()->state.decoded > 25; }));
        sender->killNow();
        const Instant killed = (*room)->records().now();
        std::this_thread::sleep_for(3s); // this is the thread of the windows, and it answers nobody
        auto reader = SessionReader::open(path);
        QVERIFY(reader);
        std::optional<Instant> raised;
        for (const Record &record : (*reader)->recordsAfter(0, 1'000'000)) {
            if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload);
                alarm && alarm->alarm.what == QStringLiteral("NO SIGNAL"))
                raised = record.at;
        }
        QVERIFY(raised); // on disk, while the windows stood still
        QVERIFY(raised->elapsed - killed.elapsed < 1500ms);
    }

    void anEncryptedFeedNeedsTheSamePassphrase()
    {
        qputenv("GANTRY_TEST_KEY", "correct horse battery");
        const quint16 port = freePort();
        Show show = oneFeedShow(port);
        show.feeds[0].passphrase = {Secret::Store::Environment, QStringLiteral("GANTRY_TEST_KEY")};
        auto room = LiveRoom::open(show, sessionPath());
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        {
            Process wrong(QStringLiteral("ffmpeg"),
                          ffmpegSender(port, QStringLiteral("&passphrase=a wrong passphrase")));
            QVERIFY(becomesTrue([&] {
                return heard.has<LinkRecord>([](const LinkRecord &link) {
                    return link.sample.fault && link.sample.fault->kind == media::Error::Kind::WrongPassphrase;
                });
            }));
        }
        Process right(QStringLiteral("ffmpeg"),
                      ffmpegSender(port, QStringLiteral("&passphrase=correct horse battery")));
        QVERIFY(becomesTrue([&] { return heard.has<PictureRecord>(live); }));
        QVERIFY(becomesTrue(
            [&] { return heard.has<LinkRecord>([](const LinkRecord &link) { return link.sample.encrypted; }); }));
    }

    void aPassphraseThatIsNotInTheEnvironmentIsTheFeedsFaultAlone()
    {
        const quint16 port = freePort();
        Show show = oneFeedShow(port);
        Feed locked = show.feeds[0];
        locked.id = {QStringLiteral("CAM 2")};
        locked.srt.port = freePort();
        locked.passphrase = {Secret::Store::Environment, QStringLiteral("GANTRY_NO_SUCH_KEY")};
        show.feeds.append(locked);
        auto room = LiveRoom::open(show, sessionPath());
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        Process sender(QStringLiteral("ffmpeg"), ffmpegSender(port));
        QVERIFY(becomesTrue([&] { return heard.has<PictureRecord>(live); }));
        QVERIFY(becomesTrue([&] {
            return heard.has<AlarmRecord>([](const AlarmRecord &alarm) {
                return alarm.alarm.where == QStringLiteral("CAM 2") &&
                       alarm.alarm.advice.contains(QStringLiteral("GANTRY_NO_SUCH_KEY"));
            });
        }));
    }
};

QTEST_MAIN(PacketToPicture)
#include "a_packet_to_picture_test.moc"
