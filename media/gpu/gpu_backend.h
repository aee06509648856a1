#pragma once
// Where pictures are decoded: a table of rows, tried in order, of which the last, software, always works.
// A row prepares an allocated, not yet opened codec context and says whether it can serve it.

struct AVCodecContext;

namespace gantry::media {

struct GpuBackend
{
    const char *name;                  // as shown to people: "software"
    bool (*prepare)(AVCodecContext *); // false: not on this machine, or not this stream
};

// The first row that can serve the stream; prepares the context. Never fails: software is the last row.
const GpuBackend &prepareDecoder(AVCodecContext *context);

bool prepareSoftware(AVCodecContext *context);

} // namespace gantry::media
