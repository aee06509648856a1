#pragma once
// Whether a device really decodes: it is given a clip whose every pixel is known.

#include "media/gpu/decode_device.h"

#include <QString>
#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace gantry::media {

struct TestClip;

// Decodes the clip on the device, compares each picture pixel by pixel and closes everything again. The error is why
// the device is not to be used, as the end of a sentence: "its test picture was wrong.". Takes milliseconds on a device
// that works; one that hangs hangs the caller, which must not be the UI thread.
tl::expected<void, QString> proveDecoding(const DecodeDevice &device, const TestClip &clip);

// Whole access units through a decoder that is opened on the device and closed again; hands on each picture as the
// device made it. How many came; nothing: it did not decode there.
using AccessUnits = std::span<const std::span<const std::uint8_t>>;
std::optional<int> decodeUnits(const DecodeDevice &device, int codec, AccessUnits units,
                               const std::function<void(const AVFrame &)> &picture);

} // namespace gantry::media
