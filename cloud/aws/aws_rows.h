#pragma once
// The catalogue's rows for AWS: settings, factory, verbs and the least that a policy must allow.

#include "cloud/catalogue.h"

namespace gantry::cloud {

EncoderProviderRow mediaLiveRow();
EncoderProviderRow mediaConnectRow();
EncoderProviderRow mediaPackageRow();
EncoderProviderRow ivsRow();
AudienceSourceRow ivsAudienceRow();

} // namespace gantry::cloud
