// The catalogue's rows: what a show file may say of each provider, and what is made of it.

#include "cloud/catalogue.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace gantry::cloud;

namespace {

using Values = QHash<QString, QString>;

std::optional<QString> faultOf(const char *provider, const char *setting, const char *value)
{
    for (const SettingRule &rule : encoderProvider(QLatin1StringView(provider))->settings) {
        if (rule.name == QLatin1StringView(setting))
            return rule.fault(QString::fromUtf8(value));
    }
    return QStringLiteral("there is no such setting");
}

} // namespace

class EncoderRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProviderHasItsVerbs()
    {
        const auto verbs = [](const char *name) { return encoderProvider(QLatin1StringView(name))->verbs; };
        QCOMPARE(verbs("google-livestream"),
                 (std::vector{Verb::Start, Verb::Stop, Verb::SwitchInput, Verb::ScheduleSwitch, Verb::CancelPlanned}));
        QCOMPARE(verbs("obs"), (std::vector{Verb::Start, Verb::Stop, Verb::SwitchInput, Verb::PrepareInput}));
        QCOMPARE(verbs("mkio"), (std::vector{Verb::Start, Verb::Stop}));
        QCOMPARE(verbs("mediamtx"), std::vector{Verb::DisconnectInput});
        QCOMPARE(verbs("srs"), std::vector{Verb::DisconnectInput});
    }

    void aSettingThatDoesNotFitIsSaid_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        const auto row = [](const char *provider, const char *setting, const char *right, const char *wrong) {
            QTest::addRow("%s %s %s", provider, setting, wrong)
                << QByteArray(provider) << QByteArray(setting) << QByteArray(right) << QByteArray(wrong);
        };
        row("google-livestream", "project", "my-show-1", "my show");
        row("google-livestream", "project", "example.com:show", "../other");
        row("google-livestream", "location", "europe-west4", "Europe");
        row("google-livestream", "channel", "final-1", "final/../x");
        row("google-livestream", "channel", "f", "Final:start");
        row("google-livestream", "key_file", "/etc/keys/room.json", "");
        row("google-livestream", "endpoint", "http://127.0.0.1:8080", "http://example.com");
        row("mkio", "project", "show_1", "a/b");
        row("mkio", "event", "final", "final/start");
        row("mkio", "token", "environment:MKIO_TOKEN", "eyJhbGciOi.HUSHhush.x");
        row("mkio", "client_secret", "keychain:azure", "HUSHhush");
        row("mkio", "front_door",
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Cdn/profiles/p",
            "p");
        row("obs", "address", "ws://192.168.1.9:4455", "ws://8.8.8.8:4455");
        row("obs", "password", "keychain:obs", "HUSHhush");
        row("mediamtx", "path", "live/final", "/live");
        row("mediamtx", "path", "cam_1", "a b");
        row("mediamtx", "user", "room", "room:HUSHhush");
        row("mediamtx", "endpoint", "https://mtx.example", "http://192.168.1.4:9997");
        row("srs", "stream", "live/final", "final");
        row("srs", "stream", "live/final", "live/final/x");
    }
    void aSettingThatDoesNotFitIsSaid()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QVERIFY(!faultOf(provider, setting, right));
        const auto fault = faultOf(provider, setting, wrong);
        QVERIFY(fault);
        QVERIFY(!fault->contains(QStringLiteral("HUSHhush"))); // what stands in the wrong place may be a secret
    }

    void theLeastIsEnough_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<Values>("settings");
        const auto text = [](const char *words) { return QString::fromLatin1(words); };
        QTest::newRow("obs") << text("obs") << Values{};
        QTest::newRow("mediamtx") << text("mediamtx") << Values{{text("path"), text("live/final")}};
        QTest::newRow("srs") << text("srs") << Values{{text("stream"), text("live/final")}};
        QTest::newRow("mkio") << text("mkio")
                              << Values{{text("project"), text("show")}, {text("event"), text("final")}};
        QTest::newRow("mkio with Front Door")
            << text("mkio")
            << Values{{text("project"), text("show")},
                      {text("event"), text("final")},
                      {text("tenant"), text("t-1")},
                      {text("client"), text("c-1")},
                      {text("front_door"), text("/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/"
                                                "providers/Microsoft.Cdn/profiles/p")}};
    }
    void theLeastIsEnough()
    {
        QFETCH(QString, provider);
        QFETCH(Values, settings);
        QNetworkAccessManager network;
        const auto made = encoderProvider(provider)->make(settings, network);
        QVERIFY2(made, made ? "" : qPrintable(made.error().text() + made.error().advice));
        settings.insert(QStringLiteral("colour"), QStringLiteral("red"));
        const auto other = encoderProvider(provider)->make(settings, network);
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::Setting);
    }

    void whatIsMissingIsNamed()
    {
        qunsetenv("GOOGLE_APPLICATION_CREDENTIALS");
        qunsetenv("AZURE_TENANT_ID");
        QNetworkAccessManager network;
        const auto google = encoderProvider(QStringLiteral("google-livestream"))
                                ->make({{QStringLiteral("location"), QStringLiteral("europe-west4")},
                                        {QStringLiteral("channel"), QStringLiteral("final")}},
                                       network);
        QVERIFY(!google);
        QCOMPARE(google.error().kind, Error::Kind::Credentials);
        QCOMPARE(google.error().subject, QStringLiteral("GOOGLE_APPLICATION_CREDENTIALS"));
        const auto mkio = encoderProvider(QStringLiteral("mkio"))
                              ->make({{QStringLiteral("project"), QStringLiteral("show")},
                                      {QStringLiteral("event"), QStringLiteral("final")},
                                      {QStringLiteral("front_door"),
                                       QStringLiteral("/subscriptions/00000000-0000-0000-0000-000000000001/"
                                                      "resourceGroups/g/providers/Microsoft.Cdn/profiles/p")}},
                                     network);
        QVERIFY(!mkio);
        QVERIFY(mkio.error().advice.contains(QStringLiteral("AZURE_TENANT_ID")));
    }
};

QTEST_GUILESS_MAIN(EncoderRowsTest)
#include "encoder_rows_test.moc"
