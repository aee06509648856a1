#include "app/models/wall_model.h"

#include "app/models/words.h"
#include "widgets/wall/wall_roles.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace gantry {

using media::LinkState;
using media::SignalState;
using media::WaitingFor;
using widgets::TileAlarm;
using widgets::TileTally;
using namespace std::chrono_literals;
namespace WallRole = widgets::WallRole;

namespace {

// What may change because time passed.
const QList<int> ageRoles{WallRole::StateDetail, WallRole::PictureAge, WallRole::AccessibleText};
// What may change with any record but sound's. A meter must not take an old peak for a new one, so its role is told
// only when it was measured anew.
const QList<int> soundRoles{WallRole::AudioPeaks, WallRole::AudioQuasiPeaks, WallRole::AudioTruePeaks,
                            WallRole::ShortTermLoudness, WallRole::AudioWord};
const QList<int> wordRoles{WallRole::Badge,          WallRole::Label,   WallRole::Detail,    WallRole::Tally,
                           WallRole::TallyWord,      WallRole::Live,    WallRole::StateWord, WallRole::StateDetail,
                           WallRole::AudioWord,      WallRole::Alarm,   WallRole::AlarmWord, WallRole::PictureAge,
                           WallRole::AccessibleText, FeedRole::Figures, FeedRole::Link};

bool live(const std::optional<media::PictureState> &picture)
{
    return picture && picture->signal == SignalState::Live;
}

QVariant levels(const std::vector<float> &values)
{
    return QVariant::fromValue(QList<float>(values.begin(), values.end()));
}

} // namespace

WallModel::WallModel(const Show &show, const RecordSource &source, QObject *parent)
    : QAbstractListModel(parent), m_show(show), m_source(source)
{
    for (const Feed &feed : show.feeds)
        m_tiles.push_back({.feed = feed});
}

int WallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tiles.size());
}

void WallModel::clear()
{
    for (Tile &tile : m_tiles)
        tile = Tile{.feed = tile.feed};
    if (!m_tiles.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void WallModel::refresh()
{
    if (!m_tiles.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), ageRoles);
}

void WallModel::apply(const RecordBatch &batch)
{
    for (const Record &record : batch)
        take(record);
}

void WallModel::tellRow(const Tile &tile, const QList<int> &roles)
{
    const QModelIndex row = index(static_cast<int>(&tile - m_tiles.data()));
    Q_EMIT dataChanged(row, row, roles);
}

WallModel::Tile *WallModel::tile(const FeedId &feed)
{
    const auto found =
        std::find_if(m_tiles.begin(), m_tiles.end(), [&](const Tile &tile) { return tile.feed.id == feed; });
    return found == m_tiles.end() ? nullptr : &*found;
}

void WallModel::take(const Record &record)
{
    Tile *one = nullptr;
    const auto of = [&](const FeedId &feed) { return (one = tile(feed)) != nullptr; };
    if (const auto *audio = std::get_if<AudioRecord>(&record.payload)) {
        if (of(audio->feed)) {
            one->audio = audio->levels;
            tellRow(*one, soundRoles);
        }
        return;
    }
    if (const auto *link = std::get_if<LinkRecord>(&record.payload)) {
        if (of(link->feed))
            one->link = link->sample;
    } else if (const auto *transport = std::get_if<TransportRecord>(&record.payload)) {
        if (of(transport->feed))
            one->transport = transport->sample;
    } else if (const auto *picture = std::get_if<PictureRecord>(&record.payload)) {
        if (of(picture->feed)) {
            one->fallsBehind = one->picture && picture->state.undecoded > one->picture->undecoded;
            one->picture = picture->state;
            one->pictureAt = record.at;
        }
    } else if (const auto *tally = std::get_if<TallyRecord>(&record.payload)) {
        if (of(tally->feed))
            one->tally = *tally;
    } else if (const auto *still = std::get_if<StillRecord>(&record.payload)) {
        if (of(still->feed))
            one->stillAt = record.at;
    } else if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload)) {
        // An encoder may bear a feed's name; its alarms are not the feed's.
        if (alarm->alarm.key.startsWith(QLatin1String("feed/")) && of(FeedId{alarm->alarm.where})) {
            if (alarm->alarm.state == AlarmState::Normal)
                one->alarms.erase(alarm->alarm.key);
            else
                one->alarms[alarm->alarm.key] = alarm->alarm;
        }
    }
    if (one)
        tellRow(*one, wordRoles);
}

const Alarm *WallModel::worst(const Tile &tile) const
{
    const Alarm *worst = nullptr;
    for (const auto &[key, alarm] : tile.alarms) {
        const bool stands =
            alarm.state == AlarmState::ActiveUnacknowledged || alarm.state == AlarmState::ActiveAcknowledged;
        if (stands && (!worst || alarm.priority < worst->priority))
            worst = &alarm;
    }
    return worst;
}

