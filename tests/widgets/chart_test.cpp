// A gap is a gap, never a flat line; everything shows its age; lanes stand on one axis.

#include "widgets/charts/chart_stack.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace gantry::widgets;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Series series(std::initializer_list<SeriesPoint> points)
{
    Series made;
    made.name = QStringLiteral("RTT");
    made.unit = QStringLiteral("ms");
    made.points = points;
    return made;
}

} // namespace

class ChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void pointsCloseTogetherLeaveNoGap() { QVERIFY(chartGaps(series({{0, 1}, {1, 2}, {5, 3}}), 0, 60, 5, 5).empty()); }

    void aNanBeginsAGapAtTheLastValueThatEndsAtTheNext()
    {
        const auto gaps = chartGaps(series({{0, 1}, {10, 2}, {11, unknown}, {12, unknown}, {20, 3}}), 0, 60, 20, 15);
        QCOMPARE(gaps.size(), std::size_t(1));
        QCOMPARE(gaps[0], (ChartGap{10, 20}));
    }

    void silenceIsAGapThoughNoNanSaysSo()
    {
        const auto gaps = chartGaps(series({{0, 1}, {20, 2}}), 0, 60, 20, 5);
        QCOMPARE(gaps.size(), std::size_t(1));
        QCOMPARE(gaps[0], (ChartGap{0, 20}));
    }

    void silenceUpToNowIsAGapAndTheFutureIsNot()
    {
        const auto gaps = chartGaps(series({{0, 1}, {4, 2}}), 0, 60, 30, 5);
        QCOMPARE(gaps.size(), std::size_t(1));
        QCOMPARE(gaps[0], (ChartGap{4, 30}));
    }

    void gapsKeepToTheRange()
    {
        const auto gaps = chartGaps(series({{0, 1}, {50, unknown}, {100, 2}}), 60, 90, 100, 60);
        QCOMPARE(gaps.size(), std::size_t(1));
        QCOMPARE(gaps[0], (ChartGap{60, 90}));
        QVERIFY(chartGaps(series({}), 0, 60, 30, 5).empty());
        QVERIFY(chartGaps(series({{0, unknown}}), 0, 0, 0, 5).empty());
    }

    void scalesAreRoundHoldTheValuesAndBeginAtNothing()
    {
        for (const auto &[low, high] : std::vector<std::pair<double, double>>{{0, 0},
                                                                              {0, 1},
                                                                              {0, 31},
                                                                              {3, 190},
                                                                              {0, 12480},
                                                                              {49.9, 50.1},
                                                                              {-23, -18},
                                                                              {0, 0.004},
                                                                              {5, 5},
                                                                              {-3, 8}}) {
            const ChartScale scale = niceScale(low, high);
            QVERIFY(scale.low <= low && scale.high >= high && scale.high > scale.low);
            QVERIFY(scale.step > 0 && (scale.high - scale.low) / scale.step < 12);
        }
        QCOMPARE(niceScale(3, 190).low, 0.0);
        QVERIFY(niceScale(49.9, 50.1).low > 40);
        QCOMPARE(niceScale(std::numeric_limits<double>::infinity(), 0), ChartScale{});
    }

    void timeStepsAreThoseOfAClock()
    {
        QCOMPARE(timeStep(60, 6), 10.0);
        QCOMPARE(timeStep(3600, 6), 600.0);
        QCOMPARE(timeStep(86400, 8), 10800.0);
        QVERIFY(timeStep(1e7, 5) > 0);
    }

    void theNewestValueIsThatOfNowAndAnOldOneSaysHowOld()
    {
        TimeChart chart;
        chart.setSeries({series({{0, 30}, {10, 31}, {20, 190}})});
        chart.setNow(21);
        QCOMPARE(chart.newestText(), QStringLiteral("190 ms"));
        QVERIFY(chart.newestAge().isEmpty());
        chart.setNow(80);
        QCOMPARE(chart.newestAge(), QStringLiteral("60 s old"));
        chart.setNow(12); // replay went back
        QCOMPARE(chart.newestText(), QStringLiteral("31 ms"));
    }

    void anUnknownValueIsSaidToBeUnknownAndSinceWhen()
    {
        TimeChart chart;
        chart.setTitle(QStringLiteral("CAM 1 link"));
        chart.setSeries({series({{0, 30}, {10, unknown}, {20, unknown}})});
        chart.setNow(22);
        QCOMPARE(chart.newestText(), QStringLiteral("—"));
        QCOMPARE(chart.newestAge(), QStringLiteral("no data for 12 s"));
        QVERIFY(chart.sentence().contains(QStringLiteral("unknown")));
    }

    void aLaneWithoutDataSaysSo()
    {
        TimeChart chart;
        chart.setTitle(QStringLiteral("viewers"));
        QVERIFY(chart.sentence().contains(QStringLiteral("no data yet")));
        chart.resize(600, 160);
        chart.grab();
        QVERIFY(!chart.accessibleName().isEmpty());
    }

    void theLineIsNotDrawnAcrossAGap()
    {
        TimeChart chart;
        chart.setTimeAxisVisible(false);
        chart.setFixedScale(std::pair(0.0, 100.0));
        chart.setAxisWidth(50);
        Series one = series({});
        for (int t = 0; t < 100; ++t)
            one.points.push_back({double(t), t >= 40 && t < 60 ? unknown : 50.0});
        chart.setSeries({one});
        chart.setRange(0, 100);
        chart.setNow(99);
        chart.resize(650, 200);
        const QImage image = chart.grab().toImage();
        const int left = 50;
        const int right = image.width() - chart.fontMetrics().height();
        const auto blueAt = [&](double seconds) {
            const int x = left + int((right - left) * seconds / 100);
            int found = 0;
            for (int y = 0; y < image.height(); ++y) {
                const QColor pixel = image.pixelColor(x, y);
                found += pixel.saturationF() > 0.3F && pixel.blueF() > 0.35F ? 1 : 0;
            }
            return found;
        };
        QVERIFY(blueAt(20) > 0);
        QCOMPARE(blueAt(50), 0);
        QVERIFY(blueAt(80) > 0);
    }

    void lanesOfAStackAlignAndOnlyTheLowestCarriesTimes()
    {
        ChartStack stack;
        TimeChart *small = stack.addChart(QStringLiteral("RTT"));
        TimeChart *large = stack.addChart(QStringLiteral("viewers"));
        small->setSeries({series({{0, 1}, {1, 2}})});
        large->setSeries({series({{0, 1'000'000}, {1, 2'000'000}})});
        QVERIFY(large->wantedAxisWidth() > small->wantedAxisWidth());
        QVERIFY(large->sizeHint().height() > small->sizeHint().height());
        stack.setOrder({large, small});
        QCOMPARE(stack.charts().front(), large);
        QVERIFY(small->sizeHint().height() > large->sizeHint().height());
        stack.removeChart(large);
        QCOMPARE(stack.charts().size(), std::size_t(1));
        stack.clear();
        QVERIFY(stack.charts().empty());
    }

    void aMomentIsPickedByADoubleClickOrByKeys()
    {
        TimeChart chart;
        chart.setSeries({series({{0, 1}, {50, 2}})});
        chart.setRange(0, 100);
        chart.setNow(50);
        chart.resize(600, 200);
        chart.show();
        QSignalSpy picked(&chart, &TimeChart::momentPicked);
        QTest::keyClick(&chart, Qt::Key_Return); // no cursor yet
        QCOMPARE(picked.count(), 0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(picked.count(), 1);
        QCOMPARE(picked.at(0).at(0).toDouble(), 49.0);
        for (QWidget *child : chart.findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            QTest::mouseDClick(child, Qt::LeftButton, {}, child->rect().center());
        QCOMPARE(picked.count(), 2);
    }
};

QTEST_MAIN(ChartTest)
#include "chart_test.moc"
