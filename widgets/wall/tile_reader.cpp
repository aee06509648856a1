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

void readTile(const QModelIndex &index, TileContent &content, const QList<int> &roles)
{
    const auto read = [&](int role, auto take) {
        if (roles.isEmpty() || roles.contains(role))
            take(index.data(role));
    };
    const auto text = [&](int role, QString &into) {
        read(role, [&](const QVariant &value) { into = value.toString(); });
    };
    text(WallRole::Label, content.label);
    text(WallRole::Detail, content.detail);
    read(WallRole::Tally, [&](const QVariant &) { content.tally = tallyOf(index); });
    text(WallRole::TallyWord, content.tallyWord);
    read(WallRole::Live, [&](const QVariant &live) {
        content.live = live.isValid() ? std::optional<bool>(live.toBool()) : std::nullopt;
    });
    text(WallRole::StateWord, content.stateWord);
    text(WallRole::StateDetail, content.stateDetail);
    read(WallRole::PictureAge, [&](const QVariant &age) { content.pictureAge = milliseconds(age); });
    text(WallRole::AudioWord, content.audioWord);
    read(WallRole::Alarm,
         [&](const QVariant &alarm) { content.alarm = enumOf(alarm, TileAlarm::None, int(TileAlarm::Unknown)); });
    text(WallRole::AlarmWord, content.alarmWord);
    read(WallRole::Badge, [&](const QVariant &badge) { content.badge = badge.toStringList(); });
    read(WallRole::ShortTermLoudness, [&](const QVariant &value) {
        bool known = false;
        const double loudness = value.toDouble(&known);
        content.loudness = known && std::isfinite(loudness) ? std::optional<double>(loudness) : std::nullopt;
    });
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
