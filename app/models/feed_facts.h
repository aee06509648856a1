#pragma once
// What is known of one feed, and the lines that say it: every figure with its unit, unknown as unknown. Pure text over
// plain values; live and replay say the same.

#include "app/session/record.h"
#include "app/show/show.h"

#include <QHash>

#include <optional>
#include <vector>

namespace gantry {

// The newest of everything about one feed.
struct FeedKnown
{
    std::optional<media::LinkSample> link;
    std::optional<media::TransportSample> transport;
    std::optional<media::PictureState> picture;
    std::optional<media::AudioLevels> audio;
    struct Cue
    {
        media::SpliceCue cue;
        Instant at;
    };
    std::optional<Cue> cue; // the last
};

// One line. `rules` names the alarms that stand on it (the last part of their keys), separated by spaces.
struct FeedFact
{
    QString name;
    QString value; // empty for a heading
    QString note;  // a word of advice or a reason; usually empty
    QString rules;

    bool heading() const { return value.isEmpty(); }
    bool operator==(const FeedFact &) const = default;
};
using FeedFacts = std::vector<FeedFact>;

FeedFacts linkFacts(const Feed &feed, const FeedKnown &known);
FeedFacts transportFacts(const FeedKnown &known);
FeedFacts pictureFacts(const FeedKnown &known);
FeedFacts soundFacts(const FeedKnown &known);
// How its content compares, in every pair it is part of.
using Matches = QHash<PairId, media::MatchSample>;
FeedFacts matchFacts(const Show &show, const FeedId &feed, const Matches &matches);
FeedFacts cueFacts(const FeedKnown &known);

} // namespace gantry
