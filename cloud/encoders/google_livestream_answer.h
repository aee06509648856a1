#pragma once
// Google Live Stream's answers in our words. Pure: JSON in, values or BadAnswer out.
// Shapes: Channel, Input, Event and Operation of google.cloud.video.livestream.v1.

#include "cloud/encoder_sample.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <vector>

namespace gantry::cloud {

// A channel that waits for its input runs: `receives` says that nothing comes in. Words we do not know are Unknown.
EncoderState googleState(const QString &word);

struct GoogleAttachment
{
    QString key;   // "cam-a", what one switches to
    QString input; // "projects/p/locations/l/inputs/i"
};

struct GoogleChannel
{
    EncoderSample sample;
    std::vector<GoogleAttachment> attachments;
};
Result<GoogleChannel> googleChannel(const QJsonObject &body);

// Of GET inputs: the full name, and whether something arrives.
struct GoogleInput
{
    bool connected = false;
    QString words; // "SRT_PUSH, HD"
};
Result<std::map<QString, GoogleInput>> googleInputs(const QJsonObject &body);

struct GoogleEvent
{
    QString id;
    QString what;  // "inputSwitch"
    QString input; // of an input switch
    QString state; // "SCHEDULED"
    QString fault;
    std::optional<ProviderTime> at;
    std::optional<ProviderTime> created;
};
Result<std::vector<GoogleEvent>> googleEvents(const QJsonObject &body);

// Of the list: what will happen by itself, and what became of what was asked for. Ours are named by their token.
std::vector<PlannedAction> plannedFrom(const std::vector<GoogleEvent> &events);
std::vector<JobSample> jobsFrom(const std::vector<GoogleEvent> &events, ProviderTime notBefore);

struct GoogleOperation
{
    QString name; // "projects/p/locations/l/operations/o"
    bool done = false;
    QString fault; // with `done`: why it failed; empty: it did what it should
};
Result<GoogleOperation> googleOperation(const QJsonObject &body);

// An event's id for a command, and back: the token, or the id itself of an event that is not ours.
QString googleEventId(const QString &token);
QString nameOfEvent(const QString &id);

// requestId has to be a UUID. Our tokens are; any other becomes one, always the same.
QString googleRequestId(const QString &token);

} // namespace gantry::cloud
