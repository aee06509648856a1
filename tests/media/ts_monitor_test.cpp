#include "media/measure/ts_monitor.h"
#include "support/media_packets.h"

#include <QTest>

#include <random>

using namespace gantry::media;
using namespace gantry::media::packets;
using namespace std::chrono_literals;

namespace {

// `count` packets of one PID in a row, then whatever the test wants to see.
Bytes run(unsigned first, unsigned count, std::uint16_t pid = 0x100)
{
    Bytes result;
    for (unsigned i = 0; i < count; ++i) {
        Packet packet;
        packet.pid = pid;
        packet.counter = first + i;
        append(result, packet.made());
    }
    return result;
}

Bytes randomBytes(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    Bytes result(size);
    for (std::byte &byte : result)
        byte = std::byte(random() & 0xffU);
    return result;
}

std::uint64_t continuityErrors(const Bytes &bytes)
{
    TsMonitor monitor;
    monitor.feed(bytes, {});
    return monitor.sample(1s).continuityErrors;
}

Bytes after(Bytes first, const Packet &packet)
{
    append(first, packet.made());
    return first;
}

} // namespace

class TsMonitorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCleanStreamHasNoErrors()
    {
        TsMonitor monitor;
        monitor.feed(run(0, 100), {});
        const auto sample = monitor.sample(1s);
        QVERIFY(sample.recognised);
        QCOMPARE(sample.packets, std::uint64_t(100));
        QCOMPARE(sample.continuityErrors, std::uint64_t(0));
        QCOMPARE(sample.rate.value, 100 * 188 * 8.0);
    }
    void itTakesFivePacketsInARowToRecogniseAStream()
    {
        TsMonitor monitor;
        monitor.feed(run(0, 4), {});
        QVERIFY(!monitor.recognised());
        monitor.feed(run(4, 1), {});
        QVERIFY(monitor.recognised());
        QCOMPARE(monitor.sample(1s).packets, std::uint64_t(5)); // those that were waited with count too
    }
    void packetsMayBeCutAnywhere()
    {
        const Bytes stream = run(0, 64);
        for (const std::size_t step : {1UL, 7UL, 188UL, 300UL, 1316UL, 5000UL}) {
            TsMonitor monitor;
            for (std::size_t at = 0; at < stream.size(); at += step)
                monitor.feed(std::span(stream).subspan(at, std::min(step, stream.size() - at)), {});
            const auto sample = monitor.sample(1s);
            QCOMPARE(sample.packets, std::uint64_t(64));
            QCOMPARE(sample.continuityErrors, std::uint64_t(0));
            QCOMPARE(sample.syncLosses, std::uint64_t(0));
        }
    }
    void randomBytesAreNotRecognised()
    {
        TsMonitor monitor;
        for (unsigned i = 0; i < 2000; ++i)
            monitor.feed(randomBytes(1316, i), {});
        const auto sample = monitor.sample(1s);
        QVERIFY(!sample.recognised);
        QVERIFY(sample.streams.empty());
        QCOMPARE(sample.rate.value, 2000 * 1316 * 8.0);
    }
    void aStreamIsFoundBehindJunk()
    {
        Bytes bytes = randomBytes(1000, 1);
        append(bytes, run(0, 20));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        QVERIFY(monitor.recognised());
    }
    void twoWrongSyncBytesInARowAreOneLossAndTheStreamIsFoundAgain()
    {
        Bytes bytes = run(0, 20);
        bytes[10 * 188] = std::byte{0};
        bytes[11 * 188] = std::byte{0};
        TsMonitor monitor;
        monitor.feed(bytes, {});
        const auto sample = monitor.sample(1s);
        QCOMPARE(sample.syncLosses, std::uint64_t(1));
        QVERIFY(sample.recognised);
    }
    void oneWrongSyncByteIsNoLossButAGap()
    {
        Bytes bytes = run(0, 20);
        bytes[10 * 188] = std::byte{0};
        TsMonitor monitor;
        monitor.feed(bytes, {});
        const auto sample = monitor.sample(1s);
        QCOMPARE(sample.syncLosses, std::uint64_t(0));
        QCOMPARE(sample.continuityErrors, std::uint64_t(1));
    }
    void aMissingPacketIsOneContinuityError()
    {
        Packet packet;
        packet.counter = 10 + 1;
        QCOMPARE(continuityErrors(after(run(0, 10), packet)), std::uint64_t(1));
    }
    void aPacketMayBeSentTwiceButNotThreeTimes()
    {
        Packet packet;
        packet.counter = 9;
        const Bytes twice = after(run(0, 10), packet);
        QCOMPARE(continuityErrors(twice), std::uint64_t(0));
        QCOMPARE(continuityErrors(after(twice, packet)), std::uint64_t(1));
    }
    void aMarkedDiscontinuityIsNoError()
    {
        Packet packet;
        packet.counter = 3;
        packet.adaptation = true;
        packet.discontinuity = true;
        QCOMPARE(continuityErrors(after(run(0, 10), packet)), std::uint64_t(0));
    }
    void packetsWithoutPayloadDoNotCount()
    {
        Packet packet;
        packet.counter = 9;
        packet.adaptation = true;
        packet.adaptationLength = 183;
        packet.payload = false;
        Bytes bytes = after(run(0, 10), packet);
        append(bytes, run(10, 3));
        QCOMPARE(continuityErrors(bytes), std::uint64_t(0));
    }
    void eachPidCountsForItself()
    {
        Bytes bytes;
        for (unsigned i = 0; i < 20; ++i) {
            append(bytes, run(i, 1, 0x100));
            append(bytes, run(i + 7, 1, 0x101));
        }
        QCOMPARE(continuityErrors(bytes), std::uint64_t(0));
    }
    void nullPacketsAreASharePerIntervalAndNeverAGap()
    {
        Bytes bytes = run(0, 10);
        for (int i = 0; i < 30; ++i)
            append(bytes, run(0, 1, 0x1fff));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        const auto sample = monitor.sample(1s);
        QCOMPARE(sample.nullShare, 0.75);
        QCOMPARE(sample.continuityErrors, std::uint64_t(0));
        QCOMPARE(monitor.sample(1s).nullShare, 0.0);
    }
    void aPacketWithTheErrorBitIsCountedAndNotRead()
    {
        Packet packet;
        packet.counter = 5;
        packet.transportError = true;
        TsMonitor monitor;
        monitor.feed(after(run(0, 10), packet), {});
        const auto sample = monitor.sample(1s);
        QCOMPARE(sample.transportErrors, std::uint64_t(1));
        QCOMPARE(sample.continuityErrors, std::uint64_t(0));
    }
    void theStreamsOfTheFirstProgramHaveNames()
    {
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, pat(0x1000)));
        append(bytes, sectionPackets(0x1000, pmt({{0x1b, 0x100, {}},
                                                  {0x0f, 0x101, {}},
                                                  {0x86, 0x102, {}},
                                                  {0x06, 0x103, packets::bytes({0x6a, 1, 0})},
                                                  {0x06, 0x104, packets::bytes({0x05, 4, 'O', 'p', 'u', 's'})},
                                                  {0xea, 0x105, {}}})));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        const auto sample = monitor.sample(1s);
        const std::vector<TransportSample::Stream> expected{
            {0x100, QStringLiteral("H.264")}, {0x101, QStringLiteral("AAC")},  {0x102, QStringLiteral("SCTE-35")},
            {0x103, QStringLiteral("AC-3")},  {0x104, QStringLiteral("Opus")}, {0x105, QStringLiteral("0xea")}};
        QVERIFY(sample.streams == expected);
        QVERIFY(monitor.carriesVideo());
        QVERIFY(monitor.carriesAudio());
    }
    void aTableMayNeedSeveralPackets()
    {
        std::vector<Stream> many;
        for (int i = 0; i < 60; ++i)
            many.push_back({0x0f, std::uint16_t(0x200 + i), packets::bytes({0x0a, 4, 'e', 'n', 'g', 0})});
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, pat(0x1000)));
        append(bytes, sectionPackets(0x1000, pmt(many)));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        QCOMPARE(monitor.sample(1s).streams.size(), std::size_t(60));
        QVERIFY(!monitor.carriesVideo());
    }
    void aTableWithAWrongChecksumIsIgnored()
    {
        Bytes broken = pat(0x1000);
        broken[9] ^= std::byte{1};
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, broken));
        append(bytes, sectionPackets(0x1000, pmt({{0x1b, 0x100, {}}})));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        QVERIFY(!monitor.tableKnown());
    }
    void aNewTableReplacesTheOld()
    {
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, pat(0x1000)));
        append(bytes, sectionPackets(0x1000, pmt({{0x1b, 0x100, {}}}), 0));
        append(bytes, sectionPackets(0x1000, pmt({{0x24, 0x100, {}}}), 1));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        QCOMPARE(monitor.sample(1s).streams.at(0).codec, QStringLiteral("H.265"));
    }
    void theFirstProgramOfSeveralIsFollowedUnlessAnotherIsChosen()
    {
        const auto watched = [](std::optional<std::uint16_t> wanted) {
            Bytes bytes = run(0, 5);
            append(bytes, sectionPackets(0, pat({{7, 0x1000}, {9, 0x1001}, {12, 0x1001}})));
            append(bytes, sectionPackets(0x1000, pmt({{0x1b, 0x100, {}}}, 7), 0));
            append(bytes, sectionPackets(0x1001, pmt({{0x24, 0x110, {}}, {0x0f, 0x111, {}}}, 9), 0));
            append(bytes, sectionPackets(0x1001, pmt({{0x0f, 0x120, {}}}, 12), 1)); // two tables on one PID
            TsMonitor monitor(wanted);
            monitor.feed(bytes, {});
            return monitor.sample(1s);
        };
        const std::vector<std::uint16_t> all{7, 9, 12};
        QVERIFY(watched({}).programs == all);
        QCOMPARE(watched({}).program.value(), std::uint16_t(7));
        QCOMPARE(watched({}).streams.at(0).pid, std::uint16_t(0x100));
        QCOMPARE(watched(9).program.value(), std::uint16_t(9));
        QCOMPARE(watched(9).streams.size(), std::size_t(2));
        QCOMPARE(watched(9).streams.at(0).codec, QStringLiteral("H.265"));
        QCOMPARE(watched(12).streams.at(0).pid, std::uint16_t(0x120));
    }
    void aChosenProgramThatIsNotThereIsSaid()
    {
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, pat({{7, 0x1000}})));
        append(bytes, sectionPackets(0x1000, pmt({{0x1b, 0x100, {}}}, 7)));
        TsMonitor monitor(8);
        QVERIFY(!monitor.sample(1s).programs); // nothing read yet is not the same as nothing there
        monitor.feed(bytes, {});
        TransportSample sample = monitor.sample(1s);
        QVERIFY(sample.programs == std::vector<std::uint16_t>{7});
        QCOMPARE(sample.program.value(), std::uint16_t(8));
        QVERIFY(sample.streams.empty());
        QVERIFY(!monitor.tableKnown() && !monitor.carriesVideo());

        monitor.feed(sectionPackets(0, pat({{7, 0x1000}, {8, 0x1002}}), 1), {}); // it has come
        monitor.feed(sectionPackets(0x1002, pmt({{0x24, 0x130, {}}}, 8), 0), {});
        QCOMPARE(monitor.sample(1s).streams.at(0).pid, std::uint16_t(0x130));
        monitor.feed(sectionPackets(0, pat({{7, 0x1000}}), 2), {}); // and gone again
        QVERIFY(monitor.sample(1s).streams.empty());
        QCOMPARE(monitor.sample(1s).program.value(), std::uint16_t(8));
    }
    void aProgramTableOfTwoSectionsNamesThemAll()
    {
        const auto part = [](int number, int last, const Program &program) {
            return withCrc(packets::bytes({0x00, 0xb0, 13, 0, 1, 0xc1, number, last, 0, program.number,
                                           0xe0 | (program.tablePid >> 8), program.tablePid & 0xff}));
        };
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, part(0, 1, {1, 0x1000}), 0));
        append(bytes, sectionPackets(0, part(1, 1, {2, 0x1001}), 1));
        TsMonitor monitor(2);
        monitor.feed(bytes, {});
        QVERIFY((monitor.sample(1s).programs == std::vector<std::uint16_t>{1, 2}));
    }
    void eachStreamHasItsRateOverTheInterval()
    {
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, pat(0x1000)));
        append(bytes, sectionPackets(0x1000, pmt({{0x1b, 0x100, {}}, {0x0f, 0x101, {}}, {0x0f, 0x102, {}}})));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        monitor.sample(1s);
        monitor.feed(run(5, 30), {});
        monitor.feed(run(0, 4, 0x101), {});
        const auto streams = monitor.sample(2s).streams;
        QCOMPARE(streams.at(0).rate.value, 15 * 188 * 8.0);
        QCOMPARE(streams.at(1).rate.value, 2 * 188 * 8.0);
        QCOMPARE(streams.at(2).rate.value, 0.0);
    }
    void sixtyStreamsAreWatchedAtOnce()
    {
        std::vector<Stream> many;
        for (int i = 0; i < 60; ++i)
            many.push_back({0x0f, std::uint16_t(0x200 + i), {}});
        Bytes bytes = run(0, 5);
        append(bytes, sectionPackets(0, pat(0x1000)));
        append(bytes, sectionPackets(0x1000, pmt(many)));
        TsMonitor monitor;
        monitor.feed(bytes, {});
        for (int i = 0; i < 60; ++i)
            monitor.feed(run(0, unsigned(i), std::uint16_t(0x200 + i)), {});
        const auto streams = monitor.sample(1s).streams;
        for (std::size_t i = 0; i < 60; ++i)
            QCOMPARE(streams.at(i).rate.value, double(i) * 188 * 8);
    }
    void hostilePacketsAreSafe()
    {
        std::mt19937 random(5);
        TsMonitor monitor;
        for (int i = 0; i < 20000; ++i) { // right sync bytes, wild everything else, aimed at the tables' PIDs
            Bytes packet = randomBytes(188, unsigned(random()));
            packet[0] = std::byte{0x47};
            if (i % 2 == 0) {
                packet[1] &= std::byte{0x60};
                packet[2] = std::byte{0};
            }
            monitor.feed(packet, {});
        }
        QVERIFY(monitor.recognised());
        const auto sample = monitor.sample(1s);
        QVERIFY(sample.streams.size() <= 64);
        for (const int length : {0, 182, 183, 184, 255}) { // an adaptation field that ends outside the packet
            Packet packet;
            packet.adaptation = true;
            packet.adaptationLength = length;
            TsMonitor fresh;
            fresh.feed(after(run(0, 10), packet), {});
        }
    }
    void tablesWhoseLengthsLieAreSafe()
    {
        for (int i = 0; i < 5000; ++i) {
            std::mt19937 random{unsigned(i)};
            Bytes section = pmt({{0x1b, 0x100, packets::bytes({0x05, 4, 'H', 'E', 'V', 'C'})}, {0x0f, 0x101, {}}});
            section.resize(section.size() - 4);
            for (int change = 0; change < 3; ++change)
                section[random() % section.size()] = std::byte(random() & 0xffU);
            section = withCrc(section);
            streamTable(section);
            programTable(section);
            SectionAssembler assembler;
            assembler.feed(section, true, [](std::span<const std::byte> found) { streamTable(found); });
        }
    }
};

QTEST_GUILESS_MAIN(TsMonitorTest)
#include "ts_monitor_test.moc"
