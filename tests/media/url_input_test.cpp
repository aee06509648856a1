// Every carrier that is not SRT, from a real sender over the loopback to transport packets.

#include "support/url_stage.h"

#include <QTest>

using namespace gantry::media;
using namespace gantry::media::loopback;

namespace {

// Packets in their order, times that rise without a seam, a clock that is behind the pictures.
void checkContinuous(const TsReading &ts, std::chrono::microseconds largestStep)
{
    QCOMPARE(ts.continuityFaults, 0);
    QCOMPARE(ts.lostSync, 0);
    QCOMPARE(ts.streams.size(), std::size_t(2));
    for (const auto &[pid, stream] : ts.streams) {
        for (std::size_t i = 1; i < stream.decode.size(); ++i) {
            const auto step = stream.decode[i] - stream.decode[i - 1];
            QVERIFY2(step > 0us && step <= largestStep,
                     qPrintable(QStringLiteral("pid %1: %2 us").arg(pid).arg(step.count())));
            QVERIFY(stream.shown[i] >= stream.decode[i]);
        }
    }
    QVERIFY(ts.clock.size() > 2);
    for (std::size_t i = 1; i < ts.clock.size(); ++i)
        QVERIFY(ts.clock[i] > ts.clock[i - 1] && ts.clock[i] - ts.clock[i - 1] < 150ms);
}

std::chrono::microseconds span(const TsReading &ts)
{
    if (ts.streams.empty() || ts.streams.begin()->second.decode.empty())
        return 0us;
    const auto &decode = ts.streams.begin()->second.decode;
    return decode.back() - decode.front();
}

// An RTSP server that knows one path and plays transport packets inside its own connection (RFC 2326, 10.12).
ScriptedServer::Script rtsp(const QByteArray &ts)
{
    return [ts](ScriptedServer::Connection &connection) {
        for (;;) {
            const QByteArray head = connection.head();
            if (head.isEmpty())
                return;
            const QByteArray verb = head.split(' ').value(0);
            QByteArray number = "0";
            for (const QByteArray &line : head.split('\n'))
                if (line.toLower().startsWith("cseq:"))
                    number = line.mid(5).trimmed();
            QByteArray answer = "RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\nSession: 1\r\n";
            if (verb == "DESCRIBE") {
                const QByteArray sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 33\r\n"
                                       "c=IN IP4 0.0.0.0\r\na=control:track1\r\n";
                answer += "Content-Type: application/sdp\r\nContent-Length: " + QByteArray::number(sdp.size()) +
                          "\r\n\r\n" + sdp;
            } else if (verb == "SETUP") {
                answer += "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
            } else if (verb == "OPTIONS") {
                answer += "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
            } else {
                answer += "\r\n";
            }
            if (!connection.send(answer))
                return;
            if (verb == "PLAY")
                break;
        }
        constexpr qsizetype size = 7 * 188;
        quint16 sequence = 1;
        for (qsizetype at = 0; at + size <= ts.size() && connection.wait(8); at += size, ++sequence) {
            QByteArray packet(4 + 12, '\0');
            packet[0] = '$';
            packet[2] = char((size + 12) >> 8);
            packet[3] = char((size + 12) & 0xff);
            packet[4] = char(0x80);
            packet[5] = 33;
            packet[6] = char(sequence >> 8);
            packet[7] = char(sequence & 0xff);
            const quint32 stamp = quint32(sequence) * 720;
            for (int i = 0; i < 4; ++i)
                packet[8 + i] = char(stamp >> (24 - 8 * i));
            packet[15] = 7;
            if (!connection.send(packet + ts.mid(at, size)))
                return;
        }
    };
}

std::uint16_t freeTcpPort()
{
    return ScriptedServer([](ScriptedServer::Connection &) {}).port();
}

} // namespace

class UrlInputTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clips> m_clips;

