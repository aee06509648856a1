// What the windows read, told as text an operator could read.

#include "tests/support/hand_room.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using cloud::EncoderState;
using media::SignalState;
namespace AlarmRole = widgets::AlarmRole;
namespace WallRole = widgets::WallRole;

class RoomModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingIsKnownNothingIsGoodAndNothingIsBad()
    {
        const Room room;
        QCOMPARE(room.wall(0, WallRole::TallyWord).toString(), QStringLiteral("TALLY ?"));
        QCOMPARE(room.wall(0, WallRole::Live).toBool(), false);
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QStringLiteral("WAITING"));
        QCOMPARE(room.wall(0, WallRole::AudioWord).toString(), QString());
        QCOMPARE(room.models.encoders.index(0).data(EncoderRole::State).toString(), QStringLiteral("UNKNOWN"));
        QCOMPARE(room.models.encoders.index(0).data(EncoderRole::StartBlocked).toString(), QString());
        QVERIFY(!room.wall(0, WallRole::PictureAge).isValid());
    }

    void aLostFeedSaysSinceWhenAndWhyAndGetsOlder()
    {
        Room room;
        room.source.happens(picture("CAM 1", SignalState::Live));
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QString());
        LinkRecord lost = connected("CAM 1");
        lost.sample.state = media::LinkState::Waiting;
        lost.sample.fault =
            media::Error{media::Error::Kind::ConnectionLost, QStringLiteral("The connection ended"), {}, {}};
        room.source.happens(lost);
        PictureRecord none = picture("CAM 1", SignalState::NoSignal);
        none.state.inState = 1s;
        room.source.happens(none);
        room.source.clock.pass(11s);
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QStringLiteral("NO SIGNAL"));
        QCOMPARE(room.wall(0, WallRole::StateDetail).toString(), QStringLiteral("for 12 s · The connection ended"));
        QVERIFY(room.wall(0, WallRole::AccessibleText)
                    .toString()
                    .startsWith(QStringLiteral("CAM 1, tally unknown, no signal")));
    }

    void aMeterIsToldOnlyWhatWasMeasuredAnew()
    {
        Room room;
        room.source.happens(picture("CAM 1", SignalState::Live));
        QSignalSpy changed(&room.models.wall, &QAbstractItemModel::dataChanged);
        media::AudioLevels levels;
        levels.present = true;
        levels.peakDbfs = {-12.0F, -20.0F};
        room.source.happens(AudioRecord{{QStringLiteral("CAM 1")}, levels});
        QCOMPARE(changed.size(), 1);
        for (const int role : {int(WallRole::AudioPeaks), int(WallRole::AudioQuasiPeaks), int(WallRole::AudioTruePeaks),
                               int(WallRole::ShortTermLoudness)})
            QVERIFY(changed[0][2].value<QList<int>>().contains(role));
        room.source.happens(connected("CAM 1"));
        room.models.wall.refresh();
        QCOMPARE(changed.size(), 3);
        for (int i = 1; i < 3; ++i) {
            const auto roles = changed[i][2].value<QList<int>>();
            QVERIFY(!roles.isEmpty() && !roles.contains(WallRole::AudioPeaks));
        }
    }

    void soundOfAFeedThatIsNotLiveIsNotShown()
    {
        Room room;
        media::AudioLevels levels;
        levels.present = true;
        levels.peakDbfs = {-12.0F};
        room.source.happens(picture("CAM 1", SignalState::Live));
        room.source.happens(AudioRecord{{QStringLiteral("CAM 1")}, levels});
        QCOMPARE(room.wall(0, WallRole::AudioPeaks).value<QList<float>>().size(), 1);
        room.source.happens(picture("CAM 1", SignalState::NoSignal));
        QVERIFY(room.wall(0, WallRole::AudioPeaks).value<QList<float>>().isEmpty());
    }

    void aLivePictureWithoutSoundSaysSo()
    {
        Room room;
        room.source.happens(picture("CAM 1", SignalState::Live));
        QCOMPARE(room.wall(0, WallRole::AudioWord).toString(), QStringLiteral("NO AUDIO"));
    }

    void theWorstStandingAlarmOfAFeedIsItsBadge()
    {
        Room room;
        const Instant now = room.source.now();
        room.source.happens(AlarmRecord{alarm("minor", "CAM 1", AlarmPriority::Minor, now)});
        room.source.happens(AlarmRecord{alarm("major", "CAM 1", AlarmPriority::Major, now)});
        QCOMPARE(room.wall(0, WallRole::AlarmWord).toString(), QStringLiteral("major"));
        room.source.happens(
            AlarmRecord{alarm("major", "CAM 1", AlarmPriority::Major, now, AlarmState::ReturnedUnacknowledged)});
        QCOMPARE(room.wall(0, WallRole::AlarmWord).toString(), QStringLiteral("minor"));
        QCOMPARE(room.wall(1, WallRole::Alarm).toInt(), 0);
    }

    void alarmsStandUnacknowledgedFirstThenWorstThenNewest()
    {
        Room room;
        const Instant early = room.source.now();
        room.source.happens(AlarmRecord{alarm("b", "CAM 1", AlarmPriority::Major, early)});
        room.source.clock.pass(1s);
        const Instant late = room.source.now();
        room.source.happens(AlarmRecord{alarm("a", "CAM 1", AlarmPriority::Minor, late)});
        room.source.happens(AlarmRecord{alarm("c", "CAM 1", AlarmPriority::Major, late)});
        room.source.happens(
            AlarmRecord{alarm("d", "CAM 1", AlarmPriority::Critical, early, AlarmState::ActiveAcknowledged)});
        room.source.happens(
            AlarmRecord{alarm("e", "CAM 1", AlarmPriority::Critical, early, AlarmState::ReturnedUnacknowledged)});
        const auto order = [&] {
            QStringList keys;
            for (int row = 0; row < room.models.alarms.rowCount(); ++row)
                keys.append(room.models.alarms.index(row).data(AlarmRole::Key).toString().right(1));
            return keys.join(QString());
        };
        QCOMPARE(order(), QStringLiteral("cbaed"));
        room.source.happens(AlarmRecord{alarm("c", "CAM 1", AlarmPriority::Major, late, AlarmState::Normal)});
        QCOMPARE(order(), QStringLiteral("baed"));
    }

    void aLostPollKeepsTheLastStateAndSaysHowOldItIs()
    {
        Room room;
        room.source.happens(encoder(EncoderState::Running, "RUNNING", {QStringLiteral("A"), QStringLiteral("A")}));
        room.source.clock.pass(7s);
        room.source.happens(unreachable());
        const QModelIndex row = room.models.encoders.index(0);
        QCOMPARE(row.data(EncoderRole::State).toString(), QStringLiteral("RUNNING"));
        QCOMPARE(row.data(EncoderRole::Reachable).toBool(), false);
        QCOMPARE(row.data(EncoderRole::Age).toString(),
                 QStringLiteral("no answer since 7.0 s: Ask for the channel (MediaLive)"));
        QCOMPARE(row.data(EncoderRole::StopBlocked).toString(), QString()); // not knowing blocks nobody
    }

    void whatIsOnlyLastKnownBlocksNoButtonAndSaysSo()
    {
        Room room;
        room.source.happens(encoder(EncoderState::Running, "RUNNING", {QStringLiteral("A"), QStringLiteral("A")}));
        const QModelIndex row = room.models.encoders.index(0);
        QCOMPARE(row.data(EncoderRole::ActiveInput).toString(), QStringLiteral("A"));
        room.source.clock.pass(6s); // the provider hangs: not even a failure comes
        QVERIFY(!row.data(EncoderRole::Reachable).toBool());
        QVERIFY(row.data(EncoderRole::ActiveInput).toString().isEmpty());
        QVERIFY(row.data(EncoderRole::Pipelines).toString().startsWith(QStringLiteral("last known")));
        QVERIFY(row.data(EncoderRole::StartBlocked).toString().isEmpty());
    }

    void anEncodersAlarmIsNotThatOfAFeedOfTheSameName()
    {
        Room room;
        Alarm alarm;
        alarm.key = QStringLiteral("encoder/CAM 1/unreachable");
        alarm.where = QStringLiteral("CAM 1");
        alarm.state = AlarmState::ActiveUnacknowledged;
        room.source.happens(AlarmRecord{alarm});
        QCOMPARE(room.wall(0, WallRole::Alarm).toInt(), 0);
    }

    void aConnectedSenderThatSendsNothingIsNotCalledAStrangeStream()
    {
        Room room;
        PictureRecord waiting = picture("CAM 1", SignalState::Waiting);
        waiting.state.waitingFor = media::WaitingFor::TransportStream;
        room.source.happens(waiting);
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QStringLiteral("WAITING FOR DATA"));
        media::TransportSample strange;
        strange.rate = media::BitsPerSecond{1e6};
        room.source.happens(TransportRecord{{QStringLiteral("CAM 1")}, strange});
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QStringLiteral("NOT MPEG-TS"));
    }

    void aCommandUnderWayBlocksTheOthersAndARefusedOneDoesNotHideIt()
    {
        Room room;
        room.source.happens(encoder(EncoderState::Running, "RUNNING", {QStringLiteral("A"), QStringLiteral("A")}));
        const CommandRecord first{{QStringLiteral("1")},      {QStringLiteral("Main")},
                                  cloud::Verb::SwitchInput,   QStringLiteral("B"),
                                  QStringLiteral("operator"), {},
                                  CommandStep::Accepted,      {}};
        room.source.happens(first);
        const QModelIndex row = room.models.encoders.index(0);
        QVERIFY(row.data(EncoderRole::StopBlocked).toString().contains(QStringLiteral("Switch Main to B")));
        CommandRecord second = first;
        second.id = {QStringLiteral("2")};
        second.verb = cloud::Verb::Stop;
        second.step = CommandStep::Requested;
        room.source.happens(second);
        second.step = CommandStep::Refused;
        room.source.happens(second);
        QVERIFY(row.data(EncoderRole::Command).toString().startsWith(QStringLiteral("Switch Main to B: accepted")));
        QCOMPARE(room.models.audit.rowCount(), 2);
        QCOMPARE(room.models.audit.index(0).data(AuditRole::StepWord).toString(), QStringLiteral("refused"));
    }

    void theAuditListShowsEveryStepWithItsTimeAfterTheRequest()
    {
        Room room;
        CommandRecord command{{QStringLiteral("1")},      {QStringLiteral("Main")},      cloud::Verb::Stop,      {},
                              QStringLiteral("operator"), QStringLiteral("end of show"), CommandStep::Requested, {}};
        room.source.happens(command);
        for (const CommandStep step : {CommandStep::Sent, CommandStep::Accepted, CommandStep::Confirmed}) {
            room.source.clock.pass(400ms);
            command.step = step;
            room.source.happens(command);
        }
        const QModelIndex row = room.models.audit.index(0);
        QCOMPARE(row.data(AuditRole::Marks).toString(),
                 QStringLiteral("requested · sent +0.4 s · accepted +0.8 s · confirmed +1.2 s"));
        QCOMPARE(row.data(AuditRole::Who).toString(), QStringLiteral("operator: end of show"));
    }

    void theAuditListKeepsTheLastTwoHundred()
    {
        Room room;
        for (int i = 0; i < 250; ++i)
            room.source.happens(CommandRecord{{QString::number(i)},
                                              {QStringLiteral("Main")},
                                              cloud::Verb::Stop,
                                              {},
                                              {},
                                              {},
                                              CommandStep::Requested,
                                              {}});
        QCOMPARE(room.models.audit.rowCount(), 200);
    }

    void aLostLinkAndALostPollAreGapsOnTheChart()
    {
        Room room;
        cloud::AudienceSample figures;
        figures.viewers = 1200;
        figures.rebuffering = 0.004;
        room.source.happens(AudienceRecord{{QStringLiteral("Viewers")}, figures});
        room.source.happens(connected("CAM 1"));
        room.source.clock.pass(1s);
        cloud::AudienceSample failed;
        failed.failure = cloud::Error{};
        room.source.happens(AudienceRecord{{QStringLiteral("Viewers")}, failed});
        LinkRecord lost = connected("CAM 1");
        lost.sample.state = media::LinkState::Waiting;
        room.source.happens(lost);
        const auto &lanes = room.models.series.lanes();
        QCOMPARE(lanes[0].series[0].points.front().value, 1200.0);
        QCOMPARE(lanes[1].series[0].points.front().value, 0.4);
        QVERIFY(std::isnan(lanes[0].series[0].points.back().value));
        const ChartLane *rate = room.models.series.lane(QStringLiteral("rate CAM 1"));
        QVERIFY(rate);
        QCOMPARE(rate->series[0].points.front().value, 2.0);
        QVERIFY(std::isnan(rate->series[0].points.back().value));
    }

    void chartsForgetWhatIsOlderThanTenMinutes()
    {
        Room room;
        room.source.happens(connected("CAM 1"));
        room.source.clock.pass(601s);
        room.source.happens(connected("CAM 2"));
        QVERIFY(room.models.series.lane(QStringLiteral("rate CAM 1"))->series[0].points.empty());
    }
};

QTEST_GUILESS_MAIN(RoomModelsTest)
#include "room_models_test.moc"
