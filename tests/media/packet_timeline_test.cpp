#include "media/input/packet_timeline.h"

#include "media/input/rtp_packet.h"
#include "media/input/url_guard.h"

#include <QTest>

using namespace gantry::media;
using namespace std::chrono_literals;
using Us = PacketTimeline::Microseconds;

class PacketTimelineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamKeepsItsDistancesAndStartsAtTheBeginning()
    {
        PacketTimeline line;
        QCOMPARE(line.place(0, 95443s, 95443s + 80ms, 40ms).decode, Us(1s));
        QCOMPARE(line.place(1, 95443s - 21ms, std::nullopt, 21ms).decode, Us(979ms));
        const auto second = line.place(0, 95443s + 40ms, 95443s + 160ms, 40ms);
        QCOMPARE(second.decode, Us(1040ms));
        QCOMPARE(second.shown, Us(1160ms));
    }
    void aJumpIsFollowedOnceAndByAllStreamsInStep()
    {
        PacketTimeline line;
        line.place(0, 100s, {}, 40ms);
        line.place(1, 100s, {}, 20ms);
        const Us video = line.place(0, 7s, {}, 40ms).decode; // the pictures jump first
        QCOMPARE(video, Us(1040ms));
        QCOMPARE(line.place(1, 100020ms, {}, 20ms).decode, Us(1020ms)); // sound from before
        QCOMPARE(line.place(1, 7s, {}, 20ms).decode, Us(1040ms));
        QCOMPARE(line.place(0, 7040ms, {}, 40ms).decode, Us(1080ms));
        QCOMPARE(line.place(1, 50s, {}, 20ms).decode, Us(1120ms)); // and forward, a lost hour
        QCOMPARE(line.place(0, 50020ms, {}, 40ms).decode, Us(1140ms));
    }
    void aGapOfASecondIsNoJump()
    {
        PacketTimeline line;
        line.place(0, 10s, {}, 40ms);
        QCOMPARE(line.place(0, 11s, {}, 40ms).decode, Us(2s));
    }
    void whatGoesALittleBackStillRises()
    {
        PacketTimeline line;
        line.place(0, 10s, {}, 40ms);
        const auto back = line.place(0, 9900ms, 9900ms, 40ms);
        QVERIFY(back.decode > Us(1s) && back.decode < Us(1001ms));
        QVERIFY(back.shown >= back.decode);
    }
    void packetsWithoutTimesFollowEachOther()
    {
        PacketTimeline line;
        line.place(0, 10s, {}, 40ms);
        QCOMPARE(line.place(0, {}, {}, 40ms).decode, Us(1040ms));
        QCOMPARE(line.place(0, {}, {}, 40ms).decode, Us(1080ms));
    }
    void aSourceThatBeginsAgainHasNoSeam()
    {
        PacketTimeline line;
        for (int pass = 0; pass < 3; ++pass) {
            for (int i = 0; i < 10; ++i) {
                const Us decode = line.place(0, i * 40ms - 80ms, i * 40ms, 40ms).decode;
                QCOMPARE(decode, Us(1s + pass * 400ms + i * 40ms));
                line.place(1, i * 40ms - 80ms, {}, 40ms);
            }
            line.beginAgain();
        }
    }

    void rtpHeadsAreReadWholeOrNotAtAll()
    {
        std::vector<std::byte> datagram(12 + 4 + 8 + 188 + 3);
        datagram[0] = std::byte(0x80 | 0x20 | 0x10 | 1); // padding, extension, one contributing source
        datagram[2] = std::byte(0x12);
        datagram[3] = std::byte(0x34);
        datagram[12 + 4 + 3] = std::byte(1); // one word of extension
        datagram[24] = std::byte(0x47);
        datagram.back() = std::byte(3);
        const auto packet = RtpPacket::parse(datagram);
        QVERIFY(packet);
        QCOMPARE(int(packet->sequence), 0x1234);
        QCOMPARE(packet->payload.size(), std::size_t(188));
        QCOMPARE(packet->payload[0], std::byte(0x47));
        for (std::size_t size = 0; size < 24; ++size)
            QVERIFY(!RtpPacket::parse(std::span(datagram).first(size)));
        datagram.back() = std::byte(255); // more padding than there is
        QVERIFY(!RtpPacket::parse(datagram));
        datagram[0] = std::byte(0x47);
        QVERIFY(!RtpPacket::parse(datagram));
    }

    void aPlaylistMayPointToHttpOnly_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("below") << QByteArray("seg1.ts") << QString();
        QTest::newRow("a time in its name") << QByteArray("seg-12:30:01.ts") << QString();
        QTest::newRow("https") << QByteArray("https://cdn/seg1.ts") << QString();
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << QStringLiteral("file");
        QTest::newRow("FILE") << QByteArray("FILE:///etc/passwd") << QStringLiteral("file");
        QTest::newRow("concat") << QByteArray("concat:/etc/passwd|a.ts") << QStringLiteral("concat");
        QTest::newRow("data") << QByteArray("data:text/plain,x") << QStringLiteral("data");
        QTest::newRow("subfile") << QByteArray("subfile,,start,0,end,9,,:/etc/passwd") << QStringLiteral("subfile");
        QTest::newRow("map") << QByteArray("#EXT-X-MAP:URI='file:///etc/passwd'").replace('\'', '"')
                             << QStringLiteral("file");
    }
    void aPlaylistMayPointToHttpOnly()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, scheme);
        const auto found = forbiddenScheme("#EXTM3U\n#EXTINF:2,\n" + line + "\r\n");
        QCOMPARE(found.value_or(QString()), scheme);
    }
};

QTEST_GUILESS_MAIN(PacketTimelineTest)
#include "packet_timeline_test.moc"
