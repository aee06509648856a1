// The screen saver is held back while a show is open: against a desktop that is made up, on a bus of the test's own
// (dbus-run-session).

#include "app/windows/idle_inhibitor.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QTest>
#include <QVariantMap>

using namespace gantry;
using namespace Qt::StringLiterals;
using State = IdleInhibitor::State;

namespace {

const QString saver = u"org.freedesktop.ScreenSaver"_s;
const QString portal = u"org.freedesktop.portal.Desktop"_s;

} // namespace

class FakeSaver : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    QStringList held; // reasons
    QList<uint> ended;
public Q_SLOTS:
    uint Inhibit(const QString &application, const QString &reason)
    {
        held.append(application + u": "_s + reason);
        return 40 + uint(held.size());
    }
    void UnInhibit(uint cookie) { ended.append(cookie); }
};

class FakeRequest : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")
public:
    int closed = 0;
public Q_SLOTS:
    void Close() { ++closed; }
};

class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")
public:
    QString reason;
    uint flags = 0;
public Q_SLOTS:
    QDBusObjectPath Inhibit(const QString &, uint what, const QVariantMap &options)
    {
        flags = what;
        reason = options.value(u"reason"_s).toString();
        return QDBusObjectPath(u"/request/1"_s);
    }
};

class IdleInhibitorTest : public QObject
{
    Q_OBJECT

    // A desktop of its own: another connection to the bus, as another program would have.
    QDBusConnection desktop() const { return QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fake"_s); }
    static bool settles(const IdleInhibitor &inhibitor, State state)
    {
        return QTest::qWaitFor([&] { return inhibitor.state() == state; }, 20'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            QSKIP("needs dbus-run-session (package dbus-daemon)");
        QCoreApplication::setApplicationName(u"Gantry"_s);
    }
    void cleanup()
    {
        desktop().unregisterService(saver);
        desktop().unregisterService(portal);
        desktop().unregisterObject(u"/org/freedesktop/ScreenSaver"_s);
        desktop().unregisterObject(u"/org/freedesktop/portal/desktop"_s);
        desktop().unregisterObject(u"/request/1"_s);
    }

    void theScreenSaverIsHeldBackUntilTheShowIsClosed()
    {
        FakeSaver fake;
        desktop().registerObject(u"/org/freedesktop/ScreenSaver"_s, &fake, QDBusConnection::ExportAllSlots);
        QVERIFY(desktop().registerService(saver));
        {
            const IdleInhibitor inhibitor(u"Final is open"_s);
            QVERIFY(inhibitor.state() == State::Asking);
            QVERIFY(settles(inhibitor, State::HeldBack));
            QCOMPARE(fake.held, QStringList{u"Gantry: Final is open"_s});
            QVERIFY(inhibitor.why().isEmpty());
        }
        QVERIFY(QTest::qWaitFor([&] { return fake.ended == QList<uint>{41}; }, 20'000));
    }
    void whereThereIsNoScreenSaverServiceThePortalIsAsked()
    {
        FakePortal fake;
        FakeRequest request;
        desktop().registerObject(u"/org/freedesktop/portal/desktop"_s, &fake, QDBusConnection::ExportAllSlots);
        desktop().registerObject(u"/request/1"_s, &request, QDBusConnection::ExportAllSlots);
        QVERIFY(desktop().registerService(portal));
        {
            const IdleInhibitor inhibitor(u"Final is open"_s);
            QVERIFY(settles(inhibitor, State::HeldBack));
            QCOMPARE(fake.flags, 8U);
            QCOMPARE(fake.reason, u"Final is open"_s);
        }
        // A request belongs to the portal's own connection; closing it goes there.
        QVERIFY(QTest::qWaitFor([&] { return request.closed == 1; }, 20'000));
    }
    void whereNobodyTakesTheWishThatIsSaidWithWhatToDo()
    {
        const IdleInhibitor inhibitor(u"Final is open"_s);
        QVERIFY(settles(inhibitor, State::NotHeldBack));
        QVERIFY(inhibitor.text().contains(u"NOT"_s));
        QVERIFY(inhibitor.why().contains(u"by hand"_s));
    }
    void aScreenSaverThatIsStartedAnewIsAskedAgain()
    {
        FakeSaver fake;
        desktop().registerObject(u"/org/freedesktop/ScreenSaver"_s, &fake, QDBusConnection::ExportAllSlots);
        QVERIFY(desktop().registerService(saver));
        const IdleInhibitor inhibitor(u"Final is open"_s);
        QVERIFY(settles(inhibitor, State::HeldBack));
        desktop().unregisterService(saver);
        QVERIFY(settles(inhibitor, State::NotHeldBack));
        QVERIFY(desktop().registerService(saver));
        QVERIFY(settles(inhibitor, State::HeldBack));
        QCOMPARE(fake.held.size(), 2);
    }
};

QTEST_GUILESS_MAIN(IdleInhibitorTest)
#include "idle_inhibitor_test.moc"
