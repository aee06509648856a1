// SRT through the whole program: feeds that share a port in a live room, and what check and probe make of an address.

#include "tests/ways/stage.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;
using media::SignalState;

class SrtRoom : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QByteArray run(const QStringList &arguments, int &code)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("GANTRY_PASSPHRASE"), QStringLiteral("correct horse battery"));
        Process process(QStringLiteral(GANTRY_PROGRAM), arguments, environment);
        process->waitForFinished(30'000);
        code = process->exitCode();
        return process->readAllStandardOutput() + process->readAllStandardError();
    }

private Q_SLOTS:
    void twoFeedsOnOnePortAreToldApartByStreamIdAndEachHasItsKey()
    {
        qputenv("GANTRY_TEST_KEY_1", "correct horse battery");
        qputenv("GANTRY_TEST_KEY_2", "another horse battery");
        const quint16 port = freePort();
        Show show = oneFeedShow(port);
        show.feeds.append(show.feeds[0]);
        show.feeds[1].id = {QStringLiteral("CAM 2")};
        show.feeds[0].srt.streamId = QStringLiteral("cam1");
        show.feeds[1].srt.streamId = QStringLiteral("#!::r=cam2,m=publish");
        show.feeds[0].passphrase = {Secret::Store::Environment, QStringLiteral("GANTRY_TEST_KEY_1")};
        show.feeds[1].passphrase = {Secret::Store::Environment, QStringLiteral("GANTRY_TEST_KEY_2")};
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("shared.gantry")));
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        const auto isLive = [&](const QString &feed) {
            return heard.has<PictureRecord>([&](const PictureRecord &picture) {
                return picture.feed.text == feed && picture.state.signal == SignalState::Live;
            });
        };
        const auto sendsTo = [&](const QString &streamId, const QString &passphrase) {
            return ffmpegSender(port, QStringLiteral("&streamid=%1&passphrase=%2").arg(streamId, passphrase));
        };
        // The second feed's sender with the first one's key, and one that means nobody.
        {
            Process wrong(QStringLiteral("ffmpeg"),
                          sendsTo(QStringLiteral("cam2"), QStringLiteral("correct horse battery")));
            QVERIFY(becomesTrue([&] {
                return heard.has<LinkRecord>([](const LinkRecord &link) {
                    return link.feed.text == QStringLiteral("CAM 2") && link.sample.fault &&
                           link.sample.fault->kind == media::Error::Kind::WrongPassphrase;
                });
            }));
        }
        Process first(QStringLiteral("ffmpeg"),
                      sendsTo(QStringLiteral("cam1"), QStringLiteral("correct horse battery")));
        Process second(QStringLiteral("ffmpeg"),
                       sendsTo(QStringLiteral("cam2"), QStringLiteral("another horse battery")));
        QVERIFY(becomesTrue([&] { return isLive(QStringLiteral("CAM 1")) && isLive(QStringLiteral("CAM 2")); }, 15s));
        QVERIFY(becomesTrue([&] {
            return heard.has<LinkRecord>([](const LinkRecord &link) {
                return link.feed.text == QStringLiteral("CAM 2") && link.sample.streamId == QStringLiteral("cam2") &&
                       link.sample.keyBits == 128;
            });
        }));
        // A second sender for a feed that has one is refused; the room says who and why, and the feed goes on.
        Process third(QStringLiteral("ffmpeg"),
                      sendsTo(QStringLiteral("cam1"), QStringLiteral("correct horse battery")));
        QVERIFY(becomesTrue([&] {
            return heard.has<LinkRecord>([](const LinkRecord &link) {
                return link.feed.text == QStringLiteral("CAM 1") && link.sample.turnedAway &&
                       link.sample.state == media::LinkState::Connected &&
                       link.sample.turnedAway->subject.startsWith(QStringLiteral("127.0.0.1:"));
            });
        }));
        QCOMPARE(heard.newest<PictureRecord>()->state.signal, SignalState::Live);
    }

    void checkSaysWhichFeedsShareAPortAndRefusesThoseThatCannot()
    {
        const auto show = [&](const QByteArray &first, const QByteArray &second) {
            QByteArray text = "{'gantry': 1, 'name': 'x', 'feeds': ["
                              "{'name': 'CAM 1', 'srt': {'mode': 'listener', 'port': 9001, 'streamId': '" +
                              first +
                              "'}},"
                              "{'name': 'CAM 2', 'srt': {'mode': 'listener', 'port': 9001, 'streamId': '" +
                              second + "'}}]}";
            text.replace(char(39), char(34));
            QFile file(m_folder.filePath(QStringLiteral("show.json")));
            file.open(QIODevice::WriteOnly);
            file.write(text);
            return file.fileName();
        };
        int code = -1;
        QByteArray said = run({QStringLiteral("check"), show("cam1", "cam2")}, code);
        QCOMPARE(code, 0);
        QVERIFY2(said.contains("Port 9001 is shared"), said.constData());
        QVERIFY(said.contains("CAM 1 (stream id cam1), CAM 2 (stream id cam2)"));
        said = run({QStringLiteral("check"), show("cam1", "#!::r=cam1")}, code);
        QCOMPARE(code, 1);
        QVERIFY2(said.contains("feeds[1].srt.port: feeds[0] listens on port 9001 already."), said.constData());
        QVERIFY(said.contains("streamId of its own"));
    }

    void probeTakesEveryOptionOfAnAddressAndNoPassphrase()
    {
        const quint16 port = freePort();
        Process sender(
            QStringLiteral("ffmpeg"),
            ffmpegSender(port, QStringLiteral("&passphrase=correct horse battery&pbkeylen=32&streamid=cam1")));
        int code = -1;
        const QByteArray said = run(
            {QStringLiteral("probe"),
             QStringLiteral("srt://127.0.0.1:%1?mode=listener&keylength=256&streamid=cam1&latency=150&peerlatency=200"
                            "&lossmaxttl=20&rate=8000&payloadsize=1316&packetfilter=fec,cols:10,rows:1")
                 .arg(port),
             QStringLiteral("--for"), QStringLiteral("4")},
            code);
        QVERIFY2(code == 0, said.constData());
        run({QStringLiteral("probe"), QStringLiteral("srt://127.0.0.1:%1?mode=rendezvous&streamid=x").arg(port)}, code);
        QCOMPARE(code, 2);
        const QByteArray refused = run(
            {QStringLiteral("probe"), QStringLiteral("srt://127.0.0.1:%1?passphrase=canary-secret").arg(port)}, code);
        QCOMPARE(code, 2);
        QVERIFY(!refused.contains("canary"));
    }
};

QTEST_MAIN(SrtRoom)
#include "srt_room_test.moc"
