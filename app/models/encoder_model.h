#pragma once
// One row an encoder: what the provider says about it, how old that is, which command is under way, and why an action
// may not be taken now. Roles below.

#include "app/session/record_source.h"
#include "app/show/show.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace gantry {

namespace EncoderRole {
enum Role {
    Title = Qt::DisplayRole,     // QString: "Main"
    Provider = Qt::UserRole + 1, // QString: "medialive · eu-west-1 · 1234567"
    State,                       // QString: "RUNNING", the provider's own word
    Running,                     // bool
    Reachable,                   // bool: its last answer still speaks for it (5 s for most)
    Return,       // QString: what its return shows: "RETURN shows CAM 2, 1.3 s later"; empty = it has none
    Age,          // QString: "polled 2 s ago", or how long it has not answered
    Pipelines,    // QString: "pipeline 0 takes A · pipeline 1 takes A"
    ActiveInput,  // QString: what every pipeline takes; empty = unknown
    Inputs,       // QStringList: what one can switch to
    InputFeeds,   // QStringList: the feed of each input, or empty
    Alerts,       // QString: "alerts: none"
    Command,      // QString: "Switch Main to B: accepted 1.2 s ago", empty when none is under way
    StartBlocked, // QString: why Start cannot be used now; empty = it can
    StopBlocked,
    SwitchBlocked, // for any input; the input on air is blocked besides
    AccessibleText,
    Answered,      // bool: it has answered once; before that its state is no state
    PipelineAlarm, // int: TileAlarm of the pipelines at one glance; None = all is well or nothing is known
    PipelineWord,  // QString: "1 OF 2 PIPELINES", or empty
    Figures,       // QString: rates, drops, fill and their age; empty = nothing known
    InputLines,    // QStringList: the health of each input
    PlannedLines,  // QStringList: what it will do by itself
    PlannedNames,  // QStringList: the names to cancel those by
    Credentials,   // QString: how long the credentials are still good, when that is not long
    DetailLines,   // QStringList: the provider's own words
    PipelineIds,   // QStringList: "0", "1"
    Verbs,         // QVariantList of int: cloud::Verb, what its provider can be asked
    HasPictures,   // bool: its provider offers pictures of it
    BlockedInputs  // QVariantMap: blockedKey(verb, input) -> why that cannot be used now
};
} // namespace EncoderRole

// For a verb that is about no input `input` is empty.
QString blockedKey(cloud::Verb verb, const QString &input);

class EncoderModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    EncoderModel(const Show &show, const RecordSource &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void clear();
    void apply(const RecordBatch &batch);
    void refresh();

private:
    struct Row
    {
        Encoder encoder;
        std::optional<EncoderRecord> last;
        std::optional<cloud::EncoderSample> good; // the last that was answered
        Instant goodAt;
        std::optional<CommandRecord> command; // the last, whatever its step
        Instant commandAt;
        std::optional<ProgramRecord> program; // what the return shows
        Instant programAt;
    };
    bool inFlight(const Row &row) const;
    bool running(const Row &row) const;
    bool reachable(const Row &row) const;
    QString age(const Row &row) const;
    QString state(const Row &row) const;
    QString pipelines(const Row &row) const;
    QString alerts(const Row &row) const;
    QString command(const Row &row) const;
    QString blocked(const Row &row, cloud::Verb verb, const QString &input = {}) const;
    QVariantMap blockedInputs(const Row &row) const;
    QVariant fact(const Row &row, int role) const;

    const RecordSource &m_source;
    std::vector<Row> m_rows;
};

} // namespace gantry
