#include "media/output/sound_output.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace gantry::media {

struct SoundOutput::Shared
{
    std::mutex mutex; // between UI and sound thread, held by the UI for a pointer or a report
    std::shared_ptr<SoundTap> wanted;
    bool changed = false;
    bool afresh = false; // the device was closed meanwhile: nothing of before is to be heard
    bool silent = true;  // nothing is playing or fading any more
    SoundPlayer::Report report;

    // Sound thread only.
    std::unique_ptr<SoundPlayer> heard;
    std::vector<std::unique_ptr<SoundPlayer>> leaving;
    int sampleRate = 0;

    void follow(int rate)
    {
        const std::lock_guard lock(mutex);
        const bool another = rate != std::exchange(sampleRate, rate); // what was prepared for the old one is of no use
        if (std::exchange(afresh, false) || another) {
            leaving.clear();
            heard.reset();
            changed = true;
        }
        if (!std::exchange(changed, false))
            return;
        if (heard) {
            heard->leave();
            leaving.push_back(std::move(heard));
        }
        if (wanted)
            heard = std::make_unique<SoundPlayer>(wanted, rate);
    }

    void fill(std::span<float> stereo, int rate, SoundSink::Time now, SoundSink::Time at)
    {
        follow(rate);
        for (const auto &player : leaving)
            player->mix(stereo, now, at);
        if (heard)
            heard->mix(stereo, now, at);
        std::erase_if(leaving, [](const auto &player) { return player->gone(); });
        for (float &sample : stereo)
            sample = std::clamp(sample, -1.0F, 1.0F);
        const std::lock_guard lock(mutex);
        report = heard ? heard->report() : SoundPlayer::Report();
        silent = !heard && leaving.empty() && !changed;
    }
};

SoundOutput::SoundOutput(std::unique_ptr<SoundSink> sink)
    : m_shared(std::make_shared<Shared>()), m_sink(std::move(sink))
{
}

SoundOutput::~SoundOutput() = default;

void SoundOutput::listen(std::shared_ptr<SoundTap> tap)
{
    const bool wanted = tap != nullptr;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->wanted.swap(tap);
        m_shared->changed = true;
        m_shared->silent = false;
    }
    if (!wanted)
        return;
    m_open = true;
    m_sink->open([shared = m_shared](std::span<float> stereo, int rate, SoundSink::Time now, SoundSink::Time heard) {
        shared->fill(stereo, rate, now, heard);
    });
}

SoundOutput::State SoundOutput::look()
{
    State state;
    if (!m_open)
        return state;
    state.fault = m_sink->fault();
    bool idle = state.fault.has_value();
    std::shared_ptr<SoundTap> letGo;
    {
        const std::lock_guard lock(m_shared->mutex);
        state.report = m_shared->report;
        idle = idle || (m_shared->silent && !m_shared->wanted);
        if (idle) {
            letGo.swap(m_shared->wanted);
            m_shared->changed = m_shared->afresh = true;
            m_shared->report = {};
        }
    }
    if (idle) {
        m_sink->close();
        m_open = false;
    }
    return state;
}

} // namespace gantry::media
