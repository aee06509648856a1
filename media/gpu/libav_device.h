#pragma once
// What all rows share that FFmpeg drives by itself: a device by the name of its type, the get_format contract, the copy
// into memory.

#include "media/gpu/decode_device.h"

#include <QString>
#include <tl/expected.hpp>

#include <initializer_list>
#include <memory>

namespace gantry::media {

// "vaapi": whether a decoder of FFmpeg, as built, knows how to use it for the codec.
bool libavKnows(const char *type, int codec);

// One way to open a device: an option in FFmpeg's words, or none, and the type's own flags.
struct DeviceOpening
{
    const char *option = nullptr;
    const char *value = nullptr;
    int flags = 0;
};

// Tries the openings in turn.
tl::expected<std::unique_ptr<DecodeDevice>, QString> openLibavDevice(const char *type,
                                                                     std::initializer_list<DeviceOpening> openings);

} // namespace gantry::media
