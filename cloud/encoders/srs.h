#pragma once
// SRS: one stream of a server. It takes what is published and hands it on; it does not start, stop or switch, so the
// one command is to hang up on the publisher. One request a poll (a page of a hundred streams) to a server of one's
// own.

#include "cloud/encoder_provider.h"
#include "cloud/http/authorizer.h"
#include "cloud/http/http_client.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct SrsSettings
{
    QUrl endpoint; // http://127.0.0.1:1985
    QString app;   // "live"
    QString name;  // "final"
    std::shared_ptr<Authorizer> authorizer;
    HttpLimits limits;
    std::function<std::chrono::milliseconds()> elapsed; // monotonic; empty: this computer's
};

std::vector<Verb> srsVerbs();

std::unique_ptr<EncoderProvider> makeSrs(SrsSettings settings, QNetworkAccessManager &network);

} // namespace gantry::cloud
