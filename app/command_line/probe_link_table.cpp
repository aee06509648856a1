// What a probe prints of the link and its transport stream.

#include "app/command_line/probe_table.h"

#include <QCoreApplication>

namespace gantry::command_line {

namespace {

using media::LinkState;

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

std::optional<double> roundTrips(const media::LinkSample &link)
{
    if (!link.latency || !link.roundTrip || link.roundTrip->count() <= 0)
        return std::nullopt;
    return std::chrono::duration<double>(*link.latency) / std::chrono::duration<double>(*link.roundTrip);
}

QJsonValue programs(const media::TransportSample &transport)
{
    return transport.programs ? json(*transport.programs) : QJsonValue();
}

QJsonArray streams(const media::TransportSample &transport)
{
    QJsonArray array;
    for (const auto &stream : transport.streams) {
        array.append(QJsonObject{{QStringLiteral("pid"), stream.pid},
                                 {QStringLiteral("codec"), stream.codec},
                                 {QStringLiteral("rate_bps"), stream.rate.value}});
    }
    return array;
}

auto error(std::uint64_t media::TransportErrors::*which)
{
    return [which](const media::TransportSample &transport) {
        return transport.errors ? std::optional((*transport.errors).*which) : std::nullopt;
    };
}

} // namespace

std::vector<Figure> linkFigures()
{
    using F = ProbeFigures;
    return {
        {"link_state", "", QT_TRANSLATE_NOOP("gantry::command_line", "waiting, connecting, connected or failed"),
         of(&F::link, [](const auto &l) { return stateWord(l.state); })},
        {"link_fault", "", QT_TRANSLATE_NOOP("gantry::command_line", "why it is not connected, in words"),
         of(&F::link, [](const auto &l) { return l.fault ? l.fault->text() : QString(); })},
        {"link_carrier", "", QT_TRANSLATE_NOOP("gantry::command_line", "what carries the feed when it is not SRT"),
         of(&F::link, [](const auto &l) { return l.carrier; })},
        {"link_peer", "", QT_TRANSLATE_NOOP("gantry::command_line", "address of the other end"),
         of(&F::link, [](const auto &l) { return l.peer; })},
        {"link_connections", "", QT_TRANSLATE_NOOP("gantry::command_line", "how often it has connected"),
         of(&F::link, [](const auto &l) { return l.connections; })},
        {"link_turned_away", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "somebody else who called and was refused, in words"),
         of(&F::link, [](const auto &l) { return l.turnedAway ? l.turnedAway->text() : QString(); })},
        {"link_encrypted", "", QT_TRANSLATE_NOOP("gantry::command_line", "true when the stream is encrypted"),
         of(&F::link, [](const auto &l) { return l.encrypted; })},
        {"link_key_bits", "bit", QT_TRANSLATE_NOOP("gantry::command_line", "length of the key: 128, 192 or 256"),
         of(&F::link, [](const auto &l) { return l.keyBits; })},
        {"link_stream_id", "", QT_TRANSLATE_NOOP("gantry::command_line", "what the caller asked for"),
         of(&F::link, [](const auto &l) { return l.streamId; })},
        {"link_filter", "", QT_TRANSLATE_NOOP("gantry::command_line", "the packet filter in force (FEC)"),
         of(&F::link, [](const auto &l) { return l.filter; })},
        {"link_rebuilt", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "packets that the filter restored in the last second"),
         of(&F::link, [](const auto &l) { return l.rebuilt; })},
        {"link_rtt_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "round-trip time, smoothed"),
         of(&F::link, [](const auto &l) { return l.roundTrip; })},
        {"link_latency_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "negotiated SRT latency"),
         of(&F::link, [](const auto &l) { return l.latency; })},
        {"link_peer_latency_ms", "ms",
         QT_TRANSLATE_NOOP("gantry::command_line", "negotiated latency of the other direction"),
         of(&F::link, [](const auto &l) { return l.peerLatency; })},
        {"link_latency_per_rtt", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "latency divided by the round-trip time"),
         of(&F::link, [](const auto &l) { return roundTrips(l); })},
        {"link_buffer_ms", "ms", QT_TRANSLATE_NOOP("gantry::command_line", "received and waiting for its time"),
         of(&F::link, [](const auto &l) { return l.buffered; })},
        {"link_receive_bps", "bit/s", QT_TRANSLATE_NOOP("gantry::command_line", "received over the last second"),
         of(&F::link, [](const auto &l) { return l.receiveRate; })},
        {"link_packets", "", QT_TRANSLATE_NOOP("gantry::command_line", "SRT packets received since it connected"),
         of(&F::link, [](const auto &l) { return l.total.received; })},
        {"link_lost", "", QT_TRANSLATE_NOOP("gantry::command_line", "gaps seen; may be repaired"),
         of(&F::link, [](const auto &l) { return l.total.lost; })},
        {"link_retransmitted", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets sent again"),
         of(&F::link, [](const auto &l) { return l.total.retransmitted; })},
        {"link_belated", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets that came after their time"),
         of(&F::link, [](const auto &l) { return l.total.belated; })},
        {"link_dropped", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets given up: what a viewer sees"),
         of(&F::link, [](const auto &l) { return l.total.dropped; })},
        {"link_undecrypted", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets that could not be decrypted"),
         of(&F::link, [](const auto &l) { return l.total.undecrypted; })},
    };
}