QVariant WallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Tile &tile = m_tiles[static_cast<std::size_t>(index.row())];
    const Tally tally = tile.tally ? tile.tally->tally : Tally::Unknown;
    switch (role) {
    case WallRole::Label:
        return tile.feed.id.text;
    case WallRole::Detail:
        return detail(tile);
    case WallRole::Tally:
        return static_cast<int>(tally == Tally::Program    ? TileTally::Program
                                : tally == Tally::Preview  ? TileTally::Preview
                                : tally == Tally::Off      ? TileTally::Off
                                : tally == Tally::Disputed ? TileTally::Elsewhere
                                                           : TileTally::Unknown);
    case WallRole::TallyWord:
        return words::tally(tally);
    case WallRole::Live:
        return live(tile.picture);
    case WallRole::StateWord:
        return stateWord(tile);
    case WallRole::StateDetail:
        return stateDetail(tile);
    case WallRole::PictureAge:
        if (!tile.stillAt)
            return {};
        return QVariant::fromValue<qint64>(
            std::chrono::duration_cast<std::chrono::milliseconds>(m_source.now().elapsed - tile.stillAt->elapsed)
                .count());
    case WallRole::AudioPeaks:
    case WallRole::AudioQuasiPeaks:
    case WallRole::AudioTruePeaks:
    case WallRole::ShortTermLoudness:
        return sound(tile, role);
    case WallRole::Badge:
        return badge(tile);
    case WallRole::AudioWord:
        return live(tile.picture) && (!tile.audio || !tile.audio->present) ? tr("NO AUDIO") : QString();
    case WallRole::Alarm: {
        const Alarm *alarm = worst(tile);
        return alarm ? static_cast<int>(alarm->priority) : static_cast<int>(TileAlarm::None);
    }
    case WallRole::AlarmWord: {
        const Alarm *alarm = worst(tile);
        return alarm ? alarm->what : QString();
    }
    case WallRole::AccessibleText:
    case Qt::AccessibleTextRole:
        return accessibleText(tile);
    case Qt::ToolTipRole:
        return linkText(tile);
    case FeedRole::Figures:
        return figures(tile);
    case FeedRole::Link:
        return linkText(tile);
    default:
        return {};
    }
}

QString WallModel::detail(const Tile &tile) const
{
    if (!tile.feed.umd.isEmpty())
        return tile.feed.umd;
    if (!tile.picture || !tile.picture->format)
        return {};
    return words::format(*tile.picture->format);
}

QVariant WallModel::sound(const Tile &tile, int role) const
{
    const bool heard = tile.audio && tile.audio->present && live(tile.picture);
    const std::vector<float> none;
    switch (role) {
    case WallRole::AudioQuasiPeaks:
        return levels(heard ? tile.audio->quasiPeakDbfs.value_or(none) : none);
    case WallRole::AudioTruePeaks:
        return levels(heard ? tile.audio->truePeaksDbtp.value_or(none) : none);
    case WallRole::ShortTermLoudness:
        return heard && tile.audio->shortTermLufs ? QVariant(*tile.audio->shortTermLufs) : QVariant();
    default:
        return levels(heard ? tile.audio->peakDbfs : none);
    }
}

QStringList WallModel::badge(const Tile &tile) const
{
    if (!live(tile.picture))
        return {};
    QStringList parts;
    if (const QString left = words::decoding(tile.picture->decoding); !left.isEmpty())
        parts << left;
    if (const QString &decoder = tile.picture->decoder; !decoder.isEmpty())
        parts << words::decoder(decoder);
    if (tile.link && tile.link->receiveRate)
        parts << words::rate(*tile.link->receiveRate);
    else if (tile.transport)
        parts << words::rate(tile.transport->rate);
    // Where the label has a text of its own, the format is said here.
    if (!tile.feed.umd.isEmpty() && tile.picture->format)
        parts << words::format(*tile.picture->format);
    return parts;
}

std::optional<WallModel::ContentFault> WallModel::contentFault(const Tile &tile) const
{
    if (!live(tile.picture) || !tile.picture->content)
        return std::nullopt;
    const media::PictureContent &content = *tile.picture->content;
    const FeedLimits &limits = tile.feed.limits;
    const auto since = [&](const QString &word, std::chrono::milliseconds measured) {
        const auto more =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_source.now().elapsed - tile.pictureAt.elapsed);
        return ContentFault{word, measured + more};
    };
    if (limits.black.on && content.black.count() > 0 && content.black >= limits.black.warn)
        return since(tr("BLACK"), content.black);
    // A still black, even or barred picture is that, and not a frozen one (PictureAlarms).
    const bool still = content.black.count() == 0 && content.flat.count() == 0 && content.bars.count() == 0;
    const auto frozen = content.frozen.value_or(0ms);
    if (limits.freeze.on && still && frozen.count() > 0 && frozen >= limits.freeze.warn)
        return since(tr("FROZEN"), frozen);
    return std::nullopt;
}

