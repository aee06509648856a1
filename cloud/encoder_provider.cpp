#include "cloud/encoder_provider.h"

#include "cloud/cloud_text.h"

namespace gantry::cloud {

void EncoderProvider::checkAccess(std::function<void(std::vector<AccessFinding>)> answer)
{
    poll([this, answer = std::move(answer)](const EncoderSample &sample) {
        std::vector<AccessFinding> findings{{QString(), sample.failure}};
        if (!sample.failure)
            findings.push_back(commandAccess());
        answer(std::move(findings));
    });
}

AccessFinding EncoderProvider::commandAccess() const
{
    return {Text::tr("commands"), std::nullopt, Text::tr("This provider does not tell what it would allow.")};
}

} // namespace gantry::cloud
