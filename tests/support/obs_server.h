#pragma once
// An OBS that speaks obs-websocket 5 over a real WebSocket on the loopback: it greets, asks for a password, has scenes
// and a stream output, and can misbehave in every way the protocol knows.

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>

namespace gantry::test {

class ObsServer : public QObject
{
public:
    ObsServer() : m_server(QStringLiteral("obs"), QWebSocketServer::NonSecureMode)
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            while (QWebSocket *socket = m_server.nextPendingConnection()) {
                socket->setParent(this);
                m_client = socket;
                ++connections;
                connect(socket, &QWebSocket::textMessageReceived, this,
                        [this, socket](const QString &text) { read(*socket, text); });
                connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
                if (greets)
                    send(*socket, 0, hello());
            }
        });
    }
    ~ObsServer() override
    {
        m_server.close();
        qDeleteAll(findChildren<QWebSocket *>(QString(), Qt::FindDirectChildrenOnly));
    }

    QUrl url() const { return m_server.serverUrl(); }

    // What it is like
    QString password;
    bool greets = true;
    int closesOnIdentify = 0;                                                                      // a close code
    QStringList scenes{QStringLiteral("Outro"), QStringLiteral("Cam B"), QStringLiteral("Cam A")}; // from the bottom
    QString program = QStringLiteral("Cam A");
    QString preview; // empty: no studio mode
    bool isStreaming = false;
    bool isReconnecting = false;
    qint64 bytes = 0;
    qint64 skipped = 0;
    QStringList known{
        QStringLiteral("GetStreamStatus"),        QStringLiteral("GetSceneList"),          QStringLiteral("GetStats"),
        QStringLiteral("GetSourceScreenshot"),    QStringLiteral("StartStream"),           QStringLiteral("StopStream"),
        QStringLiteral("SetCurrentProgramScene"), QStringLiteral("SetCurrentPreviewScene")};
    QHash<QString, int> failing;                     // request -> code
    QStringList silent;                              // requests that are carried out and not answered
    std::function<QString(const QString &)> instead; // request -> raw text in place of an answer

    // What it has seen
    int connections = 0;
    QStringList requests;
    int count(const QString &type) const { return int(requests.count(type)); }
    QJsonObject identify;
    QString subprotocol;

    void close(int code, const QString &reason = {})
    {
        if (m_client)
            m_client->close(QWebSocketProtocol::CloseCode(code), reason);
    }
    void cut()
    {
        if (m_client)
            m_client->abort();
    }
    void event(const QString &type, const QJsonObject &data)
    {
        if (m_client)
            send(*m_client, 5,
                 {{QStringLiteral("eventType"), type},
                  {QStringLiteral("eventIntent"), 64},
                  {QStringLiteral("eventData"), data}});
    }
    void raw(const QString &text)
    {
        if (m_client)
            m_client->sendTextMessage(text);
    }

