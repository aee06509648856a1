#pragma once
// The IAM policy of a show: what its AWS encoders and audiences need, put together. Pure.

#include "app/show/show.h"

#include <QByteArray>
#include <QStringList>

namespace gantry::command_line {

// The profiles that the show's AWS entries name, sorted; an empty name is the environment's keys.
QStringList awsProfiles(const Show &show);

// The policy document for the entries of one profile, indented, with a line feed at its end. Statements that are about
// the same resources are one; actions are sorted and said once.
QByteArray awsPolicy(const Show &show, const QString &profile);

} // namespace gantry::command_line
