#pragma once
// The lines of the charts: per feed its link, per audience and per encoder its figures, and the flags that stand on the
// time axis. A figure of an encoder stands where its provider measured it, which may be minutes before it arrived, and
// after others that are newer; one without such a time stands where it arrived.
// Holds the last ten minutes up to the newest record; older history is in the session file.

#include "app/session/record_source.h"
#include "app/show/show.h"
#include "widgets/charts/series.h"

#include <QObject>

#include <optional>
#include <vector>

namespace gantry {

// One lane of the charts window.
struct ChartLane
{
    // What a layout calls it, in every language the same: what is measured, then of whom: "rtt CAM 1".
    QString key;
    QString title;
    QString feed;         // whose figures these are, a feed's or an encoder's; empty: the room's
    bool overview = true; // false: of interest to who looks at this one alone
    QString note;         // a word on how a figure is made, where that differs between sources
    std::vector<widgets::Series> series;
    double silence = 5; // seconds without a point that are a gap; more than the source's own pace
};

class SeriesStore final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes window{10};

    explicit SeriesStore(const Show &show, QObject *parent = nullptr);

    const std::vector<ChartLane> &lanes() const { return m_lanes; }
    // The lane of that key, or null.
    const ChartLane *lane(const QString &key) const;
    const std::vector<widgets::ChartFlag> &flags() const { return m_flags; }

    void clear();
    void apply(const RecordBatch &batch);

Q_SIGNALS:
    void changed();

private:
    struct FeedLanes
    {
        FeedId feed;
        std::size_t rate;
        std::size_t roundTrip;
        std::size_t loss;
        std::size_t margin;
        std::size_t loudness;
        std::size_t offset;
        double heardAt = -1; // seconds; levels come more often than a chart can show
    };
    struct PairLane
    {
        PairId pair;
        std::size_t offset;
    };
    struct AudienceLanes
    {
        AudienceId audience;
        std::size_t viewers;
        std::size_t rebuffering;
    };
    struct EncoderLanes
    {
        EncoderId encoder;
        std::size_t rates;
        std::size_t dropped;
        std::size_t fill;
        std::optional<cloud::ProviderTime> measured; // of the figures taken last; a sample repeats them
    };
    void take(const Record &record);
    FeedLanes *lanesOf(const FeedId &feed);
    void link(const LinkRecord &link, double seconds);
    void sound(const AudioRecord &audio, double seconds);
    void match(const MatchRecord &match, double seconds);
    void audience(const AudienceRecord &audience, double seconds);
    void encoder(const EncoderRecord &encoder, const Instant &at);
    void flag(const Record &record);
    void forget(double before);
    void addEncoder(const EncoderId &encoder);
    std::size_t addLane(const QString &key, const QString &title, std::vector<widgets::Series> series);

    std::vector<ChartLane> m_lanes;
    std::vector<FeedLanes> m_feeds;
    std::vector<PairLane> m_pairs;
    std::vector<AudienceLanes> m_audiences;
    std::vector<EncoderLanes> m_encoders;
    std::vector<widgets::ChartFlag> m_flags;
};

} // namespace gantry
