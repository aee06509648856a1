// What a probe prints of the picture and the sound.

#include "app/command_line/probe_table.h"

#include <QCoreApplication>

namespace gantry::command_line {

namespace {

using media::SignalState;
using media::WaitingFor;
using C = media::PictureContent;
using S = media::SoundFaults;

QString signalWord(const media::PictureState &picture)
{
    switch (picture.signal) {
    case SignalState::Live:
        return QStringLiteral("live");
    case SignalState::Stalled:
        return QStringLiteral("stalled");
    case SignalState::NoSignal:
        return QStringLiteral("no-signal");
    case SignalState::AudioOnly:
        return QStringLiteral("audio-only");
    case SignalState::Waiting:
        break;
    }
    switch (picture.waitingFor) {
    case WaitingFor::KeyPicture:
        return QStringLiteral("waiting-for-key-picture");
    case WaitingFor::TransportStream:
        return QStringLiteral("waiting-for-transport-stream");
    case WaitingFor::Connection:
    case WaitingFor::Nothing:
        break;
    }
    return QStringLiteral("waiting");
}

template <typename Read>
auto format(Read read)
{
    return [read](const media::PictureState &picture) {
        return picture.format ? json(read(*picture.format)) : QJsonValue();
    };
}

template <typename T>
auto content(T C::*which)
{
    return [which](const media::PictureState &picture) {
        return picture.content ? std::optional((*picture.content).*which) : std::nullopt;
    };
}

template <typename T>
auto fault(T S::*which)
{
    return [which](const media::AudioLevels &audio) {
        return audio.faults ? std::optional((*audio.faults).*which) : std::nullopt;
    };
}

} // namespace

std::vector<Figure> pictureFigures()
{
    using F = ProbeFigures;
    return {
        {"picture_state", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "live, stalled, no-signal, audio-only or waiting and for what"),
         of(&F::picture, [](const auto &p) { return signalWord(p); })},
        {"picture_codec", "", QT_TRANSLATE_NOOP("gantry::command_line", "video codec"),
         of(&F::picture, [](const auto &p) { return p.format ? p.format->codec : QString(); })},
        {"picture_width", "pixels", QT_TRANSLATE_NOOP("gantry::command_line", "width"),
         of(&F::picture, format([](const auto &f) { return f.size.width(); }))},
        {"picture_height", "pixels", QT_TRANSLATE_NOOP("gantry::command_line", "height"),
         of(&F::picture, format([](const auto &f) { return f.size.height(); }))},
        {"picture_fps", "1/s", QT_TRANSLATE_NOOP("gantry::command_line", "pictures a second, as the stream says"),
         of(&F::picture,
            [](const auto &p) {
                return p.format && p.format->framesPerSecond > 0 ? std::optional(p.format->framesPerSecond)
                                                                 : std::nullopt;
            })},
        {"picture_bit_depth", "bit", QT_TRANSLATE_NOOP("gantry::command_line", "bits of a sample"),
         of(&F::picture, format([](const auto &f) { return f.bitDepth; }))},
        {"picture_chroma", "", QT_TRANSLATE_NOOP("gantry::command_line", "how colour is sampled: 4:2:0"),
         of(&F::picture, format([](const auto &f) { return f.chroma; }))},
        {"picture_colour", "", QT_TRANSLATE_NOOP("gantry::command_line", "colour space, transfer and range"),
         of(&F::picture, format([](const auto &f) { return f.colour; }))},
        {"picture_interlaced", "", QT_TRANSLATE_NOOP("gantry::command_line", "true when it is interlaced"),
         of(&F::picture, format([](const auto &f) { return f.interlaced; }))},
        {"picture_decoder", "", QT_TRANSLATE_NOOP("gantry::command_line", "what decodes it"),
         of(&F::picture, [](const auto &p) { return p.decoder; })},
        {"picture_decoder_note", "", QT_TRANSLATE_NOOP("gantry::command_line", "why no faster one, in words"),
         of(&F::picture, [](const auto &p) { return p.decoderNote; })},
        {"picture_age_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "age of the newest picture"),
         of(&F::picture, [](const auto &p) { return p.age; })},
        {"picture_decoded", "", QT_TRANSLATE_NOOP("gantry::command_line", "pictures decoded since it connected"),
         of(&F::picture, [](const auto &p) { return p.decoded; })},
        {"picture_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "decoder errors"),
         of(&F::picture, [](const auto &p) { return p.decodeErrors; })},
        {"picture_undecoded", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "packets thrown away because the decoder fell behind"),
         of(&F::picture, [](const auto &p) { return p.undecoded; })},
        {"picture_dark_share", "0..1", QT_TRANSLATE_NOOP("gantry::command_line", "pixels below the black limit"),
         of(&F::picture, content(&C::darkShare))},
        {"picture_change_db", "dB",
         QT_TRANSLATE_NOOP("gantry::command_line", "difference to the picture before, 0 is full scale"),
         of(&F::picture, content(&C::change))},
        {"picture_black_ms", "ms",
         QT_TRANSLATE_NOOP("gantry::command_line", "for how long it has been black; 0: it is not"),
         of(&F::picture, content(&C::black))},
        {"picture_frozen_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "for how long it has not moved"),
         of(&F::picture, content(&C::frozen))},
        {"picture_flat_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "for how long it has been one even field"),
         of(&F::picture, content(&C::flat))},
        {"picture_bars_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "for how long it has been colour bars"),
         of(&F::picture, content(&C::bars))},
    };
}

