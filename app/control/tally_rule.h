#pragma once
// Which feed is on air, as far as the encoders have *confirmed* it. Tally follows the world, not the operator's wish.
//
// Where an encoder has a return there are two witnesses: the provider, and the picture that comes back. The show says
// which of them puts red on a feed (TallyBy); when the other one does not agree the feed is Disputed, amber, until it
// does: between a switch and its picture for as long as the way back takes. A picture that cannot be told is no
// witness, and where feeds look alike the provider's word stands.
//
// A feed is on program when a running encoder takes it, on any of its pipelines. With two inputs the other one is
// preview: it is what a switch would cut to. An encoder that has not answered for `unknownAfter` makes the tally of its
// feeds unknown, never "off" (conventions: tally without a refresh for 5 s is unknown).

#include "app/session/record_rule.h"
#include "app/show/show.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace gantry {

class TallyRule final : public RecordRule
{
    Q_DECLARE_TR_FUNCTIONS(gantry::TallyRule)

public:
    // Of an encoder that is asked every two seconds; others say themselves for how long an answer is good.
    static constexpr std::chrono::seconds unknownAfter{5};

    explicit TallyRule(const Show &show);

    QList<Payload> applied(const Record &record) override;
    QList<Payload> passed(const Instant &now) override;

private:
    // Programmes are told once a second; older ones are none.
    static constexpr std::chrono::seconds programFreshFor{3};

    struct EncoderView
    {
        std::optional<cloud::EncoderSample> sample; // the last that did not fail
        std::chrono::microseconds at{0};
        std::optional<ProgramRecord> program;
        std::chrono::microseconds programAt{0};
    };
    struct Verdict
    {
        Tally tally = Tally::Off;
        QString basis;
        bool operator==(const Verdict &) const = default;
    };

    Verdict verdict(const FeedId &feed, const Instant &now) const;
    Verdict byProvider(const Encoder &encoder, const EncoderInput &input, const Instant &now) const;
    Verdict withPicture(const Encoder &encoder, const EncoderInput &input, const Verdict &provider,
                        const Instant &now) const;
    QList<Payload> changes(const Instant &now);

    const Show m_show;
    QHash<EncoderId, EncoderView> m_encoders;
    QHash<FeedId, Verdict> m_told;
};

} // namespace gantry
