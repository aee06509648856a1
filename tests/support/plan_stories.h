#pragma once
// The words in which tests tell a failover plan what happens, second by second, and read back what it decided.

#include "app/control/failover_plan.h"
#include "tests/support/stories.h"

#include <QMap>

namespace gantry::tests {

// A, then B of smallShow()'s encoder Main.
inline Plan mainPlan()
{
    Plan plan;
    plan.id = {QStringLiteral("main-stage")};
    plan.encoder = {QStringLiteral("Main")};
    plan.sources = {{QStringLiteral("A"), {QStringLiteral("CAM 1")}}, {QStringLiteral("B"), {QStringLiteral("CAM 2")}}};
    plan.grace = std::chrono::seconds(10);
    return plan;
}

// How a feed is while time passes; the records that say so come once a second, as in a room.
struct FeedLife
{
    bool told = true; // telemetry arrives
    media::SignalState signal = media::SignalState::Live;
    bool black = false;
    bool silent = false;
    std::int64_t dropped = 0; // of each second's 1000 packets
};

class PlanStory
{
public:
    explicit PlanStory(FailoverPlan &plan) : m_plan(plan)
    {
        feeds[QStringLiteral("CAM 1")] = {};
        feeds[QStringLiteral("CAM 2")] = {};
    }

    QMap<QString, FeedLife> feeds;
    QString onAir = QStringLiteral("A");
    bool encoderTold = true;
    QList<PlanStep> steps;

    void happens(const Payload &payload) { steps += m_plan.seen({++m_number, clock.now(), payload}); }
    // Everything is told at each whole second, and the plan is asked ten times in it.
    void pass(std::chrono::seconds time)
    {
        using namespace std::chrono_literals;
        for (auto second = 0s; second < time; ++second) {
            tell();
            for (int tenth = 0; tenth < 10; ++tenth) {
                clock.pass(100ms);
                steps += m_plan.passed(clock.now());
            }
        }
    }
    // "switch A B", one line a step since the last call.
    QStringList takeLines()
    {
        static const char *const words[] = {"switch", "return", "offer", "stuck", "doubt", "held"};
        QStringList lines;
        for (const PlanStep &step : std::exchange(steps, {}))
            lines.append(
                QStringLiteral("%1 %2 %3").arg(QLatin1String(words[int(step.kind)]), step.from, step.to).trimmed());
        return lines;
    }

    ManualClock clock;

private:
    void tell()
    {
        using namespace std::chrono_literals;
        for (auto each = feeds.cbegin(); each != feeds.cend(); ++each) {
            if (!each->told)
                continue;
            Since &since = m_since[each.key()];
            count(since.lost, each->signal == media::SignalState::NoSignal);
            count(since.black, each->black);
            count(since.silent, each->silent);
            media::PictureState state;
            state.signal = each->signal;
            state.inState = each->signal == media::SignalState::NoSignal ? since.lost : 0ms;
            state.content = media::PictureContent{};
            state.content->black = since.black;
            happens(PictureRecord{{each.key()}, state});
            media::AudioLevels levels;
            levels.present = true;
            levels.faults = media::SoundFaults{};
            levels.faults->silent = since.silent;
            happens(AudioRecord{{each.key()}, levels});
            LinkRecord link = connected("", 1000 - each->dropped, each->dropped);
            link.feed = {each.key()};
            happens(link);
        }
        if (encoderTold)
            happens(encoder(cloud::EncoderState::Running, "RUNNING", {onAir, onAir}));
        else
            happens(unreachable());
    }

    struct Since
    {
        std::chrono::milliseconds lost{0};
        std::chrono::milliseconds black{0};
        std::chrono::milliseconds silent{0};
    };
    static void count(std::chrono::milliseconds &time, bool present)
    {
        time = present ? time + std::chrono::seconds(1) : std::chrono::milliseconds(0);
    }

    FailoverPlan &m_plan;
    QMap<QString, Since> m_since;
    RecordNumber m_number = 0;
};

} // namespace gantry::tests
