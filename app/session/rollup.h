#pragma once
// Lowest and highest of the charted figures in steps of ten seconds, so that a day's chart opens at once.

#include "app/session/record.h"

#include <QHash>
#include <QString>

#include <vector>

namespace gantry {

inline constexpr std::chrono::seconds kRollupStep{10};

// A step without a sample has no bucket: a gap, not a flat line.
struct RollupBucket
{
    std::chrono::microseconds start{0}; // elapsed; a multiple of kRollupStep
    double lowest = 0;
    double highest = 0;
    std::int64_t samples = 0;
    bool operator==(const RollupBucket &) const = default;
};

struct NamedBucket
{
    QString series; // one of the names below
    RollupBucket bucket;
    bool operator==(const NamedBucket &) const = default;
};

enum class FeedFigure {
    ReceiveRate, // bit/s while connected
    RoundTrip,   // ms
    Lost,        // packets in the second before the sample
    Dropped      // packets in the second before the sample
};
enum class AudienceFigure { Viewers, Rebuffering /* 0..1 */ };

// "feed/CAM 1/receive-rate", "audience/YouTube/viewers": the names in the file's `rollup` table.
QString rollupSeries(const FeedId &feed, FeedFigure figure);
QString rollupSeries(const AudienceId &audience, AudienceFigure figure);

// Gathers samples in order of number.
class Rollup
{
public:
    void add(const Record &record);
    std::vector<NamedBucket> takeClosed(); // buckets that no later record can change
    std::vector<NamedBucket> takeAll();    // and the open ones, at the end of a session

private:
    void addFigure(const QString &series, std::chrono::microseconds start, double value);
    void closeOpen();

    std::chrono::microseconds m_start{-1}; // of the open buckets
    QHash<QString, RollupBucket> m_open;
    std::vector<NamedBucket> m_closed;
};

} // namespace gantry
