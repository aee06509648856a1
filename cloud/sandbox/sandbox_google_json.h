#pragma once
// How Live Stream writes its answers and reads an event. Pure.

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_livestream.h"
#include "cloud/sandbox/sandbox_now.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gantry::cloud {

ServedAnswer googleAnswer(const QJsonObject &object);
ServedAnswer googleFault(int status, const QString &message); // 400, 404, 405, 409, 429
QString googleTime(const QDateTime &time);

// `items` under `name`, cut by pageSize and pageToken of the query; 400 when they are not usable. `loops`: on purpose,
// there is always a further page, and it is the first one again.
ServedAnswer googlePage(const QString &name, const QJsonArray &items, const QByteArray &query, bool loops);

QString googleWord(SandboxLivestream::State state);
QJsonObject eventJson(const SandboxLivestream::Event &event, const QString &channel, const SandboxNow &now);
tl::expected<SandboxLivestream::Event, ServedAnswer> readEvent(const QByteArray &body, const QString &id,
                                                               const SandboxNow &now);

} // namespace gantry::cloud
