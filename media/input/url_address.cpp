#include "media/input/url_address.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace gantry::media {
namespace {

using Carrier = UrlAddress::Carrier;

constexpr qsizetype shownLength = 80;

struct Scheme
{
    const char *name;
    Carrier carrier;
    bool encrypted;
    std::uint16_t port; // where none is written; 0: one must be
};
constexpr std::array<Scheme, 8> schemes{{{"http", Carrier::Web, false, 80},
                                         {"https", Carrier::Web, true, 443},
                                         {"rtmp", Carrier::Rtmp, false, 1935},
                                         {"rtmps", Carrier::Rtmp, true, 443},
                                         {"rtsp", Carrier::Rtsp, false, 554},
                                         {"udp", Carrier::Udp, false, 0},
                                         {"rtp", Carrier::Rtp, false, 0},
                                         {"file", Carrier::File, false, 0}}};

const Scheme &schemeOf(const UrlAddress &address)
{
    return *std::ranges::find_if(schemes, [&](const Scheme &each) {
        return each.carrier == address.carrier && each.encrypted == address.encrypted;
    });
}

// `place` must be free of secrets.
tl::unexpected<Error> invalid(const QString &place, const QString &tried, const QString &advice)
{
    return tl::unexpected(Error{Error::Kind::AddressInvalid, tried, place.left(shownLength), advice});
}

bool isDatagrams(Carrier carrier)
{
    return carrier == Carrier::Udp || carrier == Carrier::Rtp;
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

// Printable ASCII without what must be written as %XX, and every % followed by two digits that are not zero.
bool isCleanText(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c <= u' ' || c >= QChar(0x7f) || QStringView(u"\"<>\\^`{|}").contains(c))
            return false;
        if (c != u'%')
            continue;
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return false;
        if (text[i + 1] == u'0' && text[i + 2] == u'0') // would cut the text short in every C library behind us
            return false;
    }
    return true;
}

bool isHost(QStringView host, bool bracketed)
{
    for (const QChar c : host) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        const bool mark = bracketed ? (c == u':' || c == u'.') : (c == u'.' || c == u'-' || c == u'_');
        if (!letter && !mark)
            return false;
    }
    return bracketed ? host.contains(u':') : host.size() <= 253;
}

// Splits "host:port" or "[v6]:port"; false when it is neither.
bool splitAuthority(const QString &text, QString &host, QString &port)
{
    const bool bracketed = text.startsWith(u'[');
    const qsizetype end = bracketed ? text.indexOf(u']') : -1;
    if (bracketed && end < 0)
        return false;
    const QString rest = bracketed ? text.mid(end + 1) : text;
    const qsizetype colon = rest.indexOf(u':');
    if (rest.indexOf(u':', colon + 1) >= 0 && colon >= 0)
        return false;
    if (bracketed && !rest.isEmpty() && colon != 0)
        return false;
    host = bracketed ? text.mid(1, end - 1) : rest.left(colon < 0 ? rest.size() : colon);
    port = colon < 0 ? QString() : rest.mid(colon + 1);
    return isHost(host, bracketed) && (colon < 0 || !port.isEmpty());
}

Result<UrlAddress> parseFile(UrlAddress address, const QString &rest)
{
    const QString place = Text::tr("a file");
    if (!rest.startsWith(u'/') || rest.startsWith(u"//"))
        return invalid(place, Text::tr("A file needs its whole path"),
                       Text::tr("Write it as file:///folder/clip.mp4."));
    const QByteArray raw = rest.toUtf8();
    const QByteArray plain = QByteArray::fromPercentEncoding(raw);
    const QString path = QString::fromUtf8(plain);
    const bool hidden = std::ranges::any_of(path, [](QChar c) { return c < u' ' || c == QChar(0x7f); });
    if (hidden || path.toUtf8() != plain || path.endsWith(u'/'))
        return invalid(place, Text::tr("This cannot be the path of a file"),
                       Text::tr("Write it as file:///folder/clip.mp4; % itself is written as %25."));
    address.path = path;
    return address;
}

