#include "app/show/layout_file.h"

#include "app/show/show_json.h"
#include "app/show/show_layouts.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

QByteArray valueText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

// On one line, in this order of keys: a person reads and changes this.
QByteArray objectText(const QJsonObject &object, const QStringList &order)
{
    QByteArrayList members;
    for (const QString &key : order) {
        if (!object.contains(key))
            continue;
        const QJsonValue value = object.value(key);
        members.append(valueText(key) + ": " +
                       (value.isObject() ? objectText(value.toObject(), {u"columns"_s, u"rows"_s}) : valueText(value)));
    }
    return "{ " + members.join(", ") + " }";
}

// One line a cell.
QByteArray layoutText(const Layout &layout)
{
    QJsonObject object = layoutObject(layout);
    const bool hasCells = object.contains(u"cells"_s);
    const QJsonArray cells = object.take(u"cells"_s).toArray();
    QByteArray text = objectText(object, {u"name"_s, u"preset"_s, u"grid"_s});
    if (!hasCells)
        return text;
    QByteArrayList lines;
    for (const auto &cell : cells) {
        lines.append("\n      " +
                     objectText(cell.toObject(), {u"x"_s, u"y"_s, u"width"_s, u"height"_s, u"shows"_s, u"what"_s}));
    }
    text.chop(2); // the brace
    return text + ", \"cells\": [" + lines.join(",") + "\n    ] }";
}

struct Piece
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text; // instead
};

// Where the values of a text stand that saving a layout has to do with.
struct Spots
{
    std::optional<Piece> layouts;
    QList<Piece> each;     // of them
    QList<Piece> ofWalls;  // what they say of a layout, in their order; none where they say nothing
    qsizetype lastEnd = 0; // of the members of the whole
};

Spots spotsIn(const QByteArray &json, const QList<Wall> &walls)
{
    QHash<QString, qsizetype> wallAt;
    for (qsizetype i = 0; i < walls.size(); ++i)
        wallAt.insert(memberPlace(elementPlace(u"walls"_s, i), u"layout"_s), i);
    Spots spots;
    spots.ofWalls.resize(walls.size());
    qsizetype last = 0;
    walkJson(json, [&](const JsonSpot &spot) {
        const auto piece = [&] { return Piece{spot.begin, jsonValueEnd(json, spot.begin), {}}; };
        if (spot.place == u"layouts")
            spots.layouts = piece();
        else if (spot.place == elementPlace(u"layouts"_s, spots.each.size()))
            spots.each.append(piece());
        else if (const auto wall = wallAt.constFind(spot.place); wall != wallAt.cend())
            spots.ofWalls[*wall] = piece();
        if (!spot.place.isEmpty() && parentPlace(spot.place).isEmpty())
            last = spot.begin;
    });
    spots.lastEnd = jsonValueEnd(json, last);
    return spots;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

qsizetype pastSpace(const QByteArray &json, qsizetype at)
{
    while (isSpace(json[at]))
        ++at;
    return at;
}

qsizetype trimmedEnd(const QByteArray &json, qsizetype end)
{
    while (isSpace(json[end - 1]))
        --end;
    return end;
}

// Cuts what stands there out of its list or object, with one comma of those beside it.
Piece cutOut(const QByteArray &json, qsizetype begin, qsizetype end)
{
    const qsizetype after = pastSpace(json, end);
    if (json[after] == ',')
        return {begin, pastSpace(json, after + 1), {}};
    const qsizetype before = trimmedEnd(json, begin);
    return {json[before - 1] == ',' ? trimmedEnd(json, before - 1) : before, end, {}};
}

// With its key, in which no quotation mark is escaped.
Piece cutOutMember(const QByteArray &json, const Piece &value)
{
    const qsizetype keyEnd = json.lastIndexOf('"', value.begin - 1);
    return cutOut(json, json.lastIndexOf('"', keyEnd - 1), value.end);
}

QByteArray replaced(const QByteArray &json, QList<Piece> pieces)
{
    std::ranges::sort(pieces, {}, &Piece::begin);
    QByteArray whole;
    qsizetype done = 0;
    for (const Piece &piece : std::as_const(pieces)) {
        whole += json.sliced(done, piece.begin - done) + piece.text;
        done = piece.end;
    }
    return whole + json.sliced(done);
}

// The text of a show with this layout in the place of the one at `at`, or behind all others; walls that began with the
// layout `from` begin with this one.
QByteArray spliced(const QByteArray &json, const Layout &layout, std::optional<qsizetype> at, const QList<Wall> &walls,
                   const QString &from)
{
    const Spots spots = spotsIn(json, walls);
    const QByteArray text = layoutText(layout);
    QList<Piece> pieces;
    if (at)
        pieces.append({spots.each.at(*at).begin, spots.each.at(*at).end, text});
    else if (!spots.each.isEmpty())
        pieces.append({spots.each.last().end, spots.each.last().end, ",\n    " + text});
    else if (spots.layouts)
        pieces.append({spots.layouts->begin, spots.layouts->end, "[\n    " + text + "\n  ]"});
    else
        pieces.append({spots.lastEnd, spots.lastEnd, ",\n  \"layouts\": [\n    " + text + "\n  ]"});
    for (qsizetype i = 0; i < walls.size(); ++i) {
        if (at && from != layout.name && walls.at(i).layout == from)
            pieces.append({spots.ofWalls.at(i).begin, spots.ofWalls.at(i).end, valueText(layout.name)});
    }
    return replaced(json, pieces);
}

tl::unexpected<QList<ShowFault>> refuse(const QString &what, const QString &allowed)
{
    return tl::unexpected(QList<ShowFault>{{{}, what, allowed, 0}});
}

// The layouts of the file after `change` of its text; it is written whole or not at all.
template <typename Change>
tl::expected<QList<Layout>, QList<ShowFault>> rewritten(const QString &path, Change change)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    const QByteArray json = opened ? file.read(maxShowBytes + 1) : QByteArray();
    if (!opened || file.error() != QFileDevice::NoError) {
        return refuse(QCoreApplication::translate("show", "Cannot read %1: %2.").arg(path, file.errorString()),
                      QCoreApplication::translate("show", "A show file that this user may read."));
    }
    const tl::expected<QByteArray, QList<ShowFault>> text = change(json);
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

} // namespace

