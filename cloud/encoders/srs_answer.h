#pragma once
// SRS's answers (HTTP API v1) in our words. Pure. It answers 200 with a code other than 0 on failure: both are checked.

#include "cloud/encoder_sample.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace gantry::cloud {

struct SrsStream
{
    QString name; // "final"
    QString app;  // "live"
    bool publishes = false;
    QString publisher;                   // the client's id
    std::optional<double> receivedKbps;  // over 30 s
    std::optional<double> sentKbps;      // to everybody who plays, over 30 s
    std::optional<std::int64_t> frames;  // since it is there
    std::optional<std::int64_t> clients; // the publisher is one of them
    std::vector<QString> words;          // "H264 High 1920x1080"
};

struct SrsStreams
{
    QString server; // another one than before: SRS began anew, and so do its counters
    std::vector<SrsStream> streams;
};
Result<SrsStreams> srsStreams(const QJsonObject &body);

// The error behind a 200; nullopt: there is none.
std::optional<Error> srsFault(const QJsonObject &body);

} // namespace gantry::cloud
