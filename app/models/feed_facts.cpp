#include "app/models/feed_facts.h"

#include "app/control/link_alarms.h"
#include "app/control/transport_alarms.h"
#include "app/models/words.h"
#include "media/measure/link_advice.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace gantry {

using namespace std::chrono;
using namespace std::chrono_literals;
using media::LinkState;
using media::SignalState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::FeedFacts)
};

constexpr double adviseBelow = 4; // round trips; below, a second repair of the same packet may come too late

QString unknown()
{
    return Text::tr("unknown");
}

QString count(std::uint64_t number)
{
    return QLocale().toString(qulonglong(number));
}

QString decimal(double value, int decimals = 1)
{
    return QLocale().toString(value, 'f', decimals);
}

QString percent(double share)
{
    return Text::tr("%1 %").arg(decimal(share * 100, share > 0 && share < 0.1 ? 2 : 0));
}

template <typename T, typename Say>
QString orUnknown(const std::optional<T> &value, Say say)
{
    return value ? say(*value) : unknown();
}

QString milliseconds(std::chrono::milliseconds time)
{
    return Text::tr("%1 ms").arg(QLocale().toString(qint64(time.count())));
}

QString linkState(const media::LinkSample &link)
{
    const QString since = words::duration(link.inState);
    switch (link.state) {
    case LinkState::Connected:
        return Text::tr("connected for %1").arg(since);
    case LinkState::Connecting:
        return Text::tr("calling for %1").arg(since);
    case LinkState::Waiting:
        return Text::tr("waiting for %1").arg(since);
    case LinkState::Failed:
        break;
    }
    return Text::tr("failed %1 ago").arg(since);
}

// Only libsrt counts packets; of another carrier there is nothing to say.
void addPackets(FeedFacts &facts, const media::LinkSample &link)
{
    const auto add = [&](const QString &name, std::int64_t media::LinkCounters::*which, const char *rules = "") {
        QString value = count(std::uint64_t(link.total.*which));
        if (link.interval.*which > 0)
            value = Text::tr("%1 · %2 /s", "packets since it connected, in the last second")
                        .arg(value, count(std::uint64_t(link.interval.*which)));
        facts.push_back({name, value, {}, QLatin1StringView(rules)});
    };
    using C = media::LinkCounters;
    add(Text::tr("Unique"), &C::received);
    add(Text::tr("Lost"), &C::lost);
    add(Text::tr("Retransmitted"), &C::retransmitted, "retransmitted");
    add(Text::tr("Belated"), &C::belated);
    add(Text::tr("Dropped"), &C::dropped, "dropped");
    add(Text::tr("Undecryptable"), &C::undecrypted, "undecryptable");
}

FeedFact marginFact(const media::LinkSample &link)
{
    FeedFact fact{Text::tr("Latency ÷ RTT"), unknown(), {}, QStringLiteral("margin")};
    if (!link.latency || !link.roundTrip || *link.roundTrip <= 0us)
        return fact;
    const double roundTrips = duration<double>(*link.latency) / duration<double>(*link.roundTrip);
    fact.value = Text::tr("%1 ×").arg(decimal(roundTrips, roundTrips < 10 ? 1 : 0));
    if (roundTrips < adviseBelow) {
        // The line may have got worse, and a bad second must not be forgotten in the next.
        const double lost = std::max(media::lossShare(link.total), media::lossShare(link.interval));
        const auto wanted = media::advisedLatency(*link.roundTrip, lost);
        if (wanted > *link.latency)
            fact.note = Text::tr("Raise the latency to at least %1 ms.").arg(wanted.count());
    }
    return fact;
}

