#pragma once
// The one JSON object that a file of ours holds, read whole: whatever is wrong with it is said at once.

#include "app/show/show_part.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace gantry {

// The object, or the one fault that keeps it from being read. At most maxShowBytes.
tl::expected<QJsonObject, QList<ShowFault>> readObject(const QByteArray &json);

// What `interpret` makes of the object, or every fault in the order of the lines.
template <typename Interpret>
auto interpretObject(const QByteArray &json, Interpret interpret)
    -> tl::expected<decltype(interpret(std::declval<const ShowPart &>())), QList<ShowFault>>
{
    const auto object = readObject(json);
    if (!object)
        return tl::unexpected(object.error());
    ShowFaults faults;
    auto made = interpret(ShowPart(*object, {}, faults));
    if (const auto found = faults.inOrder(json); !found.isEmpty())
        return tl::unexpected(found);
    return made;
}

} // namespace gantry
