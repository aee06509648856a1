#pragma once
// Whether a machine's GPU really takes a picture from the packet to a texture: `gantry gpu-check`. Point by point, for
// each kind of device:
//
//   1  the driver's libraries load; their version
//   2  what the decoder says it decodes, by codec and depth
//   3  the same card gives an OpenGL 3.3 context without a window
//   4  FFmpeg decodes the test pictures there, into pictures that lie on the card
//   5  the textures equal what the processor decodes, byte for byte, with 8 and with 10 bits
//   6  milliseconds a picture into a texture with and without a copy through memory; pictures a second of several
//   decoders

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace gantry::media {

struct GpuCheckPoint
{
    enum class Outcome { Passed, Failed, Skipped };
    QString device; // "CUDA"
    int number = 0; // of the list above
    QString what;
    Outcome outcome = Outcome::Skipped;
    QString detail;      // what was seen, or why not
    QJsonObject figures; // point 6
};

struct GpuCheck
{
    std::vector<GpuCheckPoint> points; // empty: there is no GPU that decodes
    QStringList missed;                // for each kind that is not there, what was looked for
    bool found() const { return !points.empty(); }
    bool failed() const;
};

// Tells each point as it comes. Takes a minute where there is a GPU, and a few seconds without `speed`. Opens decoders,
// so it must not run beside a room on the same machine.
GpuCheck checkGpus(bool speed, const std::function<void(const GpuCheckPoint &)> &told);

} // namespace gantry::media
