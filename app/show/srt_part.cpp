#include "app/show/srt_part.h"

#include "app/show/secret_part.h"
#include "media/input/host_lookup.h"
#include "media/input/srt_filter.h"
#include "media/input/srt_library.h"
#include "media/input/srt_options.h"
#include "media/input/srt_ports.h"
#include "media/input/srt_stream_id.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

using enum ShowPart::Need;
using media::SrtAddress;
using media::SrtLimits;

struct ModeWord
{
    SrtAddress::Mode mode;
    QLatin1StringView word;
};

constexpr std::array modeWords{
    ModeWord{SrtAddress::Mode::Caller, "caller"_L1},
    ModeWord{SrtAddress::Mode::Listener, "listener"_L1},
    ModeWord{SrtAddress::Mode::Rendezvous, "rendezvous"_L1},
};

// Nothing when it is missing or unknown, which has been said.
std::optional<SrtAddress::Mode> readMode(const ShowPart &srt)
{
    QStringList words;
    for (const ModeWord &each : modeWords)
        words.append(each.word);
    const QString allowed = QCoreApplication::translate("show", "One of: %1.").arg(words.join(u", "_s));
    const auto text = srt.text(u"mode"_s, Required, allowed);
    if (!text)
        return std::nullopt;
    const auto found = std::ranges::find(modeWords, *text, &ModeWord::word);
    if (found != modeWords.end())
        return found->mode;
    srt.at(u"mode"_s).fault(QCoreApplication::translate("show", "There is no such mode."), allowed);
    return std::nullopt;
}

QString readHost(const ShowPart &srt, SrtAddress::Mode mode)
{
    const bool calls = mode != SrtAddress::Mode::Listener;
    const QString allowed =
        calls ? QCoreApplication::translate("show", "A name or an address to call, without srt:// and port.")
              : QCoreApplication::translate("show", "The address to listen on, or no host for all of them.");
    const auto host = srt.text(u"host"_s, calls ? Required : Optional, allowed);
    if (!host || (host->isEmpty() && !calls))
        return {};
    QUrl url;
    url.setHost(*host, QUrl::StrictMode);
    if (url.host().isEmpty())
        srt.at(u"host"_s).fault(QCoreApplication::translate("show", "This is no name and no address of a host."),
                                allowed);
    return *host;
}

std::optional<std::chrono::milliseconds> readLatency(const ShowPart &srt, const QString &key)
{
    const auto latency =
        srt.wholeNumber(key, Optional, SrtLimits::latencyLeast, SrtLimits::latencyMost,
                        QCoreApplication::translate("show", "A whole number of milliseconds from %1 to %2.")
                            .arg(SrtLimits::latencyLeast)
                            .arg(SrtLimits::latencyMost));
    return latency ? std::optional(std::chrono::milliseconds(*latency)) : std::nullopt;
}

QString readStreamId(const ShowPart &srt)
{
    const QString key = u"streamId"_s;
    const QString allowed =
        QCoreApplication::translate("show", "Text of at most %1 bytes.").arg(media::SrtStreamId::largest);
    const QString streamId = srt.text(key, Optional, allowed).value_or(QString());
    if (const qsizetype bytes = streamId.toUtf8().size(); bytes > media::SrtStreamId::largest)
        srt.at(key).fault(QCoreApplication::translate("show", "The text has %1 bytes.").arg(bytes), allowed);
    else if (!media::SrtStreamId::parse(streamId))
        srt.at(key).fault(QCoreApplication::translate("show", "It begins with #!:: and does not go on with key=value."),
                          QCoreApplication::translate("show", "As in #!::r=cam1,m=publish, each key once."));
    return streamId;
}

std::optional<int> readKeyLength(const ShowPart &srt)
{
    const QString key = u"keyLength"_s;
    const QString allowed = QCoreApplication::translate("show", "128, 192 or 256 bits.");
    const auto bits = srt.wholeNumber(key, Optional, 128, 256, allowed);
    if (bits && *bits % 64 != 0)
        srt.at(key).fault(QCoreApplication::translate("show", "The value is %1.").arg(*bits), allowed);
    else if (bits && !srt.has(u"passphrase"_s))
        srt.at(key).fault(QCoreApplication::translate("show", "There is no passphrase, so nothing is encrypted."),
                          QCoreApplication::translate("show", "A passphrase beside it, or no keyLength."));
    return bits;
}

QString readFilter(const ShowPart &srt)
{
    const QString key = u"filter"_s;
    const QString allowed = media::srt_filter::allowed();
    const auto filter = srt.text(key, Optional, allowed);
    if (!filter)
        return {};
    if (const auto fault = media::srt_filter::fault(*filter))
        srt.at(key).fault(QCoreApplication::translate("show", "%1.", "a sentence").arg(*fault), allowed);
    return *filter;
}

