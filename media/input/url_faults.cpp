#include "media/input/url_faults.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>

extern "C" {
#include <libavutil/error.h>
}

namespace gantry::media {
namespace {

using Kind = Error::Kind;

QString openText(const QString &carrier)
{
    return Text::tr("Open the %1 stream").arg(carrier);
}

// What the server answered, or an empty text when it was no status of HTTP.
QString statusOf(int code)
{
    switch (code) {
    case AVERROR_HTTP_BAD_REQUEST:
        return QStringLiteral("HTTP 400");
    case AVERROR_HTTP_UNAUTHORIZED:
        return QStringLiteral("HTTP 401");
    case AVERROR_HTTP_FORBIDDEN:
        return QStringLiteral("HTTP 403");
    case AVERROR_HTTP_NOT_FOUND:
        return QStringLiteral("HTTP 404");
    case AVERROR_HTTP_OTHER_4XX:
        return QStringLiteral("HTTP 4xx");
    case AVERROR_HTTP_SERVER_ERROR:
        return QStringLiteral("HTTP 5xx");
#ifdef AVERROR_HTTP_TOO_MANY_REQUESTS
    case AVERROR_HTTP_TOO_MANY_REQUESTS:
        return QStringLiteral("HTTP 429");
#endif
    default:
        return {};
    }
}

// A stream that is not there yet and a server in trouble come right by themselves.
bool needsHands(int code)
{
    return code != AVERROR_HTTP_NOT_FOUND && code != AVERROR_HTTP_SERVER_ERROR;
}

QString statusAdvice(int code)
{
    switch (code) {
    case AVERROR_HTTP_UNAUTHORIZED:
        return Text::tr("The server asks for a name and a password: give the feed a secret.");
    case AVERROR_HTTP_FORBIDDEN:
        return Text::tr(
            "The server does not let us see it: check the signature of the address and until when it is valid.");
    case AVERROR_HTTP_NOT_FOUND:
        return Text::tr("There is nothing at this address: check it, and whether the encoder has begun.");
    case AVERROR_HTTP_SERVER_ERROR:
        return Text::tr("The server has a fault of its own; Gantry goes on trying.");
    default:
        return Text::tr("The server does not like the request: check the address.");
    }
}

QString systemText(int code)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return QString::fromLocal8Bit(text.data());
}

} // namespace

Error urlFault(const UrlAddress &address, const QString &carrier, int code)
{
    const QString place = address.place();
    if (const QString status = statusOf(code); !status.isEmpty())
        return {needsHands(code) ? Kind::Rejected : Kind::Refused, Text::tr("The server answered %1").arg(status),
                place, statusAdvice(code)};
    switch (code) {
    case AVERROR(ECONNREFUSED):
        return {Kind::Refused, openText(carrier), place,
                Text::tr("Nobody listens there: check host and port, and whether the server runs.")};
    case AVERROR(ETIMEDOUT):
        return urlTimedOut(address, carrier, true);
    case AVERROR(EHOSTUNREACH):
    case AVERROR(ENETUNREACH):
        return {Kind::TimedOut, openText(carrier), place, Text::tr("There is no way to this host: check the network.")};
    case AVERROR(ENOENT):
        return {Kind::Refused, Text::tr("There is no such file"), place, Text::tr("Check the path of the file.")};
    case AVERROR(EACCES):
        return {Kind::Refused, Text::tr("The file must not be read"), place, Text::tr("Check who may read it.")};
    case AVERROR_INVALIDDATA:
    case AVERROR_DEMUXER_NOT_FOUND:
    case AVERROR(EINVAL):
        return {
            Kind::NotTransportStream, Text::tr("What is there is no stream that Gantry can read"), place,
            Text::tr("Over HTTP it must be an HLS or DASH playlist, as a file MPEG-TS, MP4, Matroska, MXF or FLV.")};
    case AVERROR_PROTOCOL_NOT_FOUND:
        return {Kind::System, openText(carrier), place, Text::tr("This build of FFmpeg cannot do that.")};
    case AVERROR_EOF:
    case AVERROR(EPIPE):
    case AVERROR(ECONNRESET):
    case AVERROR(EIO):
        return {Kind::ConnectionLost, Text::tr("The server closed the connection"), place,
                Text::tr("Check the address and whether the stream is being sent; Gantry goes on trying.")};
    default:
        return {Kind::System, openText(carrier), place, Text::tr("The system said: %1.").arg(systemText(code))};
    }
}

Error urlTimedOut(const UrlAddress &address, const QString &carrier, bool opening)
{
    if (opening)
        return {Kind::TimedOut, Text::tr("The %1 stream did not begin in time").arg(carrier), address.place(),
                Text::tr("Check the address, the network, and whether the server delivers.")};
    if (address.carrier == UrlAddress::Carrier::Web)
        return {Kind::Silent, Text::tr("The %1 playlist no longer grows").arg(carrier), address.place(),
                Text::tr("Viewers stand still too: check the encoder and the packager.")};
    return {Kind::Silent, Text::tr("The %1 stream has stopped").arg(carrier), address.place(),
            Text::tr("The server is there but sends nothing: check the encoder.")};
}

Error urlEnded(const UrlAddress &address, const QString &carrier)
{
    return {Kind::ConnectionLost, Text::tr("The %1 stream has ended").arg(carrier), address.place(),
            Text::tr("The sender has said goodbye; Gantry goes on trying.")};
}

Error urlTlsFault(const UrlAddress &address)
{
    return {
        Kind::Refused, Text::tr("No safe connection (TLS) could be made"), address.place(),
        Text::tr("The server speaks no TLS there, or its certificate has expired, is for another host or is signed by "
                 "nobody this machine trusts.")};
}

Error urlForbiddenScheme(const UrlAddress &address, const QString &scheme)
{
    return {Kind::NotTransportStream, Text::tr("The playlist points to what Gantry does not open: %1").arg(scheme),
            address.place(), Text::tr("A playlist from the network may point to http and https only.")};
}

Error urlTooLarge(const UrlAddress &address, qint64 limit)
{
    return {Kind::NotTransportStream, Text::tr("The server sends a playlist or a segment without an end"),
            address.place(), Text::tr("At most %1 MiB.").arg(limit / (1024 * 1024))};
}

Error urlNoMedia(const UrlAddress &address)
{
    return {Kind::NotTransportStream, Text::tr("The stream has no picture and no sound"), address.place(),
            Text::tr("Check what the encoder sends.")};
}

Error urlCodecRefused(const UrlAddress &address, const QString &codec)
{
    return {Kind::NotTransportStream, Text::tr("The stream is coded in %1, which MPEG-TS cannot carry").arg(codec),
            address.place(),
            Text::tr("Gantry shows H.264, H.265 and MPEG-2 pictures with AAC, MP2, MP3, AC-3, E-AC-3 or Opus sound.")};
}

} // namespace gantry::media
