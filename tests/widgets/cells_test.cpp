// Cells that are no pictures: what a clock says near its end, a figure that is not known, a file that is anything but
// an image; none of them in a colour of tally, none outside its box.

#include "widgets/alarm_roles.h"
#include "widgets/cells/alarms_cell.h"
#include "widgets/cells/chart_cell.h"
#include "widgets/cells/clock_cell.h"
#include "widgets/cells/figure_cell.h"
#include "widgets/cells/image_cell.h"
#include "widgets/cells/text_cell.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gantry::widgets;
using namespace std::chrono_literals;

namespace {

constexpr QColor outside{1, 2, 3};

QImage look(const CellView &view, QSize size)
{
    QImage image(size + QSize(40, 40), QImage::Format_RGB32);
    image.fill(outside);
    QPainter painter(&image);
    const QRect box(QPoint(20, 20), size);
    painter.fillRect(box, palette::panel);
    view.paint(painter, box);
    return image;
}

bool staysInside(const QImage &image)
{
    const QRect box = image.rect().adjusted(20, 20, -20, -20);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!box.contains(x, y) && image.pixelColor(x, y) != outside)
                return false;
    return true;
}

bool saysSomething(const QImage &image)
{
    const QRect box = image.rect().adjusted(20, 20, -20, -20);
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            if (image.pixelColor(x, y).value() > 120)
                return true;
    return false;
}

// Saturated red or green, as tally's.
bool looksLikeTally(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            const bool saturated = c.saturationF() > 0.55F && c.valueF() > 0.35F;
            if (saturated && (c.hue() < 20 || c.hue() > 340 || (c.hue() > 90 && c.hue() < 170)))
                return true;
        }
    }
    return false;
}

const QList<QSize> sizes{{640, 360}, {300, 170}, {120, 70}, {60, 300}, {400, 40}, {12, 9}};

QStandardItem *alarm(TileAlarm priority, const QString &what, bool acknowledged = false)
{
    auto *item = new QStandardItem(what);
    item->setData(int(priority), AlarmRole::Priority);
    item->setData(QStringLiteral("CAM 1"), AlarmRole::Where);
    item->setData(QStringLiteral("6 s"), AlarmRole::Age);
    item->setData(acknowledged, AlarmRole::Acknowledged);
    return item;
}

LaneContent lane()
{
    LaneContent content;
    content.title = QStringLiteral("CAM 1 round trip");
    content.series = {{QStringLiteral("RTT"), QStringLiteral("ms"), 0, {}}};
    for (int i = 0; i < 60; ++i)
        content.series[0].points.push_back({double(i), 30.0 + i % 7});
    content.to = 60;
    content.now = 60;
    return content;
}

} // namespace

class CellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp);
    }

    // --- clocks ---

    void aCountdownSaysItsLastMinuteItsLastSecondsAndCountsUpPastItsEnd()
    {
        using Mood = ClockFace::Mood;
        const auto face = [](std::chrono::milliseconds left) { return countdownFace(QStringLiteral("TO"), left); };
        QCOMPARE(face(90min).digits, QStringLiteral("01:30:00"));
        QCOMPARE(face(60s).mood, Mood::Calm);
        QVERIFY(face(60s).state.isEmpty());
        QCOMPARE(face(59999ms).mood, Mood::LastMinute);
        QCOMPARE(face(59999ms).digits, QStringLiteral("00:01:00")); // the whole second that is running
        QCOMPARE(face(10s).mood, Mood::LastMinute);
        QCOMPARE(face(9999ms).mood, Mood::LastSeconds);
        QCOMPARE(face(1ms).digits, QStringLiteral("00:00:01"));
        QCOMPARE(face(0ms).digits, QStringLiteral("+00:00:00"));
        QCOMPARE(face(-2500ms).digits, QStringLiteral("+00:00:02"));
        QCOMPARE(face(-2500ms).mood, Mood::Over);
        for (const auto left : {59s, 9s, -1s})
            QVERIFY2(!face(left).state.isEmpty(), "a word, not a colour alone");
    }

    void hoursBeyondADayAreNotCut()
    {
        QCOMPARE(clockDigits(123h + 4min + 5s), QStringLiteral("123:04:05"));
        QCOMPARE(clockDigits(-5s), QStringLiteral("00:00:00"));
    }

    void aClockIsPaintedAgainOnlyWhenItReadsOtherwise()
    {
        ClockFace face{QStringLiteral("UTC"), QStringLiteral("18:04:05"), {}, ClockFace::Mood::Calm};
        ClockCell clock([&] { return face; });
        QSignalSpy changed(&clock, &CellView::changed);
        clock.look();
        QCOMPARE(changed.count(), 0);
        face.digits = QStringLiteral("18:04:06");
        clock.look();
        clock.look();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(clock.sentence(), QStringLiteral("UTC 18:04:06"));
    }

    void noMoodOfAClockIsInAColourOfTallyAndEachIsSeen()
    {
        QList<QImage> seen;
        for (const std::chrono::seconds left : {5400s, 59s, 5s, -5s}) {
            ClockCell clock([&] { return countdownFace(QStringLiteral("TO 20:00:00"), left); });
            const QImage image = look(clock, {480, 270});
            QVERIFY(!looksLikeTally(image));
            QVERIFY(saysSomething(image));
            QVERIFY(!seen.contains(image));
            seen += image;
        }
    }

    // --- figures ---

    void anUnknownFigureSaysSoAndAnOldOneIsNotShownAsNew()
    {
        FigureReading reading{QStringLiteral("Main viewers"), {}, QStringLiteral("viewers"), QString(), false};
        FigureCell cell([&] { return reading; });
        QCOMPARE(cell.sentence(), QStringLiteral("Main viewers unknown"));
        const QImage unknown = look(cell, {400, 220});
        reading.value = QStringLiteral("12400");
        cell.look();
        const QImage known = look(cell, {400, 220});
        QVERIFY(known != unknown);
        reading.old = true;
        reading.note = QStringLiteral("40 s old");
        QSignalSpy changed(&cell, &CellView::changed);
        cell.look();
        QCOMPARE(changed.count(), 1);
        QVERIFY(look(cell, {400, 220}) != known);
        QCOMPARE(cell.sentence(), QStringLiteral("Main viewers 12400 viewers, 40 s old"));
    }

    // --- texts ---

    void aTextIsAsLargeAsItFitsAndNoWordIsBroken()
    {
        const QString text = QStringLiteral("Außenübertragungswagen Nord, Bühne links");
        for (const QSizeF size : {QSizeF(800, 400), QSizeF(300, 120), QSizeF(160, 400)}) {
            const QFontMetricsF metrics(TextCell::fontFor(text, size));
            const QRectF used = metrics.boundingRect(QRectF(QPointF(), size), Qt::AlignCenter | Qt::TextWordWrap, text);
            QVERIFY(used.width() <= size.width() && used.height() <= size.height());
            QVERIFY(metrics.horizontalAdvance(QStringLiteral("Außenübertragungswagen")) <= size.width());
        }
        const auto height = [&](QSizeF size) { return QFontMetricsF(TextCell::fontFor(text, size)).height(); };
        QVERIFY(height({800, 400}) > 1.5 * height({400, 200}));
    }

    void aTextOfAMillionLettersIsCutAndDoesNotHang()
    {
        TextCell cell(QString(1000000, u'x'));
        QVERIFY(cell.sentence().size() < 3000);
        look(cell, {400, 200});
    }

    // --- alarms ---

    void alarmsStandWorstFirstAndTheRestIsCounted()
    {
        QStandardItemModel model;
        AlarmsCell cell(&model);
        QCOMPARE(cell.sentence(), QStringLiteral("No alarms"));
        const QImage none = look(cell, {480, 270});
        QVERIFY(saysSomething(none));
        QSignalSpy changed(&cell, &CellView::changed);
        for (int i = 0; i < 30; ++i)
            model.appendRow(alarm(i == 0 ? TileAlarm::Critical : TileAlarm::Minor, QStringLiteral("NO SIGNAL")));
        QCOMPARE(changed.count(), 30);
        const QImage many = look(cell, {480, 270});
        QVERIFY(many != none);
        QVERIFY(cell.sentence().contains(QStringLiteral("30")));
        // What a person has seen is told from what he has not.
        model.item(0)->setData(true, AlarmRole::Acknowledged);
        QVERIFY(look(cell, {480, 270}) != many);
    }

    void aModelThatGoesAwayLeavesAlarmsUnknownNotNone()
    {
        auto model = std::make_unique<QStandardItemModel>();
        AlarmsCell cell(model.get());
        model.reset();
        QCOMPARE(cell.sentence(), QStringLiteral("Alarms unknown"));
    }

    // --- charts ---

    void aChartShowsItsNewestValueAndItsGap()
    {
        LaneContent content = lane();
        ChartCell cell([&] { return content; });
        QVERIFY(cell.sentence().contains(QStringLiteral("RTT 33 ms")));
        const QImage whole = look(cell, {480, 270});
        content.series[0].points.push_back({60, std::numeric_limits<double>::quiet_NaN()});
        content.to = 120;
        content.now = 120;
        cell.look();
        QVERIFY(cell.sentence().contains(QStringLiteral("no data for 1 min")) ||
                cell.sentence().contains(QStringLiteral("no data for 60 s")));
        QVERIFY(look(cell, {480, 270}) != whole);
    }

    // --- images ---

    void anImageIsReadOffTheUiThreadAndShownInItsOwnShape()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("logo.png"));
        QImage logo(40, 40, QImage::Format_RGB32);
        logo.fill(Qt::white);
        QVERIFY(logo.save(path));
        ImageCell cell(path);
        QVERIFY(cell.sentence().contains(QStringLiteral("being read")));
        QSignalSpy changed(&cell, &CellView::changed);
        QVERIFY(changed.wait(20000));
        const QImage image = look(cell, {300, 100});
        QCOMPARE(image.pixelColor(20 + 150, 20 + 50), QColor(Qt::white));
        QCOMPARE(image.pixelColor(20 + 60, 20 + 50), palette::picture); // square: 100 of 300
        QCOMPARE(cell.sentence(), QStringLiteral("Image logo.png"));
    }

    void whatIsNoImageIsRefusedInWords()
    {
        QTemporaryDir folder;
        const auto file = [&](const char *name, const QByteArray &bytes) {
            QFile made(folder.filePath(QString::fromLatin1(name)));
            made.open(QIODevice::WriteOnly);
            made.write(bytes);
            return made.fileName();
        };
        const auto refused = [](const QString &path) {
            const ImageResult result = readImageFile(path, {1920, 1080});
            return result.image.isNull() && !result.fault.isEmpty();
        };
        QVERIFY(refused(QString()));
        QVERIFY(refused(folder.filePath(QStringLiteral("nowhere.png"))));
        QVERIFY(refused(folder.path()));
        QVERIFY(refused(file("words.png", "not an image at all")));
        QVERIFY(refused(file("empty.png", "")));
        QVERIFY(refused(file("vector.png", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")));
        QVERIFY(refused(file("cut.png", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"))));
        // A pipe would never end.
        const QByteArray pipe = QFile::encodeName(folder.filePath(QStringLiteral("pipe.png")));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        QVERIFY(refused(QString::fromLocal8Bit(pipe)));
        // More pixels than any wall has: said before they are unpacked.
        QByteArray bomb = "BM";
        bomb += QByteArray(12, '\0') + QByteArray::fromHex("28000000") + QByteArray::fromHex("ffff0000") +
                QByteArray::fromHex("ffff0000") + QByteArray::fromHex("01001800") + QByteArray(24, '\0');
        QVERIFY(refused(file("bomb.bmp", bomb)));
        // A sparse file costs nothing to make and would cost memory to read.
        QFile large(file("large.png", ""));
        QVERIFY(large.open(QIODevice::ReadWrite) && large.resize(largestImageFile + 1));
        QVERIFY(readImageFile(large.fileName(), {}).fault.contains(QStringLiteral("32 MiB")));
    }

    void aLargeImageIsReadNoLargerThanItIsShown()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("large.png"));
        QImage large(4000, 1000, QImage::Format_RGB32);
        large.fill(Qt::white);
        QVERIFY(large.save(path));
        QCOMPARE(readImageFile(path, {1000, 1000}).image.size(), QSize(1000, 250));
    }

    void anImageThatGoesBeforeItIsReadHarmsNobody()
    {
        for (int i = 0; i < 20; ++i)
            ImageCell cell(QStringLiteral("/nowhere/%1.png").arg(i));
        QApplication::processEvents();
    }

    // --- all of them ---

    void noCellWritesOutsideItsBoxAtAnySize()
    {
        QStandardItemModel alarms;
        for (int i = 0; i < 9; ++i)
            alarms.appendRow(alarm(TileAlarm::Major, QStringLiteral("unwiederbringlich verlorene Pakete 2,4 %")));
        const TextCell text(QStringLiteral("Bitte Ruhe, Aufnahme läuft"));
        const ClockCell clock([] { return countdownFace(QStringLiteral("TO 20:00:00"), 5s); });
        const FigureCell figure([] {
            return FigureReading{QStringLiteral("Hauptkanal Zuschauer"), QStringLiteral("1 234 567"),
                                 QStringLiteral("Zuschauer"), QStringLiteral("vor 12 s"), false};
        });
        const AlarmsCell list(&alarms);
        const ChartCell chart([] { return lane(); });
        const ImageCell image(QStringLiteral("/nowhere/Hallenplan Erdgeschoss.png"));
        for (const CellView *cell :
             std::initializer_list<const CellView *>{&text, &clock, &figure, &list, &chart, &image}) {
            for (const QSize size : sizes)
                QVERIFY2(staysInside(look(*cell, size)), cell->metaObject()->className());
            QVERIFY2(saysSomething(look(*cell, {300, 170})), cell->metaObject()->className());
            QVERIFY(!cell->sentence().isEmpty());
        }
    }
};

QTEST_MAIN(CellsTest)
#include "cells_test.moc"
