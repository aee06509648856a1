#include "app/show/layout_file.h"

#include "app/show/show_json.h"
#include "app/show/show_layouts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

// One line a cell: a person reads and changes this.
QByteArray layoutText(const Layout &layout)
{
    QJsonObject object = layoutObject(layout);
    const QJsonArray cells = object.take(u"cells"_s).toArray();
    QByteArray text = "\n    " + compact(object);
    if (cells.isEmpty() && !layout.preset.isEmpty())
        return text;
    text.chop(1); // the brace
    text += ",\"cells\":[";
    for (qsizetype i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "\n      " : ",\n      ") + compact(cells.at(i).toObject());
    return text + "\n    ]}";
}

QByteArray layoutsText(const QList<Layout> &layouts)
{
    QByteArray text = "[";
    for (const Layout &layout : layouts)
        text += (text.size() > 1 ? "," : "") + layoutText(layout);
    return text + "\n  ]";
}

struct Piece
{
    qsizetype begin;
    qsizetype end;
    QByteArray text;
};

// The text of a show with these layouts instead of its own; walls that began with the layout `from` begin with `to`.
QByteArray spliced(const QByteArray &json, const QList<Layout> &layouts, const QList<Wall> &walls, const QString &from,
                   const QString &to)
{
    QSet<QString> renamed;
    for (qsizetype i = 0; i < walls.size(); ++i) {
        if (walls.at(i).layout == from && from != to && !from.isEmpty())
            renamed.insert(memberPlace(elementPlace(u"walls"_s, i), u"layout"_s));
    }
    QList<Piece> pieces;
    qsizetype last = 0; // of the members of the whole
    bool had = false;
    walkJson(json, [&](const JsonSpot &spot) {
        if (renamed.contains(spot.place))
            pieces.append({spot.begin, jsonValueEnd(json, spot.begin), quoted(to)});
        if (spot.place.isEmpty() || !parentPlace(spot.place).isEmpty())
            return;
        last = spot.begin;
        if (spot.place == u"layouts") {
            pieces.append({spot.begin, jsonValueEnd(json, spot.begin), layoutsText(layouts)});
            had = true;
        }
    });
    if (!had) {
        const qsizetype behind = jsonValueEnd(json, last);
        pieces.append({behind, behind, ",\n  \"layouts\": " + layoutsText(layouts)});
    }
    std::ranges::sort(pieces, {}, &Piece::begin);
    QByteArray text;
    qsizetype at = 0;
    for (const Piece &piece : std::as_const(pieces)) {
        text += json.sliced(at, piece.begin - at) + piece.text;
        at = piece.end;
    }
    return text + json.sliced(at);
}

tl::unexpected<QList<ShowFault>> refuse(const QString &what, const QString &allowed)
{
    return tl::unexpected(QList<ShowFault>{{{}, what, allowed, 0}});
}

} // namespace

tl::expected<QByteArray, QList<ShowFault>> withLayout(const QByteArray &json, const Layout &layout,
                                                      const QString &replaces)
{
    const auto show = readShow(json);
    if (!show)
        return tl::unexpected(show.error());
    QList<Layout> layouts = show->layouts;
    const auto same = std::ranges::find(layouts, replaces, &Layout::name);
    if (same != layouts.end())
        *same = layout;
    else
        layouts.append(layout);
    QByteArray text = spliced(json, layouts, show->walls, replaces, layout.name);
    const auto again = readShow(text);
    if (!again)
        return tl::unexpected(again.error());
    Q_ASSERT(again->layouts == layouts);
    return text;
}

tl::expected<QList<Layout>, QList<ShowFault>> saveLayout(const QString &path, const Layout &layout,
                                                         const QString &replaces)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    const QByteArray json = opened ? file.read(maxShowBytes + 1) : QByteArray();
    if (!opened || file.error() != QFileDevice::NoError) {
        return refuse(QCoreApplication::translate("show", "Cannot read %1: %2.").arg(path, file.errorString()),
                      QCoreApplication::translate("show", "A show file that this user may read."));
    }
    const auto text = withLayout(json, layout, replaces);
    file.close();
    if (!text)
        return tl::unexpected(text.error());
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(*text) != text->size() || !out.commit()) {
        return refuse(QCoreApplication::translate("show", "Cannot write %1: %2.").arg(path, out.errorString()),
                      QCoreApplication::translate("show", "A file and folder that this user may write."));
    }
    return readShow(*text)->layouts;
}

} // namespace gantry
