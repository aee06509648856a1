#pragma once
// Sound of any rate and channels as stereo at the device's rate, played a little faster or slower as Pace wants. By
// libswresample. One thread.

#include "media/frame/sound_view.h"

#include <memory>
#include <vector>

namespace gantry::media {

class StereoStretch
{
public:
    explicit StereoStretch(int sampleRate);
    ~StereoStretch();
    StereoStretch(StereoStretch &&other) noexcept;
    StereoStretch &operator=(StereoStretch &&other) noexcept;

    // Appends what comes out of it. False: this cannot be converted, nothing was appended.
    bool convert(const SoundView &sound, double speed, std::vector<float> &stereo);
    // Frames of the device's rate that went in and have not yet come out.
    std::int64_t inside() const;

private:
    bool setUp(const SoundView &sound);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media
