#pragma once
// The names of one kind while a show file is read.

#include "app/show/show_part.h"

#include <QStringList>

namespace gantry {

// Upper and lower case count as the same, as they do for a voice on the intercom.
class ShowNames
{
public:
    // `owner` is the object that has the name; a second one of that name is a fault.
    void add(const ShowPart &owner, const QString &name);
    // Says so when `name`, read from the part, is not one of them.
    void require(const ShowPart &part, const QString &name) const;

private:
    QStringList m_names;
    QStringList m_folded;
    QStringList m_places;
};

} // namespace gantry
