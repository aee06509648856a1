#include "widgets/cells/image_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>

namespace gantry::widgets {

namespace {

struct ImageWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::ImageCell)
};

ImageResult fault(const QString &words)
{
    return {{}, words};
}

// Formats of pixels alone: an SVG may ask for other files, and others are as many decoders as nobody tests.
bool allowed(const QByteArray &format)
{
    static const QByteArrayList formats{"png", "jpeg", "bmp", "webp", "gif"};
    return formats.contains(format);
}

} // namespace

ImageResult readImageFile(const QString &path, QSize most)
{
    const QFileInfo info(path);
    if (path.isEmpty())
        return fault(ImageWords::tr("No image file is named"));
    if (!info.exists())
        return fault(ImageWords::tr("There is no such file"));
    // Not a device nor a pipe: reading those may never end.
    if (!info.isFile())
        return fault(ImageWords::tr("This is not a file"));
    if (info.size() > largestImageFile)
        return fault(ImageWords::tr("The file is larger than %1 MiB").arg(largestImageFile >> 20));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fault(ImageWords::tr("The file cannot be read: %1").arg(file.errorString()));
    QByteArray bytes = file.read(largestImageFile + 1); // it may have grown meanwhile
    if (bytes.size() > largestImageFile)
        return fault(ImageWords::tr("The file is larger than %1 MiB").arg(largestImageFile >> 20));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead() || !allowed(reader.format()))
        return fault(ImageWords::tr("This is no PNG, JPEG, BMP, WebP or GIF picture"));
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > largestImagePixels)
        return fault(ImageWords::tr("The picture has more than %1 million pixels").arg(largestImagePixels / 1000000));
    if (!most.isEmpty() && (size.width() > most.width() || size.height() > most.height()))
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    if (image.isNull())
        return fault(ImageWords::tr("The picture is damaged: %1").arg(reader.errorString()));
    return {image.convertToFormat(QImage::Format_ARGB32_Premultiplied), {}};
}

} // namespace gantry::widgets
