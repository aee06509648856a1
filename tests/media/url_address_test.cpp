#include "media/input/url_address.h"

#include <QTest>

using namespace gantry::media;
using Carrier = UrlAddress::Carrier;

class UrlAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachSchemeHasItsCarrierItsPortAndWhatIsShown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("carrier");
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *text, Carrier carrier, bool encrypted, int port, const char *place) {
            QTest::newRow(text) << QString::fromUtf8(text) << int(carrier) << encrypted << port
                                << QString::fromUtf8(place);
        };
        row("https://cdn.example/live/a.m3u8", Carrier::Web, true, 443, "cdn.example/live/a.m3u8");
        row("HTTP://cdn.example:8080/a.mpd", Carrier::Web, false, 8080, "cdn.example:8080/a.mpd");
        row("http://[2001:db8::1]:8080/a.m3u8", Carrier::Web, false, 8080, "[2001:db8::1]:8080/a.m3u8");
        row("rtmp://host/app/key", Carrier::Rtmp, false, 1935, "host/app/…");
        row("rtmps://host/app/key", Carrier::Rtmp, true, 443, "host/app/…");
        row("rtsp://camera/stream/1", Carrier::Rtsp, false, 554, "camera/stream/1");
        row("rtsp://camera", Carrier::Rtsp, false, 554, "camera");
        row("udp://239.1.1.1:5000", Carrier::Udp, false, 5000, "239.1.1.1:5000");
        row("udp://@239.1.1.1:5000", Carrier::Udp, false, 5000, "239.1.1.1:5000");
        row("udp://:5000", Carrier::Udp, false, 5000, ":5000");
        row("rtp://[ff15::1]:5004", Carrier::Rtp, false, 5004, "[ff15::1]:5004");
        row("file:///clips/a%20b.mp4", Carrier::File, false, 0, "/clips/a b.mp4");
    }
    void eachSchemeHasItsCarrierItsPortAndWhatIsShown()
    {
        QFETCH(QString, text);
        const auto address = UrlAddress::parse(text);
        QVERIFY2(address, address ? "" : qPrintable(address.error().text()));
        QTEST(int(address->carrier), "carrier");
        QTEST(address->encrypted, "encrypted");
        QTEST(int(address->port), "port");
        QTEST(address->place(), "place");
        const auto again = UrlAddress::parse(address->text()); // as a show file keeps it
        QVERIFY(again);
        QCOMPARE(*again, *address);
    }
    void whatNobodyMeantIsRefusedWithOneError_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "cdn.example/live.m3u8",
                                 "av://lavfi:testsrc",
                                 "lavfi:testsrc",
                                 "concat:/etc/passwd",
                                 "data:text/plain,hello",
                                 "subfile,,start,0,end,9,,:/etc/passwd",
                                 "crypto+https://host/a.m3u8",
                                 "pipe:0",
                                 "ftp://host/a.ts",
                                 "rtsps://host/a",
                                 "javascript://host/a",
                                 "http:/host/a.m3u8",
                                 "http://example.org",
                                 "http://example.org/",
                                 "http:///a.m3u8",
                                 "http://ho st/a.m3u8",
                                 "http://host/a b.m3u8",
                                 "http://host/a%zz.m3u8",
                                 "http://host/a%00.m3u8",
                                 "http://host/a%0",
                                 "http://host/a.m3u8#part",
                                 "http://host\\@evil/a.m3u8",
                                 "http://host:0/a.m3u8",
                                 "http://host:65536/a.m3u8",
                                 "http://host:+80/a.m3u8",
                                 "http://host:/a.m3u8",
                                 "http://a:b:c/a.m3u8",
                                 "http://[::1/a.m3u8",
                                 "http://[host]/a.m3u8",
                                 "http://[::1]80/a.m3u8",
                                 "rtmp://host",
                                 "udp://239.1.1.1",
                                 "udp://:5000/path",
                                 "udp://:5000?fifo_size=1",
                                 "udp://:5000?localaddr=x;y",
                                 "file://clips/a.mp4",
                                 "file:////server/share/a.mp4",
                                 "file:///clips/",
                                 "file:///clips/a%00.mp4",
                                 "file:///clips/a%0a.mp4"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("control letters") << QStringLiteral("http://host/a\r\nX: y.m3u8");
        QTest::newRow("too long") << QStringLiteral("http://host/") + QString(5000, u'a');
    }
    void whatNobodyMeantIsRefusedWithOneError()
    {
        QFETCH(QString, text);
        const auto address = UrlAddress::parse(text);
        QVERIFY(!address);
        QCOMPARE(address.error().kind, Error::Kind::AddressInvalid);
        QVERIFY(!address.error().tried.isEmpty() && !address.error().advice.isEmpty());
        QVERIFY(address.error().subject.size() <= 80);
    }
    void noSecretIsEverShownOrWritten()
    {
        const auto user = UrlAddress::parse(QStringLiteral("https://name:canary@host/a.m3u8"));
        QVERIFY(!user);
        QVERIFY(!(user.error().text() + user.error().advice).contains(QStringLiteral("canary")));
        const auto broken = UrlAddress::parse(QStringLiteral("https://host/ a.m3u8?token=canary"));
        QVERIFY(!broken);
        QVERIFY(!(broken.error().text() + broken.error().advice).contains(QStringLiteral("canary")));
        const auto signature = UrlAddress::parse(QStringLiteral("https://host/a.m3u8?token=canary"));
        QVERIFY(signature);
        QVERIFY(!(signature->place() + signature->text()).contains(QStringLiteral("canary")));
        QVERIFY(signature->whole().endsWith("?token=canary"));
    }
    void aSecretIsAPasswordAQueryOrTheEndOfThePath()
    {
        const auto web = UrlAddress::parse(QStringLiteral("https://host/live/a.m3u8"));
        QCOMPARE(web->withSecret("me:can@ary")->whole(), QByteArray("https://me:can%40ary@host/live/a.m3u8"));
        QCOMPARE(web->withSecret("?t=canary")->whole(), QByteArray("https://host/live/a.m3u8?t=canary"));
        QCOMPARE(*web->withSecret({}), *web);
        const auto rtmp = UrlAddress::parse(QStringLiteral("rtmp://host/live"));
        const auto keyed = rtmp->withSecret("/canary?x=1");
        QCOMPARE(keyed->whole(), QByteArray("rtmp://host/live/canary?x=1"));
        QVERIFY(!keyed->text().contains(QLatin1String("canary")));
        for (const QByteArray &secret : {QByteArray("me:canary"), QByteArray("?t=canary"), QByteArray("/canary.m3u8")})
            QVERIFY(!(web->withSecret(secret)->place() + web->withSecret(secret)->text())
                         .contains(QLatin1String("canary")));
        QVERIFY(!keyed->place().contains(QLatin1String("canary")));
    }
    void aSecretThatFitsNowhereIsRefusedWithoutBeingRepeated()
    {
        const auto web = UrlAddress::parse(QStringLiteral("https://host/live/a.m3u8"));
        const auto file = UrlAddress::parse(QStringLiteral("file:///a.ts"));
        for (const auto &refused : {web->withSecret("canary"), web->withSecret("?a=canary b"),
                                    web->withSecret("/canary\r\n"), file->withSecret("me:canary")}) {
            QVERIFY(!refused);
            QVERIFY(!(refused.error().text() + refused.error().advice).contains(QLatin1String("canary")));
        }
    }
};

QTEST_GUILESS_MAIN(UrlAddressTest)
#include "url_address_test.moc"
