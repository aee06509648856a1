#include "cloud/http/endpoint.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace gantry::cloud {

std::optional<QString> endpointFault(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttps = url.scheme() == QLatin1String("https");
    const bool isHttp = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!isHttps && !isHttp))
        return QCoreApplication::translate("cloud",
                                           "An address such as https://host or http://127.0.0.1:8080 is needed.");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return QCoreApplication::translate("cloud",
                                           "The address must not hold a user name, a password, a query or a fragment.");
    const bool isThisMachine = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    if (isHttp && !isThisMachine)
        return QCoreApplication::translate("cloud", "http is allowed for this machine only (127.0.0.1); use https.");
    return std::nullopt;
}

QUrl endpointUrl(const QUrl &base, const QByteArray &path, const QByteArray &query)
{
    QByteArray text = base.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (text.endsWith('/'))
        text.chop(1);
    text += path;
    if (!query.isEmpty())
        text += '?' + query;
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

} // namespace gantry::cloud
