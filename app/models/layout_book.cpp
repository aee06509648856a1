#include "app/models/layout_book.h"

#include "app/show/layout_file.h"
#include "app/show/show_layouts.h"

#include <algorithm>

namespace gantry {

LayoutBook::LayoutBook(const Show &show, const QString &path, QObject *parent)
    : QObject(parent), m_path(path), m_feeds(feedNames(show)), m_layouts(show.layouts), m_usual(show.layouts.isEmpty())
{
    if (m_usual)
        m_layouts = usualLayouts();
}

int LayoutBook::indexOf(const QString &name) const
{
    const auto found = std::ranges::find(m_layouts, name, &Layout::name);
    return found == m_layouts.end() ? -1 : int(found - m_layouts.begin());
}

widgets::WallPlan LayoutBook::plan(int index) const
{
    return layoutPlan(m_layouts.at(index), m_feeds);
}

tl::expected<void, QString> LayoutBook::save(const widgets::WallPlan &plan, const QString &preset,
                                             const QString &replaces)
{
    const Layout layout = planLayout(plan, preset, m_feeds);
    const auto twin = std::ranges::find_if(m_layouts, [&](const Layout &other) {
        return other.name != replaces && other.name.compare(layout.name, Qt::CaseInsensitive) == 0;
    });
    if (twin != m_layouts.end())
        return tl::unexpected(tr("Another layout is named “%1”: choose another name.").arg(twin->name));
    const QString renamed = indexOf(replaces) >= 0 && replaces != layout.name ? replaces : QString();
    QList<Layout> kept = m_layouts;
    const int at = indexOf(replaces);
    if (at >= 0)
        kept[at] = layout;
    else
        kept.append(layout);
    if (hasFile()) {
        const auto saved = saveLayout(m_path, layout, replaces);
        if (!saved)
            return tl::unexpected(tr("Not saved. %1").arg(saved.error().first().text()));
        // The file has only what was saved; the usual ones stay to choose from while the room is open.
        kept = m_usual ? kept : *saved;
    }
    m_layouts = kept;
    Q_EMIT changed(renamed, renamed.isEmpty() ? QString() : layout.name);
    return {};
}

QString LayoutBook::whyStays(const QString &name) const
{
    const QList<Layout> usual = m_usual ? usualLayouts() : QList<Layout>();
    if (std::ranges::find(usual, name, &Layout::name) != usual.end())
        return tr("It is one of the usual layouts, which stay.");
    return m_layouts.size() == 1 ? tr("It is the only layout of the show.") : QString();
}

tl::expected<void, QString> LayoutBook::remove(const QString &name)
{
    const int at = indexOf(name);
    if (at < 0)
        return {};
    if (const QString why = whyStays(name); !why.isEmpty())
        return tl::unexpected(tr("Not removed. %1").arg(why));
    if (hasFile()) {
        if (const auto left = removeLayout(m_path, name); !left)
            return tl::unexpected(tr("Not removed. %1").arg(left.error().first().text()));
    }
    m_layouts.removeAt(at);
    Q_EMIT changed({}, {});
    return {};
}

} // namespace gantry
