#pragma once
// A provider on the loopback, on the test's own event loop: real HTTP/1.1, and every answer is what a function says. It
// keeps every request, and can hang up, be late or cut an answer short.

#include "cloud/http/http_client.h"

#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

namespace gantry::test {

struct SeenRequest
{
    QByteArray method;
    QByteArray target; // "/v1/x?y=z", as sent
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray path() const { return target.split('?').value(0); }
    QString query(const char *name) const
    {
        return QUrlQuery(QString::fromLatin1(target.split('?').value(1)))
            .queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

struct StageAnswer
{
    int status = 200;
    QByteArray body = "{}";
    QList<QPair<QByteArray, QByteArray>> headers;
    bool hangsUp = false;    // the request was taken, and nothing comes back
    bool isCutShort = false; // half of the body
    int lateMs = 0;
};

class HttpStage
{
public:
    using Script = std::function<StageAnswer(const SeenRequest &)>;

    explicit HttpStage(Script script = {}) : script(std::move(script))
    {
        m_tcp.listen(QHostAddress::LocalHost);
        QObject::connect(&m_tcp, &QTcpServer::newConnection, &m_tcp, [this] {
            while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_tcp.serverPort()).arg(path));
    }
    int count(const QByteArray &method, const QByteArray &partOfTarget = {}) const
    {
        int found = 0;
        for (const SeenRequest &each : seen)
            found += each.method == method && each.target.contains(partOfTarget) ? 1 : 0;
        return found;
    }

    Script script;
    QList<SeenRequest> seen;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray come = socket->property("come").toByteArray() + socket->readAll();
        for (qsizetype headEnd = 0; (headEnd = come.indexOf("\r\n\r\n")) >= 0;) {
            SeenRequest request = headOf(come.left(headEnd));
            const qsizetype size = request.header("Content-Length").toLongLong();
            if (come.size() < headEnd + 4 + size)
                break;
            request.body = come.mid(headEnd + 4, size);
            come.remove(0, headEnd + 4 + size);
            seen.append(request);
            answer(socket, script ? script(request) : StageAnswer());
        }
        socket->setProperty("come", come);
    }

    static SeenRequest headOf(const QByteArray &head)
    {
        SeenRequest request;
        const QList<QByteArray> lines = head.split('\n');
        request.method = lines.first().split(' ').value(0);
        request.target = lines.first().split(' ').value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.emplaceBack(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        }
        return request;
    }

    void answer(QTcpSocket *socket, const StageAnswer &is)
    {
        if (is.hangsUp) {
            socket->disconnectFromHost();
            return;
        }
        QByteArray wire = "HTTP/1.1 " + QByteArray::number(is.status) +
                          " X\r\nContent-Length: " + QByteArray::number(is.body.size()) + "\r\n";
        for (const auto &[name, value] : is.headers)
            wire += name + ": " + value + "\r\n";
        wire += "\r\n" + (is.isCutShort ? is.body.left(is.body.size() / 2) : is.body);
        const auto write = [socket = QPointer<QTcpSocket>(socket), wire, cut = is.isCutShort] {
            if (!socket)
                return;
            socket->write(wire);
            if (cut)
                socket->disconnectFromHost();
        };
        if (is.lateMs > 0)
            QTimer::singleShot(is.lateMs, socket, write);
        else
            write();
    }

    QTcpServer m_tcp;
};

} // namespace gantry::test
