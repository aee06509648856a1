#include "app/command_line/probe_figures.h"

#include "app/command_line/arguments.h"

#include <QJsonArray>

#include <cmath>
#include <functional>
#include <vector>

namespace gantry::command_line {

namespace {

using media::LinkState;
using media::SignalState;
using media::WaitingFor;

QString stateWord(LinkState state)
{
    switch (state) {
    case LinkState::Waiting:
        return QStringLiteral("waiting");
    case LinkState::Connecting:
        return QStringLiteral("connecting");
    case LinkState::Connected:
        return QStringLiteral("connected");
    case LinkState::Failed:
        break;
    }
    return QStringLiteral("failed");
}

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

template <typename Duration>
double inMilliseconds(Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

// The figure of a part that may be missing as a whole.
template <typename Part, typename Read>
auto of(std::optional<Part> ProbeFigures::*part, Read read)
{
    return [part, read](const ProbeFigures &figures) -> QJsonValue {
        return figures.*part ? QJsonValue(read(*(figures.*part))) : QJsonValue();
    };
}

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonArray streams(const media::TransportSample &transport)
{
    QJsonArray array;
    for (const auto &stream : transport.streams)
        array.append(QJsonObject{{QStringLiteral("pid"), stream.pid}, {QStringLiteral("codec"), stream.codec}});
    return array;
}

QJsonArray peaks(const media::AudioLevels &audio)
{
    QJsonArray array;
    for (const float peak : audio.peakDbfs)
        array.append(std::round(double(peak) * 10) / 10);
    return array;
}

struct Figure
{
    const char *key;
    const char *unit;
    const char *meaning;
    std::function<QJsonValue(const ProbeFigures &)> value;
};

const std::vector<Figure> &table()
{
    using F = ProbeFigures;
    static const std::vector<Figure> figures = {
        {"link_state", "", QT_TRANSLATE_NOOP("gantry::command_line", "waiting, connecting, connected or failed"),
         of(&F::link, [](const auto &l) { return stateWord(l.state); })},
        {"link_fault", "", QT_TRANSLATE_NOOP("gantry::command_line", "why it is not connected, in words"),
         of(&F::link, [](const auto &l) { return l.fault ? QJsonValue(l.fault->text()) : QJsonValue(); })},
        {"link_peer", "", QT_TRANSLATE_NOOP("gantry::command_line", "address of the other end"),
         of(&F::link, [](const auto &l) { return l.peer.isEmpty() ? QJsonValue() : QJsonValue(l.peer); })},
        {"link_connections", "", QT_TRANSLATE_NOOP("gantry::command_line", "how often it has connected"),
         of(&F::link, [](const auto &l) { return double(l.connections); })},
        {"link_encrypted", "", QT_TRANSLATE_NOOP("gantry::command_line", "true when the stream is encrypted"),
         of(&F::link, [](const auto &l) { return l.encrypted; })},
        {"link_rtt_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "round-trip time, smoothed"),
         of(&F::link,
            [](const auto &l) { return l.roundTrip ? QJsonValue(inMilliseconds(*l.roundTrip)) : QJsonValue(); })},
        {"link_latency_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "negotiated SRT latency"),
         of(&F::link, [](const auto &l) { return l.latency ? QJsonValue(inMilliseconds(*l.latency)) : QJsonValue(); })},
        {"link_buffer_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "received and waiting for its time"),
         of(&F::link,
            [](const auto &l) { return l.buffered ? QJsonValue(inMilliseconds(*l.buffered)) : QJsonValue(); })},
        {"link_receive_bps", "bit/s", QT_TRANSLATE_NOOP("gantry::command_line", "received over the last second"),
         of(&F::link, [](const auto &l) { return l.receiveRate ? QJsonValue(l.receiveRate->value) : QJsonValue(); })},
        {"link_packets", "", QT_TRANSLATE_NOOP("gantry::command_line", "SRT packets received since it connected"),
         of(&F::link, [](const auto &l) { return double(l.total.received); })},
        {"link_lost", "", QT_TRANSLATE_NOOP("gantry::command_line", "gaps seen; may be repaired"),
         of(&F::link, [](const auto &l) { return double(l.total.lost); })},
        {"link_retransmitted", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets sent again"),
         of(&F::link, [](const auto &l) { return double(l.total.retransmitted); })},
        {"link_belated", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets that came after their time"),
         of(&F::link, [](const auto &l) { return double(l.total.belated); })},
        {"link_dropped", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets given up: what a viewer sees"),
         of(&F::link, [](const auto &l) { return double(l.total.dropped); })},
        {"link_undecrypted", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets that could not be decrypted"),
         of(&F::link, [](const auto &l) { return double(l.total.undecrypted); })},
        {"ts_recognised", "", QT_TRANSLATE_NOOP("gantry::command_line", "true when it is an MPEG transport stream"),
         of(&F::transport, [](const auto &t) { return t.recognised; })},
        {"ts_rate_bps", "bit/s", QT_TRANSLATE_NOOP("gantry::command_line", "transport stream rate"),
         of(&F::transport, [](const auto &t) { return t.rate.value; })},
        {"ts_packets", "", QT_TRANSLATE_NOOP("gantry::command_line", "188-byte packets since it connected"),
         of(&F::transport, [](const auto &t) { return double(t.packets); })},
        {"ts_continuity_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "gaps in the packet counters"),
         of(&F::transport, [](const auto &t) { return double(t.continuityErrors); })},
        {"ts_sync_losses", "", QT_TRANSLATE_NOOP("gantry::command_line", "times the packet grid was lost"),
         of(&F::transport, [](const auto &t) { return double(t.syncLosses); })},
        {"ts_transport_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets marked as damaged"),
         of(&F::transport, [](const auto &t) { return double(t.transportErrors); })},
        {"ts_null_share", "0..1", QT_TRANSLATE_NOOP("gantry::command_line", "stuffing in the last second"),
         of(&F::transport, [](const auto &t) { return t.nullShare; })},
        {"ts_streams", "", QT_TRANSLATE_NOOP("gantry::command_line", "of the first program: list of {pid, codec}"),
         of(&F::transport, streams)},
        {"picture_state", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "live, stalled, no-signal, audio-only or waiting and for what"),
         of(&F::picture, signalWord)},
        {"picture_codec", "", QT_TRANSLATE_NOOP("gantry::command_line", "video codec"),
         of(&F::picture, [](const auto &p) { return p.format ? QJsonValue(p.format->codec) : QJsonValue(); })},
        {"picture_width", "pixels", QT_TRANSLATE_NOOP("gantry::command_line", "width"),
         of(&F::picture, [](const auto &p) { return p.format ? QJsonValue(p.format->size.width()) : QJsonValue(); })},
        {"picture_height", "pixels", QT_TRANSLATE_NOOP("gantry::command_line", "height"),
         of(&F::picture, [](const auto &p) { return p.format ? QJsonValue(p.format->size.height()) : QJsonValue(); })},
        {"picture_fps", "1/s", QT_TRANSLATE_NOOP("gantry::command_line", "pictures a second, as the stream says"),
         of(&F::picture,
            [](const auto &p) {
                return p.format && p.format->framesPerSecond > 0 ? QJsonValue(p.format->framesPerSecond) : QJsonValue();
            })},
        {"picture_age_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "age of the newest picture"),
         of(&F::picture, [](const auto &p) { return p.age ? QJsonValue(inMilliseconds(*p.age)) : QJsonValue(); })},
        {"picture_decoded", "", QT_TRANSLATE_NOOP("gantry::command_line", "pictures decoded since it connected"),
         of(&F::picture, [](const auto &p) { return double(p.decoded); })},
        {"picture_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "decoder errors"),
         of(&F::picture, [](const auto &p) { return double(p.decodeErrors); })},
        {"picture_undecoded", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "packets thrown away because the decoder fell behind"),
         of(&F::picture, [](const auto &p) { return double(p.undecoded); })},
        {"picture_decoder", "", QT_TRANSLATE_NOOP("gantry::command_line", "what decodes it: software, VA-API, CUDA"),
         of(&F::picture, [](const auto &p) { return p.decoder.isEmpty() ? QJsonValue() : QJsonValue(p.decoder); })},
        {"picture_decoder_note", "", QT_TRANSLATE_NOOP("gantry::command_line", "why no faster decoder, in words"),
         of(&F::picture, [](const auto &p) { return orNull(p.decoderNote); })},
        {"audio_present", "", QT_TRANSLATE_NOOP("gantry::command_line", "true when sound decodes"),
         of(&F::audio, [](const auto &a) { return a.present; })},
        {"audio_codec", "", QT_TRANSLATE_NOOP("gantry::command_line", "audio codec"),
         of(&F::audio, [](const auto &a) { return a.codec.isEmpty() ? QJsonValue() : QJsonValue(a.codec); })},
        {"audio_peak_dbfs", "dBFS",
         QT_TRANSLATE_NOOP("gantry::command_line", "sample peak of each channel over the last 0.2 s: a list"),
         of(&F::audio, peaks)},
        {"audio_momentary_lufs", "LUFS", QT_TRANSLATE_NOOP("gantry::command_line", "loudness over 400 ms (EBU R 128)"),
         of(&F::audio, [](const auto &a) { return orNull(a.momentaryLufs); })},
        {"audio_short_term_lufs", "LUFS", QT_TRANSLATE_NOOP("gantry::command_line", "loudness over 3 s (EBU R 128)"),
         of(&F::audio, [](const auto &a) { return orNull(a.shortTermLufs); })},
    };
    return figures;
}

} // namespace

QJsonObject probeObject(const ProbeFigures &figures, double elapsedSeconds)
{
    QJsonObject object{{QStringLiteral("elapsed_s"), std::round(elapsedSeconds * 1000) / 1000}};
    for (const Figure &figure : table())
        object.insert(QLatin1String(figure.key), figure.value(figures));
    return object;
}

QString probeKeysHelp()
{
    const auto line = [](const char *key, const char *unit, const QString &meaning) {
        return QStringLiteral("  %1 %2 %3\n").arg(QLatin1String(key), -22).arg(QLatin1String(unit), -7).arg(meaning);
    };
    QString help = line("elapsed_s", "s", Text::tr("since the probe began"));
    for (const Figure &figure : table())
        help += line(figure.key, figure.unit, Text::tr(figure.meaning));
    return help;
}

} // namespace gantry::command_line
