// The peak meter: figures of the trade, and no colour that belongs to tally.

#include "tests/widgets/test_clock.h"
#include "widgets/audio_bars.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>

using namespace gantry::widgets;
using namespace std::chrono_literals;

class AudioBarsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePeakIsShownAtOnceAndReturnsTwentyDecibelsIn1700Milliseconds()
    {
        PeakBallistics meter;
        TestClock clock;
        meter.peak(-10, clock.now());
        QCOMPARE(meter.level(clock.now()), -10.0);
        clock.advance(1700ms);
        QVERIFY(std::abs(meter.level(clock.now()) + 30) < 0.01);
    }

    void aLowerPeakDoesNotPullTheBarDown()
    {
        PeakBallistics meter;
        TestClock clock;
        meter.peak(-10, clock.now());
        clock.advance(170ms);
        meter.peak(-50, clock.now());
        QVERIFY(std::abs(meter.level(clock.now()) + 12) < 0.01);
    }

    void theBarNeverFallsBelowTheScaleNorRisesAboveIt()
    {
        PeakBallistics meter;
        TestClock clock;
        meter.peak(-std::numeric_limits<double>::infinity(), clock.now());
        QCOMPARE(meter.level(clock.now()), -60.0);
        meter.peak(6, clock.now());
        QCOMPARE(meter.level(clock.now()), 0.0);
        meter.peak(std::nan(""), clock.now());
        clock.advance(1h);
        QCOMPARE(meter.level(clock.now()), -60.0);
    }

    void theMarkStaysTwoSecondsAtTheHighestPeak()
    {
        PeakBallistics meter;
        TestClock clock;
        meter.peak(-6, clock.now());
        clock.advance(1900ms);
        meter.peak(-30, clock.now());
        QCOMPARE(meter.mark(clock.now()), -6.0);
        clock.advance(1s);
        QVERIFY(meter.mark(clock.now()) < -12);
    }

    void overAboveMinusOneStaysUntilCleared()
    {
        PeakBallistics meter;
        TestClock clock;
        meter.peak(-1, clock.now());
        QVERIFY(!meter.over());
        meter.peak(-0.9, clock.now());
        QVERIFY(meter.over());
        clock.advance(1h);
        QVERIFY(meter.over());
        meter.clearOver();
        QVERIFY(!meter.over());
    }

    void anotherNumberOfChannelsStartsAfreshAndNoneIsEmpty()
    {
        AudioBars bars;
        TestClock clock;
        bars.setPeaks({-3, 0}, clock.now());
        QVERIFY(bars.over());
        bars.setPeaks({-20}, clock.now());
        QVERIFY(!bars.over());
        QCOMPARE(bars.channels(), 1);
        bars.setPeaks({}, clock.now());
        QVERIFY(bars.empty());
    }

    void overIsToldByThePeaksWhateverTheBarsShow()
    {
        AudioBars bars;
        TestClock clock;
        bars.setMeter(AudioMeter::QuasiPeak);
        bars.setPeaks({-6}, clock.now(), {-3});
        QVERIFY(!bars.over());
        bars.setPeaks({-6}, clock.now(), {0});
        QVERIFY(bars.over());
        bars.clearOver();
        QVERIFY(!bars.over());
    }

    void theMarkOfTruePeakStaysUntilItIsCleared()
    {
        PeakBallistics meter;
        TestClock clock;
        meter.holdMark(true);
        meter.peak(-4, clock.now());
        clock.advance(1h);
        QCOMPARE(meter.mark(clock.now()), -4.0);
        meter.clearOver();
        QCOMPARE(meter.mark(clock.now()), PeakBallistics::floorDbfs);
    }

    void anotherMeterStartsAfresh()
    {
        AudioBars bars;
        TestClock clock;
        bars.setPeaks({0, 0}, clock.now());
        bars.setMeter(AudioMeter::SamplePeak); // the same
        QVERIFY(bars.over());
        bars.setMeter(AudioMeter::TruePeak);
        QVERIFY(bars.empty());
    }

    void aBarThatDoesNotMoveAsksForNoRepaint()
    {
        AudioBars bars;
        TestClock clock;
        bars.setPeaks({-60, -60}, clock.now());
        const auto before = bars.steps(200, clock.now());
        clock.advance(1s);
        QCOMPARE(bars.steps(200, clock.now()), before);
        bars.setPeaks({-12, -60}, clock.now());
        QVERIFY(bars.steps(200, clock.now()) != before);
    }

    void noPixelIsRedOrGreen()
    {
        AudioBars bars;
        TestClock clock;
        bars.setPeaks({0, -5, -15, -40}, clock.now());
        QImage image(80, 300, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        bars.paint(painter, QRectF(0, 0, 80, 300), clock.now());
        painter.end();
        bool something = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                something = something || pixel.value() > 200;
                const bool saturated = pixel.saturationF() > 0.5F && pixel.valueF() > 0.3F;
                const int hue = pixel.hue();
                QVERIFY2(!saturated || (hue > 25 && hue < 65), "amber is the only colour of a meter");
            }
        }
        QVERIFY(something);
    }
};

QTEST_MAIN(AudioBarsTest)
#include "audio_bars_test.moc"
