#pragma once
// What may be wrong with the rehearsal cloud, on purpose. Set from the thread it runs on.

#include "cloud/encoder_sample.h"

#include <QByteArray>

#include <vector>

namespace gantry::cloud {

struct SandboxFaults
{
    int silentNext = 0; // so many requests are executed and never answered

    int failNext = 0; // so many requests are answered with this instead of being executed
    int failStatus = 500;
    QByteArray failType = "InternalServerErrorException";
    int retryAfterSeconds = 0;

    int garbleNext = 0; // so many requests are answered 200 with this
    QByteArray garbage = "<html>sign in to the hotel's network</html>";

    bool acceptOnly = false; // commands are accepted, and nothing comes of them

    std::vector<EncoderAlert> alerts; // what ListAlerts has to say
};

} // namespace gantry::cloud
