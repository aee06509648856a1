// What the details of a feed say, as an engineer reads them.

#include "tests/support/feeding.h"
#include "tests/support/model_text.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using media::SignalState;

namespace {

// The details of CAM 1, told by hand.
struct Details
{
    FeedDetailsModel model{feedingShow()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    ManualClock clock;

    void happens(const Payload &payload) { model.apply({Record{1, clock.now(), payload}}); }
    // "value | note | alarm" of a line.
    QString line(const char *name) const
    {
        for (const QString &line : detailsText(model)) {
            if (const QString start = QString::fromUtf8(name) + QStringLiteral(" | "); line.startsWith(start))
                return line.mid(start.size());
        }
        return QStringLiteral("no such line");
    }
};

LinkRecord busyLink()
{
    LinkRecord record = connected("CAM 1");
    media::LinkSample &link = record.sample;
    link.total = {123456, 700, 650, 12, 3, 0};
    link.interval = {412, 5, 4, 0, 1, 0};
    link.buffered = 118ms;
    link.roundTrip = 40ms;
    return record;
}

} // namespace

class FeedDetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingIsKnownOneLineSaysSo()
    {
        const Details details;
        QCOMPARE(details.model.rowCount(), 4); // and that there is a pair
        QVERIFY(details.line("State").startsWith(QStringLiteral("not started")));
    }

    void linkFiguresBearTheNamesOfLibsrt()
    {
        Details details;
        details.happens(busyLink());
        QCOMPARE(details.line("RTT"), QStringLiteral("40 ms |  | "));
        QCOMPARE(details.line("Receive rate"), QStringLiteral("2.00 Mb/s |  | "));
        QCOMPARE(details.line("Unique"), QStringLiteral("123,456 · 412 /s |  | "));
        QCOMPARE(details.line("Lost"), QStringLiteral("700 · 5 /s |  | "));
        QCOMPARE(details.line("Retransmitted"), QStringLiteral("650 · 4 /s |  | "));
        QCOMPARE(details.line("Belated"), QStringLiteral("12 |  | "));
        QCOMPARE(details.line("Dropped"), QStringLiteral("3 · 1 /s |  | "));
        QCOMPARE(details.line("Undecryptable"), QStringLiteral("0 |  | "));
        QCOMPARE(details.line("Buffer"), QStringLiteral("118 ms |  | "));
        QCOMPARE(details.line("Latency"), QStringLiteral("120 ms |  | "));
    }

    void latencyBelowFourRoundTripsIsAdvisedByWhatIsLost()
    {
        Details details;
        LinkRecord link = busyLink();
        link.sample.total = {900, 60, 0, 0, 0, 0}; // out of order, not lost
        link.sample.interval = {};
        details.happens(link);
        QCOMPARE(details.line("Latency ÷ RTT"), QStringLiteral("3.0 × |  | ")); // enough while nothing is lost
        link.sample.total = {900, 50, 50, 0, 0, 0};
        details.happens(link);
        QCOMPARE(details.line("Latency ÷ RTT"), QStringLiteral("3.0 × | Raise the latency to at least 200 ms. | "));
        link.sample.roundTrip = 10ms;
        details.happens(link);
        QCOMPARE(details.line("Latency ÷ RTT"), QStringLiteral("12 × |  | "));
    }

    void whatIsNotKnownIsCalledUnknown()
    {
        Details details;
        LinkRecord link = connected("CAM 1");
        link.sample.roundTrip.reset();
        details.happens(link);
        QCOMPARE(details.line("RTT"), QStringLiteral("unknown |  | "));
        QCOMPARE(details.line("Latency ÷ RTT"), QStringLiteral("unknown |  | "));
        media::AudioLevels levels;
        levels.present = true;
        details.happens(AudioRecord{{QStringLiteral("CAM 1")}, levels});
        QCOMPARE(details.line("Integrated (I)"), QStringLiteral("unknown |  | "));
        QCOMPARE(details.line("A/V offset"), QStringLiteral("unknown |  | "));
    }