Result<void> readPort(UrlAddress &address, const QString &port, const QString &shown, std::uint16_t usual)
{
    if (port.isEmpty() && usual != 0) {
        address.port = usual;
        return {};
    }
    bool ok = std::ranges::all_of(port, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint number = ok ? port.toUInt(&ok) : 0;
    if (!ok || number < 1 || number > 65535)
        return invalid(shown, Text::tr("The address needs a port from 1 to 65535"),
                       Text::tr("Write it behind the host, for example udp://:5000."));
    address.port = std::uint16_t(number);
    return {};
}

Result<void> readDatagramOptions(UrlAddress &address, const QString &query, const QString &shown)
{
    if (query.isEmpty())
        return {};
    const QString key = QStringLiteral("localaddr=");
    const QString value = query.mid(key.size());
    const bool isAddress =
        !value.isEmpty() && std::ranges::all_of(value, [](QChar c) { return isHexDigit(c) || c == u'.' || c == u':'; });
    if (!query.startsWith(key) || !isAddress)
        return invalid(shown, Text::tr("The address has an option that is not known"),
                       Text::tr("UDP and RTP take localaddr=ADDRESS, the interface that joins a group."));
    address.localAddress = value;
    return {};
}

Result<void> readPath(UrlAddress &address, const QString &path, const QString &shown)
{
    if (isDatagrams(address.carrier)) {
        if (path.isEmpty() || path == u"/")
            return {};
        return invalid(shown, Text::tr("A UDP or RTP address has no path"), Text::tr("Write it as udp://:5000."));
    }
    const bool needed = address.carrier != Carrier::Rtsp;
    if (needed && path.size() < 2)
        return invalid(shown, Text::tr("The address has no path: it names a server, not a stream"),
                       address.carrier == Carrier::Rtmp
                           ? Text::tr("Write it as rtmp://host/application/stream.")
                           : Text::tr("Write the whole address of the playlist, which often ends in .m3u8 or .mpd."));
    address.path = path;
    return {};
}

Result<UrlAddress> parseNetwork(UrlAddress address, const QString &rest, const QString &shown, std::uint16_t usual)
{
    if (!isCleanText(rest))
        return invalid(shown, Text::tr("The address has a character that cannot stand there"),
                       Text::tr("Write spaces, quotes and letters outside ASCII as %XX, and % itself as %25."));
    if (rest.contains(u'#'))
        return invalid(shown, Text::tr("The address must not contain #"), Text::tr("Write # as %23."));
    const qsizetype question = rest.indexOf(u'?');
    const QString before = rest.left(question < 0 ? rest.size() : question);
    const QString query = question < 0 ? QString() : rest.mid(question + 1);
    const qsizetype slash = before.indexOf(u'/');
    QString authority = before.left(slash < 0 ? before.size() : slash);
    if (isDatagrams(address.carrier) && authority.startsWith(u'@'))
        authority.remove(0, 1); // udp://@239.1.1.1:5000, as other players write it
    if (authority.contains(u'@'))
        return invalid(shown, Text::tr("A name and a password must not stand in the address"),
                       Text::tr("Keep them in the environment or the keychain: text with a password ends up in "
                                "process lists and histories."));
    QString port;
    if (!splitAuthority(authority, address.host, port) || (address.host.isEmpty() && !isDatagrams(address.carrier)))
        return invalid(shown, Text::tr("The address has a host name that cannot be one"),
                       Text::tr("Allowed are names, IPv4 addresses, and IPv6 addresses in square brackets."));
    if (const auto read = readPort(address, port, shown, usual); !read)
        return tl::unexpected(read.error());
    if (const auto read = readPath(address, slash < 0 ? QString() : before.mid(slash), shown); !read)
        return tl::unexpected(read.error());
    if (isDatagrams(address.carrier)) {
        if (const auto read = readDatagramOptions(address, query, shown); !read)
            return tl::unexpected(read.error());
    } else {
        address.query = query.toLatin1();
    }
    return address;
}

} // namespace

