#pragma once
// The words and figures that several screens share, so that one thing is called the same everywhere.

#include "app/session/record.h"

#include <QString>

#include <chrono>
#include <optional>

namespace gantry::words {

// "0.4 s", "12 s", "3 min 20 s", "1 h 05 min": how long something has lasted.
QString duration(std::chrono::microseconds time);
// "1.58 Mb/s"
QString rate(media::BitsPerSecond rate);
// "0.4 ms"
QString milliseconds(std::chrono::microseconds time);
// "PGM", "PVW", "TALLY ?" or nothing
QString tally(Tally tally);
// "18:14:01" in UTC
QString clock(const Instant &instant);
// "T+00:14:07"
QString sinceStart(std::chrono::microseconds elapsed);
QString step(CommandStep step);
// "AUTO"; with a shape that tells it without colour: "▶ AUTO"
QString planMode(PlanMode mode);
QString planModeMark(PlanMode mode);
// "fit", "unfit": of an input
QString fitness(Fitness fitness);
// "Switch from A to B", "A is in doubt"
QString planStep(const PlanStep &step);
// "H.264 1920×1080 50 fps"
QString format(const media::VideoFormat &format);
// "SW", or the name of what decodes on the graphics card: "NVDEC", "VA-API"
QString decoder(const QString &decoder);
// "KEY PICTURES"; empty where everything is decoded.
QString decoding(std::optional<media::DecodeMode> decoding);
// "in step", "sound 12 ms early"
QString soundOffset(std::chrono::milliseconds early);
// "same programme, 240 ms behind"
QString match(const media::MatchSample &match);
// "insert, OUT of the programme, in 4.0 s, for 30 s, event 12"
QString cue(const media::SpliceCue &cue);
// What happened and what to do, as one text: "%1. %2" without an empty half.
QString sentences(const QString &what, const QString &advice);

} // namespace gantry::words
