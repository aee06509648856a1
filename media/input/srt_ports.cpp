#include "media/input/srt_ports.h"

#include "media/input/srt_port.h"

namespace gantry::media {
namespace {

bool isEveryInterface(const QString &host)
{
    return host.isEmpty() || host == QLatin1String("0.0.0.0") || host == QLatin1String("::");
}

QString keyOf(const SrtAddress &address)
{
    const QString host = isEveryInterface(address.host) ? QString() : address.host.toLower();
    return QStringLiteral("%1 %2").arg(host).arg(address.port);
}

} // namespace

SrtPorts::SrtPorts() = default;
SrtPorts::~SrtPorts() = default;

Result<std::shared_ptr<SrtPort>> SrtPorts::open(const SrtAddress &address)
{
    const std::lock_guard lock(m_mutex);
    std::weak_ptr<SrtPort> &place = m_open[keyOf(address)];
    if (auto port = place.lock())
        return port;
    auto opened = SrtPort::open(address);
    if (opened)
        place = *opened;
    return opened;
}

bool isSamePort(const SrtAddress &a, const SrtAddress &b)
{
    return keyOf(a) == keyOf(b);
}

bool isPortConflict(const SrtAddress &a, const SrtAddress &b)
{
    return a.port == b.port && (isSamePort(a, b) || isEveryInterface(a.host) || isEveryInterface(b.host));
}

} // namespace gantry::media