    void aCarrierThatIsNotSrtHasNoPacketCounts()
    {
        Details details;
        LinkRecord link = connected("CAM 1");
        link.sample.carrier = QStringLiteral("HLS");
        details.happens(link);
        QCOMPARE(details.line("Carried by"), QStringLiteral("HLS |  | "));
        QCOMPARE(details.line("Dropped"), QStringLiteral("no such line"));
    }

    void theTransportStreamNamesItsProgramsStreamsAndErrors()
    {
        Details details;
        details.happens(connected("CAM 1"));
        media::TransportSample transport;
        transport.recognised = true;
        transport.rate = media::BitsPerSecond{4e6};
        transport.nullShare = 0.25;
        transport.programs = std::vector<std::uint16_t>{1, 7};
        transport.program = 7;
        transport.streams = {{256, QStringLiteral("H.264"), media::BitsPerSecond{3.8e6}}};
        transport.continuityErrors = 12;
        transport.errors = media::TransportErrors{};
        transport.errors->pat = 1;
        transport.pcrJitter = 1500us;
        details.happens(TransportRecord{{QStringLiteral("CAM 1")}, transport});
        QCOMPARE(details.line("Program"), QStringLiteral("7 of 1, 7 |  | "));
        QCOMPARE(details.line("PID 256 H.264"), QStringLiteral("3.80 Mb/s |  | "));
        QCOMPARE(details.line("Null packets"), QStringLiteral("25 % |  | "));
        QCOMPARE(details.line("TR 101 290, priority 1"), QStringLiteral("PAT 1, continuity 12 |  | "));
        QCOMPARE(details.line("TR 101 290, priority 2"), QStringLiteral("no errors |  | "));
        QCOMPARE(details.line("PCR jitter"), QStringLiteral("1.5 ms |  | "));
    }

    void thePictureSaysHowItIsCodedDecodedAndWhatItShows()
    {
        Details details;
        PictureRecord record = picture("CAM 1", SignalState::Live);
        record.state.format = media::VideoFormat{QStringLiteral("HEVC"),
                                                 QSize(1920, 1080),
                                                 50,
                                                 10,
                                                 QStringLiteral("4:2:2"),
                                                 QStringLiteral("BT.2020 HLG"),
                                                 false};
        record.state.decoder = QStringLiteral("software");
        record.state.decoderNote = QStringLiteral("VA-API: this machine has no such device.");
        record.state.content = media::PictureContent{};
        details.happens(record);
        QCOMPARE(details.line("Format"), QStringLiteral("HEVC 1920×1080 50 fps |  | "));
        QCOMPARE(details.line("Coding"), QStringLiteral("10 bit · 4:2:2 · BT.2020 HLG · progressive |  | "));
        QCOMPARE(details.line("Decoder"), QStringLiteral("software | VA-API: this machine has no such device. | "));
        QCOMPARE(details.line("Content"), QStringLiteral("moving |  | "));
        record.state.content->frozen = 12s;
        details.happens(record);
        QCOMPARE(details.line("Content"), QStringLiteral("still for 12 s |  | "));
    }

    void theSoundSaysItsLoudnessPeaksAndFaults()
    {
        Details details;
        media::AudioLevels levels;
        levels.present = true;
        levels.codec = QStringLiteral("AAC");
        levels.peakDbfs = {-10, -11};
        levels.track = 2;
        levels.tracks = 3;
        levels.integratedLufs = -23.04;
        levels.truePeakDbtp = -1.5;
        levels.phase = 0.876;
        levels.soundEarly = -60ms;
        levels.faults = media::SoundFaults{};
        details.happens(AudioRecord{{QStringLiteral("CAM 1")}, levels});
        QCOMPARE(details.line("Track"), QStringLiteral("2 of 3: AAC, stereo |  | "));
        QCOMPARE(details.line("Integrated (I)"), QStringLiteral("-23.0 LUFS |  | "));
        QCOMPARE(details.line("True peak"), QStringLiteral("-1.5 dBTP |  | "));
        QCOMPARE(details.line("Phase"), QStringLiteral("0.88 |  | "));
        QCOMPARE(details.line("A/V offset"), QStringLiteral("sound 60 ms late |  | "));
        QCOMPARE(details.line("Faults"), QStringLiteral("none |  | "));
        levels.faults->channelDead = 31s;
        levels.faults->deadChannel = 2;
        details.happens(AudioRecord{{QStringLiteral("CAM 1")}, levels});
        QCOMPARE(details.line("Faults"), QStringLiteral("channel 2 silent for 31 s |  | "));
    }

