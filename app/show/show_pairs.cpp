#include "app/show/show_pairs.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

constexpr qsizetype maxPairs = 32; // each is compared once a second

FeedId readFeed(const ShowPart &part, const QString &key, const ShowNames &feeds)
{
    const auto name = part.name(key);
    if (!name)
        return {};
    feeds.require(part.at(key), *name);
    return {*name};
}

Pair readPair(const ShowPart &part, const ShowNames &feeds, ShowNames &pairs)
{
    Pair pair;
    if (!part.isObjectOf({u"name"_s, u"primary"_s, u"backup"_s}))
        return pair;
    if (const auto name = part.name(u"name"_s)) {
        pair.id = {*name};
        pairs.add(part, *name);
    }
    pair.primary = readFeed(part, u"primary"_s, feeds);
    pair.backup = readFeed(part, u"backup"_s, feeds);
    if (!pair.primary.text.isEmpty() && pair.primary == pair.backup)
        part.at(u"backup"_s)
            .fault(QCoreApplication::translate("show", "This is the primary feed itself."),
                   QCoreApplication::translate("show", "Another feed, which carries the same programme."));
    return pair;
}

} // namespace

QList<Pair> readPairs(const ShowPart &file, const ShowNames &feeds)
{
    QList<Pair> pairs;
    ShowNames names;
    for (const ShowPart &part : file.list(u"pairs"_s, ShowPart::Need::Optional, maxPairs))
        pairs.append(readPair(part, feeds, names));
    return pairs;
}

QJsonArray pairsArray(const QList<Pair> &pairs)
{
    QJsonArray array;
    for (const Pair &pair : pairs)
        array.append(
            QJsonObject{{u"name"_s, pair.id.text}, {u"primary"_s, pair.primary.text}, {u"backup"_s, pair.backup.text}});
    return array;
}

} // namespace gantry
