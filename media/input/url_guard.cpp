#include "media/input/url_guard.h"

#include "media/input/url_faults.h"

#include <QFile>

#include <algorithm>
#include <limits>
#include <thread>

extern "C" {
#include <libavformat/avformat.h>
#include <libavformat/avio.h>
#include <libavutil/dict.h>
}

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Carrier = UrlAddress::Carrier;

constexpr int lookedInto = 16 * 1024; // bytes at the beginning of each file; a playlist is seldom longer
constexpr auto tlsPatience = 3s;
constexpr std::size_t mostOpensASecond = 32;

// What may be opened for an address of this kind, and by what: libavformat's own names.
struct Allowed
{
    const char *schemes;   // at the front of an address
    const char *protocols; // that may be stacked to reach it
    const char *formats;
};
Allowed allowedFor(Carrier carrier)
{
    switch (carrier) {
    case Carrier::Web:
        return {"http,https", "http,https,tls,tcp,crypto,httpproxy",
                "hls,dash,mpegts,mov,mp4,matroska,webm,aac,mp3,ac3,eac3,webvtt"};
    case Carrier::Rtmp:
        return {"rtmp,rtmps", "rtmp,rtmps,tls,tcp", "flv,live_flv"};
    case Carrier::Rtsp:
        return {"", "rtsp,rtp,udp,tcp", "rtsp"};
    case Carrier::File:
        return {"file", "file", "mpegts,mov,mp4,matroska,webm,mxf,flv"};
    case Carrier::Udp:
    case Carrier::Rtp:
        break;
    }
    return {"", "", ""};
}

bool isIn(const char *list, const QByteArray &name)
{
    return QByteArray(list).split(',').contains(name) && !name.isEmpty();
}

// "https" of "https://…"; of AES-128 ("crypto+https://…") what stands behind it.
QByteArray schemeOf(QByteArray url)
{
    if (url.startsWith("crypto+") || url.startsWith("crypto:"))
        url.remove(0, 7);
    return url.left(std::max<qsizetype>(url.indexOf("://"), 0)).toLower();
}

// Whether libavformat would take the word before a colon for a protocol.
bool isProtocol(const QByteArray &word)
{
    void *state = nullptr;
    while (const char *name = avio_enum_protocols(&state, 0)) {
        if (word == name)
            return true;
    }
    return false;
}

