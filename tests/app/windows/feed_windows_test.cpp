// What a hand finds of a feed in the windows.

#include "app/models/room_status.h"
#include "app/windows/charts_window.h"
#include "app/windows/control_window.h"
#include "app/windows/feed_details_pane.h"
#include "tests/support/hand_room.h"
#include "widgets/charts/chart_stack.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QListView>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

namespace {

Show showOf(int feeds)
{
    Show show = smallShow();
    while (show.feeds.size() < feeds) {
        Feed feed;
        feed.id = {QStringLiteral("CAM %1").arg(show.feeds.size() + 1)};
        show.feeds.append(feed);
    }
    return show;
}

struct Desk
{
    explicit Desk(int feeds)
        : show(showOf(feeds))
        , models(show, source)
        , window(show.name, {&models.wall, &models.details, &models.encoders, &models.alarms, &models.audit, &status},
                 source)
    {
        QObject::connect(&source, &RecordSource::arrived, [this](const RecordBatch &batch) { models.apply(batch); });
        window.offerActions();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        details = window.findChild<FeedDetailsPane *>();
        for (QListView *view : window.findChildren<QListView *>()) {
            if (view->model() == &models.wall)
                feedList = view;
        }
    }
    void press(QWidget *where, int key) { QTest::keyClick(where, Qt::Key(key)); }

    HandRoom source;
    Show show;
    RoomModels models;
    RoomStatus status;
    ControlWindow window;
    FeedDetailsPane *details = nullptr;
    QListView *feedList = nullptr;
};

} // namespace

class FeedWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp); }

    void theDetailsOpenByThemselvesWhereTheFeedsLeaveRoom()
    {
        QVERIFY(Desk(4).details->isVisible());
        QVERIFY(!Desk(20).details->isVisible());
    }

    void fOrEnterOnTheListGoesToTheDetailsAndEscCloses()
    {
        Desk desk(20);
        for (const int key : {Qt::Key_F, Qt::Key_Return, Qt::Key_Enter}) {
            desk.feedList->setFocus();
            desk.feedList->setCurrentIndex(desk.models.wall.index(2));
            desk.press(desk.feedList, key);
            QVERIFY(desk.details->isVisible());
            QVERIFY(desk.details->list()->hasFocus());
            QCOMPARE(desk.models.details.feedName(), QStringLiteral("CAM 3"));
            desk.press(desk.details->list(), Qt::Key_Escape);
            QVERIFY(!desk.details->isVisible());
            QVERIFY(desk.feedList->hasFocus());
        }
    }

    void theDetailsAreThoseOfTheSelectedFeedAndSayWhose()
    {
        Desk desk(4);
        desk.feedList->setCurrentIndex(desk.models.wall.index(1));
        QVERIFY(desk.details->accessibleName().contains(QStringLiteral("CAM 2")));
        QVERIFY(desk.details->list()->accessibleName().contains(QStringLiteral("CAM 2")));
    }

    void aLineIsReadAloudWithItsNameFigureAndAlarm()
    {
        Desk desk(4);
        desk.source.happens(connected("CAM 1", 100, 2));
        Alarm dropped = alarm("dropped", "CAM 1", AlarmPriority::Major, desk.source.now());
        dropped.what = QStringLiteral("DROPPED PACKETS");
        desk.source.happens(AlarmRecord{dropped});
        QStringList spoken;
        for (int row = 0; row < desk.models.details.rowCount(); ++row)
            spoken.append(desk.models.details.index(row).data(Qt::AccessibleTextRole).toString());
        QVERIFY(spoken.contains(QStringLiteral("Dropped, 2 · 2 /s, DROPPED PACKETS")));
    }

    void theChartsShowAllFeedsInShortOrOneInFull()
    {
        Desk desk(4);
        ChartsWindow charts(desk.show.name, desk.models.series, desk.source);
        charts.show();
        const auto *stack = charts.findChild<widgets::ChartStack *>();
        const auto titles = [&] {
            QStringList all;
            for (const widgets::TimeChart *chart : stack->charts())
                all.append(chart->title());
            return all;
        };
        QVERIFY(titles().contains(QStringLiteral("CAM 4 receive rate")));
        QVERIFY(!titles().contains(QStringLiteral("CAM 1 loudness")));
        QComboBox *feed = nullptr;
        for (QComboBox *box : charts.findChildren<QComboBox *>()) {
            if (box->findData(QStringLiteral("CAM 1")) >= 0)
                feed = box;
        }
        QVERIFY(feed && !feed->accessibleName().isEmpty());
        feed->setCurrentIndex(feed->findData(QStringLiteral("CAM 1")));
        QVERIFY(titles().contains(QStringLiteral("CAM 1 loudness")));
        QVERIFY(titles().contains(QStringLiteral("Main viewers")));
        QVERIFY(!titles().contains(QStringLiteral("CAM 4 receive rate")));
    }
};

QTEST_MAIN(FeedWindowsTest)
#include "feed_windows_test.moc"
