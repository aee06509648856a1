#include "app/control/backup_ready.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace gantry {

using media::ContentMatch;
using media::SignalState;
using std::chrono::milliseconds;

namespace {

constexpr double samePace = 0.005; // of the frame rate: 29.97 is not 30, and what is measured wobbles

template <typename Told, typename Time>
auto fresh(const Told &told, Time now) -> decltype(&*told.value)
{
    return told.value && now - told.at <= BackupReady::freshFor ? &*told.value : nullptr;
}

bool isLive(const media::PictureState *state)
{
    return state && state->signal == SignalState::Live;
}

std::optional<double> mean(const auto &values)
{
    if (values.empty())
        return std::nullopt;
    double sum = 0;
    for (const auto &[at, value] : values)
        sum += value;
    return sum / double(values.size());
}

QString shortFormat(const media::VideoFormat &format)
{
    const QString size = QStringLiteral("%1×%2").arg(format.size.width()).arg(format.size.height());
    const QString scan = format.interlaced.value_or(false) ? QStringLiteral("i") : QStringLiteral("p");
    return size + scan + QLocale().toString(format.framesPerSecond, 'g', 4);
}

} // namespace

Ready BackupState::verdict() const
{
    const auto is = [this](Ready verdict) {
        return std::ranges::any_of(checks, [&](const ReadyCheck &check) { return check.verdict == verdict; });
    };
    return is(Ready::No) ? Ready::No : is(Ready::Unknown) ? Ready::Unknown : Ready::Yes;
}

bool BackupReady::seen(const Record &record)
{
    const Time at = record.at.elapsed;
    if (const auto *match = std::get_if<MatchRecord>(&record.payload)) {
        if (match->pair != m_pair.id)
            return false;
        m_match = {match->sample, at};
        return true;
    }
    const auto sideOf = [this](const FeedId &feed) {
        return feed == m_pair.primary ? &m_primary : feed == m_pair.backup ? &m_backup : nullptr;
    };
    if (const auto *picture = std::get_if<PictureRecord>(&record.payload)) {
        Side *side = sideOf(picture->feed);
        if (side)
            side->picture = {picture->state, at};
        return side;
    }
    if (const auto *audio = std::get_if<AudioRecord>(&record.payload)) {
        Side *side = sideOf(audio->feed);
        if (side)
            heard(*side, audio->levels, at);
        return side;
    }
    return false;
}

void BackupReady::heard(Side &side, const media::AudioLevels &levels, Time at)
{
    side.audio = {levels, at};
    constexpr double nothing = silentBelow - 10; // what is told as minus infinity, or lower, would outweigh the rest
    if (levels.present && levels.shortTermLufs)
        side.loudness.emplace_back(at, std::isfinite(*levels.shortTermLufs) ? std::max(*levels.shortTermLufs, nothing)
                                                                            : nothing);
    while (!side.loudness.empty() && at - side.loudness.front().first > loudnessOver)
        side.loudness.pop_front();
}

BackupState BackupReady::at(const Instant &now) const
{
    const Time time = now.elapsed;
    BackupState state;
    state.behind = behind(time);
    state.checks[ReadyCheck::Decoding] = decoding(time);
    state.checks[ReadyCheck::Content] = content(time);
    state.checks[ReadyCheck::Offset] = offset(time, state.behind);
    state.checks[ReadyCheck::Format] = format(time);
    state.checks[ReadyCheck::Loudness] = loudness(time);
    return state;
}

ReadyCheck BackupReady::decoding(Time now) const
{
    const auto *state = fresh(m_backup.picture, now);
    if (!state)
        return {Ready::Unknown, tr("nothing is heard of it")};
    if (state->decoding == media::DecodeMode::Off)
        return {Ready::Unknown, tr("not decoded, on purpose")};
    switch (state->signal) {
    case SignalState::Live:
        break;
    case SignalState::Stalled:
        return {Ready::No, tr("its picture stalls")};
    case SignalState::NoSignal:
        return {Ready::No, tr("no signal")};
    case SignalState::AudioOnly:
        return {Ready::No, tr("it has no picture")};
    case SignalState::Waiting:
        return {Ready::No, tr("no picture yet")};
    }
    if (state->content && state->content->black.count() > 0 &&
        !(m_primary.picture.value && m_primary.picture.value->content &&
          m_primary.picture.value->content->black.count() > 0))
        return {Ready::No, tr("it is black")};
    return {Ready::Yes, tr("decodes")};
}

