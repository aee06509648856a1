#pragma once
// What a session keeps when a feed loses its GPU: a line of its own, because the picture goes on as if nothing were.

#include "media/feed_sample.h"

#include <QString>

#include <optional>

namespace gantry {

// The sentence for a feed that was decoded by `before` and is in `now`; nothing while it does not fall to software.
std::optional<QString> decoderFall(const QString &before, const media::PictureState &now);

} // namespace gantry
