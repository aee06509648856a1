#pragma once
// One row a feed, in the order of the show: what the wall's tiles and the list of feeds say. Roles: widgets::WallRole,
// and FeedRole for the list.

#include "app/session/record_source.h"
#include "app/show/show.h"

#include <QAbstractListModel>

#include <map>
#include <optional>
#include <vector>

namespace gantry {

namespace FeedRole {
enum Role {
    Figures = Qt::UserRole + 100, // QString: the one number that matters now: "1.58 Mb/s", "dropped 4 /s"
    Link                          // QString: "connected to 127.0.0.1:4000", or why not
};
} // namespace FeedRole

class WallModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // `source` tells the time that ages are counted to, and must outlive the model.
    WallModel(const Show &show, const RecordSource &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void clear();
    void apply(const RecordBatch &batch);
    // Ages have moved on.
    void refresh();

private:
    struct Tile
    {
        Feed feed;
        std::optional<media::LinkSample> link;
        std::optional<media::TransportSample> transport;
        std::optional<media::PictureState> picture;
        Instant pictureAt;
        bool fallsBehind = false; // the decoder has thrown packets away in the last second
        std::optional<media::AudioLevels> audio;
        std::optional<TallyRecord> tally;
        std::map<QString, Alarm> alarms; // that stand or wait to be acknowledged, by key
        std::optional<Instant> stillAt;
    };

    void take(const Record &record);
    void tellRow(const Tile &tile, const QList<int> &roles);
    Tile *tile(const FeedId &feed);
    const Alarm *worst(const Tile &tile) const;
    QString detail(const Tile &tile) const;
    QVariant sound(const Tile &tile, int role) const;
    QStringList badge(const Tile &tile) const;
    QString stateWord(const Tile &tile) const;
    QString stateDetail(const Tile &tile) const;
    // What is wrong with a picture that arrives, and for how long.
    struct ContentFault
    {
        QString word;
        std::chrono::milliseconds lasting{0};
    };
    std::optional<ContentFault> contentFault(const Tile &tile) const;
    QString figures(const Tile &tile) const;
    QString linkText(const Tile &tile) const;
    QString accessibleText(const Tile &tile) const;

    const Show m_show;
    const RecordSource &m_source;
    std::vector<Tile> m_tiles;
};

} // namespace gantry
