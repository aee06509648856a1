#include "cloud/http/system_proxy.h"

#include <QHostAddress>
#include <QNetworkAccessManager>

namespace gantry::cloud {

QList<QNetworkProxy> SystemProxy::queryProxy(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName();
    if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

void useSystemProxy(QNetworkAccessManager &network)
{
    if (!network.proxyFactory() && network.proxy().type() == QNetworkProxy::DefaultProxy)
        network.setProxyFactory(new SystemProxy);
}

} // namespace gantry::cloud
