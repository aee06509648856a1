#pragma once
// The still scenes of the test feeds: colour bars, a stage, a skyline at dusk, an arena, a studio desk, a chart.

#include <QImage>
#include <QSize>

namespace gantry::media {

// Any pattern number; scenes repeat. Format_RGB32.
QImage testScene(QSize size, int pattern);

} // namespace gantry::media
