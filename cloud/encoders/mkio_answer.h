#pragma once
// MK.IO's answers (AMS-shaped API) in our words. Pure. The addresses in a live event carry its passphrase: they are
// never read.

#include "cloud/encoder_sample.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace gantry::cloud {

EncoderState mkioState(const QString &word);

Result<EncoderSample> mkioLiveEvent(const QJsonObject &body);

// A page of liveOutputs: their names and states, and the address of the next page ("" when it was the last).
struct MkioOutputs
{
    std::vector<ProviderWord> outputs;
    QString next;
};
Result<MkioOutputs> mkioOutputs(const QJsonObject &body);

// Of an asynchronous operation: InProgress, Succeeded, Failed.
Result<JobSample> mkioOperation(const QJsonObject &body);

// The path and query of a link that MK.IO gives, when it leads to the same host as `endpoint`; nullopt for any other: a
// token is not carried elsewhere. A relative link belongs to the host.
struct MkioLink
{
    QByteArray path;
    QByteArray query;
};
std::optional<MkioLink> mkioLink(const QString &link, const QUrl &endpoint);

} // namespace gantry::cloud
