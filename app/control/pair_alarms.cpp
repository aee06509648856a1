#include "app/control/pair_alarms.h"

#include <cstdlib>

namespace gantry {

using namespace std::chrono_literals;
using media::ContentMatch;
using Cause = AlarmCondition::Cause;

void PairAlarms::seen(const media::MatchSample &match, const Instant &at, AlarmTable &table)
{
    const QString backup = m_pair.backup.text;
    const QString primary = m_pair.primary.text;
    const auto place = [&](const char *rule) {
        return AlarmTable::Place{
            QStringLiteral("feed/%1/pair/%2/%3").arg(backup, m_pair.id.text, QLatin1StringView(rule)), backup};
    };
    // The picture decides; where it cannot be compared, the sound does.
    const bool pictureKnown = match.picture != ContentMatch::Unknown;
    const bool differs =
        match.picture == ContentMatch::Different || (!pictureKnown && match.sound == ContentMatch::Different);
    const bool soundDiffers = match.picture == ContentMatch::Same && match.sound == ContentMatch::Different;
    Cause cause;
    if (differs && m_limits.backup.on)
        cause = {true, AlarmPriority::Major, tr("BACKUP DIFFERS"),
                 tr("It does not carry what %1 carries: do not cut to it. Look at what its sender is fed with.")
                     .arg(primary)};
    else if (soundDiffers && m_limits.backup.on)
        cause = {true, AlarmPriority::Minor, tr("BACKUP SOUND DIFFERS"),
                 tr("It shows the picture of %1 with another sound. Look at its sender's sound input.").arg(primary)};
    table.update(place("differs"), alarmTiming(m_limits.backup), cause, at);

    const auto behind = match.picture == ContentMatch::Same ? match.pictureBehind
                        : match.sound == ContentMatch::Same ? match.soundBehind
                                                            : std::nullopt;
    Cause apart;
    if (!differs && behind && m_limits.backup.on && std::abs(behind->count()) > m_limits.backupApart.count()) {
        apart = {true, AlarmPriority::Minor, *behind > 0ms ? tr("BACKUP LATE") : tr("BACKUP EARLY"),
                 tr("It is %1 ms apart from %2: a cut would be seen. Bring the latencies of both ways closer together.")
                     .arg(std::abs(behind->count()))
                     .arg(primary)};
    }
    table.update(place("apart"), alarmTiming(m_limits.backup), apart, at);
}

} // namespace gantry
