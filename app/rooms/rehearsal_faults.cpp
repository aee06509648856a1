#include "app/rooms/rehearsal_faults.h"

#include "app/rooms/rehearsal_stage.h"

namespace gantry {

namespace {

QStringList inputsOf(const Show &show)
{
    QStringList names;
    if (!show.encoders.isEmpty()) {
        for (const EncoderInput &input : show.encoders.first().inputs)
            names.append(input.name);
    }
    return names;
}

} // namespace

RehearsalFaults::RehearsalFaults(RehearsalStage &stage, const Show &show, const QString &banner)
    : m_model(inputsOf(show)), m_window(show.name, m_model)
{
    m_window.setBanner(banner);
    QObject::connect(&stage, &RehearsalStage::faultsChanged, &m_model, &FaultModel::setActive);
    QObject::connect(&m_window, &FaultWindow::lineRequested, &stage, &RehearsalStage::setFault);
}

} // namespace gantry
