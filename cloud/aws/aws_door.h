#pragma once
// One AWS service in one region: a question is signed with an identity's keys, sent, and comes back as the answer of a
// 2xx or as an error that says what was tried, on what, and which permission it takes.
//
// Thread: that of the network. An answer comes later, once; destroying the door drops what is outstanding.

#include "cloud/aws/aws_identity.h"
#include "cloud/http/http_client.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

namespace gantry::cloud {

struct AwsDoorSettings
{
    QByteArray region;  // "eu-west-1"
    QByteArray service; // the name it signs with: "medialive"
    QUrl endpoint;      // empty: https://{service}.{region}.amazonaws.com
    QString subject;    // "MediaLive eu-west-1, channel 1000001"
    std::shared_ptr<AwsIdentity> identity;
    HttpLimits limits;
    std::function<QDateTime()> now; // empty: this computer's clock
};

struct AwsAsk
{
    QByteArray method = "GET";
    QByteArray path; // percent-encoded, starts with '/'
    QByteArray query;
    QByteArray body;
    QByteArray contentType = "application/json"; // where there is a body
    QList<QPair<QByteArray, QByteArray>> headers;
    QString tried;        // "read the channel's state"
    QString permission;   // "medialive:DescribeChannel"
    bool changes = false; // something at the other end: never sent twice
};

// "https://medialive.eu-west-1.amazonaws.com", with the domain of the region.
QUrl awsEndpoint(const QByteArray &host, const QByteArray &region);

class AwsDoor
{
public:
    AwsDoor(AwsDoorSettings settings, QNetworkAccessManager &network);

    void ask(const AwsAsk &ask, HttpClient::Answer answer);

    const QString &subject() const { return m_settings.subject; }
    const QByteArray &region() const { return m_settings.region; }
    QDateTime now() const { return m_settings.now(); }
    // Of the keys that were used last; unknown when they never expire.
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> credentialsExpire() const { return m_expire; }
    Error named(Error error, const QString &tried) const;

private:
    void send(const AwsAsk &ask, const AwsCredentials &credentials, HttpClient::Answer answer);
    Result<HttpAnswer> understood(const AwsAsk &ask, const AwsCredentials &credentials,
                                  const Result<HttpAnswer> &http) const;

    AwsDoorSettings m_settings;
    HttpClient m_http;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> m_expire;
    QObject m_context;
};

} // namespace gantry::cloud
