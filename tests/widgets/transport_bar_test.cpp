// The bar asks; time never flows inside it.

#include "widgets/theme.h"
#include "widgets/transport_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace gantry::widgets;
using namespace std::chrono_literals;
using std::chrono::microseconds;

Q_DECLARE_METATYPE(std::chrono::microseconds)

namespace {

constexpr auto start = std::chrono::sys_time<microseconds>(1'700'000'000s);

TransportInstant at(microseconds elapsed)
{
    return {start + elapsed, elapsed};
}

struct Room
{
    Room()
    {
        bar.setSpan(at(0s), at(600s));
        bar.setPosition(at(100s));
        bar.setMarks({{200s, TransportMark::Kind::Alarm, 1, QStringLiteral("CAM 1 NO SIGNAL")},
                      {50s, TransportMark::Kind::Alarm, 3, QStringLiteral("RTT")},
                      {150s, TransportMark::Kind::Command, 0, QStringLiteral("cut to B")}});
        QObject::connect(&bar, &TransportBar::seekRequested, &bar, [this](microseconds t) { seeks.push_back(t); });
        bar.resize(1200, 100);
        bar.show();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&bar, key, modifiers); }
    microseconds last() const { return seeks.empty() ? -1us : seeks.back(); }

    TransportBar bar;
    std::vector<microseconds> seeks;
    QSignalSpy toggled{&bar, &TransportBar::playToggled};
    QSignalSpy speeds{&bar, &TransportBar::speedChanged};
};

} // namespace

class TransportBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void whatItIsToldItShowsAndAsksForNothing()
    {
        Room room;
        room.bar.setPlaying(true);
        room.bar.setSpeed(4);
        room.bar.setPosition(at(300s));
        QCOMPARE(room.toggled.count(), 0);
        QCOMPARE(room.speeds.count(), 0);
        QVERIFY(room.seeks.empty());
        QVERIFY(room.bar.playing());
        QCOMPARE(room.bar.speed(), 4.0);
    }

    void seekingMovesNothingUntilItIsTold()
    {
        Room room;
        room.press(Qt::Key_Right);
        QCOMPARE(room.last(), microseconds(101s));
        QCOMPARE(room.bar.position(), microseconds(100s));
    }

    void arrowsStepASecondAndTenWithShiftAndKeepToTheSpan()
    {
        Room room;
        room.press(Qt::Key_Left);
        QCOMPARE(room.last(), microseconds(99s));
        room.press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(room.last(), microseconds(90s));
        room.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(room.last(), microseconds(110s));
        room.bar.setPosition(at(0s));
        room.press(Qt::Key_Left);
        QCOMPARE(room.last(), microseconds(0s));
        room.press(Qt::Key_End);
        QCOMPARE(room.last(), microseconds(600s));
        room.press(Qt::Key_Home);
        QCOMPARE(room.last(), microseconds(0s));
    }

    void spaceTogglesAndKOnlyPauses()
    {
        Room room;
        room.press(Qt::Key_Space);
        QCOMPARE(room.toggled.takeFirst().at(0).toBool(), true);
        room.press(Qt::Key_K);
        QCOMPARE(room.toggled.takeFirst().at(0).toBool(), false);
        room.press(Qt::Key_K);
        QCOMPARE(room.toggled.count(), 0);
    }

    void lPlaysThenGoesFasterAndJSlowerOrBack()
    {
        Room room;
        room.press(Qt::Key_L);
        QCOMPARE(room.toggled.count(), 1);
        QCOMPARE(room.speeds.count(), 0);
        room.press(Qt::Key_L);
        QCOMPARE(room.bar.speed(), 2.0);
        room.press(Qt::Key_J);
        room.press(Qt::Key_J);
        QCOMPARE(room.bar.speed(), 0.5);
        QCOMPARE(room.speeds.count(), 3);
        room.press(Qt::Key_K);
        room.press(Qt::Key_J);
        QCOMPARE(room.last(), microseconds(90s));
    }

    void speedStopsAtItsEnds()
    {
        Room room;
        room.bar.setPlaying(true);
        room.bar.setSpeed(16);
        room.press(Qt::Key_L);
        room.bar.setSpeed(0.25);
        room.press(Qt::Key_J);
        QCOMPARE(room.speeds.count(), 0);
    }

    void aAndCJumpFromMarkToMark()
    {
        Room room;
        room.press(Qt::Key_A);
        QCOMPARE(room.last(), microseconds(200s));
        room.press(Qt::Key_A, Qt::ShiftModifier);
        QCOMPARE(room.last(), microseconds(50s));
        room.press(Qt::Key_C);
        QCOMPARE(room.last(), microseconds(150s));
        const auto before = room.seeks.size();
        room.press(Qt::Key_C, Qt::ShiftModifier); // none before
        QCOMPARE(room.seeks.size(), before);
    }

    void everyKeyWorksWhicheverChildHasTheFocus()
    {
        Room room;
        for (QWidget *child : room.bar.findChildren<QWidget *>()) {
            if (child->focusPolicy() == Qt::NoFocus || !child->isEnabled() || child->isWindow() || !child->isVisible())
                continue;
            const auto before = room.seeks.size();
            QTest::keyClick(child, Qt::Key_Right);
            QVERIFY2(room.seeks.size() == before + 1, child->metaObject()->className());
        }
    }

    void keyRepeatRepeatsSteppingOnly()
    {
        Room room;
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
        QVERIFY(!room.bar.handleKey(space));
        QKeyEvent right(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, QString(), true);
        QVERIFY(room.bar.handleKey(right));
        QCOMPARE(room.toggled.count(), 0);
    }

    void controlKeysBelongToTheWindow()
    {
        Room room;
        QKeyEvent event(QEvent::KeyPress, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!room.bar.handleKey(event));
    }

    void theLaneMapsTimeToPlaceAndBackLeftToRightAlways()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        SeekLane lane;
        lane.resize(1000, 60);
        lane.setSpan(0s, 600s);
        QVERIFY(lane.xOf(0s) < lane.xOf(600s));
        for (const microseconds time : {microseconds(0s), microseconds(1s), microseconds(299s), microseconds(600s)})
            QVERIFY(std::chrono::abs(lane.elapsedAt(lane.xOf(time)) - time) < 5ms);
        QVERIFY(lane.elapsedAt(-500) == 0s);
        QVERIFY(lane.elapsedAt(5000) == 600s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aClickOnTheLaneAsksForThatMoment()
    {
        Room room;
        auto *lane = room.bar.findChild<SeekLane *>();
        QVERIFY(lane);
        QTest::mouseClick(lane, Qt::LeftButton, {}, QPoint(int(lane->xOf(300s)), lane->height() / 2));
        QVERIFY(std::chrono::abs(room.last() - microseconds(300s)) < 2s);
    }

    void anEmptySessionHasNothingToPressAndDividesByNothing()
    {
        TransportBar bar;
        bar.setSpan(at(0s), at(0s));
        bar.setPosition(at(0s));
        bar.resize(800, 100);
        bar.grab();
        for (const QAbstractButton *button : bar.findChildren<QAbstractButton *>())
            QVERIFY(!button->isEnabled());
    }

    void everyChildThatTakesTheFocusHasANameAndATip()
    {
        Room room;
        int found = 0;
        for (const QWidget *child : room.bar.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (child->focusPolicy() == Qt::NoFocus)
                continue;
            ++found;
            QVERIFY2(!child->accessibleName().isEmpty(), child->metaObject()->className());
            QVERIFY2(!child->toolTip().isEmpty(), child->metaObject()->className());
        }
        QVERIFY(found >= 11);
    }
};

QTEST_MAIN(TransportBarTest)
#include "transport_bar_test.moc"
