// The policy of a show allows what the show needs, on its own channels, and nothing else.

#include "app/command_line/aws_policy.h"
#include "tests/support/stories.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gantry;
using namespace gantry::command_line;
using namespace gantry::tests;

namespace {

Encoder encoderOf(const char *provider, const cloud::ProviderSettings &settings)
{
    Encoder encoder;
    encoder.id = {QLatin1String(provider)};
    encoder.provider = QLatin1String(provider);
    encoder.settings = settings;
    return encoder;
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const auto &one : value.toArray())
        list.append(one.toString());
    return list;
}

// The actions that the document allows on this resource.
QStringList allowed(const QByteArray &policy, const QString &resource)
{
    QStringList actions;
    for (const auto &statement : QJsonDocument::fromJson(policy)[u"Statement"].toArray()) {
        if (texts(statement.toObject()[u"Resource"]).contains(resource))
            actions += texts(statement.toObject()[u"Action"]);
    }
    return actions;
}

const QString kMain = QStringLiteral("arn:aws:medialive:eu-west-1:*:channel:1");
const QString kFlow = QStringLiteral("arn:aws:mediaconnect:eu-west-1:123456789012:flow:1-aa:x");

} // namespace

class AwsPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChannelIsAllowedByItsArnAndNothingWiderThanTheServiceKnows()
    {
        const QByteArray policy = awsPolicy(smallShow(), {});
        QCOMPARE(QJsonDocument::fromJson(policy)[u"Version"].toString(), QStringLiteral("2012-10-17"));
        const QStringList actions = allowed(policy, kMain);
        for (const char *action : {"DescribeChannel", "ListAlerts", "StartChannel", "StopChannel",
                                   "BatchUpdateSchedule", "DescribeSchedule", "RestartChannelPipelines"})
            QVERIFY2(actions.contains(QStringLiteral("medialive:") + QLatin1String(action)), action);
        QCOMPARE(allowed(policy, QStringLiteral("*")),
                 (QStringList{QStringLiteral("cloudwatch:GetMetricData"), QStringLiteral("medialive:ListChannels")}));
        QVERIFY(!policy.contains("medialive:*"));
        QVERIFY(!policy.contains("Delete") && !policy.contains("Create") && !policy.contains("UpdateChannel"));
    }

    void metricsThatAreOffNeedNoPermission()
    {
        Show show = smallShow();
        show.encoders[0].settings[QStringLiteral("metrics")] = QStringLiteral("off");
        QVERIFY(!awsPolicy(show, {}).contains("cloudwatch"));
    }

    void partitionsHaveTheirOwnArns()
    {
        Show show = smallShow();
        show.encoders[0].settings[QStringLiteral("region")] = QStringLiteral("cn-north-1");
        QVERIFY(awsPolicy(show, {}).contains("arn:aws-cn:medialive:cn-north-1:*:channel:1"));
    }

    void everyServiceOfTheShowIsInItOnce()
    {
        Show show = smallShow();
        show.encoders.append(show.encoders.first());
        show.encoders.append(encoderOf("mediaconnect", {{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                                                        {QStringLiteral("flow"), kFlow}}));
        show.encoders.append(encoderOf("mediapackage", {{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                                                        {QStringLiteral("group"), QStringLiteral("g")},
                                                        {QStringLiteral("channel"), QStringLiteral("c")}}));
        const QByteArray policy = awsPolicy(show, {});
        QCOMPARE(policy.count("cloudwatch:GetMetricData"), 1);
        QCOMPARE(policy.count(kMain.toUtf8()), 1);
        QVERIFY(allowed(policy, kFlow).contains(QStringLiteral("mediaconnect:UpdateFlow")));
        // Without a bucket no clip can be made, and nothing is asked for it.
        QVERIFY(!policy.contains("CreateHarvestJob"));
        QVERIFY(policy.contains("arn:aws:mediapackagev2:eu-west-1:*:channelGroup/g/channel/c"));
    }

    void eachProfileHasAPolicyOfItsOwn()
    {
        Show show = smallShow();
        show.encoders.append(encoderOf("mediaconnect", {{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                                                        {QStringLiteral("flow"), kFlow},
                                                        {QStringLiteral("profile"), QStringLiteral("other")}}));
        QCOMPARE(awsProfiles(show), (QStringList{QString(), QStringLiteral("other")}));
        QVERIFY(!awsPolicy(show, {}).contains("mediaconnect"));
        QVERIFY(!awsPolicy(show, QStringLiteral("other")).contains("medialive"));
    }

    void aShowThatIsNotAtAwsHasNone()
    {
        Show show = smallShow();
        show.encoders.clear(); // the audience is at Mux
        QVERIFY(awsProfiles(show).isEmpty());
    }
};

QTEST_GUILESS_MAIN(AwsPolicyTest)
#include "aws_policy_test.moc"
