// Where things stand in a JSON text.

#include "app/show/show_json.h"

#include <QJsonDocument>
#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

QStringList walked(const QByteArray &json)
{
    QStringList spots;
    walkJson(json, [&](const JsonSpot &spot) {
        spots.append(u"%1 %2%3"_s.arg(spot.line).arg(spot.place, spot.again ? u" again"_s : QString()));
    });
    return spots;
}

} // namespace

class ShowJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueIsVisitedWithTheLineItBeginsOn()
    {
        QCOMPARE(walked("{\n \"a\": [1,\n  {\"b\": \"x, ]}\"}, []],\n\n\"c\": true }\n"),
                 QStringList({u"1 "_s, u"2 a"_s, u"2 a[0]"_s, u"3 a[1]"_s, u"3 a[1].b"_s, u"3 a[2]"_s, u"5 c"_s}));
    }

    void aKeyThatStandsTwiceIsFoundHoweverItIsWritten()
    {
        QCOMPARE(walked("{\"a\": 1, \"\\u0061\": 2, \"b\": {\"a\": 3}}"),
                 QStringList({u"1 "_s, u"1 a"_s, u"1 a again"_s, u"1 b"_s, u"1 b.a"_s}));
    }

    void aQuoteInsideAStringEndsNothing()
    {
        QCOMPARE(walked("{\"a\\\"b\": \"\\\\\", \"c\": \"\\\"}\"}"), QStringList({u"1 "_s, u"1 a\"b"_s, u"1 c"_s}));
    }

    void aByteOrderMarkAndWindowsLineEndsAreWhiteSpace()
    {
        QCOMPARE(walked("\xEF\xBB\xBF{\r\n\"a\":\r\n1}"), QStringList({u"1 "_s, u"3 a"_s}));
    }

    void aTextThatIsCutShortEndsTheWalkAndNothingElse()
    {
        for (const char *json : {"", "{", "[", "{\"", "{\"a", "{\"a\"", "{\"a\":", "[1,", "[\"\\", "{\"a\":{\"b\":["})
            QVERIFY(walked(json).size() < 8);
    }

    void aKeyThatCannotBeShownIsShortenedAndItsControlCharactersAreHidden()
    {
        QCOMPARE(memberPlace(u"a"_s, u"x\ny"_s), u"a.x?y"_s);
        QCOMPARE(memberPlace({}, QString(100, u'k')).size(), 41);
    }

    void thePlaceAboveAPlaceIsTheOneThatHoldsIt()
    {
        QCOMPARE(parentPlace(u"feeds[2].srt"_s), u"feeds[2]"_s);
        QCOMPARE(parentPlace(u"feeds[2]"_s), u"feeds"_s);
        QCOMPARE(parentPlace(u"feeds"_s), QString());
    }

    void theFaultOfAParserIsGivenAsLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("a word instead of a value") << QByteArray("{\n  \"a\": x\n}") << 2 << 8;
        QTest::newRow("a comma forgotten at the end of a line") << QByteArray("{\n  \"a\": 1\n  \"b\": 2\n}") << 3 << 3;
        QTest::newRow("a comma too many") << QByteArray("{\n  \"a\": [1,\n 2,]\n}") << 3 << 4;
        QTest::newRow("behind letters of several bytes") << QByteArray("{\"ä\": \"ö\" 1}") << 1 << 11;
        QTest::newRow("more behind the end") << QByteArray("{}\n{}") << 2 << 1;
        QTest::newRow("nothing at all") << QByteArray() << 1 << 1;
    }

    void theFaultOfAParserIsGivenAsLineAndColumn()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, line);
        QFETCH(int, column);
        QJsonParseError error;
        QJsonDocument::fromJson(json, &error);
        QVERIFY(error.error != QJsonParseError::NoError);
        const LineAndColumn at = lineAndColumn(json, error.offset);
        QCOMPARE(at.line, line);
        QCOMPARE(at.column, column);
    }
};

QTEST_GUILESS_MAIN(ShowJsonTest)
#include "show_json.moc"
