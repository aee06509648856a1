#include "widgets/wall/tile_reader.h"

#include <QModelIndex>
#include <QStringList>
#include <QVariant>

#include <cmath>

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
    content.badge = index.data(WallRole::Badge).toStringList();
    bool known = false;
    const double loudness = index.data(WallRole::ShortTermLoudness).toDouble(&known);
    content.loudness = known && std::isfinite(loudness) ? std::optional<double>(loudness) : std::nullopt;
}

TileTally tallyOf(const QModelIndex &index)
{
    return enumOf(index.data(WallRole::Tally), TileTally::Unknown, int(TileTally::Elsewhere));
}

AudioReading readAudio(const QModelIndex &index, AudioMeter wanted)
{
    AudioReading reading;
    reading.peaks = index.data(WallRole::AudioPeaks).value<QList<float>>();
    reading.levels = reading.peaks;
    const int role = wanted == AudioMeter::QuasiPeak ? int(WallRole::AudioQuasiPeaks) : int(WallRole::AudioTruePeaks);
    if (wanted == AudioMeter::SamplePeak)
        return reading;
    const auto levels = index.data(role).value<QList<float>>();
    if (levels.isEmpty() || levels.size() != reading.peaks.size())
        return reading;
    reading.levels = levels;
    reading.meter = wanted;
    return reading;
}

} // namespace gantry::widgets