QString readAdapter(const ShowPart &srt)
{
    const QString key = u"adapter"_s;
    const QString allowed =
        QCoreApplication::translate("show", "The address of an interface of this computer, in digits.");
    const auto adapter = srt.text(key, Optional, allowed);
    if (adapter && !media::isNumericHost(*adapter))
        srt.at(key).fault(QCoreApplication::translate("show", "This is no address in digits."), allowed);
    return adapter.value_or(QString());
}

void readNumbers(const ShowPart &srt, SrtAddress &address)
{
    address.latency = readLatency(srt, u"latency"_s).value_or(address.latency);
    address.peerLatency = readLatency(srt, u"peerLatency"_s);
    address.lossMaxTtl = srt.wholeNumber(u"lossMaxTtl"_s, Optional, 0, SrtLimits::lossMaxTtlMost,
                                         QCoreApplication::translate("show", "A whole number of packets from 0 to %1.")
                                             .arg(SrtLimits::lossMaxTtlMost))
                             .value_or(address.lossMaxTtl);
    address.expectedKilobits =
        srt.wholeNumber(u"rate"_s, Optional, SrtLimits::rateLeast, SrtLimits::rateMost,
                        QCoreApplication::translate("show", "Kilobits a second, a whole number from %1 to %2.")
                            .arg(SrtLimits::rateLeast)
                            .arg(SrtLimits::rateMost));
    address.payloadSize = srt.wholeNumber(u"payloadSize"_s, Optional, SrtLimits::payloadLeast, SrtLimits::payloadMost,
                                          QCoreApplication::translate("show", "A whole number of bytes from %1 to %2.")
                                              .arg(SrtLimits::payloadLeast)
                                              .arg(SrtLimits::payloadMost));
}

void readGroup(const ShowPart &srt, SrtAddress &address)
{
    if (!srt.has(u"group"_s))
        return;
    const ShowPart group = srt.at(u"group"_s);
    if (!group.isObjectOf({u"type"_s, u"links"_s}))
        return;
    const QString types = QCoreApplication::translate("show", "One of: %1.").arg(u"broadcast, backup"_s);
    const auto type = group.text(u"type"_s, Required, types);
    if (type && *type != "broadcast"_L1 && *type != "backup"_L1)
        group.at(u"type"_s).fault(QCoreApplication::translate("show", "There is no such type."), types);
    address.bonding = type == u"backup" ? SrtAddress::Bonding::Backup : SrtAddress::Bonding::Broadcast;
    for (const ShowPart &each : group.list(u"links"_s, Optional, SrtLimits::linksMost)) {
        const auto link = media::parseSrtLink(each.value().toString());
        if (link)
            address.links.append(*link);
        else
            each.fault(QCoreApplication::translate("show", "This is no host with a port."),
                       QCoreApplication::translate("show", "Text as in encoder.example:9001."));
    }
}

// What the parts say together.
void checkTogether(const ShowPart &srt, const SrtAddress &address)
{
    // A host that is missing has been said in the words of a show file.
    if (address.mode != SrtAddress::Mode::Listener && address.host.isEmpty())
        return;
    if (const auto checked = media::checkSrtAddress(address, {}); !checked)
        srt.fault(QCoreApplication::translate("show", "%1.", "a sentence").arg(checked.error().tried),
                  checked.error().advice);
}

} // namespace

void readSrt(const ShowPart &srt, Feed &feed)
{
    if (!srt.isObjectOf({u"mode"_s, u"host"_s, u"port"_s, u"adapter"_s, u"latency"_s, u"peerLatency"_s, u"streamId"_s,
                         u"passphrase"_s, u"keyLength"_s, u"lossMaxTtl"_s, u"rate"_s, u"payloadSize"_s, u"filter"_s,
                         u"group"_s}))
        return;
    SrtAddress &address = feed.srt;
    const auto mode = readMode(srt);
    address.mode = mode.value_or(SrtAddress::Mode::Caller);
    // With the mode in doubt nobody can say whether a host is needed.
    if (mode || srt.has(u"host"_s))
        address.host = readHost(srt, address.mode);
    address.port = std::uint16_t(srt.wholeNumber(u"port"_s, Required, 1, 65535,
                                                 QCoreApplication::translate("show", "A whole number from 1 to 65535."))
                                     .value_or(0));
    address.adapter = readAdapter(srt);
    readNumbers(srt, address);
    address.streamId = readStreamId(srt);
    address.keyBits = readKeyLength(srt);
    address.filter = readFilter(srt);
    readGroup(srt, address);
    if (mode)
        checkTogether(srt, address);
    feed.passphrase = readSecret(srt, u"passphrase"_s, passphraseWords());
}

