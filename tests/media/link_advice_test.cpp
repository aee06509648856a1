#include "media/measure/link_advice.h"

#include <QTest>

using namespace gantry::media;
using namespace std::chrono_literals;

class LinkAdviceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moreLossNeedsMoreRoundTrips_data()
    {
        QTest::addColumn<double>("loss");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("none") << 0.0 << 300;
        QTest::newRow("1 %") << 0.01 << 300;
        QTest::newRow("2 %") << 0.02 << 400;
        QTest::newRow("3 %") << 0.03 << 400;
        QTest::newRow("5 %") << 0.05 << 500;
        QTest::newRow("7 %") << 0.07 << 500;
        QTest::newRow("10 %") << 0.10 << 600;
        QTest::newRow("20 %") << 0.20 << 1000;
    }
    void moreLossNeedsMoreRoundTrips()
    {
        QFETCH(double, loss);
        QFETCH(int, milliseconds);
        QCOMPARE(int(advisedLatency(100ms, loss).count()), milliseconds);
    }
    void lessThan120MillisecondsIsNeverAdvised()
    {
        QCOMPARE(advisedLatency(1ms, 0), 120ms);
        QCOMPARE(advisedLatency(0us, 0.5), 120ms);
    }
    void partsOfAMillisecondCount() { QCOMPARE(advisedLatency(66'700us, 0), 201ms); }
    void whatWasRepairedOrDroppedWasLost()
    {
        QCOMPARE(lossShare({}), 0.0);
        QCOMPARE(lossShare({.received = 98, .lost = 90, .retransmitted = 6, .belated = 2, .dropped = 2}), 0.06);
        QCOMPARE(lossShare({.received = 100, .lost = 88}), 0.0); // out of order is not lost
        QCOMPARE(lossShare({.received = 0, .dropped = 5}), 1.0);
        QCOMPARE(lossShare({.received = 10, .retransmitted = 1, .belated = 5}), 0.0);
    }
};

QTEST_GUILESS_MAIN(LinkAdviceTest)
#include "link_advice_test.moc"
