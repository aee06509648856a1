#pragma once
// Everything that is known of one feed, a line a figure, under headings. An alarm that stands on a figure is told at
// its line. Roles below.

#include "app/models/feed_facts.h"
#include "app/session/record_source.h"

#include <QAbstractListModel>
#include <QHash>

namespace gantry {

namespace FactRole {
enum Role {
    Name = Qt::DisplayRole,   // QString: "Latency ÷ RTT"
    Value = Qt::UserRole + 1, // QString: "3.1 ×"; empty for a heading
    Note,                     // QString: "Raise the latency to at least 160 ms."; usually empty
    Heading,                  // bool
    Alarm,                    // int: widgets::TileAlarm
    AlarmWord,                // QString
    AccessibleText
};
} // namespace FactRole

class FeedDetailsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit FeedDetailsModel(const Show &show, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // Whose lines these are: a row of the show's feeds. The first until told otherwise.
    void setFeed(int row);
    QString feedName() const;

    void clear();
    void apply(const RecordBatch &batch);

Q_SIGNALS:
    void feedChanged();

private:
    struct Known
    {
        FeedKnown figures;
        QHash<QString, Alarm> alarms; // that stand, by rule
    };
    // Whether the record is about the feed whose lines are shown.
    bool take(const Record &record);
    bool takeAlarm(const Alarm &alarm);
    bool takeMatch(const MatchRecord &match);
    FeedFacts facts() const;
    void rewrite();
    const Alarm *worst(const FeedFact &fact) const;

    const Show m_show;
    int m_feed = 0;
    QHash<FeedId, Known> m_known;
    Matches m_matches;
    FeedFacts m_facts;
};

} // namespace gantry
