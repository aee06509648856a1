#include "app/show/show_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

constexpr qsizetype maxShownKey = 40;

// Follows brackets, strings and commas only: the text is known to be right.
class Walk
{
public:
    Walk(const QByteArray &json, const std::function<void(const JsonSpot &)> &visit)
        : Walk(json, visit, json.startsWith("\xEF\xBB\xBF") ? 3 : 0)
    {
    }
    Walk(const QByteArray &json, const std::function<void(const JsonSpot &)> &visit, qsizetype at)
        : m_json(json), m_visit(visit), m_at(at)
    {
    }

    qsizetype at() const { return m_at; }

    void value(const QString &place, bool again)
    {
        skipSpace();
        m_visit({place, m_line, again, m_at});
        switch (peek()) {
        case '{':
            object(place);
            break;
        case '[':
            array(place);
            break;
        case '"':
            text();
            break;
        default:
            while (m_at < m_json.size() && !std::strchr(",]} \t\r\n", m_json[m_at]))
                ++m_at;
        }
    }

private:
    void object(const QString &place)
    {
        QSet<QString> keys;
        ++m_at; // {
        skipSpace();
        while (peek() == '"') {
            const QString key = text();
            skipSpace();
            ++m_at; // :
            const bool again = keys.contains(key);
            keys.insert(key);
            value(memberPlace(place, key), again);
            skipComma();
        }
        ++m_at; // }
    }

    void array(const QString &place)
    {
        ++m_at; // [
        skipSpace();
        for (qsizetype index = 0; m_at < m_json.size() && peek() != ']'; ++index) {
            value(elementPlace(place, index), false);
            skipComma();
        }
        ++m_at; // ]
    }

    QString text()
    {
        const qsizetype begin = m_at++;
        bool escaped = false;
        while (m_at < m_json.size() && m_json[m_at] != '"') {
            const bool escape = m_json[m_at] == '\\';
            escaped = escaped || escape;
            m_at += escape ? 2 : 1;
        }
        ++m_at; // closing quote
        const QByteArray quoted = m_json.mid(begin, m_at - begin);
        if (escaped)
            return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
        return QString::fromUtf8(quoted.sliced(1, std::max<qsizetype>(0, quoted.size() - 2)));
    }

    void skipComma()
    {
        skipSpace();
        if (peek() == ',')
            ++m_at;
        skipSpace();
    }

    void skipSpace()
    {
        for (; m_at < m_json.size() && std::strchr(" \t\r\n", m_json[m_at]); ++m_at)
            m_line += m_json[m_at] == '\n' ? 1 : 0;
    }

    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    const QByteArray &m_json;
    const std::function<void(const JsonSpot &)> &m_visit;
    qsizetype m_at;
    int m_line = 1;
};

} // namespace

QString memberPlace(const QString &parent, const QString &key)
{
    QString shown = key.left(maxShownKey);
    std::replace_if(
        shown.begin(), shown.end(), [](QChar c) { return !c.isPrint(); }, u'?');
    if (key.size() > maxShownKey)
        shown += u'…';
    return parent.isEmpty() ? shown : parent + u'.' + shown;
}

QString elementPlace(const QString &parent, qsizetype index)
{
    return u"%1[%2]"_s.arg(parent).arg(index);
}

QString parentPlace(const QString &place)
{
    const qsizetype cut = std::max(place.lastIndexOf(u'.'), place.lastIndexOf(u'['));
    return place.left(std::max<qsizetype>(0, cut));
}

void walkJson(const QByteArray &json, const std::function<void(const JsonSpot &)> &visit)
{
    Walk(json, visit).value({}, false);
}

qsizetype jsonValueEnd(const QByteArray &json, qsizetype begin)
{
    const std::function<void(const JsonSpot &)> nobody = [](const JsonSpot &) {};
    Walk walk(json, nobody, begin);
    walk.value({}, false);
    return walk.at();
}

LineAndColumn lineAndColumn(const QByteArray &json, qsizetype offset)
{
    // The parser points at what it could not read or just behind it, depending on the error.
    const bool isBehind = offset > 0 && offset <= json.size() && !std::strchr(" \t\r\n", json[offset - 1]);
    const QByteArray before = json.left(isBehind ? offset - 1 : offset);
    const qsizetype lineBegin = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.sliced(lineBegin)).size()) + 1};
}

} // namespace gantry
