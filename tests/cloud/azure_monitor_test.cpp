#include "cloud/mkio_stage.h"

#include <QJsonArray>
#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

class AzureMonitorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresOfFrontDoorAreAskedForInOneBatchAndNoDataIsNoZero()
    {
        MkioCloud cloud(true);
        cloud.batch = json("{'values':[{'resourceid':'RESOURCE','value':["
                           "{'name':{'value':'RequestCount'},'timeseries':[{'data':["
                           "{'timeStamp':'2026-11-22T11:58:00Z','total':1200},"
                           "{'timeStamp':'2026-11-22T11:59:00Z'}]}]},"
                           "{'name':{'value':'OriginHealthPercentage'},'timeseries':[{'data':["
                           "{'timeStamp':'2026-11-22T11:58:00Z','average':50}]}]},"
                           "{'name':{'value':'Percentage5XX'},'timeseries':[]}]}]}")
                          .replace("RESOURCE", kFrontDoor.toUpper().toLatin1());
        poll(*cloud.provider);
        QTRY_COMPARE(cloud.stage.count("POST", "metrics:getBatch"), 1);
        QTRY_COMPARE(detail(poll(*cloud.provider), "Front Door RequestCount"), QStringLiteral("1200.0"));
        const EncoderSample sample = poll(*cloud.provider);
        QCOMPARE(detail(sample, "Front Door Percentage5XX"), QStringLiteral("no data"));
        QCOMPARE(sample.alerts.size(), 1u); // half of the origins
        QVERIFY(sample.alerts.front().message.contains(QStringLiteral("50")));
        QCOMPARE(cloud.stage.count("POST", "metrics:getBatch"), 1); // once a minute
        for (const SeenRequest &request : cloud.stage.seen) {
            if (request.method != "POST")
                continue;
            QCOMPARE(request.path(),
                     QByteArray("/subscriptions/00000000-0000-0000-0000-000000000001/metrics:getBatch"));
            QCOMPARE(request.query("metricnamespace"), QStringLiteral("Microsoft.Cdn/profiles"));
            QVERIFY(request.query("metricnames").contains(QStringLiteral("OriginHealthPercentage")));
            QCOMPARE(object(request.body).value(QStringLiteral("resourceids")).toArray().size(), 1);
        }
    }

    void manyResourcesAreAskedForFiftyAtATime()
    {
        MkioCloud cloud;
        AzureMonitor monitor(
            cloud.monitor(std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), QString())),
            cloud.network);
        for (int i = 0; i < 120; ++i)
            monitor.watch(QStringLiteral("/subscriptions/x/profiles/%1").arg(i));
        monitor.watch(QStringLiteral("/SUBSCRIPTIONS/x/profiles/1"));
        monitor.refresh();
        monitor.refresh();
        QTRY_COMPARE(cloud.stage.count("POST", "getBatch"), 3);
        QCOMPARE(object(cloud.stage.seen.at(0).body).value(QStringLiteral("resourceids")).toArray().size(), 50);
        QCOMPARE(object(cloud.stage.seen.at(2).body).value(QStringLiteral("resourceids")).toArray().size(), 20);
    }

    void figuresThatCannotBeReadAreSaidAndDoNotSpoilTheState()
    {
        MkioCloud cloud(true);
        cloud.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            return request.method == "POST"
                       ? std::optional(StageAnswer{403, json("{'error':{'code':'AuthorizationFailed'}}"), {}})
                       : std::nullopt;
        };
        poll(*cloud.provider);
        QTRY_VERIFY(
            detail(poll(*cloud.provider), "read Azure's figures").contains(QStringLiteral("Monitoring Reader")));
        QCOMPARE(poll(*cloud.provider).state, EncoderState::Running);
    }

    void lateFiguresNeverReplaceNewerOnesAndOldOnesAreNotKnown()
    {
        const auto batch = [](const char *time, int value) {
            return object("{\"values\":[{\"resourceid\":\"/r\",\"value\":[{\"name\":{\"value\":\"RequestCount\"},"
                          "\"timeseries\":[{\"data\":[{\"timeStamp\":\"" +
                          QByteArray(time) + "\",\"total\":" + QByteArray::number(value) + "}]}]}]}]}");
        };
        MkioCloud cloud;
        auto settings =
            cloud.monitor(std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), QString()));
        settings.every = 0ms;
        AzureMonitor monitor(settings, cloud.network);
        monitor.watch(QStringLiteral("/R"));
        const auto value = [&] { return monitor.newest(QStringLiteral("/r"), QStringLiteral("RequestCount")); };
        const auto round = [&](const char *time, int number) {
            cloud.batch = QJsonDocument(batch(time, number)).toJson();
            const int before = cloud.stage.count("POST");
            monitor.refresh();
            QTRY_COMPARE(cloud.stage.count("POST"), before + 1);
            QTRY_VERIFY(!monitor.isAsking());
        };
        round("2026-11-22T11:58:00Z", 7);
        QTRY_VERIFY(value());
        round("2026-11-22T11:55:00Z", 9);
        QCOMPARE(value()->value, 7.0);
        cloud.now = cloud.now.addSecs(1200);
        QVERIFY(!value());
    }

    void aHostileBatchIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("values are a text") << json("{'values':'x'}");
        QTest::newRow("an id is a number") << json("{'values':[{'resourceid':1}]}");
        QTest::newRow("metrics are an object") << json("{'values':[{'resourceid':'r','value':{}}]}");
        QTest::newRow("two series of one metric")
            << json("{'values':[{'resourceid':'r','value':[{'name':{'value':'RequestCount'},'timeseries':[{},{}]}]}]}");
        QTest::newRow("data are a number")
            << json("{'values':[{'resourceid':'r','value':[{'name':{'value':'RequestCount'},"
                    "'timeseries':[{'data':5}]}]}]}");
    }
    void aHostileBatchIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        const auto figures = azureBatch(object(body), frontDoorMetrics());
        QVERIFY(!figures);
        QCOMPARE(figures.error().kind, Error::Kind::BadAnswer);
    }

    void aProfileIsNamedByItsResourceId()
    {
        QVERIFY(!frontDoorFault(kFrontDoor));
        for (const char *bad : {"", "final", "/subscriptions/x/resourceGroups/y",
                                "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/a/providers/"
                                "Microsoft.Cdn/profiles/a/../../b"})
            QVERIFY2(frontDoorFault(QString::fromLatin1(bad)).has_value(), bad);
    }
};

QTEST_GUILESS_MAIN(AzureMonitorTest)
#include "azure_monitor_test.moc"
