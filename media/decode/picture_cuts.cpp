#include "media/decode/picture_cuts.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace gantry::media {
namespace {

unsigned at(std::span<const std::byte> bytes, std::size_t index)
{
    return index < bytes.size() ? std::to_integer<unsigned>(bytes[index]) : 0U;
}

enum class Part {
    Leading,    // begins an access unit when a picture came before it
    FirstSlice, // the same, and is picture data
    Slice,      // goes on with the picture
    Other
};

struct Meaning
{
    Part part = Part::Other;
    bool key = false;
};

// Recovery point among the messages of an H.264 SEI: where a stream without IDR pictures can be joined.
bool hasRecoveryPoint(std::span<const std::byte> nal)
{
    std::size_t i = 1;
    while (i + 2 < nal.size()) {
        unsigned type = 0;
        unsigned size = 0;
        for (unsigned *value : {&type, &size}) {
            for (; at(nal, i) == 0xffU && i < nal.size(); ++i)
                *value += 255;
            *value += at(nal, i++);
        }
        if (type == 6)
            return true;
        i += size;
    }
    return false;
}

// `nal` begins behind the start code.
Meaning ofH264(std::span<const std::byte> nal)
{
    const unsigned type = at(nal, 0) & 0x1fU;
    const bool first = (at(nal, 1) & 0x80U) != 0; // first_mb_in_slice, ue(v): 0 is a single 1
    switch (type) {
    case 1:
    case 2:
    case 5:
        return {first ? Part::FirstSlice : Part::Slice, type == 5};
    case 3:
    case 4:
        return {Part::Slice};
    case 6:
        return {Part::Leading, hasRecoveryPoint(nal)};
    case 7:
    case 8:
    case 9:
        return {Part::Leading};
    default:
        return {};
    }
}

Meaning ofH265(std::span<const std::byte> nal)
{
    const unsigned type = (at(nal, 0) >> 1) & 0x3fU;
    const bool baseLayer = (at(nal, 0) & 1U) == 0 && (at(nal, 1) >> 3) == 0;
    if (!baseLayer)
        return {};
    if (type < 32) // VCL; 16..23 are IRAP pictures
        return {(at(nal, 2) & 0x80U) != 0 ? Part::FirstSlice : Part::Slice, type >= 16 && type <= 23};
    const bool leading = (type >= 32 && type <= 35) || type == 39;
    return {leading ? Part::Leading : Part::Other};
}

// `unit` goes on behind the picture header. The second field of a picture belongs to the first: `openField` is the
// structure of a field that still lacks its other, 0 when none does.
Meaning ofMpeg2(std::span<const std::byte> unit, unsigned &openField)
{
    const unsigned code = at(unit, 0);
    if (code == 0xb3 || code == 0xb8)
        return {Part::Leading};
    if (code != 0)
        return {code <= 0xaf ? Part::Slice : Part::Other};
    unsigned structure = 3;
    for (std::size_t i = 4; i < 16 && i + 6 < unit.size(); ++i)
        if (at(unit, i) == 0 && at(unit, i + 1) == 0 && at(unit, i + 2) == 1 && at(unit, i + 3) == 0xb5 &&
            (at(unit, i + 4) >> 4) == 8) {
            structure = at(unit, i + 6) & 3U;
            break;
        }
    const bool second = structure != 3 && openField != 0 && structure != openField;
    openField = structure == 3 || second ? 0 : structure;
    const bool intra = ((at(unit, 2) >> 3) & 7U) == 1;
    return {second ? Part::Slice : Part::FirstSlice, intra && !second};
}

// Position of the 1 of the next 00 00 01 at or behind `from`.
std::optional<std::size_t> nextCode(std::span<const std::byte> bytes, std::size_t from)
{
    for (std::size_t i = from < 2 ? 2 : from; i < bytes.size();) {
        const void *found = std::memchr(bytes.data() + i, 1, bytes.size() - i);
        if (!found)
            return std::nullopt;
        i = std::size_t(static_cast<const std::byte *>(found) - bytes.data());
        if (bytes[i - 1] == std::byte{0} && bytes[i - 2] == std::byte{0})
            return i;
        ++i;
    }
    return std::nullopt;
}

} // namespace

void cutPictures(PictureSyntax syntax, std::span<const std::byte> bytes, std::vector<PictureCut> &cuts)
{
    cuts.clear();
    unsigned openField = 0;
    for (std::optional<std::size_t> code = nextCode(bytes, 2); code;) {
        const std::optional<std::size_t> next = nextCode(bytes, *code + 1);
        const auto rest = bytes.subspan(*code + 1);
        const auto unit = next ? rest.first(std::max(*next - 2, *code + 1) - *code - 1) : rest;
        const Meaning meaning = syntax == PictureSyntax::H264   ? ofH264(unit)
                                : syntax == PictureSyntax::H265 ? ofH265(unit)
                                                                : ofMpeg2(rest, openField); // looks at the extension
        const bool starts = meaning.part == Part::Leading || meaning.part == Part::FirstSlice;
        const bool slice = meaning.part == Part::FirstSlice || meaning.part == Part::Slice;
        std::size_t begin = *code - 2;
        // A NAL unit never ends in zero, so one in front belongs to the start code; a slice of MPEG-2 may.
        if (syntax != PictureSyntax::Mpeg2 && begin > 0 && bytes[begin - 1] == std::byte{0})
            --begin;
        if (cuts.empty()) {
            // Bytes before the first start code, other than zeros, are the rest of something.
            const bool clean = std::ranges::all_of(bytes.first(begin), [](std::byte b) { return b == std::byte{0}; });
            cuts.push_back({0, starts && clean, slice, meaning.key});
        } else if (starts && cuts.back().picture) {
            cuts.push_back({begin, true, slice, meaning.key});
        } else {
            cuts.back().picture = cuts.back().picture || slice;
            cuts.back().key = cuts.back().key || meaning.key;
        }
        code = next;
    }
}

} // namespace gantry::media
