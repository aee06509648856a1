#include "media/decode/key_pictures.h"

#include "media/decode/stream_codec.h"

#include <array>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {

KeyPictures::KeyPictures(QSize box) : m_box(box), m_demuxer({}, [this](MediaUnit unit) { take(unit); }) {}

std::optional<QImage> KeyPictures::feed(std::span<const std::byte> bytes, MediaUnit::Time arrived)
{
    m_demuxer.feed(bytes, arrived);
    return std::exchange(m_newest, std::nullopt);
}

void KeyPictures::open(const MediaStream &stream)
{
    m_stream = stream.number;
    m_decoder.reset();
    m_units.emplace(stream.codec);
    const auto parameters = parametersOf(stream);
    if (!parameters)
        return;
    if (auto opened = VideoDecoder::open(*parameters, 1.0 / StreamTime::period::den)) {
        m_decoder = std::move(*opened);
        m_decoder->setMode(DecodeMode::Thumbnail);
    }
}

void KeyPictures::take(MediaUnit &unit)
{
    if (unit.stream.sort != MediaStream::Sort::Video)
        return;
    if (unit.stream.number != m_stream)
        open(unit.stream);
    if (!m_decoder)
        return;
    m_units->feed(unit, [this](AVPacket &packet, MediaUnit::Time arrived) {
        m_decoder->decode(packet, arrived, [this](const AVFrame &frame, MediaUnit::Time, const VideoFormat &) {
            VideoFrame made;
            if (m_maker.make(frame, std::array{m_box}, made))
                m_newest = std::move(made.picture);
        });
    });
}

} // namespace gantry::media
