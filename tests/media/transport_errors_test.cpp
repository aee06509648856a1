// TR 101 290 over a stream of our own: each fault is counted by its own counter and by no other.

#include "support/program_stream.h"

#include <QTest>

using namespace gantry::media;
using namespace gantry::media::packets;
using namespace std::chrono_literals;

namespace {

constexpr unsigned settled = 1000; // packets, a millisecond each

// A second without a fault, three with `change`, and one without again.
QString counted(const ProgramStream::Change &change)
{
    TsMonitor monitor;
    ProgramStream stream;
    stream.play(monitor, settled);
    stream.play(monitor, 3000, change);
    stream.play(monitor, 1000);
    return faults(monitor.sample(1s));
}

// As above, for what is between the packet numbers `first` and `last`, both included.
ProgramStream::Change between(unsigned first, unsigned last, ProgramStream::Change change)
{
    return [=](Slot &slot) {
        if (slot.number >= first && slot.number <= last)
            change(slot);
    };
}

ProgramStream::Change without(Part part, unsigned first, unsigned last)
{
    return between(first, last, [part](Slot &slot) { slot.leftOut = slot.part == part; });
}

// Only where a PCR is.
ProgramStream::Change clocks(unsigned first, unsigned last, std::function<void(Packet &)> change)
{
    return between(first, last, [=](Slot &slot) {
        if (slot.packet.clock)
            change(slot.packet);
    });
}

} // namespace

class TransportErrorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamWithoutFaultsCountsNone() { QCOMPARE(counted({}), QString()); }
    void nothingIsSaidBeforeTheStreamIsRecognised()
    {
        TsMonitor monitor;
        QVERIFY(!monitor.sample(1s).errors);
        ProgramStream().play(monitor, 10);
        QVERIFY(monitor.sample(1s).errors);
    }

    void aPacketWithoutItsSyncByteIsOneSyncByteErrorAndAGap()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.lastChange = [](Bytes packet) {
            packet[0] = std::byte{0};
            return packet;
        };
        stream.play(monitor, 1, [](Slot &slot) { slot.packet = {}; });
        stream.lastChange = [](Bytes packet) { return packet; };
        stream.play(monitor, 1000);
        QCOMPARE(faults(monitor.sample(1s)), QStringLiteral("sync byte 1, continuity 1"));
    }
    void twoOfThemInARowAreASyncLoss()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.lastChange = [](Bytes packet) {
            packet[0] = std::byte{0};
            return packet;
        };
        stream.play(monitor, 2);
        stream.lastChange = [](Bytes packet) { return packet; };
        stream.play(monitor, 1000);
        QCOMPARE(faults(monitor.sample(1s)), QStringLiteral("sync loss 1, sync byte 2"));
    }
    void noPatForMoreThanHalfASecondIsOnePatError()
    {
        QCOMPARE(counted(without(Part::Pat, 1100, 1500)), QString()); // 1005 to 1505
        QCOMPARE(counted(without(Part::Pat, 1100, 1600)), QStringLiteral("pat 1"));
        QCOMPARE(counted(without(Part::Pat, 1100, 2600)), QStringLiteral("pat 3")); // one for each half second
    }
    void anotherTableOnThePidOfThePatIsAPatError()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.insertSection(monitor, 0, pmt({}));
        QCOMPARE(faults(monitor.sample(1s)), QStringLiteral("pat 1"));
    }
    void aScrambledPatIsAPatError()
    {
        const auto change = between(1205, 1205, [](Slot &slot) { slot.packet.scrambled = true; });
        QCOMPARE(counted(change), QStringLiteral("pat 1"));
    }
    void noPmtForMoreThanHalfASecondIsOnePmtError()
    {
        QCOMPARE(counted(without(Part::Pmt, 1100, 1500)), QString());
        QCOMPARE(counted(without(Part::Pmt, 1100, 1600)), QStringLiteral("pmt 1"));
    }
    void aStreamThatIsMissingForFiveSecondsIsOnePidError()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.play(monitor, 4900, without(Part::Sound, 0, 99999));
        QCOMPARE(faults(monitor.sample(1s)), QString());
        stream.play(monitor, 500, without(Part::Sound, 0, 99999));
        QCOMPARE(faults(monitor.sample(1s)), QStringLiteral("pid 1"));
        stream.play(monitor, 6000);
        QCOMPARE(faults(monitor.sample(1s)), QStringLiteral("pid 1"));
    }
    void aStreamOfCuesMayBeSilentForEver()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, 20000);
        QCOMPARE(faults(monitor.sample(1s)), QString());
    }
    void aLostPacketIsOneContinuityError()
    {
        const auto change = between(2010, 2010, [](Slot &slot) { slot.lost = true; });
        QCOMPARE(counted(change), QStringLiteral("continuity 1"));
    }
    void aPacketMarkedBrokenIsOneTransportError()
    {
        const auto change = between(2010, 2010, [](Slot &slot) { slot.packet.transportError = true; });
        QCOMPARE(counted(change), QStringLiteral("transport 1"));
    }
    void aTableWithAWrongCheckSumIsOneCrcError()
    {
        const auto change = between(1306, 1306, [](Slot &slot) { slot.packet.content[12] ^= std::byte{1}; });
        QCOMPARE(counted(change), QStringLiteral("crc 1"));
    }
    void aLostPacketOfATableIsNoCrcError()
    {
        std::vector<Stream> many;
        for (int i = 0; i < 60; ++i)
            many.push_back({0x06, std::uint16_t(0x200 + i), {}});
        const Bytes packets = sectionPackets(ProgramStream::tablePid, pmt(many), 0);
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, 300, [](Slot &slot) { slot.leftOut = slot.part == Part::Pmt; });
        Bytes cut(packets.begin(), packets.begin() + 188); // the second of two is missing
        cut[3] = std::byte{0x10};
        append(cut, sectionPackets(ProgramStream::tablePid, pmt(many), 2));
        monitor.feed(cut, ProgramStream::at(300ms));
        QCOMPARE(faults(monitor.sample(1s)), QStringLiteral("continuity 1"));
    }
    void aRepeatedPacketOfATableIsNoError()
    {
        std::vector<Stream> many;
        for (int i = 0; i < 60; ++i)
            many.push_back({0x06, std::uint16_t(0x200 + i), {}});
        const Bytes packets = sectionPackets(ProgramStream::tablePid, pmt(many), 0);
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, 300, [](Slot &slot) { slot.leftOut = slot.part == Part::Pmt; });
        for (std::size_t at = 0; at < packets.size(); at += 188)
            for (int twice = 0; twice < 2; ++twice)
                monitor.feed(std::span(packets).subspan(at, 188), ProgramStream::at(300ms));
        const TransportSample sample = monitor.sample(1s);
        QCOMPARE(faults(sample), QString());
        QCOMPARE(sample.streams.size(), std::size_t(60));
    }

    void moreThanAHundredMillisecondsBetweenTwoPcrsIsOneRepetitionError()
    {
        const auto drop = [](Packet &packet) { packet.clock.reset(); };
        QCOMPARE(counted(clocks(1040, 1050, drop)), QString()); // 80 ms
        QCOMPARE(counted(clocks(1040, 1100, drop)), QStringLiteral("pcr repetition 1"));
        QCOMPARE(counted(clocks(1040, 1400, drop)), QStringLiteral("pcr repetition 1"));
    }
    void noPcrAtAllGoesOnBeingARepetitionError()
    {
        QCOMPARE(counted(clocks(1000, 2600, [](Packet &packet) { packet.clock.reset(); })),
                 QStringLiteral("pcr repetition 3"));
    }
    void aPcrThatJumpsUnannouncedIsOneDiscontinuity()
    {
        const auto forth = [](Packet &packet) { *packet.clock += 3600 * std::int64_t(27'000'000); };
        QCOMPARE(counted(clocks(1000, 9999, forth)), QStringLiteral("pcr discontinuity 2")); // and back again
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.firstClock -= 27'000 * 50; // back by a little
        stream.play(monitor, 3000);
        QCOMPARE(faults(monitor.sample(1s)), QStringLiteral("pcr discontinuity 1"));
    }
    void anAnnouncedJumpIsNone()
    {
        bool first = true;
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.play(monitor, 3000, clocks(0, 99999, [&first](Packet &packet) {
                        *packet.clock += 3600 * std::int64_t(27'000'000);
                        packet.adaptation = packet.discontinuity = std::exchange(first, false);
                    }));
        QCOMPARE(faults(monitor.sample(1s)), QString());
    }
    void theClockMayPassItsEndAndBeginAtZero()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.firstClock = ProgramStream::stampWrap * 300 - 1000 * ProgramStream::clockPerSlot;
        stream.play(monitor, 3000);
        QCOMPARE(faults(monitor.sample(1s)), QString());
        QVERIFY(stream.clock() < ProgramStream::stampWrap);
    }
    void timeStampsMayJumpAndWrapWithoutBeingLate()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.stampDelay = ProgramStream::stampWrap - 90'000 * 60;
        stream.play(monitor, 1000);
        stream.stampDelay = 45'000;
        stream.play(monitor, 1000);
        QCOMPARE(faults(monitor.sample(1s)), QString());
    }
    void aPcrOffByMoreThan500NanosecondsFromAConstantRateIsOneAccuracyError()
    {
        const auto off = [](std::int64_t ticks) { return [ticks](Packet &packet) { *packet.clock += ticks; }; };
        QCOMPARE(counted(clocks(2000, 2039, off(10))), QString()); // 370 ns
        QCOMPARE(counted(clocks(2000, 2039, off(30))), QStringLiteral("pcr accuracy 1"));
        QCOMPARE(counted(clocks(2000, 2159, off(-300))), QStringLiteral("pcr accuracy 4"));
    }
    void whereTheRateIsNotConstantAccuracyIsNotJudged()
    {
        unsigned nulls = 0;
        // A stream without some of its null packets, as a muxer of variable rate makes it.
        const auto change = [&nulls](Slot &slot) {
            slot.lost = slot.part == Part::Null && ++nulls % 7 > slot.number % 5;
        };
        QCOMPARE(counted(change), QString());
    }
    void lostPacketsDoNotMakeTheClockInexact()
    {
        const auto change =
            between(2010, 2016, [](Slot &slot) { slot.lost = slot.packet.pid == ProgramStream::picturePid; });
        QCOMPARE(counted(change), QStringLiteral("continuity 1"));
    }
    void moreThan700MillisecondsBetweenTwoTimeStampsIsOnePtsError()
    {
        const auto unstamped = [](unsigned first, unsigned last) {
            return between(first, last, [](Slot &slot) {
                if (slot.part == Part::Sound)
                    slot.packet.unitStart = false;
            });
        };
        QCOMPARE(counted(unstamped(1000, 1600)), QString());
        QCOMPARE(counted(unstamped(1000, 1800)), QStringLiteral("pts 1"));
    }
    void scrambledPacketsWithoutACatAreCatErrors()
    {
        const auto scramble = [](unsigned first, unsigned last) {
            return between(first, last, [](Slot &slot) { slot.packet.scrambled = slot.part == Part::Sound; });
        };
        QCOMPARE(counted(scramble(1000, 1400)), QString());
        QCOMPARE(counted(scramble(1000, 1800)), QStringLiteral("cat 1"));
    }
    void scrambledPacketsWithACatAreNone()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, settled);
        stream.insertSection(monitor, 1, withCrc(bytes({0x01, 0xb0, 9, 0xff, 0xff, 0xc1, 0, 0})));
        stream.play(monitor, 3000, [](Slot &slot) { slot.packet.scrambled = slot.part == Part::Sound; });
        QCOMPARE(faults(monitor.sample(1s)), QString());
    }
    void whenNothingAtAllComesNothingIsMissing()
    {
        for (const auto pause : {600ms, 60'000ms}) {
            TsMonitor monitor;
            ProgramStream stream;
            stream.play(monitor, settled);
            stream.firstClock += pause.count() * 27'000; // the sender has paused, its clock has not
            stream.play(monitor, 3000, [pause](Slot &slot) { slot.at += pause; });
            QCOMPARE(faults(monitor.sample(1s)), QString());
        }
    }
    void jitterIsHowFarArrivalAndClockMoveAgainstEachOther()
    {
        TsMonitor monitor;
        ProgramStream stream;
        stream.play(monitor, 3000);
        QCOMPARE(monitor.sample(1s).pcrJitter.value(), 0us);
        stream.play(monitor, 1000, between(3200, 3400, [](Slot &slot) { slot.at += 10ms; }));
        QCOMPARE(monitor.sample(1s).pcrJitter.value(), 10'000us);
        stream.play(monitor, 1000);
        QCOMPARE(monitor.sample(1s).pcrJitter.value(), 0us);
        QCOMPARE(faults(monitor.sample(1s)), QString());
        QVERIFY(!monitor.sample(1s).pcrJitter); // nothing came: nothing is known
    }
};

QTEST_GUILESS_MAIN(TransportErrorsTest)
#include "transport_errors_test.moc"
