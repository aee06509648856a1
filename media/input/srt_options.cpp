#include "media/input/srt_options.h"

#include "media/input/host_lookup.h"
#include "media/input/srt_filter.h"
#include "media/input/srt_stream_id.h"

#include <QStringList>

#include <array>

namespace gantry::media {
namespace {

using Limits = SrtLimits;

// What an option may not be, and what it may, as two sentences; nothing when all is well.
struct Wrong
{
    QString what;
    QString advice;
};
using Applied = std::optional<Wrong>;

std::optional<int> wholeNumber(const QString &text, int least, int most)
{
    bool ok = !text.startsWith(u'+');
    const int number = ok ? text.toInt(&ok) : 0;
    return ok && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

Applied applyMode(SrtAddress &address, const QString &value)
{
    if (value == QLatin1String("caller"))
        address.mode = SrtAddress::Mode::Caller;
    else if (value == QLatin1String("listener"))
        address.mode = SrtAddress::Mode::Listener;
    else if (value == QLatin1String("rendezvous"))
        address.mode = SrtAddress::Mode::Rendezvous;
    else
        return Wrong{Text::tr("The SRT mode must be caller, listener or rendezvous"),
                     Text::tr("Write ?mode=caller to call the other end, ?mode=listener to wait for it, or "
                              "?mode=rendezvous when both ends call each other.")};
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> latencyOf(const QString &value)
{
    const auto number = wholeNumber(value, Limits::latencyLeast, Limits::latencyMost);
    return number ? std::optional(std::chrono::milliseconds(*number)) : std::nullopt;
}

Wrong wrongLatency()
{
    return {
        Text::tr("The SRT latency must be %1 to %2 milliseconds").arg(Limits::latencyLeast).arg(Limits::latencyMost),
        Text::tr("Three to four times the round trip is usual, for example ?latency=200.")};
}

Applied applyLatency(SrtAddress &address, const QString &value)
{
    const auto latency = latencyOf(value);
    if (!latency)
        return wrongLatency();
    address.latency = *latency;
    return std::nullopt;
}

Applied applyPeerLatency(SrtAddress &address, const QString &value)
{
    address.peerLatency = latencyOf(value);
    return address.peerLatency ? Applied() : Applied(wrongLatency());
}

Applied applyStreamId(SrtAddress &address, const QString &value)
{
    if (value.toUtf8().size() > SrtStreamId::largest)
        return Wrong{Text::tr("The SRT stream id must be at most %1 bytes").arg(SrtStreamId::largest),
                     Text::tr("Shorten the stream id; letters outside ASCII count as 2 to 4 bytes.")};
    if (!SrtStreamId::parse(value))
        return Wrong{Text::tr("The SRT stream id begins with #!:: and does not go on with key=value"),
                     Text::tr("Write it as #!::r=cam1,m=publish with each key once.")};
    address.streamId = value;
    return std::nullopt;
}

Applied applyKeyLength(SrtAddress &address, const QString &value)
{
    const auto bits = wholeNumber(value, 128, 256);
    if (!bits || *bits % 64 != 0)
        return Wrong{Text::tr("The SRT key length must be 128, 192 or 256 bits"),
                     Text::tr("Write it as ?keylength=256.")};
    address.keyBits = bits;
    return std::nullopt;
}

Applied applyLossMaxTtl(SrtAddress &address, const QString &value)
{
    const auto packets = wholeNumber(value, 0, Limits::lossMaxTtlMost);
    if (!packets)
        return Wrong{Text::tr("The SRT option lossmaxttl must be 0 to %1 packets").arg(Limits::lossMaxTtlMost),
                     Text::tr("40 is usual; more helps on lines that bring packets out of order.")};
    address.lossMaxTtl = *packets;
    return std::nullopt;
}

Applied applyRate(SrtAddress &address, const QString &value)
{
    address.expectedKilobits = wholeNumber(value, Limits::rateLeast, Limits::rateMost);
    if (!address.expectedKilobits)
        return Wrong{Text::tr("The expected rate must be %1 to %2 kilobits a second")
                         .arg(Limits::rateLeast)
                         .arg(Limits::rateMost),
                     Text::tr("Write 12 Mbit/s as ?rate=12000. It sizes the buffers, it limits nothing.")};
    return std::nullopt;
}

Applied applyPayloadSize(SrtAddress &address, const QString &value)
{
    address.payloadSize = wholeNumber(value, Limits::payloadLeast, Limits::payloadMost);
    if (!address.payloadSize)
        return Wrong{
            Text::tr("The SRT payload size must be %1 to %2 bytes").arg(Limits::payloadLeast).arg(Limits::payloadMost),
            Text::tr("1316 is usual: seven packets of a transport stream.")};
    return std::nullopt;
}

Applied applyFilter(SrtAddress &address, const QString &value)
{
    if (const auto fault = srt_filter::fault(value))
        return Wrong{*fault, srt_filter::allowed()};
    address.filter = value;
    return std::nullopt;
}

Applied applyAdapter(SrtAddress &address, const QString &value)
{
    if (!isNumericHost(value))
        return Wrong{Text::tr("The adapter must be an address in digits"),
                     Text::tr("Write the address of this computer's interface, for example ?adapter=192.0.2.7.")};
    address.adapter = value;
    return std::nullopt;
}

Applied applyGroup(SrtAddress &address, const QString &value)
{
    if (value == QLatin1String("broadcast"))
        address.bonding = SrtAddress::Bonding::Broadcast;
    else if (value == QLatin1String("backup"))
        address.bonding = SrtAddress::Bonding::Backup;
    else
        return Wrong{Text::tr("The SRT group must be broadcast or backup"),
                     Text::tr("Write ?group=broadcast to send over every link, ?group=backup to send over one.")};
    return std::nullopt;
}

Applied applyLinks(SrtAddress &address, const QString &value)
{
    const QStringList texts = value.split(u',');
    if (texts.size() > Limits::linksMost)
        return Wrong{Text::tr("An SRT group has at most %1 further links").arg(Limits::linksMost),
                     Text::tr("Keep the best ones.")};
    for (const QString &text : texts) {
        const auto link = parseSrtLink(text);
        if (!link)
            return Wrong{Text::tr("A link of the SRT group cannot be read"),
                         Text::tr("Write ?links=host:port,host:port; an IPv6 address stands in square brackets.")};
        address.links.append(*link);
    }
    return std::nullopt;
}

struct Option
{
    const char *name;
    Applied (*apply)(SrtAddress &, const QString &);
};

constexpr std::array options{
    Option{"mode", applyMode},
    Option{"latency", applyLatency},
    Option{"peerlatency", applyPeerLatency},
    Option{"streamid", applyStreamId},
    Option{"keylength", applyKeyLength},
    Option{"lossmaxttl", applyLossMaxTtl},
    Option{"rate", applyRate},
    Option{"payloadsize", applyPayloadSize},
    Option{"packetfilter", applyFilter},
    Option{"adapter", applyAdapter},
    Option{"group", applyGroup},
    Option{"links", applyLinks},
};

tl::unexpected<Error> invalid(const QString &place, const QString &tried, const QString &advice)
{
    return tl::unexpected(Error{Error::Kind::AddressInvalid, tried, place, advice});
}

} // namespace

QString srtOptionNames()
{
    QStringList names;
    for (const Option &option : options)
        names.append(QLatin1String(option.name));
    return names.join(QStringLiteral(", "));
}

Result<void> applySrtOption(SrtAddress &address, const QString &key, const QString &value, const QString &place)
{
    for (const Option &option : options) {
        if (key != QLatin1String(option.name))
            continue;
        if (const Applied wrong = option.apply(address, value))
            return invalid(place, wrong->what, wrong->advice);
        return {};
    }
    if (key == QLatin1String("passphrase"))
        return invalid(
            place, Text::tr("A passphrase must not stand in the address"),
            Text::tr(
                "Give it where the feed is set up; text with a passphrase ends up in process lists and histories."));
    return invalid(place, Text::tr("The SRT address has an option that is not known: %1").arg(key.left(40)),
                   Text::tr("Allowed are %1.").arg(srtOptionNames()));
}

Result<void> checkSrtAddress(const SrtAddress &address, const QString &place)
{
    const bool listens = address.mode == SrtAddress::Mode::Listener;
    if (!listens && address.host.isEmpty())
        return invalid(place, Text::tr("To call, an SRT address needs a host"),
                       Text::tr("Write it as srt://host:port, or leave the mode out to listen."));
    if (address.mode == SrtAddress::Mode::Rendezvous && !address.streamId.isEmpty())
        return invalid(place, Text::tr("A rendezvous carries no stream id"),
                       Text::tr("Take the stream id away, or let one end call and the other listen."));
    if (listens && !address.adapter.isEmpty())
        return invalid(place, Text::tr("A listener has no adapter"),
                       Text::tr("Write the address of the interface as the host: srt://192.0.2.7:9001?mode=listener."));
    const bool bonded = address.bonding != SrtAddress::Bonding::None;
    if (bonded && address.mode == SrtAddress::Mode::Rendezvous)
        return invalid(place, Text::tr("A rendezvous has one link"),
                       Text::tr("Let one end call and the other listen, or take group away."));
    if (bonded && !listens && address.links.isEmpty())
        return invalid(place, Text::tr("A bonded SRT call needs a second link"),
                       Text::tr("Name it with links=host:port, or take group away."));
    if (!address.links.isEmpty() && (!bonded || listens))
        return invalid(place, Text::tr("Further links belong to a bonded call"),
                       Text::tr("Add group=broadcast or group=backup to a call, or take links away."));
    return {};
}

} // namespace gantry::media
