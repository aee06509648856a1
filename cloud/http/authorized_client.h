#pragma once
// An HttpClient that says who it is. A value that the provider does not take (401) is renewed once and the exchange
// repeated once: what was refused has not been executed.

#include "cloud/http/authorizer.h"
#include "cloud/http/http_client.h"

namespace gantry::cloud {

class AuthorizedClient
{
public:
    AuthorizedClient(QNetworkAccessManager &network, std::shared_ptr<Authorizer> authorizer, HttpLimits limits = {},
                     const AccountRate &rate = {});
    ~AuthorizedClient();

    // Later, once; destroying the client drops what is outstanding without an answer.
    void send(HttpRequest request, HttpClient::Answer answer);

    const Authorizer &authorizer() const { return *m_authorizer; }

private:
    void sendOnce(const HttpRequest &request, bool mayRenew, HttpClient::Answer answer);

    HttpClient m_http;
    std::shared_ptr<Authorizer> m_authorizer;
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true);
};

} // namespace gantry::cloud
