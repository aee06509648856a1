#include "app/show/show_returns.h"

#include "app/show/show_file.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

tl::expected<Show, QList<ShowFault>> read(const QByteArray &ofMain, const QByteArray &further = {})
{
    QByteArray json = "{'gantry': 1, 'name': 'Friday', 'feeds': ["
                      "{'name': 'CAM 1', 'srt': {'mode': 'listener', 'port': 9001}}, "
                      "{'name': 'CAM 2', 'srt': {'mode': 'listener', 'port': 9002}}, "
                      "{'name': 'RETURN', 'srt': {'mode': 'listener', 'port': 9003}}, "
                      "{'name': 'WITNESS', 'srt': {'mode': 'listener', 'port': 9004}}, "
                      "{'name': 'LOBBY', 'srt': {'mode': 'listener', 'port': 9005}}], 'encoders': ["
                      "{'name': 'Main', 'provider': 'medialive', 'settings': {'region': 'eu-west-1', 'channel': '1'}, "
                      "'inputs': [{'name': 'A', 'feed': 'CAM 1'}, {'name': 'B', 'feed': 'CAM 2'}]" +
                      ofMain + "}" + further + "]}";
    json.replace('\'', '"');
    return readShow(json);
}

QStringList faultsOf(const tl::expected<Show, QList<ShowFault>> &show)
{
    QStringList lines;
    for (const ShowFault &fault : show ? QList<ShowFault>() : show.error())
        lines.append(fault.place + u": "_s + fault.what + u' ' + fault.allowed);
    return lines;
}

} // namespace

class ShowReturnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReturnAndWhatTallyFollowsReadBackTheSame()
    {
        const auto show = read(", 'return': 'RETURN', 'tally': 'program_match'");
        QVERIFY2(show, qPrintable(faultsOf(show).join(u'\n')));
        QCOMPARE(show->encoders[0].returned, std::optional(FeedId{u"RETURN"_s}));
        QVERIFY(show->encoders[0].tally == TallyBy::ProgramMatch);
        const auto again = readShow(writeShow(*show));
        QVERIFY(again);
        QCOMPARE(again->encoders[0].returned, show->encoders[0].returned);
        QVERIFY(again->encoders[0].tally == TallyBy::ProgramMatch);
    }
    void withoutAWordTallyFollowsTheProviderAndNothingIsWritten()
    {
        const auto show = read({});
        QVERIFY(show);
        QVERIFY(show->encoders[0].tally == TallyBy::Provider && !show->encoders[0].returned);
        QVERIFY(!writeShow(*show).contains("return") && !writeShow(*show).contains("tally"));
        QVERIFY(!returnOf(*show, show->encoders[0]));
        QVERIFY(!isCompared(*show, FeedId{u"CAM 1"_s}));
    }
    void everyFaultIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("ofMain");
        QTest::addColumn<QString>("fault");
        QTest::newRow("an unknown feed") << QByteArray(", 'return': 'RETURM'")
                                         << u"encoders[0].return: There is none of this name. Did you mean RETURN?"_s;
        QTest::newRow("an input")
            << QByteArray(", 'return': 'CAM 2'")
            << u"encoders[0].return: This feed goes into the encoder. The feed that comes out of it."_s;
        QTest::newRow("an unknown word")
            << QByteArray(", 'return': 'RETURN', 'tally': 'picture'")
            << u"encoders[0].tally: There is no such word here. provider, or program_match."_s;
        QTest::newRow("no return to follow")
            << QByteArray(", 'tally': 'program_match'")
            << u"encoders[0].tally: Without a return there is no picture to follow. A return beside it: the feed that comes out of the encoder."_s;
    }
    void everyFaultIsNamedByItsPlace()
    {
        QFETCH(QByteArray, ofMain);
        QFETCH(QString, fault);
        QCOMPARE(faultsOf(read(ofMain)), QStringList{fault});
    }
    void aFeedIsTheReturnOfOneEncoderOnly()
    {
        const auto show = read(", 'return': 'RETURN'",
                               ", {'name': 'Side', 'provider': 'medialive', 'settings': {'region': 'eu-west-1', "
                               "'channel': '2'}, 'return': 'RETURN'}");
        QCOMPARE(faultsOf(show),
                 QStringList{u"encoders[1].return: This is the return of Main already. A feed of its own "
                             "for each encoder."_s});
    }
    void theWitnessOfAPlanIsTheReturnOfAnEncoderThatNamesNone()
    {
        auto show = read({});
        QVERIFY(show);
        Plan plan;
        plan.encoder = show->encoders[0].id;
        plan.witness = FeedId{u"WITNESS"_s};
        show->plans = {plan};
        QCOMPARE(returnOf(*show, show->encoders[0]), plan.witness);
        show->encoders[0].returned = FeedId{u"RETURN"_s};
        QCOMPARE(returnOf(*show, show->encoders[0]), show->encoders[0].returned);
    }
    void theReturnAndTheInputsAreComparedAndNothingElse()
    {
        const auto show = read(", 'return': 'RETURN'");
        QVERIFY(show);
        for (const char *feed : {"CAM 1", "CAM 2", "RETURN"})
            QVERIFY(isCompared(*show, FeedId{QLatin1String(feed)}));
        for (const char *feed : {"WITNESS", "LOBBY"})
            QVERIFY(!isCompared(*show, FeedId{QLatin1String(feed)}));
    }
};

QTEST_GUILESS_MAIN(ShowReturnsTest)
#include "show_returns.moc"
