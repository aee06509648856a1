#include "app/show/show_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gantry {

void ShowNames::add(const ShowPart &owner, const QString &name)
{
    const auto same = std::ranges::find(m_folded, name.toCaseFolded());
    if (same != m_folded.end()) {
        owner.at(u"name"_s).fault(
            QCoreApplication::translate("show", "%1 has this name already.").arg(m_places.at(same - m_folded.begin())),
            QCoreApplication::translate("show", "A name of its own; upper and lower case count as the same."));
        return;
    }
    m_names.append(name);
    m_folded.append(name.toCaseFolded());
    m_places.append(owner.place());
}

void ShowNames::require(const ShowPart &part, const QString &name) const
{
    if (!m_names.contains(name))
        part.fault(QCoreApplication::translate("show", "There is none of this name."), suggestion(name, m_names));
}

} // namespace gantry
