#pragma once
// A picture file from a show, which may be anything: read with bounds, in a format that is nothing but pixels, and
// either a picture or one clear sentence. Pure; slow, so it runs off the UI thread.

#include <QImage>
#include <QSize>
#include <QString>

namespace gantry::widgets {

struct ImageResult
{
    QImage image;
    QString fault; // why there is none, in words for a person; empty with an image
};

inline constexpr qint64 largestImageFile = 32LL << 20;   // bytes
inline constexpr qint64 largestImagePixels = 64LL << 20; // before scaling

// PNG, JPEG, BMP, WebP or the first picture of a GIF, by content, not by name; turned as its own orientation says and
// never larger than `most`.
ImageResult readImageFile(const QString &path, QSize most);

} // namespace gantry::widgets
