#pragma once
// The catalogue's rows of the encoders that are not Amazon's: their settings, verbs and factories.

#include "cloud/catalogue.h"

namespace gantry::cloud {

EncoderProviderRow googleLiveStreamRow(); // "google-livestream"
EncoderProviderRow mkioRow();             // "mkio"
EncoderProviderRow obsRow();              // "obs"
EncoderProviderRow mediaMtxRow();         // "mediamtx"
EncoderProviderRow srsRow();              // "srs"

} // namespace gantry::cloud
