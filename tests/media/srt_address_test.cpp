#include "media/input/srt_address.h"

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
        row("rendezvous", QStringLiteral("srt://a:1?mode=rendezvous"), "caller or listener");
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
