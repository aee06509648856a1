#pragma once
// An HTTPS server on the loopback, on a thread of its own, with a certificate that nobody trusts by itself.

#include "support/scripted_server.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QThread>

namespace gantry::media::loopback {

class TlsServer
{
public:
    TlsServer(const QString &certificate, const QString &key, std::function<HttpAnswer(const QByteArray &)> answer)
    {
        m_thread.start();
        m_server.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_server,
            [&] {
                QFile keyFile(key);
                keyFile.open(QIODevice::ReadOnly);
                QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
                configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
                configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
                m_server.setSslConfiguration(configuration);
                m_server.listen(QHostAddress::LocalHost);
                m_port = m_server.serverPort();
            },
            Qt::BlockingQueuedConnection);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this, answer] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                    if (!socket->peek(8192).contains("\r\n\r\n"))
                        return;
                    const HttpAnswer is = answer(socket->readAll().split(' ').value(1));
                    socket->write("HTTP/1.1 " + is.status + "\r\nConnection: close\r\nContent-Length: " +
                                  QByteArray::number(is.body.size()) + "\r\n\r\n" + is.body);
                    socket->disconnectFromHost();
                });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }
    ~TlsServer()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.close();
                // One by one: the end of one may be the end of another that waits to be deleted.
                while (auto *socket = m_server.findChild<QTcpSocket *>())
                    delete socket;
                m_server.moveToThread(nullptr);
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    QString url(const QString &path) const { return QStringLiteral("https://127.0.0.1:%1%2").arg(m_port).arg(path); }

private:
    QThread m_thread;
    QSslServer m_server;
    quint16 m_port = 0;
};

} // namespace gantry::media::loopback
