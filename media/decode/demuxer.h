#pragma once
// MPEG-TS from a connection's bytes: the picture and the sound of the chosen program, one PES unit at a time, each as
// soon as it is whole (see PesAssembler). What the streams are comes from PAT and PMT alone; nothing is guessed from
// their content and nothing waits for it. Tables, PIDs and codecs may change at any time and are followed. One thread,
// that of the caller; `sink` is called from within feed(). Any input is safe; memory is bounded.
//
// Of video the first stream of the program is taken that we can decode; of sound the track that the settings name,
// otherwise the first. A stream that has been silent for a second gives way to another of its sort: encoders change
// PIDs when they restart. A named program or track that is not there gives nothing: a wrong one would mislead.

#include "media/decode/media_unit.h"
#include "media/decode/pes_assembler.h"
#include "media/feed_settings.h"
#include "media/measure/ts_tables.h"

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace gantry::media {

class Demuxer
{
public:
    using Time = MediaUnit::Time;
    using Sink = std::function<void(MediaUnit unit)>;

    static constexpr std::chrono::milliseconds abandonedAfter{1000};
    // What comes before the first tables is held and read again: a key picture may be in it.
    static constexpr std::size_t mostHeldPackets = 4096;

    Demuxer(const FeedSettings &settings, Sink sink);

    // Messages of any length in the order in which they came; packets may be cut anywhere.
    void feed(std::span<const std::byte> bytes, Time arrived);
    // The stream has ended: gives what is there.
    void finish();

private:
    enum class Role : std::uint8_t { None, ProgramTable, StreamTable, Video, Sound, OtherVideo, OtherSound };
    struct Channel
    {
        std::uint16_t pid = 0x1fff; // the null PID: none chosen
        MediaStream stream;
        PesAssembler assembler;
        Time last;
    };
    using Bytes = std::array<std::byte, TsPacket::size>;

    std::size_t consume(std::span<const std::byte> bytes, Time arrived);
    void take(std::span<const std::byte, TsPacket::size> bytes, Time arrived);
    void takeTable(const TsPacket &packet, Time arrived);
    void takeTable(const StreamTable &table, Time arrived);
    void followProgram(const Program &program);
    void chooseStreams(Time now);
    void choose(Channel &channel, const ElementaryStream *stream, MediaStream::Sort sort, Time now);
    bool isTable(std::uint16_t pid) const;
    const ElementaryStream *wantedVideo() const;
    const ElementaryStream *wantedSound() const;
    void give(Channel &channel, const PesAssembler::Unit &unit);
    void hold(std::span<const std::byte, TsPacket::size> bytes, Time arrived);
    void readHeld();

    const FeedSettings m_settings;
    const Sink m_sink;
    std::vector<std::byte> m_rest; // the beginning of a packet that was cut
    SectionAssembler m_programs;
    SectionAssembler m_streams;
    std::optional<Program> m_program;
    std::optional<StreamTable> m_table;
    std::array<Role, 8192> m_roles{};
    Channel m_video;
    Channel m_sound;
    StreamClock m_clock;
    std::uint32_t m_numbers = 0;

    struct Held
    {
        Bytes bytes;
        Time arrived;
    };
    std::vector<Held> m_held;
};

} // namespace gantry::media
