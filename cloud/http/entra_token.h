#pragma once
// Microsoft Entra client credentials: an access token for an application of a tenant.

#include "cloud/http/oauth_token.h"
#include "cloud/http/secret_place.h"

#include <QString>
#include <QUrl>

namespace gantry::cloud {

struct EntraApplication
{
    QByteArray tenant; // an id or a domain name
    QByteArray client; // the application's id
    std::shared_ptr<StoredSecret> secret;
    QUrl authority; // empty: https://login.microsoftonline.com
};

// `scope`: "https://metrics.monitor.azure.com/.default"
OAuthSettings entraToken(EntraApplication application, QByteArray scope, HttpLimits limits = {});

} // namespace gantry::cloud