void addSrt(FeedFacts &facts, const media::LinkSample &link)
{
    facts.push_back(
        {Text::tr("RTT"), orUnknown(link.roundTrip, words::milliseconds), {}, QStringLiteral("round-trip")});
    addPackets(facts, link);
    facts.push_back({Text::tr("Buffer"), orUnknown(link.buffered, milliseconds), {}, {}});
    QString latency = orUnknown(link.latency, milliseconds);
    if (link.peerLatency && link.latency && *link.peerLatency != *link.latency)
        latency = Text::tr("%1, the other way %2").arg(latency, milliseconds(*link.peerLatency));
    facts.push_back({Text::tr("Latency"), latency, {}, {}});
    facts.push_back(marginFact(link));
    const QString key = link.keyBits ? Text::tr("AES-%1").arg(*link.keyBits) : Text::tr("yes");
    facts.push_back({Text::tr("Encrypted"), link.encrypted ? key : Text::tr("no"), {}, {}});
    if (link.streamId && !link.streamId->isEmpty())
        facts.push_back({Text::tr("Stream ID"), *link.streamId, {}, {}});
    if (link.filter)
        facts.push_back(
            {Text::tr("Packet filter"),
             *link.filter,
             link.rebuilt ? Text::tr("rebuilt %1 packets in the last second").arg(*link.rebuilt) : QString(),
             {}});
}

QString contentText(const media::PictureContent &content)
{
    const auto lasting = [](const QString &what, std::chrono::milliseconds time) {
        return Text::tr("%1 for %2", "what the picture shows, for how long").arg(what, words::duration(time));
    };
    if (content.black > 0ms)
        return lasting(Text::tr("black"), content.black);
    if (content.bars > 0ms)
        return lasting(Text::tr("colour bars"), content.bars);
    if (content.flat > 0ms)
        return lasting(Text::tr("one even field"), content.flat);
    if (!content.frozen)
        return Text::tr("neither black nor bars; whether it moves is not known");
    if (*content.frozen > 0ms)
        return lasting(Text::tr("still"), *content.frozen);
    return Text::tr("moving");
}

QString coding(const media::VideoFormat &format)
{
    QStringList parts;
    if (format.bitDepth)
        parts.append(Text::tr("%1 bit").arg(*format.bitDepth));
    if (format.chroma)
        parts.append(*format.chroma);
    if (format.colour)
        parts.append(*format.colour);
    if (format.interlaced)
        parts.append(*format.interlaced ? Text::tr("interlaced") : Text::tr("progressive"));
    return parts.isEmpty() ? unknown() : parts.join(QStringLiteral(" · "));
}

QString soundFaults(const media::SoundFaults &faults)
{
    QStringList parts;
    if (faults.silent > 0ms)
        parts.append(Text::tr("silent for %1").arg(words::duration(faults.silent)));
    if (faults.channelDead > 0ms)
        parts.append(Text::tr("channel %1 silent for %2")
                         .arg(QString::number(faults.deadChannel), words::duration(faults.channelDead)));
    if (faults.outOfPhase > 0ms)
        parts.append(Text::tr("out of phase for %1").arg(words::duration(faults.outOfPhase)));
    if (faults.clippedShare > 0)
        parts.append(Text::tr("%1 % clipped").arg(decimal(faults.clippedShare * 100, 2)));
    return parts.isEmpty() ? Text::tr("none") : parts.join(QStringLiteral(" · "));
}

} // namespace

FeedFacts linkFacts(const Feed &feed, const FeedKnown &known)
{
    FeedFacts facts{{Text::tr("LINK"), {}, {}, {}}};
    if (!known.link) {
        facts.push_back({Text::tr("State"), Text::tr("not started"), feed.place(), {}});
        return facts;
    }
    const media::LinkSample &link = *known.link;
    const QString why = link.fault ? words::sentences(link.fault->text(), link.fault->advice) : QString();
    facts.push_back({Text::tr("State"), linkState(link), why, QStringLiteral("link no-signal never-came")});
    if (link.carrier)
        facts.push_back({Text::tr("Carried by"), *link.carrier, {}, {}});
    if (!link.peer.isEmpty())
        facts.push_back({Text::tr("Other end"), link.peer, {}, {}});
    if (link.connections > 1)
        facts.push_back({Text::tr("Connections"), QString::number(link.connections), {}, {}});
    if (link.state == LinkState::Connected) {
        const auto rate =
            link.receiveRate || !known.transport ? link.receiveRate : std::optional(known.transport->rate);
        facts.push_back({Text::tr("Receive rate"), orUnknown(rate, words::rate), {}, QStringLiteral("bitrate")});
        if (!link.carrier)
            addSrt(facts, link);
    }
    if (link.turnedAway)
        facts.push_back(
            {Text::tr("Turned away"), link.turnedAway->text(), link.turnedAway->advice, QStringLiteral("turned-away")});
    return facts;
}

