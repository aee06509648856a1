#include "architecture/source_rules.h"

#include <algorithm>

namespace gantry::architecture {

namespace {

// The index behind the literal or comment that begins at `at`, or `at` when none does.
qsizetype endOfComment(const QString &text, qsizetype at)
{
    const auto behind = [&](const QString &mark, qsizetype from) {
        const qsizetype found = text.indexOf(mark, from);
        return found < 0 ? text.size() : found + mark.size();
    };
    if (text.mid(at, 2) == u"//")
        return behind(QStringLiteral("\n"), at) - 1;
    if (text.mid(at, 2) == u"/*")
        return behind(QStringLiteral("*/"), at + 2);
    return at;
}

qsizetype endOfRawString(const QString &text, qsizetype at)
{
    if (text.mid(at, 2) != u"R\"")
        return at;
    const qsizetype bracket = text.indexOf(u'(', at);
    if (bracket < 0)
        return at;
    const QString close = u')' + text.mid(at + 2, bracket - at - 2) + u'"';
    const qsizetype found = text.indexOf(close, bracket);
    return found < 0 ? text.size() : found + close.size();
}

qsizetype endOfQuoted(const QString &text, qsizetype at)
{
    const QChar quote = text[at];
    // 1'000'000 is a number.
    if ((quote != u'"' && quote != u'\'') || (quote == u'\'' && at > 0 && text[at - 1].isDigit()))
        return at;
    for (qsizetype i = at + 1; i < text.size() && text[i] != u'\n'; ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == quote)
            return i + 1;
    }
    return at + 1;
}

} // namespace

QString codeOnly(const QString &text)
{
    QString code = text;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = endOfComment(text, at);
        if (end == at)
            end = endOfRawString(text, at);
        if (end == at)
            end = endOfQuoted(text, at);
        for (qsizetype i = at; i < end && i < text.size(); ++i) {
            if (text[i] != u'\n')
                code[i] = u' ';
        }
        at = std::max(end, at + 1);
    }
    return code;
}

} // namespace gantry::architecture
