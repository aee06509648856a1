#include "media/input/srt_input.h"

#include "media/output/srt_output.h"
#include "support/srt_ends.h"

#include <QTest>

#include <array>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace std::chrono_literals;

namespace {

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