FeedFacts transportFacts(const FeedKnown &known)
{
    if (!known.transport || !known.link || known.link->state != LinkState::Connected)
        return {};
    const media::TransportSample &transport = *known.transport;
    FeedFacts facts{{Text::tr("TRANSPORT STREAM"), {}, {}, {}}};
    if (!transport.recognised) {
        facts.push_back({Text::tr("Kind"),
                         transport.rate.value > 0 ? Text::tr("not MPEG-TS") : unknown(),
                         {},
                         QStringLiteral("transport")});
        return facts;
    }
    facts.push_back({Text::tr("Rate"), words::rate(transport.rate), {}, {}});
    facts.push_back({Text::tr("Null packets"), percent(transport.nullShare), {}, {}});
    if (transport.programs) {
        QStringList numbers;
        for (const std::uint16_t program : *transport.programs)
            numbers.append(QString::number(program));
        const QString chosen = transport.program ? QString::number(*transport.program) : Text::tr("none");
        facts.push_back(
            {Text::tr("Program"),
             numbers.size() > 1
                 ? Text::tr("%1 of %2", "the chosen program, of which").arg(chosen, numbers.join(QStringLiteral(", ")))
                 : chosen,
             {},
             QStringLiteral("program")});
    }
    for (const auto &stream : transport.streams)
        facts.push_back({Text::tr("PID %1 %2", "number, codec").arg(QString::number(stream.pid), stream.codec),
                         words::rate(stream.rate),
                         {},
                         {}});
    const auto errors = [&](const QString &name, int priority, const char *rule) {
        const QString counted = TransportAlarms::counters(transport, priority);
        facts.push_back({name, counted.isEmpty() ? Text::tr("no errors") : counted, {}, QLatin1StringView(rule)});
    };
    errors(Text::tr("TR 101 290, priority 1"), 1, "ts-errors");
    if (transport.errors)
        errors(Text::tr("TR 101 290, priority 2"), 2, "ts-warnings");
    if (transport.pcrJitter)
        facts.push_back({Text::tr("PCR jitter"), words::milliseconds(*transport.pcrJitter), {}, {}});
    return facts;
}

FeedFacts pictureFacts(const FeedKnown &known)
{
    if (!known.picture || !known.picture->format)
        return {};
    const media::PictureState &picture = *known.picture;
    FeedFacts facts{{Text::tr("PICTURE"), {}, {}, {}}};
    facts.push_back({Text::tr("Format"), words::format(*picture.format), {}, {}});
    facts.push_back({Text::tr("Coding"), coding(*picture.format), {}, {}});
    facts.push_back({Text::tr("Decoder"), picture.decoder.isEmpty() ? unknown() : picture.decoder,
                     picture.decoderNote.value_or(QString()), QStringLiteral("decoder")});
    if (picture.signal == SignalState::Live)
        facts.push_back({Text::tr("Content"),
                         orUnknown(picture.content, contentText),
                         {},
                         QStringLiteral("black bars flat frozen")});
    if (picture.age)
        facts.push_back({Text::tr("Age"), milliseconds(*picture.age), {}, {}});
    facts.push_back({Text::tr("Decoded"), count(picture.decoded), {}, {}});
    facts.push_back({Text::tr("Not drawn"), count(picture.unseen), {}, {}});
    facts.push_back({Text::tr("Decoder errors"), count(picture.decodeErrors), {}, {}});
    if (picture.undecoded > 0)
        facts.push_back({Text::tr("Not decoded"),
                         count(picture.undecoded),
                         Text::tr("The decoder fell behind, and packets were thrown away."),
                         {}});
    return facts;
}

