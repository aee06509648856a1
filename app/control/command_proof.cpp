#include "app/control/command_proof.h"

#include "app/control/command_desk.h"
#include "cloud/catalogue.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace gantry {

using cloud::EncoderState;
using cloud::JobSample;
using cloud::PipelineState;
using cloud::Verb;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::CommandDesk)
};

QString clockTime(const std::optional<cloud::ProviderTime> &time)
{
    if (!time)
        return QStringLiteral("?");
    return QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("HH:mm:ss 'UTC'"));
}

bool takesInput(Verb verb)
{
    return verb == Verb::SwitchInput || verb == Verb::PrepareInput || verb == Verb::ScheduleSwitch ||
           verb == Verb::PreferInput || verb == Verb::DisconnectInput;
}

bool fitsState(Verb verb, EncoderState state)
{
    const bool onAir = state == EncoderState::Running || state == EncoderState::Recovering;
    switch (verb) {
    case Verb::Start:
        return state == EncoderState::Idle;
    case Verb::Stop:
        return onAir || state == EncoderState::Starting;
    case Verb::SwitchInput:
    case Verb::PrepareInput:
    case Verb::RestartPipeline:
    case Verb::DisconnectInput:
        return onAir;
    case Verb::ScheduleSwitch:
    case Verb::CancelPlanned:
    case Verb::PreferInput:
    case Verb::HarvestClip:
        break;
    }
    return true;
}

const JobSample *jobOf(const CommandRecord &command, const cloud::EncoderSample &sample)
{
    const auto found = std::find_if(sample.jobs.begin(), sample.jobs.end(),
                                    [&command](const JobSample &job) { return job.name == command.id.text; });
    return found == sample.jobs.end() ? nullptr : &*found;
}

bool isPlanned(const cloud::EncoderSample &sample, const QString &name)
{
    return sample.planned && std::any_of(sample.planned->begin(), sample.planned->end(),
                                         [&name](const cloud::PlannedAction &action) { return action.name == name; });
}

bool isHungUp(const cloud::EncoderSample &sample, const QString &name)
{
    return std::any_of(sample.inputHealth.begin(), sample.inputHealth.end(), [&name](const cloud::InputSample &input) {
        return input.name == name && input.connected == false;
    });
}

} // namespace

// clang-format off
QString describe(const CommandRecord &command)
{
    const QString &encoder = command.encoder.text;
    switch (command.verb) {
    case Verb::Start:           return Text::tr("Start %1").arg(encoder);
    case Verb::Stop:            return Text::tr("Stop %1").arg(encoder);
    case Verb::SwitchInput:     return Text::tr("Switch %1 to %2").arg(encoder, command.input);
    case Verb::PrepareInput:    return Text::tr("Prepare %2 at %1").arg(encoder, command.input);
    case Verb::ScheduleSwitch:  return Text::tr("Switch %1 to %2 at %3").arg(encoder, command.input, clockTime(command.at));
    case Verb::CancelPlanned:   return Text::tr("Call off a planned action of %1").arg(encoder);
    case Verb::PreferInput:     return Text::tr("Let %1 prefer %2").arg(encoder, command.input);
    case Verb::RestartPipeline: return Text::tr("Restart pipeline %2 of %1").arg(encoder, command.pipeline);
    case Verb::DisconnectInput: return Text::tr("Disconnect %2 at %1").arg(encoder, command.input);
    case Verb::HarvestClip:     return Text::tr("Make a clip of %1, %2 to %3").arg(encoder, clockTime(command.at), clockTime(command.until));
    }
    return {};
}
// clang-format on

std::optional<QString> foreignTo(const Encoder &encoder, const CommandRecord &command)
{
    const cloud::EncoderProviderRow *row = cloud::encoderProvider(encoder.provider);
    if (row && std::find(row->verbs.begin(), row->verbs.end(), command.verb) == row->verbs.end())
        return Text::tr("%1 has no command for this.").arg(encoder.provider);
    if (!takesInput(command.verb))
        return std::nullopt;
    QStringList inputs;
    for (const EncoderInput &input : encoder.inputs)
        inputs.append(input.name);
    if (inputs.contains(command.input))
        return std::nullopt;
    return Text::tr("%1 has no input %2; it has %3.")
        .arg(encoder.id.text, command.input, inputs.join(QStringLiteral(", ")));
}

