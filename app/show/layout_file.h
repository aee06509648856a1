#pragma once
// Writes an edited layout back into the show's file, or takes one out of it, and touches nothing else: not a letter
// outside that layout, except that walls go on beginning with one that has got another name, and forget one that went.
// The file is read again first, so that what was changed in it meanwhile stays. Never writes a secret: the file is
// written only if it still reads as a show.

#include "app/show/show_file.h"

namespace gantry {

// The text with this layout in the place of the one named `replaces`; behind the others if there is none of that name.
// Every fault of the text, or of what it would become.
tl::expected<QByteArray, QList<ShowFault>> withLayout(const QByteArray &json, const Layout &layout,
                                                      const QString &replaces);

// As withLayout(), in a file: whole or not at all. The layouts that stand in the file then.
tl::expected<QList<Layout>, QList<ShowFault>> saveLayout(const QString &path, const Layout &layout,
                                                         const QString &replaces);

// The text without the layout of that name; as it is if there is none.
tl::expected<QByteArray, QList<ShowFault>> withoutLayout(const QByteArray &json, const QString &name);

// As withoutLayout(), in a file: whole or not at all. The layouts that stand in the file then.
tl::expected<QList<Layout>, QList<ShowFault>> removeLayout(const QString &path, const QString &name);

} // namespace gantry
