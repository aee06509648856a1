// The list of alarms and the strip on top: worst first, acknowledged by Enter, told by shape and word.

#include "widgets/alarm_strip.h"
#include "widgets/alarm_view.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace gantry::widgets;

namespace {

void add(QStandardItemModel &model, TileAlarm priority, const QString &where, const QString &what,
         bool acknowledged = false)
{
    auto *item = new QStandardItem(what);
    item->setData(int(priority), AlarmRole::Priority);
    item->setData(where, AlarmRole::Where);
    item->setData(QStringLiteral("18:14:01"), AlarmRole::Since);
    item->setData(QStringLiteral("6 s"), AlarmRole::Age);
    item->setData(QStringLiteral("Cut to the backup, then check the link."), AlarmRole::Advice);
    item->setData(acknowledged, AlarmRole::Acknowledged);
    item->setData(where + what, AlarmRole::Key);
    model.appendRow(item);
}

QImage shapeOf(TileAlarm priority)
{
    QImage image(48, 48, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    paintAlarmShape(painter, QRectF(4, 4, 40, 40), priority);
    return image;
}

// Where anything was painted, without its colour.
QImage maskOf(const QImage &image)
{
    QImage mask(image.size(), QImage::Format_Mono);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            mask.setPixel(x, y, qGray(image.pixel(x, y)) > 40 ? 1 : 0);
    }
    return mask;
}

} // namespace

class AlarmWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void everyPriorityHasItsOwnShapeAndWord()
    {
        QList<QImage> masks;
        QStringList words;
        for (int priority = 1; priority <= 5; ++priority) {
            const QImage mask = maskOf(shapeOf(TileAlarm(priority)));
            QVERIFY(!masks.contains(mask));
            masks += mask;
            QVERIFY(!alarmWord(TileAlarm(priority)).isEmpty());
            QVERIFY(!words.contains(alarmWord(TileAlarm(priority))));
            words += alarmWord(TileAlarm(priority));
        }
    }

    void aBadgeNeverLeavesItsBox()
    {
        for (const int width : {10, 40, 120, 900}) {
            QImage image(1000, 60, QImage::Format_RGB32);
            QPainter painter(&image);
            painter.setFont(textFont(1.5, QFont::Bold));
            const QRectF box(5, 5, width, 40);
            const QRectF covered =
                paintAlarmBadge(painter, box, TileAlarm::Major, QStringLiteral("unwiederbringlich verlorene Pakete"));
            QVERIFY(box.contains(covered));
        }
    }

    void enterAsksToAcknowledgeTheCurrentAlarm()
    {
        Room room;
        QSignalSpy asked(&room.view, &AlarmView::acknowledgeRequested);
        room.view.setCurrentIndex(room.model.index(1, 0));
        QTest::keyClick(&room.view, Qt::Key_Return);
        QTest::keyClick(&room.view, Qt::Key_Enter);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(room.view.currentKey(), QStringLiteral("CAM 3dropped 0.4 %"));
    }

    void keyRepeatAcknowledgesNothing()
    {
        Room room;
        QSignalSpy asked(&room.view, &AlarmView::acknowledgeRequested);
        room.view.setCurrentIndex(room.model.index(0, 0));
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QApplication::sendEvent(&room.view, &repeat);
        QCOMPARE(asked.count(), 0);
    }

    void nothingIsAcknowledgedInReplay()
    {
        Room room;
        QSignalSpy asked(&room.view, &AlarmView::acknowledgeRequested);
        room.view.setReadOnly(true);
        room.view.setCurrentIndex(room.model.index(0, 0));
        QTest::keyClick(&room.view, Qt::Key_Return);
        QCOMPARE(asked.count(), 0);
    }

    void fAndADoubleClickShowWhatAnAlarmIsAbout()
    {
        Room room;
        QSignalSpy shown(&room.view, &AlarmView::showRequested);
        room.view.setCurrentIndex(room.model.index(0, 0));
        QTest::keyClick(&room.view, Qt::Key_F);
        QTest::mouseDClick(room.view.viewport(), Qt::LeftButton, {},
                           room.view.visualRect(room.model.index(1, 0)).center());
        QCOMPARE(shown.count(), 2);
        QCOMPARE(shown.at(1).at(0).toModelIndex().row(), 1);
    }

    void aRowHoldsTwoLinesAtEveryFontSize()
    {
        Room room;
        for (const qreal scale : {1.0, 1.25, 2.0}) {
            QFont font = room.view.font();
            font.setPointSizeF(11 * scale);
            room.view.setFont(font);
            QApplication::processEvents();
            room.view.grab();
            QVERIFY(room.view.visualRect(room.model.index(0, 0)).height() >= QFontMetrics(font).height() * 2);
        }
    }

    void anEmptyListSaysThatThereAreNoAlarms()
    {
        AlarmView view;
        QStandardItemModel model;
        view.setModel(&model);
        view.resize(400, 200);
        const QImage image = view.grab().toImage();
        int bright = 0;
        for (int y = 60; y < 140; ++y) {
            for (int x = 0; x < image.width(); ++x)
                bright += image.pixelColor(x, y).value() > 120 ? 1 : 0;
        }
        QVERIFY(bright > 20);
    }

    void theStripCountsByPriorityAndSpeaksTheWorst()
    {
        Room room;
        AlarmStrip strip;
        strip.setModel(&room.model);
        QCOMPARE(strip.counts()[1], 1);
        QCOMPARE(strip.counts()[2], 1);
        QCOMPARE(strip.counts()[3], 1);
        QVERIFY(strip.sentence().contains(QStringLiteral("PGM return")));
        QVERIFY(strip.sentence().contains(QStringLiteral("Critical: 1")));
        QCOMPARE(strip.accessibleName(), strip.sentence());
        room.model.clear();
        QCOMPARE(strip.counts()[1], 0);
        QCOMPARE(strip.sentence(), QStringLiteral("No alarms"));
    }

    void enterOnTheStripAcknowledgesTheAlarmItShows()
    {
        Room room;
        AlarmStrip strip;
        strip.setModel(&room.model);
        QSignalSpy asked(&strip, &AlarmStrip::acknowledgeRequested);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.at(0).at(0).toModelIndex().row(), 0);
        strip.setReadOnly(true);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void theStripOutlivesItsModel()
    {
        AlarmStrip strip;
        {
            QStandardItemModel model;
            add(model, TileAlarm::Critical, QStringLiteral("CAM 1"), QStringLiteral("NO SIGNAL"));
            strip.setModel(&model);
        }
        QCOMPARE(strip.sentence(), QStringLiteral("No alarms"));
        strip.grab();
    }

    void bothHaveNamesForAScreenReader()
    {
        AlarmView view;
        AlarmStrip strip;
        QVERIFY(!view.accessibleName().isEmpty());
        QVERIFY(!strip.accessibleName().isEmpty());
    }

private:
    struct Room
    {
        Room()
        {
            add(model, TileAlarm::Critical, QStringLiteral("PGM return"), QStringLiteral("NO SIGNAL"));
            add(model, TileAlarm::Major, QStringLiteral("CAM 3"), QStringLiteral("dropped 0.4 %"));
            add(model, TileAlarm::Minor, QStringLiteral("YouTube"), QStringLiteral("figures 70 s old"), true);
            view.setModel(&model);
            view.resize(500, 300);
            view.show();
        }
        QStandardItemModel model;
        AlarmView view;
    };
};

QTEST_MAIN(AlarmWidgetsTest)
#include "alarm_widgets_test.moc"
