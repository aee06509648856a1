#include "cloud/http/authorized_client.h"

namespace gantry::cloud {

AuthorizedClient::AuthorizedClient(QNetworkAccessManager &network, std::shared_ptr<Authorizer> authorizer,
                                   HttpLimits limits, const AccountRate &rate)
    : m_http(network, limits, rate), m_authorizer(std::move(authorizer))
{
}

AuthorizedClient::~AuthorizedClient() = default;

void AuthorizedClient::send(HttpRequest request, HttpClient::Answer answer)
{
    sendOnce(request, true, std::move(answer));
}

void AuthorizedClient::sendOnce(const HttpRequest &request, bool mayRenew, HttpClient::Answer answer)
{
    m_authorizer->authorize([this, alive = std::weak_ptr<const bool>(m_alive), request, mayRenew,
                             answer = std::move(answer)](const Result<QByteArray> &value) mutable {
        if (alive.expired())
            return;
        if (!value) {
            answer(tl::unexpected(value.error()));
            return;
        }
        HttpRequest signedRequest = request;
        if (!value->isEmpty())
            signedRequest.headers.emplaceBack("Authorization", *value);
        m_http.send(signedRequest, [this, request, mayRenew, value = *value,
                                    answer = std::move(answer)](Result<HttpAnswer> http) mutable {
            if (mayRenew && http && http->status == 401 && m_authorizer->refused(value))
                sendOnce(request, false, std::move(answer));
            else
                answer(std::move(http));
        });
    });
}

} // namespace gantry::cloud
