#include "app/control/load_policy.h"

#include <algorithm>

namespace gantry {

using media::DecodeMode;

namespace {

// Longer than this between two looks, the machine slept or was stopped: what was before says nothing.
constexpr std::chrono::seconds lostTrack{5};

DecodeMode modeOf(FeedShare declared)
{
    switch (declared) {
    case FeedShare::Full:
        return DecodeMode::Full;
    case FeedShare::Light:
        return DecodeMode::Light;
    case FeedShare::Thumbnail:
    case FeedShare::Auto:
        return DecodeMode::Thumbnail;
    case FeedShare::Off:
        return DecodeMode::Off;
    }
    return DecodeMode::Full;
}

} // namespace

media::FeedLoad LoadPolicy::loadOf(const FeedUse &use, LoadStep step)
{
    const bool fewer = step >= LoadStep::FewerProbes;
    if (use.isWanted())
        return {DecodeMode::Full, fewer};
    // Comparing needs the pictures themselves. That a person declared less goes before it.
    const bool automatic = use.declared == FeedShare::Full || use.declared == FeedShare::Auto;
    if (use.compared && automatic && !fewer)
        return {DecodeMode::Full, fewer};
    DecodeMode mode = modeOf(use.declared);
    if (!use.shown || step >= LoadStep::FarTilesKeyPictures)
        mode = std::min(mode, DecodeMode::Thumbnail);
    else if (step >= LoadStep::FarTilesLight)
        mode = std::min(mode, DecodeMode::Light);
    return {mode, fewer};
}

std::vector<media::FeedLoad> LoadPolicy::judge(std::span<const FeedUse> uses, const MachineState &machine, Time now)
{
    watch(machine, now);
    std::vector<media::FeedLoad> loads;
    loads.reserve(uses.size());
    for (const FeedUse &use : uses)
        loads.push_back(loadOf(use, m_step));
    return loads;
}

void LoadPolicy::watch(const MachineState &machine, Time now)
{
    if (now - m_last > lostTrack) {
        m_behindSince.reset();
        m_calmSince.reset();
    }
    m_last = now;

    const bool behind = machine.waited >= lateFrom || machine.thrownAway > 0 ||
                        machine.drawnShare.value_or(1) < drawnAtLeast;
    const bool calm = !behind && machine.waited < calmBelow && machine.drawnShare.value_or(1) >= drawnWhenCalm &&
                      machine.busy.value_or(0) < busyWhenCalm;
    m_behindSince = behind ? std::optional(m_behindSince.value_or(now)) : std::nullopt;
    m_calmSince = calm ? std::optional(m_calmSince.value_or(now)) : std::nullopt;

    if (m_step != LoadStep::None && now - m_changed < settles)
        return;
    if (m_behindSince && now - *m_behindSince >= fallAfter && m_step != LoadStep::FewerProbes) {
        if (m_rose && now - *m_rose < relapse)
            m_patience = std::min(m_patience * 2, riseAtLast);
        m_step = LoadStep(int(m_step) + 1);
        m_changed = now;
        m_behindSince.reset();
    } else if (m_calmSince && m_step != LoadStep::None && now - std::max(*m_calmSince, m_changed) >= m_patience) {
        m_step = LoadStep(int(m_step) - 1);
        m_changed = now;
        m_rose = now;
        m_calmSince = now;
    }
    // A rise that has held is trusted again.
    if (m_rose && now - *m_rose >= riseAtLast)
        m_patience = riseAfter;
}

} // namespace gantry
