#include "app/show/show_plans.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

QByteArray showWith(const QByteArray &plans)
{
    QByteArray json =
        "{'gantry': 1, 'name': 'Friday', 'feeds': [{'name': 'CAM 1', 'srt': {'mode': 'listener', 'port': 9001}}, "
        "{'name': 'CAM 2', 'srt': {'mode': 'listener', 'port': 9002}}], 'encoders': [{'name': 'Main', 'provider': "
        "'medialive', 'settings': {'region': 'eu-west-1', 'channel': '1'}, 'inputs': [{'name': 'A', 'feed': 'CAM 1'}, "
        "{'name': 'B', 'feed': 'CAM 2'}, {'name': 'SLATE'}]}], 'plans': " +
        plans + "}";
    return json.replace('\'', '"');
}

QStringList faultsOf(const QByteArray &plans)
{
    QStringList lines;
    const auto show = readShow(showWith(plans));
    for (const ShowFault &fault : show ? QList<ShowFault>() : show.error())
        lines.append(fault.place + u": "_s + fault.what);
    return lines;
}

} // namespace

class ShowPlansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanNamesInputsBestFirstAndReadsBackTheSame()
    {
        const auto show = readShow(showWith(
            "[{'name': 'main-stage', 'encoder': 'Main', 'sources': ['A', 'B', {'input': 'SLATE', 'trusted': true}], "
            "'witness': 'CAM 2', 'limits': {'noSignal': {'trip': 2500}, 'freeze': 'off', 'bitrate': {'floorMbps': "
            "1.5}, "
            "'dropped': {'share': 0.05}}, 'grace': 5000, 'settle': 20000, 'trips': {'most': 2, 'within': 60000}, "
            "'return': {'after': 90000}}]"));
        QVERIFY(show);
        QCOMPARE(show->plans.size(), 1);
        const Plan &plan = show->plans.first();
        QCOMPARE(
            plan.sources,
            (QList<PlanSource>{{u"A"_s, {u"CAM 1"_s}, false}, {u"B"_s, {u"CAM 2"_s}, false}, {u"SLATE"_s, {}, true}}));
        QCOMPARE(plan.limits.noSignal.trip.count(), 2500);
        QVERIFY(!plan.limits.freeze.on);
        QCOMPARE(plan.limits.floorMbps, std::optional(1.5));
        QCOMPARE(plan.mostTrips, 2);
        QCOMPARE(plan.back, Plan::Return::After);
        QCOMPARE(plan.returnAfter.count(), 90000);
        const auto again = readShow(writeShow(*show));
        QVERIFY(again);
        QCOMPARE(again->plans, show->plans);
    }
    void whatIsLeftOutHasTheUsualNumbers()
    {
        const auto show = readShow(showWith("[{'name': 'x', 'encoder': 'Main', 'sources': ['A', 'B']}]"));
        QVERIFY(show);
        Plan usual;
        usual.id = {u"x"_s};
        usual.encoder = {u"Main"_s};
        usual.sources = show->plans.first().sources;
        QCOMPARE(show->plans.first(), usual);
    }
    void everyFaultIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("plans");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *members, const char *fault) {
            QTest::newRow(name) << QByteArray("[{'name': 'x', 'encoder': 'Main', ") + members + "}]"
                                << QString::fromLatin1(fault);
        };
        row("loop", "'sources': ['A', 'B', 'A']",
            "plans[0].sources[2]: This input stands in the plan already: it would take over from itself.");
        row("one", "'sources': ['A']", "plans[0].sources: There is nothing to switch to.");
        row("unknown source", "'sources': ['A', 'C']", "plans[0].sources[1]: Main has no such input.");
        row("unseen source", "'sources': ['A', 'SLATE']",
            "plans[0].sources[1]: The room does not see this input, so nobody can say whether it is fit.");
        row("negative time", "'sources': ['A', 'B'], 'grace': -1", "plans[0].grace: ");
        row("negative trip", "'sources': ['A', 'B'], 'limits': {'black': {'trip': -5}}",
            "plans[0].limits.black.trip: ");
        row("return too soon", "'sources': ['A', 'B'], 'settle': 60000, 'return': {'after': 5000}",
            "plans[0].return.after: It would return after 5000 ms, before the switch away has settled (60000 ms).");
        row("no such return", "'sources': ['A', 'B'], 'return': 'perhaps'",
            "plans[0].return: There is no such way back.");
        row("unknown limit", "'sources': ['A', 'B'], 'limits': {'blakc': 'off'}", "plans[0].limits.blakc: ");
        row("unknown witness", "'sources': ['A', 'B'], 'witness': 'CAM 9'", "plans[0].witness: ");
        QTest::newRow("unknown encoder") << QByteArray("[{'name': 'x', 'encoder': 'Mian', 'sources': ['A', 'B']}]")
                                         << u"plans[0].encoder: There is no encoder of that name."_s;
        QTest::newRow("two plans") << QByteArray("[{'name': 'x', 'encoder': 'Main', 'sources': ['A', 'B']}, "
                                                 "{'name': 'y', 'encoder': 'Main', 'sources': ['B', 'A']}]")
                                   << u"plans[1].encoder: Main has a plan already: x."_s;
    }
    void everyFaultIsNamedByItsPlace()
    {
        QFETCH(QByteArray, plans);
        QFETCH(QString, fault);
        const QStringList faults = faultsOf(plans);
        QCOMPARE(faults.size(), 1);
        QVERIFY2(faults.first().startsWith(fault), qPrintable(faults.first()));
    }
    void aPlanAloneIsReadForTheInputsOfAShow()
    {
        const auto show = readShow(showWith("[]"));
        QVERIFY(show);
        QByteArray json("{'name': 'x', 'encoder': 'Main', 'sources': ['A', 'B']}");
        const auto plan = readPlan(json.replace('\'', '"'), *show);
        QVERIFY(plan);
        QCOMPARE(plan->sources.last().feed.text, u"CAM 2"_s);
        QVERIFY(!readPlan("{", *show));
        QVERIFY(!readPlan("[]", *show));
    }
};

QTEST_APPLESS_MAIN(ShowPlansTest)
#include "show_plans.moc"
