// Several walls on several monitors: where they open, what happens when a monitor goes and comes back, and that closing
// one stops nothing.

#include "app/rooms/room_screens.h"
#include "tests/support/hand_room.h"
#include "widgets/wall/wall_canvas.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace Qt::StringLiterals;

namespace {

const Monitor desk{u"desk"_s, u"Laptop"_s, u""_s, {0, 0, 1920, 1080}, true};
const Monitor stage{u"stage"_s, u"U2720Q"_s, u"AAA1"_s, {1920, 0, 2560, 1440}};

FrameSlots slotsOf(const Show &show)
{
    FrameSlots pictures;
    for (qsizetype i = 0; i < show.feeds.size(); ++i)
        pictures.push_back(std::make_shared<media::FrameSlot>());
    return pictures;
}

// Walls whose monitors a test plugs and pulls.
struct Walls
{
    Show show = smallShow();
    HandRoom source;
    RoomModels models{show, source};
    FrameSlots pictures = slotsOf(show);
    std::vector<Monitor> monitors{desk, stage};
    std::unique_ptr<WallWindows> walls;

    void open(const QString &memory = {})
    {
        walls.reset();
        walls = std::make_unique<WallWindows>(show, &models.wall, pictures, [this] { return monitors; });
        if (!memory.isEmpty())
            walls->remember(memory);
        walls->show();
    }
};

Wall wallOn(const QString &name, const Monitor &monitor)
{
    return {name, {}, MonitorName{monitor.name, monitor.serial}, true};
}

QString whereIs(const WallWindow &wall)
{
    return wall.screen() ? wall.screen()->name() : QString();
}

QString noticeOf(const WallWindow &wall)
{
    for (const QLabel *label : wall.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&wall) && label->text().contains(u"monitor"_s))
            return label->text();
    }
    return {};
}

} // namespace

class WallWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDesktopOfThisTestHasTwoMonitors()
    {
        QCOMPARE(QGuiApplication::screens().size(), 2);
        const auto monitors = WallWindows::desktopMonitors();
        QCOMPARE(monitors.at(1).name, u"stage"_s);
        QCOMPARE(monitors.at(1).geometry, stage.geometry);
    }
    void aShowWithoutWallsHasOne()
    {
        Walls room;
        room.open();
        QCOMPARE(room.walls->windows().size(), 1);
        QVERIFY(room.walls->first().isVisible());
    }
    void theWallsOfAShowOpenOnTheirMonitors()
    {
        Walls room;
        room.show.walls = {{u"Director"_s, {}, {}, false}, wallOn(u"Stage"_s, stage)};
        room.open();
        QCOMPARE(room.walls->windows().size(), 2);
        const WallWindow &second = *room.walls->windows().at(1);
        QVERIFY(second.isWallFullScreen());
        QCOMPARE(whereIs(second), u"stage"_s);
        QCOMPARE(second.geometry(), stage.geometry);
    }
    void aMonitorThatIsGoneIsSaidAndTheWallStandsOnTheMainOne()
    {
        Walls room;
        room.show.walls = {wallOn(u"Stage"_s, stage)};
        room.monitors = {desk};
        room.open();
        const WallWindow &wall = room.walls->first();
        QVERIFY(wall.isVisible() && !wall.isWallFullScreen());
        QVERIFY2(noticeOf(wall).contains(u"stage"_s), qPrintable(noticeOf(wall)));
    }
    void aWallGoesBackWhenItsMonitorDoes()
    {
        Walls room;
        room.show.walls = {wallOn(u"Stage"_s, stage)};
        room.open();
        WallWindow &wall = room.walls->first();
        QVERIFY(wall.isWallFullScreen());
        room.monitors = {desk};
        room.walls->follow();
        QVERIFY(wall.isVisible() && !wall.isWallFullScreen());
        QVERIFY(desk.geometry.contains(wall.geometry().topLeft()));
        room.monitors = {desk, stage};
        room.walls->follow();
        QVERIFY(wall.isWallFullScreen());
        QCOMPARE(whereIs(wall), u"stage"_s);
        QVERIFY2(noticeOf(wall).contains(u"is back"_s), qPrintable(noticeOf(wall)));
    }
    void aHandsChoiceIsRememberedByMonitor()
    {
        QTemporaryDir folder;
        const QString memory = folder.filePath(u"walls.ini"_s);
        Walls room;
        room.open(memory);
        Q_EMIT room.walls->first().monitorChosen(1);
        QVERIFY(room.walls->first().isWallFullScreen());
        // The next time it is plugged into another socket.
        room.monitors = {desk, {u"HDMI-1"_s, stage.model, stage.serial, stage.geometry}};
        room.open(memory);
        QVERIFY(room.walls->first().isWallFullScreen());
        QCOMPARE(room.walls->first().geometry(), stage.geometry);
    }
    void whatAWallShowsOverItsPicturesIsRemembered()
    {
        const QTemporaryDir folder;
        const QString memory = folder.filePath(u"walls.ini"_s);
        Walls room;
        room.open(memory);
        room.walls->first().canvas().setMeter(widgets::AudioMeter::TruePeak);
        room.walls->first().canvas().setGuide(widgets::WallGuide::Cut9x16);
        room.open(memory);
        QCOMPARE(room.walls->first().canvas().meter(), widgets::AudioMeter::TruePeak);
        QCOMPARE(room.walls->first().canvas().guide(), widgets::WallGuide::Cut9x16);

        // A file that says nonsense is a wall as nobody has chosen it.
        QFile file(memory);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray said = file.readAll();
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(said).replace("meter=2", "meter=77").replace("guide=5", "guide=x"));
        file.close();
        room.open(memory);
        QCOMPARE(room.walls->first().canvas().meter(), widgets::AudioMeter::SamplePeak);
        QCOMPARE(room.walls->first().canvas().guide(), widgets::WallGuide::None);
    }
    void whatTheDesktopDidForAMissingMonitorIsNotRemembered()
    {
        QTemporaryDir folder;
        const QString memory = folder.filePath(u"walls.ini"_s);
        Walls room;
        room.open(memory);
        Q_EMIT room.walls->first().monitorChosen(1);
        room.monitors = {desk};
        room.open(memory); // a day without the monitor
        QVERIFY(!room.walls->first().isWallFullScreen());
        room.monitors = {desk, stage};
        room.open(memory);
        QVERIFY(room.walls->first().isWallFullScreen());
    }
    void aNewWallShowsTheSameFeedsAndIsThereTheNextTime()
    {
        QTemporaryDir folder;
        const QString memory = folder.filePath(u"walls.ini"_s);
        Walls room;
        room.open(memory);
        room.walls->setHeard(1);
        QSignalSpy changed(room.walls.get(), &WallWindows::changed);
        Q_EMIT room.walls->first().wallWanted();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(room.walls->windows().size(), 2);
        WallWindow &second = *room.walls->windows().at(1);
        QCOMPARE(second.name(), u"Wall 2"_s);
        QVERIFY(second.isVisible());
        QCOMPARE(second.canvas().tileCount(), 3);
        QCOMPARE(second.canvas().heardRow(), 1);
        room.open(memory);
        QCOMPARE(room.walls->windows().size(), 2);
        QVERIFY(room.walls->windows().at(1)->close()); // by hand: it is not wanted any more
        QCOMPARE(room.walls->windows().size(), 1);
        room.open(memory);
        QCOMPARE(room.walls->windows().size(), 1);
    }
    void closingAWallTakesNothingFromAFeedOrAnotherWall()
    {
        Walls room;
        room.show.walls = {{u"A"_s, {}, {}, false}, {u"B"_s, {}, {}, false}};
        room.open();
        QTRY_VERIFY(!room.pictures[0]->demands().empty());
        WallWindow &other = *room.walls->windows().at(1);
        QVERIFY(room.walls->first().close());
        QVERIFY(!room.pictures[0]->demands().empty()); // the other still looks
        QCOMPARE(room.walls->windows().size(), 2);     // and a wall of the show can be brought back
        media::VideoFrame frame{QImage(160, 90, QImage::Format_RGB32), {160, 90}, std::chrono::steady_clock::now(), 1};
        room.pictures[0]->put(std::make_shared<const media::VideoFrame>(frame));
        other.canvas().refresh();
        QVERIFY(other.sight().rows.size() == 3);
        QVERIFY(other.close());
        QVERIFY(room.pictures[0]->demands().empty()); // nobody looks, and the slot is there for its measures
        QVERIFY(room.pictures[0]->peek());
        room.walls->first().show();
        QTRY_VERIFY(!room.pictures[0]->demands().empty());
    }
    void aHiddenOrMinimisedWallAsksForNoPicture()
    {
        Walls room;
        room.open();
        WallWindow &wall = room.walls->first();
        QTRY_VERIFY(!room.pictures[0]->demands().empty());
        QCOMPARE(wall.sight().rows.size(), std::size_t(3));
        wall.showMinimized();
        QTRY_VERIFY(room.pictures[0]->demands().empty());
        QVERIFY(wall.sight().rows.empty());
        wall.showNormal();
        QTRY_VERIFY(!room.pictures[0]->demands().empty());
        wall.hide();
        QTRY_VERIFY(room.pictures[0]->demands().empty());
        QVERIFY(wall.sight().rows.empty());
    }
    void theMenusListEveryWallAndAKeyKeepsItsWindow()
    {
        Show show = smallShow();
        HandRoom source;
        const FrameSlots pictures = slotsOf(show);
        RoomScreens screens(show, source, pictures);
        screens.show();
        const auto keyOf = [&](const QString &window) {
            for (const QAction *action : screens.control().actions()) {
                if (action->text() == window)
                    return action->shortcut().toString();
            }
            return u"none"_s;
        };
        QCOMPARE(keyOf(u"Charts"_s), u"F4"_s);
        Q_EMIT screens.wall().wallWanted();
        QCOMPARE(keyOf(u"Charts"_s), u"F4"_s);
        QCOMPARE(keyOf(u"Wall 2"_s), u"F5"_s);
        screens.lock().press();
        QVERIFY(!screens.walls().windows().at(1)->close()); // the room's lock is the new wall's too
        QVERIFY(screens.walls().windows().at(1)->windowTitle().contains(u"LOCKED"_s));
        screens.lock().press();
        screens.lock().press();
        QVERIFY(screens.walls().windows().at(1)->close());
        QCOMPARE(keyOf(u"Wall 2"_s), u"none"_s);
    }
};

int main(int argc, char **argv)
{
    QTemporaryDir folder;
    const QString screens = folder.filePath(u"screens.json"_s);
    QFile file(screens);
    QByteArray text = "{'screens': ["
                      "{'name': 'desk', 'x': 0, 'y': 0, 'width': 1920, 'height': 1080, 'logicalDpi': 96, 'dpr': 1},"
                      "{'name': 'stage', 'x': 1920, 'y': 0, 'width': 2560, 'height': 1440, 'logicalDpi': 96, 'dpr': 1}"
                      "]}";
    if (!file.open(QIODevice::WriteOnly) || file.write(text.replace('\'', '"')) < 0)
        return 1;
    file.close();
    qputenv("QT_QPA_PLATFORM", (u"offscreen:configfile="_s + screens).toUtf8());
    QApplication application(argc, argv);
    WallWindowsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "wall_windows_test.moc"
