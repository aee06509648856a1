#pragma once
// How MediaLive writes its answers and reads a schedule. Pure.

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_channel.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace gantry::cloud {

ServedAnswer awsAnswer(const QJsonObject &object, int status = 200);
ServedAnswer awsFault(int status, const QByteArray &type, const QString &message);
ServedAnswer awsValidationFault(const SandboxChannel::Fault &fault); // 422

// `items` under `name`, cut by maxResults and nextToken of the query; 400 when they are not usable. `loops`: on
// purpose, there is always a further page, and it is the first one again.
ServedAnswer awsPage(const QString &name, const QJsonArray &items, const QByteArray &query, bool loops = false);

QJsonArray scheduleJson(const std::vector<SandboxChannel::Action> &actions);

// The body of BatchUpdateSchedule. The rehearsal cloud knows input switches and preparations, immediate or at a fixed
// time; anything else is answered with the fault the real service would give for a malformed action.
tl::expected<SandboxChannel::Batch, ServedAnswer> readScheduleBatch(const QByteArray &body, SandboxChannel::Time now,
                                                                    const QDateTime &wallClock);

} // namespace gantry::cloud
