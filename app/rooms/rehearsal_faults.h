#pragma once
// The hand that makes things go wrong in a rehearsal: the list of faults and its window, wired to the stage's cloud.

#include "app/models/fault_model.h"
#include "app/windows/fault_window.h"

namespace gantry {

class RehearsalStage;
struct Show;

// UI thread. The stage outlives it.
class RehearsalFaults
{
public:
    RehearsalFaults(RehearsalStage &stage, const Show &show, const QString &banner);

    FaultWindow &window() { return m_window; }

private:
    FaultModel m_model;
    FaultWindow m_window;
};

} // namespace gantry
