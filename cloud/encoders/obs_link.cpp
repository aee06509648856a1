#include "cloud/encoders/obs_link.h"

#include "cloud/http/redaction.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace gantry::cloud {

namespace {

constexpr quint64 kLargestMessage = 4 * 1024 * 1024;

} // namespace

ObsLink::ObsLink(Settings settings) : m_settings(std::move(settings)), m_password(m_settings.password) {}

ObsLink::~ObsLink()
{
    drop();
}

void ObsLink::request(const QString &type, const QJsonObject &data, bool isCommand, Answer answer)
{
    if (m_givenUp && !isCommand) {
        QTimer::singleShot(0, &m_context,
                           [answer = std::move(answer), error = *m_givenUp] { answer(tl::unexpected(error)); });
        return;
    }
    m_givenUp.reset(); // a person may always try
    // Fixed width: text order is the order of asking.
    const QString id = QStringLiteral("%1").arg(++m_asked, 12, 10, QLatin1Char('0'));
    m_waiting[id] = {type, data, isCommand, false, std::move(answer)};
    QTimer::singleShot(m_settings.timeout, &m_context, [this, id] { expire(id); });
    if (!m_socket)
        open();
    else if (m_identified)
        sendAll();
}

void ObsLink::open()
{
    m_identified = false;
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(kLargestMessage);
    m_socket->setMaxAllowedIncomingFrameSize(kLargestMessage);
    m_socket->setProxy(QNetworkProxy::NoProxy); // OBS stands on this computer or beside it
    QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, &m_context,
                     [this](const QString &text) { read(text); });
    // Queued: whoever hears of the end may destroy the socket that tells it.
    QObject::connect(
        m_socket.get(), &QWebSocket::stateChanged, &m_context,
        [this, socket = m_socket.get()](QAbstractSocket::SocketState state) {
            if (state == QAbstractSocket::UnconnectedState && socket == m_socket.get())
                ended();
        },
        Qt::QueuedConnection);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("obswebsocket.json")});
    m_socket->open(QNetworkRequest(m_settings.address), options);
}

void ObsLink::read(const QString &text)
{
    const auto message = readObsMessage(text.toUtf8());
    if (!message) {
        drop();
        failAll(message.error());
        return;
    }
    take(*message);
}

void ObsLink::take(const ObsMessage &message)
{
    if (const auto *hello = std::get_if<ObsHello>(&message)) {
        greet(*hello);
    } else if (std::holds_alternative<ObsIdentified>(message)) {
        m_identified = true;
        if (onConnected)
            onConnected();
        sendAll();
    } else if (const auto *event = std::get_if<ObsEvent>(&message)) {
        if (onEvent)
            onEvent(*event);
    } else if (const auto *response = std::get_if<ObsResponse>(&message)) {
        const auto found = m_waiting.find(response->id);
        if (found == m_waiting.end() || !found->second.hasLeft)
            return; // too late, or never asked
        const Answer answer = std::move(found->second.answer);
        m_waiting.erase(found);
        if (response->succeeded)
            answer(response->data);
        else
            answer(tl::unexpected(obsFault(*response)));
    }
}

void ObsLink::greet(const ObsHello &hello)
{
    if (!hello.wantsPassword) {
        m_socket->sendTextMessage(QString::fromUtf8(obsIdentify(std::nullopt)));
        return;
    }
    m_password.read([this, hello, socket = QPointer<QWebSocket>(m_socket.get())](const Result<QByteArray> &password) {
        if (!socket || socket != m_socket.get())
            return;
        if (password && !password->isEmpty()) {
            m_socket->sendTextMessage(QString::fromUtf8(obsIdentify(obsAuthentication(*password, hello))));
            return;
        }
        Error error = password ? Error{} : password.error();
        error.kind = Error::Kind::Credentials;
        if (password)
            error.advice = QCoreApplication::translate("cloud", "OBS asks for a password. Say where it is kept in the "
                                                                "setting password.");
        m_givenUp = error;
        drop();
        failAll(error);
    });
}

void ObsLink::sendAll()
{
    for (auto &[id, waiting] : m_waiting) {
        if (waiting.hasLeft)
            continue;
        waiting.hasLeft = true;
        m_socket->sendTextMessage(QString::fromUtf8(obsRequest(waiting.type, id, waiting.data)));
    }
}

void ObsLink::expire(const QString &id)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    const Waiting waiting = std::move(found->second);
    m_waiting.erase(found);
    Error error;
    error.kind = waiting.hasLeft ? Error::Kind::TimedOut : Error::Kind::Unreachable;
    error.advice =
        waiting.hasLeft
            ? QCoreApplication::translate("cloud", "No answer in time. A command may have been executed: look "
                                                   "before sending it again.")
            : obsClose(0, {}).error.advice;
    if (!m_identified) // whoever listens there does not greet: begin anew at the next question
        drop();
    waiting.answer(tl::unexpected(error));
}

void ObsLink::ended()
{
    const int code = m_socket->closeCode();
    const bool wasIdentified = m_identified;
    ObsClose close = obsClose(code, m_socket->closeReason());
    if (m_socket->error() == QAbstractSocket::SslHandshakeFailedError)
        close.error.kind = Error::Kind::Untrusted;
    if (!wasIdentified && code < 4000)
        close.error.detail = quotable(m_socket->errorString());
    if (close.isFinal) {
        m_password.forget();
        m_givenUp = close.error;
    }
    drop();
    failAll(close.error);
}

void ObsLink::drop()
{
    m_identified = false;
    if (!m_socket)
        return;
    QWebSocket *socket = m_socket.release();
    socket->disconnect();
    socket->abort();
    socket->deleteLater(); // it may be the one that is just telling us something
}

void ObsLink::failAll(const Error &error)
{
    const QPointer<QObject> alive(&m_context);
    for (const auto &[id, waiting] : std::exchange(m_waiting, {})) {
        waiting.answer(tl::unexpected(error));
        if (!alive)
            return;
    }
}

} // namespace gantry::cloud