FeedFacts soundFacts(const FeedKnown &known)
{
    if (!known.audio)
        return {};
    const media::AudioLevels &audio = *known.audio;
    FeedFacts facts{{Text::tr("SOUND"), {}, {}, {}}};
    if (!audio.present) {
        facts.push_back({Text::tr("Track"), Text::tr("none"), {}, QStringLiteral("silence")});
        return facts;
    }
    const auto number = audio.peakDbfs.size();
    const QString channels = number == 1   ? Text::tr("mono")
                             : number == 2 ? Text::tr("stereo")
                                           : Text::tr("%1 channels").arg(number);
    QString track = Text::tr("%1, %2", "codec, channels").arg(audio.codec, channels);
    if (audio.track && audio.tracks && *audio.tracks > 1)
        track = Text::tr("%1 of %2: %3", "track, of how many, what").arg(*audio.track).arg(*audio.tracks).arg(track);
    facts.push_back({Text::tr("Track"), track, {}, {}});
    const auto lufs = [&](const QString &name, const std::optional<double> &value, const char *rule = "") {
        facts.push_back({name,
                         orUnknown(value, [](double v) { return Text::tr("%1 LUFS").arg(decimal(v)); }),
                         {},
                         QLatin1StringView(rule)});
    };
    lufs(Text::tr("Momentary (M)"), audio.momentaryLufs);
    lufs(Text::tr("Short-term (S)"), audio.shortTermLufs);
    lufs(Text::tr("Integrated (I)"), audio.integratedLufs, "loudness");
    facts.push_back({Text::tr("True peak"),
                     orUnknown(audio.truePeakDbtp, [](double v) { return Text::tr("%1 dBTP").arg(decimal(v)); }),
                     {},
                     QStringLiteral("true-peak")});
    if (audio.peakDbfs.size() > 1)
        facts.push_back({Text::tr("Phase"),
                         orUnknown(audio.phase, [](double v) { return decimal(v, 2); }),
                         {},
                         QStringLiteral("phase")});
    facts.push_back(
        {Text::tr("A/V offset"), orUnknown(audio.soundEarly, words::soundOffset), {}, QStringLiteral("sync")});
    facts.push_back({Text::tr("Faults"),
                     orUnknown(audio.faults, soundFaults),
                     {},
                     QStringLiteral("silence channel-silent phase clipping")});
    return facts;
}

FeedFacts matchFacts(const Show &show, const FeedId &feed, const Matches &matches)
{
    FeedFacts facts;
    for (const Pair &pair : show.pairs) {
        const bool isBackup = pair.backup == feed;
        if (!isBackup && pair.primary != feed)
            continue;
        if (facts.empty())
            facts.push_back({Text::tr("PAIR"), {}, {}, {}});
        const auto match = matches.constFind(pair.id);
        facts.push_back({isBackup ? Text::tr("Against %1", "the primary").arg(pair.primary.text)
                                  : Text::tr("Backup %1").arg(pair.backup.text),
                         match == matches.constEnd() ? unknown() : words::match(*match),
                         {},
                         isBackup ? QStringLiteral("differs apart") : QString()});
    }
    return facts;
}

FeedFacts cueFacts(const FeedKnown &known)
{
    if (!known.cue)
        return {};
    return {{Text::tr("SPLICE CUES"), {}, {}, {}},
            {Text::tr("Last, %1 UTC").arg(words::clock(known.cue->at)), words::cue(known.cue->cue), {}, {}}};
}

} // namespace gantry
