#pragma once
// The words that enumerations are stored as. A word in a file never changes its meaning; a new enumerator gets a new
// word.

#include "app/session/record.h"

#include <optional>

namespace gantry {

const char *word(media::Error::Kind kind);
const char *word(media::LinkState state);
const char *word(media::SignalState state);
const char *word(media::WaitingFor waitingFor);
const char *word(media::DecodeMode mode);
const char *word(media::SpliceCue::Command command);
const char *word(media::ContentMatch match);
const char *word(cloud::Error::Kind kind);
const char *word(cloud::EncoderState state);
const char *word(cloud::PipelineState state);
const char *word(cloud::JobSample::State state);
const char *word(cloud::Verb verb);
const char *word(Tally tally);
const char *word(AlarmPriority priority);
const char *word(AlarmState state);
const char *word(CommandStep step);
const char *word(PlanMode mode);
const char *word(PlanStep::Kind kind);
const char *word(PlanChange change);
const char *word(PlanPause pause);
const char *word(Fitness fitness);

// The enumerator with this word; nullopt for a word that we do not know.
template <typename Enum>
std::optional<Enum> fromWord(const QString &text)
{
    constexpr int kMore = 32; // more than any of them has; word() answers nullptr for what is not an enumerator
    for (int value = 0; value < kMore; ++value) {
        const char *candidate = word(static_cast<Enum>(value));
        if (candidate != nullptr && text == QLatin1StringView(candidate))
            return static_cast<Enum>(value);
    }
    return std::nullopt;
}

} // namespace gantry
