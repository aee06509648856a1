// What a layout may name besides feeds, and what each cell then says, out of the room's own records.

#include "app/windows/cell_views.h"
#include "app/windows/clock_faces.h"
#include "tests/support/hand_room.h"
#include "widgets/cells/figure_cell.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using widgets::CellContent;
using widgets::CellKind;

namespace {

struct Cells
{
    std::unique_ptr<widgets::CellView> make(CellKind kind, const char *what)
    {
        return cellViews(sources)({kind, QString::fromUtf8(what)});
    }
    QString sentence(CellKind kind, const char *what) { return make(kind, what)->sentence(); }

    Room room;
    CellSources sources{room.source, room.models.series, &room.models.alarms, &room.models.encoders};
};

AudienceRecord viewers(std::optional<double> count)
{
    AudienceRecord record;
    record.audience = {QStringLiteral("Viewers")};
    record.sample.viewers = count ? std::optional<qint64>(qint64(*count)) : std::nullopt;
    return record;
}

} // namespace

class CellViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        widgets::applyTheme(*qApp);
    }

    void clocksTellTheInstantOfTheRoom()
    {
        Cells cells;
        cells.room.source.clock.pass(847s);
        QCOMPARE(cells.sentence(CellKind::Clock, "utc"), QStringLiteral("UTC 18:14:07"));
        QCOMPARE(cells.sentence(CellKind::Clock, ""), QStringLiteral("UTC 18:14:07"));
        QCOMPARE(cells.sentence(CellKind::Clock, "show"), QStringLiteral("SHOW 00:14:07"));
        QVERIFY(cells.sentence(CellKind::Clock, "local").startsWith(QStringLiteral("LOCAL ")));
    }

    void aCountdownIsToATimeOfTheLocalDay()
    {
        // 18:00:00 UTC; the tests run where local time is UTC.
        if (QDateTime(QDate(2026, 11, 23), QTime(18, 0), Qt::LocalTime).offsetFromUtc() != 0)
            QSKIP("local time is not UTC here");
        Cells cells;
        QCOMPARE(cells.sentence(CellKind::Clock, "countdown 20:30:00"), QStringLiteral("TO 20:30:00 02:30:00"));
        QCOMPARE(cells.sentence(CellKind::Clock, "countdown 17:59"), QStringLiteral("TO 17:59:00 +00:01:00, over"));
        // Twenty past midnight is tonight's, not this morning's.
        QCOMPARE(cells.sentence(CellKind::Clock, "countdown 00:20:00"), QStringLiteral("TO 00:20:00 06:20:00"));
        cells.room.source.clock.pass(2h + 29min + 30s);
        QVERIFY(cells.sentence(CellKind::Clock, "countdown 20:30:00").endsWith(QStringLiteral("last minute")));
    }

    void whatIsNoClockChartOrFigureIsSaidWithWhatWasAsked()
    {
        Cells cells;
        for (const char *what : {"moon", "countdown", "countdown 25:00:00", "countdown soon"})
            QVERIFY2(cells.sentence(CellKind::Clock, what).contains(QString::fromUtf8(what)), what);
        QVERIFY(cells.sentence(CellKind::Chart, "rtt CAM 9").contains(QStringLiteral("rtt CAM 9")));
        QVERIFY(cells.sentence(CellKind::Figure, "state Nobody").contains(QStringLiteral("state Nobody")));
        QVERIFY(cells.sentence(CellKind::Figure, "").size() > 4);
    }

    void aChartIsOneOfTheRoomsLanes()
    {
        Cells cells;
        cells.room.source.happens(connected("CAM 1"));
        const QString sentence = cells.sentence(CellKind::Chart, "rtt CAM 1");
        QVERIFY2(sentence.contains(QStringLiteral("10.0 ms")), qPrintable(sentence));
        cells.room.source.clock.pass(20s);
        QVERIFY(cells.sentence(CellKind::Chart, "rtt CAM 1").contains(QStringLiteral("20 s old")));
    }

    void anEncodersStateIsUnknownUntilItAnswersAndOldWhenItAnswersNoMore()
    {
        Cells cells;
        QVERIFY(cells.sentence(CellKind::Figure, "state Main").startsWith(QStringLiteral("Main state unknown")));
        cells.room.source.happens(encoder(cloud::EncoderState::Running, "RUNNING", {QStringLiteral("A")}));
        QVERIFY(cells.sentence(CellKind::Figure, "state Main").startsWith(QStringLiteral("Main state RUNNING")));
        QVERIFY(cells.sentence(CellKind::Figure, "input Main").startsWith(QStringLiteral("Main active input A")));
        const QImage fresh = look(*cells.make(CellKind::Figure, "state Main"));
        cells.room.source.clock.pass(30s);
        cells.room.source.happens(unreachable());
        QVERIFY(look(*cells.make(CellKind::Figure, "state Main")) != fresh);
    }

    void viewersAreAFigureWithItsAge()
    {
        Cells cells;
        QVERIFY(cells.sentence(CellKind::Figure, "viewers Main").contains(QStringLiteral("unknown")));
        cells.room.source.happens(viewers(12400));
        QVERIFY2(cells.sentence(CellKind::Figure, "viewers Main").contains(QStringLiteral("12400")),
                 qPrintable(cells.sentence(CellKind::Figure, "viewers Main")));
        cells.room.source.clock.pass(60s);
        QVERIFY(cells.sentence(CellKind::Figure, "viewers Main").contains(QStringLiteral("old")));
        cells.room.source.happens(viewers(std::nullopt));
        QVERIFY(cells.sentence(CellKind::Figure, "viewers Main").contains(QStringLiteral("unknown")));
    }

    void theListOfAlarmsIsTheRoomsOwn()
    {
        Cells cells;
        QCOMPARE(cells.sentence(CellKind::Alarms, ""), QStringLiteral("No alarms"));
        cells.room.source.happens(
            AlarmRecord{alarm("NO SIGNAL", "CAM 2", AlarmPriority::Critical, cells.room.source.now())});
        QVERIFY(cells.sentence(CellKind::Alarms, "").contains(QStringLiteral("CAM 2")));
    }

    void everyOfferCanBeMade()
    {
        Cells cells;
        const QList<widgets::CellOffer> offers = cellOffers(cells.sources);
        QVERIFY(offers.size() > 20);
        QSet<QString> texts;
        for (const widgets::CellOffer &offer : offers) {
            QVERIFY(!offer.text.isEmpty());
            const auto view = cellViews(cells.sources)(offer.content);
            QVERIFY2(view && !view->sentence().contains(QStringLiteral("This show has no")), qPrintable(offer.text));
        }
    }

    void aFeedOrAnEmptyCellIsNoView()
    {
        Cells cells;
        for (const CellKind kind : {CellKind::Empty, CellKind::Feed, CellKind::Program, CellKind::Preview})
            QVERIFY(!cells.make(kind, "CAM 1"));
    }

private:
    static QImage look(const widgets::CellView &view)
    {
        QImage image(400, 220, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        view.paint(painter, image.rect());
        return image;
    }
};

QTEST_MAIN(CellViewsTest)
#include "cell_views_test.moc"