    void anAlarmStandsAtTheFigureItIsAboutAndLeavesIt()
    {
        Details details;
        details.happens(busyLink());
        Alarm alarm;
        alarm.key = QStringLiteral("feed/CAM 1/dropped");
        alarm.where = QStringLiteral("CAM 1");
        alarm.what = QStringLiteral("DROPPED PACKETS");
        alarm.priority = AlarmPriority::Major;
        alarm.state = AlarmState::ActiveUnacknowledged;
        details.happens(AlarmRecord{alarm});
        QVERIFY(details.line("Dropped").endsWith(QStringLiteral("| DROPPED PACKETS")));
        alarm.state = AlarmState::ReturnedUnacknowledged;
        details.happens(AlarmRecord{alarm});
        QVERIFY(details.line("Dropped").endsWith(QStringLiteral("| ")));
    }

    void aPairIsToldAtBothItsFeeds()
    {
        Details details;
        MatchRecord match{{QStringLiteral("Main stage")}, {}};
        QCOMPARE(details.line("Backup CAM 2"), QStringLiteral("unknown |  | "));
        match.sample.picture = media::ContentMatch::Same;
        match.sample.pictureBehind = 240ms;
        details.happens(match);
        QCOMPARE(details.line("Backup CAM 2"), QStringLiteral("same programme, 240 ms behind |  | "));
        Alarm late;
        late.key = QStringLiteral("feed/CAM 2/pair/Main stage/apart");
        late.where = QStringLiteral("CAM 2");
        late.what = QStringLiteral("BACKUP LATE");
        late.state = AlarmState::ActiveUnacknowledged;
        details.happens(AlarmRecord{late});
        details.model.setFeed(1);
        QCOMPARE(details.line("Against CAM 1"), QStringLiteral("same programme, 240 ms behind |  | BACKUP LATE"));
        details.model.setFeed(2);
        QCOMPARE(details.line("PAIR"), QStringLiteral("no such line"));
    }

    void theLastCueIsToldInWords()
    {
        Details details;
        details.happens(connected("CAM 1"));
        media::SpliceCue cue;
        cue.command = media::SpliceCue::Command::TimeSignal;
        cue.segmentation = 0x34;
        cue.untilSplice = 4s;
        cue.duration = 30s;
        cue.eventId = 12;
        details.happens(CueRecord{{QStringLiteral("CAM 1")}, cue});
        QCOMPARE(details.line("Last, 18:00:00 UTC"),
                 QStringLiteral("time signal, provider placement starts, in 4.0 s, for 30 s, event 12 |  | "));
    }

    void anotherFeedIsThereAtOnceWhenItIsChosen()
    {
        Details details;
        details.happens(connected("CAM 2", 77));
        QCOMPARE(details.line("Unique"), QStringLiteral("no such line"));
        details.model.setFeed(1);
        QCOMPARE(details.model.feedName(), QStringLiteral("CAM 2"));
        QCOMPARE(details.line("Unique"), QStringLiteral("77 · 77 /s |  | "));
        details.model.setFeed(99);
        QCOMPARE(details.model.feedName(), QStringLiteral("CAM 2"));
    }
};

QTEST_GUILESS_MAIN(FeedDetailsTest)
#include "feed_details_test.moc"
