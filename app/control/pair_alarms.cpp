#include "app/control/pair_alarms.h"

#include <cstdlib>

namespace gantry {

using namespace std::chrono_literals;
using media::ContentMatch;
using Cause = AlarmCondition::Cause;

namespace {

constexpr AlarmTiming differsTiming{5s, 2s};
constexpr AlarmTiming apartTiming{5s, 5s};

} // namespace

void PairAlarms::seen(const media::MatchSample &match, const Instant &at, AlarmTable &table)
{
    const auto place = [this](const char *rule) {
        return AlarmTable::Place{QStringLiteral("pair/%1/%2").arg(m_pair.text, QLatin1StringView(rule)), m_pair.text};
    };
    // The picture decides; where it cannot be compared, the sound does.
    const bool pictureKnown = match.picture != ContentMatch::Unknown;
    const bool differs =
        match.picture == ContentMatch::Different || (!pictureKnown && match.sound == ContentMatch::Different);
    const bool soundDiffers = match.picture == ContentMatch::Same && match.sound == ContentMatch::Different;
    Cause cause;
    if (differs)
        cause = {true, AlarmPriority::Major, tr("BACKUP DIFFERS"),
                 tr("The backup does not carry what the primary carries: do not cut to it. Look at what its sender "
                    "is fed with.")};
    else if (soundDiffers)
        cause = {true, AlarmPriority::Minor, tr("BACKUP SOUND DIFFERS"),
                 tr("The backup shows the same picture with another sound. Look at its sender's sound input.")};
    table.update(place("differs"), differsTiming, cause, at);

    const auto behind = match.picture == ContentMatch::Same ? match.pictureBehind
                        : match.sound == ContentMatch::Same ? match.soundBehind
                                                            : std::nullopt;
    Cause apart;
    if (!differs && behind && std::abs(behind->count()) > farthest.count()) {
        apart = {true, AlarmPriority::Minor, *behind > 0ms ? tr("BACKUP LATE") : tr("BACKUP EARLY"),
                 tr("The backup is %1 ms apart from the primary: a cut would be seen. Bring the latencies of both "
                    "ways closer together.")
                     .arg(std::abs(behind->count()))};
    }
    table.update(place("apart"), apartTiming, apart, at);
}

} // namespace gantry
