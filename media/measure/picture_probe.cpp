#include "media/measure/picture_probe.h"

#include <algorithm>

namespace gantry::media {

void PictureProbe::connected(Time now)
{
    state(now); // settles what was until now
    m_connected = true;
    m_hadConnection = true;
    m_recognised = false;
    m_carriesVideo.reset();
    m_lastPicture.reset();
    m_lastArrived.reset();
    m_lastLeftOut.reset();
    m_needsNoPicture = false;
    m_lastSound.reset();
    m_format.reset();
    m_decoded = 0;
    m_decodeErrors = 0;
}

void PictureProbe::disconnected(Time now)
{
    state(now);
    m_connected = false;
}

void PictureProbe::transport(bool recognised, std::optional<bool> carriesVideo)
{
    m_recognised = recognised;
    m_carriesVideo = carriesVideo;
}

void PictureProbe::picture(Time now, Time arrived, const VideoFormat &format)
{
    m_lastPicture = now;
    m_lastArrived = arrived;
    m_format = format;
    ++m_decoded;
}

void PictureProbe::leftOut(Time now, bool nothingDecoded)
{
    m_lastLeftOut = now;
    m_needsNoPicture = m_needsNoPicture || nothingDecoded;
}

std::optional<PictureProbe::Time> PictureProbe::alive() const
{
    if (!m_lastPicture)
        return m_needsNoPicture ? m_lastLeftOut : std::nullopt;
    return std::max(*m_lastPicture, m_lastLeftOut.value_or(*m_lastPicture));
}

void PictureProbe::sound(Time now)
{
    m_lastSound = now;
}

PictureProbe::Verdict PictureProbe::verdict(Time now) const
{
    if (!m_connected)
        return {m_hadConnection ? SignalState::NoSignal : SignalState::Waiting, WaitingFor::Connection};
    const bool soundOnly = m_carriesVideo == false;
    if (soundOnly && m_lastSound)
        return {now - *m_lastSound >= noSignalAfter ? SignalState::NoSignal : SignalState::AudioOnly,
                WaitingFor::Nothing};
    if (const auto last = alive()) {
        const auto quiet = now - *last;
        const SignalState signal = quiet >= noSignalAfter  ? SignalState::NoSignal
                                   : quiet >= stalledAfter ? SignalState::Stalled
                                                           : SignalState::Live;
        return {signal, WaitingFor::Nothing};
    }
    return {SignalState::Waiting, m_recognised ? WaitingFor::KeyPicture : WaitingFor::TransportStream};
}

PictureState PictureProbe::state(Time now)
{
    const Verdict verdict = this->verdict(now);
    if (verdict.signal != m_signal) {
        m_signal = verdict.signal;
        // Two of the changes happen by time alone: they began when the time was up, not when somebody asked.
        m_since = now;
        if (const auto last = alive(); m_connected && last && m_carriesVideo != false) {
            if (m_signal == SignalState::Stalled)
                m_since = *last + stalledAfter;
            else if (m_signal == SignalState::NoSignal)
                m_since = *last + noSignalAfter;
        }
    }
    const auto milliseconds = [](auto duration) {
        return std::max(std::chrono::milliseconds(0), std::chrono::duration_cast<std::chrono::milliseconds>(duration));
    };
    PictureState state;
    state.signal = verdict.signal;
    state.waitingFor = verdict.waitingFor;
    state.inState = milliseconds(now - m_since);
    state.format = m_format;
    if (m_lastArrived)
        state.age = milliseconds(now - *m_lastArrived);
    state.decoded = m_decoded;
    state.decodeErrors = m_decodeErrors;
    return state;
}

} // namespace gantry::media
