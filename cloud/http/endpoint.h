#pragma once
// Where a provider is asked: its own address, or the one the show file gives instead.

#include "cloud/cloud_error.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace gantry::cloud {

// One sentence on what is allowed, or nullopt. An address without encryption is allowed on this machine only, and no
// address carries a user name, a password, a query or a fragment.
std::optional<QString> endpointFault(const QString &text);

// `path` is percent-encoded and starts with '/'. `base` has passed endpointFault().
QUrl endpointUrl(const QUrl &base, const QByteArray &path, const QByteArray &query = {});

} // namespace gantry::cloud
