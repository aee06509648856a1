#pragma once
// "plans" of a show file: who takes over on air when an encoder's input fails. A plan can also stand in a file of its
// own, to be tried on a recorded session (gantry backtest).

#include "app/show/plan.h"
#include "app/show/show.h"
#include "app/show/show_file.h"
#include "app/show/show_names.h"
#include "app/show/show_part.h"

#include <QJsonArray>

#include <tl/expected.hpp>

namespace gantry {

// `encoders` with their inputs are those of the show, `feeds` the names of its feeds. An encoder has one plan at most:
// two would switch against each other.
QList<Plan> readPlans(const ShowPart &file, const QList<Encoder> &encoders, const ShowNames &feeds);
QJsonArray plansArray(const QList<Plan> &plans);

// One plan alone, made for the encoders and feeds of `show`. The faults are never empty.
tl::expected<Plan, QList<ShowFault>> readPlan(const QByteArray &json, const Show &show);

// The same out of a file; one that cannot be read is one fault. Every fault names the file.
tl::expected<Plan, QList<ShowFault>> readPlanFile(const QString &path, const Show &show);

} // namespace gantry
