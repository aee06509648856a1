#include "media/measure/loudness_meter.h"

#include "media/measure/decibels.h"
#include "media/measure/true_peak.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace gantry::media {
namespace {

constexpr int modes = EBUR128_MODE_S | EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM;
constexpr std::chrono::milliseconds momentaryWindow{400};
constexpr std::chrono::milliseconds shortTermWindow{3000};

struct Closer
{
    void operator()(ebur128_state *state) const { ebur128_destroy(&state); }
};

// BS.1770-4, table 4: 1.41 for what comes from the sides, 1 for everything else, nothing for the low frequency channel.
// The back pair of 5.1 is its surround pair; beside a side pair it is a real back.
int weightOf(std::uint64_t where, std::uint64_t layout)
{
    const bool hasSides = (layout & (channel::sideLeft | channel::sideRight)) != 0;
    switch (where) {
    case channel::frontLeft:
        return EBUR128_LEFT;
    case channel::frontRight:
        return EBUR128_RIGHT;
    case channel::frontCentre:
        return EBUR128_CENTER;
    case channel::sideLeft:
        return EBUR128_LEFT_SURROUND;
    case channel::sideRight:
        return EBUR128_RIGHT_SURROUND;
    case channel::backLeft:
        return hasSides ? EBUR128_Mp135 : EBUR128_LEFT_SURROUND;
    case channel::backRight:
        return hasSides ? EBUR128_Mm135 : EBUR128_RIGHT_SURROUND;
    case channel::backCentre:
        return EBUR128_Mp180;
    case 0:
    case channel::lowFrequency:
    case channel::downmixLeft: // a downmix beside its own channels would count them twice
    case channel::downmixRight:
        return EBUR128_UNUSED;
    default:
        return EBUR128_Tp000;
    }
}

} // namespace

struct LoudnessMeter::Private
{
    std::unique_ptr<ebur128_state, Closer> meter;
    int channels = 0;
    int sampleRate = 0;
    std::uint64_t layout = 0;
    std::uint64_t frames = 0; // since the windows were last empty
    TruePeak truePeak;
    bool fresh = false; // something came since the last look

    void setUp(const SoundView &sound)
    {
        if (!meter)
            meter.reset(ebur128_init(unsigned(sound.channels), static_cast<unsigned long>(sound.sampleRate), modes));
        else if (channels != sound.channels || sampleRate != sound.sampleRate)
            ebur128_change_parameters(meter.get(), unsigned(sound.channels),
                                      static_cast<unsigned long>(sound.sampleRate));
        if (channels != sound.channels || sampleRate != sound.sampleRate)
            frames = 0;
        channels = sound.channels;
        sampleRate = sound.sampleRate;
        layout = sound.layout;
        if (meter && layout != 0)
            for (int i = 0; i < channels; ++i)
                ebur128_set_channel(meter.get(), unsigned(i), weightOf(channelAt(layout, i), layout));
    }

    std::optional<double> loudness(int (*measure)(ebur128_state *, double *), std::chrono::milliseconds window) const
    {
        double value = 0;
        const bool enough = frames * 1000 >= std::uint64_t(sampleRate) * std::uint64_t(window.count());
        if (!enough || measure(meter.get(), &value) != EBUR128_SUCCESS)
            return std::nullopt;
        return std::isfinite(value) ? std::max(double(silenceDbfs), value) : double(silenceDbfs);
    }
};

LoudnessMeter::LoudnessMeter() : d(std::make_unique<Private>()) {}
LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::feed(const SoundView &sound)
{
    // The rates that libebur128 takes; beyond them nothing is sold.
    if (sound.sampleRate < 16 || sound.sampleRate > 768000 || sound.frames() == 0)
        return;
    if (!d->meter || d->channels != sound.channels || d->sampleRate != sound.sampleRate || d->layout != sound.layout)
        d->setUp(sound);
    if (!d->meter || ebur128_add_frames_float(d->meter.get(), sound.interleaved.data(), sound.frames()) != 0)
        return;
    d->frames += sound.frames();
    d->fresh = true;
    d->truePeak.feed(sound);
}

LoudnessMeter::Reading LoudnessMeter::take()
{
    Reading reading;
    if (!d->meter || !d->fresh)
        return reading;
    reading.momentary = d->loudness(ebur128_loudness_momentary, momentaryWindow);
    reading.shortTerm = d->loudness(ebur128_loudness_shortterm, shortTermWindow);
    double integrated = 0;
    if (ebur128_loudness_global(d->meter.get(), &integrated) == EBUR128_SUCCESS && std::isfinite(integrated))
        reading.integrated = integrated;
    for (const float peak : d->truePeak.take())
        reading.truePeaks.push_back(decibels(peak));
    if (!reading.truePeaks.empty())
        reading.truePeak = double(std::ranges::max(reading.truePeaks));
    d->fresh = false;
    return reading;
}

void LoudnessMeter::reset()
{
    d = std::make_unique<Private>();
}

} // namespace gantry::media
