// One tile between two paintings: what has to be painted again, layer by layer, and what has not.

#include "tests/widgets/test_clock.h"
#include "widgets/theme.h"
#include "widgets/wall/wall_tile.h"

#include <QApplication>
#include <QStandardItemModel>
#include <QTest>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

struct Stage
{
    Stage()
    {
        auto *item = new QStandardItem(QStringLiteral("CAM 1"));
        item->setData(true, WallRole::Live);
        item->setData(int(TileTally::Off), WallRole::Tally);
        model.appendRow(item);
        tell({-20, -24}, -23.0);
        tile.read(model.index(0, 0), {}, clock.now());
        put();
        settle();
    }

    void tell(const QList<float> &peaks, double loudness)
    {
        model.item(0)->setData(QVariant::fromValue(peaks), WallRole::AudioPeaks);
        model.item(0)->setData(loudness, WallRole::ShortTermLoudness);
    }
    bool readSound()
    {
        return tile.read(model.index(0, 0), {int(WallRole::AudioPeaks), int(WallRole::ShortTermLoudness)}, clock.now());
    }
    bool readAge(std::chrono::milliseconds age)
    {
        model.item(0)->setData(qint64(age.count()), WallRole::PictureAge);
        return tile.read(model.index(0, 0), {int(WallRole::PictureAge)}, clock.now());
    }
    void put(bool still = false)
    {
        auto frame = std::make_shared<media::VideoFrame>();
        frame->still = still;
        frame->picture = QImage(320, 180, QImage::Format_RGB32);
        frame->sourceSize = {320, 180};
        frame->arrived = clock.now();
        slot->put(frame);
    }
    TileDamage refresh() { return tile.refresh(&box, Qt::LeftToRight, clock.now()); }
    void settle()
    {
        refresh();
        refresh();
    }
    QRect bars() { return tile.layout(box, Qt::LeftToRight).bars.toAlignedRect(); }
    QRect picture() { return tile.layout(box, Qt::LeftToRight).picture.toAlignedRect(); }

    TestClock clock;
    QStandardItemModel model;
    std::shared_ptr<media::FrameSlot> slot = std::make_shared<media::FrameSlot>();
    TileBox box = wallLayout(1, {640, 420}).tiles.front();
    WallTile tile{1, slot, {}};
};

} // namespace

class WallTileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void aTileThatStandsStillNeedsNoPainting()
    {
        Stage stage;
        QVERIFY(stage.refresh().empty());
    }

    void aMovingBarTouchesNeitherPictureNorLabel()
    {
        Stage stage;
        stage.tell({-2, -24}, -23.0);
        QVERIFY2(!stage.readSound(), "sound changes no words");
        const TileDamage stale = stage.refresh();
        QVERIFY(!stale.overlay.isEmpty());
        QVERIFY(stale.picture.isEmpty());
        QVERIFY(stale.strip.isEmpty());
        QVERIFY((stale.overlay - stage.bars()).isEmpty());
    }

    void aNewPictureTouchesThePictureAndNothingRound()
    {
        Stage stage;
        stage.clock.advance(40ms);
        stage.put();
        const TileDamage stale = stage.refresh();
        QCOMPARE(stale.picture, QRegion(stage.picture()));
        QVERIFY(stale.strip.isEmpty());
    }

    void otherLoudnessTouchesItsFigureAtMostTwiceASecond()
    {
        Stage stage;
        int painted = 0;
        for (int i = 1; i <= 20; ++i) {
            stage.clock.advance(50ms);
            stage.put();
            stage.tell({-60, -60}, -23.0 - i);
            stage.readSound();
            const QRegion figure = stage.tile.layout(stage.box, Qt::LeftToRight).loudnessPlate.toAlignedRect();
            painted += stage.refresh().overlay.intersects(figure) ? 1 : 0;
        }
        QVERIFY2(painted >= 1 && painted <= 3, qPrintable(QString::number(painted)));
    }

    void aWordTouchesTheWholeTile()
    {
        Stage stage;
        stage.model.item(0)->setData(QStringLiteral("FROZEN"), WallRole::StateWord);
        QVERIFY(stage.tile.read(stage.model.index(0, 0), {int(WallRole::StateWord)}, stage.clock.now()));
        QVERIFY2(!stage.tile.read(stage.model.index(0, 0), {int(WallRole::StateWord)}, stage.clock.now()),
                 "the same words again are no change");
    }

    // A live feed has stills too, taken for its session, and they grow older with every look at it.
    void theAgeOfAStillTouchesATileOnlyWhereTheStillIsShown()
    {
        Stage stage;
        QVERIFY(!stage.readAge(1s));
        QVERIFY(!stage.readAge(2s));
        stage.put(true);
        stage.settle();
        QVERIFY(stage.readAge(3s));
        QVERIFY(stage.tile.texts().age.contains(QStringLiteral("3.0 s")));
    }

    void aMeterThatTheModelHasNotIsNotPretended()
    {
        Stage stage;
        stage.tile.setMeter(AudioMeter::TruePeak);
        stage.tile.read(stage.model.index(0, 0), {}, stage.clock.now());
        QCOMPARE(stage.tile.texts().meter, QStringLiteral("PK"));
        stage.model.item(0)->setData(QVariant::fromValue(QList<float>{-6, -7}), WallRole::AudioTruePeaks);
        stage.tile.read(stage.model.index(0, 0), {}, stage.clock.now());
        QCOMPARE(stage.tile.texts().meter, QStringLiteral("TP"));
    }

    void theAgeOfAPictureThatStaysGrowsInTheLabelOnly()
    {
        Stage stage;
        stage.clock.advance(400ms); // stalled: the whole tile
        QVERIFY(!stage.refresh().picture.isEmpty());
        stage.clock.advance(260ms);
        const TileDamage stale = stage.refresh();
        QVERIFY(!stale.strip.isEmpty());
    }
};

QTEST_MAIN(WallTileTest)
#include "wall_tile_test.moc"
