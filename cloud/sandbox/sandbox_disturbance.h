#pragma once
// What a request meets on its way through a rehearsal cloud that is out of order on purpose. Pure but for the counts it
// uses up; the requests themselves are somebody else's.

#include "cloud/sandbox/sandbox_faults.h"
#include "cloud/sandbox/sandbox_now.h"
#include "cloud/sandbox/sandbox_service.h"

#include <functional>

namespace gantry::cloud {

class SandboxDisturbance
{
public:
    explicit SandboxDisturbance(SandboxFaults &faults) : m_faults(faults) {}

    // The moment as it looks to this request: a clock that is off, commands that come to nothing.
    void colour(SandboxNow &now, const ServedRequest &request, SandboxService service) const;

    // The answer of `execute`, or another one, or none.
    ServedAnswer answer(const ServedRequest &request, SandboxService service, std::chrono::milliseconds now,
                        const std::function<ServedAnswer()> &execute);

    // Of a kind that is no matter of one request: InputLoss, PipelineFailure, ExpiredToken.
    bool isOn(SandboxFault::Kind kind, std::chrono::milliseconds now,
              const std::function<bool(const SandboxFault &)> &matches = {}) const;
    // Those that are over are forgotten.
    void tidy(std::chrono::milliseconds now);

private:
    SandboxFault *active(SandboxFault::Kind kind, const ServedRequest &request, SandboxService service,
                         std::chrono::milliseconds now) const;
    // As active(), and uses up one of its count.
    const SandboxFault *use(SandboxFault::Kind kind, const ServedRequest &request, SandboxService service,
                            std::chrono::milliseconds now) const;
    std::optional<ServedAnswer> refusal(const ServedRequest &request, SandboxService service,
                                        std::chrono::milliseconds now);
    void spoil(ServedAnswer &answer, const ServedRequest &request, SandboxService service,
               std::chrono::milliseconds now);

    SandboxFaults &m_faults;
};

} // namespace gantry::cloud