private Q_SLOTS:
    void initTestCase() { m_clips = std::make_unique<Clips>(); }

    void aLivePlaylistComesInRealTimeAndNotInBursts()
    {
        ScriptedServer server(http(GrowingFeed(*m_clips, Clips::seconds - 1)));
        Reader reader(urlOf(server.url(QStringLiteral("/live/../live.m3u8?token=canary"))));
        QVERIFY2(reader.connects(), reader.fault ? qPrintable(reader.fault->text()) : "");
        QVERIFY(!reader.input->isSendersTransport());
        const auto begun = Clock::now();
        reader.readFor(5s);
        QVERIFY(!reader.fault);
        const LinkSample link = reader.link();
        QCOMPARE(link.carrier.value(), QStringLiteral("HLS"));
        QVERIFY(!link.roundTrip && !link.latency && !link.buffered && !link.receiveRate);
        QVERIFY(link.peer.startsWith(QStringLiteral("127.0.0.1:")) && !link.peer.contains(QStringLiteral("canary")));
        checkContinuous(reader.ts, 150ms);
        // As much of the programme as of the clock on the wall, and never a pause as long as a segment.
        const auto shown = span(reader.ts);
        const auto passed = Clock::now() - begun;
        QVERIFY2(shown > passed - 1500ms && shown < passed + 500ms, qPrintable(QString::number(shown.count())));
        QVERIFY(reader.longestPause < 800ms);
    }
    void aPlaylistThatEndsIsSaidAndBeginsAgain()
    {
        ScriptedServer server(http([this](const QByteArray &path) {
            return path == "/vod.m3u8" ? HttpAnswer{playlist(0, 2, "#EXT-X-ENDLIST\n"), "200 OK", {}}
                                       : m_clips->answer(path);
        }));
        Reader reader(urlOf(server.url(QStringLiteral("/vod.m3u8"))));
        for (int pass = 0; pass < 2; ++pass) {
            reader.ts = {};
            QVERIFY(reader.connects());
            reader.fault.reset();
            const auto begun = Clock::now();
            reader.readFor(15s);
            QVERIFY(reader.fault);
            QCOMPARE(reader.fault->kind, Error::Kind::ConnectionLost);
            QVERIFY(reader.fault->text().contains(QStringLiteral("ended")));
            QVERIFY(Clock::now() - begun > 1500ms);
            QVERIFY(span(reader.ts) > 1700ms); // to its very end
        }
    }
    void theTimesOfADiscontinuityContinue()
    {
        ScriptedServer server(http([this](const QByteArray &path) {
            if (path != "/vod.m3u8")
                return m_clips->answer(path);
            return HttpAnswer{playlist(6, 2) + "#EXT-X-DISCONTINUITY\n#EXTINF:1,\nhls0.ts\n#EXTINF:1,\nhls1.ts\n"
                                               "#EXT-X-ENDLIST\n",
                              "200 OK",
                              {}};
        }));
        Reader reader(urlOf(server.url(QStringLiteral("/vod.m3u8"))));
        QVERIFY(reader.connects());
        reader.readFor(20s);
        QVERIFY(reader.fault);
        checkContinuous(reader.ts, 200ms);
        QVERIFY(span(reader.ts) > 3500ms);
    }
    void ofSeveralVariantsTheBestIsFetchedAlone()
    {
        std::atomic<int> poor{0};
        ScriptedServer server(http([&](const QByteArray &path) -> HttpAnswer {
            if (path == "/master.m3u8")
                return {"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000,RESOLUTION=160x90\n/poor.m3u8\n"
                        "#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=320x180\n/rich.m3u8\n"};
            if (path == "/rich.m3u8")
                return {playlist(0, 6, "#EXT-X-ENDLIST\n")};
            if (path == "/poor.m3u8")
                return {playlist(0, 6, "#EXT-X-ENDLIST\n").replace("hls", "poor/hls")};
            poor += path.startsWith("/poor/") ? 1 : 0;
            return m_clips->answer(QByteArray(path).replace("/poor", ""));
        }));
        Reader reader(urlOf(server.url(QStringLiteral("/master.m3u8"))));
        QVERIFY(reader.connects());
        reader.readFor(2s);
        QVERIFY(!reader.fault);
        checkContinuous(reader.ts, 150ms);
        QVERIFY2(poor <= 2, qPrintable(QString::number(poor))); // looked at, not fetched on
    }
    void aNameAndAPasswordOpenWhatIsLocked()
    {
        ScriptedServer server([this](ScriptedServer::Connection &connection) {
            const QByteArray head = connection.head();
            const QByteArray path = head.split(' ').value(1);
            if (!head.contains("Authorization: Basic " + QByteArray("me:can@ary").toBase64()))
                reply(connection, {{}, "401 Unauthorized", "WWW-Authenticate: Basic realm='x'\r\n"});
            else if (path == "/vod.m3u8")
                reply(connection, {playlist(0, 3, "#EXT-X-ENDLIST\n"), "200 OK", {}});
            else
                reply(connection, m_clips->answer(path));
        });
        const UrlAddress locked = urlOf(server.url(QStringLiteral("/vod.m3u8")));
        Reader without(locked);
        QVERIFY(!without.connects());
        QVERIFY(without.fault && without.fault->text().contains(QStringLiteral("HTTP 401")));
        Reader with(*locked.withSecret("me:can@ary"));
        QVERIFY2(with.connects(), with.fault ? qPrintable(with.fault->text()) : "");
        const LinkSample link = with.link();
        QVERIFY(!link.peer.contains(QStringLiteral("ary")));
    }
    void anEncryptedPlaylistIsDecrypted()
    {
        const auto write = [this](const char *name, const QByteArray &text) {
            QFile file(m_clips->path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("aes.key", QByteArray("sixteen letters!"));
        write("aes.info", "aes.key\n" + m_clips->path("aes.key").toUtf8() + "\n");
        Clips::run(QStringList{QStringLiteral("-i"), m_clips->path("short.ts")} +
                   Clips::words("-c copy -f hls -hls_time 1 -hls_key_info_file") +
                   QStringList{m_clips->path("aes.info"), m_clips->path("aes.m3u8")});
        ScriptedServer server(http([this](const QByteArray &path) { return m_clips->answer(path); }));
        Reader reader(urlOf(server.url(QStringLiteral("/aes.m3u8"))));
        QVERIFY2(reader.connects(), reader.fault ? qPrintable(reader.fault->text()) : "");
        reader.readFor(1s);
        checkContinuous(reader.ts, 150ms);
    }
    void dashComesAsWell()
    {
        ScriptedServer server(http([this](const QByteArray &path) { return m_clips->answer(path); }));
        Reader reader(urlOf(server.url(QStringLiteral("/a.mpd"))));
        QVERIFY2(reader.connects(), reader.fault ? qPrintable(reader.fault->text()) : "");
        reader.readFor(3s);
        QVERIFY(!reader.fault);
        QCOMPARE(reader.link().carrier.value(), QStringLiteral("DASH"));
        checkContinuous(reader.ts, 150ms);
        QVERIFY(span(reader.ts) > 2s && span(reader.ts) < 4s);
    }
    void rtmpComesAsWellAndItsEndIsSaid()
    {
        const QString url = QStringLiteral("rtmp://127.0.0.1:%1/live/canary").arg(freeTcpPort());
        auto sending = std::make_unique<Sending>(
            QStringList{QStringLiteral("-re"), QStringLiteral("-i"), m_clips->path("all.ts")} +
            Clips::words("-c copy -f flv -listen 1") + QStringList{url});
        Reader reader(urlOf(url));
        QVERIFY2(waitUntil([&] { return reader.connects(); }, 20s),
                 reader.fault ? qPrintable(reader.fault->text()) : "");
        reader.fault.reset();
        reader.readFor(3s);
        QVERIFY(!reader.fault);
        QCOMPARE(reader.link().carrier.value(), QStringLiteral("RTMP"));
        checkContinuous(reader.ts, 200ms);
        sending.reset();
        reader.readFor(10s);
        QVERIFY(reader.fault);
        QCOMPARE(reader.fault->kind, Error::Kind::ConnectionLost);
        QVERIFY(!(reader.fault->text() + reader.fault->advice).contains(QStringLiteral("canary")));
    }
    void rtspComesAsWell()
    {
        ScriptedServer server(rtsp(m_clips->content(QStringLiteral("all.ts"))));
        Reader reader(urlOf(server.url(QStringLiteral("/stage"), QStringLiteral("rtsp"))));
        QVERIFY2(reader.connects(), reader.fault ? qPrintable(reader.fault->text()) : "");
        reader.readFor(2s);
        QVERIFY(!reader.fault);
        QCOMPARE(reader.link().carrier.value(), QStringLiteral("RTSP"));
        QVERIFY(reader.ts.bytes > 20'000);
        checkContinuous(reader.ts, 200ms);
    }
    void aFileGoesRoundWithoutASeam_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("MP4") << QStringLiteral("short.mp4");
        QTest::newRow("MPEG-TS") << QStringLiteral("short.ts");
    }
    void aFileGoesRoundWithoutASeam()
    {
        QFETCH(QString, name);
        Reader reader(urlOf(QStringLiteral("file://") + m_clips->path(name)));
        QVERIFY(reader.connects());
        const auto begun = Clock::now();
        reader.readFor(12s,
                       [&] { return span(reader.ts) > 6500ms; }); // three times two seconds and a part of the fourth
        QVERIFY(Clock::now() - begun > 6s);                       // in real time
        QVERIFY(!reader.fault);
        QCOMPARE(reader.link().carrier.value(), QStringLiteral("file"));
        checkContinuous(reader.ts, 160ms);
    }
    void udpPassesTheSendersBytesThrough_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("format");
        QTest::newRow("UDP") << QStringLiteral("udp") << QStringLiteral("mpegts");
        QTest::newRow("RTP") << QStringLiteral("rtp") << QStringLiteral("rtp_mpegts");
    }
    void udpPassesTheSendersBytesThrough()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, format);
        const QString url = QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(freeUdpPort());
        Reader reader(urlOf(url), {.silence = 1500ms});
        QVERIFY(reader.input->isSendersTransport());
        QVERIFY(!*reader.input->step());
        QVERIFY(!reader.input->isConnecting()); // it waits for a sender
        auto sending = std::make_unique<Sending>(
            QStringList{QStringLiteral("-re"), QStringLiteral("-i"), m_clips->path("all.ts"), QStringLiteral("-c"),
                        QStringLiteral("copy"), QStringLiteral("-f"), format, url + QStringLiteral("?pkt_size=1316")});
        QVERIFY(reader.connects());
        reader.readFor(3s);
        QVERIFY(!reader.fault);
        checkContinuous(reader.ts, 500ms); // as the sender made it
        const LinkSample link = reader.link();
        QCOMPARE(link.carrier.value(), QString::fromLatin1(qstrcmp(qPrintable(scheme), "udp") == 0 ? "UDP" : "RTP"));
        QVERIFY(link.total.received > 20);
        QCOMPARE(link.total.dropped, 0);
        QVERIFY(link.receiveRate->value > 100'000);
        QVERIFY(!link.roundTrip && !link.latency);
        sending.reset();
        reader.readFor(5s);
        QVERIFY(reader.fault);
        QCOMPARE(reader.fault->kind, Error::Kind::Silent);
        QVERIFY(!*reader.input->step()); // and waits for the next
    }
};

QTEST_GUILESS_MAIN(UrlInputTest)
#include "url_input_test.moc"
