#include "app/rooms/decoder_fall.h"

#include <QCoreApplication>

namespace gantry {

std::optional<QString> decoderFall(const QString &before, const media::PictureState &now)
{
    const QString software = QStringLiteral("software");
    if (before.isEmpty() || before == software || now.decoder != software || !now.decoderNote)
        return std::nullopt;
    return QCoreApplication::translate("gantry::FeedLine", "%1 Decoding goes on in software.").arg(*now.decoderNote);
}

} // namespace gantry
