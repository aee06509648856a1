#include "media/output/stereo_stretch.h"

#include "media/output/stereo_downmix.h"

#include <cmath>

extern "C" {
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

namespace gantry::media {
namespace {

struct Freer
{
    void operator()(SwrContext *converter) const { swr_free(&converter); }
};

} // namespace

struct StereoStretch::Private
{
    int sampleRate = 0;
    std::unique_ptr<SwrContext, Freer> converter;
    int channels = 0;
    int inRate = 0;
    std::uint64_t layout = 0;
};

StereoStretch::StereoStretch(int sampleRate) : d(std::make_unique<Private>())
{
    d->sampleRate = sampleRate;
}

StereoStretch::~StereoStretch() = default;
StereoStretch::StereoStretch(StereoStretch &&) noexcept = default;
StereoStretch &StereoStretch::operator=(StereoStretch &&) noexcept = default;

bool StereoStretch::setUp(const SoundView &sound)
{
    if (d->converter && d->channels == sound.channels && d->inRate == sound.sampleRate && d->layout == sound.layout)
        return true;
    d->channels = sound.channels;
    d->inRate = sound.sampleRate;
    d->layout = sound.layout;
    d->converter.reset();
    // Where channels belong is in our own matrix; libswresample needs to know how many there are.
    AVChannelLayout in{};
    in.order = AV_CHANNEL_ORDER_UNSPEC;
    in.nb_channels = sound.channels;
    AVChannelLayout out{};
    av_channel_layout_default(&out, 2);
    SwrContext *made = nullptr;
    const int result = swr_alloc_set_opts2(&made, &out, AV_SAMPLE_FMT_FLT, d->sampleRate, &in, AV_SAMPLE_FMT_FLT,
                                           sound.sampleRate, 0, nullptr);
    std::unique_ptr<SwrContext, Freer> converter(made);
    if (result < 0)
        return false;
    av_opt_set_int(made, "flags", SWR_FLAG_RESAMPLE, 0); // also at equal rates: the speed changes later
    av_opt_set_int(made, "linear_interp", 1, 0);         // no steps when it does
    const std::vector<StereoGain> gains = stereoDownmix(sound.channels, sound.layout);
    std::vector<double> matrix;
    for (const StereoGain &gain : gains)
        matrix.push_back(gain.left);
    for (const StereoGain &gain : gains)
        matrix.push_back(gain.right);
    if (swr_set_matrix(made, matrix.data(), sound.channels) < 0 || swr_init(made) < 0)
        return false;
    d->converter = std::move(converter);
    return true;
}

bool StereoStretch::convert(const SoundView &sound, double speed, std::vector<float> &stereo)
{
    if (sound.channels < 1 || sound.channels > SoundView::mostChannels || sound.sampleRate < 1 || !setUp(sound))
        return false;
    SwrContext *converter = d->converter.get();
    // Said anew with each block, over a distance that no block reaches: two parts in a million at 48 kHz.
    const int distance = d->sampleRate * 10;
    swr_set_compensation(converter, int(std::lround(distance * (1 / speed - 1))), distance);
    const auto frames = int(sound.frames());
    const int room = swr_get_out_samples(converter, frames);
    if (room < 0)
        return false;
    const std::size_t before = stereo.size();
    stereo.resize(before + std::size_t(room) * 2);
    auto *out = reinterpret_cast<std::uint8_t *>(stereo.data() + before);
    const auto *in = reinterpret_cast<const std::uint8_t *>(sound.interleaved.data());
    const int made = swr_convert(converter, &out, room, &in, frames);
    stereo.resize(before + std::size_t(made > 0 ? made : 0) * 2);
    return made >= 0;
}

std::int64_t StereoStretch::inside() const
{
    return d->converter ? swr_get_delay(d->converter.get(), d->sampleRate) : 0;
}

} // namespace gantry::media
