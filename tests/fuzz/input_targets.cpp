#include "fuzz/targets.h"

#include "media/input/rtp_packet.h"
#include "media/input/srt_address.h"
#include "media/input/srt_filter.h"
#include "media/input/srt_stream_id.h"
#include "media/input/url_address.h"

#include <algorithm>

namespace gantry::fuzz {

using namespace gantry::media;

void srtAddress(Bytes bytes)
{
    if (const auto address = SrtAddress::parse(QString::fromUtf8(text(bytes)))) {
        must(address->port != 0);
        must(address->streamId.toUtf8().size() <= SrtStreamId::largest);
        must(address->passphrase.isEmpty()); // never in a text
        must(SrtStreamId::parse(address->streamId).has_value());
        must(address->filter.isEmpty() || !srt_filter::fault(address->filter));
        must(address->mode == SrtAddress::Mode::Listener || !address->host.isEmpty());
    }
}

// Stream ids and packet filters. Three lines: what a caller says, and what two feeds on one port ask for.
void srtWords(Bytes bytes)
{
    const QString all = QString::fromUtf8(text(bytes));
    const QStringList lines = all.split(QLatin1Char('\n'));
    const auto said = SrtStreamId::parse(lines.value(0));
    const auto one = SrtStreamId::parse(lines.value(1));
    const auto other = SrtStreamId::parse(lines.value(2));
    using enum SrtStreamId::Answer;
    if (said)
        must(said->answers(*said) == Fits && said->meets(*said));
    if (one && other)
        must(one->meets(*other) == other->meets(*one));
    // Whoever may be let in to both could not be told apart.
    if (said && one && other && said->answers(*one) == Fits && said->answers(*other) == Fits)
        must(one->meets(*other));
    if (const auto fault = srt_filter::fault(all))
        must(!fault->isEmpty());
}

void urlAddress(Bytes bytes)
{
    const auto address = UrlAddress::parse(QString::fromUtf8(text(bytes)));
    if (!address)
        return;
    must(address->user.isEmpty()); // never in a text
    address->place();
    address->whole();
    const auto again = UrlAddress::parse(address->text());
    must(again && again->text() == address->text());
    if (const auto secret = address->withSecret("name:canary-that-nobody-sees")) {
        must(!secret->place().contains(QLatin1String("canary")));
        must(!secret->text().contains(QLatin1String("canary")));
    }
}

void rtpPacket(Bytes bytes)
{
    if (const auto packet = RtpPacket::parse(bytes)) {
        must(packet->payload.size() + 12 <= bytes.size());
        // Each of them is read.
        must(std::size_t(std::ranges::count(packet->payload, std::byte{0x47})) <= packet->payload.size());
    }
}

} // namespace gantry::fuzz
