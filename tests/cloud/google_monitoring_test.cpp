#include "cloud/encoders/google_monitoring.h"

#include "cloud/google_stage.h"

#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

class GoogleMonitoringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreTheNewestPointsAndNoPointIsNoZero()
    {
        Google google(true);
        google.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            const QString filter = request.query("filter");
            if (!request.path().endsWith("/timeSeries"))
                return std::nullopt;
            if (filter.contains(QStringLiteral("received_bytes_count")))
                return StageAnswer{
                    200,
                    json("{'timeSeries':[{'metric':{'labels':{'input_attachment':'cam-a'}},'points':["
                         "{'interval':{'endTime':'2026-11-22T11:58:00Z'},'value':{'doubleValue':500000}},"
                         "{'interval':{'endTime':'2026-11-22T11:57:00Z'},'value':{'doubleValue':1}}]}]}"),
                    {}};
            if (filter.contains(QStringLiteral("dropped_packets_count")))
                return StageAnswer{
                    200,
                    json("{'timeSeries':[{'metric':{'labels':{'input_attachment':'cam-a'}},'points':["
                         "{'interval':{'endTime':'2026-11-22T11:58:00.5Z'},'value':{'int64Value':'17'}}]}]}"),
                    {}};
            return StageAnswer{200, "{}", {}};
        };
        poll(*google.provider);
        QTRY_VERIFY(google.stage.count("GET", "/timeSeries") == 4);
        QTRY_VERIFY(poll(*google.provider).figures.inputRate);
        const EncoderSample sample = poll(*google.provider);
        QCOMPARE(sample.figures.inputRate->value, 4'000'000.0);
        QVERIFY(!sample.figures.outputRate); // no data
        QCOMPARE(sample.inputHealth[0].notRecovered, 17);
        QVERIFY(!sample.inputHealth[1].notRecovered);
        QCOMPARE(sample.figures.measured, google.time() - 120s);
        QCOMPARE(google.stage.count("GET", "/timeSeries"), 4); // once a minute, however often it is polled
        google.now = google.now.addSecs(600);
        QVERIFY(!poll(*google.provider).figures.inputRate); // nobody tells us for so long: not known any more
    }

    void pointsThatComeLateOrOutOfOrderNeverReplaceNewerOnes()
    {
        const auto series = [](const char *end, int value) {
            return object("{\"timeSeries\":[{\"points\":[{\"interval\":{\"endTime\":\"" + QByteArray(end) +
                          "\"},\"value\":{\"int64Value\":\"" + QByteArray::number(value) + "\"}}]}]}");
        };
        Google google(true);
        QByteArray newest = "2026-11-22T11:59:00Z";
        int value = 1000;
        google.instead = [&](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (!request.path().endsWith("/timeSeries"))
                return std::nullopt;
            return StageAnswer{200, QJsonDocument(series(newest, value)).toJson(), {}};
        };
        GoogleMonitoring monitoring(
            {"show-1", "europe-west4", "final", 0ms},
            [&] {
                JsonService service;
                service.endpoint = google.stage.url();
                service.now = [&] { return google.now; };
                return service;
            }(),
            std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), QString()), google.network);
        const auto rate = [&] {
            EncoderSample sample;
            monitoring.refresh();
            [&] { QTRY_VERIFY(!monitoring.isAsking()); }();
            monitoring.fill(sample);
            return sample.figures.outputRate ? sample.figures.outputRate->value : -1;
        };
        QCOMPARE(rate(), 8000.0);
        newest = "2026-11-22T11:57:00Z"; // three minutes late
        value = 5;
        QCOMPARE(rate(), 8000.0);
        newest = "2026-11-22T12:00:00Z";
        value = 2000;
        QCOMPARE(rate(), 16000.0);
    }

    void hostileFiguresAreABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("series are a text") << json("{'timeSeries':'x'}");
        QTest::newRow("points are an object") << json("{'timeSeries':[{'points':{}}]}");
        QTest::newRow("no such day") << json(
            "{'timeSeries':[{'points':[{'interval':{'endTime':'2026-13-45T00:00:00Z'},'value':{}}]}]}");
        QTest::newRow("a point is a number") << json("{'timeSeries':[{'points':[7]}]}");
    }
    void hostileFiguresAreABadAnswer()
    {
        QFETCH(QByteArray, body);
        const auto series = googleSeries(object(body), QStringLiteral("input_attachment"));
        QVERIFY(!series);
        QCOMPARE(series.error().kind, Error::Kind::BadAnswer);
    }

    void valuesOfAllTypesAreReadAndOddOnesAreNoValue()
    {
        const auto value = [](const char *text) {
            const auto series = googleSeries(
                object("{\"timeSeries\":[{\"points\":[{\"interval\":{\"endTime\":\"2026-11-22T12:00:00Z\"},\"value\":" +
                       json(text) + "}]}]}"),
                {});
            return series && !series->empty() ? series->begin()->second.value : -1;
        };
        QCOMPARE(value("{'int64Value':'12'}"), 12.0);
        QCOMPARE(value("{'doubleValue':1.5}"), 1.5);
        QCOMPARE(value("{'distributionValue':{'count':'4','mean':32.5}}"), 32.5);
        QCOMPARE(value("{'distributionValue':{'count':'0'}}"), -1.0);
        QCOMPARE(value("{'int64Value':'twelve'}"), -1.0);
        QCOMPARE(value("{'stringValue':'12'}"), -1.0);
        QCOMPARE(value("{}"), -1.0);
    }
};

QTEST_GUILESS_MAIN(GoogleMonitoringTest)
#include "google_monitoring_test.moc"
