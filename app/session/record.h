#pragma once
// Everything that can happen in a room, on one timeline. A Record carries the whole state of the thing it is about, so
// the last record of each thing is the state of the room.

#include "app/session/alarm.h"
#include "app/session/instant.h"
#include "app/session/plan_state.h"
#include "cloud/audience_sample.h"
#include "cloud/command.h"
#include "cloud/encoder_sample.h"
#include "media/feed_sample.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QList>
#include <QMetaType>
#include <QSize>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace gantry {

// Names given by the show file; each kind of name is a type of its own so that they cannot be mixed up.
template <typename Tag>
struct Name
{
    QString text;
    bool operator==(const Name &) const = default;
    auto operator<=>(const Name &other) const { return text.compare(other.text) <=> 0; }
    friend std::size_t qHash(const Name &name, std::size_t seed = 0) noexcept { return ::qHash(name.text, seed); }
};
using FeedId = Name<struct FeedTag>;
using PairId = Name<struct PairTag>;
using EncoderId = Name<struct EncoderTag>;
using AudienceId = Name<struct AudienceTag>;
using CommandId = Name<struct CommandTag>;
using PlanId = Name<struct PlanTag>;

enum class Tally {
    Unknown, // we cannot know what is on air now
    Off,
    Preview,
    Program,
    Disputed // the provider and the return's picture do not agree on whether it is on air
};

struct LinkRecord
{
    FeedId feed;
    media::LinkSample sample;
    bool operator==(const LinkRecord &) const = default;
};

struct TransportRecord
{
    FeedId feed;
    media::TransportSample sample;
    bool operator==(const TransportRecord &) const = default;
};

struct PictureRecord
{
    FeedId feed;
    media::PictureState state;
    bool operator==(const PictureRecord &) const = default;
};

struct AudioRecord
{
    FeedId feed;
    media::AudioLevels levels;
    bool operator==(const AudioRecord &) const = default;
};

// A splice command that the sender put into the stream.
struct CueRecord
{
    FeedId feed;
    media::SpliceCue cue;
    bool operator==(const CueRecord &) const = default;
};

// Whether the backup of a pair carries what the primary carries; once a second.
struct MatchRecord
{
    PairId pair;
    media::MatchSample sample; // of the backup against the primary
    bool operator==(const MatchRecord &) const = default;
};

// Which of an encoder's inputs its return shows, told by the picture and the sound themselves; at every change, and
// once a second. Names of feeds; several: they look (sound) alike; empty: none of them; nothing: it cannot be told.
struct ProgramRecord
{
    using Feeds = std::optional<std::vector<QString>>;

    EncoderId encoder;
    FeedId feed;   // the return
    Feeds program; // what picture and sound together say
    Feeds picture;
    Feeds sound;
    std::optional<std::chrono::milliseconds> behind; // the return against the feed it shows
    bool operator==(const ProgramRecord &) const = default;
};

struct TallyRecord
{
    FeedId feed;
    Tally tally = Tally::Unknown;
    QString basis; // "Main takes A", or why it is unknown
    bool operator==(const TallyRecord &) const = default;
};

struct EncoderRecord
{
    EncoderId encoder;
    cloud::EncoderSample sample;
    bool operator==(const EncoderRecord &) const = default;
};

struct AudienceRecord
{
    AudienceId audience;
    cloud::AudienceSample sample;
    bool operator==(const AudienceRecord &) const = default;
};

struct AlarmRecord
{
    Alarm alarm;
    bool operator==(const AlarmRecord &) const = default;
};

enum class CommandStep {
    Requested,   // on disk before the call leaves
    Refused,     // by us: an interlock, one already in flight
    Sent,        // the call has left
    Accepted,    // the provider took the order
    Rejected,    // the provider did not
    Confirmed,   // a later sample shows the effect
    Unconfirmed, // the effect has not shown in time
    Seen         // the return shows it; may come before the provider confirms
};

// One step of one command; carries the whole command again.
struct CommandRecord
{
    CommandId id;
    EncoderId encoder;
    cloud::Verb verb = cloud::Verb::Start;
    QString input;
    QString actor;  // "operator", "rule main-stage"
    QString reason; // why, in the actor's words; may be empty
    CommandStep step = CommandStep::Requested;
    QString detail; // what came of it: an error's words, an effect's proof
    QString pipeline{};
    std::optional<cloud::ProviderTime> at{};    // when it is to happen, or the beginning of a clip
    std::optional<cloud::ProviderTime> until{}; // the end of a clip
    bool operator==(const CommandRecord &) const = default;
};

// Why a plan's record was written.
enum class PlanChange {
    Mode, // somebody, or the plan itself, has changed its mode
    Step, // it found or decided something
    Sight // no more than what it knows has changed: of its inputs, of what is on air, or how long it waits
};

// A failover plan, whole, at every change.
struct PlanRecord
{
    PlanId plan;
    EncoderId encoder;
    PlanChange change = PlanChange::Sight;
    PlanMode mode = PlanMode::Off;
    QString actor;                // who set the mode: "operator", "rule main-stage"; empty as it begins
    QString reason;               // why, in a sentence; may be empty
    std::optional<PlanStep> step; // the last it found or decided since it was armed
    bool stands = false;          // it still is so: advice to take, an offer, a doubt, no way out, its own hold
    CommandId command;            // what that step has asked for; empty while nothing
    PlanPause pause = PlanPause::None;
    std::optional<std::chrono::microseconds> pauseUntil; // of the session; grace and settle have one
    QString active;                                      // the input on air; empty: not known
    std::vector<PlanSight> sources;                      // in the plan's order
    std::optional<PlanSight> witness;                    // of a plan that has one
    int trips = 0;                                       // that count against the plan's limit now
    bool operator==(const PlanRecord &) const = default;
};

struct StillRecord
{
    FeedId feed;
    QByteArray jpeg;
    QSize size;
    bool operator==(const StillRecord &) const = default;
};

// The log about itself: whether what happens is safe on disk.
struct LogRecord
{
    bool safe = true;
    QString fault;                      // empty when safe
    std::uint64_t telemetryDropped = 0; // samples that could not be kept since the session began
    bool operator==(const LogRecord &) const = default;
};

// A line worth keeping: "session began", "clock stepped by +3600 s", "input settings reloaded".
struct NoteRecord
{
    QString where;
    QString text;
    bool operator==(const NoteRecord &) const = default;
};

using Payload =
    std::variant<LinkRecord, TransportRecord, PictureRecord, AudioRecord, TallyRecord, EncoderRecord, AudienceRecord,
                 AlarmRecord, CommandRecord, StillRecord, LogRecord, NoteRecord, CueRecord, MatchRecord, PlanRecord,
                 ProgramRecord>;

// Counts from 1 without gaps through one session, over records of every kind.
using RecordNumber = std::int64_t;

struct Record
{
    RecordNumber number = 0;
    Instant at;
    Payload payload;
    bool operator==(const Record &) const = default;
};

using RecordBatch = QList<Record>; // implicitly shared: cheap to send across threads

} // namespace gantry

Q_DECLARE_METATYPE(gantry::RecordBatch)
