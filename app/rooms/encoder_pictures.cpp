#include "app/rooms/encoder_pictures.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace gantry {

EncoderPictures::EncoderPictures(Ask ask, QObject *parent) : QObject(parent), m_ask(std::move(ask))
{
    m_decoder.setMaxThreadCount(1);
}

EncoderPictures::~EncoderPictures()
{
    m_decoder.waitForDone();
}

void EncoderPictures::want(const QString &encoder, const QString &pipeline)
{
    if (m_open.contains(encoder))
        return;
    m_open.insert(encoder);
    const QPointer<EncoderPictures> self(this);
    m_ask({encoder}, pipeline, [self, encoder](cloud::Result<cloud::EncoderThumbnail> answer) {
        // On whatever thread this is: what happens to us happens on ours.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, encoder, answer = std::move(answer)] {
            if (!self)
                return;
            self->m_decoder.start([self, encoder, answer] {
                const auto now =
                    std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
                const EncoderPicture picture = encoderPicture(answer, now);
                QMetaObject::invokeMethod(QCoreApplication::instance(), [self, encoder, picture] {
                    if (!self)
                        return;
                    self->m_open.remove(encoder);
                    Q_EMIT self->arrived(encoder, picture);
                });
            });
        });
    });
}

EncoderPicture encoderPicture(const cloud::Result<cloud::EncoderThumbnail> &answer, cloud::ProviderTime now)
{
    EncoderPicture made;
    if (!answer) {
        made.why = answer.error().advice;
    } else if (answer->image.isEmpty()) {
        made.why = EncoderPictures::tr("The provider has no picture now.");
    } else if (const auto picture = smallPicture(answer->image)) {
        made.picture = *picture;
        if (answer->taken)
            made.age = std::max(std::chrono::milliseconds(0), now - *answer->taken);
    } else {
        made.why = picture.error();
    }
    return made;
}

} // namespace gantry