// The certificates this system trusts. GnuTLS finds them by itself, OpenSSL as libavformat uses it does not.
QByteArray trustedCertificates()
{
    if (const QByteArray named = qgetenv("SSL_CERT_FILE"); !named.isEmpty())
        return named;
    for (const char *usual :
         {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"})
        if (QFile::exists(QString::fromLatin1(usual)))
            return usual;
    return {};
}

} // namespace

UrlGuard::UrlGuard(const UrlAddress &address, const std::atomic<bool> &stop) : m_address(address), m_stop(stop)
{
    allow(tlsPatience);
}

void UrlGuard::allow(std::chrono::milliseconds time)
{
    m_deadline = std::chrono::steady_clock::now() + time;
}

void UrlGuard::setConnection(AVDictionary **options) const
{
    av_dict_set(options, "protocol_whitelist", allowedFor(m_address.carrier).protocols, 0);
    if (m_address.carrier == Carrier::File)
        return;
    av_dict_set(options, "tls_verify", "1", 0);
    if (const QByteArray trusted = trustedCertificates(); !trusted.isEmpty())
        av_dict_set(options, "ca_file", trusted.constData(), 0);
}

void UrlGuard::attach(AVFormatContext &context, AVDictionary **options)
{
    context.opaque = this;
    context.interrupt_callback = {interrupted, this};
    context.io_open = openCallback;
    context.io_close2 = closeCallback;
    av_dict_set(options, "format_whitelist", allowedFor(m_address.carrier).formats, 0);
    av_dict_set(options, "protocol_whitelist", allowedFor(m_address.carrier).protocols, 0);
    if (m_address.carrier == Carrier::Web) {
        // A kept connection would be opened past us.
        av_dict_set(options, "http_persistent", "0", 0);
        av_dict_set(options, "http_multiple", "0", 0);
        av_dict_set(options, "live_start_index", "-3", 0); // as RFC 8216, 6.3.3 wants it
    }
    if (m_address.carrier == Carrier::Rtsp) {
        av_dict_set(options, "rtsp_flags", "prefer_tcp", 0); // through firewalls, and nothing gets lost
        av_dict_set(options, "allowed_media_types", "video+audio", 0);
    }
}

int UrlGuard::interrupted(void *guard)
{
    return static_cast<UrlGuard *>(guard)->mustEnd() ? 1 : 0;
}

int UrlGuard::readInterrupted(void *opaque)
{
    const auto *opened = static_cast<Opened *>(opaque);
    UrlGuard &guard = *opened->guard;
    if (opened->io && !guard.m_fault && avio_tell(opened->io) > opened->limit)
        guard.m_fault = urlTooLarge(guard.m_address, opened->limit);
    return guard.mustEnd() ? 1 : 0;
}

int UrlGuard::openCallback(AVFormatContext *context, AVIOContext **io, const char *url, int flags,
                           AVDictionary **options)
{
    auto *guard = static_cast<UrlGuard *>(context->opaque);
    if ((flags & AVIO_FLAG_WRITE) != 0)
        return AVERROR(EPERM);
    const int result = guard->open(io, url, options ? *options : nullptr);
    if (result < 0 && !guard->mustEnd()) // not because we have ended it ourselves
        guard->m_openFault = result;
    if (!guard->m_fault)
        return result;
    if (result >= 0) {
        closeCallback(context, *io);
        *io = nullptr;
    }
    return AVERROR_EXIT;
}

int UrlGuard::open(AVIOContext **io, const QByteArray &url, const AVDictionary *options)
{
    const QByteArray scheme = schemeOf(url);
    if (!isIn(allowedFor(m_address.carrier).schemes, m_address.carrier == Carrier::File ? url.left(4) : scheme)) {
        const QByteArray word = scheme.isEmpty() ? url.left(std::max<qsizetype>(url.indexOf(':'), 0)) : scheme;
        m_fault = urlForbiddenScheme(m_address, QString::fromLatin1(word.left(16)));
        return AVERROR_EXIT;
    }
    if (!awaitTurn())
        return AVERROR_EXIT;
    Opened &opened = m_open.emplace_back(Opened{this});
    if (m_address.carrier != Carrier::Web) // a clip or a live stream is as long as it is
        opened.limit = std::numeric_limits<std::int64_t>::max();
    const AVIOInterruptCB interrupt{readInterrupted, &opened};
    AVDictionary *all = nullptr;
    av_dict_copy(&all, options, 0);
    setConnection(&all);
    const int result = avio_open2(io, url.constData(), AVIO_FLAG_READ, &interrupt, &all);
    av_dict_free(&all);
    if (result < 0) {
        m_open.pop_back();
        return result;
    }
    opened.io = *io;
    if (m_address.carrier == Carrier::Web)
        lookInto(opened);
    return result;
}

// A playlist that asks to be read again at once, for ever, would keep a processor busy and look like an attack.
bool UrlGuard::awaitTurn()
{
    const auto now = std::chrono::steady_clock::now();
    m_turns.push_back(now);
    if (m_turns.size() <= mostOpensASecond)
        return true;
    const auto turn = m_turns.front() + 1s;
    m_turns.pop_front();
    while (std::chrono::steady_clock::now() < turn && !mustEnd())
        std::this_thread::sleep_for(20ms);
    return !mustEnd();
}

// Reads no more than has come anyway, and steps back over it.
void UrlGuard::lookInto(Opened &opened)
{
    QByteArray text(lookedInto, '\0');
    const int count = avio_read_partial(opened.io, reinterpret_cast<unsigned char *>(text.data()), lookedInto);
    if (count <= 0 || avio_seek(opened.io, -count, SEEK_CUR) < 0)
        return;
    text.truncate(count);
    const bool isPlaylist = text.startsWith("#EXTM3U") || text.startsWith("\xef\xbb\xbf#EXTM3U");
    if (!isPlaylist && !text.startsWith("<?xml") && !text.startsWith("<MPD"))
        return;
    opened.limit = largestPlaylist;
    if (const auto scheme = isPlaylist ? forbiddenScheme(text) : std::nullopt)
        m_fault = urlForbiddenScheme(m_address, *scheme);
}

int UrlGuard::closeCallback(AVFormatContext *context, AVIOContext *io)
{
    auto *guard = static_cast<UrlGuard *>(context->opaque);
    const auto found = std::ranges::find(guard->m_open, io, &Opened::io);
    // Saying goodbye over TLS still asks whether it is interrupted, when `io` is gone already.
    if (found != guard->m_open.end())
        found->io = nullptr;
    const int result = avio_close(io);
    if (found != guard->m_open.end())
        guard->m_open.erase(found);
    return result;
}

bool UrlGuard::tlsWorks()
{
    allow(tlsPatience);
    const QString host = m_address.host.contains(u':') ? QStringLiteral("[%1]").arg(m_address.host) : m_address.host;
    const QByteArray url = QStringLiteral("tls://%1:%2").arg(host).arg(m_address.port).toLatin1();
    AVDictionary *options = nullptr;
    setConnection(&options);
    AVIOContext *io = nullptr;
    const AVIOInterruptCB interrupt{interrupted, this};
    const int result = avio_open2(&io, url.constData(), AVIO_FLAG_READ_WRITE, &interrupt, &options);
    av_dict_free(&options);
    avio_close(io);
    return result >= 0;
}

std::optional<QString> forbiddenScheme(const QByteArray &playlist)
{
    const QByteArray map = "#EXT-X-MAP:";
    for (const QByteArray &each : playlist.split('\n')) {
        QByteArray line = each.trimmed();
        if (line.startsWith(map)) {
            const qsizetype from = line.indexOf("URI=\"");
            line = from < 0 ? QByteArray() : line.mid(from + 5);
        }
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        // libavformat reads options behind a comma: "subfile,,start,0,end,9,,:/etc/passwd".
        const qsizetype end = std::ranges::find_if(line, [](char c) { return c == ':' || c == ','; }) - line.begin();
        const QByteArray word = line.left(std::min<qsizetype>(end, 16)).toLower();
        if (end < line.size() && word != "http" && word != "https" && isProtocol(word))
            return QString::fromLatin1(word);
    }
    return std::nullopt;
}

} // namespace gantry::media