void refusePortConflicts(const ShowPart &file, const QList<Feed> &feeds)
{
    const ShowPart list = file.at(u"feeds"_s);
    const auto listens = [](const Feed &feed) {
        return feed.srt.mode == SrtAddress::Mode::Listener && feed.srt.port != 0;
    };
    const auto id = [](const Feed &feed) {
        return media::SrtStreamId::parse(feed.srt.streamId).value_or(media::SrtStreamId());
    };
    for (qsizetype late = 1; late < feeds.size(); ++late) {
        for (qsizetype early = 0; early < late; ++early) {
            const SrtAddress &a = feeds[early].srt;
            const SrtAddress &b = feeds[late].srt;
            if (!listens(feeds[early]) || !listens(feeds[late]) || !media::isPortConflict(a, b))
                continue;
            if (media::isSamePort(a, b) && !id(feeds[early]).meets(id(feeds[late])))
                continue;
            list.element(late).at(u"srt"_s).at(u"port"_s).fault(
                QCoreApplication::translate("show", "%1 listens on port %2 already.")
                    .arg(list.element(early).place())
                    .arg(a.port),
                QCoreApplication::translate(
                    "show",
                    "A port of its own for each listener; on the same host they share one when each has a streamId "
                    "of its own."));
            break;
        }
    }
}

QStringList srtNotes(const QList<Feed> &feeds)
{
    QStringList notes;
    const auto listens = [](const Feed &feed) { return feed.srt.mode == SrtAddress::Mode::Listener; };
    for (qsizetype first = 0; first < feeds.size(); ++first) {
        const Feed &feed = feeds[first];
        if (feed.srt.bonding != SrtAddress::Bonding::None && !media::srtHasGroups())
            notes.append(QCoreApplication::translate("show", "%1 has bonded links, and this computer's libsrt is built "
                                                             "without: the feed cannot come here.")
                             .arg(feed.id.text));
        const auto shares = [&](const Feed &other) {
            return listens(feed) && listens(other) && media::isSamePort(feed.srt, other.srt);
        };
        if (std::any_of(feeds.begin(), feeds.begin() + first, shares)) // said with the first of them
            continue;
        QStringList names;
        for (const Feed &other : feeds)
            if (shares(other))
                names.append(
                    QCoreApplication::translate("show", "%1 (stream id %2)").arg(other.id.text, other.srt.streamId));
        if (names.size() > 1)
            notes.append(
                QCoreApplication::translate("show", "Port %1 is shared, callers are told apart by stream id: %2.")
                    .arg(QString::number(feed.srt.port), names.join(u", "_s)));
    }
    return notes;
}

QJsonObject srtObject(const Feed &feed)
{
    const SrtAddress &address = feed.srt;
    const SrtAddress usual;
    const auto word = std::ranges::find(modeWords, address.mode, &ModeWord::mode)->word;
    QJsonObject srt{
        {u"mode"_s, QString(word)}, {u"port"_s, int(address.port)}, {u"latency"_s, qint64(address.latency.count())}};
    const auto text = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            srt.insert(key, value);
    };
    const auto number = [&](const QString &key, std::optional<int> value) {
        if (value)
            srt.insert(key, *value);
    };
    text(u"host"_s, address.host);
    text(u"adapter"_s, address.adapter);
    text(u"streamId"_s, address.streamId);
    text(u"filter"_s, address.filter);
    if (address.peerLatency)
        srt.insert(u"peerLatency"_s, qint64(address.peerLatency->count()));
    number(u"keyLength"_s, address.keyBits);
    number(u"rate"_s, address.expectedKilobits);
    number(u"payloadSize"_s, address.payloadSize);
    if (address.lossMaxTtl != usual.lossMaxTtl)
        srt.insert(u"lossMaxTtl"_s, address.lossMaxTtl);
    if (address.bonding != SrtAddress::Bonding::None) {
        QJsonArray links;
        for (const SrtAddress::Link &link : address.links)
            links.append(media::textOf(link));
        const bool backup = address.bonding == SrtAddress::Bonding::Backup;
        srt.insert(u"group"_s, QJsonObject{{u"type"_s, backup ? u"backup"_s : u"broadcast"_s}, {u"links"_s, links}});
    }
    if (feed.passphrase.store != Secret::Store::None)
        srt.insert(u"passphrase"_s, secretObject(feed.passphrase));
    return srt;
}

} // namespace gantry
