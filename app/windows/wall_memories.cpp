#include "app/windows/wall_memories.h"

#include <QDir>
#include <QUrl>

namespace gantry {

using namespace Qt::StringLiterals;

namespace {

// A key of an INI file knows "/" as its own.
QString keyOf(const QString &show, const QString &wall)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(show) + '/' + QUrl::toPercentEncoding(wall));
}

} // namespace

QString WallMemories::usualPath()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s);
    return state + u"/gantry/walls.ini"_s;
}

WallMemories::WallMemories(const QString &path) : m_file(path, QSettings::IniFormat) {}

std::optional<WallMemory> WallMemories::of(const QString &show, const QString &wall) const
{
    const QString key = keyOf(show, wall);
    if (!m_file.contains(key + u"/fullScreen"_s))
        return std::nullopt;
    const auto text = [&](const QString &name) { return m_file.value(key + u'/' + name).toString(); };
    WallMemory memory;
    if (m_file.contains(key + u"/monitor"_s))
        memory.monitor = Monitor{text(u"monitor"_s), text(u"model"_s), text(u"serial"_s), {}};
    memory.fullScreen = m_file.value(key + u"/fullScreen"_s).toBool();
    memory.window = m_file.value(key + u"/window"_s).toRect();
    memory.layout = text(u"layout"_s);
    // A number that says nothing to this program is what nobody has chosen.
    const auto number = [&](const QString &name, int count) {
        const int value = m_file.value(key + u'/' + name).toInt();
        return value >= 0 && value < count ? value : 0;
    };
    memory.meter = widgets::AudioMeter(number(u"meter"_s, widgets::audioMeters));
    memory.guide = widgets::WallGuide(number(u"guide"_s, widgets::wallGuides));
    return memory;
}

void WallMemories::keep(const QString &show, const QString &wall, const WallMemory &memory)
{
    if (of(show, wall) == memory)
        return;
    const QString key = keyOf(show, wall);
    m_file.remove(key);
    if (memory.monitor) {
        m_file.setValue(key + u"/monitor"_s, memory.monitor->name);
        m_file.setValue(key + u"/model"_s, memory.monitor->model);
        m_file.setValue(key + u"/serial"_s, memory.monitor->serial);
    }
    m_file.setValue(key + u"/fullScreen"_s, memory.fullScreen);
    m_file.setValue(key + u"/window"_s, memory.window);
    if (!memory.layout.isEmpty())
        m_file.setValue(key + u"/layout"_s, memory.layout);
    m_file.setValue(key + u"/meter"_s, int(memory.meter));
    m_file.setValue(key + u"/guide"_s, int(memory.guide));
    m_file.sync();
}

QStringList WallMemories::furtherWalls(const QString &show) const
{
    return m_file.value(keyOf(show, {}) + u"further"_s).toStringList();
}

void WallMemories::keepFurtherWalls(const QString &show, const QStringList &walls)
{
    if (walls == furtherWalls(show))
        return;
    m_file.setValue(keyOf(show, {}) + u"further"_s, walls);
    m_file.sync();
}

} // namespace gantry
