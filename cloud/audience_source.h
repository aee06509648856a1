#pragma once
// The narrow door to one source of viewer figures. Same rules as EncoderProvider.

#include "cloud/audience_sample.h"

#include <chrono>
#include <functional>

namespace gantry::cloud {

class AudienceSource
{
public:
    virtual ~AudienceSource() = default;
    virtual void poll(std::function<void(AudienceSample)> answer) = 0;
    virtual std::chrono::milliseconds interval() const = 0;
};

} // namespace gantry::cloud
