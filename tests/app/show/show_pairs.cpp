#include "app/show/show_file.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

tl::expected<Show, QList<ShowFault>> read(const QByteArray &pairs)
{
    QByteArray json = "{'gantry': 1, 'name': 'Friday', 'feeds': [{'name': 'CAM 1', 'srt': {'mode': 'listener', 'port': "
                      "9001}}, {'name': 'CAM 1b', 'srt': {'mode': 'listener', 'port': 9002}}, {'name': 'CAM 2', "
                      "'srt': {'mode': 'listener', 'port': 9003}}], 'pairs': " +
                      pairs + "}";
    json.replace('\'', '"');
    return readShow(json);
}

QStringList faultsOf(const QByteArray &pairs)
{
    QStringList lines;
    const auto show = read(pairs);
    for (const ShowFault &fault : show ? QList<ShowFault>() : show.error())
        lines.append(fault.place + u": "_s + fault.what + u' ' + fault.allowed);
    return lines;
}

} // namespace

class ShowPairsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPairNamesItsFeedsAndReadsBackTheSame()
    {
        const auto show = read("[{'name': 'Camera', 'primary': 'CAM 1', 'backup': 'CAM 1b'}]");
        QVERIFY(show);
        QCOMPARE(show->pairs, (QList<Pair>{{PairId{u"Camera"_s}, FeedId{u"CAM 1"_s}, FeedId{u"CAM 1b"_s}}}));
        const auto again = readShow(writeShow(*show));
        QVERIFY(again);
        QCOMPARE(again->pairs, show->pairs);
    }
    void aFeedMayBeInSeveralPairs()
    {
        const auto show = read("[{'name': 'A', 'primary': 'CAM 1', 'backup': 'CAM 1b'}, {'name': 'B', 'primary': "
                               "'CAM 1', 'backup': 'CAM 2'}]");
        QVERIFY(show);
        QCOMPARE(show->pairs.size(), 2);
    }
    void aShowWithoutPairsHasNoneAndWritesNone()
    {
        const auto show = read("[]");
        QVERIFY(show);
        QVERIFY(show->pairs.isEmpty());
        QVERIFY(!writeShow(*show).contains("pairs"));
    }
    void everyFaultIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("pairs");
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("an unknown feed")
            << QByteArray("[{'name': 'A', 'primary': 'CAM 1', 'backup': 'STAGE'}]")
            << QStringList{u"pairs[0].backup: There is none of this name. One of: CAM 1, CAM 1b, CAM 2."_s};
        QTest::newRow("twice the same feed")
            << QByteArray("[{'name': 'A', 'primary': 'CAM 1', 'backup': 'CAM 1'}]")
            << QStringList{u"pairs[0].backup: This is the primary feed itself. Another feed, which carries the same "
                           "programme."_s};
        QTest::newRow("twice the same name")
            << QByteArray("[{'name': 'A', 'primary': 'CAM 1', 'backup': 'CAM 1b'}, {'name': 'a', 'primary': 'CAM 1', "
                          "'backup': 'CAM 2'}]")
            << QStringList{u"pairs[1].name: pairs[0] has this name already. A name of its own; upper and lower case "
                           "count as the same."_s};
        QTest::newRow("half a pair") << QByteArray("[{'name': 'A', 'primary': 'CAM 1'}]")
                                     << QStringList{u"pairs[0].backup: Missing. A name of 1 to 64 characters."_s};
        QTest::newRow("another key")
            << QByteArray("[{'name': 'A', 'primary': 'CAM 1', 'backup': 'CAM 2', 'spare': 'CAM 1b'}]")
            << QStringList{u"pairs[0].spare: There is no such key here. One of: name, primary, backup."_s};
    }
    void everyFaultIsNamedByItsPlace()
    {
        QFETCH(QByteArray, pairs);
        QFETCH(QStringList, faults);
        QCOMPARE(faultsOf(pairs), faults);
    }
};

QTEST_GUILESS_MAIN(ShowPairsTest)
#include "show_pairs.moc"
