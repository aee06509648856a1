// What an OBS can do, asked before the show without doing it.

#include "cloud/encoders/obs_websocket.h"

#include "cloud/await.h"
#include "support/obs_server.h"

#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;
using gantry::test::ObsServer;

namespace {

std::vector<AccessFinding> check(EncoderProvider &obs)
{
    return gantry::test::await<std::vector<AccessFinding>>([&](auto answer) { obs.checkAccess(std::move(answer)); })
        .value_or(std::vector<AccessFinding>{});
}

} // namespace

class ObsAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItCanDoIsAskedWithoutDoingIt()
    {
        ObsServer server;
        const auto obs = makeObs({server.url(), {}, 5s, {}});
        const auto all = check(*obs);
        QCOMPARE(all.size(), 8u);
        for (const AccessFinding &one : all)
            QVERIFY2(!one.failure && one.notChecked.isEmpty(), qPrintable(one.permission));
        QCOMPARE(server.requests, QStringList{QStringLiteral("GetVersion")});
    }

    void aRequestThatItDoesNotKnowIsFound()
    {
        ObsServer server;
        server.known.removeAll(QStringLiteral("SetCurrentPreviewScene"));
        const auto obs = makeObs({server.url(), {}, 5s, {}});
        const auto all = check(*obs);
        QCOMPARE(std::count_if(all.begin(), all.end(), [](const auto &one) { return one.failure.has_value(); }), 1);
        QCOMPARE(all.back().permission, QStringLiteral("SetCurrentPreviewScene"));
        QVERIFY(!all.back().failure->advice.isEmpty());
    }

    void whoIsNotLetInIsToldWhy()
    {
        ObsServer server;
        server.password = QStringLiteral("another");
        const auto obs = makeObs({server.url(), {}, 5s, {}});
        const auto all = check(*obs);
        QCOMPARE(all.size(), 1u);
        QVERIFY(all.front().failure);
    }
};

QTEST_GUILESS_MAIN(ObsAccessTest)
#include "obs_access_test.moc"