ReadyCheck BackupReady::content(Time now) const
{
    const auto *match = fresh(m_match, now);
    if (!match)
        return {Ready::Unknown, tr("not compared")};
    if (match->picture == ContentMatch::Different)
        return {Ready::No, tr("another picture")};
    if (match->sound == ContentMatch::Different)
        return {Ready::No,
                match->picture == ContentMatch::Same ? tr("another sound to the same picture") : tr("another sound")};
    if (match->picture == ContentMatch::Same)
        return {Ready::Yes, match->sound == ContentMatch::Same ? tr("same picture and sound") : tr("same picture")};
    if (match->sound == ContentMatch::Same)
        return {Ready::Yes, tr("same sound; the picture cannot be told")};
    return {Ready::Unknown, tr("the content cannot be told")};
}

std::optional<milliseconds> BackupReady::behind(Time now) const
{
    const auto *match = fresh(m_match, now);
    if (!match)
        return std::nullopt;
    if (match->picture == ContentMatch::Same && match->pictureBehind)
        return match->pictureBehind;
    return match->sound == ContentMatch::Same ? match->soundBehind : std::nullopt;
}

ReadyCheck BackupReady::offset(Time, const std::optional<milliseconds> &behind) const
{
    if (!behind)
        return {Ready::Unknown, tr("offset not known")};
    const Ready verdict = std::chrono::abs(*behind) > m_limits.backupApart ? Ready::No : Ready::Yes;
    if (behind->count() == 0)
        return {verdict, tr("in step")};
    return {verdict,
            behind->count() > 0 ? tr("%1 ms late").arg(behind->count()) : tr("%1 ms early").arg(-behind->count())};
}

ReadyCheck BackupReady::format(Time now) const
{
    const auto *primary = fresh(m_primary.picture, now);
    const auto *backup = fresh(m_backup.picture, now);
    if (!isLive(backup) || !backup->format)
        return {Ready::Unknown, tr("format not known")};
    // A primary that is lost still says what it was.
    if (!primary && m_primary.picture.value)
        primary = &*m_primary.picture.value;
    if (!primary || !primary->format)
        return {Ready::Unknown, tr("format of %1 not known").arg(m_pair.primary.text)};
    const media::VideoFormat &one = *primary->format;
    const media::VideoFormat &two = *backup->format;
    if (one.framesPerSecond <= 0 || two.framesPerSecond <= 0)
        return {Ready::Unknown, tr("frame rate not known")};
    const bool samePictures = one.size == two.size &&
                              one.interlaced.value_or(false) == two.interlaced.value_or(false) &&
                              std::abs(one.framesPerSecond - two.framesPerSecond) <= samePace * one.framesPerSecond;
    if (!samePictures)
        return {Ready::No,
                tr("%1 instead of %2", "format of the backup, of the primary").arg(shortFormat(two), shortFormat(one))};
    if (one.colour && two.colour && *one.colour != *two.colour)
        return {Ready::No,
                tr("%1 instead of %2", "format of the backup, of the primary").arg(*two.colour, *one.colour)};
    const auto *heard = fresh(m_primary.audio, now);
    const auto *own = fresh(m_backup.audio, now);
    if (heard && own && heard->present && own->present && heard->peakDbfs.size() != own->peakDbfs.size())
        return {Ready::No, tr("%1 sound channels instead of %2").arg(own->peakDbfs.size()).arg(heard->peakDbfs.size())};
    return {Ready::Yes, shortFormat(two)};
}

ReadyCheck BackupReady::loudness(Time now) const
{
    const auto *primary = fresh(m_primary.audio, now);
    const auto *backup = fresh(m_backup.audio, now);
    if (!backup || !primary)
        return {Ready::Unknown, tr("loudness not known")};
    if (!primary->present && !backup->present)
        return {Ready::Yes, tr("no sound in either")};
    if (!backup->present)
        return {Ready::No, tr("it has no sound")};
    if (!primary->present)
        return {Ready::No, tr("%1 has no sound, it has").arg(m_pair.primary.text)};
    const auto one = mean(m_primary.loudness);
    const auto two = mean(m_backup.loudness);
    if (!one || !two)
        return {Ready::Unknown, tr("loudness not known")};
    if (*one < silentBelow && *two < silentBelow)
        return {Ready::Yes, tr("both silent")};
    const double apart = *two - *one;
    if (*two < silentBelow)
        return {Ready::No, tr("it is silent")};
    return {std::abs(apart) > loudnessApart ? Ready::No : Ready::Yes,
            tr("loudness %1 LU", "against the primary, with its sign")
                .arg((apart < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) +
                     QLocale().toString(std::abs(apart), 'f', 1))};
}

} // namespace gantry
