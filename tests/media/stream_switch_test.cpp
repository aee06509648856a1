#include "media/output/stream_switch.h"

#include "media/output/hls_segmenter.h"
#include "media/output/test_scenes.h"
#include "media/output/ts_encoder.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

using Bytes = std::vector<std::byte>;
using Packet = StreamOutline::Packet;

constexpr int keyEvery = 10; // pictures

// A stream as a sender would make it: for each picture what goes out with it.
std::vector<Bytes> stream(int pattern, int pictures)
{
    std::vector<Bytes> all;
    Bytes now;
    auto encoder = TsEncoder::open({QSize(160, 90), 25, 300, true, true}, [&now](std::span<const std::byte> packets) {
        now.insert(now.end(), packets.begin(), packets.end());
    });
    const QImage scene = testScene({160, 90}, pattern);
    std::vector<float> silence(std::size_t((*encoder)->audioBlock()));
    std::int64_t sample = 0;
    for (int i = 0; i < pictures; ++i) {
        now.clear();
        (*encoder)->video(scene, i, i % keyEvery == 0);
        for (; sample + std::int64_t(silence.size()) <= (i + 1) * TsEncoder::sampleRate / 25;
             sample += std::int64_t(silence.size()))
            (*encoder)->audio(silence, silence, sample);
        all.push_back(now);
    }
    return all;
}

std::vector<Packet> packetsOf(const Bytes &bytes)
{
    std::vector<Packet> packets(bytes.size() / TsPacket::size);
    for (std::size_t i = 0; i < packets.size(); ++i)
        std::copy_n(bytes.begin() + std::ptrdiff_t(i * TsPacket::size), TsPacket::size, packets[i].begin());
    return packets;
}

bool isRandomAccess(const TsPacket &packet)
{
    return !packet.adaptation.empty() && (packet.adaptation[0] & std::byte{0x40}) != std::byte{};
}

struct Read
{
    int packets = 0;
    int gaps = 0;      // of continuity counters
    int announced = 0; // jumps of the clock

    explicit Read(const Bytes &bytes)
    {
        std::map<std::uint16_t, std::uint8_t> counters;
        for (const Packet &raw : packetsOf(bytes)) {
            const TsPacket packet = TsPacket::of(raw);
            ++packets;
            announced += packet.discontinuity;
            if (!packet.hasPayload || packet.pid == TsPacket::nullPid)
                continue;
            const auto known = counters.find(packet.pid);
            gaps += known != counters.end() && packet.counter != ((known->second + 1) & 15);
            counters[packet.pid] = packet.counter;
        }
    }
};

struct Switched
{
    Bytes out;
    std::chrono::steady_clock::time_point now{};
    HlsSegmenter segments;
    StreamSwitch one{2, [this](std::span<const std::byte> packets, bool joins) {
                         out.insert(out.end(), packets.begin(), packets.end());
                         segments.feed(packets, joins, now);
                     }};
    std::array<std::vector<Bytes>, 2> streams{made(0), made(1)};

    static const std::vector<Bytes> &made(int pattern) // coded once for all tests
    {
        static const std::array<std::vector<Bytes>, 2> both{stream(0, 160), stream(1, 160)};
        return both[std::size_t(pattern)];
    }

    // Picture `number` of both, as they arrive side by side.
    void feed(int number)
    {
        for (int i = 0; i < 2; ++i)
            one.feed(i, streams[std::size_t(i)][std::size_t(number)], now);
        now += 40ms;
    }
    void feed(int from, int to)
    {
        for (int i = from; i < to; ++i)
            feed(i);
    }
};

} // namespace

class StreamSwitchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itBeginsWithTablesAndAPictureOneCanBeginWith()
    {
        Switched s;
        s.feed(0, 3); // tables, and a key picture that nobody wanted
        s.one.choose(0, s.now);
        s.feed(3, keyEvery);
        QVERIFY(s.out.empty());
        s.feed(keyEvery);
        const auto packets = packetsOf(s.out);
        QVERIFY(packets.size() > 3);
        QCOMPARE(TsPacket::of(packets[0]).pid, 0);
        QVERIFY(TsPacket::of(packets[1]).unitStart);
        QVERIFY(isRandomAccess(TsPacket::of(packets[2])));
    }

    void itPassesAStreamOnAsItIs()
    {
        Switched s;
        s.one.choose(1, s.now);
        s.feed(0, 30);
        Bytes sent;
        for (int i = 0; i < 30; ++i)
            sent.insert(sent.end(), s.streams[1][std::size_t(i)].begin(), s.streams[1][std::size_t(i)].end());
        const Read read(s.out);
        QCOMPARE(read.gaps, 0);
        // All but the flag that announces the clock's first value, behind the tables that were said once more.
        const auto tail = std::size_t(5) * TsPacket::size;
        QVERIFY(s.out.size() >= tail && sent.size() >= tail);
        QVERIFY(std::equal(s.out.end() - std::ptrdiff_t(tail), s.out.end(), sent.end() - std::ptrdiff_t(tail)));
    }

    void theOldOneGoesOnUntilTheNewOneCanBeJoined()
    {
        Switched s;
        s.one.choose(0, s.now);
        s.feed(0, 13);
        s.one.choose(1, s.now);
        s.feed(13, 20);
        QCOMPARE(s.one.active(), 0);
        const auto before = s.out.size();
        s.feed(20);
        QCOMPARE(s.one.active(), 1);
        QVERIFY(s.out.size() > before);
    }

    void countersGoOnAndTheJumpOfTheClockIsAnnounced()
    {
        Switched s;
        s.one.choose(0, s.now);
        s.feed(0, 13);
        s.one.choose(1, s.now);
        s.feed(13, 25);
        s.one.choose(0, s.now);
        s.feed(25, 40);
        const Read read(s.out);
        QVERIFY(read.packets > 100);
        QCOMPARE(read.gaps, 0);
        QCOMPARE(read.announced, 3); // the beginning and two switches
    }

    void whatIsMissingStaysMissing()
    {
        Switched s;
        s.one.choose(0, s.now);
        s.feed(0, 13);
        Bytes &torn = s.streams[0][14];
        QVERIFY(torn.size() >= 2 * TsPacket::size);
        torn.erase(torn.begin(), torn.begin() + TsPacket::size);
        s.one.choose(1, s.now);
        s.feed(13, 20);
        QCOMPARE(Read(s.out).gaps, 1);
    }

    void aStreamThatMarksNoEntryIsJoinedAfterAWhile()
    {
        Switched s;
        for (Bytes &part : s.streams[0]) {
            for (std::size_t at = 0; at + TsPacket::size <= part.size(); at += TsPacket::size) {
                if ((part[at + 3] & std::byte{0x20}) != std::byte{} && part[at + 4] != std::byte{})
                    part[at + 5] &= std::byte{0xbf};
            }
        }
        s.one.choose(0, s.now);
        s.feed(0, 20);
        QVERIFY(s.out.empty());
        s.now += StreamSwitch::longestWait;
        s.feed(20, 22);
        QVERIFY(!s.out.empty());
    }

    void nothingIsChosenAtOnce()
    {
        Switched s;
        s.one.choose(0, s.now);
        s.feed(0, 5);
        const auto before = s.out.size();
        s.one.choose(StreamSwitch::nothing, s.now);
        s.feed(5, 25);
        QCOMPARE(s.out.size(), before);
    }

    void segmentsBeginWithTablesAndAnotherStreamIsAnnounced()
    {
        Switched s;
        s.one.choose(0, s.now);
        QVERIFY(!s.segments.file("live.m3u8"));
        s.feed(0, 65); // 2.6 s: longer than the shortest segment, with a picture to begin with every 0.4 s
        s.one.choose(1, s.now);
        s.feed(65, 160);
        const QByteArray list = s.segments.file("live.m3u8").value_or(QByteArray());
        QVERIFY2(list.startsWith("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:"), list.constData());
        QVERIFY(list.contains("#EXT-X-MEDIA-SEQUENCE:0\n"));
        QCOMPARE(list.count("#EXT-X-DISCONTINUITY\n"), 1);
        const qsizetype change = list.indexOf("#EXT-X-DISCONTINUITY\n");
        QVERIFY(list.indexOf("0.ts") < change && list.lastIndexOf(".ts") > change);
        for (int i = 0; i < 3; ++i) {
            const QByteArray name = QByteArray::number(i) + ".ts";
            QVERIFY(list.contains(name));
            const QByteArray bytes = s.segments.file(name).value_or(QByteArray());
            const auto *begin = reinterpret_cast<const std::byte *>(bytes.constData());
            const auto packets = packetsOf(Bytes(begin, begin + bytes.size()));
            QVERIFY(packets.size() > 10);
            QCOMPARE(TsPacket::of(packets[0]).pid, 0);
            QVERIFY(isRandomAccess(TsPacket::of(packets[2])));
        }
        s.segments.clear();
        QVERIFY(!s.segments.file("live.m3u8"));
        QVERIFY(!s.segments.file("0.ts"));
        QVERIFY(!s.segments.file("../0.ts"));
    }

    void anyBytesAreSafe()
    {
        Switched s;
        s.one.choose(0, s.now);
        std::minstd_rand random(7);
        for (int i = 0; i < 2000; ++i) {
            Bytes bytes(188 * 3 + random() % 50);
            for (std::byte &one : bytes)
                one = std::byte(random());
            for (std::size_t at = 0; at < bytes.size(); at += 188)
                bytes[at] = TsPacket::syncByte;
            if (i % 3 == 0)
                bytes[1] = bytes[2] = std::byte{0};
            s.one.feed(int(random() % 4) - 1, bytes, s.now);
        }
        QCOMPARE(s.out.size() % TsPacket::size, std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(StreamSwitchTest)
#include "stream_switch_test.moc"
