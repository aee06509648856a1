#include "media/measure/splice_info.h"
#include "support/media_packets.h"
#include "support/program_stream.h"
#include "support/splice_sections.h"

#include <QTest>

#include <random>

using namespace gantry::media;
using namespace gantry::media::packets;
using namespace std::chrono_literals;
using Command = SpliceCue::Command;

namespace {

// ANSI/SCTE 35, section 14.
constexpr const char *placementStart = "/DA0AAAAAAAA///wBQb+cr0AUAAeAhxDVUVJSAAAjn/PAAGlmbAICAAAAAAsoKGKNAIAmsnRfg==";
constexpr const char *insertion = "/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=";
constexpr const char *placementEnd = "/DAvAAAAAAAA///wBQb+dGKQoAAZAhdDVUVJSAAAjn+fCAgAAAAALKChijUCAKnMZ1g=";
constexpr const char *endAndStart =
    "/DBIAAAAAAAA///wBQb+ek2ItgAyAhdDVUVJSAAAGH+fCAgAAAAALMvDRBEAAAIXQ1VFSUgAABl/nwgIAAAA"
    "ACyk26AQAACZcuND";

SpliceCommand one(const Bytes &whole)
{
    const auto commands = spliceCommands(whole);
    return commands.size() == 1 ? commands.front() : SpliceCommand{};
}

// A monitor over a stream that carries a cue every `every` milliseconds.
struct Watching
{
    TsMonitor monitor;
    ProgramStream stream;

    explicit Watching(std::int64_t firstClock = 27'000'000)
    {
        stream.firstClock = firstClock;
        stream.play(monitor, 1000);
    }
    std::vector<SpliceCue> cues(const Bytes &whole, int times = 1, unsigned every = 500)
    {
        std::vector<SpliceCue> all;
        for (int i = 0; i < times; ++i) {
            stream.insertSection(monitor, ProgramStream::cuePid, whole);
            for (SpliceCue &cue : monitor.takeCues())
                all.push_back(std::move(cue));
            stream.play(monitor, every);
        }
        return all;
    }
};

} // namespace

class SpliceInfoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePublishedPlacementOpportunityStart()
    {
        const SpliceCommand found = one(fromBase64(placementStart));
        QVERIFY(found.cue.command == Command::TimeSignal);
        QCOMPARE(found.stamp.value(), std::int64_t(0x72bd0050));
        QCOMPARE(found.cue.eventId.value(), 0x4800008eU);
        QCOMPARE(found.cue.segmentation.value(), std::uint8_t(0x34));
        QCOMPARE(found.cue.duration.value(), 307'000ms);
        QCOMPARE(found.cue.out.value(), true);
        QVERIFY(!found.cue.cancelled && !found.cue.immediate);
        QCOMPARE(found.cue.section.toBase64(), QByteArray(placementStart));
    }
    void thePublishedPlacementOpportunityEnd()
    {
        const SpliceCommand found = one(fromBase64(placementEnd));
        QCOMPARE(found.stamp.value(), std::int64_t(0x746290a0));
        QCOMPARE(found.cue.eventId.value(), 0x4800008eU);
        QCOMPARE(found.cue.segmentation.value(), std::uint8_t(0x35));
        QCOMPARE(found.cue.out.value(), false);
        QVERIFY(!found.cue.duration);
    }
    void thePublishedInsertion()
    {
        const SpliceCommand found = one(fromBase64(insertion));
        QVERIFY(found.cue.command == Command::Insert);
        QCOMPARE(found.stamp.value(), std::int64_t(0x7369c02e));
        QCOMPARE(found.cue.eventId.value(), 0x4800008fU);
        QCOMPARE(found.cue.out.value(), true);
        QCOMPARE(found.cue.duration.value(), 60'293ms);
        QVERIFY(!found.cue.segmentation && !found.cue.immediate);
    }
    void aSignalOfTwoSegmentsIsOneCueForEach()
    {
        const auto found = spliceCommands(fromBase64(endAndStart));
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].cue.eventId.value(), 0x48000018U);
        QCOMPARE(found[0].cue.segmentation.value(), std::uint8_t(0x11));
        QCOMPARE(found[1].cue.eventId.value(), 0x48000019U);
        QCOMPARE(found[1].cue.segmentation.value(), std::uint8_t(0x10));
        QVERIFY(found[0].stamp == found[1].stamp && !found[0].cue.out); // programmes begin and end; that is no break
    }
    void everyOtherCommandIsToldByItsName()
    {
        QVERIFY(one(spliceSection(0x00, {})).cue.command == Command::Null);
        QVERIFY(one(spliceSection(0x07, {})).cue.command == Command::Bandwidth);
        QVERIFY(one(spliceSection(0xff, bytes({'A', 'B', 'C', 'D', 1, 2, 3}))).cue.command == Command::Private);
        const auto events =
            spliceCommands(spliceSection(0x04, bytes({2,    0,    0,    0, 7, 0x7f, 0xff, 9, 9, 9, 9, 0xfe, 0,
                                                      0x0d, 0xbb, 0xa0, 0, 1, 0,    0,    0, 0, 0, 8, 0xff})));
        QCOMPARE(events.size(), std::size_t(2));
        QVERIFY(events[0].cue.command == Command::Schedule);
        QCOMPARE(events[0].cue.duration.value(), 10'000ms);
        QCOMPARE(events[0].cue.out.value(), true);
        QCOMPARE(events[1].cue.eventId.value(), 8U);
        QVERIFY(events[1].cue.cancelled && !events[1].cue.out);
    }
    void anInsertionMayBeImmediateOrCalledOff()
    {
        const SpliceCue now = one(spliceNow(3, true)).cue;
        QVERIFY(now.immediate && now.out.value() && now.eventId.value() == 3);
        const SpliceCue off = one(spliceSection(0x05, bytes({0, 0, 0, 3, 0xff}))).cue;
        QVERIFY(off.cancelled && !off.out);
    }
    void aSignalWithoutATimeIsMeantAtOnce()
    {
        const SpliceCommand found = one(spliceSection(0x06, bytes({0x7f})));
        QVERIFY(found.cue.command == Command::TimeSignal && found.cue.immediate && !found.stamp);
        QVERIFY(!one(spliceSection(0x06, spliceTime(5))).cue.immediate);
        QVERIFY(one(spliceSection(0x05, bytes({0, 0, 0, 1, 0x7f, 0xcf, 0x7f, 0, 1, 0, 0}))).cue.immediate);
    }
    void anInsertionOfComponentsHasTheTimeOfTheFirst()
    {
        Bytes command = bytes({0, 0, 0, 1, 0x7f, 0x8f, 2, 1});
        append(command, spliceTime(500));
        append(command, bytes({2}));
        append(command, spliceTime(900));
        append(command, bytes({0, 1, 0, 0}));
        QCOMPARE(one(spliceSection(0x05, command)).stamp.value(), std::int64_t(500));
    }
    void theAdjustmentIsAddedAndWraps()
    {
        const std::int64_t last = (std::int64_t(1) << 33) - 1;
        QCOMPARE(one(spliceSection(0x06, spliceTime(last), {}, 10)).stamp.value(), std::int64_t(9));
        QCOMPARE(one(spliceSection(0x06, spliceTime(7), {}, last)).stamp.value(), std::int64_t(6));
    }
    void whatIsEncryptedIsToldAndNotDecoded()
    {
        const SpliceCommand found = one(spliceSection(0x05, bytes({1, 2, 3, 4, 5, 6, 7, 8}), {}, 0, true));
        QVERIFY(found.cue.command == Command::Encrypted);
        QVERIFY(!found.cue.eventId && !found.stamp && !found.cue.section.isEmpty());
    }
    void aCommandWithoutItsLengthIsReadAllTheSame()
    {
        Bytes whole = fromBase64(placementStart);
        whole[11] |= std::byte{0x0f};
        whole[12] = std::byte{0xff};
        whole.resize(whole.size() - 4);
        QCOMPARE(one(withCrc(whole)).cue.segmentation.value(), std::uint8_t(0x34));
    }
    void aSectionThatIsNotWholeOrNotOursGivesNothing()
    {
        const Bytes whole = fromBase64(insertion);
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY(spliceCommands(std::span(whole).first(size)).empty());
        for (std::size_t at = 0; at < whole.size(); ++at) {
            Bytes broken = whole;
            broken[at] ^= std::byte{4};
            QVERIFY(spliceCommands(broken).empty());
        }
        QVERIFY(spliceCommands(spliceSection(0x03, {})).empty()); // reserved
        QVERIFY(spliceCommands(pmt({})).empty());
    }
    void lengthsThatLieAreSafe()
    {
        for (unsigned i = 0; i < 20000; ++i) {
            std::mt19937 random{i};
            Bytes whole = fromBase64(i % 2 == 0 ? endAndStart : insertion);
            whole.resize(whole.size() - 4 - random() % 8);
            for (int change = 0; change < 3; ++change)
                whole[3 + random() % (whole.size() - 3)] = std::byte(random() & 0xffU);
            whole[1] = std::byte{0x30};
            whole[2] = std::byte(whole.size() + 1);
            QVERIFY(spliceCommands(withCrc(whole)).size() <= 32);
        }
    }

    void aCueIsToldOnceHoweverOftenItIsRepeated()
    {
        Watching watching;
        const auto cues = watching.cues(spliceAt(1, watching.stream.clock() / 300 + 8 * 90'000), 10);
        QCOMPARE(cues.size(), std::size_t(1));
        QCOMPARE(cues[0].pid, ProgramStream::cuePid);
        QCOMPARE(watching.cues(spliceAt(2, watching.stream.clock() / 300 + 90'000), 3).size(), std::size_t(1));
        QCOMPARE(watching.cues(spliceSection(0x00, {}), 5, 20'000).size(), std::size_t(1)); // a heartbeat
        QCOMPARE(faults(watching.monitor.sample(1s)), QString());
    }
    void theSameWithAnotherAdjustmentIsTheSame()
    {
        Watching watching;
        const std::int64_t stamp = watching.stream.clock() / 300 + 90'000;
        QCOMPARE(watching.cues(spliceSection(0x06, spliceTime(stamp))).size(), std::size_t(1));
        QCOMPARE(watching.cues(spliceSection(0x06, spliceTime(stamp - 5), {}, 5)).size(), std::size_t(0));
        QCOMPARE(watching.cues(spliceSection(0x06, spliceTime(stamp), {}, 5)).size(), std::size_t(1)); // another time
    }
    void outAtOnceAndBackAtOnceMayBeRepeatedAsOftenAsItIsMeant()
    {
        Watching watching;
        for (int round = 0; round < 3; ++round) {
            QCOMPARE(watching.cues(spliceNow(1, true), 3).size(), std::size_t(1));
            QCOMPARE(watching.cues(spliceNow(1, false), 3).size(), std::size_t(1));
        }
    }
    void twoSegmentsOfOneEventAtOnceAreRepeatedTogether()
    {
        Bytes descriptors;
        for (const int type : {0x30, 0x34})
            append(descriptors, bytes({2, 15, 'C', 'U', 'E', 'I', 0, 0, 0, 9, 0x7f, 0xbf, 0, 0, type, 1, 1}));
        Watching watching;
        QCOMPARE(watching.cues(spliceSection(0x06, bytes({0x7f}), descriptors), 4).size(), std::size_t(2));
    }
    void manyDifferentCuesAreAllToldAndFewRemembered()
    {
        Watching watching;
        const std::int64_t stamp = watching.stream.clock() / 300;
        for (int i = 0; i < 300; ++i)
            QCOMPARE(watching.cues(spliceSection(0x06, spliceTime(stamp + i * 9000)), 2, 5).size(), std::size_t(1));
    }
    void timeToTheSpliceIsFromTheProgramsClockAtArrival()
    {
        Watching watching;
        const std::int64_t now = watching.stream.clock() / 300;
        QCOMPARE(watching.cues(spliceAt(1, now + 4 * 90'000)).at(0).untilSplice.value(), 4000ms);
        QCOMPARE(watching.cues(spliceAt(2, now)).at(0).untilSplice.value(), -500ms); // half a second later
        QVERIFY(!watching.cues(spliceNow(3, true)).at(0).untilSplice);
    }
    void timeToTheSpliceSurvivesTheEndOfTheClock()
    {
        Watching watching(ProgramStream::stampWrap * 300 - 2000 * ProgramStream::clockPerSlot);
        const std::int64_t now = watching.stream.clock() / 300; // a second before it
        QCOMPARE(watching.cues(spliceAt(1, (now + 4 * 90'000) % ProgramStream::stampWrap)).at(0).untilSplice.value(),
                 4000ms);
        QCOMPARE(untilStamp(0, ProgramStream::stampWrap - 90), 1ms);
        QCOMPARE(untilStamp(ProgramStream::stampWrap - 90, 0), -1ms);
    }
    void aCueWithAWrongCheckSumIsACrcErrorAndNoCue()
    {
        Watching watching;
        Bytes broken = spliceAt(1, 0);
        broken[20] ^= std::byte{1};
        QVERIFY(watching.cues(broken).empty());
        QCOMPARE(faults(watching.monitor.sample(1s)), QStringLiteral("crc 1"));
    }
};

QTEST_GUILESS_MAIN(SpliceInfoTest)
#include "splice_info_test.moc"