QString WallModel::stateWord(const Tile &tile) const
{
    if (!tile.picture)
        return tr("WAITING");
    switch (tile.picture->signal) {
    case SignalState::Live: {
        const auto fault = contentFault(tile);
        if (fault)
            return fault->word;
        return tile.picture->decoding == media::DecodeMode::Off ? words::decoding(tile.picture->decoding) : QString();
    }
    case SignalState::Stalled:
        return tr("STALLED");
    case SignalState::NoSignal:
        return tr("NO SIGNAL");
    case SignalState::AudioOnly:
        return tr("AUDIO ONLY");
    case SignalState::Waiting:
        break;
    }
    switch (tile.picture->waitingFor) {
    case WaitingFor::KeyPicture:
        return tr("WAITING FOR KEY PICTURE");
    case WaitingFor::TransportStream:
        return tile.transport && tile.transport->rate.value > 0 && !tile.transport->recognised ? tr("NOT MPEG-TS")
                                                                                               : tr("WAITING FOR DATA");
    case WaitingFor::Connection:
    case WaitingFor::Nothing:
        break;
    }
    return tr("WAITING");
}

QString WallModel::stateDetail(const Tile &tile) const
{
    if (const auto fault = contentFault(tile))
        return tr("for %1").arg(words::duration(fault->lasting));
    if (!tile.picture || live(tile.picture))
        return {};
    const auto inState = tile.picture->inState + (m_source.now().elapsed - tile.pictureAt.elapsed);
    const QString since =
        tr("for %1").arg(words::duration(std::chrono::duration_cast<std::chrono::microseconds>(inState)));
    if (!tile.link || !tile.link->fault)
        return since;
    return tr("%1 · %2", "for how long, and why").arg(since, tile.link->fault->text());
}

QString WallModel::figures(const Tile &tile) const
{
    const QString word = stateWord(tile);
    if (!word.isEmpty()) {
        // The badge beside it says the word already.
        const QString since = stateDetail(tile);
        const Alarm *alarm = worst(tile);
        if (since.isEmpty() || (alarm && alarm->what == word))
            return since;
        return tr("%1 %2", "state, for how long").arg(word, since);
    }
    if (!tile.link)
        return {};
    const media::LinkSample &link = *tile.link;
    if (link.interval.dropped > 0)
        return tr("dropped %1 /s", "packets in the last second").arg(link.interval.dropped);
    if (tile.fallsBehind)
        return tr("the decoder falls behind");
    if (link.latency && link.roundTrip && tile.feed.limits.margin.on &&
        *link.latency < *link.roundTrip * tile.feed.limits.marginRoundTrips) {
        const double roundTrips =
            std::chrono::duration<double>(*link.latency) / std::chrono::duration<double>(*link.roundTrip);
        return tr("latency %1 × RTT").arg(QLocale().toString(roundTrips, 'f', 1));
    }
    if (link.receiveRate)
        return words::rate(*link.receiveRate);
    return tile.transport ? words::rate(tile.transport->rate) : QString();
}

QString WallModel::linkText(const Tile &tile) const
{
    const QString place = tile.feed.place();
    if (!tile.link)
        return tr("%1: not started").arg(place);
    switch (tile.link->state) {
    case LinkState::Connected:
        return tr("%1: connected to %2").arg(place, tile.link->peer);
    case LinkState::Connecting:
        return tr("%1: calling").arg(place);
    case LinkState::Waiting:
        return tr("%1: waiting for a sender").arg(place);
    case LinkState::Failed:
        break;
    }
    if (!tile.link->fault)
        return tr("%1: failed").arg(place);
    return tr("%1. %2").arg(tile.link->fault->text(), tile.link->fault->advice);
}

QString WallModel::accessibleText(const Tile &tile) const
{
    QStringList parts{tile.feed.id.text};
    switch (tile.tally ? tile.tally->tally : Tally::Unknown) {
    case Tally::Program:
        parts.append(tr("on program"));
        break;
    case Tally::Preview:
        parts.append(tr("on preview"));
        break;
    case Tally::Unknown:
        parts.append(tr("tally unknown"));
        break;
    case Tally::Disputed:
        parts.append(tr("on program, or not: provider and return do not agree"));
        break;
    case Tally::Off:
        break;
    }
    const QString word = stateWord(tile);
    parts.append(word.isEmpty() ? tr("live")
                                : tr("%1 %2", "state, for how long").arg(word, stateDetail(tile)).toLower());
    if (const Alarm *alarm = worst(tile); alarm && alarm->what != word)
        parts.append(alarm->what.toLower());
    return parts.join(QStringLiteral(", "));
}

} // namespace gantry
