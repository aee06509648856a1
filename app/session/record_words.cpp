#include "app/session/record_words.h"

namespace gantry {

// No default: the compiler names the enumerator that has no word.

const char *word(media::Error::Kind kind)
{
    switch (kind) {
    case media::Error::Kind::AddressInvalid:
        return "address-invalid";
    case media::Error::Kind::PortInUse:
        return "port-in-use";
    case media::Error::Kind::HostUnknown:
        return "host-unknown";
    case media::Error::Kind::Refused:
        return "refused";
    case media::Error::Kind::Rejected:
        return "rejected";
    case media::Error::Kind::TimedOut:
        return "timed-out";
    case media::Error::Kind::WrongPassphrase:
        return "wrong-passphrase";
    case media::Error::Kind::NoPassphrase:
        return "no-passphrase";
    case media::Error::Kind::NotTransportStream:
        return "not-transport-stream";
    case media::Error::Kind::ConnectionLost:
        return "connection-lost";
    case media::Error::Kind::Silent:
        return "silent";
    case media::Error::Kind::DecodeFailed:
        return "decode-failed";
    case media::Error::Kind::System:
        return "system";
    }
    return nullptr;
}

const char *word(media::LinkState state)
{
    switch (state) {
    case media::LinkState::Waiting:
        return "waiting";
    case media::LinkState::Connecting:
        return "connecting";
    case media::LinkState::Connected:
        return "connected";
    case media::LinkState::Failed:
        return "failed";
    }
    return nullptr;
}

const char *word(media::SignalState state)
{
    switch (state) {
    case media::SignalState::Waiting:
        return "waiting";
    case media::SignalState::Live:
        return "live";
    case media::SignalState::Stalled:
        return "stalled";
    case media::SignalState::NoSignal:
        return "no-signal";
    case media::SignalState::AudioOnly:
        return "audio-only";
    }
    return nullptr;
}

const char *word(media::WaitingFor waitingFor)
{
    switch (waitingFor) {
    case media::WaitingFor::Nothing:
        return "nothing";
    case media::WaitingFor::Connection:
        return "connection";
    case media::WaitingFor::TransportStream:
        return "transport-stream";
    case media::WaitingFor::KeyPicture:
        return "key-picture";
    }
    return nullptr;
}

const char *word(media::DecodeMode mode)
{
    switch (mode) {
    case media::DecodeMode::Off:
        return "off";
    case media::DecodeMode::Thumbnail:
        return "thumbnail";
    case media::DecodeMode::Light:
        return "light";
    case media::DecodeMode::Full:
        return "full";
    }
    return nullptr;
}

const char *word(media::SpliceCue::Command command)
{
    using Command = media::SpliceCue::Command;
    switch (command) {
    case Command::Null:
        return "null";
    case Command::Schedule:
        return "schedule";
    case Command::Insert:
        return "insert";
    case Command::TimeSignal:
        return "time-signal";
    case Command::Bandwidth:
        return "bandwidth";
    case Command::Private:
        return "private";
    case Command::Encrypted:
        return "encrypted";
    }
    return nullptr;
}

const char *word(media::ContentMatch match)
{
    switch (match) {
    case media::ContentMatch::Unknown:
        return "unknown";
    case media::ContentMatch::Same:
        return "same";
    case media::ContentMatch::Different:
        return "different";
    }
    return nullptr;
}

const char *word(cloud::Error::Kind kind)
{
    switch (kind) {
    case cloud::Error::Kind::Unreachable:
        return "unreachable";
    case cloud::Error::Kind::TimedOut:
        return "timed-out";
    case cloud::Error::Kind::Throttled:
        return "throttled";
    case cloud::Error::Kind::Refused:
        return "refused";
    case cloud::Error::Kind::Untrusted:
        return "untrusted";
    case cloud::Error::Kind::ClockSkew:
        return "clock-skew";
    case cloud::Error::Kind::Conflict:
        return "conflict";
    case cloud::Error::Kind::Invalid:
        return "invalid";
    case cloud::Error::Kind::NotFound:
        return "not-found";
    case cloud::Error::Kind::ServerFault:
        return "server-fault";
    case cloud::Error::Kind::BadAnswer:
        return "bad-answer";
    case cloud::Error::Kind::Credentials:
        return "credentials";
    case cloud::Error::Kind::Setting:
        return "setting";
    }
    return nullptr;
}

const char *word(cloud::EncoderState state)
{
    switch (state) {
    case cloud::EncoderState::Unknown:
        return "unknown";
    case cloud::EncoderState::Idle:
        return "idle";
    case cloud::EncoderState::Starting:
        return "starting";
    case cloud::EncoderState::Running:
        return "running";
    case cloud::EncoderState::Recovering:
        return "recovering";
    case cloud::EncoderState::Stopping:
        return "stopping";
    case cloud::EncoderState::Changing:
        return "changing";
    case cloud::EncoderState::Failed:
        return "failed";
    }
    return nullptr;
}

const char *word(cloud::PipelineState state)
{
    switch (state) {
    case cloud::PipelineState::Unknown:
        return "unknown";
    case cloud::PipelineState::Idle:
        return "idle";
    case cloud::PipelineState::Running:
        return "running";
    case cloud::PipelineState::Failed:
        return "failed";
    }
    return nullptr;
}

const char *word(cloud::JobSample::State state)
{
    switch (state) {
    case cloud::JobSample::State::Unknown:
        return "unknown";
    case cloud::JobSample::State::Waiting:
        return "waiting";
    case cloud::JobSample::State::Running:
        return "running";
    case cloud::JobSample::State::Done:
        return "done";
    case cloud::JobSample::State::Failed:
        return "failed";
    }
    return nullptr;
}

const char *word(cloud::Verb verb)
{
    switch (verb) {
    case cloud::Verb::Start:
        return "start";
    case cloud::Verb::Stop:
        return "stop";
    case cloud::Verb::SwitchInput:
        return "switch-input";
    case cloud::Verb::PrepareInput:
        return "prepare-input";
    case cloud::Verb::ScheduleSwitch:
        return "schedule-switch";
    case cloud::Verb::CancelPlanned:
        return "cancel-planned";
    case cloud::Verb::PreferInput:
        return "prefer-input";
    case cloud::Verb::RestartPipeline:
        return "restart-pipeline";
    case cloud::Verb::DisconnectInput:
        return "disconnect-input";
    case cloud::Verb::HarvestClip:
        return "harvest-clip";
    }
    return nullptr;
}

const char *word(Tally tally)
{
    switch (tally) {
    case Tally::Unknown:
        return "unknown";
    case Tally::Off:
        return "off";
    case Tally::Preview:
        return "preview";
    case Tally::Program:
        return "program";
    case Tally::Disputed:
        return "disputed";
    }
    return nullptr;
}

const char *word(AlarmPriority priority)
{
    switch (priority) {
    case AlarmPriority::Critical:
        return "critical";
    case AlarmPriority::Major:
        return "major";
    case AlarmPriority::Minor:
        return "minor";
    case AlarmPriority::Info:
        return "info";
    case AlarmPriority::Unknown:
        return "unknown";
    }
    return nullptr;
}

const char *word(AlarmState state)
{
    switch (state) {
    case AlarmState::Normal:
        return "normal";
    case AlarmState::ActiveUnacknowledged:
        return "active";
    case AlarmState::ActiveAcknowledged:
        return "acknowledged";
    case AlarmState::ReturnedUnacknowledged:
        return "returned";
    }
    return nullptr;
}

const char *word(CommandStep step)
{
    switch (step) {
    case CommandStep::Requested:
        return "requested";
    case CommandStep::Refused:
        return "refused";
    case CommandStep::Sent:
        return "sent";
    case CommandStep::Accepted:
        return "accepted";
    case CommandStep::Rejected:
        return "rejected";
    case CommandStep::Confirmed:
        return "confirmed";
    case CommandStep::Unconfirmed:
        return "unconfirmed";
    case CommandStep::Seen:
        return "seen";
    }
    return nullptr;
}

} // namespace gantry
