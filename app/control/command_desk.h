#pragma once
// The only way out to a provider. A command goes through named steps, each one a record:
//
//   requested (on disk before the call leaves) -> refused            by us: an interlock
//                                              -> sent -> rejected   by the provider
//                                                      -> accepted -> confirmed | unconfirmed
//
// An HTTP 2xx is only "accepted". "Confirmed" needs a later sample of the encoder that shows the effect. When no answer
// comes in time the command may have been executed: it is never sent again, the encoder is looked at instead.

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
    // be.
    static constexpr std::chrono::seconds longestWaitForDisk{1};

    explicit CommandDesk(const Show &show, QObject *parent = nullptr);

    // Before the first request. `eager` is told when an encoder should be looked at often, and when no longer.
    void open(Sequencer &sequencer);
    void connectEncoder(const EncoderId &encoder, cloud::EncoderProvider &provider, std::function<void(bool)> eager);

    // Always leaves a record, also when refused. The command's token is given here.
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
        RecordNumber number = 0; // of its requested record
        std::chrono::microseconds since{0};
        bool sent = false;
        bool answered = false;
        bool seenDown = false;                             // a restart shows by a pipeline that went and came back
        std::optional<std::chrono::microseconds> deadline; // for the effect to show
        QString effect;                                    // what the sample that showed it said
    };

    std::optional<QString> interlock(const CommandRecord &command, const Instant &now) const;
    void send(Flight &flight);
    void answered(const EncoderId &encoder, const CommandId &id, const cloud::CommandAnswer &answer);
    void finish(const EncoderId &encoder);
    const Show m_show;
    Sequencer *m_sequencer = nullptr;
    std::map<QString, Line> m_lines;     // by encoder
    std::map<QString, Flight> m_flights; // at most one an encoder
};

} // namespace gantry
