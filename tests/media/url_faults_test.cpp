// What servers, networks and playlists do wrong, by accident or on purpose: each is told apart, nothing hangs, nothing
// leaks.

#include "media/input/datagram_input.h"
#include "support/tls_server.h"
#include "support/url_stage.h"

#include <QTest>

#include <dlfcn.h>

#include <algorithm>

using namespace gantry::media;
using namespace gantry::media::loopback;

namespace {

constexpr UrlPatience impatient{.open = 2500ms, .silence = 1500ms, .segment = 2500ms};

QString said(const Error &error)
{
    return error.text() + QLatin1Char(' ') + error.advice;
}

} // namespace

class UrlFaultsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clips> m_clips;

    // Connects or not, reads on if so; returns the fault at the end.
    std::optional<Error> faultOf(const UrlAddress &address, std::chrono::milliseconds atMost = 12s)
    {
        Reader reader(address, impatient);
        if (reader.connects(atMost))
            reader.readFor(atMost);
        return reader.fault;
    }
    std::optional<Error> faultOf(const QString &url) { return faultOf(urlOf(url)); }

private Q_SLOTS:
    void initTestCase() { m_clips = std::make_unique<Clips>(); }

    void whatTheServerAnswersIsNamed_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("needsHands");
        QTest::newRow("401") << QByteArray("401 Unauthorized") << QStringLiteral("HTTP 401") << true;
        QTest::newRow("403") << QByteArray("403 Forbidden") << QStringLiteral("HTTP 403") << true;
        QTest::newRow("404") << QByteArray("404 Not Found") << QStringLiteral("HTTP 404") << false;
        QTest::newRow("410") << QByteArray("410 Gone") << QStringLiteral("HTTP 4xx") << true;
        QTest::newRow("503") << QByteArray("503 Unavailable") << QStringLiteral("HTTP 5xx") << false;
    }
    void whatTheServerAnswersIsNamed()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, named);
        QFETCH(bool, needsHands);
        ScriptedServer server(http([&](const QByteArray &) { return HttpAnswer{{}, status, {}}; }));
        const auto fault = faultOf(server.url(QStringLiteral("/a.m3u8?token=canary")));
        QVERIFY(fault);
        QCOMPARE(fault->kind, needsHands ? Error::Kind::Rejected : Error::Kind::Refused);
        QVERIFY2(fault->text().contains(named), qPrintable(said(*fault)));
        QVERIFY(!said(*fault).contains(QStringLiteral("canary")));
    }
    void nobodyThereIsRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("url");
        const auto port = ScriptedServer([](ScriptedServer::Connection &) {}).port();
        for (const char *form : {"http://127.0.0.1:%1/a.m3u8", "https://127.0.0.1:%1/a.m3u8", "rtmp://127.0.0.1:%1/a/b",
                                 "rtsp://127.0.0.1:%1/a"})
            QTest::newRow(form) << QString::fromLatin1(form).arg(port);
    }
    void nobodyThereIsRefusedAtOnce()
    {
        QFETCH(QString, url);
        const auto begun = Clock::now();
        const auto fault = faultOf(url);
        QVERIFY(fault);
        QVERIFY2(fault->kind == Error::Kind::Refused, qPrintable(said(*fault)));
        QVERIFY(Clock::now() - begun < 2s);
    }
    void aHostThatDoesNotExistIsTold()
    {
        Reader reader(urlOf(QStringLiteral("http://no-such-host.invalid/a.m3u8")), impatient);
        QVERIFY(!reader.connects(20s));
        QVERIFY(reader.fault);
        QCOMPARE(reader.fault->kind, Error::Kind::HostUnknown);
    }
    void whatSpeaksNoTlsIsTold()
    {
        ScriptedServer server(
            [](ScriptedServer::Connection &connection) { connection.send("hello, I am no TLS\r\n\r\n"); });
        const auto fault = faultOf(server.url(QStringLiteral("/a.m3u8"), QStringLiteral("https")));
        QVERIFY(fault);
        QVERIFY2(fault->text().contains(QStringLiteral("TLS")), qPrintable(said(*fault)));
    }
    void aCertificateThatNobodyTrustsIsRefused()
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      Clips::words("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext "
                                   "subjectAltName=IP:127.0.0.1 -keyout") +
                          QStringList{m_clips->path("key.pem"), QStringLiteral("-out"), m_clips->path("cert.pem")});
        if (!openssl.waitForFinished(20000) || openssl.exitCode() != 0)
            QSKIP("there is no openssl program");
        TlsServer server(m_clips->path("cert.pem"), m_clips->path("key.pem"), [&](const QByteArray &path) {
            return path == "/tls.m3u8" ? HttpAnswer{playlist(0, 3, "#EXT-X-ENDLIST\n"), "200 OK", {}}
                                       : m_clips->answer(path);
        });
        const QString url = server.url(QStringLiteral("/tls.m3u8"));
        const auto fault = faultOf(url);
        QVERIFY(fault);
        QVERIFY2(fault->text().contains(QStringLiteral("TLS")), qPrintable(said(*fault)));
        // The same server, once its certificate is among the trusted ones.
        qputenv("SSL_CERT_FILE", m_clips->path("cert.pem").toUtf8());
        Reader reader(urlOf(url), impatient);
        const bool connected = reader.connects();
        qunsetenv("SSL_CERT_FILE");
        QVERIFY2(connected, reader.fault ? qPrintable(said(*reader.fault)) : "");
        QVERIFY(reader.link().encrypted);
    }
    void whatIsNoPlaylistIsTold()
    {
        ScriptedServer server(http([](const QByteArray &) { return HttpAnswer{QByteArray(4000, 'x'), "200 OK", {}}; }));
        for (const char *path : {"/a.m3u8", "/a.mpd", "/a"}) {
            const auto fault = faultOf(server.url(QString::fromLatin1(path)));
            QVERIFY(fault);
            QVERIFY2(fault->kind == Error::Kind::NotTransportStream, qPrintable(said(*fault)));
        }
    }
    void severalDashFeedsDoNotEndEachOthersReader()
    {
        // libavformat would end libxml2 for all of them after each manifest: it must find our function instead.
        Dl_info where{};
        void *found = ::dlsym(RTLD_DEFAULT, "xmlCleanupParser");
        QVERIFY(found && ::dladdr(found, &where) != 0);
        QVERIFY2(!QByteArray(where.dli_fname).contains("libxml2"), where.dli_fname);
        ScriptedServer server(http([&](const QByteArray &path) { return m_clips->answer(path); }));
        std::vector<std::unique_ptr<Reader>> readers;
        for (int i = 0; i < 4; ++i)
            readers.push_back(std::make_unique<Reader>(urlOf(server.url(QStringLiteral("/a.mpd")))));
        std::vector<bool> connected(4);
        QVERIFY(waitUntil(
            [&] {
                for (std::size_t i = 0; i < readers.size(); ++i)
                    connected[i] = connected[i] || readers[i]->connects(20ms);
                return std::ranges::all_of(connected, [](bool each) { return each; });
            },
            20s));
    }
    void aPlaylistFromTheNetworkOpensNothingElse_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *line, const char *named) {
            QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(named);
        };
        row("file:///etc/passwd", "file");
        row("concat:/etc/passwd|/etc/hosts", "concat");
        row("subfile,,start,0,end,100,,:/etc/passwd", "subfile");
        row("data:video/mp2t;base64,R0AAEA==", "data");
        row("pipe:0", "pipe");
        row("tcp://127.0.0.1:1", "tcp");
    }
    void aPlaylistFromTheNetworkOpensNothingElse()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, named);
        ScriptedServer server(http([&](const QByteArray &) {
            return HttpAnswer{
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + line + "\n#EXT-X-ENDLIST\n", "200 OK", {}};
        }));
        const auto begun = Clock::now();
        const auto fault = faultOf(server.url(QStringLiteral("/a.m3u8")));
        QVERIFY(fault);
        QVERIFY2(fault->text().contains(named) && !fault->text().contains(QStringLiteral("passwd")),
                 qPrintable(said(*fault)));
        QVERIFY(Clock::now() - begun < 2s);
    }
    void aClipOnDiskIsNotReachedByANetworkPlaylist()
    {
        // The file would play well: only the rule keeps it out, in the playlist, in a variant, in a map and by
        // redirection.
        const QByteArray file = "file://" + m_clips->path("all.ts").toUtf8();
        const QList<QByteArray> bodies{
            "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + file + "\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + file + "\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXT-X-MAP:URI=\"" + file + "\"\n#EXTINF:9,\nhls0.ts\n#EXT-X-ENDLIST\n",
            "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" "
            "mediaPresentationDuration=\"PT9S\"><Period><AdaptationSet contentType=\"video\"><Representation id=\"0\" "
            "bandwidth=\"9\"><BaseURL>" +
                file + "</BaseURL></Representation></AdaptationSet></Period></MPD>"};
        for (const QByteArray &body : bodies) {
            ScriptedServer server(http([&](const QByteArray &path) {
                return path == "/hls0.ts" ? m_clips->answer(path) : HttpAnswer{body, "200 OK", {}};
            }));
            Reader reader(
                urlOf(server.url(body.startsWith('<') ? QStringLiteral("/a.mpd") : QStringLiteral("/a.m3u8"))),
                impatient);
            QVERIFY2(!reader.connects(), body.constData());
            QVERIFY(reader.fault);
        }
        ScriptedServer server(http([&](const QByteArray &) {
            return HttpAnswer{{}, "302 Found", "Location: " + file + "\r\n"};
        }));
        QVERIFY(faultOf(server.url(QStringLiteral("/a.m3u8"))));
    }
    void aPlaylistWithoutAnEndIsCutOff()
    {
        ScriptedServer server([](ScriptedServer::Connection &connection) {
            connection.head();
            connection.send("HTTP/1.1 200 OK\r\n\r\n#EXTM3U\n#EXT-X-TARGETDURATION:1\n");
            const QByteArray lines = QByteArray("#EXTINF:1,\nhls0.ts\n").repeated(1000);
            while (connection.send(lines)) {
            }
        });
        Reader reader(urlOf(server.url(QStringLiteral("/a.m3u8"))), {.open = 30s});
        QVERIFY(!reader.connects(40s));
        QVERIFY2(reader.fault->text().contains(QStringLiteral("without an end")), qPrintable(said(*reader.fault)));
    }
    void aPlaylistThatWantsToBeReadWithoutAPauseIsReadInPeace()
    {
        std::atomic<int> asked{0};
        ScriptedServer server(http([&](const QByteArray &path) {
            if (!path.contains("m3u8"))
                return m_clips->answer(path);
            ++asked;
            return HttpAnswer{playlist(0, 4).replace("TARGETDURATION:1", "TARGETDURATION:0"), "200 OK", {}};
        }));
        Reader reader(urlOf(server.url(QStringLiteral("/live.m3u8"))), impatient);
        QVERIFY(reader.connects());
        reader.readFor(3s);
        QVERIFY2(asked < 250, qPrintable(QString::number(asked)));
    }
    void aServerThatHangsIsToldAndNeverHoldsUpTheEnd_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("after the connection") << QByteArray() << QStringLiteral("http");
        QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-") << QStringLiteral("http");
        QTest::newRow("before the body") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << QStringLiteral("http");
        QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\n\r\n#EXTM3U\n#EXTINF") << QStringLiteral("http");
        QTest::newRow("in the TLS handshake") << QByteArray() << QStringLiteral("https");
        QTest::newRow("in the RTMP handshake") << QByteArray() << QStringLiteral("rtmp");
        QTest::newRow("RTSP") << QByteArray("RTSP/1.0 200 OK\r\n") << QStringLiteral("rtsp");
    }
    void aServerThatHangsIsToldAndNeverHoldsUpTheEnd()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, scheme);
        ScriptedServer server([&](ScriptedServer::Connection &connection) {
            if (scheme != QStringLiteral("https") && scheme != QStringLiteral("rtmp"))
                connection.head();
            connection.send(before);
            connection.hang();
        });
        const UrlAddress address = urlOf(server.url(QStringLiteral("/live/a.m3u8"), scheme));
        const auto fault = faultOf(address);
        QVERIFY(fault);
        QVERIFY2(fault->kind == Error::Kind::TimedOut, qPrintable(said(*fault)));
        Reader reader(address); // ten seconds of patience
        QVERIFY(!reader.connects(600ms));
        QVERIFY(!reader.fault && reader.input->isConnecting());
        const auto begun = Clock::now();
        reader.input.reset();
        QVERIFY(Clock::now() - begun < 300ms);
    }
    void aPlaylistThatNoLongerGrowsIsTold()
    {
        ScriptedServer server(http(GrowingFeed(*m_clips, 3)));
        const auto fault = faultOf(urlOf(server.url(QStringLiteral("/live.m3u8"))), 20s);
        QVERIFY(fault);
        QCOMPARE(fault->kind, Error::Kind::Silent);
        QVERIFY2(fault->text().contains(QStringLiteral("no longer grows")), qPrintable(said(*fault)));
    }
    void segmentsThatVanishAreTheReasonThatIsSaid()
    {
        ScriptedServer server(http([&](const QByteArray &path) {
            return path == "/a.m3u8" ? HttpAnswer{playlist(0, 4), "200 OK", {}} : HttpAnswer{{}, "404 Not Found", {}};
        }));
        const auto fault = faultOf(server.url(QStringLiteral("/a.m3u8")));
        QVERIFY(fault);
        QVERIFY2(fault->text().contains(QStringLiteral("HTTP 404")), qPrintable(said(*fault)));
    }
    void aTruncatedSegmentCostsThatSegmentOnly()
    {
        ScriptedServer server(http([&](const QByteArray &path) {
            if (path == "/a.m3u8")
                return HttpAnswer{playlist(0, 4, "#EXT-X-ENDLIST\n"), "200 OK", {}};
            HttpAnswer answer = m_clips->answer(path);
            if (path == "/hls1.ts")
                answer.body.truncate(answer.body.size() / 3);
            return answer;
        }));
        Reader reader(urlOf(server.url(QStringLiteral("/a.m3u8"))), impatient);
        QVERIFY(reader.connects());
        reader.readFor(15s);
        QVERIFY(reader.fault && reader.fault->text().contains(QStringLiteral("ended")));
        QCOMPARE(reader.ts.continuityFaults, 0);
        const auto &decode = reader.ts.streams.begin()->second.decode;
        QVERIFY(decode.back() - decode.front() > 3500ms);
    }
    void aCodecWithoutAPlaceInMpegTsIsNamed()
    {
        Clips::run(Clips::words("-f lavfi -i testsrc2=size=160x90:rate=10 -t 1 -c:v mjpeg") +
                   QStringList{m_clips->path("m.mkv")});
        const auto fault = faultOf(QStringLiteral("file://") + m_clips->path("m.mkv"));
        QVERIFY(fault);
        QVERIFY2(fault->text().contains(QStringLiteral("MJPEG")), qPrintable(said(*fault)));
    }
    void aFileThatIsNotThereOrNoFileIsTold()
    {
        const auto missing = faultOf(QStringLiteral("file:///no/such/clip.mp4"));
        QVERIFY(missing);
        QCOMPARE(missing->kind, Error::Kind::Refused);
        const auto device = faultOf(QStringLiteral("file:///dev/zero"));
        QVERIFY(device);
        QCOMPARE(device->kind, Error::Kind::NotTransportStream);
        const auto text = faultOf(QStringLiteral("file:///etc/passwd"));
        QVERIFY(text);
        QCOMPARE(text->kind, Error::Kind::NotTransportStream);
    }
    void aGapInRtpIsADropAndASecondSenderIsTurnedAway()
    {
        const auto port = freeUdpPort();
        DatagramInput input(urlOf(QStringLiteral("rtp://127.0.0.1:%1").arg(port)), {});
        QVERIFY(!*input.step());
        const int first = ::socket(AF_INET, SOCK_DGRAM, 0);
        const int second = ::socket(AF_INET, SOCK_DGRAM, 0);
        const auto send = [&](int socket, int sequence) {
            sockaddr_in to{};
            to.sin_family = AF_INET;
            to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            to.sin_port = htons(port);
            QByteArray packet(12 + 188, '\x47');
            packet[0] = char(0x80);
            packet[2] = char(sequence >> 8);
            packet[3] = char(sequence);
            ::sendto(socket, packet.constData(), std::size_t(packet.size()), 0, reinterpret_cast<sockaddr *>(&to),
                     sizeof to);
        };
        send(first, 65534);
        QVERIFY(*input.step());
        std::array<std::byte, 1500> into;
        QCOMPARE(*input.read(into), std::size_t(188));
        send(first, 65535);
        send(first, 2); // 0 and 1 are missing
        send(first, 1); // comes too late
        send(second, 9);
        send(first, 3);
        std::size_t got = 0;
        for (int i = 0; i < 4; ++i)
            got += *input.read(into);
        QCOMPARE(got, std::size_t(3 * 188));
        LinkSample link;
        input.measure(link);
        QCOMPARE(link.total.received, 4);
        QCOMPARE(link.total.lost, 2);
        QCOMPARE(link.total.dropped, 2);
        QCOMPARE(link.total.belated, 1);
        QCOMPARE(input.takeTurnedAway()->kind, Error::Kind::Refused);
        ::close(first);
        ::close(second);
    }
    void aUdpPortInUseIsTold()
    {
        const QString url = QStringLiteral("udp://127.0.0.1:%1").arg(freeUdpPort());
        const auto one = urlInput(urlOf(url));
        QVERIFY(one->step());
        const auto other = urlInput(urlOf(url))->step();
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::PortInUse);
    }
};

QTEST_GUILESS_MAIN(UrlFaultsTest)
#include "url_faults_test.moc"
