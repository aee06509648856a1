// Every preset and many free plans, in windows of many shapes and at every size of letters.

#include "widgets/wall/wall_layout.h"
#include "widgets/wall/wall_presets.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gantry::widgets;
using namespace Qt::StringLiterals;

namespace {

QStringList feeds(int count)
{
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names.append(u"CAM %1"_s.arg(i));
    return names;
}

WallPlan preset(const QString &name, int count, const std::vector<CellContent> &said = {})
{
    return presetPlan(name, feeds(count), said).value_or(WallPlan());
}

CellContent feed(int number)
{
    return {CellKind::Feed, u"CAM %1"_s.arg(number)};
}

QStringList shown(const WallPlan &plan)
{
    QStringList all;
    for (const WallCell &cell : plan.cells) {
        all.append(cell.content.kind == CellKind::Feed      ? cell.content.what
                   : cell.content.kind == CellKind::Program ? u"program"_s
                   : cell.content.kind == CellKind::Preview ? u"preview"_s
                   : cell.content.kind == CellKind::Clock   ? u"clock"_s
                                                            : QString());
    }
    return all;
}

// Any plan that keeps the contract: cells put down at random where there is room.
WallPlan randomPlan(QRandomGenerator &dice)
{
    WallPlan plan{{}, {dice.bounded(1, 33), dice.bounded(1, 33)}, {}, dice.bounded(2) == 0};
    for (int i = 0; i < 30; ++i) {
        const int x = dice.bounded(plan.grid.width());
        const int y = dice.bounded(plan.grid.height());
        const WallCell cell{
            {x, y, dice.bounded(1, plan.grid.width() - x + 1), dice.bounded(1, plan.grid.height() - y + 1)},
            {CellKind(dice.bounded(10)), u"x"_s}};
        plan.cells.push_back(cell);
        if (planFault(plan))
            plan.cells.pop_back();
    }
    return plan;
}

QString described(const WallPlan &plan, QSize size, const WallMetrics &metrics)
{
    return u"%1, grid %2x%3 with %4 cells, in %5x%6, label %7"_s.arg(plan.name)
        .arg(plan.grid.width())
        .arg(plan.grid.height())
        .arg(plan.cells.size())
        .arg(size.width())
        .arg(size.height())
        .arg(metrics.labelHeight);
}

} // namespace

class WallPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetKeepsTheContractForAnyNumberOfFeeds()
    {
        for (const QString &name : presetNames()) {
            for (int count = 0; count <= 64; ++count) {
                const WallPlan plan = preset(name, count);
                QVERIFY2(!planFault(plan), qPrintable(name));
                QVERIFY(!plan.name.isEmpty());
                if (const auto cells = presetCells(name))
                    QCOMPARE(plan.cells.size(), *cells);
            }
        }
        QVERIFY(!presetPlan(u"7x7"_s, {}));
        QVERIFY(!presetCells(u"7x7"_s));
    }

    void presetsHaveTheCellsTheyAreNamedAfter()
    {
        const QHash<QString, std::size_t> cells{{u"1"_s, 1},    {u"2x2"_s, 4},  {u"3x3"_s, 9},  {u"4x4"_s, 16},
                                                {u"5x5"_s, 25}, {u"6x6"_s, 36}, {u"2+8"_s, 10}, {u"1+5"_s, 6},
                                                {u"1+7"_s, 8},  {u"1+12"_s, 13}};
        for (auto each = cells.begin(); each != cells.end(); ++each)
            QCOMPARE(presetCells(each.key()), std::optional(each.value()));
        QCOMPARE(presetNames().size(), cells.size() + 2);
        QVERIFY(!presetCells(u"automatic"_s));
        QVERIFY(!presetCells(u"columns"_s));
    }

    void previewStandsLeftOfProgramAndTheFeedsBelowInOrder()
    {
        const WallPlan plan = preset(u"2+8"_s, 3);
        QCOMPARE(shown(plan),
                 (QStringList{u"preview"_s, u"program"_s, u"CAM 1"_s, u"CAM 2"_s, u"CAM 3"_s, {}, {}, {}, {}, {}}));
        const WallLayout layout = wallLayout(plan, {1920, 1080});
        QVERIFY(layout.tiles[0].tile.right() < layout.tiles[1].tile.left());
        QCOMPARE(layout.tiles[0].tile.size(), layout.tiles[1].tile.size());
        for (std::size_t i = 2; i < 10; ++i) {
            QVERIFY(layout.tiles[i].tile.top() > layout.tiles[0].tile.bottom());
            QVERIFY(layout.tiles[i].tile.width() * 2 <= layout.tiles[0].tile.width());
        }
    }

    void oneLargeCellShowsProgramAndIsTheLargest()
    {
        for (const QString &name : {u"1+5"_s, u"1+7"_s, u"1+12"_s}) {
            const WallPlan plan = preset(name, 20);
            QCOMPARE(shown(plan).first(), u"program"_s);
            QCOMPARE(shown(plan).mid(1), feeds(int(plan.cells.size()) - 1));
            const WallLayout layout = wallLayout(plan, {1920, 1080});
            for (std::size_t i = 1; i < layout.tiles.size(); ++i)
                QVERIFY(layout.tiles[i].picture.width() * 3 < layout.tiles[0].picture.width() * 2);
        }
    }

    void whatIsSaidStandsFirstAndItsFeedsAreNotRepeated()
    {
        QCOMPARE(shown(preset(u"2x2"_s, 3, {feed(2), {CellKind::Clock, u"utc"_s}})),
                 (QStringList{u"CAM 2"_s, u"clock"_s, u"CAM 1"_s, u"CAM 3"_s}));
        QCOMPARE(shown(preset(u"1"_s, 3, {feed(3), feed(1)})), QStringList{u"CAM 3"_s});
        QCOMPARE(shown(preset(u"automatic"_s, 3, {feed(3), {CellKind::Clock, u"utc"_s}})),
                 (QStringList{u"CAM 3"_s, u"clock"_s, u"CAM 1"_s, u"CAM 2"_s}));
        // Said twice is shown twice: nobody forbids two pictures of one feed.
        QCOMPARE(shown(preset(u"2x2"_s, 2, {feed(1), feed(1)})), (QStringList{u"CAM 1"_s, u"CAM 1"_s, u"CAM 2"_s, {}}));
    }

    void columnsArePicturesOfNineToSixteenForAnyNumberOfFeeds()
    {
        for (int count = 1; count <= 64; ++count) {
            const WallLayout layout = wallLayout(preset(u"columns"_s, count), {1920, 1080});
            QCOMPARE(int(layout.tiles.size()), count);
            for (const TileBox &box : layout.tiles) {
                QVERIFY2(std::abs(box.picture.width() * 16.0 / 9.0 - box.picture.height()) <= 1,
                         qPrintable(QString::number(count)));
                QVERIFY2(box.picture.width() > 60, qPrintable(QString::number(count)));
            }
        }
        QCOMPARE(wallLayout(preset(u"columns"_s, 3), {1920, 1080}).rows, 1);
        QCOMPARE(wallLayout(preset(u"columns"_s, 6), {1920, 1080}).rows, 1);
        QCOMPARE(wallLayout(preset(u"columns"_s, 7), {1920, 1080}).rows, 2);
    }

    void tilesNeverOverlapAndLieInTheWallWithRoomForTheOutline()
    {
        forEvery([](const WallPlan &plan, QSize size, const WallMetrics &metrics, const WallLayout &layout) {
            const QByteArray where = described(plan, size, metrics).toUtf8();
            QVERIFY2(layout.tiles.empty() || layout.tiles.size() == plan.cells.size(), where);
            for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
                const QRect tile = layout.tiles[i].tile;
                if (tile.isEmpty())
                    continue;
                QVERIFY2(QRect(QPoint(), size).contains(tile.adjusted(-4, -4, 4, 4)), where);
                for (std::size_t k = 0; k < i; ++k)
                    QVERIFY2(!layout.tiles[k].tile.intersects(tile.adjusted(-4, -4, 4, 4)), where);
            }
        });
    }

    void everyPictureHasItsShapeAndALabelOfATwelfth()
    {
        forEvery([](const WallPlan &plan, QSize size, const WallMetrics &metrics, const WallLayout &layout) {
            const QByteArray where = described(plan, size, metrics).toUtf8();
            for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
                const TileBox &box = layout.tiles[i];
                if (!showsPicture(plan.cells[i].content.kind)) {
                    QCOMPARE(box.picture, box.tile);
                    QVERIFY(box.label.isEmpty());
                    continue;
                }
                if (box.tile.isEmpty())
                    continue;
                const double wide = std::abs(box.picture.width() * 9.0 / 16.0 - box.picture.height());
                const double tall = std::abs(box.picture.width() * 16.0 / 9.0 - box.picture.height());
                QVERIFY2(std::min(wide, tall) <= 1, where);
                QCOMPARE(box.label.top(), box.picture.bottom() + 1);
                QCOMPARE(box.label.width(), box.picture.width());
                QCOMPARE(box.picture.united(box.label), box.tile);
                QVERIFY2(box.label.height() * 12 >= box.tile.height(), where);
            }
        });
    }

    void everyTileLiesInTheCellThatThePlanGivesIt()
    {
        forEvery([](const WallPlan &plan, QSize size, const WallMetrics &metrics, const WallLayout &layout) {
            for (std::size_t i = 0; i < layout.tiles.size() && !plan.isAutomatic(); ++i) {
                const QRect box = layout.grid.box(plan.cells[i].place);
                if (layout.tiles[i].tile.isEmpty())
                    continue;
                QVERIFY2(box.contains(layout.tiles[i].tile), described(plan, size, metrics).toUtf8());
                if (std::min(layout.grid.pitch.width(), layout.grid.pitch.height()) < 2 * metrics.gap)
                    continue; // nothing to point at between the gaps
                QCOMPARE(layout.grid.unitAt(box.topLeft()), plan.cells[i].place.topLeft());
                QCOMPARE(layout.grid.unitAt(box.bottomRight()), plan.cells[i].place.bottomRight());
            }
        });
    }

    void cellsOfOneSizeAreTilesOfOneSize()
    {
        forEvery([](const WallPlan &plan, QSize size, const WallMetrics &metrics, const WallLayout &layout) {
            QHash<std::pair<int, int>, QSize> sizes;
            for (std::size_t i = 0; i < layout.tiles.size() && !plan.isAutomatic(); ++i) {
                if (!showsPicture(plan.cells[i].content.kind))
                    continue;
                const QSize cell = plan.cells[i].place.size();
                const std::pair key(cell.width(), cell.height());
                QVERIFY2(sizes.value(key, layout.tiles[i].tile.size()) == layout.tiles[i].tile.size(),
                         described(plan, size, metrics).toUtf8());
                sizes.insert(key, layout.tiles[i].tile.size());
            }
        });
    }

    void whereThereIsRoomEveryPresetShowsEveryCell()
    {
        for (const QString &name : presetNames()) {
            for (const int count : {1, 4, 9, 16, 36}) {
                for (const QSize size : {QSize(1920, 1080), QSize(1080, 1920), QSize(1280, 720)}) {
                    const WallPlan plan = preset(name, count);
                    const WallLayout layout = wallLayout(plan, size, {20, 80}); // letters of twice the size
                    QCOMPARE(layout.tiles.size(), plan.cells.size());
                    for (const TileBox &box : layout.tiles)
                        QVERIFY2(!box.tile.isEmpty(), described(plan, size, {}).toUtf8());
                }
            }
        }
    }

    void aTightPlanStandsCloseTogetherInAnyWindow()
    {
        for (const QSize size : {QSize(1920, 1080), QSize(1080, 1920), QSize(2560, 600)}) {
            const WallLayout layout = wallLayout(preset(u"3x3"_s, 9), size);
            const WallLayout automatic = wallLayout(9, size);
            QCOMPARE(layout.tiles[1].tile.left() - layout.tiles[0].tile.right() - 1, 10);
            QCOMPARE(layout.tiles[3].tile.top() - layout.tiles[0].tile.bottom() - 1, 10);
            if (automatic.columns == 3)
                QCOMPARE(layout.tiles, automatic.tiles);
        }
    }

    void aFreePlanKeepsItsGridWhateverStandsOnIt()
    {
        WallPlan plan{{}, freeGrid, {{{0, 0, 12, 12}, {CellKind::Chart, u"x"_s}}}};
        const WallGrid before = wallLayout(plan, {1000, 1000}).grid;
        plan.cells.push_back({{12, 0, 12, 12}, feed(1)});
        const WallGrid after = wallLayout(plan, {1000, 1000}).grid;
        QCOMPARE(after.pitch, before.pitch);
        QCOMPARE(after.origin, before.origin);
    }

    void freeEditingBeginsWhereThePresetStood()
    {
        for (const QString &name : presetNames()) {
            const WallPlan plan = preset(name, 7);
            const WallPlan free = freePlan(plan);
            QVERIFY2(!planFault(free), qPrintable(name));
            QVERIFY(free.grid.width() >= 24 && free.grid.height() >= 24);
            QCOMPARE(shown(free), shown(plan));
            if (plan.isAutomatic())
                continue;
            for (std::size_t i = 0; i < plan.cells.size(); ++i) {
                const QRectF whole(QPointF(), plan.grid);
                QCOMPARE(double(free.cells[i].place.x()) / free.grid.width(), plan.cells[i].place.x() / whole.width());
                QCOMPARE(double(free.cells[i].place.height()) / free.grid.height(),
                         plan.cells[i].place.height() / whole.height());
            }
        }
        QCOMPARE(freePlan(WallPlan()).grid, freeGrid);
    }

    void theFirstBreachOfAPlanIsFound()
    {
        WallPlan plan{{}, {4, 4}, {{{0, 0, 2, 2}, feed(1)}, {{2, 0, 2, 2}, feed(2)}}};
        QVERIFY(!planFault(plan));
        plan.cells.push_back({{1, 1, 1, 1}, {}});
        QCOMPARE(planFault(plan), (PlanBreach{PlanFault::Overlap, 2, 0}));
        plan.cells[2].place = {3, 3, 2, 1};
        QCOMPARE(planFault(plan), (PlanBreach{PlanFault::OutsideGrid, 2}));
        plan.cells[2].place = {3, 3, 0, 1};
        QCOMPARE(planFault(plan), (PlanBreach{PlanFault::OutsideGrid, 2}));
        plan.cells[2].place = {-1, 3, 1, 1};
        QCOMPARE(planFault(plan), (PlanBreach{PlanFault::OutsideGrid, 2}));
        plan.grid = {65, 4};
        QCOMPARE(planFault(plan), (PlanBreach{PlanFault::GridSize}));
        plan.cells.assign(maxPlanCells + 1, {});
        QCOMPARE(planFault(plan)->fault, PlanFault::TooManyCells);
    }

private:
    template <typename Check>
    static void forEvery(Check check)
    {
        const QList<QSize> sizes{{1920, 1080}, {3840, 2160}, {1280, 720}, {1080, 1920}, {640, 480}, {2560, 600},
                                 {333, 777},   {120, 90},    {20, 2000},  {1, 1},       {0, 0}};
        QRandomGenerator dice(1); // the same plans in every run
        QList<WallPlan> plans;
        for (const QString &name : presetNames()) {
            for (const int count : {0, 1, 4, 9, 16, 36})
                plans.append(preset(name, count));
        }
        for (int i = 0; i < 100; ++i)
            plans.append(randomPlan(dice));
        for (const WallPlan &plan : std::as_const(plans)) {
            for (const QSize size : sizes) {
                for (const WallMetrics &metrics : {WallMetrics{10, 20}, WallMetrics{10, 40}, WallMetrics{20, 90}})
                    check(plan, size, metrics, wallLayout(plan, size, metrics));
            }
        }
    }
};

QTEST_GUILESS_MAIN(WallPlanTest)
#include "wall_plan_test.moc"
