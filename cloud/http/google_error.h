#pragma once
// Google's error body: {error:{code,status,message,details[]}}. Pure.

#include "cloud/http/http_fault.h"

#include <QJsonObject>

namespace gantry::cloud {

FaultWords googleWords(const QJsonObject &body);

// "livestream.channels.get" out of "Permission 'livestream.channels.get' denied on resource ..."; empty: none named.
QString deniedPermission(const QString &message);

} // namespace gantry::cloud
