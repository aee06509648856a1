#pragma once
// An HTTP server on 127.0.0.1 that hands every request to one function: the only file that knows QHttpServer, and the
// differences between Qt 6.4 and 6.8 in it. Thread: the one that made it, with an event loop.

#include "cloud/cloud_error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>

#include <chrono>
#include <functional>
#include <memory>

namespace gantry::cloud {

struct ServedRequest
{
    QByteArray method;
    QByteArray path;  // percent-encoded the way RFC 3986 (and every AWS client) writes it
    QByteArray query; // without '?'
    QByteArray body;
    std::function<QByteArray(const QByteArray &)> header; // by name, whatever its case; empty when absent
};

struct ServedAnswer
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    bool silence = false;               // take the request and never answer
    std::chrono::milliseconds delay{0}; // answer so much later
    QDateTime clock;                    // what its Date header says, where that is not the time here
};

class HttpListener
{
public:
    using Serve = std::function<ServedAnswer(const ServedRequest &)>;

    HttpListener();
    ~HttpListener();
    HttpListener(const HttpListener &) = delete;
    HttpListener &operator=(const HttpListener &) = delete;

    // Port 0 takes any free one. The answer is the port taken.
    Result<quint16> listen(quint16 port, Serve serve);
    void close(); // and every connection with it

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace gantry::cloud
