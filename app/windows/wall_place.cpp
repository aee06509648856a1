#include "app/windows/wall_place.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace gantry {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::Monitor)
};

int mainOf(const std::vector<Monitor> &monitors)
{
    const auto main = std::find_if(monitors.begin(), monitors.end(), [](const Monitor &one) { return one.main; });
    return monitors.empty() ? -1 : main == monitors.end() ? 0 : int(main - monitors.begin());
}

// As much of the window as the monitor shows; a window that would lie elsewhere is brought here.
QRect fitted(QRect window, const QRect &monitor)
{
    if (window.isEmpty())
        return {};
    window.setSize(window.size().boundedTo(monitor.size()));
    window.moveLeft(std::clamp(window.left(), monitor.left(), monitor.right() + 1 - window.width()));
    window.moveTop(std::clamp(window.top(), monitor.top(), monitor.bottom() + 1 - window.height()));
    return window;
}

} // namespace

QString Monitor::text() const
{
    const QString named = model.isEmpty() ? name : Text::tr("%1 · %2", "model, socket of a monitor").arg(model, name);
    if (geometry.isEmpty())
        return named; // one that is remembered
    const QString size = Text::tr("%1×%2", "width, height").arg(geometry.width()).arg(geometry.height());
    return Text::tr("%1 · %2", "monitor, size").arg(named, size);
}

bool Monitor::isSame(const Monitor &remembered) const
{
    const bool sameModel = remembered.model.isEmpty() || model == remembered.model; // a show names none
    return sameModel && (remembered.serial.isEmpty() ? name == remembered.name : serial == remembered.serial);
}

bool WallMemory::operator==(const WallMemory &other) const
{
    const bool sameMonitor = monitor.has_value() == other.monitor.has_value() &&
                             (!monitor || (monitor->name == other.monitor->name && monitor->isSame(*other.monitor)));
    return sameMonitor && fullScreen == other.fullScreen && window == other.window && layout == other.layout &&
           meter == other.meter && guide == other.guide;
}

WallPlace placeWall(const WallMemory &memory, const std::vector<Monitor> &monitors)
{
    WallPlace place;
    place.fullScreen = memory.fullScreen;
    if (memory.monitor) {
        // Two of one model that tell the same serial number are told apart by their sockets.
        const auto same = [&](const Monitor &one) { return one.isSame(*memory.monitor); };
        auto found = std::find_if(monitors.begin(), monitors.end(),
                                  [&](const Monitor &one) { return same(one) && one.name == memory.monitor->name; });
        if (found == monitors.end())
            found = std::find_if(monitors.begin(), monitors.end(), same);
        place.gone = found == monitors.end();
        place.monitor = place.gone ? -1 : int(found - monitors.begin());
    }
    if (place.monitor < 0)
        place.monitor = mainOf(monitors);
    if (place.monitor < 0)
        return place;
    // On another monitor than it was made for, a full-screen wall would cover what stands there.
    place.fullScreen = place.fullScreen && !place.gone;
    place.window = fitted(memory.window, monitors[std::size_t(place.monitor)].geometry);
    return place;
}

} // namespace gantry
