// What a tile says, and that no text is larger than the box it stands in.

#include "tests/widgets/test_clock.h"
#include "widgets/theme.h"
#include "widgets/wall/tile_painter.h"

#include <QApplication>
#include <QTest>

using namespace gantry;
using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

media::VideoFramePointer frame(SteadyTime arrived, bool still = false)
{
    auto made = std::make_shared<media::VideoFrame>();
    made->picture = QImage(64, 36, QImage::Format_RGB32);
    made->picture.fill(Qt::white);
    made->sourceSize = {64, 36};
    made->arrived = arrived;
    made->still = still;
    return made;
}

TileContent nasty()
{
    TileContent content;
    content.number = 14;
    content.label = QStringLiteral("Außenübertragungswagen Nord Kamera 14");
    content.detail = QStringLiteral("H.264 High 4:2:2 3840×2160 59.94 fps 42.0 Mb/s");
    content.tally = TileTally::Unknown;
    content.tallyWord = QStringLiteral("TALLY ?");
    content.stateWord = QStringLiteral("WARTE AUF SCHLÜSSELBILD");
    content.stateDetail = QStringLiteral("seit 12 s · Verbindung durch Gegenstelle beendet");
    content.audioWord = QStringLiteral("KEIN TON");
    content.alarm = TileAlarm::Critical;
    content.alarmWord = QStringLiteral("unwiederbringlich verlorene Pakete 2,4 %");
    return content;
}

QList<const PlacedText *> textsOf(const TileLayout &layout)
{
    return {&layout.tally, &layout.label, &layout.detail,   &layout.age,   &layout.state, &layout.stateDetail,
            &layout.audio, &layout.info,  &layout.loudness, &layout.meter, &layout.heard};
}

// A picture that arrives, with everything that can be said of it.
TileContent busy(bool alarmed, bool heard)
{
    TileContent content;
    content.number = 3;
    content.label = QStringLiteral("CAM 3");
    content.detail = QStringLiteral("Bühne links, Kran");
    content.tally = TileTally::Program;
    content.live = true;
    content.heard = heard;
    content.badge = {QStringLiteral("VA-API"), QStringLiteral("14.25 Mb/s"), QStringLiteral("H.264 1920×1080 50 fps")};
    content.loudness = -23.1;
    content.meter = AudioMeter::QuasiPeak;
    if (alarmed) {
        content.alarm = TileAlarm::Major;
        content.alarmWord = QStringLiteral("dropped packets 0.4 %");
    }
    return content;
}

QList<QRectF> partsOf(const TileLayout &layout)
{
    QList<QRectF> parts;
    for (const QRectF &part : {layout.bars, layout.badge, layout.infoPlate, layout.audioPlate, layout.heardPlate,
                               layout.loudnessPlate, layout.statePlate})
        if (!part.isEmpty())
            parts += part;
    if (!layout.meter.empty())
        parts += layout.meter.box;
    return parts;
}

} // namespace

class TileLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTextIsLargerThanItsBoxNorItsBoxOutsideTheTile_data()
    {
        QTest::addColumn<int>("points");
        for (const int points : {11, 14, 17, 22})
            QTest::addRow("%d pt", points) << points;
    }

    void noTextIsLargerThanItsBoxNorItsBoxOutsideTheTile()
    {
        QFETCH(int, points);
        QFont font = QApplication::font();
        font.setPointSize(points);
        QApplication::setFont(font);
        TestClock clock;
        for (const int count : {1, 2, 4, 9, 16, 25, 36}) {
            for (const QSize size : {QSize(1920, 1080), QSize(1280, 720), QSize(640, 480), QSize(300, 900)}) {
                const WallLayout wall = wallLayout(count, size, {10, QFontMetrics(font).height() * 12 / 5});
                if (wall.tiles.empty())
                    continue;
                for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft})
                    checkTile(wall.tiles.front(), clock, direction);
            }
        }
    }

    void nothingInAPictureOverlapsAnythingElse_data() { noTextIsLargerThanItsBoxNorItsBoxOutsideTheTile_data(); }

    void nothingInAPictureOverlapsAnythingElse()
    {
        QFETCH(int, points);
        QFont font = QApplication::font();
        font.setPointSize(points);
        QApplication::setFont(font);
        TestClock clock;
        const int label = QFontMetrics(font).height() * 12 / 5;
        for (int width = 30; width < 2000; width += width / 4 + 1) {
            for (const int height : {width / 3, width * 9 / 16 + label, width * 2}) {
                const WallLayout wall = wallLayout(1, {width, height}, {0, label});
                if (wall.tiles.empty())
                    continue;
                for (const int channels : {0, 2, 16}) {
                    for (const int variant : {1, 3, 5, 6, 7})
                        checkParts(wall.tiles.front(), variant, channels, clock);
                }
            }
        }
    }

    void whatMattersLastIsLeftOutFirst()
    {
        QApplication::setFont(QFont(QApplication::font().family(), 11));
        TestClock clock;
        TileContent content = busy(true, false);
        content.frame = frame(clock.now());
        const TileTexts texts = tileTexts(content, clock.now());
        bool infoGone = false;
        bool loudnessGone = false;
        bool barsGone = false;
        for (int width = 1600; width > 40; width -= 3) {
            const WallLayout wall = wallLayout(1, {width, width * 9 / 16 + 40}, {0, 40});
            if (wall.tiles.empty())
                continue;
            const TileLayout layout = tileLayout(wall.tiles.front(), content, texts, 2);
            infoGone = infoGone || layout.info.empty();
            loudnessGone = loudnessGone || layout.loudness.empty();
            barsGone = barsGone || layout.bars.isEmpty();
            QVERIFY2(!loudnessGone || infoGone, "loudness stays longer than the decoder");
            QVERIFY2(!barsGone || loudnessGone, "bars stay longer than their figures");
            if (width > 160)
                QVERIFY2(!layout.badge.isEmpty(), "the alarm stays");
            if (width > 320)
                QVERIFY(!layout.bars.isEmpty() && !layout.label.empty() && !layout.tally.empty());
        }
        QVERIFY(infoGone && loudnessGone);
    }

    void thirtySixTilesOfAFullScreenStillSayNameTallyAndAlarm()
    {
        QApplication::setFont(QFont(QApplication::font().family(), 11));
        TestClock clock;
        TileContent content = busy(true, true);
        content.frame = frame(clock.now());
        const WallLayout wall = wallLayout(36, {1920, 1080}, {10, 40});
        const TileLayout layout = tileLayout(wall.tiles.front(), content, tileTexts(content, clock.now()), 2);
        QCOMPARE(layout.label.text, content.label);
        QCOMPARE(layout.tally.text, QStringLiteral("PGM"));
        QVERIFY(!layout.badge.isEmpty() && !layout.bars.isEmpty() && !layout.heardPlate.isEmpty());
    }

    void loudnessIsAFigureWithItsUnitAndUnknownIsNotShown()
    {
        TestClock clock;
        TileContent content;
        QVERIFY(tileTexts(content, clock.now()).loudness.isEmpty());
        content.loudness = -23.14;
        QCOMPARE(tileTexts(content, clock.now()).loudness, QStringLiteral("S −23.1"));
        QCOMPARE(tileTexts(content, clock.now()).loudnessWithUnit, QStringLiteral("S −23.1 LUFS"));
        content.loudness = -120;
        QCOMPARE(tileTexts(content, clock.now()).loudness, QStringLiteral("S < −70"));
    }

    void aFeedInUseElsewhereIsSaidInAWord()
    {
        TestClock clock;
        TileContent content;
        content.tally = TileTally::Elsewhere;
        QCOMPARE(tileTexts(content, clock.now()).tally, QStringLiteral("AUX"));
    }

    void theNameIsReadableOnSixteenTilesOfAFullScreen()
    {
        QApplication::setFont(QFont(QApplication::font().family(), 11));
        const WallLayout wall = wallLayout(16, {1920, 1080}, {10, 40});
        TestClock clock;
        TileContent content = nasty();
        content.label = QStringLiteral("CAM 1");
        content.frame = frame(clock.now());
        const TileBox box = wall.tiles.front();
        const TileLayout layout = tileLayout(box, content, tileTexts(content, clock.now()), 2);
        QCOMPARE(layout.label.text, content.label);
        QVERIFY(QFontMetricsF(layout.label.font).height() >= box.tile.height() / 30.0);
        QVERIFY(!layout.age.empty());
    }

    void longNamesAreElidedInTheMiddle()
    {
        TestClock clock;
        const TileContent content = nasty();
        const TileBox box = wallLayout(16, {1280, 720}, {10, 40}).tiles.front();
        const TileLayout layout = tileLayout(box, content, tileTexts(content, clock.now()), 2);
        QVERIFY(layout.label.text.contains(u'…'));
        QVERIFY(layout.label.text.startsWith(QStringLiteral("Auß")));
        QVERIFY(layout.label.text.endsWith(QStringLiteral("14")));
    }

    void theStateStandsClearOfTheAlarmBadge()
    {
        TestClock clock;
        const TileContent content = nasty();
        for (const int count : {1, 4, 9, 16}) {
            const TileBox box = wallLayout(count, {1920, 1080}, {10, 40}).tiles.front();
            const TileLayout layout = tileLayout(box, content, tileTexts(content, clock.now()), 2);
            QVERIFY(!layout.badge.isEmpty());
            QVERIFY(!layout.state.empty());
            QVERIFY(!layout.statePlate.intersects(layout.badge));
            QVERIFY(!layout.statePlate.intersects(layout.bars));
            QVERIFY(!layout.badge.intersects(layout.bars));
        }
    }

    void aFreshPictureHasAnAgeAndNoMark()
    {
        TestClock clock;
        TileContent content;
        content.frame = frame(clock.now() - 43ms);
        const TileTexts texts = tileTexts(content, clock.now());
        QCOMPARE(texts.age, QStringLiteral("age 43 ms"));
        QVERIFY(texts.state.isEmpty());
        QVERIFY(!texts.dimmed);
    }

    void aPictureOlderThan300MillisecondsIsStalledWhateverTheModelSays()
    {
        TestClock clock;
        TileContent content;
        content.live = true;
        content.frame = frame(clock.now() - 299ms);
        QVERIFY(tileTexts(content, clock.now()).state.isEmpty());
        clock.advance(1ms);
        const TileTexts texts = tileTexts(content, clock.now());
        QCOMPARE(texts.state, QStringLiteral("STALLED"));
        QVERIFY(texts.dimmed);
    }

    void aPictureOlderThanASecondIsNoSignalWhateverTheModelSays()
    {
        TestClock clock;
        TileContent content;
        content.live = true;
        content.frame = frame(clock.now() - 1000ms);
        QCOMPARE(tileTexts(content, clock.now()).state, QStringLiteral("NO SIGNAL"));
        content.stateWord = QStringLiteral("FROZEN");
        content.stateDetail = QStringLiteral("for 4 s");
        const TileTexts texts = tileTexts(content, clock.now());
        QCOMPARE(texts.state, QStringLiteral("NO SIGNAL"));
        QCOMPARE(texts.stateDetail, QStringLiteral("FROZEN · for 4 s"));
    }

    void aPictureThatIsOldOnPurposeSaysItsAgeAndIsNoFault()
    {
        TestClock clock;
        TileContent content;
        content.live = true;
        content.frame = frame(clock.now() - 1900ms);
        content.leftOut = clock.now() - 30ms;
        TileTexts texts = tileTexts(content, clock.now());
        QVERIFY(texts.state.isEmpty());
        QVERIFY(!texts.dimmed);
        QCOMPARE(texts.age, QStringLiteral("key picture, 1.9 s old"));
        // When nothing comes any more it is lost as any other, by the wall's own clock.
        clock.advance(300ms);
        QCOMPARE(tileTexts(content, clock.now()).state, QStringLiteral("STALLED"));
        clock.advance(700ms);
        texts = tileTexts(content, clock.now());
        QCOMPARE(texts.state, QStringLiteral("NO SIGNAL"));
        QCOMPARE(texts.stateDetail, QStringLiteral("for 1.0 s"));
    }

    void aStillTellsTheAgeTheModelKnowsAndNeverGrowsStaleByItself()
    {
        TestClock clock;
        TileContent content;
        content.frame = frame(clock.now() - 1h, true);
        content.pictureAge = 2100ms;
        TileTexts texts = tileTexts(content, clock.now());
        QCOMPARE(texts.age, QStringLiteral("still, 2.1 s old"));
        QVERIFY(texts.state.isEmpty());
        content.pictureAge.reset();
        texts = tileTexts(content, clock.now());
        QCOMPARE(texts.age, QStringLiteral("still, age unknown"));
    }

    void aFreshPictureTheModelDoesNotTrustIsMarked()
    {
        TestClock clock;
        TileContent content;
        content.live = false;
        content.frame = frame(clock.now());
        const TileTexts texts = tileTexts(content, clock.now());
        QCOMPARE(texts.state, QStringLiteral("NOT LIVE"));
        QVERIFY(texts.dimmed);
    }

    void unknownTallyIsSaidAndOffIsNot()
    {
        TestClock clock;
        TileContent content;
        QCOMPARE(tileTexts(content, clock.now()).tally, QStringLiteral("TALLY ?"));
        content.tally = TileTally::Off;
        QVERIFY(tileTexts(content, clock.now()).tally.isEmpty());
        content.tally = TileTally::Program;
        QCOMPARE(tileTexts(content, clock.now()).tally, QStringLiteral("PGM"));
    }

