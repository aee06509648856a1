#pragma once
// A decoded picture, whatever its format, as RGB32 in the size in which it will be shown. One thread.

#include <QImage>
#include <QSize>

#include <memory>

struct AVFrame;

namespace gantry::media {

class PictureScaler
{
public:
    PictureScaler();
    ~PictureScaler();

    // Fits the picture into `wanted` device pixels with its display aspect kept (shownSize), up or down; an empty `wanted` (nobody
    // looks) gives a small one, which is enough for stills. Null when the format cannot be converted.
    QImage scaled(const AVFrame &frame, QSize wanted);

    // Size with square pixels: what a person would call the size of the picture.
    static QSize squareSize(const AVFrame &frame);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media
