#pragma once
// A stream long and large enough to measure with: made by the program itself, so that gpu-check needs no file.

#include <QSize>
#include <QString>
#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace gantry::media {

class CheckStream
{
public:
    // H.264, 8 bits. The error is a sentence.
    static tl::expected<CheckStream, QString> encode(QSize size, int pictures);

    QSize size() const { return m_size; }
    int codec() const; // an AVCodecID
    // Valid as long as this lives.
    std::vector<std::span<const std::uint8_t>> units() const;

private:
    QSize m_size;
    std::vector<std::vector<std::uint8_t>> m_units;
};

} // namespace gantry::media