Result<UrlAddress> UrlAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype colon = trimmed.indexOf(u':');
    const QString name = trimmed.left(std::clamp<qsizetype>(colon, 0, 16)).toLower();
    const auto scheme =
        std::ranges::find_if(schemes, [&](const Scheme &each) { return name == QLatin1StringView(each.name); });
    const bool plain = !name.isEmpty() &&
                       std::ranges::all_of(name, [](QChar c) { return c >= u'a' && c <= u'z'; }); // repeat no rubbish
    if (colon < 0 || scheme == schemes.end())
        return invalid(plain && colon >= 0 ? name : QString(),
                       Text::tr("The address does not begin with a scheme that Gantry opens"),
                       Text::tr("Allowed are srt, http, https, rtmp, rtmps, rtsp, udp, rtp and file."));
    if (trimmed.size() > longest)
        return invalid(name, Text::tr("The address is too long"), Text::tr("At most %1 characters.").arg(longest));
    if (!trimmed.mid(colon).startsWith(u"://"))
        return invalid(name, Text::tr("Behind the scheme of an address stands ://"),
                       Text::tr("Write it as %1://…").arg(name));
    UrlAddress address;
    address.carrier = scheme->carrier;
    address.encrypted = scheme->encrypted;
    const QString rest = trimmed.mid(colon + 3);
    // Where nothing better is known, errors name the scheme alone: what is wrong with the rest may be a secret.
    return address.carrier == Carrier::File ? parseFile(std::move(address), rest)
                                            : parseNetwork(std::move(address), rest, name, scheme->port);
}

Result<UrlAddress> UrlAddress::withSecret(const QByteArray &secret) const
{
    UrlAddress address = *this;
    if (secret.isEmpty())
        return address;
    const QString plain = QString::fromUtf8(secret);
    const bool continues = secret.startsWith('?') || secret.startsWith('/');
    const QString advice =
        Text::tr("A secret is name:password, or the query of a signed address beginning with ?, or the "
                 "end of the path beginning with /.");
    if (carrier == Carrier::File || isDatagrams(carrier))
        return invalid(place(), Text::tr("An address of this kind takes no secret"), Text::tr("Take the secret out."));
    if (secret.size() > longest || (continues && (!isCleanText(plain) || plain.contains(u'#'))))
        return invalid(place(), Text::tr("The secret has a character that cannot stand there"), advice);
    if (secret.startsWith('?')) {
        address.query = secret.mid(1);
    } else if (secret.startsWith('/')) {
        const qsizetype question = plain.indexOf(u'?');
        address.hiddenPath = plain.left(question < 0 ? plain.size() : question);
        if (address.path.endsWith(u'/'))
            address.path.chop(1);
        if (question >= 0)
            address.query = plain.mid(question + 1).toLatin1();
    } else if (secret.contains(':') && !secret.contains('\0')) {
        address.user = secret;
    } else {
        return invalid(place(), Text::tr("The secret of the address cannot be understood"), advice);
    }
    return address;
}

QString UrlAddress::place() const
{
    if (carrier == Carrier::File)
        return path.size() <= shownLength ? path : QStringLiteral("…") + path.right(shownLength - 1);
    QString shown = host.contains(u':') ? QStringLiteral("[%1]").arg(host) : host;
    if (const std::uint16_t usual = schemeOf(*this).port; usual == 0 || usual != port)
        shown += QStringLiteral(":%1").arg(port);
    if (!hiddenPath.isEmpty())
        shown += path + QStringLiteral("/…");
    else if (carrier == Carrier::Rtmp) // the last part is the stream's key
        shown += path.left(path.lastIndexOf(u'/') + 1) + QStringLiteral("…");
    else
        shown += path;
    return shown.size() <= shownLength ? shown : shown.left(shownLength - 1) + QStringLiteral("…");
}

QString UrlAddress::text() const
{
    const QString scheme = QLatin1StringView(schemeOf(*this).name);
    if (carrier == Carrier::File)
        return scheme + QStringLiteral("://") +
               QString::fromLatin1(QUrl::toPercentEncoding(path, QByteArrayLiteral("/")));
    QString whole = scheme + QStringLiteral("://");
    whole += host.contains(u':') ? QStringLiteral("[%1]").arg(host) : host;
    if (const std::uint16_t usual = schemeOf(*this).port; usual == 0 || usual != port)
        whole += QStringLiteral(":%1").arg(port);
    whole += path;
    if (!localAddress.isEmpty())
        whole += QStringLiteral("?localaddr=") + localAddress;
    return whole;
}

QByteArray UrlAddress::whole() const
{
    if (carrier == Carrier::File)
        return "file:" + path.toUtf8();
    QByteArray whole = text().toLatin1() + hiddenPath.toLatin1();
    if (!user.isEmpty()) {
        const qsizetype colon = user.indexOf(':');
        whole.insert(whole.indexOf("://") + 3,
                     user.left(colon).toPercentEncoding() + ':' + user.mid(colon + 1).toPercentEncoding() + '@');
    }
    if (!query.isEmpty())
        whole += '?' + query;
    return whole;
}

} // namespace gantry::media
