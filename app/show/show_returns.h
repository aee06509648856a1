#pragma once
// Which feed shows what an encoder puts out, and which feeds are compared with others for that or for a pair.

#include "app/show/show.h"

#include <optional>

namespace gantry {

// The encoder's own "return"; where it names none, the witness of its plan. Nothing: the show has none.
std::optional<FeedId> returnOf(const Show &show, const Encoder &encoder);

// Its pictures are needed, all of them: it is in a pair, a return, or an input of an encoder that has one.
bool isCompared(const Show &show, const FeedId &feed);

} // namespace gantry
