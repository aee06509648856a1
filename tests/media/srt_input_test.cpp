#include "media/input/srt_input.h"

#include "media/input/srt_library.h"
#include "media/output/srt_output.h"
#include "support/media_loopback.h"

#include <QTest>

#include <array>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

// Steps an input until it connects, fails or the time is up.
Result<bool> connectWithin(MediaInput &input, std::chrono::milliseconds atMost)
{
    const auto end = Clock::now() + atMost;
    while (Clock::now() < end) {
        const auto step = input.step();
        if (!step || *step)
            return step;
    }
    return false;
}

// Steps a listener and a sender that calls it until both agree or the time is up.
bool join(MediaInput &input, SrtOutput &output, std::chrono::milliseconds atMost)
{
    bool joined = false;
    QString last;
    const bool both = waitUntil(
        [&] {
            output.keepUp(Clock::now());
            if (!joined) {
                const auto step = input.step();
                joined = step && *step;
                if (!step)
                    last = step.error().text();
            }
            return joined && output.isConnected();
        },
        atMost);
    if (!both)
        qWarning("joined %d, calling %d, listener: %s, caller: %s", int(joined), int(output.isConnected()),
                 qPrintable(last), output.fault() ? qPrintable(output.fault()->text()) : "-");
    return both;
}

std::array<std::byte, 1500> buffer;

} // namespace

class SrtInputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messagesArriveWholeAndTheLinkIsMeasured()
    {
        const auto port = freeUdpPort();
        SrtInput input(listener(port));
        SrtOutput output(caller(port));
        QVERIFY(join(input, output, 3s));
        std::vector<std::byte> message(1316, std::byte{7});
        std::size_t got = 0;
        QVERIFY(waitUntil(
            [&] {
                output.send(message);
                const auto read = input.read(buffer);
                got = read ? *read : 0;
                return got > 0;
            },
            2s));
        QCOMPARE(got, std::size_t(1316));
        QCOMPARE(buffer[1315], std::byte{7});
        LinkSample sample;
        input.measure(sample);
        QVERIFY(sample.peer.startsWith(QStringLiteral("127.0.0.1:")));
        QCOMPARE(sample.latency.value(), 120ms);
        QVERIFY(sample.roundTrip);
        QVERIFY(sample.total.received >= 1);
        QVERIFY(!sample.encrypted);
    }
    void theSamePassphraseAtBothEndsEncrypts()
    {
        const auto port = freeUdpPort();
        auto here = listener(port);
        auto there = caller(port);
        here.passphrase = there.passphrase = "canary-secret-1";
        SrtInput input(here);
        SrtOutput output(there);
        QVERIFY(join(input, output, 3s));
        LinkSample sample;
        input.measure(sample);
        QVERIFY(sample.encrypted);
    }
    void differentPassphrasesAreToldAtBothEnds_data()
    {
        QTest::addColumn<QByteArray>("listening");
        QTest::addColumn<QByteArray>("calling");
        QTest::addColumn<int>("listenerSays");
        QTest::addColumn<int>("callerSays");
        const auto wrong = int(Error::Kind::WrongPassphrase);
        const auto none = int(Error::Kind::NoPassphrase);
        QTest::newRow("differ") << QByteArray("canary-secret-1") << QByteArray("canary-secret-2") << wrong << wrong;
        QTest::newRow("missing at the caller") << QByteArray("canary-secret-1") << QByteArray() << wrong << none;
        QTest::newRow("missing at the listener") << QByteArray() << QByteArray("canary-secret-2") << none << none;
    }
    void differentPassphrasesAreToldAtBothEnds()
    {
        QFETCH(QByteArray, listening);
        QFETCH(QByteArray, calling);
        QFETCH(int, listenerSays);
        QFETCH(int, callerSays);
        const auto port = freeUdpPort();
        auto here = listener(port);
        auto there = caller(port);
        here.passphrase = listening;
        there.passphrase = calling;
        SrtInput input(here);
        SrtOutput output(there);
        std::optional<Error> refused;
        QVERIFY(waitUntil(
            [&] {
                output.keepUp(Clock::now());
                const auto step = input.step();
                if (!refused)
                    refused = input.takeTurnedAway();
                return refused && output.fault();
            },
            3s));
        QCOMPARE(int(refused->kind), listenerSays);
        QVERIFY(refused->subject.startsWith(QStringLiteral("127.0.0.1:")));
        QCOMPARE(int(output.fault()->kind), callerSays);
        for (const Error &error : {*refused, *output.fault()})
            QVERIFY(!(error.text() + error.advice).contains(QStringLiteral("canary")));
    }
    void aCallingFeedIsToldThatItsPassphraseIsWrong()
    {
        const auto port = freeUdpPort();
        auto here = listener(port);
        here.passphrase = "canary-secret-1";
        SrtInput listening(here);
        QVERIFY(!*listening.step());
        auto there = caller(port);
        there.passphrase = "canary-secret-2";
        SrtInput calling(there);
        const auto result = connectWithin(calling, 2s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::WrongPassphrase);
    }
    void aPortInUseIsToldAndHealsWhenItIsFreed()
    {
        const int other = ::socket(AF_INET, SOCK_DGRAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::bind(other, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        socklen_t size = sizeof address;
        ::getsockname(other, reinterpret_cast<sockaddr *>(&address), &size);
        SrtInput input(listener(ntohs(address.sin_port)));
        const auto first = input.step();
        QVERIFY(!first);
        QCOMPARE(first.error().kind, Error::Kind::PortInUse);
        QVERIFY(!input.step());
        ::close(other);
        const auto healed = input.step();
        QVERIFY(healed && !*healed);
    }
    void twoFeedsCannotListenOnOnePort()
    {
        const auto port = freeUdpPort();
        SrtInput first(listener(port));
        QVERIFY(first.step());
        SrtInput second(listener(port));
        const auto step = second.step();
        QVERIFY(!step);
        QCOMPARE(step.error().kind, Error::Kind::PortInUse);
    }
    void aPortThatNobodyHasIsRefusedAfterThreeSeconds()
    {
        SrtInput input(caller(freeUdpPort()));
        const auto begun = Clock::now();
        const auto result = connectWithin(input, 6s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Refused);
        QVERIFY(result.error().text().contains(QStringLiteral("Nobody listens")));
        QVERIFY(Clock::now() - begun < 5s);
    }
    void aPortThatDoesNotAnswerIsATimeOutAfterThreeSeconds()
    {
        const int mute = ::socket(AF_INET, SOCK_DGRAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::bind(mute, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        socklen_t size = sizeof address;
        ::getsockname(mute, reinterpret_cast<sockaddr *>(&address), &size);
        SrtInput input(caller(ntohs(address.sin_port)));
        const auto begun = Clock::now();
        const auto result = connectWithin(input, 6s);
        ::close(mute);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::TimedOut);
        QVERIFY(Clock::now() - begun < 5s);
    }
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
    void aHostThatDoesNotExistIsTold()
    {
        auto address = caller(9000);
        address.host = QStringLiteral("no-such-host.invalid");
        SrtInput input(address);
        const auto begun = Clock::now();
        QVERIFY(input.step() || Clock::now() - begun < 1s); // never waits for the resolver
        const auto result = connectWithin(input, 20s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::HostUnknown);
    }
    void aSecondCallerIsTurnedAwayWhileTheFirstDelivers()
    {
        const auto port = freeUdpPort();
        SrtInput input(listener(port));
        SrtOutput first(caller(port));
        QVERIFY(join(input, first, 3s));
        SrtOutput second(caller(port));
        const std::vector<std::byte> message(1316);
        QVERIFY(waitUntil(
            [&] {
                first.send(message);
                const auto read = input.read(buffer);
                second.keepUp(Clock::now());
                return !read || second.fault();
            },
            3s));
        QCOMPARE(second.fault()->kind, Error::Kind::Rejected);
        QVERIFY(second.fault()->text().contains(QStringLiteral("1409")));
        QVERIFY(second.fault()->text().contains(QStringLiteral("busy")));
        const auto said = input.takeTurnedAway();
        QVERIFY(said);
        QVERIFY(said->text().contains(QStringLiteral("second caller")));
        QVERIFY(said->subject.startsWith(QStringLiteral("127.0.0.1:")));
        QVERIFY(first.isConnected());
        QVERIFY(!input.takeReplaced());
    }
    void aSecondCallerTakesThePlaceOfASilentOne()
    {
        const auto port = freeUdpPort();
        SrtInput input(listener(port));
        SrtOutput first(caller(port));
        QVERIFY(join(input, first, 3s)); // and then says nothing, as if it had died
        SrtOutput second(caller(port));
        const std::vector<std::byte> message(1316, std::byte{2});
        const auto begun = Clock::now();
        bool replaced = false;
        QVERIFY(waitUntil(
            [&] {
                second.keepUp(Clock::now());
                if (second.isConnected())
                    second.send(message);
                const auto read = input.read(buffer);
                replaced = replaced || input.takeReplaced();
                return replaced && read && *read > 0 && buffer[0] == std::byte{2};
            },
            4s));
        QVERIFY(Clock::now() - begun < 3500ms);
    }
    void aSenderThatEndsIsAConnectionLost()
    {
        const auto port = freeUdpPort();
        SrtInput input(listener(port));
        {
            SrtOutput output(caller(port));
            QVERIFY(join(input, output, 3s));
        }
        std::optional<Error> lost;
        QVERIFY(waitUntil(
            [&] {
                const auto read = input.read(buffer);
                if (!read)
                    lost = read.error();
                return lost.has_value();
            },
            2s));
        QCOMPARE(lost->kind, Error::Kind::ConnectionLost);
        SrtOutput again(caller(port));
        QVERIFY(join(input, again, 3s));
    }
    void noStepAndNoReadWaitsLong()
    {
        const auto port = freeUdpPort();
        SrtInput input(listener(port));
        auto begun = Clock::now();
        QVERIFY(input.step());
        QVERIFY(Clock::now() - begun < 300ms);
        SrtInput calling(caller(freeUdpPort()));
        begun = Clock::now();
        QVERIFY(calling.step());
        QVERIFY(Clock::now() - begun < 300ms);
        begun = Clock::now();
        calling.close();
        input.close();
        QVERIFY(Clock::now() - begun < 100ms);
    }
};

QTEST_GUILESS_MAIN(SrtInputTest)
#include "srt_input_test.moc"