private:
    // Bits: alarmed, heard, in a bad state; without sound the word for it.
    static void checkParts(const TileBox &box, int variant, int channels, TestClock &clock)
    {
        TileContent content = busy(variant & 1, variant & 2);
        content.frame = frame(clock.now() - (variant & 4 ? 12s : 0s));
        if (channels == 0)
            content.audioWord = QStringLiteral("NO AUDIO");
        const TileLayout layout = tileLayout(box, content, tileTexts(content, clock.now()), channels);
        const QList<QRectF> parts = partsOf(layout);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QVERIFY2(layout.picture.adjusted(-0.6, -0.6, 0.6, 0.6).contains(parts[i]),
                     qPrintable(QStringLiteral("part %1 of %2 px").arg(i).arg(box.tile.width())));
            for (qsizetype k = 0; k < i; ++k) {
                const QRectF both = parts[i] & parts[k];
                QVERIFY2(both.width() < 0.6 || both.height() < 0.6,
                         qPrintable(QStringLiteral("parts %1 and %2, variant %3, %4 channels, %5×%6")
                                        .arg(k)
                                        .arg(i)
                                        .arg(variant)
                                        .arg(channels)
                                        .arg(box.tile.width())
                                        .arg(box.tile.height())));
            }
        }
        for (const PlacedText *text : textsOf(layout)) {
            if (text->empty())
                continue;
            const QFontMetricsF metrics(text->font);
            const qreal width = text == &layout.age || text == &layout.loudness ? tabularWidth(text->font, text->text)
                                                                                : metrics.horizontalAdvance(text->text);
            QVERIFY2(width <= text->box.width() + 0.6, qPrintable(text->text));
            QVERIFY2(metrics.height() <= text->box.height() + 1.1, qPrintable(text->text));
        }
    }

    static void checkTile(const TileBox &box, TestClock &clock, Qt::LayoutDirection direction)
    {
        TileContent content = nasty();
        content.frame = frame(clock.now() - 12s);
        const TileLayout layout = tileLayout(box, content, tileTexts(content, clock.now()), 8, direction);
        const QRectF tile = QRectF(box.tile).adjusted(-0.5, -0.5, 0.5, 0.5);
        for (const PlacedText *text : textsOf(layout)) {
            if (text->empty())
                continue;
            const QFontMetricsF metrics(text->font);
            const QByteArray what = text->text.toUtf8();
            QVERIFY2(tile.contains(text->box), what);
            QVERIFY2(metrics.height() <= text->box.height() + 0.6, what);
            const qreal width =
                text == &layout.age ? tabularWidth(text->font, text->text) : metrics.horizontalAdvance(text->text);
            QVERIFY2(width <= text->box.width() + 0.6, what);
        }
        for (const QRectF &part : {layout.bars, layout.badge, layout.statePlate, layout.audioPlate}) {
            if (!part.isEmpty())
                QVERIFY(QRectF(box.picture).contains(part));
        }
        if (!layout.label.empty() && !layout.tally.empty())
            QVERIFY(!layout.label.box.intersects(layout.tallyPlate));
        if (!layout.age.empty() && !layout.detail.empty())
            QVERIFY(!layout.age.box.intersects(layout.detail.box));
    }
};

QTEST_MAIN(TileLayoutTest)
#include "tile_layout_test.moc"
