#include "app/models/small_picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace gantry {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::EncoderPicture)
};

const char *formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    return bytes.startsWith("\x89PNG\r\n\x1a\n") ? "png" : nullptr;
}

} // namespace

tl::expected<QImage, QString> smallPicture(const QByteArray &bytes)
{
    if (bytes.size() > mostPictureBytes)
        return tl::unexpected(Text::tr("The picture is larger than a megabyte."));
    const char *format = formatOf(bytes);
    if (!format)
        return tl::unexpected(Text::tr("The picture is neither JPEG nor PNG."));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > largestPicture.width() || size.height() > largestPicture.height())
        return tl::unexpected(Text::tr("The picture's size cannot be: %1 × %2.").arg(size.width()).arg(size.height()));
    if (size.width() > smallPictureBox.width() || size.height() > smallPictureBox.height())
        reader.setScaledSize(size.scaled(smallPictureBox, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage picture = reader.read();
    if (picture.isNull())
        return tl::unexpected(Text::tr("The picture cannot be decoded."));
    return picture.convertToFormat(QImage::Format_RGB32);
}

} // namespace gantry
