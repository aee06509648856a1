#include "app/control/picture_alarms.h"

namespace gantry {

using media::PictureContent;
using std::chrono::milliseconds;

namespace {

struct ContentRule
{
    const char *rule;
    FeedLimits::Times FeedLimits::*times;
    std::optional<milliseconds> (*lasting)(const PictureContent &content);
    const char *what;
    const char *advice;
    bool warns; // in two steps: minor, then as bad as it gets
    AlarmPriority offAir;
};

// In this order: the first that is the case hides the others, all of which it would explain.
template <auto member>
std::optional<milliseconds> lasting(const PictureContent &content)
{
    return content.*member;
}

constexpr ContentRule contentRules[] = {
    {"black", &FeedLimits::black, lasting<&PictureContent::black>, QT_TRANSLATE_NOOP("gantry::PictureAlarms", "BLACK"),
     QT_TRANSLATE_NOOP("gantry::PictureAlarms", "The picture is black. Look at the camera, its shutter and the mixer's "
                                                "output."),
     true, AlarmPriority::Major},
    {"bars", &FeedLimits::bars, lasting<&PictureContent::bars>, QT_TRANSLATE_NOOP("gantry::PictureAlarms", "COLOUR BARS"),
     QT_TRANSLATE_NOOP("gantry::PictureAlarms", "The picture is colour bars. Has the sender switched to its test "
                                                "picture?"),
     false, AlarmPriority::Info},
    {"flat", &FeedLimits::flat, lasting<&PictureContent::flat>, QT_TRANSLATE_NOOP("gantry::PictureAlarms", "FLAT FIELD"),
     QT_TRANSLATE_NOOP("gantry::PictureAlarms", "The picture is one even field. Is the camera connected to its "
                                                "encoder?"),
     false, AlarmPriority::Minor},
    {"frozen", &FeedLimits::freeze, lasting<&PictureContent::frozen>, QT_TRANSLATE_NOOP("gantry::PictureAlarms", "FROZEN"),
     QT_TRANSLATE_NOOP("gantry::PictureAlarms", "The picture does not move. Look at the camera and its encoder; for "
                                                "slides set limits.freeze to off in the show file."),
     true, AlarmPriority::Major},
};

// Bars and a flat field on air are wrong programme; black and frozen are none.
AlarmPriority priorityOf(const ContentRule &rule, const FeedScene &scene)
{
    if (rule.warns)
        return scene.lossPriority();
    return scene.onProgram() ? AlarmPriority::Major : rule.offAir;
}

} // namespace

void PictureAlarms::judge(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    bool explained = !scene.showsPictures() || !scene.picture->content;
    for (const ContentRule &rule : contentRules) {
        const FeedLimits::Times &times = scene.feed.limits.*rule.times;
        const auto time = explained ? milliseconds(0) : rule.lasting(*scene.picture->content).value_or(milliseconds(0));
        AlarmCondition::Cause cause;
        if (time.count() > 0 && times.on) {
            cause = {true,
                     rule.warns ? AlarmPriority::Minor : priorityOf(rule, scene),
                     tr(rule.what),
                     tr(rule.advice),
                     priorityOf(rule, scene),
                     time};
        }
        table.update(scene.place(rule.rule), rule.warns ? steppedTiming(times) : alarmTiming(times), cause, now);
        explained = explained || time.count() > 0;
    }
    judgeDecoder(scene, now, table);
}

void PictureAlarms::judgeDecoder(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    if (!scene.picture || scene.picture->decoder.isEmpty())
        return; // nothing is decoded: neither better nor worse
    const FeedLimits::Times &times = scene.feed.limits.decoder;
    const bool software = scene.picture->decoder == QLatin1StringView("software");
    m_hadGpu = m_hadGpu || !software;
    AlarmCondition::Cause cause;
    if (software && m_hadGpu && times.on) {
        cause = {true, AlarmPriority::Minor, tr("SOFTWARE DECODING"),
                 tr("%1 The feed is decoded in software now: watch the load of the processor.", "why")
                     .arg(scene.picture->decoderNote.value_or(QString()))
                     .trimmed()};
    }
    table.update(scene.place("decoder"), alarmTiming(times), cause, now);
}

} // namespace gantry
