#pragma once
// What MediaLive is asked about one channel, and with which permission. Pure.

#include "cloud/aws/aws_door.h"
#include "cloud/encoder_sample.h"

namespace gantry::cloud {

class MediaLiveAsks
{
public:
    explicit MediaLiveAsks(QByteArray channel) : m_channel(std::move(channel)) {}

    AwsAsk channel() const;
    AwsAsk alerts() const;
    AwsAsk schedule() const;
    AwsAsk channels() const; // all there are
    AwsAsk thumbnail(const QString &pipeline) const;
    // Invalid with the sentence why there is nothing to send.
    Result<AwsAsk> command(const Command &command, ProviderTime now) const;

private:
    AwsAsk read(const QByteArray &sub, const QByteArray &query, const QString &tried, const char *permission) const;

    QByteArray m_channel;
};

QString mediaLiveTried(const Command &command);

} // namespace gantry::cloud
