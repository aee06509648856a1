#pragma once
// The connection to one OBS: opened when something is asked, identified with the password, and kept. Every request has
// one answer, also when the connection ends or nothing comes. It never connects again by itself: the next question does
// (the poller's back-off paces those), and after a final close (obsClose) only a command.

#include "cloud/encoders/obs_protocol.h"
#include "cloud/http/secret_place.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QWebSocket;

namespace gantry::cloud {

class ObsLink
{
public:
    using Answer = std::function<void(Result<QJsonObject>)>;

    struct Settings
    {
        QUrl address;     // ws://host:4455
        QString password; // where it is kept; empty: OBS has none
        std::chrono::milliseconds timeout{5000};
    };

    explicit ObsLink(Settings settings);
    ~ObsLink();
    ObsLink(const ObsLink &) = delete;
    ObsLink &operator=(const ObsLink &) = delete;

    // Later, once. Errors name neither what was tried nor on what: the adapter does. A command is never sent twice;
    // when nothing answers one that has left it is TimedOut or Unreachable, and may have been executed.
    void request(const QString &type, const QJsonObject &data, bool isCommand, Answer answer);

    std::function<void(const ObsEvent &)> onEvent;
    std::function<void()> onConnected;

private:
    struct Waiting
    {
        QString type;
        QJsonObject data;
        bool isCommand = false;
        bool hasLeft = false;
        Answer answer;
    };

    void open();
    void greet(const ObsHello &hello);
    void read(const QString &text);
    void take(const ObsMessage &message);
    void sendAll();
    void expire(const QString &id);
    void ended();
    void drop(); // the socket, without hearing from it again
    void failAll(const Error &error);

    Settings m_settings;
    StoredSecret m_password;
    std::unique_ptr<QWebSocket> m_socket;
    bool m_identified = false;
    std::optional<Error> m_givenUp;
    std::map<QString, Waiting> m_waiting; // by request id, in the order of asking
    quint64 m_asked = 0;
    QObject m_context;
};

} // namespace gantry::cloud
