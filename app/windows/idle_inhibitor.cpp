#include "app/windows/idle_inhibitor.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QFileInfo>
#include <QVariantMap>

#include <functional>
#include <optional>
#include <utility>

namespace gantry {

using namespace Qt::StringLiterals;

namespace {

const QString saverService = u"org.freedesktop.ScreenSaver"_s;
const QString saverPath = u"/org/freedesktop/ScreenSaver"_s;
const QString portalService = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString portalRequest = u"org.freedesktop.portal.Request"_s;
constexpr uint portalIdle = 8;     // org.freedesktop.portal.Inhibit, flags
constexpr int answerWithin = 5000; // ms

// Without an address libdbus would start a bus of its own, which no desktop listens to.
bool hasSessionBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
}

} // namespace

struct IdleInhibitor::Private
{
    IdleInhibitor &q;
    QString reason;
    QDBusConnection bus;
    State state = State::Asking;
    QString why;
    std::optional<uint> cookie;
    QString request; // the portal's object
    std::unique_ptr<QDBusServiceWatcher> comes;

    Private(IdleInhibitor &inhibitor, QString reason_)
        : q(inhibitor)
        , reason(std::move(reason_))
        , bus(hasSessionBus() ? QDBusConnection::sessionBus() : QDBusConnection(QString()))
    {
    }

    void set(State now, const QString &sentence = {})
    {
        state = now;
        why = sentence;
        Q_EMIT q.changed();
    }

    void call(const QDBusMessage &message, const std::function<void(const QDBusMessage &)> &answered)
    {
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, answerWithin), &q);
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &q, [watcher, answered] {
            answered(watcher->reply());
            watcher->deleteLater();
        });
    }

    void askSaver()
    {
        QDBusMessage ask = QDBusMessage::createMethodCall(saverService, saverPath, saverService, u"Inhibit"_s);
        ask << QCoreApplication::applicationName() << reason;
        call(ask, [this](const QDBusMessage &answer) {
            if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty()) {
                cookie = answer.arguments().constFirst().toUInt();
                set(State::HeldBack);
            } else {
                askPortal(answer.errorMessage());
            }
        });
    }

    void askPortal(const QString &saversWords)
    {
        QDBusMessage ask = QDBusMessage::createMethodCall(portalService, portalPath,
                                                          u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
        ask << QString() << portalIdle << QVariantMap{{u"reason"_s, reason}};
        call(ask, [this, saversWords](const QDBusMessage &answer) {
            if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty()) {
                request = answer.arguments().constFirst().value<QDBusObjectPath>().path();
                set(State::HeldBack);
            } else {
                set(State::NotHeldBack,
                    IdleInhibitor::tr("The desktop takes no such wish (%1). Switch the screen saver off by hand.")
                        .arg(saversWords));
            }
        });
    }

    void letGo()
    {
        if (cookie) {
            QDBusMessage end = QDBusMessage::createMethodCall(saverService, saverPath, saverService, u"UnInhibit"_s);
            end << *cookie;
            bus.send(end);
        }
        if (!request.isEmpty())
            bus.send(QDBusMessage::createMethodCall(portalService, request, portalRequest, u"Close"_s));
    }
};

IdleInhibitor::IdleInhibitor(const QString &reason, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, reason))
{
    if (!d->bus.isConnected()) {
        d->state = State::NotHeldBack;
        d->why = tr("There is no session bus to ask. Switch the screen saver off by hand.");
        return;
    }
    d->comes = std::make_unique<QDBusServiceWatcher>(saverService, d->bus, QDBusServiceWatcher::WatchForOwnerChange);
    connect(d->comes.get(), &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        if (d->cookie) {
            d->cookie.reset(); // it died with the service
            d->askPortal(tr("the screen saver's service has gone"));
        }
    });
    connect(d->comes.get(), &QDBusServiceWatcher::serviceRegistered, this, [this] {
        if (d->state != State::HeldBack)
            d->askSaver();
    });
    d->askSaver();
}

IdleInhibitor::~IdleInhibitor()
{
    d->letGo();
}

IdleInhibitor::State IdleInhibitor::state() const
{
    return d->state;
}

QString IdleInhibitor::text() const
{
    switch (d->state) {
    case State::HeldBack:
        return tr("screen saver held back");
    case State::NotHeldBack:
        return tr("screen saver NOT held back");
    case State::Asking:
        break;
    }
    return tr("screen saver: asking");
}

QString IdleInhibitor::why() const
{
    return d->why;
}

} // namespace gantry
