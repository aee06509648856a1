#include "media/input/srt_address.h"

#include "media/input/srt_options.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>
#include <utility>

namespace gantry::media {
namespace {

// `place` must be free of secrets: the part of the text before the query.
tl::unexpected<Error> invalid(const QString &place, const QString &tried, const QString &advice)
{
    return tl::unexpected(Error{Error::Kind::AddressInvalid, tried, place, advice});
}

// Percent decoding by the letter: QUrl would accept and mend what we want to refuse.
std::optional<QString> decoded(QStringView text)
{
    const QByteArray raw = text.toUtf8();
    QByteArray plain;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '%') {
            plain += raw[i];
            continue;
        }
        bool ok = i + 2 < raw.size();
        const int value = ok ? raw.mid(i + 1, 2).toInt(&ok, 16) : 0;
        if (!ok || value == 0) // a zero byte would cut the text short in every C library behind us
            return std::nullopt;
        plain += char(value);
        i += 2;
    }
    const QString result = QString::fromUtf8(plain);
    if (result.toUtf8() != plain) // not UTF-8
        return std::nullopt;
    return result;
}

struct Place
{
    QString host;
    QString port;
};

std::optional<Place> splitPlace(const QString &text)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0 || end + 1 >= text.size() || text[end + 1] != u':')
            return std::nullopt;
        return Place{text.mid(1, end - 1), text.mid(end + 2)};
    }
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0 || text.indexOf(u':', colon + 1) >= 0)
        return std::nullopt;
    return Place{text.left(colon), text.mid(colon + 1)};
}

bool isHost(const QString &host, bool bracketed)
{
    for (const QChar c : host) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        const bool mark = bracketed ? (c == u':' || c == u'.' || c == u'%') : (c == u'.' || c == u'-' || c == u'_');
        if (!letter && !mark)
            return false;
    }
    return !bracketed || host.contains(u':');
}

std::optional<std::uint16_t> portOf(const QString &text)
{
    bool ok = !text.startsWith(u'+');
    const uint port = ok ? text.toUInt(&ok) : 0;
    return ok && port >= 1 && port <= 65535 ? std::optional(std::uint16_t(port)) : std::nullopt;
}

// Everything behind the ?, decoded and applied.
Result<void> applyQuery(SrtAddress &address, const QString &query, const QString &shown)
{
    QStringList seen;
    for (const QString &option : query.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = option.indexOf(u'=');
        const QString key = equals < 0 ? option : option.left(equals);
        const std::optional<QString> value = decoded(equals < 0 ? QStringView() : QStringView(option).mid(equals + 1));
        if (!value)
            return invalid(
                shown, Text::tr("The SRT address has a % that is not followed by two hexadecimal digits of UTF-8 text"),
                Text::tr("Write % itself as %25."));
        if (seen.contains(key))
            return invalid(shown, Text::tr("The SRT address says %1 twice").arg(key.left(40)),
                           Text::tr("Keep one of the two."));
        seen.append(key);
        if (const auto applied = applySrtOption(address, key, *value, shown); !applied)
            return tl::unexpected(applied.error());
    }
    return {};
}

} // namespace

Result<SrtAddress> SrtAddress::parse(const QString &url)
{
    const QString text = url.trimmed();
    const qsizetype question = text.indexOf(u'?');
    const QString before = question < 0 ? text : text.left(question);
    const QString scheme = QStringLiteral("srt://");
    QString shown = before.startsWith(scheme, Qt::CaseInsensitive) ? before.mid(scheme.size()) : before;
    if (shown.contains(u'@'))
        shown = shown.mid(shown.lastIndexOf(u'@') + 1); // user:password@ is not ours, but must not be repeated
    shown.truncate(80);

    if (!before.startsWith(scheme, Qt::CaseInsensitive))
        return invalid(shown, Text::tr("An SRT address must begin with srt://"),
                       Text::tr("Write it as srt://host:port, or srt://:port to listen."));
    if (text.contains(u'#') && (question < 0 || text.indexOf(u'#') < question))
        return invalid(shown, Text::tr("An SRT address must not contain #"),
                       Text::tr("Write # as %23 inside the stream id."));
    if (before.contains(u'@'))
        return invalid(shown, Text::tr("An SRT address has no user name"),
                       Text::tr("Use streamid for what the other end asks for."));
    QString authority = before.mid(scheme.size());
    if (authority.endsWith(u'/'))
        authority.chop(1);
    const std::optional<Place> place = splitPlace(authority);
    if (!place)
        return invalid(shown, Text::tr("An SRT address needs one host and one port"),
                       Text::tr("Write it as srt://host:port; an IPv6 address stands in square brackets."));
    if (!isHost(place->host, authority.startsWith(u'[')))
        return invalid(shown, Text::tr("The SRT address has a host name that cannot be one"),
                       Text::tr("Allowed are names, IPv4 addresses, and IPv6 addresses in square brackets."));

    SrtAddress address;
    address.host = place->host;
    const auto port = portOf(place->port);
    if (!port)
        return invalid(shown, Text::tr("The SRT port must be 1 to 65535"), Text::tr("Write it as srt://host:port."));
    address.port = *port;
    address.mode = address.host.isEmpty() ? Mode::Listener : Mode::Caller; // unless mode= says otherwise
    const QString query = question < 0 ? QString() : text.mid(question + 1);
    if (const auto applied = applyQuery(address, query, shown); !applied)
        return tl::unexpected(applied.error());
    if (const auto checked = checkSrtAddress(address, shown); !checked)
        return tl::unexpected(checked.error());
    return address;
}

QString SrtAddress::place() const
{
    return textOf(Link{host, port});
}

std::optional<SrtAddress::Link> parseSrtLink(const QString &text)
{
    const std::optional<Place> place = splitPlace(text);
    const auto port = place ? portOf(place->port) : std::nullopt;
    if (!port || place->host.isEmpty() || !isHost(place->host, text.startsWith(u'[')))
        return std::nullopt;
    return SrtAddress::Link{place->host, *port};
}

QString textOf(const SrtAddress::Link &link)
{
    const QString shownHost = link.host.contains(u':') ? QStringLiteral("[%1]").arg(link.host) : link.host;
    return QStringLiteral("%1:%2").arg(shownHost).arg(link.port);
}

} // namespace gantry::media