tl::expected<QByteArray, QList<ShowFault>> withLayout(const QByteArray &json, const Layout &layout,
                                                      const QString &replaces)
{
    const auto show = readShow(json);
    if (!show)
        return tl::unexpected(show.error());
    QList<Layout> layouts = show->layouts;
    const auto same = std::ranges::find(layouts, replaces, &Layout::name);
    std::optional<qsizetype> at;
    if (same != layouts.end()) {
        at = same - layouts.begin();
        *same = layout;
    } else {
        layouts.append(layout);
    }
    QByteArray text = spliced(json, layout, at, show->walls, replaces);
    const auto again = readShow(text);
    if (!again)
        return tl::unexpected(again.error());
    Q_ASSERT(again->layouts == layouts);
    return text;
}

tl::expected<QByteArray, QList<ShowFault>> withoutLayout(const QByteArray &json, const QString &name)
{
    const auto show = readShow(json);
    if (!show)
        return tl::unexpected(show.error());
    const auto same = std::ranges::find(show->layouts, name, &Layout::name);
    if (same == show->layouts.end())
        return json;
    const Spots spots = spotsIn(json, show->walls);
    const Piece &layout = spots.each.at(same - show->layouts.begin());
    QList<Piece> pieces{cutOut(json, layout.begin, layout.end)};
    for (qsizetype i = 0; i < show->walls.size(); ++i) {
        if (show->walls.at(i).layout == name)
            pieces.append(cutOutMember(json, spots.ofWalls.at(i)));
    }
    QByteArray text = replaced(json, pieces);
    const auto again = readShow(text);
    if (!again)
        return tl::unexpected(again.error());
    Q_ASSERT(again->layouts.size() == show->layouts.size() - 1);
    return text;
}

tl::expected<QList<Layout>, QList<ShowFault>> saveLayout(const QString &path, const Layout &layout,
                                                         const QString &replaces)
{
    return rewritten(path, [&](const QByteArray &json) { return withLayout(json, layout, replaces); });
}

tl::expected<QList<Layout>, QList<ShowFault>> removeLayout(const QString &path, const QString &name)
{
    return rewritten(path, [&](const QByteArray &json) { return withoutLayout(json, name); });
}

} // namespace gantry
