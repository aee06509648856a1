#include "media/decode/pes_assembler.h"

#include "media/decode/stream_time.h"
#include "support/ts_writer.h"

#include <QTest>

#include <random>

using namespace gantry::media;
using namespace gantry::media::packets;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t pid = 0x101;

struct Found
{
    std::size_t size = 0;
    int first = -1;
    std::optional<std::uint64_t> pts;
    std::size_t afterPackets = 0; // how many packets had been fed when it came out
    bool damaged = false;
};

// Feeds packets one by one and notes what comes out, and when.
struct Desk
{
    PesAssembler assembler;
    TsWriter writer;
    std::vector<Found> found;
    std::size_t fed = 0;

    void feed(const Bytes &packets, const std::vector<std::size_t> &lost = {})
    {
        for (std::size_t at = 0; at + 188 <= packets.size(); at += 188) {
            if (std::ranges::find(lost, at / 188) != lost.end())
                continue;
            ++fed;
            const TsPacket packet = TsPacket::of(std::span(packets).subspan(at).first<188>());
            if (!packet.readable() || packet.pid != pid)
                continue;
            assembler.packet(
                packet, PesAssembler::Time(std::chrono::seconds(fed)), [this](const PesAssembler::Unit &unit) {
                    found.push_back({unit.payload.size(), int(unit.payload[0]), unit.pts, fed, unit.damaged});
                });
        }
    }
    // Units of ten packets or so, `count` of them, filled with their number.
    void units(int count, PesShape shape = {}, std::size_t size = 1900)
    {
        for (int i = 0; i < count; ++i)
            feed(writer.pes(pid, Bytes(size, std::byte(i)), std::uint64_t(i) * 3600, shape));
    }
};

} // namespace

class PesAssemblerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aUnitOfKnownLengthIsWholeWithItsLastPacket()
    {
        Desk desk;
        desk.units(3, {.length = true});
        QCOMPARE(desk.found.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(desk.found[i].size, std::size_t(1900));
            QCOMPARE(desk.found[i].first, int(i));
            QCOMPARE(desk.found[i].pts.value(), i * 3600);
            QCOMPARE(desk.found[i].afterPackets, 11 * (i + 1));
        }
    }
    void aKnownLengthNeedsNoStuffingInTheLastPacket()
    {
        Desk desk;
        desk.units(2, {.length = true, .exact = true});
        QCOMPARE(desk.found.size(), std::size_t(2));
        QCOMPARE(desk.found[0].afterPackets, std::size_t(11));
    }
    void aUnitWithoutLengthIsWholeWithItsStuffedPacketOnceTheSenderHasShownTheHabit()
    {
        Desk desk;
        desk.units(PesAssembler::proofs + 4);
        for (std::size_t i = 0; i < std::size_t(PesAssembler::proofs); ++i)
            QCOMPARE(desk.found[i].afterPackets, 11 * (i + 1) + 1);
        const std::size_t last = desk.found.size() - 1;
        QCOMPARE(desk.found.size(), std::size_t(PesAssembler::proofs + 4)); // the last one too: nothing follows it
        QCOMPARE(desk.found[last].afterPackets, desk.fed);
        QCOMPARE(desk.found[last].size, std::size_t(1900));
    }
    void aUnitWithoutLengthAndStuffingIsWholeWhenTheNextBegins()
    {
        Desk desk;
        desk.units(20, {.exact = true});
        QCOMPARE(desk.found.size(), std::size_t(19));
        for (std::size_t i = 0; i < desk.found.size(); ++i)
            QCOMPARE(desk.found[i].afterPackets, 11 * (i + 1) + 1);
        desk.assembler.finish([&](const PesAssembler::Unit &unit) { QCOMPARE(int(unit.payload[0]), 19); });
    }
    void stuffingInTheMiddleIsNotTakenForAnEnd()
    {
        Desk desk;
        desk.units(20, {.stuffedPacket = 4});
        QCOMPARE(desk.found.size(), std::size_t(19));
        for (const Found &unit : desk.found) {
            QCOMPARE(unit.size, std::size_t(1900));
            QVERIFY(!unit.damaged);
        }
    }
    void aHabitThatIsBrokenCostsOneUnitAndIsNeverTrustedAgain()
    {
        Desk desk;
        desk.units(PesAssembler::proofs + 2);
        desk.found.clear();
        desk.units(4, {.stuffedPacket = 4});
        QVERIFY(desk.found[0].size < 1900); // cut where it seemed to end
        QVERIFY(desk.found[1].damaged);     // refers to it
        QCOMPARE(desk.found[1].size, std::size_t(1900));
        QVERIFY(!desk.found[2].damaged);
        QCOMPARE(desk.found[2].size, std::size_t(1900));
        desk.found.clear();
        desk.units(30);
        QCOMPARE(desk.found.size(), std::size_t(30)); // one of before, and of these all but the last
        QCOMPARE(desk.found.back().afterPackets, desk.fed - 10);
    }
    void aLengthThatLiesIsNotTrustedAgain()
    {
        Desk desk;
        desk.units(4, {.length = true, .wrongLengthBy = -900});
        QCOMPARE(desk.found[0].size, std::size_t(1000));
        QCOMPARE(desk.found[1].size, std::size_t(1900));
        QVERIFY(desk.found[1].damaged);
        QCOMPARE(desk.found[2].size, std::size_t(1900));
        QVERIFY(!desk.found[2].damaged);
    }
    void aPacketSentTwiceIsTakenOnce()
    {
        Desk desk;
        const Bytes unit = desk.writer.pes(pid, Bytes(1900, std::byte{7}), 0, {.length = true});
        for (std::size_t at = 0; at < unit.size(); at += 188)
            for (int i = 0; i < 2; ++i)
                desk.feed(Bytes(unit.begin() + std::ptrdiff_t(at), unit.begin() + std::ptrdiff_t(at + 188)));
        QCOMPARE(desk.found.size(), std::size_t(1));
        QCOMPARE(desk.found[0].size, std::size_t(1900));
        QVERIFY(!desk.found[0].damaged);
    }
    void aUnitWithALostPacketIsMarked()
    {
        Desk desk;
        desk.feed(desk.writer.pes(pid, Bytes(1900, std::byte{1}), 0), {5});
        desk.feed(desk.writer.pes(pid, Bytes(1900, std::byte{2}), 0));
        desk.feed(desk.writer.pes(pid, Bytes(1900, std::byte{3}), 0));
        QVERIFY(desk.found.at(0).damaged);
        QVERIFY(!desk.found.at(1).damaged);
    }
    void aUnitThatLostItsBeginningDoesNotRunIntoTheOneBefore()
    {
        Desk desk;
        desk.feed(desk.writer.pes(pid, Bytes(1900, std::byte{1}), 0, {.length = true}));
        desk.feed(desk.writer.pes(pid, Bytes(1900, std::byte{2}), 0, {.length = true}), {0});
        desk.feed(desk.writer.pes(pid, Bytes(1900, std::byte{3}), 0, {.length = true}));
        QCOMPARE(desk.found.size(), std::size_t(2));
        QCOMPARE(desk.found[1].first, 3);
        QCOMPARE(desk.found[1].size, std::size_t(1900)); // and a loss teaches nothing about the sender's habits
    }
    void privateDataAndClockInTheAdaptationFieldAreNotStuffing()
    {
        const auto stuffed = [](const Bytes &field) {
            Bytes packet = bytes({0x47, 0x01, 0x01, 0x30, int(field.size())});
            append(packet, field);
            packet.resize(188, std::byte{0xff});
            return TsPacket::of(std::span(packet).first<188>()).stuffed();
        };
        QVERIFY(!stuffed(bytes({0x10, 0, 0, 0, 0, 0, 0})));               // PCR
        QVERIFY(!stuffed(bytes({0x40})));                                 // random access
        QVERIFY(!stuffed(bytes({0x02, 3, 1, 2, 3})));                     // private data
        QVERIFY(!stuffed(bytes({0x12, 0, 0, 0, 0, 0, 0, 2, 1, 2})));      // PCR and private data
        QVERIFY(stuffed(bytes({0x12, 0, 0, 0, 0, 0, 0, 2, 1, 2, 0xff}))); // and one byte more
        QVERIFY(stuffed(bytes({0x10, 0, 0, 0, 0, 0, 0, 0xff})));
        QVERIFY(stuffed(bytes({})));
        QVERIFY(stuffed(bytes({0x00})));
    }
    void aUnitWithoutEndIsGivenUp()
    {
        Desk desk;
        Packet packet;
        packet.pid = pid;
        packet.unitStart = true;
        packet.content = bytes({0, 0, 1, 0xe0, 0, 0, 0x80, 0, 0});
        desk.feed(packet.made());
        packet.unitStart = false;
        packet.content.clear();
        for (std::size_t i = 0; i < PesAssembler::mostBytes / 184 + 100; ++i) {
            packet.counter = unsigned(i + 1);
            desk.feed(packet.made());
        }
        QVERIFY(desk.found.empty());
        packet.counter = 0;
        desk.feed(desk.writer.pes(pid, Bytes(1900, std::byte{2}), 0, {.length = true}));
        QCOMPARE(desk.found.size(), std::size_t(1));
    }
    void anyBytesAreSafe()
    {
        std::mt19937 random(1);
        Desk desk;
        Bytes packet(188);
        for (int i = 0; i < 20000; ++i) {
            for (std::byte &byte : packet)
                byte = std::byte(random() & 0xffU);
            packet[0] = std::byte{0x47};
            packet[1] = std::byte(0x01 | (random() & 0x40U));
            packet[2] = std::byte{0x01};
            if (random() % 2)
                std::ranges::copy(bytes({0, 0, 1, 0xe0}), packet.begin() + 4);
            desk.feed(packet);
        }
    }
    void timeGoesOnAcrossTheWrapOf33Bits()
    {
        StreamClock clock;
        constexpr std::uint64_t round = std::uint64_t(1) << 33;
        QCOMPARE(clock.unwrapped(round - 3600).count(), std::int64_t(round - 3600));
        QCOMPARE(clock.unwrapped(0).count(), std::int64_t(round));
        QCOMPARE(clock.unwrapped(round - 1800).count(), std::int64_t(round - 1800)); // a picture shown before
        QCOMPARE(clock.unwrapped(3600).count(), std::int64_t(round + 3600));
    }
    void aJumpInTimeIsFollowed()
    {
        StreamClock clock;
        QCOMPARE(clock.unwrapped(900'000).count(), std::int64_t(900'000));
        QCOMPARE(clock.unwrapped(90'000'000).count(), std::int64_t(90'000'000));
        QCOMPARE(clock.unwrapped(0).count(), std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(PesAssemblerTest)
#include "pes_assembler_test.moc"
