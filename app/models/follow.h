#pragma once
// How a model listens to a room: it applies what arrives, and starts anew when told to.

#include "app/session/record_source.h"

namespace gantry {

// `Model` is a QObject with clear() and apply(const RecordBatch &). Both run on the model's thread.
template <typename Model>
void follow(const RecordSource &source, Model *model)
{
    QObject::connect(&source, &RecordSource::arrived, model,
                     [model](const RecordBatch &batch) { model->apply(batch); });
    QObject::connect(&source, &RecordSource::restarted, model, [model](const RecordBatch &state) {
        model->clear();
        model->apply(state);
    });
}

} // namespace gantry
