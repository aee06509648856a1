// Edit, Show, Locked: what a hand can and cannot do, and that nothing of it is by accident.

#include "app/windows/room_window.h"
#include "app/windows/show_lock.h"

#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

using namespace gantry;
using Mode = ShowLock::Mode;

namespace {

struct Window final : RoomWindow
{
    explicit Window(ShowLock &lock) : RoomWindow(QStringLiteral("Control"), QStringLiteral("Final"))
    {
        setContent(new QWidget);
        setLock(&lock);
        listWindows({this});
        show();
    }
};

} // namespace

class ShowLockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRoomBeginsUnlockedAndNotInEdit() { QVERIFY(ShowLock().mode() == Mode::Show); }
    void onePressLocksTwoUnlock()
    {
        ShowLock lock;
        lock.press();
        QVERIFY(lock.isLocked());
        lock.press();
        QVERIFY(lock.isLocked()); // only said what the next does
        QVERIFY(lock.isArmed());
        lock.press();
        QVERIFY(lock.mode() == Mode::Show);
    }
    void theSecondPressComesSoonOrNotAtAll()
    {
        ShowLock lock;
        lock.press();
        lock.press();
        QVERIFY(QTest::qWaitFor([&] { return !lock.isArmed(); }, 10'000));
        lock.press();
        QVERIFY(lock.isLocked());
        QVERIFY(lock.isArmed());
    }
    void whatIsLockedCannotBeEdited()
    {
        ShowLock lock;
        lock.edit();
        QVERIFY(lock.mode() == Mode::Edit);
        lock.press();
        QSignalSpy said(&lock, &ShowLock::said);
        lock.edit();
        QVERIFY(lock.isLocked());
        QCOMPARE(said.count(), 1);
    }
    void editingIsLeftByTheSameKey()
    {
        ShowLock lock;
        lock.edit();
        lock.edit();
        QVERIFY(lock.mode() == Mode::Show);
    }

    void aLockedWindowDoesNotCloseAndSaysWhy()
    {
        ShowLock lock;
        Window window(lock);
        lock.press();
        QSignalSpy said(&lock, &ShowLock::said);
        QVERIFY(!window.close());
        QVERIFY(window.isVisible());
        QCOMPARE(said.count(), 1);
        QVERIFY(said.at(0).at(0).toString().contains(QStringLiteral("Ctrl+L")));
        lock.press();
        lock.press();
        QVERIFY(window.close());
    }
    void aLockedShowDoesNotEndByItsKey()
    {
        ShowLock lock;
        Window window(lock);
        lock.press();
        QSignalSpy said(&lock, &ShowLock::said);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(said.count(), 1);
    }
    void theKeyIsOneAndAKeyHeldDownIsOnePress()
    {
        ShowLock lock;
        Window window(lock);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(lock.isLocked());
        for (const QAction *action : window.actions()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_L))
                QVERIFY(!action->autoRepeat());
        }
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!lock.isLocked());
    }
    void everyTitleSaysIt()
    {
        ShowLock lock;
        Window one(lock);
        Window two(lock);
        for (const char *word : {"SHOW", "LOCKED"}) {
            for (const Window *window : {&one, &two})
                QVERIFY2(window->windowTitle().contains(QLatin1String(word)), qPrintable(window->windowTitle()));
            lock.press();
        }
    }
};

QTEST_MAIN(ShowLockTest)
#include "show_lock_test.moc"
