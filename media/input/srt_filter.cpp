#include "media/input/srt_filter.h"

#include <QStringList>

#include <optional>

namespace gantry::media::srt_filter {
namespace {

bool isOneOf(const QString &word, const QStringList &words)
{
    return words.contains(word);
}

// rows may be negative: then there are columns only, of that many packets.
bool isSize(const QString &text, bool mayBeNegative)
{
    bool ok = !text.startsWith(u'+');
    const int number = ok ? text.toInt(&ok) : 0;
    if (!ok)
        return false;
    if (mayBeNegative)
        return number == 1 || (qAbs(number) >= 2 && qAbs(number) <= largestGroup);
    return number >= 2 && number <= largestGroup;
}

} // namespace

std::optional<QString> fault(const QString &text)
{
    QStringList parts = text.split(u',');
    if (parts.takeFirst() != QLatin1String("fec"))
        return Text::tr("The packet filter must begin with fec");
    QStringList seen;
    for (const QString &part : parts) {
        const qsizetype colon = part.indexOf(u':');
        const QString key = part.left(colon);
        const QString value = part.mid(colon + 1);
        if (colon < 1 || seen.contains(key))
            return Text::tr("The packet filter cannot be read at “%1”").arg(part.left(40));
        seen.append(key);
        const bool known =
            key == QLatin1String("cols")     ? isSize(value, false)
            : key == QLatin1String("rows")   ? isSize(value, true)
            : key == QLatin1String("layout") ? isOneOf(value, {QStringLiteral("even"), QStringLiteral("staircase")})
            : key == QLatin1String("arq")
                ? isOneOf(value, {QStringLiteral("always"), QStringLiteral("onreq"), QStringLiteral("never")})
                : false;
        if (!known)
            return Text::tr("The packet filter cannot be read at “%1”").arg(part.left(40));
    }
    if (!seen.contains(QStringLiteral("cols")))
        return Text::tr("The packet filter does not say how many packets a row has");
    return std::nullopt;
}

QString allowed()
{
    return Text::tr("Write it as fec,cols:10,rows:5 with 2 to %1 cols and rows; layout:even or staircase and "
                    "arq:always, onreq or never may follow.")
        .arg(largestGroup);
}

} // namespace gantry::media::srt_filter
