#include "app/session/record_source.h"

namespace gantry {

RecordSource::~RecordSource() = default;

} // namespace gantry
