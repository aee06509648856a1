#include "media/decode/access_units.h"

#include <algorithm>
#include <cstring>
#include <utility>

extern "C" {
#include <libavcodec/codec_id.h>
#include <libavcodec/packet.h>
#include <libavutil/avutil.h>
}

namespace gantry::media {
namespace {

constexpr std::size_t mostParameterBytes = 64 * 1024;
// Three in a row, or one in every few; bit errors that hide a start code once an hour do not count.
constexpr int unalignedWeighs = 8;
constexpr int doubtToJoin = 24;

std::span<const std::byte> bytesOf(const AVPacket &packet)
{
    return std::as_bytes(std::span(packet.data, std::size_t(packet.size)));
}

PacketPointer packetOf(std::span<const std::byte> first, std::span<const std::byte> second, std::int64_t time)
{
    PacketPointer packet(av_packet_alloc());
    if (!packet || av_new_packet(packet.get(), int(first.size() + second.size())) < 0)
        return nullptr;
    if (!first.empty())
        std::memcpy(packet->data, first.data(), first.size());
    if (!second.empty())
        std::memcpy(packet->data + first.size(), second.data(), second.size());
    packet->pts = time;
    packet->dts = time;
    return packet;
}

std::optional<PictureSyntax> syntaxOf(int codec)
{
    switch (codec) {
    case AV_CODEC_ID_H264:
        return PictureSyntax::H264;
    case AV_CODEC_ID_HEVC:
        return PictureSyntax::H265;
    case AV_CODEC_ID_MPEG1VIDEO:
    case AV_CODEC_ID_MPEG2VIDEO:
        return PictureSyntax::Mpeg2;
    default:
        return std::nullopt;
    }
}

} // namespace

AccessUnits::AccessUnits(int codec) : m_syntax(syntaxOf(codec)), m_av1(codec == AV_CODEC_ID_AV1) {}

void AccessUnits::feed(MediaUnit &unit, const Found &found)
{
    if (!unit.packet || unit.packet->size <= 0)
        return;
    if (m_av1) {
        readAv1Unit(bytesOf(*unit.packet), m_av1Unit);
        if (const PacketPointer packet = packetOf(m_av1Unit.bytes, {}, unit.packet->pts); packet && packet->size > 0)
            give(*packet, {0, true, true, m_av1Unit.key}, unit.arrived, found);
        return;
    }
    if (!m_syntax) {
        give(*unit.packet, {0, true, true, true}, unit.arrived, found);
        return;
    }
    cutPictures(*m_syntax, bytesOf(*unit.packet), m_cuts);
    const bool aligned = !m_cuts.empty() && m_cuts.front().starts;
    if (!unit.damaged)
        m_doubt = aligned ? std::max(0, m_doubt - 1) : m_doubt + unalignedWeighs;
    m_joined = m_joined || m_doubt >= doubtToJoin;
    if (m_joined)
        join(unit, found);
    else if (!m_cuts.empty())
        cut(unit, found);
}

void AccessUnits::cut(MediaUnit &unit, const Found &found)
{
    if (m_cuts.size() == 1) {
        give(*unit.packet, m_cuts.front(), unit.arrived, found);
        return;
    }
    const PacketPointer part(av_packet_alloc());
    for (std::size_t i = 0; part && i < m_cuts.size(); ++i) {
        const std::size_t end = i + 1 < m_cuts.size() ? m_cuts[i + 1].begin : std::size_t(unit.packet->size);
        av_packet_unref(part.get());
        if (av_packet_ref(part.get(), unit.packet.get()) < 0)
            return;
        part->data += m_cuts[i].begin;
        part->size = int(end - m_cuts[i].begin);
        if (i > 0)
            part->pts = part->dts = AV_NOPTS_VALUE; // the time of a unit is that of its first picture
        give(*part, m_cuts[i], unit.arrived, found);
    }
}

void AccessUnits::join(MediaUnit &unit, const Found &found)
{
    const bool aligned = !m_cuts.empty() && m_cuts.front().starts;
    if (aligned || m_held.size() + std::size_t(unit.packet->size) > mostHeldBytes)
        giveHeld(found);
    if (m_held.empty())
        m_heldTime = unit.packet->pts;
    const auto bytes = bytesOf(*unit.packet);
    m_held.insert(m_held.end(), bytes.begin(), bytes.end());
    m_heldArrived = unit.arrived;
}

void AccessUnits::giveHeld(const Found &found)
{
    const std::vector<std::byte> held = std::exchange(m_held, {});
    cutPictures(*m_syntax, held, m_cuts);
    for (std::size_t i = 0; i < m_cuts.size(); ++i) {
        const std::size_t end = i + 1 < m_cuts.size() ? m_cuts[i + 1].begin : held.size();
        const auto part = std::span(held).subspan(m_cuts[i].begin, end - m_cuts[i].begin);
        if (const PacketPointer packet = packetOf(part, {}, i == 0 ? m_heldTime : AV_NOPTS_VALUE))
            give(*packet, m_cuts[i], m_heldArrived, found);
    }
}

void AccessUnits::give(AVPacket &packet, const PictureCut &cut, MediaUnit::Time arrived, const Found &found)
{
    if (!cut.picture) {
        // A decoder calls parameters without a picture an error.
        const auto bytes = bytesOf(packet);
        if (m_parameters.size() + bytes.size() <= mostParameterBytes)
            m_parameters.insert(m_parameters.end(), bytes.begin(), bytes.end());
        return;
    }
    const int key = cut.key ? AV_PKT_FLAG_KEY : 0;
    if (m_parameters.empty()) {
        packet.flags = key;
        found(packet, arrived);
        return;
    }
    const std::vector<std::byte> parameters = std::exchange(m_parameters, {});
    if (const PacketPointer whole = packetOf(parameters, bytesOf(packet), packet.pts)) {
        whole->flags = key;
        found(*whole, arrived);
    }
}

} // namespace gantry::media
