#pragma once
// MediaMTX: one path of a server. It takes what is published there and hands it on; it does not start, stop or switch,
// so the one command is to hang up on the publisher. Asked are the path and, while SRT publishes, the SRT connections:
// two requests a poll to a server of one's own.

#include "cloud/encoder_provider.h"
#include "cloud/http/authorizer.h"
#include "cloud/http/http_client.h"

#include <QDateTime>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct MediaMtxSettings
{
    QUrl endpoint; // http://127.0.0.1:9997
    QString path;  // "live/final"
    std::shared_ptr<Authorizer> authorizer;
    HttpLimits limits;
    std::function<std::chrono::milliseconds()> elapsed; // monotonic; empty: this computer's
};

std::vector<Verb> mediaMtxVerbs();

std::unique_ptr<EncoderProvider> makeMediaMtx(MediaMtxSettings settings, QNetworkAccessManager &network);

} // namespace gantry::cloud
