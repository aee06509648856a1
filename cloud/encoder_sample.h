#pragma once
// One answer of a provider about one encoder at one time, or the failure to get one. Plain values. Everything optional
// is unknown where the provider did not say it; an adapter fills what its provider knows and leaves the rest alone.

#include "cloud/cloud_error.h"
#include "cloud/command.h"

#include <QString>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace gantry::cloud {

using ProviderTime = std::chrono::sys_time<std::chrono::milliseconds>;

struct BitsPerSecond
{
    double value = 0;
    auto operator<=>(const BitsPerSecond &) const = default;
};

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

// One pipeline of a running encoder.
enum class PipelineState {
    Unknown,
    Idle, // not meant to run now
    Running,
    Failed // meant to run, and does not
};

// What is measured at an encoder, as a whole or in one pipeline. A figure that the provider has no value for is
// unknown, never zero.
struct HealthFigures
{
    std::optional<BitsPerSecond> inputRate;
    std::optional<BitsPerSecond> outputRate;
    std::optional<double> inputFrameRate;      // pictures a second
    std::optional<std::int64_t> droppedFrames; // given up in the provider's newest interval, or since the last sample
    std::optional<std::chrono::milliseconds> fill; // how long it has shown something else for want of input; 0 is good
    std::optional<std::chrono::milliseconds> inputLoss; // without input, in the provider's newest interval
    std::optional<ProviderTime> measured;               // the provider's timestamp of the newest figure
    bool operator==(const HealthFigures &) const = default;
};

struct PipelineSample
{
    QString id;          // "0", "1"
    QString activeInput; // name of the input it takes now; empty = unknown
    PipelineState state = PipelineState::Unknown;
    QString providerState{}; // the provider's own word, where it has one
    HealthFigures figures{};
    bool operator==(const PipelineSample &) const = default;
};

// What arrives at one input, as the provider sees it.
struct InputSample
{
    QString name; // as in EncoderSample::inputs
    std::optional<bool> connected;
    std::optional<bool> active; // it is the one that is used
    std::optional<BitsPerSecond> rate;
    std::optional<double> lossShare;          // packets lost on the way in, 0..1
    std::optional<std::int64_t> notRecovered; // packets lost for good, in the provider's newest interval
    std::optional<std::chrono::milliseconds> roundTrip;
    QString providerState; // in the provider's words: "srt-listener from 192.0.2.7"
    bool operator==(const InputSample &) const = default;
};

struct EncoderAlert
{
    QString id;
    QString kind;
    QString message;
    QString pipeline;
    bool operator==(const EncoderAlert &) const = default;
};

// Something the encoder will do by itself later.
struct PlannedAction
{
    QString name; // the provider's, to cancel it by; of an action that we planned: Command::token
    QString what; // the provider's word: "inputSwitch"
    QString input;
    std::optional<ProviderTime> at; // unknown: when another one begins or ends
    bool operator==(const PlannedAction &) const = default;
};

// Something that was asked for and takes its time: a clip, a long-running operation, an action of the schedule.
struct JobSample
{
    enum class State { Unknown, Waiting, Running, Done, Failed };
    QString name; // of a job that we asked for: Command::token
    State state = State::Unknown;
    QString providerState; // in the provider's words, on failure with its reason
    bool operator==(const JobSample &) const = default;
};

// Why a verb that the adapter has is impossible just now, as a sentence for the operator.
struct Obstacle
{
    Verb verb = Verb::Start;
    QString input; // empty: for every input
    QString because;
    bool operator==(const Obstacle &) const = default;
};

// What else the provider says, in its own words: "Channel class" "STANDARD". For the details; nothing is judged by it.
struct ProviderWord
{
    QString name;
    QString value;
    bool operator==(const ProviderWord &) const = default;
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
    std::optional<ProviderTime> providerTime; // the provider's own timestamp

    HealthFigures figures;               // of the encoder as a whole
    std::optional<bool> pipelinesLocked; // all pipelines work in step
    std::optional<bool> receives;        // what it takes arrives
    std::vector<InputSample> inputHealth;
    std::optional<std::chrono::milliseconds>
        switchDelay;                                   // from "accepted" to the effect of a switch, where it is known
    std::optional<QString> preferredInput;             // what its own failover goes back to; empty: none is preferred
    std::optional<std::vector<PlannedAction>> planned; // in the order in which they come; unknown: not asked for
    std::vector<JobSample> jobs;
    std::vector<Obstacle> obstacles;
    std::vector<ProviderWord> details;
    std::optional<std::chrono::milliseconds> pollInterval; // how often it is asked when nothing happens
    std::optional<ProviderTime> credentialsExpire; // those the question was asked with; unknown also when they never do
    bool operator==(const EncoderSample &) const = default;

    // For how long this answer speaks for the encoder: two polls may be lost, five seconds at least.
    std::chrono::milliseconds freshFor() const
    {
        constexpr std::chrono::milliseconds least{5000};
        return pollInterval ? std::max(least, 2 * *pollInterval + std::chrono::seconds(1)) : least;
    }

    // The input that every pipeline takes, or empty when they differ or one is unknown. One that has failed takes none.
    QString activeInput() const;
};

// The pipelines at one glance.
enum class PipelineMap {
    Unknown,    // not running, or nothing said about pipelines
    AllRunning, // as many as should
    SomeFailed, // there is no spare any more
    AllFailed   // meant to run, and none does
};
PipelineMap pipelineMap(const EncoderSample &sample);

} // namespace gantry::cloud
