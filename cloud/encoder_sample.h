#pragma once
// One answer of a provider about one encoder at one time, or the failure to get one. Plain values.

#include "cloud/cloud_error.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace gantry::cloud {

enum class EncoderState {
    Unknown, // never answered, or a word we have no meaning for
    Idle,
    Starting,
    Running,
    Recovering,
    Stopping,
    Changing, // being created, edited or deleted
    Failed
};

struct PipelineSample
{
    QString id;          // "0", "1"
    QString activeInput; // name of the input it takes now; empty = unknown
    bool operator==(const PipelineSample &) const = default;
};

struct EncoderAlert
{
    QString id;
    QString kind;
    QString message;
    QString pipeline;
    bool operator==(const EncoderAlert &) const = default;
};

struct EncoderSample
{
    std::optional<Error> failure; // set: the poll failed, and nothing below is known
    EncoderState state = EncoderState::Unknown;
    QString providerState; // the provider's own word, "RUNNING"
    std::optional<int> pipelinesRunning;
    std::optional<int> pipelinesExpected;
    std::vector<PipelineSample> pipelines;
    std::vector<QString> inputs; // names one can switch to
    std::vector<EncoderAlert> alerts;
    std::chrono::milliseconds roundTrip{0};
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> providerTime; // the provider's own timestamp
    bool operator==(const EncoderSample &) const = default;

    // The input that every pipeline takes, or empty when they differ or one is unknown.
    QString activeInput() const
    {
        if (failure || pipelines.empty())
            return {};
        for (const PipelineSample &pipeline : pipelines) {
            if (pipeline.activeInput != pipelines.front().activeInput)
                return {};
        }
        return pipelines.front().activeInput;
    }
};

} // namespace gantry::cloud
