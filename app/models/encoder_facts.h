#pragma once
// What is known of one encoder, as text: every figure with its unit, unknown as unknown, provider words as they came.
// Pure; live and replay say the same.

#include "app/session/record.h"
#include "cloud/encoder_sample.h"
#include "widgets/wall/wall_roles.h"

#include <QString>
#include <QStringList>

namespace gantry {

// The pipelines at one glance: shape and colour of an alarm, and the word. None: nothing to say.
struct PipelineBadge
{
    widgets::TileAlarm alarm = widgets::TileAlarm::None;
    QString word; // "1 OF 2 PIPELINES"
};
PipelineBadge pipelineBadge(const cloud::EncoderSample &sample);

// "in 8.20 Mb/s · out 6.10 Mb/s · 25 fps · dropped 0 · no fill · pipelines in step · measured 42 s ago"; empty when
// nothing is known.
QString encoderFigures(const cloud::EncoderSample &sample, const Instant &now);
// One line an input whose health is known.
QStringList inputLines(const cloud::EncoderSample &sample);
// One line an action to come.
QStringList plannedLines(const cloud::EncoderSample &sample, const Instant &now);
// "credentials: 12 min 00 s left"; empty while they are good for more than an hour.
QString credentialsText(const cloud::EncoderSample &sample, const Instant &now);
// "name: value", as the provider says it; and the pipelines with their own words and figures.
QStringList detailLines(const cloud::EncoderSample &sample);

// What the return shows: "RETURN shows CAM 2, by picture and sound, 1.3 s later". `at`: when that was told.
QString programLine(const ProgramRecord &program, const Instant &at, const Instant &now);

} // namespace gantry
