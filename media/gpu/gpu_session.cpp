#include "media/gpu/gpu_session.h"

#include "media/media_error.h"

#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
}

namespace gantry::media {

GpuSession::GpuSession(GpuDecoding *gpu, int codec) : m_gpu(gpu), m_codec(codec), m_room(av_frame_alloc())
{
    m_device = *softwareBackend.open();
    m_settled = gpu == nullptr;
    changesOver();
}

GpuSession::~GpuSession()
{
    count(false);
}

void GpuSession::prepare(AVCodecContext &context)
{
    m_trail = {};
    m_everMade = false;
    m_copyFailed = false;
    m_fruitless = 0;
    context.opaque = &m_trail;
    m_device->prepare(context);
}

bool GpuSession::leaveUnopened()
{
    if (!onGpu())
        return false;
    toSoftware(Fall::Refused);
    return true;
}

bool GpuSession::changesOver()
{
    if (m_settled)
        return false;
    const GpuDecoding::Choice choice = m_gpu->choose(m_codec);
    m_settled = choice.settled;
    m_choiceNote = choice.note;
    if (!choice.device || choice.backend->trusted)
        return false;
    m_backend = choice.backend;
    m_device = choice.device;
    return true;
}

bool GpuSession::came(const AVFrame &frame)
{
    m_pictureCame = true;
    if (!onGpu())
        return false;
    if (!m_device->made(frame)) {
        // FFmpeg has fallen back by itself, in the same context. Should the stream change, it may offer the GPU again.
        if (m_fall == Fall::None || m_trail.refused) {
            m_fall = m_trail.refused ? Fall::Refused : Fall::Unfit;
            m_fallen = m_backend;
            m_trail.refused = false;
            count(false);
            m_othersThere = m_gpu->decoders(*m_backend);
            m_fruitless = 0;
        }
        return false;
    }
    m_fall = Fall::None;
    m_trail.offered = m_trail.refused = false;
    count(true);
    m_everMade = true;
    // A lost device may go on handing out pictures in which nothing is: what was last asked for has to have come.
    if (!m_copyFailed)
        fruitful();
    return true;
}

const AVFrame *GpuSession::copied(const AVFrame &frame)
{
    const AVFrame *picture = m_room ? m_device->inMemory(frame, *m_room) : nullptr;
    m_copyFailed = picture == nullptr;
    if (picture) {
        fruitful();
        m_copies += picture == m_room.get() ? 1 : 0;
    }
    return picture;
}

void GpuSession::fruitful()
{
    m_fruitless = 0;
    m_suspected = false;
}

bool GpuSession::leaves(int error, Time now)
{
    const bool silent = !std::exchange(m_pictureCame, false);
    if (!onGpu() || (error >= 0 && !silent))
        return false;
    // A decoder that lives on the device alone has nothing to fall back to, and a device that is full has no memory.
    if (error < 0 && (m_trail.refused || (error == AVERROR(ENOMEM) && !m_everMade))) {
        toSoftware(Fall::Refused);
        return true;
    }
    if (m_fall != Fall::None)
        return false; // software already: the stream itself is damaged
    if (m_fruitless++ == 0)
        m_firstFruitless = now;
    const bool lost = m_gpu->isLost(*m_backend); // another feed may have found out
    if (!lost && (m_fruitless < fewestFruitless || now - m_firstFruitless < patience))
        return false;
    if (!lost && !m_suspected) {
        m_suspected = true;
        m_gpu->suspect(*m_backend, m_codec);
    }
    // Bytes that are no video fail anywhere, and a stream may hold nothing to show; whether the device is to blame, its
    // test picture tells.
    if (!lost && (error >= 0 || error == AVERROR_INVALIDDATA))
        return false;
    toSoftware(Fall::Stopped);
    return true;
}

void GpuSession::count(bool runs)
{
    if (runs == m_counted)
        return;
    m_counted = runs;
    if (runs)
        m_gpu->began(*m_backend);
    else
        m_gpu->ended(*m_backend);
}

void GpuSession::toSoftware(Fall why)
{
    count(false);
    m_fall = why;
    m_fallen = m_backend;
    m_othersThere = m_gpu->decoders(*m_backend);
    m_backend = &softwareBackend;
    m_device = *softwareBackend.open();
}

QString GpuSession::backend() const
{
    const bool software = m_fall != Fall::None;
    return QString::fromLatin1(software ? softwareBackend.name : m_backend->name);
}

std::optional<QString> GpuSession::note() const
{
    const QString name = m_fallen ? QString::fromLatin1(m_fallen->name) : QString();
    switch (m_fall) {
    case Fall::Refused:
        return m_othersThere > 0
                   ? Text::tr("%1: it takes no more than %2 decoders at once.").arg(name).arg(m_othersThere)
                   : Text::tr("%1: it refused this stream.").arg(name);
    case Fall::Unfit:
        return Text::tr("%1: it does not decode this kind of stream.").arg(name);
    case Fall::Stopped:
        return m_gpu->isLost(*m_fallen) ? Text::tr("%1: it was lost.").arg(name)
                                        : Text::tr("%1: it stopped decoding this feed.").arg(name);
    case Fall::None:
        break;
    }
    return m_choiceNote;
}

} // namespace gantry::media
