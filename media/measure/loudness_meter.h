#pragma once
// Loudness of one feed after EBU R 128 / ITU-R BS.1770: momentary (400 ms), short-term (3 s) and integrated (gated), by
// libebur128, and true peak. One thread at a time. Memory does not grow: three seconds of samples, and for the
// integrated value a histogram in place of every block since the show began.

#include "media/frame/sound_view.h"

#include <memory>
#include <optional>
#include <vector>

namespace gantry::media {

class LoudnessMeter
{
public:
    // LUFS; nothing until a window is full, silence is -120.
    struct Reading
    {
        std::optional<double> momentary;
        std::optional<double> shortTerm;
        std::optional<double> integrated; // nothing while all there was lay below the gate of -70 LUFS
        std::optional<double> truePeak;   // dBTP, highest of all channels since the last look (4 x oversampling)
        std::vector<float> truePeaks;     // of each channel, dBTP; empty while nothing came
    };

    LoudnessMeter();
    ~LoudnessMeter();

    // A change of rate or channels empties the windows; the integrated value goes on. Where the layout is unknown, six
    // channels are L R C LFE Ls Rs and further ones do not count.
    void feed(const SoundView &sound);
    Reading take();
    // Everything before is forgotten.
    void reset();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media
