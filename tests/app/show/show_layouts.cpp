// Layouts and walls of a show file: what they may say, and that saving one leaves the rest of the file alone.

#include "app/show/show_layouts.h"

#include "app/show/layout_file.h"
#include "widgets/wall/wall_presets.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;
using widgets::CellKind;

namespace {

QByteArray json(const QByteArray &members)
{
    QByteArray text =
        "{'gantry': 1, 'name': 'Friday', 'feeds': [\n"
        "{'name': 'CAM 1', 'srt': {'mode': 'listener', 'port': 9001}},\n"
        "{'name': 'CAM 2', 'srt': {'mode': 'listener', 'port': 9002, 'passphrase': {'keychain': 'cam2'}}}],\n" +
        members + "}";
    return text.replace('\'', '"');
}

QByteArray layouts(const QByteArray &list)
{
    return json("'layouts': [" + list + "]");
}

QString faultsOf(const QByteArray &text)
{
    QStringList lines;
    const auto show = readShow(text);
    for (const ShowFault &fault : show ? QList<ShowFault>() : show.error())
        lines.append(fault.text());
    return lines.join(u'\n');
}

const QStringList feeds{u"CAM 1"_s, u"CAM 2"_s};

const Layout mine{u"Mine"_s,
                  {},
                  {24, 24},
                  {{{0, 0, 12, 12}, {CellKind::Feed, u"CAM 1"_s}}, {{12, 0, 12, 24}, {CellKind::Clock, u"utc"_s}}}};

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class ShowLayoutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutsAndWallsReadBackTheSame()
    {
        const auto show = readShow(json("'layouts': [{'name': 'All', 'preset': 'automatic'},"
                                        "{'name': 'Main', 'preset': '2+8', 'cells': [{'shows': 'program'},"
                                        "{'shows': 'feed', 'what': 'CAM 2'}, {'shows': 'empty'}]},"
                                        "{'name': 'Mine', 'grid': {'columns': 24, 'rows': 18}, 'cells': ["
                                        "{'x': 0, 'y': 0, 'width': 12, 'height': 9, 'shows': 'text', 'what': 'A\\nB'},"
                                        "{'x': 12, 'y': 0, 'width': 12, 'height': 9, 'shows': 'clock',"
                                        "'what': 'countdown 20:15:00'},"
                                        "{'x': 0, 'y': 9, 'width': 24, 'height': 9, 'shows': 'alarms'}]}],"
                                        "'walls': [{'name': 'Left', 'layout': 'Main', 'fullScreen': true,"
                                        "'monitor': {'name': 'DP-1', 'serial': 'A1'}}, {'name': 'Right'}]"));
        QVERIFY2(show, qPrintable(show ? QString() : show.error().first().text()));
        QCOMPARE(show->layouts.size(), 3);
        QCOMPARE(show->layouts[0], (Layout{u"All"_s, u"automatic"_s, {}, {}}));
        QCOMPARE(show->layouts[1].cells[1].content, (widgets::CellContent{CellKind::Feed, u"CAM 2"_s}));
        QCOMPARE(show->layouts[2].cells[2].place, QRect(0, 9, 24, 9));
        QCOMPARE(show->layouts[2].cells[0].content.what, u"A\nB"_s);
        QCOMPARE(show->walls, (QList<Wall>{{u"Left"_s, u"Main"_s, MonitorName{u"DP-1"_s, u"A1"_s}, true},
                                           {u"Right"_s, {}, std::nullopt, false}}));
        const auto again = readShow(writeShow(*show));
        QVERIFY(again);
        QCOMPARE(again->layouts, show->layouts);
        QCOMPARE(again->walls, show->walls);
    }

    void aShowWithoutLayoutsHasNoneAndWritesNone()
    {
        const auto show = readShow(json("'pairs': []"));
        QVERIFY(show);
        QVERIFY(show->layouts.isEmpty() && show->walls.isEmpty());
        const QByteArray written = writeShow(*show);
        QVERIFY(!written.contains("layouts") && !written.contains("walls"));
    }

    void everyFaultIsToldByPlaceAndLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        const auto free = [](const QByteArray &cells) {
            return layouts("{'name': 'A', 'grid': {'columns': 4, 'rows': 3}, 'cells': [" + cells + "]}");
        };
        const auto shows = [](const QByteArray &what) {
            return layouts("{'name': 'A', 'preset': '1', 'cells': [{'shows': " + what + "}]}");
        };
        const auto wall = [](const QByteArray &what) { return json("'walls': [{'name': 'W', " + what + "}]"); };
        const auto row = [](const char *name, const QByteArray &text, const QString &told) {
            QTest::newRow(name) << text << told;
        };
        row("outside", free("{'x': 3, 'y': 0, 'width': 2, 'height': 1, 'shows': 'empty'}"),
            u"line 4, layouts[0].cells[0]: The cell reaches beyond the grid. The grid has 4 columns and 3 rows, counted from 0."_s);
        row("far outside", free("{'x': 4, 'y': 0, 'width': 1, 'height': 1, 'shows': 'empty'}"),
            u"line 4, layouts[0].cells[0].x: The value is 4. 0 to 3."_s);
        row("no size", free("{'x': 0, 'y': 0, 'width': 0, 'height': 1, 'shows': 'empty'}"),
            u"line 4, layouts[0].cells[0].width: The value is 0. 1 to 4."_s);
        row("half a unit", free("{'x': 0.5, 'y': 0, 'width': 1, 'height': 1, 'shows': 'empty'}"),
            u"layouts[0].cells[0].x"_s);
        row("huge", free("{'x': 1e300, 'y': 0, 'width': 1, 'height': 1, 'shows': 'empty'}"),
            u"layouts[0].cells[0].x"_s);
        row("overlap",
            free("3, {'x': 0, 'y': 0, 'width': 2, 'height': 2, 'shows': 'empty'},\n"
                 "{'x': 1, 'y': 1, 'width': 2, 'height': 2, 'shows': 'empty'}"),
            u"line 5, layouts[0].cells[2]: The cell overlaps layouts[0].cells[1]. Cells stand beside each other."_s);
        row("grid", layouts("{'name': 'A', 'grid': {'columns': 65, 'rows': 0}, 'cells': []}"),
            u"line 4, layouts[0].grid.columns: The value is 65. 1 to 64.\nline 4, layouts[0].grid.rows: The value is 0. 1 to 64."_s);
        row("neither", layouts("{'name': 'A'}"), u"A layout has a preset or a grid, no more and no less."_s);
        row("both", layouts("{'name': 'A', 'preset': '1', 'grid': {}}"),
            u"A layout has a preset or a grid, no more and no less."_s);
        row("preset", layouts("{'name': 'A', 'preset': '2x8'}"),
            u"line 4, layouts[0].preset: There is no such preset. Did you mean 2x2?"_s);
        row("too many cells", shows("'empty'}, {'shows': 'empty'"),
            u"line 4, layouts[0].cells: The list has 2 entries. A list of at most 1."_s);
        row("names", layouts("{'name': 'A', 'preset': '1'}, {'name': 'a', 'preset': '1'}"),
            u"line 4, layouts[1].name: layouts[0] has this name already."_s);
        row("kind", shows("'clok', 'what': 'utc'"),
            u"layouts[0].cells[0].shows: No cell shows that. Did you mean clock?"_s);
        row("feed", shows("'feed', 'what': 'CAM 3'"),
            u"cells[0].what: There is none of this name. Did you mean CAM 1?"_s);
        row("feed without a name", shows("'feed'"), u"cells[0].what: Missing."_s);
        row("clock", shows("'clock', 'what': 'countdown 25:00:00'"), u"There is no such clock."_s);
        row("text", shows("'text', 'what': ' '"), u"The text has 1 characters."_s);
        row("long text", shows("'text', 'what': '" + QByteArray(201, 'x') + "'"), u"The text has 201 characters."_s);
        row("control", shows("'image', 'what': 'a\\nb'"), u"The text has a character that cannot be seen."_s);
        row("nothing more", shows("'program', 'what': 'CAM 1'"), u"This kind of cell takes nothing more."_s);
        row("unknown key", layouts("{'name': 'A', 'preset': '1', 'colour': 'red'}"), u"layouts[0].colour"_s);
        row("no list", json("'layouts': {}"), u"layouts: The value is an object. A list of at most 64."_s);
        row("wall's layout", wall("'layout': 'X'"), u"walls[0].layout: There is none of this name. There are none."_s);
        row("wall's screen", wall("'fullScreen': 1"), u"walls[0].fullScreen: The value is a number. true or false."_s);
        row("wall's monitor", wall("'monitor': {}"), u"walls[0].monitor.name: Missing."_s);
        row("two walls", wall("'fullScreen': true}, {'name': 'w'"),
            u"walls[1].name: walls[0] has this name already."_s);
    }
    void everyFaultIsToldByPlaceAndLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        const QString faults = faultsOf(text);
        QVERIFY2(faults.contains(told), qPrintable(faults));
    }

    void moreCellsThanCanBeSeenAreRefused()
    {
        QByteArray cells;
        for (int i = 0; i < 145; ++i)
            cells += QByteArray(i == 0 ? "" : ",") + "{'shows': 'empty'}";
        QVERIFY(faultsOf(layouts("{'name': 'A', 'preset': 'automatic', 'cells': [" + cells + "]}"))
                    .contains(u"The list has 145 entries. A list of at most 144."_s));
    }

    void aLayoutIsThePlanItSays()
    {
        const widgets::WallPlan plan = layoutPlan({u"Main"_s, u"2x2"_s, {}, {{{}, {CellKind::Alarms, {}}}}}, feeds);
        QCOMPARE(plan.name, u"Main"_s);
        QCOMPARE(plan.cells[0].content.kind, CellKind::Alarms);
        QCOMPARE(plan.cells[1].content.what, u"CAM 1"_s);
        QCOMPARE(layoutPlan(mine, feeds).cells, mine.cells);
        for (const Layout &layout : usualLayouts())
            QVERIFY(!planFault(layoutPlan(layout, feeds)) && !layout.name.isEmpty());
    }

    void anEditedPresetStaysOneUntilACellIsMoved()
    {
        const Layout preset{u"Main"_s, u"2x2"_s, {}, {}};
        widgets::WallPlan plan = widgets::freePlan(layoutPlan(preset, feeds));
        QCOMPARE(planLayout(plan, u"2x2"_s, feeds), preset);
        plan.cells[1].content = {CellKind::Clock, u"utc"_s};
        const Layout changed = planLayout(plan, u"2x2"_s, feeds);
        QCOMPARE(changed.preset, u"2x2"_s);
        QCOMPARE(changed.cells.size(), std::size_t(4)); // CAM 2 would come by itself into the second, not the third
        QCOMPARE(widgets::freePlan(layoutPlan(changed, feeds)), plan);
        plan.cells[0].place.setWidth(6);
        const Layout moved = planLayout(plan, u"2x2"_s, feeds);
        QVERIFY(moved.preset.isEmpty());
        QCOMPARE(moved.grid, QSize(24, 24));
        QCOMPARE(moved.cells, plan.cells);
    }

    void savingALayoutTouchesNothingElseInTheFile()
    {
        const QByteArray before = json("  'layouts' : [ {'name': 'All',   'preset': 'automatic'} ]  ,\n\n"
                                       "'walls':[{'name':'W','layout':'All'}]");
        const auto after = withLayout(before, mine, mine.name);
        QVERIFY(after);
        const qsizetype behind = before.indexOf('}', before.indexOf("layouts")) + 1; // of the layout that was there
        QVERIFY(after->startsWith(before.first(behind)));
        QVERIFY(after->endsWith(before.sliced(behind)));
        const auto show = readShow(*after);
        QCOMPARE(show->layouts.size(), 2);
        QCOMPARE(show->layouts[0].name, u"All"_s);
        QCOMPARE(show->layouts[1], mine);
        QCOMPARE(show->feeds[1].passphrase, (Secret{Secret::Store::Keychain, u"cam2"_s}));
        QVERIFY(after->contains("\n      { \"x\": 0, \"y\": 0, \"width\": 12,")); // a line a cell
    }

    void aFileWithoutLayoutsGetsThem()
    {
        const QByteArray before = "\xEF\xBB\xBF" + json("'audiences': [ ]  ");
        const auto after = withLayout(before, {u"All"_s, u"automatic"_s, {}, {}}, {});
        QVERIFY(after);
        QVERIFY(after->startsWith(before.first(before.indexOf(']', before.indexOf("audiences")) + 1)));
        QVERIFY(after->endsWith("  }"));
        QCOMPARE(readShow(*after)->layouts.size(), 1);
    }

    void anEmptyListOfLayoutsGetsItsFirst()
    {
        const auto after = withLayout(json("'layouts': [ ], 'pairs': []"), mine, {});
        QVERIFY(after);
        QCOMPARE(readShow(*after)->layouts, QList<Layout>{mine});
        QVERIFY(after->endsWith("], \"pairs\": []}"));
    }

    void aLayoutTakesThePlaceOfTheOneItWasEditedFrom()
    {
        const QByteArray before =
            layouts("{'name': 'A', 'preset': '1'}, {'name': 'B', 'preset': '2x2'}, {'name': 'C', 'preset': '3x3'}");
        const auto after = withLayout(before, mine, u"B"_s);
        QVERIFY(after);
        QVERIFY(after->contains("{\"name\": \"A\", \"preset\": \"1\"}, {")); // the others stay as a person wrote them
        QVERIFY(after->contains("}, {\"name\": \"C\", \"preset\": \"3x3\"}"));
        QCOMPARE(readShow(*after)->layouts[1], mine);
        QCOMPARE(readShow(*after)->layouts.size(), 3);
    }

    void wallsFollowALayoutThatGetsAnotherName()
    {
        const QByteArray before = json("'walls': [ {'name': 'W',  'layout': 'A'}, {'layout':'B', 'name': 'V'},"
                                       "{'name': 'U', 'layout': 'A'} ],"
                                       "'layouts': [{'name': 'A', 'preset': '1'}, {'name': 'B', 'preset': '2x2'}]");
        Layout renamed = mine;
        renamed.name = u"with ']' in it"_s;
        const auto after = withLayout(before, renamed, u"A"_s);
        QVERIFY2(after, qPrintable(after ? QString() : after.error().first().text()));
        const auto show = readShow(*after);
        QCOMPARE(show->layouts[0], renamed);
        QCOMPARE(show->walls[0].layout, renamed.name);
        QCOMPARE(show->walls[1].layout, u"B"_s);
        QCOMPARE(show->walls[2].layout, renamed.name);
        QVERIFY(after->contains(" {\"name\": \"W\",  \"layout\": \""));
    }

    void removingALayoutTakesItWithOneCommaAndTouchesNothingElse()
    {
        const QByteArray first = "{'name': 'A',  'preset': '1'}";
        const QByteArray second = "{'name': 'B', 'preset': '2x2'}";
        const auto without = [](const QByteArray &text, const QString &name) {
            return withoutLayout(json("'layouts': [" + text + "],  'pairs': []"), name);
        };
        const QByteArray onlyFirst = json("'layouts': [ " + first + " ],  'pairs': []");
        const QByteArray onlySecond = json("'layouts': [ " + second + " ],  'pairs': []");
        QCOMPARE(without(" " + first + " ,\n " + second + " ", u"B"_s), onlyFirst);
        QCOMPARE(without(" " + first + " ,\n " + second + " ", u"A"_s), onlySecond);
        QCOMPARE(without(" " + first + " ", u"A"_s), json("'layouts': [ ],  'pairs': []"));
        QCOMPARE(without(" " + first + " ", u"B"_s), onlyFirst); // there is none of that name
        QVERIFY(!withoutLayout("{", u"A"_s));
    }

    void aWallForgetsTheLayoutThatIsRemoved()
    {
        const QByteArray before =
            json("'walls': [ {'name': 'W',  'layout' : 'A'}, {'layout':'B', 'name': 'V'},"
                 "{'layout':'A' , 'name': 'U'}, {'name': 'A', 'layout': 'A', 'fullScreen': true} ],"
                 "'layouts': [{'name': 'A', 'preset': '1'}, {'name': 'B', 'preset': '2x2'}]");
        const QByteArray after = json("'walls': [ {'name': 'W'}, {'layout':'B', 'name': 'V'},"
                                      "{'name': 'U'}, {'name': 'A', 'fullScreen': true} ],"
                                      "'layouts': [{'name': 'B', 'preset': '2x2'}]");
        QCOMPARE(withoutLayout(before, u"A"_s), after);
    }

    void whatWouldNotReadIsNotSaved()
    {
        // A name that another layout has; a feed that is gone; a broken file.
        const QByteArray two = layouts("{'name': 'A', 'preset': '1'}, {'name': 'mine', 'preset': '2x2'}");
        QVERIFY(withLayout(two, mine, u"A"_s).error().first().text().contains(u"has this name already"_s));
        Layout gone = mine;
        gone.cells[0].content.what = u"CAM 9"_s;
        QVERIFY(!withLayout(two, gone, {}));
        QVERIFY(!withLayout("{", mine, {}));
    }

    void aFileIsSavedWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"show.json"_s);
        const QByteArray before = layouts("{'name': 'A', 'preset': '1'}");
        QVERIFY(write(path, before));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        const auto saved = saveLayout(path, mine, u"Mine"_s);
        QVERIFY(saved);
        QCOMPARE(saved->size(), 2);
        QCOMPARE(readShowFile(path)->layouts, *saved);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());

        const QByteArray good = contentsOf(path);
        Layout twice = mine;
        twice.cells.push_back(twice.cells[0]);
        QVERIFY(!saveLayout(path, twice, u"Mine"_s));
        QCOMPARE(contentsOf(path), good);

        const auto lost = saveLayout(folder.filePath(u"none.json"_s), mine, {});
        QVERIFY(!lost && lost.error().first().text().contains(u"none.json"_s));
    }

    void whatSomebodyElseHasChangedMeanwhileStays()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"show.json"_s);
        QVERIFY(write(path, layouts("{'name': 'A', 'preset': '1'}")));
        QVERIFY(saveLayout(path, mine, u"Mine"_s));                              // by one wall
        const auto saved = saveLayout(path, {u"A"_s, u"2x2"_s, {}, {}}, u"A"_s); // by another, which never saw it
        QVERIFY(saved);
        QCOMPARE(saved->size(), 2);
        QCOMPARE(saved->at(1), mine);
    }
};

QTEST_GUILESS_MAIN(ShowLayoutsTest)
#include "show_layouts.moc"
