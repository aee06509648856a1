// What hands do to a layout, without a pixel.

#include "widgets/wall/wall_edit.h"
#include "widgets/wall/wall_presets.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace gantry::widgets;
using namespace Qt::StringLiterals;

namespace {

CellContent feed(const QString &name)
{
    return {CellKind::Feed, name};
}

// Two cells beside each other in a grid of 8 by 4, and room to the right.
WallPlan plan()
{
    return {u"Mine"_s, {8, 4}, {{{0, 0, 2, 2}, feed(u"A"_s)}, {{2, 0, 2, 2}, feed(u"B"_s)}}};
}

} // namespace

class WallEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMovedCellIsOnlyProposedUntilItIsPutDown()
    {
        WallEdit edit(plan());
        edit.select(1);
        edit.move({2, 1});
        QCOMPARE(edit.plan(), plan());
        QCOMPARE(edit.proposal()->place, QRect(4, 1, 2, 2));
        QVERIFY(edit.settle());
        QVERIFY(!edit.proposal());
        QCOMPARE(edit.plan().cells[1].place, QRect(4, 1, 2, 2));
        edit.history().undo();
        QCOMPARE(edit.plan(), plan());
        edit.history().redo();
        QCOMPARE(edit.plan().cells[1].place, QRect(4, 1, 2, 2));
    }

    void overlapIsShownAndRefused()
    {
        WallEdit edit(plan());
        QSignalSpy refused(&edit, &WallEdit::refused);
        edit.select(0);
        edit.move({1, 0});
        QCOMPARE(edit.proposal()->inTheWay, std::vector<int>{1});
        QVERIFY(!edit.settle());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(edit.plan(), plan());
        QVERIFY(!edit.proposal());
        QVERIFY(!edit.isChanged());
        edit.resize(Qt::RightEdge, {3, 0});
        QVERIFY(!edit.settle());
        QCOMPARE(edit.plan(), plan());
    }

    void keysCanCarryACellPastAnother()
    {
        WallEdit edit(plan());
        edit.select(0);
        for (int i = 0; i < 4; ++i)
            edit.move({1, 0});
        QVERIFY(edit.proposal()->fits());
        QVERIFY(edit.settle());
        QCOMPARE(edit.plan().cells[0].place, QRect(4, 0, 2, 2));
        QCOMPARE(edit.history().count(), 1);
    }

    void aCellNeverLeavesTheGridAndKeepsAUnit()
    {
        WallEdit edit(plan());
        edit.select(1);
        edit.move({100, 100});
        QCOMPARE(edit.proposal()->place, QRect(6, 2, 2, 2));
        edit.move({-100, -100});
        QCOMPARE(edit.proposal()->place, QRect(0, 0, 2, 2));
        edit.withdraw();
        edit.resize(Qt::RightEdge | Qt::BottomEdge, {-100, -100});
        QCOMPARE(edit.proposal()->place, QRect(2, 0, 1, 1));
        edit.resizeFromPlace(Qt::RightEdge | Qt::BottomEdge, {100, 100});
        QCOMPARE(edit.proposal()->place, QRect(2, 0, 6, 4));
        edit.resizeFromPlace(Qt::LeftEdge | Qt::TopEdge, {100, 100});
        QCOMPARE(edit.proposal()->place, QRect(3, 1, 1, 1));
    }

    void aPointerCountsFromWhereTheCellStands()
    {
        WallEdit edit(plan());
        edit.select(1);
        edit.moveFromPlace({3, 0});
        edit.moveFromPlace({2, 0});
        QCOMPARE(edit.proposal()->place, QRect(4, 0, 2, 2));
        edit.moveFromPlace({0, 0});
        QVERIFY(!edit.proposal());
    }

    void aProposalIsWithdrawnByEscapeAndByAnotherSelection()
    {
        WallEdit edit(plan());
        edit.select(1);
        edit.move({1, 0});
        edit.withdraw();
        QVERIFY(!edit.proposal());
        edit.move({1, 0});
        edit.select(0);
        QVERIFY(!edit.proposal());
        QCOMPARE(edit.plan(), plan());
    }

    void aNewCellTakesTheLargestRoomAndIsSelected()
    {
        WallEdit edit(plan());
        QVERIFY(edit.add());
        QCOMPARE(edit.selected(), 2);
        QCOMPARE(edit.plan().cells[2].place.size(), QSize(4, 2)); // half the grid each way at most
        QVERIFY(!planFault(edit.plan()));
        edit.history().undo();
        QCOMPARE(edit.plan(), plan());
        QVERIFY(edit.selected() < 2);
    }

    void aFullGridTakesNoCellAndSaysSo()
    {
        WallEdit edit(*presetPlan(u"3x3"_s, {}));
        QSignalSpy refused(&edit, &WallEdit::refused);
        QVERIFY(!edit.add());
        QCOMPARE(refused.size(), 1);
        QVERIFY(!edit.isChanged());
    }

    void theBoundOfCellsIsKept()
    {
        WallPlan full{{}, {64, 64}, {}};
        for (int i = 0; i < int(maxPlanCells); ++i)
            full.cells.push_back({{i % 64, i / 64, 1, 1}, {}});
        WallEdit edit(full);
        QVERIFY(!edit.add());
    }

    void aRemovedCellComesBackWithItsContent()
    {
        WallEdit edit(plan());
        edit.select(0);
        edit.remove();
        QCOMPARE(edit.plan().cells.size(), std::size_t(1));
        QCOMPARE(edit.plan().cells[0].content, feed(u"B"_s));
        QCOMPARE(edit.selected(), 0);
        edit.remove();
        QCOMPARE(edit.selected(), -1);
        edit.remove(); // nothing left: nothing happens
        QCOMPARE(edit.history().count(), 2);
        edit.history().undo();
        edit.history().undo();
        QCOMPARE(edit.plan(), plan());
    }

    void contentChangesAndSwapsWithoutMovingAnything()
    {
        WallEdit edit(plan());
        edit.select(0);
        edit.show({CellKind::Clock, u"utc"_s});
        edit.show({CellKind::Clock, u"utc"_s}); // the same again is no step
        QCOMPARE(edit.history().count(), 1);
        edit.swapTowards(Qt::RightEdge);
        QCOMPARE(edit.plan().cells[0].content, feed(u"B"_s));
        QCOMPARE(edit.plan().cells[1].content.kind, CellKind::Clock);
        QCOMPARE(edit.plan().cells[0].place, plan().cells[0].place);
        QCOMPARE(edit.selected(), 1); // the hand stays on what it carries
        edit.swapTowards(Qt::RightEdge);
        QCOMPARE(edit.history().count(), 2); // nobody there
    }

    void theNeighbourIsTheNearestStraightAhead()
    {
        const WallPlan two = *presetPlan(u"2+8"_s, {});
        QCOMPARE(neighbour(two, 0, Qt::RightEdge), 1);
        QCOMPARE(neighbour(two, 1, Qt::LeftEdge), 0);
        QCOMPARE(neighbour(two, 2, Qt::TopEdge), 0);
        QCOMPARE(neighbour(two, 5, Qt::TopEdge), 1);
        QCOMPARE(neighbour(two, 2, Qt::BottomEdge), 6);
        QCOMPARE(neighbour(two, 2, Qt::LeftEdge), -1);
    }

    void renamingAndBeginningAgainAreStepsToo()
    {
        WallEdit edit(plan());
        edit.rename(u"Other"_s);
        edit.beginFrom(freePlan(*presetPlan(u"2x2"_s, {u"A"_s})));
        QCOMPARE(edit.plan().name, u"Other"_s);
        QCOMPARE(edit.plan().cells.size(), std::size_t(4));
        edit.history().undo();
        edit.history().undo();
        QCOMPARE(edit.plan(), plan());
    }

    void whatIsSavedIsNotChanged()
    {
        WallEdit edit(plan());
        QVERIFY(!edit.isChanged());
        edit.rename(u"Other"_s);
        QVERIFY(edit.isChanged());
        edit.setSaved();
        QVERIFY(!edit.isChanged());
        edit.history().undo();
        QVERIFY(edit.isChanged());
    }

    void selectionGoesRoundAbout()
    {
        WallEdit edit(plan());
        edit.selectNext(1);
        edit.selectNext(1);
        QCOMPARE(edit.selected(), 0);
        edit.selectNext(-1);
        QCOMPARE(edit.selected(), 1);
    }

    void whateverHandsDoThePlanKeepsItsContractAndUndoLeadsBack()
    {
        QRandomGenerator dice(7);
        for (int round = 0; round < 20; ++round) {
            const WallPlan start =
                freePlan(*presetPlan(presetNames().at(dice.bounded(presetNames().size())), {u"A"_s}));
            WallEdit edit(start);
            for (int step = 0; step < 200; ++step) {
                act(edit, dice);
                const auto fault = planFault(edit.plan());
                QVERIFY2(!fault, qPrintable(u"round %1, step %2"_s.arg(round).arg(step)));
                QVERIFY(edit.selected() < int(edit.plan().cells.size()));
            }
            while (edit.history().canUndo())
                edit.history().undo();
            QCOMPARE(edit.plan(), start);
        }
    }

private:
    static void act(WallEdit &edit, QRandomGenerator &dice)
    {
        const QPoint by(dice.bounded(-6, 7), dice.bounded(-6, 7));
        switch (dice.bounded(11)) {
        case 0:
            return edit.move(by);
        case 1:
            return edit.resize(Qt::Edges(dice.bounded(16)), by);
        case 2:
            return edit.moveFromPlace(by);
        case 3:
            return edit.resizeFromPlace(Qt::Edges(dice.bounded(16)), by);
        case 4:
            return edit.selectNext(dice.bounded(-2, 3));
        case 5:
            static_cast<void>(edit.add());
            return;
        case 6:
            return edit.remove();
        case 7:
            return edit.swapTowards(Qt::Edge(1 << dice.bounded(4)));
        case 8:
            return edit.history().undo();
        case 9:
            return edit.show(feed(QString::number(dice.bounded(9))));
        default:
            static_cast<void>(edit.settle());
        }
    }
};

QTEST_GUILESS_MAIN(WallEditTest)
#include "wall_edit_test.moc"
