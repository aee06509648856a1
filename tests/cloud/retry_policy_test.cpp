#include "cloud/http/http_client.h"
#include "cloud/http/retry_policy.h"

#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;

namespace {

Error fault(Error::Kind kind, int retryAfter = 0)
{
    Error error;
    error.kind = kind;
    error.retryAfterSeconds = retryAfter;
    return error;
}

} // namespace

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatMayPassByItselfIsWorthAskingAgainSoon()
    {
        for (const auto kind : {Error::Kind::Unreachable, Error::Kind::TimedOut, Error::Kind::Throttled,
                                Error::Kind::ServerFault, Error::Kind::BadAnswer})
            QCOMPARE(outlook(fault(kind)), Outlook::Soon);
        for (const auto kind :
             {Error::Kind::Refused, Error::Kind::ClockSkew, Error::Kind::Conflict, Error::Kind::Invalid,
              Error::Kind::NotFound, Error::Kind::Credentials, Error::Kind::Setting})
            QCOMPARE(outlook(fault(kind)), Outlook::Unlikely);
    }

    void theWaitDoublesUpToTwentySeconds()
    {
        const Error error = fault(Error::Kind::ServerFault);
        QCOMPARE(backOff(error, 1, 1.0), 2000ms);
        QCOMPARE(backOff(error, 2, 1.0), 4000ms);
        QCOMPARE(backOff(error, 4, 1.0), 16000ms);
        QCOMPARE(backOff(error, 5, 1.0), 20000ms);
        QCOMPARE(backOff(error, 1'000'000, 1.0), 20000ms);
    }

    void theWaitIsARandomShare()
    {
        const Error error = fault(Error::Kind::Unreachable);
        QCOMPARE(backOff(error, 3, 0.0), 0ms);
        QCOMPARE(backOff(error, 3, 0.25), 2000ms);
        QCOMPARE(backOff(error, 3, 7.0), 8000ms); // a share, whatever the source of randomness says
    }

    void retryAfterIsTheLeast()
    {
        QCOMPARE(backOff(fault(Error::Kind::Throttled, 30), 1, 0.0), 30'000ms);
        QCOMPARE(backOff(fault(Error::Kind::Throttled, 1), 4, 1.0), 16'000ms);
        QCOMPARE(backOff(fault(Error::Kind::Throttled, -5), 1, 0.0), 0ms);
        QCOMPARE(backOff(fault(Error::Kind::Throttled, 2'000'000'000), 1, 0.0), 3'600'000ms);
    }

    void aRefusalIsAskedAboutAtTheSlowestPace() { QCOMPARE(backOff(fault(Error::Kind::Refused), 1, 0.0), 20'000ms); }

    void anOutageUsesUpTheBudgetAndSuccessesGiveItBack()
    {
        RetryBudget budget;
        int spent = 0;
        while (budget.spend(fault(Error::Kind::Unreachable)))
            ++spent;
        QCOMPARE(spent, 100);
        budget.succeeded();
        QVERIFY(budget.spend(fault(Error::Kind::Unreachable)));
        QVERIFY(!budget.spend(fault(Error::Kind::TimedOut)));
        for (int i = 0; i < 1000; ++i)
            budget.succeeded();
        QCOMPARE(budget.left(), RetryBudget::kFull);
    }

    void retryAfterIsReadAsSecondsOrAsADate()
    {
        const std::chrono::sys_seconds now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 12h;
        QCOMPARE(retryAfterSeconds("7", now), 7);
        QCOMPARE(retryAfterSeconds(" 7 ", now), 7);
        QCOMPARE(retryAfterSeconds("Sun, 22 Nov 2026 12:00:30 GMT", now), 30);
        QCOMPARE(retryAfterSeconds("Sun, 22 Nov 2026 11:00:00 GMT", now), 0);
        QCOMPARE(retryAfterSeconds("-3", now), 0);
        QCOMPARE(retryAfterSeconds("99999999999", now), 3600);
        QCOMPARE(retryAfterSeconds("soon", now), 0);
        QCOMPARE(retryAfterSeconds("", now), 0);
    }
};

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "retry_policy_test.moc"
