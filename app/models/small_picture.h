#pragma once
// A picture from somebody else's server, made small. Hostile until it is decoded: JPEG and PNG alone, and only by their
// own first bytes, never by guessing; a megabyte and the size of a cinema picture at most. Pure; decodes at once, so it
// belongs on a thread that nobody waits for.

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <tl/expected.hpp>

#include <chrono>

namespace gantry {

inline constexpr qsizetype mostPictureBytes = qsizetype{1024} * 1024;
inline constexpr QSize largestPicture{4096, 2304};
inline constexpr QSize smallPictureBox{320, 180};

// No larger than the box, its shape kept. The error is a sentence for people.
tl::expected<QImage, QString> smallPicture(const QByteArray &bytes);

// What an encoder is seen to take or send, for its card.
struct EncoderPicture
{
    QImage picture;                   // null: none now
    std::chrono::milliseconds age{0}; // when it came here, by the provider's word; 0 where it has none
    QString why;                      // there is none
};

} // namespace gantry
