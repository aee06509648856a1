#pragma once
// A TCP server on the loopback whose behaviour is a function: one thread a connection, so that it can answer, drip, lie
// or hang at any stage. Everything ends with the server.

#include <QByteArray>
#include <QString>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gantry::media::loopback {

class ScriptedServer
{
public:
    class Connection
    {
    public:
        Connection(int socket, const std::atomic<bool> &over) : m_socket(socket), m_over(over) {}

        // Up to and with the empty line that ends a head; empty when the peer has gone.
        QByteArray head()
        {
            while (!m_over && !m_come.contains("\r\n\r\n"))
                if (!receive())
                    return {};
            const qsizetype end = m_come.indexOf("\r\n\r\n") + 4;
            const QByteArray head = m_come.left(end);
            m_come.remove(0, end);
            return head;
        }
        bool send(const QByteArray &bytes)
        {
            for (qsizetype sent = 0; sent < bytes.size();) {
                const ssize_t count =
                    ::send(m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
                if (count <= 0)
                    return false;
                sent += count;
            }
            return true;
        }
        // Until the server ends or the peer goes.
        void hang()
        {
            while (!m_over && receive())
                m_come.clear();
        }
        bool isOver() const { return m_over; }
        // False when the server has ended or the peer has gone meanwhile.
        bool wait(int milliseconds)
        {
            pollfd gone{m_socket, POLLRDHUP, 0};
            return ::poll(&gone, 1, milliseconds) == 0 && !m_over;
        }

    private:
        bool receive()
        {
            char part[4096];
            const ssize_t count = ::recv(m_socket, part, sizeof part, 0);
            if (count > 0)
                m_come.append(part, qsizetype(count));
            return count > 0;
        }
        int m_socket;
        const std::atomic<bool> &m_over;
        QByteArray m_come;
    };
    using Script = std::function<void(Connection &)>;

    explicit ScriptedServer(Script script) : m_script(std::move(script))
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        ::listen(m_listener, 16);
        m_accepting = std::thread([this] { accept(); });
    }
    ~ScriptedServer()
    {
        m_over = true;
        ::shutdown(m_listener, SHUT_RDWR);
        m_accepting.join();
        ::close(m_listener);
        {
            const std::lock_guard lock(m_mutex);
            for (const int socket : m_sockets)
                ::shutdown(socket, SHUT_RDWR);
        }
        for (std::thread &each : m_threads)
            each.join();
        for (const int socket : m_sockets)
            ::close(socket);
    }
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    std::uint16_t port() const { return m_port; }
    QString url(const QString &path, const QString &scheme = QStringLiteral("http")) const
    {
        return QStringLiteral("%1://127.0.0.1:%2%3").arg(scheme).arg(m_port).arg(path);
    }

private:
    void accept()
    {
        while (!m_over) {
            const int socket = ::accept(m_listener, nullptr, nullptr);
            if (socket < 0)
                return;
            const std::lock_guard lock(m_mutex);
            m_sockets.push_back(socket);
            m_threads.emplace_back([this, socket] {
                Connection connection(socket, m_over);
                m_script(connection);
                ::shutdown(socket, SHUT_RDWR);
            });
        }
    }

    Script m_script;
    std::atomic<bool> m_over{false};
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::mutex m_mutex;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_accepting;
};

// What an HTTP server answers to a path ("/live.m3u8?x=1").
struct HttpAnswer
{
    QByteArray body;
    QByteArray status = "200 OK";
    QByteArray headers; // further ones, each with its line end
};

inline void reply(ScriptedServer::Connection &connection, const HttpAnswer &is)
{
    connection.send("HTTP/1.1 " + is.status + "\r\nConnection: close\r\nContent-Length: " +
                    QByteArray::number(is.body.size()) + "\r\n" + is.headers + "\r\n" + is.body);
}

inline ScriptedServer::Script http(std::function<HttpAnswer(const QByteArray &path)> answer)
{
    return [answer = std::move(answer)](ScriptedServer::Connection &connection) {
        if (const QByteArray head = connection.head(); !head.isEmpty())
            reply(connection, answer(head.split(' ').value(1)));
    };
}

} // namespace gantry::media::loopback
