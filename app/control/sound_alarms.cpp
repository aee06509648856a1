#include "app/control/sound_alarms.h"

#include <QLocale>

namespace gantry {

using namespace std::chrono;
using namespace std::chrono_literals;
using media::AudioLevels;
using Cause = AlarmCondition::Cause;

namespace {

constexpr auto oldAfter = 2s; // levels come five times a second

QString oneDecimal(double value)
{
    return QLocale().toString(value, 'f', 1);
}

} // namespace

void SoundAlarms::heard(const FeedScene &scene, const AudioLevels &levels, const Instant &at, AlarmTable &table)
{
    m_levels = levels;
    m_heardAt = at.elapsed;
    m_hadSound = m_hadSound || levels.present;
    judge(scene, at, table);
}

const AudioLevels *SoundAlarms::current(const FeedScene &scene, const Instant &now) const
{
    return m_levels && scene.shouldSound() && now.elapsed - m_heardAt <= oldAfter ? &*m_levels : nullptr;
}

void SoundAlarms::judge(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    judgeSilence(scene, now, table);
    judgeFaults(scene, now, table);
    judgeLevels(scene, now, table);
    judgeSync(scene, now, table);
}

void SoundAlarms::judgeSilence(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    AlarmTiming timing = alarmTiming(limits.silence);
    if (scene.onProgram())
        timing.hold = limits.silenceOnProgram;
    const AudioLevels *levels = current(scene, now);
    Cause cause;
    if (levels && limits.silence.on) {
        // A feed that never had sound is a choice; one that lost its track is silent.
        const bool gone = !levels->present && m_hadSound;
        const bool silent = levels->present && levels->faults && levels->faults->silent > 0ms;
        if (gone || silent)
            cause = {true, scene.qualityPriority(), gone ? tr("NO AUDIO") : tr("SILENCE"),
                     gone
                         ? tr("The stream carries no sound any more. Look at the sender's sound input.")
                         : tr("No channel is above the silence limit. Look at the sound desk and the sender's input.")};
        if (silent)
            cause.lasting = levels->faults->silent;
    }
    table.update(scene.place("silence"), timing, cause, now);
}

void SoundAlarms::judgeFaults(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const AudioLevels *levels = current(scene, now);
    const media::SoundFaults faults =
        levels && levels->present ? levels->faults.value_or(media::SoundFaults{}) : media::SoundFaults{};
    Cause dead;
    if (faults.channelDead > 0ms && limits.channelSilent.on) {
        dead = {true, AlarmPriority::Minor, tr("CHANNEL SILENT"),
                tr("Channel %1 is silent while others are not. Look at its cable and the sender's channel map.")
                    .arg(faults.deadChannel)};
        dead.lasting = faults.channelDead;
    }
    table.update(scene.place("channel-silent"), alarmTiming(limits.channelSilent), dead, now);

    Cause phase;
    if (faults.outOfPhase > 0ms && limits.phase.on) {
        phase = {
            true, AlarmPriority::Minor, tr("OUT OF PHASE"),
            tr("Left and right cancel each other: who listens in mono hears little. Turn one channel's polarity.")};
        phase.lasting = faults.outOfPhase;
    }
    table.update(scene.place("phase"), alarmTiming(limits.phase), phase, now);

    Cause clipping;
    if (faults.clippedShare > scene.feed.settings.limits.clippedShare && limits.clipping.on) {
        clipping = {true, AlarmPriority::Minor, tr("CLIPPING"),
                    tr("%1 % of the samples of the last 10 s are at full scale. Lower the level before the sender.")
                        .arg(QLocale().toString(faults.clippedShare * 100, 'f', 2))};
    }
    table.update(scene.place("clipping"), alarmTiming(limits.clipping), clipping, now);
}

void SoundAlarms::judgeLevels(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const AudioLevels *levels = current(scene, now);
    Cause loudness;
    if (levels && levels->integratedLufs && limits.loudnessTarget && limits.loudness.on) {
        const double off = *levels->integratedLufs - *limits.loudnessTarget;
        if (std::abs(off) > limits.loudnessTolerance) {
            loudness = {
                true, AlarmPriority::Minor, off > 0 ? tr("TOO LOUD") : tr("TOO SOFT"),
                tr("Integrated loudness is %1 LUFS, the target %2 LUFS. Change the level by %3 dB.")
                    .arg(oneDecimal(*levels->integratedLufs), oneDecimal(*limits.loudnessTarget), oneDecimal(-off))};
        }
    }
    table.update(scene.place("loudness"), alarmTiming(limits.loudness), loudness, now);

    Cause peak;
    if (levels && levels->truePeakDbtp && *levels->truePeakDbtp > limits.truePeakMost && limits.truePeak.on) {
        peak = {true, AlarmPriority::Minor, tr("TRUE PEAK"),
                tr("True peak is %1 dBTP, at most %2 dBTP survive the next encoder. Lower the level or its limiter.")
                    .arg(oneDecimal(*levels->truePeakDbtp), oneDecimal(limits.truePeakMost))};
    }
    table.update(scene.place("true-peak"), alarmTiming(limits.truePeak), peak, now);
}

void SoundAlarms::judgeSync(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    const FeedLimits &limits = scene.feed.limits;
    const AudioLevels *levels = scene.showsPictures() ? current(scene, now) : nullptr;
    Cause cause;
    if (levels && levels->soundEarly && limits.sync.on) {
        const auto early = *levels->soundEarly;
        if (early > limits.soundEarlyWarn || -early > limits.soundLateWarn) {
            const bool far = early > limits.soundEarlyAlarm || -early > limits.soundLateAlarm;
            const QString ms = QString::number(abs(early).count());
            cause = {true, far ? AlarmPriority::Major : AlarmPriority::Minor, tr("A/V OFFSET"),
                     early > 0ms ? tr("Sound comes %1 ms before its picture. Delay the sound at the sender.").arg(ms)
                                 : tr("Sound comes %1 ms after its picture. Delay the picture at the sender.").arg(ms)};
        }
    }
    table.update(scene.place("sync"), alarmTiming(limits.sync), cause, now);
}

} // namespace gantry
