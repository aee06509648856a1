#include "media/input/srt_address.h"
#include "media/input/srt_socket.h"

#include <QTest>

using namespace gantry::media;

class SrtAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHostAndAPortCall()
    {
        const auto address = SrtAddress::parse(QStringLiteral("srt://encoder.example:9000"));
        QVERIFY(address);
        QCOMPARE(address->mode, SrtAddress::Mode::Caller);
        QCOMPARE(address->host, QStringLiteral("encoder.example"));
        QCOMPARE(int(address->port), 9000);
        QCOMPARE(address->latency, std::chrono::milliseconds(120));
        QCOMPARE(address->place(), QStringLiteral("encoder.example:9000"));
    }
    void aPortAloneListens()
    {
        const auto address = SrtAddress::parse(QStringLiteral("srt://:9001"));
        QVERIFY(address);
        QCOMPARE(address->mode, SrtAddress::Mode::Listener);
        QVERIFY(address->host.isEmpty());
    }
    void aListenerMayNameItsInterface()
    {
        const auto address = SrtAddress::parse(QStringLiteral("srt://127.0.0.1:9001?mode=listener"));
        QVERIFY(address);
        QCOMPARE(address->mode, SrtAddress::Mode::Listener);
        QCOMPARE(address->host, QStringLiteral("127.0.0.1"));
    }
    void anIpv6AddressStandsInBrackets()
    {
        const auto address = SrtAddress::parse(QStringLiteral("srt://[2001:db8::1]:9000"));
        QVERIFY(address);
        QCOMPARE(address->host, QStringLiteral("2001:db8::1"));
        QCOMPARE(address->place(), QStringLiteral("[2001:db8::1]:9000"));
        QVERIFY(!SrtAddress::parse(QStringLiteral("srt://2001:db8::1:9000")));
    }
    void optionsAreReadAndPercentDecoded()
    {
        const auto address = SrtAddress::parse(
            QStringLiteral("srt://a:1?latency=250&streamid=%23!::r=live%2Fcam%201,m=publish&mode=caller"));
        QVERIFY(address);
        QCOMPARE(address->latency, std::chrono::milliseconds(250));
        QCOMPARE(address->streamId, QStringLiteral("#!::r=live/cam 1,m=publish"));
    }
    void everyOptionIsRead()
    {
        const auto address = SrtAddress::parse(
            QStringLiteral("srt://a:1?mode=caller&latency=250&peerlatency=400&keylength=256&lossmaxttl=7&rate=12000"
                           "&payloadsize=1128&packetfilter=fec,cols:10,rows:-5,layout:even,arq:onreq"
                           "&adapter=127.0.0.1&group=backup&links=b:2,[2001:db8::1]:3"));
        QVERIFY2(address, address ? "" : qPrintable(address.error().text()));
        QCOMPARE(address->peerLatency.value(), std::chrono::milliseconds(400));
        QCOMPARE(address->keyBits.value(), 256);
        QCOMPARE(address->lossMaxTtl, 7);
        QCOMPARE(address->expectedKilobits.value(), 12000);
        QCOMPARE(address->payloadSize.value(), 1128);
        QCOMPARE(address->filter, QStringLiteral("fec,cols:10,rows:-5,layout:even,arq:onreq"));
        QCOMPARE(address->adapter, QStringLiteral("127.0.0.1"));
        QCOMPARE(address->bonding, SrtAddress::Bonding::Backup);
        QCOMPARE(address->links,
                 (QList<SrtAddress::Link>{{QStringLiteral("b"), 2}, {QStringLiteral("2001:db8::1"), 3}}));
    }
    void bothEndsOfARendezvousCall()
    {
        const auto address = SrtAddress::parse(QStringLiteral("srt://a:9000?mode=rendezvous"));
        QVERIFY(address);
        QCOMPARE(address->mode, SrtAddress::Mode::Rendezvous);
    }
    void theBufferHoldsLatencyTimesRate()
    {
        using std::chrono::milliseconds;
        QCOMPARE(srtBufferPackets(milliseconds(120), std::nullopt, std::nullopt), 8192); // libsrt's own is enough
        QCOMPARE(srtBufferPackets(milliseconds(8000), 1000, std::nullopt), 8192);
        // 9 s of 100 Mbit/s and a quarter more, in packets of 1316 bytes
        QCOMPARE(srtBufferPackets(milliseconds(8000), 100'000, std::nullopt), 106'858);
        QCOMPARE(srtBufferPackets(milliseconds(8000), 100'000, 658), 213'716);
    }
    void whatIsWrongIsRefusedInOneSentence_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &url, const char *says) {
            QTest::newRow(name) << url << QString::fromLatin1(says);
        };
        row("empty", QString(), "begin with srt://");
        row("another scheme", QStringLiteral("udp://a:1"), "begin with srt://");
        row("no port", QStringLiteral("srt://a"), "one host and one port");
        row("port 0", QStringLiteral("srt://a:0"), "1 to 65535");
        row("port 65536", QStringLiteral("srt://a:65536"), "1 to 65535");
        row("signed port", QStringLiteral("srt://a:+7"), "1 to 65535");
        row("port with letters", QStringLiteral("srt://a:90x"), "1 to 65535");
        row("caller without host", QStringLiteral("srt://:9000?mode=caller"), "needs a host");
        row("no such mode", QStringLiteral("srt://a:1?mode=push"), "caller, listener or rendezvous");
        row("rendezvous without host", QStringLiteral("srt://:1?mode=rendezvous"), "needs a host");
        row("rendezvous with stream id", QStringLiteral("srt://a:1?mode=rendezvous&streamid=x"), "no stream id");
        row("peer latency 19", QStringLiteral("srt://a:1?peerlatency=19"), "20 to 8000");
        row("half a stream id", QStringLiteral("srt://a:1?streamid=%23!::cam1"), "does not go on with key=value");
        row("a key twice", QStringLiteral("srt://a:1?streamid=%23!::r=a,r=b"), "does not go on with key=value");
        row("key length 100", QStringLiteral("srt://a:1?keylength=100"), "128, 192 or 256");
        row("key length 129", QStringLiteral("srt://a:1?keylength=129"), "128, 192 or 256");
        row("lossmaxttl -1", QStringLiteral("srt://a:1?lossmaxttl=-1"), "0 to 200");
        row("rate 99", QStringLiteral("srt://a:1?rate=99"), "100 to 200000");
        row("payload 187", QStringLiteral("srt://a:1?payloadsize=187"), "188 to 1456");
        row("payload 1457", QStringLiteral("srt://a:1?payloadsize=1457"), "188 to 1456");
        row("another filter", QStringLiteral("srt://a:1?packetfilter=raid,cols:10"), "must begin with fec");
        row("filter without cols", QStringLiteral("srt://a:1?packetfilter=fec,rows:5"), "how many packets a row");
        row("filter with one col", QStringLiteral("srt://a:1?packetfilter=fec,cols:1"), "cols:1");
        row("filter with no rows", QStringLiteral("srt://a:1?packetfilter=fec,cols:10,rows:0"), "rows:0");
        row("filter of another layout", QStringLiteral("srt://a:1?packetfilter=fec,cols:10,layout:odd"), "layout:odd");
        row("filter with more", QStringLiteral("srt://a:1?packetfilter=fec,cols:10,depth:3"), "depth:3");
        row("filter twice", QStringLiteral("srt://a:1?packetfilter=fec,cols:10,cols:10"), "cols:10");
        row("adapter by name", QStringLiteral("srt://a:1?adapter=eth0"), "in digits");
        row("adapter of a listener", QStringLiteral("srt://:1?adapter=127.0.0.1"), "no adapter");
        row("a group of a kind unknown", QStringLiteral("srt://a:1?group=balancing"), "broadcast or backup");
        row("a group of one", QStringLiteral("srt://a:1?group=backup"), "second link");
        row("links without a group", QStringLiteral("srt://a:1?links=b:2"), "bonded call");
        row("a link without a port", QStringLiteral("srt://a:1?group=backup&links=b"), "cannot be read");
        row("too many links", QStringLiteral("srt://a:1?group=backup&links=b:1,c:1,d:1,e:1"), "at most 3");
        row("a group that meets", QStringLiteral("srt://a:1?mode=rendezvous&group=backup&links=b:2"), "one link");
        row("latency 19", QStringLiteral("srt://a:1?latency=19"), "20 to 8000");
        row("latency 8001", QStringLiteral("srt://a:1?latency=8001"), "20 to 8000");
        row("latency in words", QStringLiteral("srt://a:1?latency=fast"), "20 to 8000");
        row("unknown option", QStringLiteral("srt://a:1?maxbw=5"), "not known: maxbw");
        row("twice", QStringLiteral("srt://a:1?latency=20&latency=30"), "twice");
        row("half a percent", QStringLiteral("srt://a:1?streamid=%2"), "hexadecimal");
        row("not UTF-8", QStringLiteral("srt://a:1?streamid=%ff"), "hexadecimal");
        row("zero byte", QStringLiteral("srt://a:1?streamid=a%00b"), "hexadecimal");
        row("long stream id", QStringLiteral("srt://a:1?streamid=") + QString(513, u'a'), "512 bytes");
        row("long stream id in UTF-8", QStringLiteral("srt://a:1?streamid=") + QString(300, u'ä'), "512 bytes");
        row("user name", QStringLiteral("srt://bob@a:1"), "no user name");
        row("path", QStringLiteral("srt://a:1/live"), "1 to 65535");
        row("space in host", QStringLiteral("srt://a b:1"), "host name");
        row("fragment", QStringLiteral("srt://a:1#x"), "must not contain #");
    }
    void whatIsWrongIsRefusedInOneSentence()
    {
        QFETCH(QString, url);
        QFETCH(QString, says);
        const auto address = SrtAddress::parse(url);
        QVERIFY(!address);
        QCOMPARE(address.error().kind, Error::Kind::AddressInvalid);
        QVERIFY2(address.error().text().contains(says), qPrintable(address.error().text()));
        QVERIFY(!address.error().advice.isEmpty());
        QVERIFY(!address.error().text().contains(u'\n'));
    }
    void aPassphraseInTheTextIsRefusedAndNotRepeated()
    {
        const auto address = SrtAddress::parse(QStringLiteral("srt://user:hunter2@a:1?passphrase=canary-secret&x=1"));
        QVERIFY(!address);
        const auto plain = SrtAddress::parse(QStringLiteral("srt://a:1?passphrase=canary-secret"));
        QVERIFY(!plain);
        QVERIFY(plain.error().text().contains(QStringLiteral("must not stand in the address")));
        for (const Error &error : {address.error(), plain.error()}) {
            const QString all = error.text() + error.advice + error.subject;
            QVERIFY(!all.contains(QStringLiteral("canary")));
            QVERIFY(!all.contains(QStringLiteral("hunter2")));
        }
    }
};

QTEST_GUILESS_MAIN(SrtAddressTest)
#include "srt_address_test.moc"
