#include "media/measure/splice_info.h"

#include "media/measure/bit_reader.h"
#include "media/measure/ts_packet.h"
#include "media/measure/ts_tables.h"

namespace gantry::media {
namespace {

using Command = SpliceCue::Command;
using std::chrono::milliseconds;

constexpr std::size_t mostCommands = 32;
constexpr std::size_t headSize = 14;                // up to and with splice_command_type
constexpr unsigned unknownLength = 0xfff;           // of a command, from encoders older than the field
constexpr std::uint32_t cueIdentifier = 0x43554549; // "CUEI"

milliseconds ofTicks(std::uint64_t ticks) // 90 kHz
{
    return milliseconds(std::int64_t(ticks / 90));
}

// splice_time(): nothing when the time is not given.
std::optional<std::uint64_t> spliceTime(BitReader &bits)
{
    if (!bits.flag()) {
        bits.skip(7);
        return std::nullopt;
    }
    bits.skip(6);
    return bits.take(33);
}

milliseconds breakDuration(BitReader &bits)
{
    bits.skip(7); // auto_return, reserved
    return ofTicks(bits.take(33));
}

// splice_insert() from its event id on, after table 10.
SpliceCommand insert(BitReader &bits)
{
    SpliceCommand command;
    command.cue.command = Command::Insert;
    command.cue.eventId = std::uint32_t(bits.take(32));
    command.cue.cancelled = bits.flag();
    bits.skip(7);
    if (command.cue.cancelled)
        return command;
    command.cue.out = bits.flag();
    const bool wholeProgram = bits.flag();
    const bool hasDuration = bits.flag();
    command.cue.immediate = bits.flag();
    bits.skip(4);
    std::optional<std::uint64_t> time;
    if (wholeProgram) {
        if (!command.cue.immediate)
            time = spliceTime(bits);
    } else {
        for (std::uint64_t components = bits.take(8); components > 0 && bits.whole(); --components) {
            bits.skip(8); // component_tag
            const auto one = command.cue.immediate ? std::nullopt : spliceTime(bits);
            time = time ? time : one;
        }
    }
    if (time)
        command.stamp = std::int64_t(*time);
    else
        command.cue.immediate = true; // no time means the next opportunity
    if (hasDuration)
        command.cue.duration = breakDuration(bits);
    bits.skip(32); // unique_program_id, avail_num, avails_expected
    return command;
}

// One event of a splice_schedule(), after table 9. Its time is of the day, not of the stream's clock.
SpliceCommand scheduled(BitReader &bits)
{
    SpliceCommand command;
    command.cue.command = Command::Schedule;
    command.cue.eventId = std::uint32_t(bits.take(32));
    command.cue.cancelled = bits.flag();
    bits.skip(7);
    if (command.cue.cancelled)
        return command;
    command.cue.out = bits.flag();
    const bool wholeProgram = bits.flag();
    const bool hasDuration = bits.flag();
    bits.skip(5);
    if (wholeProgram)
        bits.skip(32);
    else
        bits.skip(bits.take(8) * 40); // component_tag, utc_splice_time
    if (hasDuration)
        command.cue.duration = breakDuration(bits);
    bits.skip(32);
    return command;
}

// Whether a segmentation type leaves the programme (its start) or comes back (its end), SCTE 35 table 23; nothing for
// those that only mark programmes and chapters.
std::optional<bool> leaves(std::uint8_t type)
{
    const bool isBreak =
        type == 0x22 || type == 0x23 || (type >= 0x30 && type <= 0x3f) || (type >= 0x44 && type <= 0x47);
    return isBreak ? std::optional((type & 1U) == 0) : std::nullopt;
}

// A segmentation_descriptor() behind its identifier, put into `command`; false when it is malformed.
bool segmentation(BitReader bits, SpliceCommand &command)
{
    SpliceCue &cue = command.cue;
    const auto event = std::uint32_t(bits.take(32));
    const bool cancelled = bits.flag();
    bits.skip(7);
    std::optional<milliseconds> duration;
    std::optional<std::uint8_t> type;
    if (!cancelled) {
        const bool wholeProgram = bits.flag();
        const bool hasDuration = bits.flag();
        bits.skip(6);
        if (!wholeProgram)
            bits.skip(bits.take(8) * 48);
        if (hasDuration)
            duration = ofTicks(bits.take(40));
        bits.skip(8);                // segmentation_upid_type
        bits.skip(bits.take(8) * 8); // segmentation_upid
        type = std::uint8_t(bits.take(8));
        bits.skip(16); // segment_num, segments_expected
    }
    if (!bits.whole())
        return false;
    cue.segmentation = type;
    if (cue.command == Command::Insert) // which has said the rest itself
        return true;
    cue.eventId = event;
    cue.cancelled = cancelled;
    cue.immediate = cue.immediate && !cancelled;
    cue.duration = duration;
    cue.out = type ? leaves(*type) : std::nullopt;
    return true;
}

// A time signal is one for each segmentation descriptor; an insertion takes its type from the first.
void describe(std::vector<SpliceCommand> &commands, std::span<const std::byte> descriptors)
{
    const SpliceCommand bare = commands.front();
    bool first = true;
    while (descriptors.size() >= 2) {
        const std::size_t length = std::size_t(descriptors[1]);
        if (2 + length > descriptors.size())
            return;
        BitReader bits(descriptors.subspan(2, length));
        const bool ours = descriptors[0] == std::byte{0x02} && bits.take(32) == cueIdentifier;
        SpliceCommand described = bare;
        if (ours && segmentation(bits, described)) {
            if (first)
                commands.front() = described;
            else if (bare.cue.command == Command::TimeSignal && commands.size() < mostCommands)
                commands.push_back(described);
            first = false;
        }
        descriptors = descriptors.subspan(2 + length);
    }
}

// The commands of one body; empty when it is malformed.
std::vector<SpliceCommand> read(unsigned type, BitReader &bits)
{
    std::vector<SpliceCommand> commands;
    switch (type) {
    case 0x00:
        commands.push_back({{Command::Null}});
        break;
    case 0x04:
        for (std::uint64_t events = bits.take(8); events > 0 && bits.whole() && commands.size() < mostCommands;
             --events)
            commands.push_back(scheduled(bits));
        break;
    case 0x05:
        commands.push_back(insert(bits));
        break;
    case 0x06:
        commands.push_back({{Command::TimeSignal}});
        if (const auto time = spliceTime(bits))
            commands.front().stamp = std::int64_t(*time);
        else
            commands.front().cue.immediate = true;
        break;
    case 0x07:
        commands.push_back({{Command::Bandwidth}});
        break;
    case 0xff:
        bits.skip(32); // identifier; how long the rest is, only the length field knows
        commands.push_back({{Command::Private}});
        break;
    default: // reserved
        break;
    }
    if (!bits.whole())
        commands.clear();
    return commands;
}

} // namespace

std::vector<SpliceCommand> spliceCommands(std::span<const std::byte> section)
{
    BitReader head(section);
    const std::uint64_t table = head.take(8);
    head.skip(4);
    const std::size_t size = 3 + head.take(12);
    const bool sound = table == 0xfc && size == section.size() && size >= headSize + 2 + 4 && sectionCrc(section) == 0;
    if (!sound || head.take(8) != 0) // protocol_version
        return {};
    const bool encrypted = head.flag();
    head.skip(6);
    const std::uint64_t adjustment = head.take(33);
    head.skip(8 + 12); // cw_index, tier
    const auto length = unsigned(head.take(12));
    const auto type = unsigned(head.take(8));

    std::vector<SpliceCommand> commands;
    if (encrypted) { // even what kind of command it is stands in the part that is
        commands.push_back({{Command::Encrypted}});
    } else {
        const auto body = section.subspan(headSize, section.size() - headSize - 4);
        BitReader bits(length <= body.size() ? body.first(length) : body);
        if (length > body.size() && length != unknownLength)
            return {};
        commands = read(type, bits);
        const bool endKnown = length != unknownLength || type != 0xff;
        const auto rest = body.subspan(length != unknownLength ? length : std::min(bits.bytesTaken(), body.size()));
        BitReader loop(rest);
        const std::size_t descriptors = loop.take(16);
        if (!commands.empty() && endKnown && loop.whole() && descriptors <= loop.rest().size())
            describe(commands, loop.rest().first(descriptors));
    }
    const QByteArray whole(reinterpret_cast<const char *>(section.data()), qsizetype(section.size()));
    for (SpliceCommand &command : commands) {
        command.cue.section = whole;
        if (command.stamp)
            command.stamp = std::int64_t((std::uint64_t(*command.stamp) + adjustment) % std::uint64_t(stampWrap));
    }
    return commands;
}

std::chrono::milliseconds untilStamp(std::int64_t stamp, std::int64_t clock)
{
    return milliseconds(shortWay(stamp - clock, stampWrap) / 90);
}

} // namespace gantry::media