std::vector<Figure> transportFigures()
{
    using F = ProbeFigures;
    return {
        {"ts_recognised", "", QT_TRANSLATE_NOOP("gantry::command_line", "true when it is an MPEG transport stream"),
         of(&F::transport, [](const auto &t) { return t.recognised; })},
        {"ts_rate_bps", "bit/s", QT_TRANSLATE_NOOP("gantry::command_line", "transport stream rate"),
         of(&F::transport, [](const auto &t) { return t.rate; })},
        {"ts_packets", "", QT_TRANSLATE_NOOP("gantry::command_line", "188-byte packets since it connected"),
         of(&F::transport, [](const auto &t) { return t.packets; })},
        {"ts_programs", "", QT_TRANSLATE_NOOP("gantry::command_line", "numbers of the programs in the stream: a list"),
         of(&F::transport, [](const auto &t) { return programs(t); })},
        {"ts_program", "", QT_TRANSLATE_NOOP("gantry::command_line", "the program that is shown"),
         of(&F::transport, [](const auto &t) { return t.program; })},
        {"ts_streams", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "of that program: a list of {pid, codec, rate_bps}"),
         of(&F::transport, [](const auto &t) { return streams(t); })},
        {"ts_null_share", "0..1", QT_TRANSLATE_NOOP("gantry::command_line", "stuffing in the last second"),
         of(&F::transport, [](const auto &t) { return t.nullShare; })},
        {"ts_continuity_errors", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "gaps in the packet counters (TR 101 290, 1.4)"),
         of(&F::transport, [](const auto &t) { return t.continuityErrors; })},
        {"ts_sync_losses", "", QT_TRANSLATE_NOOP("gantry::command_line", "times the packet grid was lost (1.1)"),
         of(&F::transport, [](const auto &t) { return t.syncLosses; })},
        {"ts_transport_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets marked as damaged (2.1)"),
         of(&F::transport, [](const auto &t) { return t.transportErrors; })},
        {"ts_sync_byte_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "packets without their sync byte (1.2)"),
         of(&F::transport, error(&media::TransportErrors::syncByte))},
        {"ts_pat_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "PAT missing for 0.5 s or damaged (1.3)"),
         of(&F::transport, error(&media::TransportErrors::pat))},
        {"ts_pmt_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "PMT missing for 0.5 s (1.5)"),
         of(&F::transport, error(&media::TransportErrors::pmt))},
        {"ts_pid_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "a stream missing for 5 s (1.6)"),
         of(&F::transport, error(&media::TransportErrors::pid))},
        {"ts_crc_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "tables whose check sum does not hold (2.2)"),
         of(&F::transport, error(&media::TransportErrors::crc))},
        {"ts_pcr_repetition_errors", "",
         QT_TRANSLATE_NOOP("gantry::command_line", "more than 100 ms between two PCRs (2.3a)"),
         of(&F::transport, error(&media::TransportErrors::pcrRepetition))},
        {"ts_pcr_discontinuities", "", QT_TRANSLATE_NOOP("gantry::command_line", "unannounced jumps of the PCR (2.3b)"),
         of(&F::transport, error(&media::TransportErrors::pcrDiscontinuity))},
        {"ts_pcr_accuracy_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "PCRs off by more than 500 ns (2.4)"),
         of(&F::transport, error(&media::TransportErrors::pcrAccuracy))},
        {"ts_pts_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "more than 700 ms between two PTS (2.5)"),
         of(&F::transport, error(&media::TransportErrors::pts))},
        {"ts_cat_errors", "", QT_TRANSLATE_NOOP("gantry::command_line", "scrambled packets without a CAT (2.6)"),
         of(&F::transport, error(&media::TransportErrors::cat))},
        {"ts_pcr_jitter_ms", "ms",
         QT_TRANSLATE_NOOP("gantry::command_line", "largest in the last second: PCR against arrival"),
         of(&F::transport, [](const auto &t) { return t.pcrJitter; })},
    };
}

} // namespace gantry::command_line
