#pragma once
// The key pictures of a transport stream, small: for a look at a stream that nobody watches. Nothing else is decoded. A
// stream that has none (an encoder that refreshes bit by bit) gives nothing. Any bytes are safe. One thread.

#include "media/decode/access_units.h"
#include "media/decode/demuxer.h"
#include "media/decode/picture_maker.h"
#include "media/decode/video_decoder.h"

#include <QImage>
#include <QSize>

#include <memory>
#include <optional>

namespace gantry::media {

class KeyPictures
{
public:
    explicit KeyPictures(QSize box); // pictures are as large as fits into it

    // The newest key picture that became whole with these bytes.
    std::optional<QImage> feed(std::span<const std::byte> bytes, MediaUnit::Time arrived);

private:
    void take(MediaUnit &unit);
    void open(const MediaStream &stream);

    const QSize m_box;
    Demuxer m_demuxer;
    std::uint32_t m_stream = 0; // MediaStream::number of what is open, or was tried
    std::optional<AccessUnits> m_units;
    std::unique_ptr<VideoDecoder> m_decoder;
    PictureMaker m_maker;
    std::optional<QImage> m_newest;
};

} // namespace gantry::media
