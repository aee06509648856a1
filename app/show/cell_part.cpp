#include "app/show/cell_part.h"

#include <QCoreApplication>
#include <QTime>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gantry {

using widgets::CellContent;
using widgets::CellKind;

namespace {

constexpr qsizetype maxText = 200;  // characters: a cell is read from across a room
constexpr qsizetype maxPath = 1024; // characters

const std::array<std::pair<CellKind, QString>, 10> &words()
{
    static const std::array<std::pair<CellKind, QString>, 10> all{{{CellKind::Empty, u"empty"_s},
                                                                   {CellKind::Feed, u"feed"_s},
                                                                   {CellKind::Program, u"program"_s},
                                                                   {CellKind::Preview, u"preview"_s},
                                                                   {CellKind::Chart, u"chart"_s},
                                                                   {CellKind::Alarms, u"alarms"_s},
                                                                   {CellKind::Clock, u"clock"_s},
                                                                   {CellKind::Image, u"image"_s},
                                                                   {CellKind::Text, u"text"_s},
                                                                   {CellKind::Figure, u"figure"_s}}};
    return all;
}

QStringList knownWords()
{
    QStringList known;
    for (const auto &[kind, word] : words())
        known.append(word);
    return known;
}

// Text of a bounded length without characters that do things; lines may end where `lines` says so.
QString readText(const ShowPart &part, qsizetype most, bool lines)
{
    const QString key = u"what"_s;
    const QString allowed = QCoreApplication::translate("show", "Text of 1 to %1 characters.").arg(most);
    const auto text = part.text(key, ShowPart::Need::Required, allowed);
    if (!text)
        return {};
    const bool hidden = std::ranges::any_of(
        *text, [&](QChar c) { return c.category() == QChar::Other_Control && !(lines && c == u'\n'); });
    if (text->trimmed().isEmpty() || text->size() > most)
        part.at(key).fault(QCoreApplication::translate("show", "The text has %1 characters.").arg(text->size()),
                           allowed);
    else if (hidden)
        part.at(key).fault(QCoreApplication::translate("show", "The text has a character that cannot be seen."),
                           allowed);
    return *text;
}

QString readClock(const ShowPart &part)
{
    const QString allowed =
        QCoreApplication::translate("show", "One of: %1.").arg(u"utc, local, show, countdown 20:15:00"_s);
    const auto clock = part.text(u"what"_s, ShowPart::Need::Required, allowed);
    if (!clock)
        return {};
    if (!QStringList{u"utc"_s, u"local"_s, u"show"_s}.contains(*clock) && !countdownEnd(*clock))
        part.at(u"what"_s).fault(QCoreApplication::translate("show", "There is no such clock."), allowed);
    return *clock;
}

QString readWhat(const ShowPart &part, CellKind kind, const ShowNames &feeds)
{
    const QString key = u"what"_s;
    switch (kind) {
    case CellKind::Feed: {
        const QString name = part.name(key).value_or(QString());
        if (!name.isEmpty())
            feeds.require(part.at(key), name);
        return name;
    }
    case CellKind::Clock:
        return readClock(part);
    case CellKind::Text:
        return readText(part, maxText, true);
    case CellKind::Image:
        return readText(part, maxPath, false);
    case CellKind::Chart:
    case CellKind::Figure:
        return readText(part, maxText, false);
    case CellKind::Empty:
    case CellKind::Program:
    case CellKind::Preview:
    case CellKind::Alarms:
        break;
    }
    if (part.has(key))
        part.at(key).fault(QCoreApplication::translate("show", "This kind of cell takes nothing more."),
                           QCoreApplication::translate("show", "Leave it out."));
    return {};
}

} // namespace

QStringList cellContentKeys()
{
    return {u"shows"_s, u"what"_s};
}

CellContent readCellContent(const ShowPart &part, const ShowNames &feeds)
{
    const QString key = u"shows"_s;
    const QString allowed = QCoreApplication::translate("show", "One of: %1.").arg(knownWords().join(u", "_s));
    const auto word = part.text(key, ShowPart::Need::Required, allowed);
    if (!word)
        return {};
    const auto row = std::ranges::find(words(), *word, &std::pair<CellKind, QString>::second);
    if (row == words().end()) {
        part.at(key).fault(QCoreApplication::translate("show", "No cell shows that."), suggestion(*word, knownWords()));
        return {};
    }
    return {row->first, readWhat(part, row->first, feeds)};
}

QJsonObject cellContentObject(const CellContent &content)
{
    const auto row = std::ranges::find(words(), content.kind, &std::pair<CellKind, QString>::first);
    Q_ASSERT(row != words().end());
    QJsonObject object{{u"shows"_s, row->second}};
    if (!content.what.isEmpty())
        object.insert(u"what"_s, content.what);
    return object;
}

std::optional<QTime> countdownEnd(const QString &clock)
{
    const QString word = u"countdown "_s;
    if (!clock.startsWith(word))
        return std::nullopt;
    const QTime end = QTime::fromString(clock.sliced(word.size()), u"HH:mm:ss"_s);
    return end.isValid() ? std::optional(end) : std::nullopt;
}

} // namespace gantry
