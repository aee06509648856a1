#pragma once
// The only way out to a provider. A command goes through named steps, each one a record:
//
//   requested (on disk before the call leaves) -> refused            by us: an interlock
//                                              -> sent -> rejected   by the provider
//                                                      -> accepted -> confirmed | unconfirmed
//
// An HTTP 2xx is only "accepted". "Confirmed" needs a later sample of the encoder that shows the effect. When no answer
// comes in time the command may have been executed: it is never sent again, the encoder is looked at instead.

#include "app/control/authority.h"
#include "app/control/command_proof.h"
#include "app/session/record_rule.h"
#include "app/session/sequencer.h"
#include "app/show/show.h"
#include "cloud/encoder_provider.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace gantry {

// Lives on the room thread, like the sequencer it records into and the providers it calls.
class CommandDesk final : public QObject, public RecordRule
{
    Q_OBJECT

public:
    // A person's command leaves even when the log cannot be written, after this long; it is recorded as soon as it can
    // be. A rule's never leaves unwritten: it is refused then, or as soon as the log says that it cannot be written.
    static constexpr std::chrono::seconds longestWaitForDisk{1};

    struct Wish
    {
        enum class By { Person, Rule };
        EncoderId encoder;
        cloud::Command what; // its token is given here
        QString actor;
        QString reason;
        By by = By::Person;
    };
    struct Asked
    {
        CommandId id;
        QList<Payload> records; // requested, and refused should it be
    };

    // Without an authority everybody may do everything. It outlives the desk.
    explicit CommandDesk(const Show &show, const Authority *authority = nullptr, QObject *parent = nullptr);

    // Before the first request. `eager` is told when an encoder should be looked at often, and when no longer.
    void open(Sequencer &sequencer);
    void connectEncoder(const EncoderId &encoder, cloud::EncoderProvider &provider, std::function<void(bool)> eager);

    // For a rule, and for what answers within Sequencer::answerNow(): the records are put into the sequence by the
    // caller, and the command is under way once they are there.
    Asked ask(const Wish &wish, const Instant &now);
    // A command that has not left yet does not leave. Empty when there is none, or when it has.
    QList<Payload> withdraw(const CommandId &id, const QString &because);
    // A person's, at once. Always leaves a record, also when refused.
    void request(const EncoderId &encoder, const cloud::Command &what, const QString &actor, const QString &reason);
    void request(const EncoderId &encoder, cloud::Verb verb, const QString &input, const QString &actor,
                 const QString &reason);
    // The log has everything up to this number on disk.
    void written(qint64 upTo);

    QList<Payload> applied(const Record &record) override;
    QList<Payload> passed(const Instant &now) override;

private:
    struct Line
    {
        cloud::EncoderProvider *provider = nullptr;
        std::function<void(bool)> eager;
        Encoder encoder;                          // of the show
        std::optional<cloud::EncoderSample> last; // the last that did not fail
        std::chrono::microseconds lastAt{0};
    };
    struct Flight
    {
        CommandRecord command;
        std::optional<RecordNumber> number; // of its requested record
        std::chrono::microseconds since{0};
        bool byRule = false;
        bool sent = false;
        bool answered = false;
        bool seenDown = false;                             // a restart shows by a pipeline that went and came back
        std::optional<std::chrono::microseconds> deadline; // for the effect to show
        QString effect;                                    // what the sample that showed it said
    };

    std::optional<QString> interlock(const CommandRecord &command, const Wish &wish, const Instant &now) const;
    QList<Payload> take(const EncoderRecord &seen, const Instant &at);
    QList<Payload> withdrawRules(const QString &because);
    void send(Flight &flight);
    void answered(const EncoderId &encoder, const CommandId &id, const cloud::CommandAnswer &answer);
    void finish(const EncoderId &encoder);
    const Authority *const m_authority;
    Sequencer *m_sequencer = nullptr;
    std::map<QString, Line> m_lines;     // by encoder
    std::map<QString, Flight> m_flights; // at most one an encoder
};

} // namespace gantry
