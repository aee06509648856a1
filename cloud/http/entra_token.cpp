#include "cloud/http/entra_token.h"

#include "cloud/http/endpoint.h"

namespace gantry::cloud {

OAuthSettings entraToken(EntraApplication application, QByteArray scope, HttpLimits limits)
{
    if (application.authority.isEmpty())
        application.authority = QUrl(QStringLiteral("https://login.microsoftonline.com"));
    OAuthSettings settings;
    settings.subject = QStringLiteral("Entra, %1").arg(QString::fromLatin1(application.client));
    settings.limits = limits;
    settings.secrets = [secret = application.secret] { return secret->known(); };
    settings.request = [application = std::move(application), scope = std::move(scope)](
                           std::chrono::sys_seconds, std::function<void(Result<HttpRequest>)> answer) {
        application.secret->read([application, scope, answer = std::move(answer)](const Result<QByteArray> &secret) {
            if (!secret) {
                answer(tl::unexpected(secret.error()));
                return;
            }
            HttpRequest request;
            request.method = "POST";
            request.url =
                endpointUrl(application.authority, '/' + application.tenant.toPercentEncoding() + "/oauth2/v2.0/token");
            request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
            request.body = "grant_type=client_credentials&client_id=" + application.client.toPercentEncoding() +
                           "&client_secret=" + secret->toPercentEncoding() + "&scope=" + scope.toPercentEncoding();
            answer(std::move(request));
        });
    };
    return settings;
}

} // namespace gantry::cloud
