#pragma once
// The figures the rehearsal's CloudWatch knows: what channels and flows did, second by second. A dimension set that is
// not exactly one of theirs has no values, as with the real one; neither has a channel that was not running. Pure.

#include "cloud/sandbox/sandbox_inputs.h"
#include "cloud/sandbox/sandbox_mediaconnect.h"
#include "cloud/sandbox/sandbox_medialive.h"
#include "cloud/sandbox/step_history.h"

#include <QMap>

#include <array>
#include <vector>

namespace gantry::cloud {

struct MetricQuery
{
    QString nameSpace; // "AWS/MediaLive"
    QString name;
    QMap<QString, QString> dimensions;
};

class SandboxMetrics
{
public:
    using Time = std::chrono::milliseconds;

    // Called often, and before figures are asked for.
    void note(Time now, const SandboxMediaLive &mediaLive, const SandboxMediaConnect &mediaConnect,
              const SandboxInputs &inputs);

    // At that second; nullopt: no data.
    std::optional<double> at(const MetricQuery &query, Time second) const;
    std::vector<MetricQuery> list() const;

private:
    struct Pipeline
    {
        bool runs = false;
        int alerts = 0;
        double megabits = 0;
        std::optional<double> pictures;
        bool isPresent = false;
        bool isPrimary = false;
        bool isPair = false; // prefers its primary: only then PrimaryInputActive is told
        bool areBothUp = false;
        bool operator==(const Pipeline &) const = default;
    };
    struct Source
    {
        bool runs = false;
        bool isPresent = false;
        bool isSelected = false;
        double megabits = 0;
        bool operator==(const Source &) const = default;
    };
    struct Flow
    {
        QString arn;
        QString outputArn;
        std::vector<QString> sourceArns;
        std::vector<StepHistory<Source>> sources;
        StepHistory<int> outputs; // connected ones; -1: not running
    };

    std::optional<double> ofPipeline(const QString &name, const Pipeline &pipeline, Time lostFor) const;
    std::optional<double> ofSource(const QString &name, const Source &source) const;
    std::optional<double> mediaLiveAt(const MetricQuery &query, Time second) const;
    std::optional<double> mediaConnectAt(const MetricQuery &query, Time second) const;
    std::optional<double> ofFlow(const Flow &flow, const QString &name, Time second) const;

    std::vector<std::array<StepHistory<Pipeline>, 2>> m_channels;
    std::vector<Flow> m_flows;
};

} // namespace gantry::cloud
