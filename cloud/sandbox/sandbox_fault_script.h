#pragma once
// Faults as text, the way --faults and the rehearsal window write them. Pure; hostile until read.
//
//   {"faults": [{"fault": "429", "at": 30, "for": 20, "service": "medialive", "calls": "commands", "retry_after": 5},
//               {"fault": "input_loss", "at": 60, "for": 15, "input": "A"}]}
//
// Times are in seconds since the rehearsal began; without "at" at once, without "for" until it is cleared.

#include "cloud/sandbox/sandbox_faults.h"

#include <QJsonObject>

#include <span>

namespace gantry::cloud {

struct SandboxFaultWord
{
    SandboxFault::Kind kind;
    const char *word; // "429", "slow", "input_loss"
};
std::span<const SandboxFaultWord> sandboxFaultWords();
QString wordOf(SandboxFault::Kind kind);

Result<std::vector<SandboxFault>> readFaultScript(const QByteArray &json);
// One of its entries; `place` names it in an error: "faults[2]".
Result<SandboxFault> readFault(const QJsonObject &object, const QString &place);
QJsonObject faultJson(const SandboxFault &fault);

} // namespace gantry::cloud
