#pragma once
// All measures of what one connection shows and plays, as the decode thread sees it: black, freeze, even field, bars
// five times a second, and fingerprints of every picture (up to 30 a second) and of all sound. Made anew for each
// connection. One thread; the track is shared with whoever compares feeds.
//
// What each can tell when not every picture is decoded (DecodeMode):
//   full, light    everything, as above; fingerprints need full or nearly so and are made of what there is
//   thumbnail      key pictures alone: black, even field and bars by what each of them shows; freeze and the change
//   from
//                  picture to picture are unknown, and so is what another feed has in common with this one

#include "media/feed_sample.h"
#include "media/measure/black_measure.h"
#include "media/measure/field_measure.h"
#include "media/measure/fingerprint_track.h"
#include "media/measure/freeze_measure.h"
#include "media/measure/luma_copier.h"
#include "media/measure/measure_limits.h"
#include "media/measure/sound_fingerprint.h"

#include <memory>
#include <optional>
#include <span>

struct AVFrame;

namespace gantry::media {

class ContentMeasures
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds measureEvery{200};
    static constexpr std::chrono::milliseconds measureSeldomEvery{1000};
    static constexpr std::chrono::milliseconds fingerprintEvery{32}; // 30 a second and fewer: each

    // Empties the track. Without a track no fingerprints are made.
    ContentMeasures(const MeasureLimits &limits, std::shared_ptr<FingerprintTrack> track);

    // From the next picture on only key pictures come, or again all.
    void setSparse(bool sparse);
    // To spare the machine: content once a second, and no fingerprints of pictures.
    void setSeldom(bool seldom);
    // While sparse: the newest key picture is like the one before.
    bool keyPicturesAlike() const;

    // Whether picture() would look at one of this time: of one on a device a copy has to be made for it.
    bool wants(Time arrived) const;
    // A decoded picture and when the unit came that let it out: the order of showing is the order of these times. The
    // content when it was this picture's turn to be measured.
    std::optional<PictureContent> picture(const AVFrame &frame, Time arrived);
    void sound(std::span<const float> interleaved, int channels, int sampleRate, Time arrived);

private:
    bool measures(Time arrived) const;
    bool prints(Time arrived) const;
    void forgetPrints();
    PictureContent measured(const LumaPicture &picture, Time arrived);

    std::shared_ptr<FingerprintTrack> m_track;
    const MeasureLimits m_limits;
    bool m_sparse = false;
    bool m_seldom = false;
    LumaCopier m_copier;
    BlackMeasure m_black;
    FreezeMeasure m_freeze;
    FieldMeasure m_field;
    SoundFingerprinter m_sound;
    std::optional<Time> m_measured;
    std::optional<Time> m_printed;
};

} // namespace gantry::media
