#include "cloud/encoder_sample.h"

#include <algorithm>

namespace gantry::cloud {

PipelineMap pipelineMap(const EncoderSample &sample)
{
    if (sample.failure)
        return PipelineMap::Unknown;
    if (sample.state != EncoderState::Running && sample.state != EncoderState::Recovering)
        return PipelineMap::Unknown;
    if (sample.pipelinesRunning && sample.pipelinesExpected) {
        if (*sample.pipelinesRunning <= 0)
            return *sample.pipelinesExpected > 0 ? PipelineMap::AllFailed : PipelineMap::Unknown;
        return *sample.pipelinesRunning < *sample.pipelinesExpected ? PipelineMap::SomeFailed : PipelineMap::AllRunning;
    }
    const auto of = [&sample](PipelineState state) {
        return std::count_if(sample.pipelines.begin(), sample.pipelines.end(),
                             [state](const PipelineSample &pipeline) { return pipeline.state == state; });
    };
    const auto all = static_cast<std::ptrdiff_t>(sample.pipelines.size());
    if (all == 0 || of(PipelineState::Unknown) == all)
        return PipelineMap::Unknown;
    if (of(PipelineState::Failed) == all)
        return PipelineMap::AllFailed;
    if (of(PipelineState::Failed) > 0)
        return PipelineMap::SomeFailed;
    return of(PipelineState::Running) == all ? PipelineMap::AllRunning : PipelineMap::Unknown;
}

} // namespace gantry::cloud
