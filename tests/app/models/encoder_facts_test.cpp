// What the card of an encoder says: figures with their units and age, unknown as nothing, provider words as they came.

#include "app/models/encoder_facts.h"
#include "app/models/encoder_model.h"
#include "tests/support/hand_room.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using cloud::EncoderSample;
using widgets::TileAlarm;

namespace {

const Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 12h, 1h};

cloud::ProviderTime before(std::chrono::milliseconds time)
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(kNow.utc) - time;
}

EncoderSample running(int pipelines)
{
    EncoderSample sample;
    sample.state = cloud::EncoderState::Running;
    sample.providerState = QStringLiteral("RUNNING");
    sample.pipelinesExpected = 2;
    sample.pipelinesRunning = pipelines;
    return sample;
}

} // namespace

class EncoderFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePipelinesAreQuietYellowOrCriticalWithAWord()
    {
        QCOMPARE(pipelineBadge(running(2)).alarm, TileAlarm::None);
        QCOMPARE(pipelineBadge(running(1)).alarm, TileAlarm::Minor);
        QCOMPARE(pipelineBadge(running(1)).word, QStringLiteral("1 OF 2 PIPELINES"));
        QCOMPARE(pipelineBadge(running(0)).alarm, TileAlarm::Critical);
        QCOMPARE(pipelineBadge(running(0)).word, QStringLiteral("NO PIPELINE RUNS"));
        EncoderSample idle = running(0);
        idle.state = cloud::EncoderState::Idle;
        QCOMPARE(pipelineBadge(idle).alarm, TileAlarm::None);
    }

    void onlyWhatIsKnownIsSaidAndWithItsAge()
    {
        EncoderSample sample = running(2);
        QCOMPARE(encoderFigures(sample, kNow), QString());
        sample.figures.inputRate = cloud::BitsPerSecond{8.2e6};
        sample.figures.droppedFrames = 0;
        sample.figures.fill = 0ms;
        sample.figures.measured = before(42s);
        sample.pipelinesLocked = false;
        QCOMPARE(encoderFigures(sample, kNow),
                 QStringLiteral("in 8.20 Mb/s · dropped 0 · no fill · PIPELINES NOT IN STEP · measured 42 s ago"));
    }

    void anInputSaysWhatIsKnownOfIt()
    {
        EncoderSample sample = running(2);
        sample.inputHealth.push_back({QStringLiteral("fibre"), true, true, cloud::BitsPerSecond{12e6}, 0.0051,
                                      std::nullopt, 18ms, QStringLiteral("srt-listener from 192.0.2.7")});
        sample.inputHealth.push_back({QStringLiteral("5G"), {}, {}, {}, {}, {}, {}, {}});
        sample.preferredInput = QStringLiteral("fibre");
        QCOMPARE(inputLines(sample),
                 QStringList{QStringLiteral("fibre: in use · connected · 12.00 Mb/s · loss 0.51 % · RTT 18 ms · "
                                            "srt-listener from 192.0.2.7 · preferred")});
    }

    void aPlanIsToldWithItsTimeAndCredentialsAreToldAhead()
    {
        EncoderSample sample = running(2);
        QVERIFY(plannedLines(sample, kNow).isEmpty());
        sample.planned = {{{QStringLiteral("a"), QStringLiteral("inputSwitch"), QStringLiteral("B"), before(-90s)}}};
        QCOMPARE(plannedLines(sample, kNow),
                 QStringList{QStringLiteral("planned: inputSwitch to B at 12:01:30 UTC, in 1 min 30 s")});
        QCOMPARE(credentialsText(sample, kNow), QString());
        sample.credentialsExpire = before(-2h);
        QCOMPARE(credentialsText(sample, kNow), QString());
        sample.credentialsExpire = before(-12min);
        QCOMPARE(credentialsText(sample, kNow), QStringLiteral("credentials: 12 min 00 s left"));
        sample.credentialsExpire = before(1s);
        QCOMPARE(credentialsText(sample, kNow), QStringLiteral("credentials have expired"));
    }

    void theProvidersWordsStayVisible()
    {
        EncoderSample sample = running(2);
        sample.details.push_back({QStringLiteral("channelClass"), QStringLiteral("STANDARD")});
        sample.switchDelay = 10s;
        QVERIFY(detailLines(sample).contains(QStringLiteral("channelClass: STANDARD")));
        QVERIFY(detailLines(sample).last().contains(QStringLiteral("10 s after it is accepted")));
    }

    void anActionSaysForEachInputWhyItCannotBe()
    {
        HandRoom source;
        const Show show = smallShow();
        RoomModels models(show, source);
        QObject::connect(&source, &RecordSource::arrived, [&](const RecordBatch &batch) { models.apply(batch); });
        EncoderRecord record =
            encoder(cloud::EncoderState::Running, "RUNNING", {QStringLiteral("A"), QStringLiteral("A")});
        record.sample.obstacles.push_back(
            {cloud::Verb::SwitchInput, QStringLiteral("B"), QStringLiteral("They are a pair.")});
        source.happens(record);
        const QModelIndex row = models.encoders.index(0);
        const QVariantMap blocked = row.data(EncoderRole::BlockedInputs).toMap();
        QCOMPARE(blocked.value(blockedKey(cloud::Verb::SwitchInput, QStringLiteral("B"))).toString(),
                 QStringLiteral("They are a pair."));
        QVERIFY(!blocked.contains(blockedKey(cloud::Verb::SwitchInput, {})));
        QVERIFY(!blocked.contains(blockedKey(cloud::Verb::PrepareInput, QStringLiteral("B"))));
        QVERIFY(row.data(EncoderRole::Verbs).toList().contains(int(cloud::Verb::RestartPipeline)));
    }
};

QTEST_GUILESS_MAIN(EncoderFactsTest)
#include "encoder_facts_test.moc"
