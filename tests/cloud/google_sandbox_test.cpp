// The catalogue's Google adapter against the rehearsal's Google: from a key file over a signed assertion and a token to
// a switch that is seen, and what the rehearsal can get wrong.

#include "cloud/catalogue.h"
#include "cloud/sandbox/sandbox_server.h"

#include "cloud/provider_calls.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

using Fault = SandboxFault::Kind;

struct Room
{
    std::chrono::milliseconds time{0};
    SandboxServer sandbox;
    QTemporaryDir folder;
    QNetworkAccessManager network;
    std::unique_ptr<EncoderProvider> provider;

    explicit Room(bool running = true)
        : sandbox(
              {.fast = true, .running = running, .googleAccount = account(), .steadyClock = [this] { return time; }})
    {
        const auto port = sandbox.start();
        Q_ASSERT(port);
        account() = sandbox.googleAccount();
        QFile key(folder.filePath(QStringLiteral("key.json")));
        if (key.open(QIODevice::WriteOnly))
            key.write(sandbox.googleAccount());
        key.close();
        const ProviderSettings settings{{QStringLiteral("location"), QStringLiteral("europe-west1")},
                                        {QStringLiteral("channel"), QStringLiteral("rehearsal")},
                                        {QStringLiteral("key_file"), key.fileName()},
                                        {QStringLiteral("endpoint"), sandbox.endpoint().toString()}};
        auto made = encoderProvider(QStringLiteral("google-livestream"))->make(settings, network);
        if (made)
            provider = *std::move(made);
        else
            qWarning("%s", qPrintable(made.error().text() + made.error().advice));
    }

    // What the channel shows after the time its changes take.
    EncoderSample later(std::chrono::milliseconds after = 30s)
    {
        time += after;
        return poll(*provider);
    }
    CommandAnswer command(Verb verb, const QString &input = {})
    {
        Command made;
        made.verb = verb;
        made.input = input;
        made.token = QStringLiteral("0b0e29ad-57a5-4f2c-9d2f-3c7b8bde0%1").arg(++m_commands, 3, 10, QLatin1Char('0'));
        return send(*provider, made);
    }
    void wrong(SandboxFault fault) { sandbox.addFault(fault); }

private:
    // To make a key takes a while: one is enough for all.
    static QByteArray &account()
    {
        static QByteArray made;
        return made;
    }

    int m_commands = 0;
};

SandboxFault fault(Fault kind, SandboxFault::Calls calls = SandboxFault::Calls::All)
{
    SandboxFault made;
    made.kind = kind;
    made.calls = calls;
    return made;
}

} // namespace

class GoogleSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromAKeyFileToASwitchThatIsSeen()
    {
        Room room;
        QVERIFY(room.provider);
        const EncoderSample before = room.later();
        QVERIFY2(!before.failure, before.failure ? qPrintable(before.failure->text() + before.failure->detail) : "");
        QCOMPARE(before.state, EncoderState::Running);
        QCOMPARE(before.inputs, (std::vector<QString>{QStringLiteral("A"), QStringLiteral("B")}));
        QCOMPARE(before.activeInput(), QStringLiteral("A"));
        const auto answer = room.command(Verb::SwitchInput, QStringLiteral("B"));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(room.later().activeInput(), QStringLiteral("B"));
    }

    void aChannelIsStartedAndStoppedAndItsOperationsEnd()
    {
        Room room(false);
        QCOMPARE(room.later().state, EncoderState::Idle);
        QVERIFY(room.command(Verb::Start));
        EncoderSample sample = room.later();
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.jobs.size(), 1u);
        QCOMPARE(sample.jobs.front().state, JobSample::State::Done);
        const auto again = room.command(Verb::Start);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QVERIFY(room.command(Verb::Stop));
        QCOMPARE(room.later().state, EncoderState::Idle);
    }

    void aTimeOutAfterTheExecutionIsLookedUp()
    {
        Room room;
        QVERIFY(!room.later().failure);
        room.wrong(fault(Fault::TimeOut, SandboxFault::Calls::Commands));
        const auto answer = room.command(Verb::SwitchInput, QStringLiteral("B"));
        QVERIFY(!answer);
        QVERIFY(answer.error().kind == Error::Kind::TimedOut || answer.error().kind == Error::Kind::Unreachable);
        QCOMPARE(room.later().activeInput(), QStringLiteral("B")); // it was carried out, and once
    }

    void acceptedAndNothingHappensShowsNoEffect()
    {
        Room room;
        QVERIFY(!room.later().failure);
        room.wrong(fault(Fault::AcceptOnly));
        QVERIFY(room.command(Verb::SwitchInput, QStringLiteral("B")));
        QCOMPARE(room.later().activeInput(), QStringLiteral("A"));
    }

    void anExpiredTokenIsRenewedOnce()
    {
        Room room;
        QVERIFY(!room.later().failure);
        SandboxFault expired = fault(Fault::ExpiredToken);
        expired.count = 1;
        room.wrong(expired);
        const EncoderSample sample = room.later();
        QVERIFY2(!sample.failure, sample.failure ? qPrintable(sample.failure->detail) : "");
    }

    void whatIsWrongWithAnAnswerIsAFailureThatSaysSo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<int>>("allowed");
        const auto row = [](const char *name, Fault kind, std::initializer_list<Error::Kind> allowed) {
            QList<int> kinds;
            for (const Error::Kind each : allowed)
                kinds.append(int(each));
            QTest::newRow(name) << int(kind) << kinds;
        };
        row("throttled", Fault::Throttled, {Error::Kind::Throttled});
        row("server error", Fault::ServerError, {Error::Kind::ServerFault});
        row("truncated", Fault::Truncated, {Error::Kind::BadAnswer, Error::Kind::Unreachable});
        row("a hundred megabytes", Fault::Huge, {Error::Kind::BadAnswer});
        row("deep", Fault::Deep, {Error::Kind::BadAnswer});
        row("denied", Fault::Denied, {Error::Kind::Refused});
    }
    void whatIsWrongWithAnAnswerIsAFailureThatSaysSo()
    {
        QFETCH(int, kind);
        QFETCH(QList<int>, allowed);
        Room room;
        QVERIFY(!room.later().failure);
        room.wrong(fault(Fault(kind)));
        const EncoderSample sample = room.later();
        QVERIFY(sample.failure);
        QVERIFY2(allowed.contains(int(sample.failure->kind)), qPrintable(sample.failure->detail));
        QVERIFY(!sample.failure->advice.isEmpty());
        QVERIFY(sample.activeInput().isEmpty()); // a gap
        room.sandbox.clearFaults();
    }

    // P12 of the fault matrix: what a command would lack is known before anybody sends one.
    void aMissingPermissionIsFoundWithoutSendingACommand()
    {
        Room room;
        const auto check = [&room] {
            return await<std::vector<AccessFinding>>(
                       [&](auto answer) { room.provider->checkAccess(std::move(answer)); })
                .value_or(std::vector<AccessFinding>{});
        };
        const auto words = [](const std::vector<AccessFinding> &findings) {
            QStringList list;
            for (const AccessFinding &one : findings)
                list.append(one.permission + (one.failure                ? QStringLiteral(" missing")
                                              : one.notChecked.isEmpty() ? QStringLiteral(" ok")
                                                                         : QStringLiteral(" ?")));
            return list;
        };
        QStringList found = words(check());
        QVERIFY2(found.contains(QStringLiteral("livestream.channels.stop ok")), qPrintable(found.join(u' ')));
        QCOMPARE(found.filter(QStringLiteral(" ok")).size(), found.size());
        room.wrong(fault(Fault::Denied, SandboxFault::Calls::Commands));
        found = words(check());
        QVERIFY2(found.contains(QStringLiteral("livestream.channels.get ok")), qPrintable(found.join(u' ')));
        QVERIFY(found.contains(QStringLiteral("livestream.events.create missing")));
        QCOMPARE(room.later().state, EncoderState::Running); // nothing was stopped to find that out
    }

    void aListWithoutAnEndDoesNotHoldUpTheState()
    {
        Room room;
        room.wrong(fault(Fault::TokenLoop));
        const EncoderSample sample = room.later();
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Running);
    }
};

QTEST_GUILESS_MAIN(GoogleSandboxTest)
#include "google_sandbox_test.moc"
