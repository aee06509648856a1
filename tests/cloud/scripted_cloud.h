#pragma once
// A provider that answers what the test says: by "METHOD /path" (without query), the last answer given for it, or a
// list of answers one after the other. Everything asked is kept.

#include "cloud/await.h"
#include "cloud/encoder_provider.h"
#include "cloud/sandbox/http_listener.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QNetworkAccessManager>
#include <QUrl>

namespace gantry::test {

using namespace gantry::cloud;

struct ScriptedCloud
{
    struct Asked
    {
        QByteArray what; // "GET /prod/channels/1"
        QByteArray query;
        QByteArray body;
        QByteArray authorization;
        QByteArray token; // X-Amz-Security-Token
        QByteArray target;
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    ScriptedCloud()
    {
        const auto port = listener.listen(0, [this](const ServedRequest &request) { return serve(request); });
        Q_ASSERT(port);
        endpoint = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    }

    void says(const QByteArray &what, const QByteArray &body, int status = 200, const QByteArray &errorType = {})
    {
        ServedAnswer answer;
        answer.status = status;
        answer.body = body;
        if (!errorType.isEmpty())
            answer.headers.emplaceBack("x-amzn-ErrorType", errorType);
        script[what].append(answer);
    }
    void forget(const QByteArray &what) { script.remove(what); }
    int count(const QByteArray &what) const
    {
        return int(std::count_if(asked.begin(), asked.end(), [&what](const Asked &one) { return one.what == what; }));
    }
    const Asked *last(const QByteArray &what) const
    {
        for (auto one = asked.rbegin(); one != asked.rend(); ++one) {
            if (one->what == what)
                return &*one;
        }
        return nullptr;
    }

    EncoderSample poll(EncoderProvider &provider)
    {
        return await<EncoderSample>([&provider](auto answer) { provider.poll(std::move(answer)); })
            .value_or(EncoderSample{});
    }
    CommandAnswer send(EncoderProvider &provider, const Command &command)
    {
        Error none;
        none.detail = QStringLiteral("no answer at all");
        return await<CommandAnswer>([&](auto answer) { provider.send(command, std::move(answer)); })
            .value_or(tl::unexpected(none));
    }
    std::vector<AccessFinding> check(EncoderProvider &provider)
    {
        return await<std::vector<AccessFinding>>([&](auto answer) { provider.checkAccess(std::move(answer)); })
            .value_or(std::vector<AccessFinding>{});
    }
    Result<EncoderThumbnail> thumbnail(EncoderProvider &provider, const QString &pipeline)
    {
        return await<Result<EncoderThumbnail>>([&](auto answer) { provider.thumbnail(pipeline, std::move(answer)); })
            .value_or(tl::unexpected(Error{}));
    }

    QNetworkAccessManager network;
    HttpListener listener;
    QUrl endpoint;
    QMap<QByteArray, QList<ServedAnswer>> script;
    QList<Asked> asked;

private:
    ServedAnswer serve(const ServedRequest &request)
    {
        const QByteArray what = request.method + ' ' + request.path;
        asked.append({what, request.query, request.body, request.header("Authorization"),
                      request.header("X-Amz-Security-Token"), request.header("X-Amz-Target")});
        const auto found = script.find(what);
        if (found == script.end()) {
            ServedAnswer none;
            none.status = 404;
            none.body = "{}";
            none.headers.emplaceBack("x-amzn-ErrorType", "NotFoundException");
            return none;
        }
        return found->size() > 1 ? found->takeFirst() : found->first();
    }
};

} // namespace gantry::test
