// A listening port on which somebody means no good.

#include "support/srt_ends.h"

#include <QTest>

#include <cstring>
#include <random>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace std::chrono_literals;

namespace {

// A raw UDP socket that throws a heap of datagrams at a port at each turn.
class Flood
{
public:
    using Datagram = std::vector<char> (*)(std::mt19937 &);

    Flood(std::uint16_t port, Datagram datagram) : m_datagram(datagram)
    {
        m_to.sin_family = AF_INET;
        m_to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_to.sin_port = htons(port);
    }
    Flood(const Flood &) = delete;
    Flood &operator=(const Flood &) = delete;
    ~Flood() { ::close(m_socket); }

    void turn()
    {
        for (int i = 0; i < 200; ++i) {
            const auto bytes = m_datagram(m_random);
            ::sendto(m_socket, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr *>(&m_to), sizeof m_to);
            ++m_sent;
        }
    }
    long sent() const { return m_sent; }

private:
    Datagram m_datagram;
    int m_socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in m_to{};
    std::mt19937 m_random{7};
    long m_sent = 0;
};

std::vector<char> junk(std::mt19937 &random)
{
    std::vector<char> bytes(random() % 1472 + 1);
    for (char &byte : bytes)
        byte = char(random());
    return bytes;
}

// The first packet of an SRT handshake, with whatever cookie and socket: induction or a made-up conclusion.
std::vector<char> handshake(std::mt19937 &random)
{
    std::vector<char> bytes(64);
    bytes[0] = char(0x80); // control packet, type 0: handshake
    const auto put = [&](std::size_t at, std::uint32_t value) {
        value = htonl(value);
        std::memcpy(bytes.data() + at, &value, sizeof value);
    };
    const bool induction = random() % 2 == 0;
    put(16, induction ? 4 : 5);
    put(20, 2);
    put(24, random() & 0x7fffffff);
    put(28, 1500);
    put(32, 8192);
    put(36, induction ? 1 : 0xffffffff);
    put(40, random());
    put(44, induction ? 0 : random());
    return bytes;
}

} // namespace

class SrtFloodTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void junkAndHandshakesOnThePortHarmNobody_data()
    {
        QTest::addColumn<bool>("handshakes");
        QTest::newRow("junk") << false;
        QTest::newRow("handshakes") << true;
    }
    void junkAndHandshakesOnThePortHarmNobody()
    {
        QFETCH(bool, handshakes);
        const auto port = freeUdpPort();
        Receiving feed(named(listener(port), "cam1"));
        feed.turn();
        Flood flood(port, handshakes ? handshake : junk);
        Sending sender(named(caller(port), "cam1"), 1);
        QVERIFY(waitUntil(
            [&] {
                flood.turn();
                feed.turn();
                sender.turn();
                return feed.messages > 50 && flood.sent() > 5000;
            },
            15s));
        LinkSample sample;
        feed.input.measure(sample);
        QCOMPARE(sample.total.dropped, std::int64_t(0));
        QVERIFY(feed.connected);
        const auto begun = Clock::now();
        feed.input.close();
        QVERIFY(Clock::now() - begun < 1s);
    }
};

QTEST_GUILESS_MAIN(SrtFloodTest)
#include "srt_flood_test.moc"
