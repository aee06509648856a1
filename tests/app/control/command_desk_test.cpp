// A command is requested on disk, sent, accepted, and proven by the encoder itself.

#include "app/control/command_desk.h"
#include "app/models/words.h"
#include "tests/support/scripted_provider.h"
#include "tests/support/stories.h"

#include <QSignalSpy>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using cloud::EncoderState;
using cloud::Verb;

namespace {

// The desk in a room of its own.
struct Desk
{
    Desk()
    {
        desk.open(sequencer);
        desk.connectEncoder({QStringLiteral("Main")}, provider, [this](bool on) { eager = on; });
        QObject::connect(&sequencer, &Sequencer::arrived, [this](const RecordBatch &batch) {
            for (const Record &record : batch) {
                last = record.number;
                if (const auto *command = std::get_if<CommandRecord>(&record.payload)) {
                    steps.append(words::step(command->step));
                    detail = command->detail;
                }
            }
        });
    }
    void request(Verb verb, const QString &input = {})
    {
        desk.request({QStringLiteral("Main")}, verb, input, QStringLiteral("operator"), {});
    }
    void written() { desk.written(last); }
    void sees(const EncoderRecord &sample) { sequencer.record(sample); }
    void pass(std::chrono::milliseconds time)
    {
        clock.pass(time);
        sequencer.tick();
        QCoreApplication::sendPostedEvents();
    }
    QStringList takeSteps() { return std::exchange(steps, {}); }

    ManualClock clock;
    CommandDesk desk{smallShow()};
    Sequencer sequencer{clock, {&desk}};
    ScriptedProvider provider;
    RecordNumber last = 0;
    QStringList steps;
    QString detail;
    bool eager = false;
};

EncoderRecord takes(const char *input)
{
    return encoder(EncoderState::Running, "RUNNING", {QLatin1String(input), QLatin1String(input)});
}

cloud::CommandAnswer error(cloud::Error::Kind kind)
{
    cloud::Error error;
    error.kind = kind;
    error.tried = QStringLiteral("Switch the input");
    error.detail = QStringLiteral("the provider's words");
    return tl::unexpected(error);
}

} // namespace

class CommandDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSentBeforeTheRequestIsOnDisk()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("requested")});
        QVERIFY(desk.provider.sent.isEmpty());
        desk.desk.written(desk.last - 1);
        QVERIFY(desk.provider.sent.isEmpty());
        desk.written();
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("sent")});
        QCOMPARE(desk.provider.sent, QStringList{QStringLiteral("B")});
        QVERIFY(desk.eager);
    }

    void acceptedIsNotConfirmed()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        desk.written();
        desk.provider.pending({});
        QCOMPARE(desk.takeSteps(),
                 (QStringList{QStringLiteral("requested"), QStringLiteral("sent"), QStringLiteral("accepted")}));
        desk.sees(takes("A"));
        QVERIFY(desk.takeSteps().isEmpty());
        desk.sees(encoder(EncoderState::Running, "RUNNING", {QStringLiteral("B"), QStringLiteral("A")}));
        QVERIFY(desk.takeSteps().isEmpty()); // one pipeline of two
        desk.sees(takes("B"));
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("confirmed")});
        QVERIFY(!desk.eager);
    }

    void anEffectSeenBeforeTheAnswerIsConfirmedAfterIt()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        desk.written();
        desk.takeSteps();
        desk.sees(takes("B"));
        QVERIFY(desk.takeSteps().isEmpty());
        desk.provider.pending({});
        QCOMPARE(desk.takeSteps(), (QStringList{QStringLiteral("accepted"), QStringLiteral("confirmed")}));
    }

    void acceptedWithoutEffectBecomesUnconfirmed()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        desk.written();
        desk.provider.pending({});
        desk.takeSteps();
        desk.pass(19s);
        QVERIFY(desk.takeSteps().isEmpty());
        desk.pass(2s);
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("unconfirmed")});
        QCOMPARE(desk.provider.sent.size(), 1);
    }

    void whatMayHaveHappenedIsLookedUpAndNeverSentAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("no answer in time") << int(cloud::Error::Kind::TimedOut);
        QTest::newRow("the connection closed without an answer") << int(cloud::Error::Kind::Unreachable);
        QTest::newRow("a fault of theirs") << int(cloud::Error::Kind::ServerFault);
        QTest::newRow("an answer nobody understands") << int(cloud::Error::Kind::BadAnswer);
    }
    void whatMayHaveHappenedIsLookedUpAndNeverSentAgain()
    {
        QFETCH(int, kind);
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        desk.written();
        desk.provider.pending(error(static_cast<cloud::Error::Kind>(kind)));
        QCOMPARE(desk.takeSteps(),
                 (QStringList{QStringLiteral("requested"), QStringLiteral("sent"), QStringLiteral("sent")}));
        desk.sees(takes("B"));
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("confirmed")});
        QCOMPARE(desk.provider.sent.size(), 1);
    }

    void aRejectionEndsTheCommandWithTheProvidersWords()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        desk.written();
        desk.provider.pending(error(cloud::Error::Kind::Conflict));
        QCOMPARE(desk.takeSteps().last(), QStringLiteral("rejected"));
        QVERIFY(desk.detail.contains(QStringLiteral("the provider's words")));
        desk.pass(60s);
        QVERIFY(desk.takeSteps().isEmpty());
    }

    void aSecondCommandIsRefusedWhileOneIsUnderWay()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        desk.takeSteps();
        desk.request(Verb::Stop);
        QCOMPARE(desk.takeSteps(), (QStringList{QStringLiteral("requested"), QStringLiteral("refused")}));
        desk.written();
        QCOMPARE(desk.provider.sent, QStringList{QStringLiteral("B")});
    }

    void refusals_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<QString>("input");
        QTest::newRow("to the input on air") << int(Verb::SwitchInput) << "A";
        QTest::newRow("to an input that is not there") << int(Verb::SwitchInput) << "C";
        QTest::newRow("start what runs") << int(Verb::Start) << "";
    }
    void refusals()
    {
        QFETCH(int, verb);
        QFETCH(QString, input);
        Desk desk;
        desk.sees(takes("A"));
        desk.request(static_cast<Verb>(verb), input);
        desk.written();
        QCOMPARE(desk.takeSteps(), (QStringList{QStringLiteral("requested"), QStringLiteral("refused")}));
        QVERIFY(!desk.detail.isEmpty());
        QVERIFY(desk.provider.sent.isEmpty());
    }

    void notKnowingTheStateRefusesNobody()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.pass(11s);
        desk.request(Verb::Start);
        desk.written();
        QCOMPARE(desk.takeSteps(), (QStringList{QStringLiteral("requested"), QStringLiteral("sent")}));
    }

    void aPersonsCommandLeavesAfterASecondThoughTheLogCannotBeWritten()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        desk.pass(900ms);
        QVERIFY(desk.provider.sent.isEmpty());
        desk.pass(200ms);
        QCOMPARE(desk.provider.sent, QStringList{QStringLiteral("B")});
        desk.written();
        QCOMPARE(desk.provider.sent.size(), 1);
    }

    void whatTheProviderHasNoCommandForIsRefused()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::PreferInput, QStringLiteral("B"));
        QCOMPARE(desk.takeSteps(), (QStringList{QStringLiteral("requested"), QStringLiteral("refused")}));
        QVERIFY(desk.detail.contains(QStringLiteral("medialive")));
    }

    void theProvidersOwnReasonRefusesForThatInputAlone()
    {
        Desk desk;
        EncoderRecord sample = takes("A");
        sample.sample.obstacles.push_back({Verb::SwitchInput, QStringLiteral("B"), QStringLiteral("They are a pair.")});
        desk.sees(sample);
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        QCOMPARE(desk.takeSteps(), (QStringList{QStringLiteral("requested"), QStringLiteral("refused")}));
        QCOMPARE(desk.detail, QStringLiteral("They are a pair."));
        // A reason that is no longer known refuses nobody.
        desk.pass(60s);
        desk.takeSteps();
        desk.request(Verb::SwitchInput, QStringLiteral("B"));
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("requested")});
    }

    void aPlannedSwitchIsConfirmedByThePlan()
    {
        Desk desk;
        desk.sees(takes("A"));
        cloud::Command plan;
        plan.verb = Verb::ScheduleSwitch;
        plan.input = QStringLiteral("B");
        plan.at = cloud::ProviderTime(1h);
        desk.desk.request({QStringLiteral("Main")}, plan, QStringLiteral("operator"), {});
        desk.written();
        desk.provider.pending({});
        desk.takeSteps();
        EncoderRecord sample = takes("A");
        sample.sample.planned.emplace();
        desk.sees(sample);
        QCOMPARE(desk.takeSteps(), QStringList());
        sample.sample.planned->push_back({desk.provider.last.token, QStringLiteral("inputSwitch"), {}, plan.at});
        desk.sees(sample);
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("confirmed")});
        QCOMPARE(desk.provider.last.at, plan.at);
    }

    void anUnknownPlanConfirmsNoCancelling()
    {
        Desk desk;
        EncoderRecord sample = takes("A");
        desk.sees(sample);
        desk.request(Verb::CancelPlanned, QStringLiteral("then"));
        desk.written();
        desk.provider.pending({});
        desk.takeSteps();
        desk.sees(sample);
        QCOMPARE(desk.takeSteps(), QStringList());
        sample.sample.planned.emplace();
        desk.sees(sample);
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("confirmed")});
    }

    void aRestartIsConfirmedByAPipelineThatWentAndCameBack()
    {
        Desk desk;
        desk.sees(takes("A"));
        cloud::Command restart;
        restart.verb = Verb::RestartPipeline;
        restart.pipeline = QStringLiteral("1");
        desk.desk.request({QStringLiteral("Main")}, restart, QStringLiteral("operator"), {});
        desk.written();
        desk.provider.pending({});
        desk.takeSteps();
        desk.sees(takes("A")); // it has not begun yet
        QCOMPARE(desk.takeSteps(), QStringList());
        EncoderRecord down = takes("A");
        down.sample.pipelines[1].state = cloud::PipelineState::Failed;
        down.sample.pipelinesRunning = 1;
        desk.sees(down);
        desk.sees(takes("A"));
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("confirmed")});
    }

    void aJobThatFailsMakesItsCommandUnconfirmedWithTheProvidersWords()
    {
        Desk desk;
        desk.sees(takes("A"));
        desk.request(Verb::PrepareInput, QStringLiteral("B"));
        desk.written();
        desk.provider.pending({});
        desk.takeSteps();
        EncoderRecord sample = takes("A");
        sample.sample.jobs.push_back(
            {desk.provider.last.token, cloud::JobSample::State::Failed, QStringLiteral("no such file")});
        desk.sees(sample);
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("unconfirmed")});
        QVERIFY(desk.detail.contains(QStringLiteral("no such file")));
    }

    void startAndStopAreConfirmedByTheState()
    {
        Desk desk;
        desk.sees(encoder(EncoderState::Idle, "IDLE"));
        desk.request(Verb::Start);
        desk.written();
        desk.provider.pending({});
        desk.sees(encoder(EncoderState::Starting, "STARTING"));
        desk.takeSteps();
        desk.sees(takes("A"));
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("confirmed")});
        desk.request(Verb::Stop);
        desk.written();
        desk.provider.pending({});
        desk.takeSteps();
        desk.sees(encoder(EncoderState::Idle, "IDLE"));
        QCOMPARE(desk.takeSteps(), QStringList{QStringLiteral("confirmed")});
    }
};

QTEST_GUILESS_MAIN(CommandDeskTest)
#include "command_desk_test.moc"
