#pragma once
// OBS Studio through obs-websocket 5: its stream output is the encoder, its scenes are the inputs, the program scene is
// the one it takes. Asked on one connection; OBS has no limits of its own and usually stands in the same room.

#include "cloud/encoder_provider.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace gantry::cloud {

struct ObsSettings
{
    QUrl address;     // ws://127.0.0.1:4455
    QString password; // where it is kept (secret_place.h); empty: OBS has none
    std::chrono::milliseconds timeout{5000};
    std::function<std::chrono::milliseconds()> elapsed; // monotonic; empty: this computer's
};

// One sentence on what is allowed, or nullopt. OBS has no encryption of its own: ws is allowed to this computer and to
// private networks, anywhere else it takes wss (something in front of OBS).
std::optional<QString> obsAddressFault(const QString &text);

std::vector<Verb> obsVerbs();

std::unique_ptr<EncoderProvider> makeObs(ObsSettings settings);

} // namespace gantry::cloud
