#pragma once
// The proxies this computer is set to use, for everything but this computer itself.

#include <QNetworkProxyFactory>

class QNetworkAccessManager;

namespace gantry::cloud {

class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

// Unless somebody has chosen proxies for it already.
void useSystemProxy(QNetworkAccessManager &network);

} // namespace gantry::cloud
