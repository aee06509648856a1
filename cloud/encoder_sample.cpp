#include "cloud/encoder_sample.h"

#include <algorithm>

namespace gantry::cloud {

QString EncoderSample::activeInput() const
{
    if (failure)
        return {};
    const QString *input = nullptr;
    for (const PipelineSample &pipeline : pipelines) {
        if (pipeline.state == PipelineState::Failed)
            continue;
        if (input && pipeline.activeInput != *input)
            return {};
        input = &pipeline.activeInput;
    }
    return input ? *input : QString();
}

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