std::optional<QString> obstacle(const CommandRecord &command, const cloud::EncoderSample &known)
{
    for (const cloud::Obstacle &one : known.obstacles) {
        if (one.verb == command.verb && (one.input.isEmpty() || one.input == command.input))
            return one.because;
    }
    const bool isNamed = !command.input.isEmpty();
    if (isNamed && command.verb == Verb::SwitchInput && known.activeInput() == command.input)
        return Text::tr("%1 takes %2 already.").arg(command.encoder.text, command.input);
    if (isNamed && command.verb == Verb::PreferInput && known.preferredInput == command.input)
        return Text::tr("%1 prefers %2 already.").arg(command.encoder.text, command.input);
    if (known.state != EncoderState::Unknown && !fitsState(command.verb, known.state))
        return Text::tr("%1 is %2.").arg(command.encoder.text, known.providerState);
    return std::nullopt;
}

bool isDown(const CommandRecord &command, const cloud::EncoderSample &sample)
{
    if (command.verb != Verb::RestartPipeline)
        return false;
    if (sample.state == EncoderState::Recovering)
        return true;
    const bool isMissing = std::none_of(sample.pipelines.begin(), sample.pipelines.end(),
                                        [&command](const auto &one) { return one.id == command.pipeline; });
    const bool hasFailed = std::any_of(sample.pipelines.begin(), sample.pipelines.end(), [&command](const auto &one) {
        return one.id == command.pipeline && one.state == PipelineState::Failed;
    });
    const bool oneIsDown =
        sample.pipelinesRunning && sample.pipelinesExpected && *sample.pipelinesRunning < *sample.pipelinesExpected;
    return hasFailed || (oneIsDown && isMissing);
}

std::optional<QString> provenFailure(const CommandRecord &command, const cloud::EncoderSample &sample)
{
    const JobSample *job = jobOf(command, sample);
    if (!job || job->state != JobSample::State::Failed)
        return std::nullopt;
    return Text::tr("The provider gave it up: %1").arg(job->providerState);
}

std::optional<QString> provenEffect(const CommandRecord &command, const cloud::EncoderSample &sample, bool wasDown)
{
    const QString &encoder = command.encoder.text;
    const QString state = Text::tr("%1 is %2.").arg(encoder, sample.providerState);
    if (const JobSample *job = jobOf(command, sample); job && job->state == JobSample::State::Done)
        return Text::tr("The provider says: %1").arg(job->providerState);
    const auto when = [](bool shown, const QString &sentence) {
        return shown ? std::optional<QString>(sentence) : std::nullopt;
    };
    switch (command.verb) {
    case Verb::Start:
        return when(sample.state == EncoderState::Running, state);
    case Verb::Stop:
        return when(sample.state == EncoderState::Idle, state);
    case Verb::SwitchInput:
        return when(sample.activeInput() == command.input,
                    Text::tr("Every pipeline of %1 takes %2.").arg(encoder, command.input));
    case Verb::ScheduleSwitch:
        return when(isPlanned(sample, command.id.text), Text::tr("It stands in the plan of %1.").arg(encoder));
    case Verb::CancelPlanned:
        return when(sample.planned && !isPlanned(sample, command.input),
                    Text::tr("It no longer stands in the plan of %1.").arg(encoder));
    case Verb::PreferInput:
        return when(sample.preferredInput == command.input, Text::tr("%1 prefers %2.").arg(encoder, command.input));
    case Verb::RestartPipeline:
        return when(wasDown && !isDown(command, sample) && sample.state == EncoderState::Running,
                    Text::tr("Pipeline %2 of %1 was down and runs again.").arg(encoder, command.pipeline));
    case Verb::DisconnectInput:
        return when(isHungUp(sample, command.input), Text::tr("Nobody sends to %1 any more.").arg(command.input));
    case Verb::PrepareInput:
    case Verb::HarvestClip:
        break; // seen by its job alone
    }
    return std::nullopt;
}

} // namespace gantry
