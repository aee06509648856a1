#include "media/decode/demuxer.h"

#include "media/decode/stream_codec.h"

#include <algorithm>
#include <cstring>
#include <utility>

extern "C" {
#include <libavcodec/packet.h>
#include <libavutil/avutil.h>
}

namespace gantry::media {
namespace {

constexpr std::size_t packetSize = TsPacket::size;

// A packet of our own with the bytes and the zeros behind them that libavcodec wants.
PacketPointer packetOf(std::span<const std::byte> bytes)
{
    PacketPointer packet(av_packet_alloc());
    if (!packet || av_new_packet(packet.get(), int(bytes.size())) < 0)
        return nullptr;
    std::memcpy(packet->data, bytes.data(), bytes.size());
    return packet;
}

} // namespace

Demuxer::Demuxer(const FeedSettings &settings, Sink sink) : m_settings(settings), m_sink(std::move(sink))
{
    m_roles[0] = Role::ProgramTable;
    m_video.stream.sort = MediaStream::Sort::Video;
    m_sound.stream.sort = MediaStream::Sort::Audio;
}

void Demuxer::feed(std::span<const std::byte> bytes, Time arrived)
{
    if (!m_rest.empty()) {
        m_rest.insert(m_rest.end(), bytes.begin(), bytes.end());
        const std::vector<std::byte> whole = std::exchange(m_rest, {});
        const auto rest = std::span<const std::byte>(whole).subspan(consume(whole, arrived));
        m_rest.assign(rest.begin(), rest.end());
        return;
    }
    const auto rest = bytes.subspan(consume(bytes, arrived));
    m_rest.assign(rest.begin(), rest.end());
}

// How many bytes were read: all but less than a packet.
std::size_t Demuxer::consume(std::span<const std::byte> bytes, Time arrived)
{
    std::size_t at = 0;
    while (at + packetSize <= bytes.size()) {
        // A sync byte counts when another follows where the next packet begins, as far as one can see.
        const bool next = at + packetSize >= bytes.size() || bytes[at + packetSize] == TsPacket::syncByte;
        if (bytes[at] != TsPacket::syncByte || !next) {
            const auto *found = std::memchr(bytes.data() + at + 1, int(TsPacket::syncByte), bytes.size() - at - 1);
            if (!found)
                return bytes.size();
            at = std::size_t(static_cast<const std::byte *>(found) - bytes.data());
            continue;
        }
        take(bytes.subspan(at).first<packetSize>(), arrived);
        at += packetSize;
    }
    return at;
}

void Demuxer::take(std::span<const std::byte, packetSize> bytes, Time arrived)
{
    const TsPacket packet = TsPacket::of(bytes);
    if (!packet.readable())
        return;
    switch (m_roles[packet.pid]) {
    case Role::None:
        if (!m_table && packet.pid != TsPacket::nullPid)
            hold(bytes, arrived);
        return;
    case Role::ProgramTable:
    case Role::StreamTable:
        takeTable(packet, arrived);
        return;
    case Role::OtherVideo:
    case Role::OtherSound:
        // Another of the sort goes on where the chosen one has fallen silent.
        if (const bool video = m_roles[packet.pid] == Role::OtherVideo;
            arrived - (video ? m_video : m_sound).last < abandonedAfter)
            return;
        else
            for (const ElementaryStream &stream : m_table->streams)
                if (stream.pid == packet.pid)
                    choose(video ? m_video : m_sound, &stream,
                           video ? MediaStream::Sort::Video : MediaStream::Sort::Audio, arrived);
        break;
    case Role::Video:
    case Role::Sound:
        break;
    }
    Channel &channel = m_roles[packet.pid] == Role::Video ? m_video : m_sound;
    if (channel.pid != packet.pid)
        return;
    channel.last = arrived;
    channel.assembler.packet(packet, arrived, [&](const PesAssembler::Unit &unit) { give(channel, unit); });
}

void Demuxer::takeTable(const TsPacket &packet, Time arrived)
{
    if (packet.pid == 0) {
        m_programs.feed(packet.payload, packet.unitStart, [this](std::span<const std::byte> section) {
            const std::optional<std::vector<Program>> programs = programTable(section);
            if (!programs || programs->empty())
                return;
            const bool firstSection = section[6] == std::byte{0};
            const auto wanted = std::ranges::find_if(*programs, [this](const Program &program) {
                return !m_settings.program || program.number == *m_settings.program;
            });
            if (wanted != programs->end() && (m_settings.program || firstSection))
                followProgram(*wanted);
        });
        return;
    }
    m_streams.feed(packet.payload, packet.unitStart, [&](std::span<const std::byte> section) {
        const std::optional<StreamTable> table = streamTable(section);
        if (table && m_program && table->program == m_program->number && table != m_table)
            takeTable(*table, arrived);
    });
}

void Demuxer::followProgram(const Program &program)
{
    if (m_program == program)
        return;
    if (m_program)
        m_roles[m_program->tablePid] = Role::None;
    m_program = program;
    m_streams.reset();
    if (program.tablePid != 0)
        m_roles[program.tablePid] = Role::StreamTable;
}

void Demuxer::takeTable(const StreamTable &table, Time arrived)
{
    const bool first = !m_table;
    m_table = table;
    chooseStreams(arrived);
    if (first)
        readHeld();
}

// A hostile table may name its own PID as a stream.
bool Demuxer::isTable(std::uint16_t pid) const
{
    return m_roles[pid] == Role::ProgramTable || m_roles[pid] == Role::StreamTable || pid == TsPacket::nullPid;
}

const ElementaryStream *Demuxer::wantedVideo() const
{
    const ElementaryStream *first = nullptr;
    for (const ElementaryStream &stream : m_table->streams) {
        if (stream.sort != StreamSort::Video || isTable(stream.pid))
            continue;
        // What we decode already goes on as long as it is there; otherwise the first that can be decoded at all.
        if (stream.pid == m_video.pid && codecOf(stream.codec) == m_video.stream.codec)
            return &stream;
        if (!first || (codecOf(first->codec) == 0 && codecOf(stream.codec) != 0))
            first = &stream;
    }
    return first;
}

const ElementaryStream *Demuxer::wantedSound() const
{
    int track = 0;
    const ElementaryStream *wanted = nullptr;
    for (const ElementaryStream &stream : m_table->streams) {
        if (stream.sort != StreamSort::Audio)
            continue;
        ++track;
        if (isTable(stream.pid))
            continue;
        const bool same = stream.pid == m_sound.pid && codecOf(stream.codec) == m_sound.stream.codec;
        if (m_settings.soundTrack ? track == *m_settings.soundTrack : (same || !wanted))
            wanted = &stream;
    }
    return wanted;
}

void Demuxer::chooseStreams(Time now)
{
    const ElementaryStream *video = wantedVideo();
    const ElementaryStream *sound = wantedSound();
    for (Role &role : m_roles)
        if (role != Role::ProgramTable && role != Role::StreamTable)
            role = Role::None;
    for (const ElementaryStream &stream : m_table->streams) {
        Role &role = m_roles[stream.pid];
        if (role != Role::None || codecOf(stream.codec) == 0)
            continue;
        if (stream.sort == StreamSort::Video)
            role = Role::OtherVideo;
        else if (stream.sort == StreamSort::Audio && !m_settings.soundTrack)
            role = Role::OtherSound;
    }
    choose(m_video, video, MediaStream::Sort::Video, now);
    choose(m_sound, sound, MediaStream::Sort::Audio, now);
}

void Demuxer::choose(Channel &channel, const ElementaryStream *stream, MediaStream::Sort sort, Time now)
{
    const bool video = sort == MediaStream::Sort::Video;
    if (channel.pid != TsPacket::nullPid && (!stream || channel.pid != stream->pid))
        channel.assembler.finish([&](const PesAssembler::Unit &unit) { give(channel, unit); });
    if (!stream) {
        channel.pid = TsPacket::nullPid;
        return;
    }
    MediaStream chosen;
    chosen.sort = sort;
    chosen.codec = codecOf(stream->codec);
    chosen.opusConfig = stream->opusConfig;
    if (!video)
        for (const ElementaryStream &each : m_table->streams)
            if (each.sort == StreamSort::Audio) {
                ++chosen.tracks;
                if (&each <= stream)
                    ++chosen.track;
            }
    const bool same = channel.pid == stream->pid && channel.stream.codec == chosen.codec &&
                      channel.stream.opusConfig == chosen.opusConfig;
    chosen.number = same ? channel.stream.number : ++m_numbers;
    if (!same) {
        if (channel.pid != TsPacket::nullPid && channel.pid != stream->pid && m_roles[channel.pid] != Role::None)
            m_roles[channel.pid] = video ? Role::OtherVideo : Role::OtherSound;
        channel.assembler = PesAssembler();
        channel.last = now;
    }
    channel.pid = stream->pid;
    channel.stream = chosen;
    m_roles[channel.pid] = video ? Role::Video : Role::Sound;
}

void Demuxer::give(Channel &channel, const PesAssembler::Unit &unit)
{
    MediaUnit made;
    made.packet = packetOf(unit.payload);
    if (!made.packet)
        return;
    // The one that was there first in time first: the clock follows the nearer.
    std::optional<StreamTime> dts;
    if (unit.dts)
        dts = m_clock.unwrapped(*unit.dts);
    if (unit.pts)
        made.pts = m_clock.unwrapped(*unit.pts);
    made.packet->pts = made.pts ? made.pts->count() : AV_NOPTS_VALUE;
    made.packet->dts = dts ? dts->count() : made.packet->pts;
    made.stream = channel.stream;
    made.arrived = unit.arrived;
    made.packets = unit.packets;
    made.damaged = unit.damaged;
    m_sink(std::move(made));
}

void Demuxer::finish()
{
    for (Channel *channel : {&m_video, &m_sound})
        channel->assembler.finish([&](const PesAssembler::Unit &unit) { give(*channel, unit); });
}

void Demuxer::hold(std::span<const std::byte, packetSize> bytes, Time arrived)
{
    if (m_held.size() == mostHeldPackets)
        m_held.clear();
    Held &held = m_held.emplace_back();
    std::ranges::copy(bytes, held.bytes.begin());
    held.arrived = arrived;
}

void Demuxer::readHeld()
{
    const std::vector<Held> all = std::exchange(m_held, {});
    for (const Held &held : all)
        take(held.bytes, held.arrived);
}

} // namespace gantry::media
