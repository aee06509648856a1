#pragma once
// Which permissions of a Google project a service account has, asked without using them: testIamPermissions of the
// Resource Manager. That API has to be switched on in the project; where it is not, nobody can say.
// Thread: that of the network.

#include "cloud/encoder_provider.h"
#include "cloud/http/json_client.h"

#include <QStringList>

namespace gantry::cloud {

class GooglePermissions
{
public:
    // `endpoint` empty: https://cloudresourcemanager.googleapis.com
    GooglePermissions(const QByteArray &project, const QUrl &endpoint, const HttpLimits &limits,
                      std::shared_ptr<Authorizer> authorizer, QNetworkAccessManager &network);

    // One finding each, in this order. Later, once.
    void check(const QStringList &permissions, std::function<void(std::vector<AccessFinding>)> answer);

private:
    QByteArray m_project;
    JsonClient m_client;
};

// What looking and commanding at Live Stream take besides the channel itself; with figures, Cloud Monitoring's too.
QStringList googleLiveStreamPermissions(bool withFigures);

// Of what testIamPermissions answered; pure.
std::vector<AccessFinding> googleFindings(const QStringList &asked, const Result<QJsonObject> &answer);

} // namespace gantry::cloud