private:
    static constexpr const char *kSalt = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=";
    static constexpr const char *kChallenge = "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=";

    QJsonObject hello() const
    {
        QJsonObject data{{QStringLiteral("obsWebSocketVersion"), QStringLiteral("5.5.2")},
                         {QStringLiteral("rpcVersion"), 1}};
        if (!password.isEmpty())
            data.insert(QStringLiteral("authentication"),
                        QJsonObject{{QStringLiteral("challenge"), QString::fromLatin1(kChallenge)},
                                    {QStringLiteral("salt"), QString::fromLatin1(kSalt)}});
        return data;
    }

    static void send(QWebSocket &socket, int op, const QJsonObject &data)
    {
        socket.sendTextMessage(QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("op"), op}, {QStringLiteral("d"), data}}).toJson()));
    }

    bool isRight(const QString &authentication) const
    {
        const auto hash = [](const QByteArray &text) {
            return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
        };
        return authentication.toLatin1() == hash(hash(password.toUtf8() + kSalt) + kChallenge);
    }

    void read(QWebSocket &socket, const QString &text)
    {
        const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
        const QJsonObject data = message.value(QStringLiteral("d")).toObject();
        if (message.value(QStringLiteral("op")).toInt() == 1) {
            identify = data;
            if (closesOnIdentify != 0)
                close(closesOnIdentify);
            else if (!password.isEmpty() && !isRight(data.value(QStringLiteral("authentication")).toString()))
                close(4009, QStringLiteral("Authentication failed."));
            else
                send(socket, 2, {{QStringLiteral("negotiatedRpcVersion"), 1}});
        } else if (message.value(QStringLiteral("op")).toInt() == 6) {
            answer(socket, data);
        }
    }

    void answer(QWebSocket &socket, const QJsonObject &request)
    {
        const QString type = request.value(QStringLiteral("requestType")).toString();
        requests.append(type);
        if (instead) {
            if (const QString text = instead(type); !text.isEmpty()) {
                socket.sendTextMessage(text);
                return;
            }
        }
        const int failure = failing.value(type);
        const QJsonObject result =
            failure != 0 ? QJsonObject() : carryOut(type, request.value(QStringLiteral("requestData")).toObject());
        if (silent.contains(type))
            return;
        send(socket, 7,
             {{QStringLiteral("requestType"), type},
              {QStringLiteral("requestId"), request.value(QStringLiteral("requestId"))},
              {QStringLiteral("requestStatus"), QJsonObject{{QStringLiteral("result"), failure == 0},
                                                            {QStringLiteral("code"), failure == 0 ? 100 : failure},
                                                            {QStringLiteral("comment"), QStringLiteral("said so")}}},
              {QStringLiteral("responseData"), result}});
    }

    QJsonObject carryOut(const QString &type, const QJsonObject &data)
    {
        if (type == QLatin1String("StartStream"))
            isStreaming = true;
        else if (type == QLatin1String("StopStream"))
            isStreaming = false;
        else if (type == QLatin1String("SetCurrentProgramScene"))
            program = data.value(QStringLiteral("sceneName")).toString();
        else if (type == QLatin1String("SetCurrentPreviewScene"))
            preview = data.value(QStringLiteral("sceneName")).toString();
        else if (type == QLatin1String("GetStreamStatus"))
            return {{QStringLiteral("outputActive"), isStreaming},
                    {QStringLiteral("outputReconnecting"), isReconnecting},
                    {QStringLiteral("outputCongestion"), 0.25},
                    {QStringLiteral("outputBytes"), bytes},
                    {QStringLiteral("outputSkippedFrames"), skipped},
                    {QStringLiteral("outputTotalFrames"), 1000}};
        else if (type == QLatin1String("GetStats"))
            return {{QStringLiteral("activeFps"), 50.0}, {QStringLiteral("cpuUsage"), 12.5}};
        else if (type == QLatin1String("GetSceneList"))
            return sceneList();
        else if (type == QLatin1String("GetVersion"))
            return {{QStringLiteral("obsVersion"), QStringLiteral("30.2.3")},
                    {QStringLiteral("availableRequests"), QJsonArray::fromStringList(known)}};
        else if (type == QLatin1String("GetSourceScreenshot"))
            return {{QStringLiteral("imageData"), QStringLiteral("data:image/jpg;base64,/9j/2Q==")}};
        return {};
    }

    QJsonObject sceneList() const
    {
        QJsonArray list;
        for (qsizetype i = 0; i < scenes.size(); ++i)
            list.append(QJsonObject{{QStringLiteral("sceneIndex"), i}, {QStringLiteral("sceneName"), scenes[i]}});
        return {{QStringLiteral("currentProgramSceneName"), program},
                {QStringLiteral("currentPreviewSceneName"),
                 preview.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(preview)},
                {QStringLiteral("scenes"), list}};
    }

    QWebSocketServer m_server;
    QPointer<QWebSocket> m_client;
};

} // namespace gantry::test
