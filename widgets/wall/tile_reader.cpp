#include "widgets/wall/tile_reader.h"

#include <QModelIndex>
#include <QVariant>

namespace gantry::widgets {

namespace {

std::optional<std::chrono::milliseconds> milliseconds(const QVariant &value)
{
    if (!value.isValid() || !value.canConvert<qint64>())
        return std::nullopt;
    return std::chrono::milliseconds(value.toLongLong());
}

template <typename Enum>
Enum enumOf(const QVariant &value, Enum unknown, int most)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return value.isValid() && isNumber && number >= 0 && number <= most ? Enum(number) : unknown;
}

} // namespace

void readTile(const QModelIndex &index, TileContent &content)
{
    content.label = index.data(WallRole::Label).toString();
    content.detail = index.data(WallRole::Detail).toString();
    content.tally = tallyOf(index);
    content.tallyWord = index.data(WallRole::TallyWord).toString();
    const QVariant live = index.data(WallRole::Live);
    content.live = live.isValid() ? std::optional<bool>(live.toBool()) : std::nullopt;
    content.stateWord = index.data(WallRole::StateWord).toString();
    content.stateDetail = index.data(WallRole::StateDetail).toString();
    content.pictureAge = milliseconds(index.data(WallRole::PictureAge));
    content.audioWord = index.data(WallRole::AudioWord).toString();
    content.alarm = enumOf(index.data(WallRole::Alarm), TileAlarm::None, int(TileAlarm::Unknown));
    content.alarmWord = index.data(WallRole::AlarmWord).toString();
}

TileTally tallyOf(const QModelIndex &index)
{
    return enumOf(index.data(WallRole::Tally), TileTally::Unknown, int(TileTally::Program));
}

QList<float> audioPeaks(const QModelIndex &index)
{
    return index.data(WallRole::AudioPeaks).value<QList<float>>();
}

} // namespace gantry::widgets
