// Hold to act: exactly once, only after the whole hold, and never by accident.

#include "tests/widgets/test_clock.h"
#include "widgets/hold_button.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTest>

using namespace gantry::widgets;
using namespace std::chrono_literals;

class HoldButtonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void aHandThatStaysForTheHoldTimeActsOnce()
    {
        HoldGesture gesture;
        TestClock clock;
        gesture.press(clock.now());
        QVERIFY(!watch(gesture, clock, 599ms));
        QVERIFY(watch(gesture, clock, 1ms));
        QVERIFY(gesture.fired());
        QVERIFY(!watch(gesture, clock, 5s));
    }

    void lettingGoEarlyDoesNothingAndTheNextHoldBeginsAtNothing()
    {
        HoldGesture gesture;
        TestClock clock;
        gesture.press(clock.now());
        QVERIFY(!watch(gesture, clock, 590ms));
        gesture.release();
        QVERIFY(!watch(gesture, clock, 2s));
        gesture.press(clock.now());
        QCOMPARE(gesture.progress(), 0.0);
        QVERIFY(!watch(gesture, clock, 590ms));
    }

    void timeTheProgramSleptThroughDoesNotCount()
    {
        HoldGesture gesture;
        TestClock clock;
        gesture.press(clock.now());
        clock.advance(10s);
        QVERIFY(!gesture.update(clock.now()));
        QVERIFY(gesture.progress() < 0.2);
    }

    void aSecondPressWhileHeldDoesNotBeginAnew()
    {
        HoldGesture gesture;
        TestClock clock;
        gesture.press(clock.now());
        watch(gesture, clock, 500ms);
        gesture.press(clock.now());
        QVERIFY(watch(gesture, clock, 100ms));
    }

    void progressGrowsFromNothingToOne()
    {
        HoldGesture gesture;
        TestClock clock;
        QCOMPARE(gesture.progress(), 0.0);
        gesture.press(clock.now());
        watch(gesture, clock, 300ms);
        QVERIFY(std::abs(gesture.progress() - 0.5) < 0.01);
        watch(gesture, clock, 400ms);
        QCOMPARE(gesture.progress(), 1.0);
    }

    void theMouseHoldsAndTheButtonActs()
    {
        Room room;
        QTest::mousePress(&room.button, Qt::LeftButton);
        room.pass(700ms);
        QCOMPARE(room.held.count(), 1);
        QTest::mouseRelease(&room.button, Qt::LeftButton);
        room.pass(700ms);
        QCOMPARE(room.held.count(), 1);
    }

    void theMouseLeavingTheButtonAborts()
    {
        Room room;
        QTest::mousePress(&room.button, Qt::LeftButton);
        room.pass(300ms);
        QMouseEvent outside(QEvent::MouseMove, QPointF(-40, -40), QPointF(-40, -40), Qt::NoButton, Qt::LeftButton,
                            Qt::NoModifier);
        QApplication::sendEvent(&room.button, &outside);
        room.pass(700ms);
        QCOMPARE(room.held.count(), 0);
    }

    void spaceAndEnterHoldToo()
    {
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
            Room room;
            QTest::keyPress(&room.button, key);
            room.pass(700ms);
            QTest::keyRelease(&room.button, key);
            QCOMPARE(room.held.count(), 1);
        }
    }

    void aClickOrATapOfAKeyDoesNothing()
    {
        Room room;
        QTest::mouseClick(&room.button, Qt::LeftButton);
        QTest::keyClick(&room.button, Qt::Key_Space);
        QTest::keyClick(&room.button, Qt::Key_Return);
        room.button.click();
        room.pass(2s);
        QCOMPARE(room.held.count(), 0);
    }

    void keyRepeatNeitherBeginsNorRepeatsAHold()
    {
        Room room;
        for (int i = 0; i < 50; ++i) {
            QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
            QApplication::sendEvent(&room.button, &repeat);
            room.pass(30ms);
        }
        QCOMPARE(room.held.count(), 0);
    }

    void repeatsOfTheHeldKeyDoNotDisturbTheHold()
    {
        Room room;
        QTest::keyPress(&room.button, Qt::Key_Space);
        for (int i = 0; i < 50; ++i) {
            QKeyEvent up(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
            QKeyEvent down(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
            QApplication::sendEvent(&room.button, &up);
            QApplication::sendEvent(&room.button, &down);
            room.pass(30ms);
        }
        QCOMPARE(room.held.count(), 1);
    }

    void losingTheFocusAborts()
    {
        Room room;
        QTest::keyPress(&room.button, Qt::Key_Space);
        room.pass(300ms);
        room.other.setFocus();
        room.pass(700ms);
        QCOMPARE(room.held.count(), 0);
        // And the button works again.
        room.button.setFocus();
        QTest::keyPress(&room.button, Qt::Key_Space);
        room.pass(700ms);
        QCOMPARE(room.held.count(), 1);
    }

    void aBlockedButtonSaysWhyKeepsItsFocusAndCannotBeHeld()
    {
        Room room;
        QTest::keyPress(&room.button, Qt::Key_Space);
        room.pass(300ms);
        room.button.setBlockedReason(QStringLiteral("another command is in flight"));
        room.pass(700ms);
        QTest::keyRelease(&room.button, Qt::Key_Space);
        QTest::keyPress(&room.button, Qt::Key_Space);
        room.pass(700ms);
        QTest::keyRelease(&room.button, Qt::Key_Space);
        QCOMPARE(room.held.count(), 0);
        QVERIFY(room.button.hasFocus());
        QVERIFY(room.button.toolTip().contains(QStringLiteral("another command is in flight")));
        QVERIFY(room.button.accessibleName().contains(QStringLiteral("another command is in flight")));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&room.button);
        QVERIFY(spoken && spoken->state().disabled);
        QCOMPARE(spoken->role(), QAccessible::Button);
        room.button.setBlockedReason({});
        QTest::keyPress(&room.button, Qt::Key_Space);
        room.pass(700ms);
        QCOMPARE(room.held.count(), 1);
    }

    void itIsTallEnoughForAFingerAndGrowsWithTheFont()
    {
        HoldButton button(QStringLiteral("CUT TO B"));
        QVERIFY(button.minimumSizeHint().height() >= 44);
        QFont larger = button.font();
        larger.setPointSizeF(larger.pointSizeF() * 2);
        const int before = button.minimumSizeHint().height();
        button.setFont(larger);
        QVERIFY(button.minimumSizeHint().height() > before * 3 / 2);
    }

private:
    struct Room
    {
        Room()
        {
            auto *row = new QHBoxLayout(&window);
            row->addWidget(&button);
            row->addWidget(&other);
            button.setClock(clock.source());
            window.show();
            window.activateWindow();
            button.setFocus();
            if (!QTest::qWaitForWindowActive(&window))
                qFatal("the window does not become active");
        }
        void pass(std::chrono::milliseconds time)
        {
            for (auto done = 0ms; done < time; done += 10ms) {
                clock.advance(10ms);
                button.tick();
            }
        }

        TestClock clock;
        QWidget window;
        HoldButton button{QStringLiteral("CUT TO B")};
        HoldButton other{QStringLiteral("SLATE")};
        QSignalSpy held{&button, &HoldButton::held};
    };

    static bool watch(HoldGesture &gesture, TestClock &clock, std::chrono::milliseconds time)
    {
        bool acted = false;
        for (auto left = time; left > 0ms; left -= 20ms) {
            clock.advance(std::min(left, 20ms));
            acted = gesture.update(clock.now()) || acted;
        }
        return acted;
    }
};

QTEST_MAIN(HoldButtonTest)
#include "hold_button_test.moc"
