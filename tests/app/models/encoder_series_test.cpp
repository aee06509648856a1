// An encoder's figures as lines: where they were measured, and a gap where nobody knows.

#include "tests/support/hand_room.h"

#include <QTest>

#include <cmath>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

namespace {

struct Encoded
{
    HandRoom source;
    SeriesStore store{smallShow()};

    Encoded()
    {
        QObject::connect(&source, &RecordSource::arrived, [this](const RecordBatch &batch) { store.apply(batch); });
    }
    cloud::ProviderTime before(std::chrono::milliseconds ago) const
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(source.now().utc - ago);
    }
    double elapsed() const { return std::chrono::duration<double>(source.now().elapsed).count(); }
    void says(double megabits, std::optional<cloud::ProviderTime> measured)
    {
        EncoderRecord record = encoder(cloud::EncoderState::Running, "RUNNING");
        record.sample.figures.inputRate = cloud::BitsPerSecond{megabits * 1e6};
        record.sample.figures.droppedFrames = 3;
        record.sample.figures.fill = 1500ms;
        record.sample.figures.measured = measured;
        source.happens(record);
    }
    void fails()
    {
        EncoderRecord record = encoder(cloud::EncoderState::Unknown, "");
        record.sample = {};
        record.sample.failure = cloud::Error{};
        source.happens(record);
    }
    const std::deque<widgets::SeriesPoint> &points(const char *lane, std::size_t line = 0) const
    {
        return store.lane(QLatin1String(lane))->series[line].points;
    }
};

} // namespace

class EncoderSeriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesDropsAndFillAreLines()
    {
        Encoded room;
        room.says(8.2, std::nullopt);
        QCOMPARE(room.points("rates Main").back().value, 8.2);
        QVERIFY(std::isnan(room.points("rates Main", 1).back().value)); // nobody told what goes out
        QCOMPARE(room.points("frames Main").back().value, 3.0);
        QCOMPARE(room.points("fill Main").back().value, 1.5);
        QCOMPARE(room.points("rates Main").back().seconds, room.elapsed());
    }

    void aLostPollAndAFigureThatIsMissingAreGapsAndNotZero()
    {
        Encoded room;
        room.says(8.2, std::nullopt);
        room.source.clock.pass(2s);
        room.fails();
        QVERIFY(std::isnan(room.points("rates Main").back().value));
        QVERIFY(std::isnan(room.points("frames Main").back().value));
        room.source.clock.pass(2s);
        room.source.happens(encoder(cloud::EncoderState::Running, "RUNNING"));
        QCOMPARE(room.points("rates Main").size(), 3u);
        QVERIFY(std::isnan(room.points("rates Main").back().value));
    }

    // P9 of the fault matrix: late metrics, up to three minutes, and in any order.
    void aLateFigureStandsWhereItWasMeasuredAndNotWhereItArrived()
    {
        Encoded room;
        room.source.clock.pass(300s);
        const double now = room.elapsed();
        room.says(5.0, room.before(30s));
        room.says(4.0, room.before(180s));
        room.says(6.0, room.before(90s));
        const auto &points = room.points("rates Main");
        QCOMPARE(points.size(), 3u);
        const double ages[] = {180, 90, 30};
        const double values[] = {4, 6, 5};
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(std::abs(now - points[i].seconds - ages[i]) < 0.002);
            QCOMPARE(points[i].value, values[i]);
        }
        QVERIFY(room.store.lane(QStringLiteral("rates Main"))->silence >= 120); // a minute may be missing
    }

    void aFigureThatIsToldAgainIsOnePoint()
    {
        Encoded room;
        room.source.clock.pass(300s);
        const auto measured = room.before(60s);
        for (int i = 0; i < 5; ++i) {
            room.says(5.0, measured);
            room.source.clock.pass(2s);
        }
        QCOMPARE(room.points("rates Main").size(), 1u);
    }

    void aProviderWhoseClockIsAheadDrawsNothingIntoTheFuture()
    {
        Encoded room;
        room.says(5.0, room.before(-300s));
        QCOMPARE(room.points("rates Main").back().seconds, room.elapsed());
    }

    // What is late changes a line in the past and nothing else: what is known now is what arrived last.
    void aLateFigureIsNoNewAnswer()
    {
        Room room;
        EncoderRecord record = encoder(cloud::EncoderState::Running, "RUNNING");
        record.sample.figures.inputRate = cloud::BitsPerSecond{8e6};
        record.sample.figures.measured =
            std::chrono::time_point_cast<std::chrono::milliseconds>(room.source.now().utc - 180s);
        room.source.happens(record);
        const QModelIndex row = room.models.encoders.index(0);
        QVERIFY(row.data(EncoderRole::Reachable).toBool());
        QVERIFY2(row.data(EncoderRole::Figures).toString().contains(QStringLiteral("measured")),
                 qPrintable(row.data(EncoderRole::Figures).toString()));
    }
};

QTEST_GUILESS_MAIN(EncoderSeriesTest)
#include "encoder_series_test.moc"
