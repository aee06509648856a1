// What measuring sound costs, each measure alone and all together, against decoding the same AAC.

#include "media/decode/audio_decoder.h"
#include "media/decode/demuxer.h"
#include "media/decode/sound_frames.h"
#include "media/decode/stream_codec.h"
#include "media/measure/sound_measures.h"
#include "media/measure/true_peak.h"
#include "media/output/ts_encoder.h"

#include <QElapsedTimer>

#include <ebur128.h>

#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

using namespace gantry::media;

namespace {

constexpr int frames = TsEncoder::sampleRate * 60; // one minute
constexpr int block = 1024;
constexpr int rounds = 5; // the best counts

std::vector<float> programme(int channels)
{
    std::vector<float> samples;
    samples.reserve(std::size_t(frames * channels));
    unsigned noise = 1;
    for (int i = 0; i < frames; ++i) {
        for (int channel = 0; channel < channels; ++channel) {
            noise = noise * 1664525 + 1013904223;
            const double hiss = double(noise >> 8) / double(1 << 24) - 0.5;
            const double tone = std::sin(2 * std::numbers::pi * (300 + 40 * channel) * i / TsEncoder::sampleRate);
            samples.push_back(float(0.3 * tone + 0.1 * hiss));
        }
    }
    return samples;
}

// Nanoseconds a frame (one sample of every channel).
template <typename Work>
double best(Work work)
{
    double shortest = 1e18;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        shortest = std::min(shortest, double(timer.nsecsElapsed()) / frames);
    }
    return shortest;
}

template <typename Measure>
double measuring(const std::vector<float> &samples, int channels, Measure measure)
{
    return best([&] {
        for (std::size_t at = 0; at < samples.size(); at += std::size_t(block * channels)) {
            SoundView view;
            view.interleaved =
                std::span(samples).subspan(at, std::min(std::size_t(block * channels), samples.size() - at));
            view.channels = channels;
            view.sampleRate = TsEncoder::sampleRate;
            view.stamp = std::chrono::microseconds(at);
            measure(view);
        }
    });
}

// What it takes to decode a minute of stereo AAC, without the transport stream round it.
double decoding()
{
    std::vector<std::byte> bytes;
    TsEncoder::Settings settings;
    settings.video = false;
    settings.size = {16, 16};
    auto encoder = TsEncoder::open(settings, [&](std::span<const std::byte> packets) {
        bytes.insert(bytes.end(), packets.begin(), packets.end());
    });
    if (!encoder)
        return 0;
    const std::vector<float> samples = programme(2);
    const int size = (*encoder)->audioBlock();
    std::vector<float> left(std::size_t(size), 0.0F);
    std::vector<float> right = left;
    for (int at = 0; at + size <= frames; at += size) {
        for (int i = 0; i < size; ++i) {
            left[std::size_t(i)] = samples[std::size_t(2 * (at + i))];
            right[std::size_t(i)] = samples[std::size_t(2 * (at + i) + 1)];
        }
        (*encoder)->audio(left, right, at);
    }
    encoder->reset();
    std::vector<MediaUnit> units;
    Demuxer demuxer({}, [&](MediaUnit unit) { units.push_back(std::move(unit)); });
    demuxer.feed(bytes, {});
    demuxer.finish();
    double nanoseconds = 1e18;
    for (int i = 0; i < rounds && !units.empty(); ++i) {
        SoundFrames framing(units.front().stream.codec);
        const auto decoder = AudioDecoder::open(*parametersOf(units.front().stream), 1.0 / 90000);
        qint64 spent = 0;
        for (const MediaUnit &unit : units) {
            framing.feed(unit, [&](const AVPacket &packet, auto) {
                QElapsedTimer timer;
                timer.start();
                (*decoder)->decode(packet, [](const SoundView &) {});
                spent += timer.nsecsElapsed();
            });
        }
        nanoseconds = std::min(nanoseconds, double(spent) / frames);
    }
    return nanoseconds;
}

} // namespace

int main()
{
    const double decode = decoding();
    std::printf("%-34s %8.1f ns a frame   1.00\n", "decoding stereo AAC", decode);
    const auto say = [&](const char *name, double nanoseconds) {
        std::printf("%-34s %8.1f ns a frame   %.2f x decoding stereo AAC\n", name, nanoseconds, nanoseconds / decode);
    };
    const std::vector<float> stereo = programme(2);
    SamplePeaks peaks;
    say("sample peaks", measuring(stereo, 2, [&](const SoundView &view) { peaks.feed(view); }));
    TruePeak peak;
    const double ours = measuring(stereo, 2, [&](const SoundView &view) { peak.feed(view); });
    say("true peak", ours);
    // It cannot read peaks without weighting for loudness; that is taken off.
    const auto peerTakes = [&](int mode) {
        ebur128_state *peer = ebur128_init(2, TsEncoder::sampleRate, mode);
        const double nanoseconds = measuring(stereo, 2, [&](const SoundView &view) {
            ebur128_add_frames_float(peer, view.interleaved.data(), view.frames());
        });
        ebur128_destroy(&peer);
        return nanoseconds;
    };
    const double theirs = peerTakes(EBUR128_MODE_M | EBUR128_MODE_TRUE_PEAK) - peerTakes(EBUR128_MODE_M);
    std::printf("%-34s %8.1f ns a frame   ours takes %.2f of it\n", "true peak by libebur128", theirs, ours / theirs);
    LoudnessMeter loudness;
    say("loudness M S I and true peak", measuring(stereo, 2, [&](const SoundView &view) { loudness.feed(view); }));
    QuasiPeak needle;
    say("PPM type I", measuring(stereo, 2, [&](const SoundView &view) { needle.feed(view); }));
    PhaseMeter phase(-0.5, -60);
    say("phase", measuring(stereo, 2, [&](const SoundView &view) { phase.feed(view); }));
    ClipMeter clipping;
    say("clipping", measuring(stereo, 2, [&](const SoundView &view) { clipping.feed(view); }));
    SoundMeasures all;
    const double together = measuring(stereo, 2, [&](const SoundView &view) { all.feed(view, {}); });
    say("everything, stereo", together);
    SoundMeasures surround;
    say("everything, 5.1", measuring(programme(6), 6, [&](const SoundView &view) { surround.feed(view, {}); }));
    FeedSettings unmeasured;
    unmeasured.measured = false;
    SoundMeasures least(unmeasured);
    say("not measured, stereo", measuring(stereo, 2, [&](const SoundView &view) { least.feed(view, {}); }));
    std::printf("share of a core for everything on one stereo feed: %.2f %%\n",
                together * TsEncoder::sampleRate / 1e9 * 100);
    return 0;
}
