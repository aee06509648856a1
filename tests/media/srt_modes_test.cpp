// Every way in which two ends can meet, and what they then say of each other.

#include "media/input/srt_library.h"
#include "support/srt_ends.h"

#include <QTest>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace std::chrono_literals;

namespace {

std::array<std::byte, 1500> buffer;

} // namespace

class SrtModesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothEndsOfARendezvousFindEachOther()
    {
        // Two computers have the same port each; here two addresses of one computer do.
        auto here = caller(freeUdpPort());
        here.mode = SrtAddress::Mode::Rendezvous;
        auto there = here;
        here.adapter = there.host = QStringLiteral("127.0.0.2");
        there.adapter = here.host = QStringLiteral("127.0.0.1");
        here.passphrase = there.passphrase = "canary-secret-1";
        SrtInput input(here);
        SrtOutput output(there);
        QVERIFY(join(input, output, 5s));
        const std::vector<std::byte> message(1316, std::byte{9});
        QVERIFY(waitUntil(
            [&] {
                output.send(message);
                const auto read = input.read(buffer);
                return read && *read == message.size() && buffer[0] == std::byte{9};
            },
            3s));
        LinkSample sample;
        input.measure(sample);
        QVERIFY(sample.encrypted);
    }
    void ipv6WorksAsIpv4Does()
    {
        auto here = listener(freeUdpPort());
        here.host = QStringLiteral("::1");
        auto there = here;
        there.mode = SrtAddress::Mode::Caller;
        SrtInput input(here);
        if (const auto step = input.step(); !step)
            QSKIP(qPrintable(QStringLiteral("no IPv6 loopback here: ") + step.error().text()));
        SrtOutput output(there);
        QVERIFY(join(input, output, 3s));
        LinkSample sample;
        input.measure(sample);
        QVERIFY2(sample.peer.startsWith(QStringLiteral("[::1]:")), qPrintable(sample.peer));
    }
    void noHostListensToBothFamilies()
    {
        for (const QString &host : {QStringLiteral("127.0.0.1"), QStringLiteral("::1")}) {
            auto here = listener(freeUdpPort());
            here.host.clear();
            auto there = caller(here.port);
            there.host = host;
            SrtInput input(here);
            SrtOutput output(there);
            if (!join(input, output, 3s) && host == QStringLiteral("::1"))
                QSKIP("no IPv6 loopback here");
            QVERIFY(output.isConnected());
            LinkSample sample;
            input.measure(sample);
            QVERIFY2(sample.peer.startsWith(there.place().section(u':', 0, -2)), qPrintable(sample.peer));
        }
    }
    void whatBothEndsAgreedOnIsMeasured()
    {
        auto here = listener(freeUdpPort());
        auto there = caller(here.port);
        here.latency = 300ms;
        here.peerLatency = 80ms;
        there.latency = 90ms; // what we send, nothing, would be delivered with
        there.peerLatency = 200ms;
        there.keyBits = 256;
        there.filter = QStringLiteral("fec,cols:4,rows:1");
        there.streamId = QStringLiteral("#!::r=cam1,m=publish");
        here.passphrase = there.passphrase = "canary-secret-1";
        SrtInput input(here);
        SrtOutput output(there);
        QVERIFY(join(input, output, 3s));
        LinkSample sample;
        input.measure(sample);
        QCOMPARE(sample.latency.value(), 300ms);    // the larger of ours and what the sender asks for us
        QCOMPARE(sample.peerLatency.value(), 90ms); // the larger of the sender's and what we ask for it
        QCOMPARE(sample.keyBits.value(), 256);
        QCOMPARE(sample.streamId.value(), there.streamId);
        QVERIFY2(sample.filter.value().startsWith(QStringLiteral("fec,")), qPrintable(*sample.filter));
        QVERIFY(sample.filter->contains(QStringLiteral("cols:4")));
        QCOMPARE(sample.rebuilt.value(), std::int64_t(0));
    }
    void everyKeyLengthEncrypts_data()
    {
        QTest::addColumn<int>("bits");
        for (const int bits : {128, 192, 256})
            QTest::addRow("%d", bits) << bits;
    }
    void everyKeyLengthEncrypts()
    {
        QFETCH(int, bits);
        auto here = listener(freeUdpPort());
        auto there = caller(here.port);
        here.passphrase = there.passphrase = "canary-secret-1";
        there.keyBits = bits;
        SrtInput input(here);
        SrtOutput output(there);
        QVERIFY(join(input, output, 3s));
        LinkSample sample;
        input.measure(sample);
        QCOMPARE(sample.keyBits.value(), bits);
    }
    void aPassphraseOfAWrongLengthIsSaidBeforeAnythingIsTried()
    {
        auto address = caller(9000);
        address.passphrase = "too short";
        const auto step = SrtInput(address).step();
        QVERIFY(!step);
        QCOMPARE(step.error().kind, Error::Kind::AddressInvalid);
        QVERIFY(step.error().text().contains(QStringLiteral("10 to 80 bytes")));
        QVERIFY(!step.error().text().contains(QStringLiteral("too short")));
    }
    void bondedLinksAreUsedOrRefusedInOneSentence()
    {
        auto address = caller(freeUdpPort());
        address.bonding = SrtAddress::Bonding::Broadcast;
        address.links = {{QStringLiteral("127.0.0.2"), address.port}};
        SrtInput input(address);
        if (!srtHasGroups()) {
            const auto step = input.step();
            QVERIFY(!step);
            QVERIFY(step.error().text().contains(QStringLiteral("libsrt is built without")));
            QVERIFY(step.error().advice.contains(QStringLiteral("one link")));
            return;
        }
        auto here = listener(address.port);
        here.host.clear();
        here.bonding = SrtAddress::Bonding::Broadcast;
        SrtInput receiving(here);
        SrtOutput sending(address);
        QVERIFY(join(receiving, sending, 3s));
        const std::vector<std::byte> message(1316, std::byte{4});
        int got = 0;
        LinkSample sample;
        QVERIFY(waitUntil(
            [&] {
                sending.send(message);
                const auto read = receiving.read(buffer);
                got += read && *read > 0;
                receiving.measure(sample);
                return got > 20 && sample.latency;
            },
            5s));
        QCOMPARE(sample.total.dropped, std::int64_t(0));
        QVERIFY(sample.roundTrip);
        QVERIFY(!receiving.takeTurnedAway());
    }
};

QTEST_GUILESS_MAIN(SrtModesTest)
#include "srt_modes_test.moc"
