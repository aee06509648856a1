#pragma once
// Which value of a payload stands in which column, said once for naming, writing and reading. `Row` is one of the three
// visitors of record_codec.cpp: row(column, value) for one column, row.group(optional, describe) for an optional part
// whose first column is NULL when it is not there, and row.later(column, value) for a column that earlier versions of
// the file had not: NULL leaves the value as it is in a new payload.

#include "app/session/record.h"

#include <concepts>
#include <type_traits>

namespace gantry::columns {

// T, or const T: reading fills a payload, writing only looks at it.
template <typename T, typename Payload>
concept Of = std::same_as<std::remove_const_t<T>, Payload>;

inline constexpr auto mediaFault = [](auto &row, auto &error) {
    row("fault_kind", error.kind);
    row("fault_tried", error.tried);
    row("fault_subject", error.subject);
    row("fault_advice", error.advice);
};

inline constexpr auto turnedAway = [](auto &row, auto &error) {
    row("turned_away_kind", error.kind);
    row("turned_away_tried", error.tried);
    row("turned_away_subject", error.subject);
    row("turned_away_advice", error.advice);
};

inline constexpr auto transportErrors = [](auto &row, auto &errors) {
    row("sync_byte_errors", errors.syncByte);
    row("pat_errors", errors.pat);
    row("pmt_errors", errors.pmt);
    row("pid_errors", errors.pid);
    row("crc_errors", errors.crc);
    row("pcr_repetition_errors", errors.pcrRepetition);
    row("pcr_discontinuity_errors", errors.pcrDiscontinuity);
    row("pcr_accuracy_errors", errors.pcrAccuracy);
    row("pts_errors", errors.pts);
    row("cat_errors", errors.cat);
};

inline constexpr auto pictureContent = [](auto &row, auto &content) {
    row("dark_share", content.darkShare);
    row("change_db", content.change);
    row("black_ms", content.black);
    row("frozen_ms", content.frozen);
    row("flat_ms", content.flat);
    row("bars_ms", content.bars);
};

inline constexpr auto soundFaults = [](auto &row, auto &faults) {
    row("silent_ms", faults.silent);
    row("channel_dead_ms", faults.channelDead);
    row("dead_channel", faults.deadChannel);
    row("out_of_phase_ms", faults.outOfPhase);
    row("clipped_share", faults.clippedShare);
};

inline constexpr auto cloudFailure = [](auto &row, auto &error) {
    row("failure_kind", error.kind);
    row("failure_tried", error.tried);
    row("failure_subject", error.subject);
    row("failure_advice", error.advice);
    row("failure_detail", error.detail);
    row("failure_http_status", error.httpStatus);
    row("failure_retry_after_s", error.retryAfterSeconds);
};

inline constexpr auto planStep = [](auto &row, auto &step) {
    row("step", step.kind);
    row("step_from", step.from);
    row("step_to", step.to);
    row("step_because", step.because);
    row("step_utc_us", step.at.utc);
    row("step_elapsed_us", step.at.elapsed);
};

inline constexpr auto planWitness = [](auto &row, auto &witness) {
    row("witness_fitness", witness.fitness);
    row("witness_fault", witness.fault);
    row("witness_since_us", witness.since);
};

template <typename Row>
void describe(Row &row, Of<LinkRecord> auto &link)
{
    auto &sample = link.sample;
    row("feed", link.feed.text);
    row("state", sample.state);
    row.group(sample.fault, mediaFault);
    row("peer", sample.peer);
    row("in_state_ms", sample.inState);
    row("connections", sample.connections);
    row("round_trip_us", sample.roundTrip);
    row("latency_ms", sample.latency);
    row("buffered_ms", sample.buffered);
    row("receive_bps", sample.receiveRate);
    row("received", sample.interval.received);
    row("lost", sample.interval.lost);
    row("retransmitted", sample.interval.retransmitted);
    row("belated", sample.interval.belated);
    row("dropped", sample.interval.dropped);
    row("undecrypted", sample.interval.undecrypted);
    row("total_received", sample.total.received);
    row("total_lost", sample.total.lost);
    row("total_retransmitted", sample.total.retransmitted);
    row("total_belated", sample.total.belated);
    row("total_dropped", sample.total.dropped);
    row("total_undecrypted", sample.total.undecrypted);
    row("encrypted", sample.encrypted);
    row("carrier", sample.carrier);
    row.group(sample.turnedAway, turnedAway);
    row("peer_latency_ms", sample.peerLatency);
    row("key_bits", sample.keyBits);
    row("stream_id", sample.streamId);
    row("filter", sample.filter);
    row("rebuilt", sample.rebuilt);
}

template <typename Row>
void describe(Row &row, Of<TransportRecord> auto &transport)
{
    auto &sample = transport.sample;
    row("feed", transport.feed.text);
    row("rate_bps", sample.rate);
    row("packets", sample.packets);
    row("continuity_errors", sample.continuityErrors);
    row("sync_losses", sample.syncLosses);
    row("transport_errors", sample.transportErrors);
    row("null_share", sample.nullShare);
    row("recognised", sample.recognised);
    row("streams", sample.streams);
    row("programs", sample.programs);
    row("program", sample.program);
    row.group(sample.errors, transportErrors);
    row("pcr_jitter_us", sample.pcrJitter);
}

template <typename Row>
void describe(Row &row, Of<PictureRecord> auto &picture)
{
    auto &state = picture.state;
    row("feed", picture.feed.text);
    row("signal", state.signal);
    row("waiting_for", state.waitingFor);
    row("in_state_ms", state.inState);
    row.group(state.format, [](auto &part, auto &format) {
        part("codec", format.codec);
        part.size("width", "height", format.size);
        part("fps", format.framesPerSecond);
        part("bit_depth", format.bitDepth);
        part("chroma", format.chroma);
        part("colour", format.colour);
        part("interlaced", format.interlaced);
    });
    row("age_ms", state.age);
    row("decoded", state.decoded);
    row("unseen", state.unseen);
    row("decode_errors", state.decodeErrors);
    row("undecoded", state.undecoded);
    row("decoder", state.decoder);
    row("decoder_note", state.decoderNote);
    row.group(state.content, pictureContent);
    row("decoding", state.decoding);
}

template <typename Row>
void describe(Row &row, Of<AudioRecord> auto &audio)
{
    auto &levels = audio.levels;
    row("feed", audio.feed.text);
    row("present", levels.present);
    row("codec", levels.codec);
    row("peaks_dbfs", levels.peakDbfs);
    row("momentary_lufs", levels.momentaryLufs);
    row("short_term_lufs", levels.shortTermLufs);
    row("integrated_lufs", levels.integratedLufs);
    row("true_peak_dbtp", levels.truePeakDbtp);
    row("true_peaks_dbtp", levels.truePeaksDbtp);
    row("quasi_peaks_dbfs", levels.quasiPeakDbfs);
    row("phase", levels.phase);
    row.group(levels.faults, soundFaults);
    row("sound_early_ms", levels.soundEarly);
    row("track", levels.track);
    row("tracks", levels.tracks);
}

template <typename Row>
void describe(Row &row, Of<CueRecord> auto &record)
{
    auto &cue = record.cue;
    row("feed", record.feed.text);
    row("command", cue.command);
    row("pid", cue.pid);
    row("event_id", cue.eventId);
    row("out", cue.out);
    row("cancelled", cue.cancelled);
    row("immediate", cue.immediate);
    row("until_splice_ms", cue.untilSplice);
    row("duration_ms", cue.duration);
    row("segmentation", cue.segmentation);
    row("section", cue.section);
}

template <typename Row>
void describe(Row &row, Of<MatchRecord> auto &match)
{
    auto &sample = match.sample;
    row("pair", match.pair.text);
    row("picture", sample.picture);
    row("sound", sample.sound);
    row("picture_behind_ms", sample.pictureBehind);
    row("sound_behind_ms", sample.soundBehind);
}

template <typename Row>
void describe(Row &row, Of<ProgramRecord> auto &program)
{
    row("encoder", program.encoder.text);
    row("feed", program.feed.text);
    row("program", program.program);
    row("picture", program.picture);
    row("sound", program.sound);
    row("behind_ms", program.behind);
}

template <typename Row>
void describe(Row &row, Of<TallyRecord> auto &tally)
{
    row("feed", tally.feed.text);
    row("tally", tally.tally);
    row("basis", tally.basis);
}

template <typename Row>
void describe(Row &row, Of<EncoderRecord> auto &encoder)
{
    auto &sample = encoder.sample;
    row("encoder", encoder.encoder.text);
    row.group(sample.failure, cloudFailure);
    row("state", sample.state);
    row("provider_state", sample.providerState);
    row("pipelines_running", sample.pipelinesRunning);
    row("pipelines_expected", sample.pipelinesExpected);
    row("pipelines", sample.pipelines);
    row("inputs", sample.inputs);
    row("alerts", sample.alerts);
    row("round_trip_ms", sample.roundTrip);
    row("provider_utc_ms", sample.providerTime);
    row("input_bps", sample.figures.inputRate);
    row("output_bps", sample.figures.outputRate);
    row("input_fps", sample.figures.inputFrameRate);
    row("dropped_frames", sample.figures.droppedFrames);
    row("fill_ms", sample.figures.fill);
    row("input_loss_ms", sample.figures.inputLoss);
    row("measured_utc_ms", sample.figures.measured);
    row("pipelines_locked", sample.pipelinesLocked);
    row("receives", sample.receives);
    row.later("input_health", sample.inputHealth);
    row("switch_delay_ms", sample.switchDelay);
    row("preferred_input", sample.preferredInput);
    row("planned", sample.planned);
    row.later("jobs", sample.jobs);
    row.later("obstacles", sample.obstacles);
    row.later("details", sample.details);
    row("poll_interval_ms", sample.pollInterval);
    row("credentials_utc_ms", sample.credentialsExpire);
}

template <typename Row>
void describe(Row &row, Of<AudienceRecord> auto &audience)
{
    auto &sample = audience.sample;
    row("audience", audience.audience.text);
    row.group(sample.failure, cloudFailure);
    row("viewers", sample.viewers);
    row("rebuffering", sample.rebuffering);
    row("rebuffering_formula", sample.rebufferingFormula);
    row("provider_utc_ms", sample.providerTime);
    row("round_trip_ms", sample.roundTrip);
}

template <typename Row>
void describe(Row &row, Of<AlarmRecord> auto &record)
{
    auto &alarm = record.alarm;
    row("key", alarm.key);
    row("place", alarm.where);
    row("what", alarm.what);
    row("advice", alarm.advice);
    row("priority", alarm.priority);
    row("state", alarm.state);
    row("raised_utc_us", alarm.raised.utc);
    row("raised_elapsed_us", alarm.raised.elapsed);
    row.group(alarm.returned, [](auto &part, auto &returned) {
        part("returned_utc_us", returned.utc);
        part("returned_elapsed_us", returned.elapsed);
    });
    row("acknowledged_by", alarm.acknowledgedBy);
    row("occurrences", alarm.occurrences);
}

template <typename Row>
void describe(Row &row, Of<CommandRecord> auto &command)
{
    row("id", command.id.text);
    row("encoder", command.encoder.text);
    row("verb", command.verb);
    row("input", command.input);
    row("actor", command.actor);
    row("reason", command.reason);
    row("step", command.step);
    row("detail", command.detail);
    row.later("pipeline", command.pipeline);
    row("at_utc_ms", command.at);
    row("until_utc_ms", command.until);
}

template <typename Row>
void describe(Row &row, Of<PlanRecord> auto &plan)
{
    row("plan", plan.plan.text);
    row("encoder", plan.encoder.text);
    row("change", plan.change);
    row("mode", plan.mode);
    row("actor", plan.actor);
    row("reason", plan.reason);
    row.group(plan.step, planStep);
    row("stands", plan.stands);
    row("command", plan.command.text);
    row("pause", plan.pause);
    row("pause_until_us", plan.pauseUntil);
    row("active", plan.active);
    row("sources", plan.sources);
    row.group(plan.witness, planWitness);
    row("trips", plan.trips);
}

template <typename Row>
void describe(Row &row, Of<StillRecord> auto &still)
{
    row("feed", still.feed.text);
    row.size("width", "height", still.size);
    row("jpeg", still.jpeg);
}

template <typename Row>
void describe(Row &row, Of<LogRecord> auto &log)
{
    row("safe", log.safe);
    row("fault", log.fault);
    row("telemetry_dropped", log.telemetryDropped);
}

template <typename Row>
void describe(Row &row, Of<NoteRecord> auto &note)
{
    row("place", note.where);
    row("text", note.text);
}

} // namespace gantry::columns
