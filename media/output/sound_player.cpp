#include "media/output/sound_player.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {
namespace {

using Seconds = std::chrono::duration<double>;
using std::chrono::microseconds;

// Stamps that jump further than this are another programme, or the same one begun anew.
constexpr std::chrono::seconds jump{1};

} // namespace

SoundPlayer::SoundPlayer(std::shared_ptr<SoundTap> tap, int sampleRate)
    : m_tap(std::move(tap))
    , m_sampleRate(sampleRate)
    , m_step(float(1 / (Seconds(fade).count() * sampleRate)))
    , m_queue(sampleRate)
{
}

void SoundPlayer::takeIn()
{
    SoundTap::Taken taken = m_tap->take();
    for (SoundTap::Block &block : taken.sound) {
        if (m_expected && std::chrono::abs(block.stamp - *m_expected) > jump) {
            m_queue.clear();
            m_lips.reset();
        }
        m_expected = block.stamp + std::chrono::duration_cast<microseconds>(block.view().duration());
        m_lips.sound(block.stamp, block.decoded);
        m_queue.append(std::move(block));
    }
    for (const SoundTap::Picture &picture : taken.pictures)
        m_lips.picture(picture.stamp, picture.shown);
    m_lost = taken.lost;
}

void SoundPlayer::keepPace(Time now, Time heard)
{
    const auto elapsed = m_noted ? now - *m_noted : Time::duration::zero();
    m_noted = now;
    const auto latency = std::chrono::duration_cast<microseconds>(heard - now);
    m_report.late = m_lips.late(latency, now);
    const auto front = m_queue.front();
    const auto wanted = front ? m_lips.heardAt(*front, latency, now) : std::nullopt;
    if (!m_seated || !wanted)
        return;
    m_pace.note(std::chrono::duration_cast<microseconds>(heard - *wanted), elapsed);
    m_unseat = m_unseat || m_pace.lost();
}

void SoundPlayer::mix(std::span<float> stereo, Time now, Time heard)
{
    takeIn();
    m_queue.ready(1, m_pace.speed());
    keepPace(now, heard);
    const auto latency = std::chrono::duration_cast<microseconds>(heard - now);
    const std::size_t frames = stereo.size() / 2;
    for (std::size_t at = 0; at < frames;) {
        const std::span<float> rest = stereo.subspan(at * 2);
        if (m_seated) {
            at += play(rest);
            continue;
        }
        const auto due = heard + std::chrono::duration_cast<Time::duration>(Seconds(double(at) / m_sampleRate));
        const std::size_t wait = m_leaving ? frames - at : seat(due, now, latency, frames - at);
        ring(rest.first(wait * 2));
        at += wait;
    }
    m_report.playing = m_seated;
    m_report.overruns = m_lost + m_queue.overruns();
}

// How many frames of silence there are until the sound at the front is due. None: it is seated.
std::size_t SoundPlayer::seat(Time due, Time now, microseconds latency, std::size_t most)
{
    m_queue.ready(1, 1);
    auto front = m_queue.front();
    const auto wanted = front ? m_lips.heardAt(*front, latency, now) : std::nullopt;
    if (!wanted)
        return most;
    const double wait = std::round(Seconds(*wanted - due).count() * m_sampleRate);
    if (wait >= 1)
        return std::size_t(std::min(wait, double(most)));
    for (double late = -wait; late >= 1; --late) {
        if (m_queue.ready(1, 1) == 0)
            return most;
        m_queue.pop();
    }
    if (m_queue.ready(1, 1) == 0)
        return most;
    m_seated = true;
    m_unseat = false;
    m_gain = 0;
    m_pace.reset();
    return 0;
}

std::size_t SoundPlayer::play(std::span<float> stereo)
{
    const std::size_t frames = std::min(stereo.size() / 2, m_queue.ready(stereo.size() / 2, m_pace.speed()));
    if (frames == 0) {
        ++m_report.underruns;
        m_seated = false;
        m_tail = 1;
        return 0;
    }
    for (std::size_t i = 0; i < frames; ++i) {
        const bool down = m_unseat || m_leaving;
        m_gain = std::clamp(m_gain + (down ? -m_step : m_step), 0.0F, 1.0F);
        if (down && m_gain <= 0) {
            m_report.jumps += m_leaving ? 0 : 1;
            m_seated = false;
            return i;
        }
        const std::array<float, 2> frame = m_queue.pop();
        m_last = {frame[0] * m_gain, frame[1] * m_gain};
        stereo[i * 2] += m_last[0];
        stereo[i * 2 + 1] += m_last[1];
    }
    return frames;
}

// Sound that breaks off does not drop to nothing within one sample, which clicks: its last value dies away.
void SoundPlayer::ring(std::span<float> stereo)
{
    for (std::size_t i = 0; i + 1 < stereo.size() && m_tail > 0; i += 2) {
        m_tail -= m_step;
        const float gain = std::max(0.0F, m_tail);
        stereo[i] += m_last[0] * gain;
        stereo[i + 1] += m_last[1] * gain;
    }
}

} // namespace gantry::media
