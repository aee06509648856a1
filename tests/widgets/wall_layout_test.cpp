// Where tiles stand: for every number of feeds, in windows of many shapes.

#include "widgets/wall/wall_layout.h"

#include <QTest>

using namespace gantry::widgets;

class WallLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTileLiesInsideTheWallAndTouchesNoOther()
    {
        forEveryWall([](int count, QSize size, const WallLayout &layout) {
            for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
                const QRect tile = layout.tiles[i].tile;
                QVERIFY2(QRect(QPoint(), size).contains(tile), qPrintable(name(count, size)));
                for (std::size_t k = 0; k < i; ++k)
                    QVERIFY2(!layout.tiles[k].tile.intersects(tile), qPrintable(name(count, size)));
            }
        });
    }

    void thereIsATileForEveryFeedWhereThereIsRoomAtAll()
    {
        forEveryWall([](int count, QSize size, const WallLayout &layout) {
            QVERIFY2(layout.tiles.empty() || int(layout.tiles.size()) == count, qPrintable(name(count, size)));
            if (count > 0 && size.width() >= 640 && size.height() >= 480)
                QCOMPARE(int(layout.tiles.size()), count);
        });
    }

    void picturesAreSixteenToNineWithALabelStripOfAtLeastATwelfthBelow()
    {
        forEveryWall([](int count, QSize size, const WallLayout &layout) {
            for (const TileBox &box : layout.tiles) {
                const double ideal = box.picture.width() * 9.0 / 16.0;
                QVERIFY2(std::abs(ideal - box.picture.height()) <= 1, qPrintable(name(count, size)));
                QCOMPARE(box.label.top(), box.picture.bottom() + 1);
                QCOMPARE(box.label.width(), box.picture.width());
                QCOMPARE(box.picture.united(box.label), box.tile);
                QVERIFY2(box.label.height() * 12 >= box.tile.height(), qPrintable(name(count, size)));
            }
        });
    }

    void thereIsRoomForTheFocusOutlineBetweenTiles()
    {
        forEveryWall([](int count, QSize size, const WallLayout &layout) {
            for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
                const QRect outline = layout.tiles[i].tile.adjusted(-4, -4, 4, 4);
                QVERIFY2(QRect(QPoint(), size).contains(outline), qPrintable(name(count, size)));
                for (std::size_t k = 0; k < i; ++k)
                    QVERIFY(!layout.tiles[k].tile.intersects(outline));
            }
        });
    }

    void aWideScreenShowsFourFeedsTwoByTwoAndNineThreeByThree()
    {
        QCOMPARE(wallLayout(1, {1920, 1080}).columns, 1);
        QCOMPARE(wallLayout(4, {1920, 1080}).columns, 2);
        QCOMPARE(wallLayout(9, {1920, 1080}).columns, 3);
        QCOMPARE(wallLayout(16, {1920, 1080}).columns, 4);
    }

    void noFeedsAndNoRoomGiveNoTiles()
    {
        QVERIFY(wallLayout(0, {1920, 1080}).tiles.empty());
        QVERIFY(wallLayout(4, {0, 0}).tiles.empty());
        QVERIFY(wallLayout(4, {30, 30}).tiles.empty());
        QCOMPARE(wallLayout(0, {1920, 1080}).tileAt({5, 5}), -1);
    }

    void aPointFindsItsTile()
    {
        const WallLayout layout = wallLayout(9, {1920, 1080});
        for (int i = 0; i < 9; ++i)
            QCOMPARE(layout.tileAt(layout.tiles[std::size_t(i)].tile.center()), i);
        QCOMPARE(layout.tileAt({0, 0}), -1);
    }

private:
    static QString name(int count, QSize size)
    {
        return QStringLiteral("%1 feeds in %2x%3").arg(count).arg(size.width()).arg(size.height());
    }

    template <typename Check>
    static void forEveryWall(Check check)
    {
        const QList<QSize> sizes{{1920, 1080}, {3840, 2160}, {1280, 720}, {1080, 1920}, {640, 480}, {2560, 600},
                                 {333, 777},   {120, 90},    {20, 2000},  {1, 1},       {0, 0}};
        for (const QSize size : sizes) {
            for (int count = 0; count <= 36; ++count) {
                for (const int label : {20, 40, 90})
                    check(count, size, wallLayout(count, size, {10, label}));
            }
        }
    }
};

QTEST_GUILESS_MAIN(WallLayoutTest)
#include "wall_layout_test.moc"
