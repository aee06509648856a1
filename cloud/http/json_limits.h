#pragma once
// Reading JSON from a stranger: bounded in size and depth, and never half-right. Pure.

#include "cloud/cloud_error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdint>
#include <optional>

namespace gantry::cloud {

struct JsonLimits
{
    qsizetype maxBytes = qsizetype{1024} * 1024;
    int maxDepth = 64;
};

// The object that `body` is, or BadAnswer with the reason in `detail`.
Result<QJsonObject> readJsonObject(const QByteArray &body, JsonLimits limits = {});

// BadAnswer about the member of this name: "state: expected text".
Error wrongMember(const QString &member, const QString &expected);

// Members by type. Absent and null mean "not said" (nullopt); any other type than the one asked for is an error.
// Text longer than 512 characters is an error, too: nothing we read is that long.
Result<std::optional<QString>> textMember(const QJsonObject &object, QLatin1StringView name);
Result<std::optional<std::int64_t>> integerMember(const QJsonObject &object, QLatin1StringView name);
Result<std::optional<double>> numberMember(const QJsonObject &object, QLatin1StringView name);
Result<QJsonArray> arrayMember(const QJsonObject &object, QLatin1StringView name, int maxItems);

} // namespace gantry::cloud
