#include "app/show/show_part.h"

#include "app/show/show_json.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

constexpr qsizetype maxFaults = 200;
constexpr qsizetype maxSuggestions = 12;

// Letters to insert, delete or replace to turn one word into the other (Levenshtein), case aside.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int replaced = diagonal + (a[i].toCaseFolded() == b[j].toCaseFolded() ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({replaced, row[at] + 1, diagonal + 1});
        }
    }
    return row.back();
}

QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return QCoreApplication::translate("show", "The value is true or false.");
    case QJsonValue::Double:
        return QCoreApplication::translate("show", "The value is a number.");
    case QJsonValue::String:
        return QCoreApplication::translate("show", "The value is text.");
    case QJsonValue::Array:
        return QCoreApplication::translate("show", "The value is a list.");
    case QJsonValue::Object:
        return QCoreApplication::translate("show", "The value is an object.");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QCoreApplication::translate("show", "The value is empty (null).");
}

// Control characters break lines and logs; direction overrides make one name look like another.
bool isHidden(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

void ShowFaults::add(const QString &place, const QString &what, const QString &allowed)
{
    if (m_faults.size() < maxFaults)
        m_faults.append({place, what, allowed, 0});
}

QList<ShowFault> ShowFaults::inOrder(const QByteArray &json) const
{
    ShowFaults all = *this;
    QHash<QString, int> lines;
    for (const ShowFault &fault : m_faults) {
        for (QString place = fault.place; !place.isEmpty(); place = parentPlace(place))
            lines.insert(place, 0);
    }
    walkJson(json, [&](const JsonSpot &spot) {
        if (const auto line = lines.find(spot.place); line != lines.end())
            *line = spot.line;
        if (!spot.again)
            return;
        lines.insert(spot.place, spot.line);
        all.add(spot.place, QCoreApplication::translate("show", "This key stands twice in one object."),
                QCoreApplication::translate("show", "Each key once."));
    });
    for (ShowFault &fault : all.m_faults) {
        // What is missing has no line of its own: point at the object that lacks it.
        for (QString place = fault.place; !place.isEmpty() && fault.line == 0; place = parentPlace(place))
            fault.line = lines.value(place);
        if (fault.line == 0 && !fault.place.isEmpty())
            fault.line = 1;
    }
    std::ranges::stable_sort(all.m_faults, {}, &ShowFault::line);
    return all.m_faults;
}

ShowPart::ShowPart(QJsonValue value, QString place, ShowFaults &faults)
    : m_value(std::move(value)), m_place(std::move(place)), m_faults(&faults)
{
}

QStringList ShowPart::keys() const
{
    return m_value.toObject().keys();
}

bool ShowPart::has(const QString &key) const
{
    return m_value.toObject().contains(key);
}

ShowPart ShowPart::at(const QString &key) const
{
    return {m_value[key], memberPlace(m_place, key), *m_faults};
}

ShowPart ShowPart::element(qsizetype index) const
{
    return {m_value[index], elementPlace(m_place, index), *m_faults};
}

bool ShowPart::isObjectOf(const QStringList &known) const
{
    if (!m_value.isObject()) {
        wrongKind(QCoreApplication::translate("show", "An object with these keys: %1.").arg(known.join(u", "_s)));
        return false;
    }
    for (const QString &key : keys()) {
        if (!known.contains(key))
            at(key).fault(QCoreApplication::translate("show", "There is no such key here."), suggestion(key, known));
    }
    return true;
}

std::optional<ShowPart> ShowPart::member(const QString &key, Need need, const QString &allowed) const
{
    if (has(key))
        return at(key);
    if (need == Need::Required)
        at(key).missing(allowed);
    return std::nullopt;
}

std::optional<QString> ShowPart::text(const QString &key, Need need, const QString &allowed) const
{
    const auto part = member(key, need, allowed);
    if (!part)
        return std::nullopt;
    if (part->m_value.isString())
        return part->m_value.toString();
    part->wrongKind(allowed);
    return std::nullopt;
}

std::optional<double> ShowPart::number(const QString &key, Need need, double least, double most,
                                       const QString &allowed) const
{
    const auto part = member(key, need, allowed);
    if (!part)
        return std::nullopt;
    if (!part->m_value.isDouble()) {
        part->wrongKind(allowed);
        return std::nullopt;
    }
    const double number = part->m_value.toDouble();
    if (number >= least && number <= most)
        return number;
    part->outOfRange(allowed);
    return std::nullopt;
}

std::optional<int> ShowPart::wholeNumber(const QString &key, Need need, int least, int most,
                                         const QString &allowed) const
{
    const auto read = number(key, need, least, most, allowed);
    if (!read)
        return std::nullopt;
    if (*read == std::floor(*read))
        return int(*read);
    at(key).outOfRange(allowed);
    return std::nullopt;
}

std::optional<QString> ShowPart::name(const QString &key, Need need) const
{
    const QString allowed = QCoreApplication::translate("show", "A name of 1 to %1 characters.").arg(maxNameLength);
    const auto found = text(key, need, allowed);
    if (!found)
        return std::nullopt;
    const auto characters = found->toUcs4();
    if (characters.isEmpty())
        at(key).fault(QCoreApplication::translate("show", "The name is empty."), allowed);
    else if (characters.size() > maxNameLength)
        at(key).fault(QCoreApplication::translate("show", "The name has %1 characters.").arg(characters.size()),
                      allowed);
    else if (std::ranges::any_of(characters, isHidden))
        at(key).fault(QCoreApplication::translate("show", "The name has a character that cannot be seen."), allowed);
    else if (found->trimmed() != *found)
        at(key).fault(QCoreApplication::translate("show", "The name begins or ends with a space."), allowed);
    else
        return found;
    return std::nullopt;
}

QList<ShowPart> ShowPart::list(const QString &key, Need need, qsizetype most) const
{
    const QString allowed = QCoreApplication::translate("show", "A list of at most %1.").arg(most);
    const auto part = member(key, need, allowed);
    if (!part)
        return {};
    if (!part->m_value.isArray()) {
        part->wrongKind(allowed);
        return {};
    }
    const QJsonArray elements = part->m_value.toArray();
    if (elements.size() > most)
        part->fault(QCoreApplication::translate("show", "The list has %1 entries.").arg(elements.size()), allowed);
    QList<ShowPart> parts;
    for (qsizetype i = 0; i < std::min<qsizetype>(elements.size(), most); ++i)
        parts.append({elements.at(i), elementPlace(part->m_place, i), *m_faults});
    return parts;
}

void ShowPart::missing(const QString &allowed) const
{
    fault(QCoreApplication::translate("show", "Missing."), allowed);
}

void ShowPart::outOfRange(const QString &allowed) const
{
    fault(QCoreApplication::translate("show", "The value is %1.").arg(m_value.toDouble(), 0, 'g', 10), allowed);
}

void ShowPart::wrongKind(const QString &allowed) const
{
    fault(kindOf(m_value), allowed);
}

QString suggestion(const QString &word, const QStringList &known)
{
    if (known.isEmpty())
        return QCoreApplication::translate("show", "There are none.");
    const auto slips = [&](const QString &candidate) { return distance(word.left(2 * maxNameLength), candidate); };
    const auto nearest = std::ranges::min_element(known, {}, slips);
    // Two slips are a typing error; in a word of three letters they would be another word.
    if (slips(*nearest) <= std::clamp(int(nearest->size()) / 3, 1, 2))
        return QCoreApplication::translate("show", "Did you mean %1?").arg(*nearest);
    QStringList shown = known.mid(0, maxSuggestions);
    if (known.size() > maxSuggestions)
        shown.append(u"…"_s);
    return QCoreApplication::translate("show", "One of: %1.").arg(shown.join(u", "_s));
}

} // namespace gantry
