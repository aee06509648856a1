// The words and figures that all screens share.

#include "app/models/words.h"

#include <QTest>

using namespace gantry;
using namespace std::chrono_literals;

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void durationsReadAsAPersonWouldSayThem_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("tenths below ten seconds") << qint64(412) << "0.4 s";
        QTest::newRow("whole seconds") << qint64(12'900) << "12 s";
        QTest::newRow("minutes") << qint64(200'000) << "3 min 20 s";
        QTest::newRow("seconds of minutes have two digits") << qint64(61'000) << "1 min 01 s";
        QTest::newRow("hours") << qint64(3'900'000) << "1 h 05 min";
        QTest::newRow("never negative") << qint64(-500) << "0.0 s";
    }
    void durationsReadAsAPersonWouldSayThem()
    {
        QFETCH(qint64, ms);
        QTEST(words::duration(std::chrono::milliseconds(ms)), "text");
    }

    void figuresCarryTheirUnits()
    {
        QCOMPARE(words::rate(media::BitsPerSecond{1'584'000}), QStringLiteral("1.58 Mb/s"));
        QCOMPARE(words::milliseconds(412us), QStringLiteral("0.4 ms"));
        QCOMPARE(words::milliseconds(31'400us), QStringLiteral("31 ms"));
        QCOMPARE(words::sinceStart(3'661s), QStringLiteral("T+01:01:01"));
    }

    void tallyIsAWordAndUnknownIsNotOff()
    {
        QCOMPARE(words::tally(Tally::Program), QStringLiteral("PGM"));
        QCOMPARE(words::tally(Tally::Preview), QStringLiteral("PVW"));
        QVERIFY(words::tally(Tally::Off).isEmpty());
        QVERIFY(!words::tally(Tally::Unknown).isEmpty());
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
