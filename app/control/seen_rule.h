#pragma once
// The last step of a switch: *seen*. The provider's word makes a command confirmed; the picture that comes back makes
// it seen, whichever is first. A rule of its own beside the desk, over the same records.
//
// Seen needs a change: the return has to have shown something else, or nothing that could be told, since the command
// left. What it showed all along proves nothing, and a picture that two inputs share proves nothing either.

#include "app/session/record_rule.h"
#include "app/show/show.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace gantry {

class SeenRule final : public RecordRule
{
    Q_DECLARE_TR_FUNCTIONS(gantry::SeenRule)

public:
    explicit SeenRule(const Show &show) : m_show(show) {}

    QList<Payload> applied(const Record &record) override;
    QList<Payload> passed(const Instant &) override { return {}; }

private:
    struct Waiting
    {
        CommandRecord command; // its last step
        FeedId feed;           // what should be seen
        std::chrono::microseconds since{0};
        bool hasChanged = false; // the return showed something else since
    };
    void ordered(const CommandRecord &command, const Instant &at);
    QList<Payload> shown(const ProgramRecord &program, const Instant &at);
    FeedId feedOf(const EncoderId &encoder, const QString &input) const;

    const Show m_show;
    QHash<EncoderId, Waiting> m_waiting; // the last switch of each
    QHash<EncoderId, ProgramRecord::Feeds> m_programs;
};

} // namespace gantry
