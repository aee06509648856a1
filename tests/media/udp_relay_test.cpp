// The bad network that other tests are run over must itself be what it says. Time is given by hand; one test has
// sockets.

#include "support/udp_relay.h"

#include "support/media_loopback.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace gantry::relay;
using namespace std::chrono_literals;

namespace {

const Time start{1000s};
constexpr int many = 20'000;
constexpr std::size_t size = 1316;

// What comes of `count` packets, one every `every`.
std::vector<std::vector<RelayPath::Copy>> passed(RelayPath &path, int count, std::chrono::microseconds every = 1ms)
{
    std::vector<std::vector<RelayPath::Copy>> all;
    for (int i = 0; i < count; ++i)
        all.push_back(path.pass(start + i * every, size));
    return all;
}

std::vector<int> lostIn(const std::vector<std::vector<RelayPath::Copy>> &all)
{
    std::vector<int> lost;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].empty())
            lost.push_back(int(i));
    return lost;
}

double milliseconds(Time::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

class UdpRelayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodLinePassesEverythingAtOnceAndInOrder()
    {
        RelayPath path(1);
        const auto all = passed(path, 100);
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].size(), std::size_t(1));
            QCOMPARE(all[i][0].due, start + int(i) * 1ms);
            QVERIFY(!all[i][0].turnedBit);
        }
    }
    void theSameSeedLosesTheSamePackets()
    {
        RelayPath one(5, {.loss = 0.1});
        RelayPath same(5, {.loss = 0.1});
        RelayPath other(6, {.loss = 0.1});
        const auto lost = lostIn(passed(one, 1000));
        QCOMPARE(lostIn(passed(same, 1000)), lost);
        QVERIFY(lostIn(passed(other, 1000)) != lost);
    }
    void lossIsItsShare()
    {
        for (const double loss : {0.01, 0.05, 0.2}) {
            RelayPath path(2, {.loss = loss});
            const double share = double(lostIn(passed(path, many)).size()) / many;
            QVERIFY2(std::abs(share - loss) < 0.01, qPrintable(QString::number(share)));
        }
        RelayPath none(2, {.loss = 1});
        QCOMPARE(lostIn(passed(none, 10)).size(), std::size_t(10));
    }
    void burstsAreOfTheirLengthAndKeepTheShare()
    {
        RelayPath path(3, {.loss = 0.1, .burst = 8});
        const auto lost = lostIn(passed(path, many));
        int bursts = 0;
        for (std::size_t i = 0; i < lost.size(); ++i)
            bursts += i == 0 || lost[i] != lost[i - 1] + 1;
        const double length = double(lost.size()) / bursts;
        QVERIFY2(length > 6.5 && length < 9.5, qPrintable(QString::number(length)));
        const double share = double(lost.size()) / many;
        QVERIFY2(share > 0.07 && share < 0.13, qPrintable(QString::number(share)));
    }
    void delayIsAddedAndJitterSpreadsIt()
    {
        RelayPath path(4, {.delay = 50ms, .jitter = 10ms});
        std::vector<double> delays;
        const auto all = passed(path, many);
        for (std::size_t i = 0; i < all.size(); ++i)
            delays.push_back(milliseconds(all[i][0].due - (start + int(i) * 1ms)));
        const double mean = std::accumulate(delays.begin(), delays.end(), 0.0) / double(delays.size());
        double squares = 0;
        for (const double delay : delays)
            squares += (delay - mean) * (delay - mean);
        const double deviation = std::sqrt(squares / double(delays.size()));
        QVERIFY2(std::abs(mean - 50) < 0.5, qPrintable(QString::number(mean)));
        QVERIFY2(std::abs(deviation - 10) < 0.5, qPrintable(QString::number(deviation)));
    }
    void noPacketComesBeforeItWasSent()
    {
        RelayPath path(4, {.delay = 1ms, .jitter = 20ms});
        const auto all = passed(path, 1000);
        for (std::size_t i = 0; i < all.size(); ++i)
            QVERIFY(all[i][0].due >= start + int(i) * 1ms);
    }
    void aPacketThatIsHeldBackIsOvertaken()
    {
        RelayPath path(5, {.reorder = 0.05, .reorderBy = 10ms});
        const auto all = passed(path, many);
        int overtaken = 0;
        for (std::size_t i = 0; i + 1 < all.size(); ++i)
            overtaken += all[i][0].due > all[i + 1][0].due;
        QVERIFY(overtaken > many * 4 / 100 && overtaken < many * 6 / 100);
    }
    void duplicatesComeTwice()
    {
        RelayPath path(6, {.duplicate = 0.1});
        int twice = 0;
        for (const auto &copies : passed(path, many))
            twice += copies.size() == 2;
        QVERIFY(twice > many * 9 / 100 && twice < many * 11 / 100);
    }
    void corruptionTurnsOneBitOfThePacket()
    {
        RelayPath path(7, {.corrupt = 0.1});
        int turned = 0;
        for (const auto &copies : passed(path, many)) {
            turned += copies[0].turnedBit.has_value();
            QVERIFY(copies[0].turnedBit.value_or(0) < size * 8);
        }
        QVERIFY(turned > many * 9 / 100 && turned < many * 11 / 100);
    }
    void aNarrowLineDelaysAndThenLosesWhatItsQueueCannotHold()
    {
        // 1316 bytes every millisecond are 10.5 Mbit/s; the line takes half of it.
        RelayPath path(8, {.bitsPerSecond = 5'264'000, .queue = 100ms});
        const auto all = passed(path, 2000);
        QCOMPARE(all[0][0].due - start, Time::duration(2ms));
        const auto lost = lostIn(all);
        QVERIFY(lost.front() >= 100 && lost.front() <= 210); // once the queue is full
        const double share = double(lost.size()) / 2000;
        QVERIFY2(share > 0.4 && share < 0.5, qPrintable(QString::number(share)));
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!all[i].empty())
                QVERIFY(all[i][0].due - (start + int(i) * 1ms) <= 103ms);
    }
    void anOutageTakesEverythingUntilItEnds()
    {
        RelayPath path(9, {.outage = true});
        QCOMPARE(lostIn(passed(path, 100)).size(), std::size_t(100));
        path.set({});
        QVERIFY(lostIn(passed(path, 100)).empty());
    }
    void packetsAndAnswersPassThroughSockets()
    {
        const auto bound = [](std::uint16_t port) {
            const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            address.sin_port = htons(port);
            ::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
            return socket;
        };
        const auto targetPort = gantry::media::loopback::freeUdpPort();
        const int target = bound(targetPort);
        const int caller = bound(0);
        UdpRelay relay(targetPort, 1, {.delay = 20ms});
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        to.sin_port = htons(relay.port());
        const auto sent = std::chrono::steady_clock::now();
        ::sendto(caller, "ping", 4, 0, reinterpret_cast<sockaddr *>(&to), sizeof to);
        std::array<char, 16> got{};
        sockaddr_in from{};
        socklen_t length = sizeof from;
        QVERIFY(QTest::qWaitFor(
            [&] {
                return ::recvfrom(target, got.data(), got.size(), 0, reinterpret_cast<sockaddr *>(&from), &length) == 4;
            },
            3000));
        QVERIFY(std::chrono::steady_clock::now() - sent >= 20ms);
        ::sendto(target, "pong!", 5, 0, reinterpret_cast<sockaddr *>(&from), sizeof from);
        QVERIFY(QTest::qWaitFor([&] { return ::recv(caller, got.data(), got.size(), 0) == 5; }, 3000));
        QCOMPARE(relay.toTarget().passed, std::uint64_t(1));
        QCOMPARE(relay.back().came, std::uint64_t(1));
        ::close(target);
        ::close(caller);
    }
};

QTEST_GUILESS_MAIN(UdpRelayTest)
#include "udp_relay_test.moc"