std::vector<Figure> audioFigures()
{
    using F = ProbeFigures;
    return {
        {"audio_present", "", QT_TRANSLATE_NOOP("gantry::command_line", "true when sound decodes"),
         of(&F::audio, [](const auto &a) { return a.present; })},
        {"audio_codec", "", QT_TRANSLATE_NOOP("gantry::command_line", "audio codec"),
         of(&F::audio, [](const auto &a) { return a.codec; })},
        {"audio_track", "", QT_TRANSLATE_NOOP("gantry::command_line", "which of the sound tracks, from 1"),
         of(&F::audio, [](const auto &a) { return a.track; })},
        {"audio_tracks", "", QT_TRANSLATE_NOOP("gantry::command_line", "of how many"),
         of(&F::audio, [](const auto &a) { return a.tracks; })},
        {"audio_peak_dbfs", "dBFS",
         QT_TRANSLATE_NOOP("gantry::command_line", "sample peak of each channel over the last 0.2 s: a list"),
         of(&F::audio, [](const auto &a) { return a.peakDbfs; })},
        {"audio_quasi_peak_dbfs", "dBFS",
         QT_TRANSLATE_NOOP("gantry::command_line", "of each channel, with the ballistics of a PPM type I: a list"),
         of(&F::audio, [](const auto &a) { return a.quasiPeakDbfs; })},
        {"audio_true_peak_dbtp", "dBTP",
         QT_TRANSLATE_NOOP("gantry::command_line", "highest true peak over the last 0.2 s (BS.1770)"),
         of(&F::audio, [](const auto &a) { return a.truePeakDbtp; })},
        {"audio_true_peaks_dbtp", "dBTP", QT_TRANSLATE_NOOP("gantry::command_line", "the same of each channel: a list"),
         of(&F::audio, [](const auto &a) { return a.truePeaksDbtp; })},
        {"audio_momentary_lufs", "LUFS", QT_TRANSLATE_NOOP("gantry::command_line", "loudness over 400 ms (EBU R 128)"),
         of(&F::audio, [](const auto &a) { return a.momentaryLufs; })},
        {"audio_short_term_lufs", "LUFS", QT_TRANSLATE_NOOP("gantry::command_line", "loudness over 3 s (EBU R 128)"),
         of(&F::audio, [](const auto &a) { return a.shortTermLufs; })},
        {"audio_integrated_lufs", "LUFS",
         QT_TRANSLATE_NOOP("gantry::command_line", "loudness since it connected, gated (EBU R 128)"),
         of(&F::audio, [](const auto &a) { return a.integratedLufs; })},
        {"audio_phase", "-1..1", QT_TRANSLATE_NOOP("gantry::command_line", "correlation of the first two channels"),
         of(&F::audio, [](const auto &a) { return a.phase; })},
        {"audio_silent_ms", "ms",
         QT_TRANSLATE_NOOP("gantry::command_line", "for how long every channel has been silent; 0: it is not"),
         of(&F::audio, fault(&S::silent))},
        {"audio_channel_dead_ms", "ms",
         QT_TRANSLATE_NOOP("gantry::command_line", "for how long one channel has been silent, others not"),
         of(&F::audio, fault(&S::channelDead))},
        {"audio_dead_channel", "", QT_TRANSLATE_NOOP("gantry::command_line", "which, from 1; 0: none"),
         of(&F::audio, fault(&S::deadChannel))},
        {"audio_out_of_phase_ms", "ms",
         QT_TRANSLATE_NOOP("gantry::command_line", "for how long the first two channels have cancelled each other"),
         of(&F::audio, fault(&S::outOfPhase))},
        {"audio_clipped_share", "0..1",
         QT_TRANSLATE_NOOP("gantry::command_line", "samples at full scale in the last 10 s"),
         of(&F::audio, fault(&S::clippedShare))},
        {"audio_early_ms", "ms",
         QT_TRANSLATE_NOOP("gantry::command_line", "how much sooner sound comes than its picture"),
         of(&F::audio, [](const auto &a) { return a.soundEarly; })},
    };
}

} // namespace gantry::command_line
