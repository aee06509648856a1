// On which monitor a wall stands, and what is remembered of it. No window.

#include "app/windows/wall_memories.h"
#include "app/windows/wall_place.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

const Monitor desk{u"eDP-1"_s, u"Laptop"_s, u""_s, {0, 0, 1920, 1080}, true};
const Monitor left{u"DP-1"_s, u"U2720Q"_s, u"AAA1"_s, {1920, 0, 3840, 2160}};
const Monitor right{u"DP-2"_s, u"U2720Q"_s, u"BBB2"_s, {5760, 0, 3840, 2160}};

Monitor inSocket(Monitor monitor, const QString &name)
{
    monitor.name = name;
    return monitor;
}

} // namespace

class WallPlaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWallNobodyHasPlacedStandsOnTheMainMonitor()
    {
        const WallPlace place = placeWall({}, {left, desk, right});
        QCOMPARE(place.monitor, 1);
        QVERIFY(!place.fullScreen && !place.gone);
    }
    void aMonitorIsKnownByItsSerialNumberInWhateverSocket()
    {
        const WallPlace place =
            placeWall({right, true, {}}, {desk, inSocket(right, u"DP-1"_s), inSocket(left, u"DP-2"_s)});
        QCOMPARE(place.monitor, 1);
        QVERIFY(place.fullScreen && !place.gone);
    }
    void anotherMonitorInTheSameSocketIsAnotherMonitor()
    {
        const WallPlace place = placeWall({left, true, {}}, {desk, inSocket(right, u"DP-1"_s)});
        QCOMPARE(place.monitor, 0);
        QVERIFY(place.gone);
    }
    void aMonitorWithoutSerialNumberIsKnownByItsSocket()
    {
        Monitor nameless = left;
        nameless.serial.clear();
        QCOMPARE(placeWall({nameless, true, {}}, {desk, inSocket(nameless, u"DP-2"_s), nameless}).monitor, 2);
        QVERIFY(placeWall({nameless, true, {}}, {desk, inSocket(nameless, u"DP-2"_s)}).gone);
    }
    void twoMonitorsThatTellTheSameSerialNumberAreToldApartByTheirSockets()
    {
        const Monitor twin = inSocket(left, u"DP-2"_s);
        QCOMPARE(placeWall({twin, true, {}}, {desk, left, twin}).monitor, 2);
    }
    void aShowNamesAMonitorWithoutItsModel()
    {
        const Monitor named{u"DP-1"_s, u""_s, u"AAA1"_s, {}};
        QCOMPARE(placeWall({named, true, {}}, {desk, left}).monitor, 1);
        const Monitor socketOnly{u"DP-1"_s, u""_s, u""_s, {}};
        QCOMPARE(placeWall({socketOnly, true, {}}, {desk, left}).monitor, 1);
    }
    void whereItsMonitorIsGoneAWallIsAWindowOnTheMainOne()
    {
        const WallPlace place = placeWall({left, true, {2000, 100, 1200, 800}}, {right, desk});
        QCOMPARE(place.monitor, 1);
        QVERIFY(place.gone);
        QVERIFY(!place.fullScreen); // it would cover what stands there
        QVERIFY(desk.geometry.contains(place.window));
    }
    void aWindowIsNeverLeftWhereNobodySeesIt()
    {
        for (const QRect &lost :
             {QRect(-5000, -5000, 800, 600), QRect(100, 100, 9000, 9000), QRect(1900, 1060, 800, 600)}) {
            const WallPlace place = placeWall({desk, false, lost}, {desk});
            QVERIFY(desk.geometry.contains(place.window));
        }
    }
    void withoutAnyMonitorThereIsNoPlace() { QCOMPARE(placeWall({left, true, {}}, {}).monitor, -1); }

    void placesAreRememberedByShowAndWall()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"state/walls.ini"_s);
        const WallMemory memory{right, true, {10, 20, 300, 200}};
        {
            WallMemories memories(path);
            QVERIFY(!memories.of(u"Final/2"_s, u"Wall"_s));
            memories.keep(u"Final/2"_s, u"Wall"_s, memory);
            memories.keepFurtherWalls(u"Final/2"_s, {u"Wall 2"_s});
        }
        const WallMemories again(path);
        const auto read = again.of(u"Final/2"_s, u"Wall"_s);
        QVERIFY(read);
        QVERIFY(*read == memory);
        QCOMPARE(read->monitor->serial, u"BBB2"_s);
        QVERIFY(!again.of(u"Final/2"_s, u"Wall 2"_s));
        QVERIFY(!again.of(u"Final"_s, u"2/Wall"_s));
        QCOMPARE(again.furtherWalls(u"Final/2"_s), QStringList{u"Wall 2"_s});
    }
    void aMemoryThatIsGarbageOrCannotBeWrittenCostsNothingElse()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"walls.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[Test]\nWall\\window=@Rect(banana)\nWall\\fullScreen=maybe\n\xff\xfe\n[[[");
        file.close();
        WallMemories memories(path);
        const auto read = memories.of(u"Test"_s, u"Wall"_s);
        QVERIFY(!read || placeWall(*read, {desk}).monitor == 0);
        WallMemories nowhere(u"/proc/no such folder/walls.ini"_s);
        nowhere.keep(u"Test"_s, u"Wall"_s, {left, true, {}});
        const auto kept = nowhere.of(u"Test"_s, u"Wall"_s); // until the program ends
        QVERIFY(kept && kept->fullScreen);
    }
};

QTEST_GUILESS_MAIN(WallPlaceTest)
#include "wall_place_test.moc"
