#pragma once
// Fetches the small pictures that some providers offer of their encoders, for those who look: one question an encoder
// at a time, decoded on a thread of its own. Nothing of it is recorded.

#include "app/models/small_picture.h"
#include "app/session/record.h"
#include "cloud/encoder_provider.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>

namespace gantry {

// UI thread.
class EncoderPictures final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(cloud::Result<cloud::EncoderThumbnail>)>;
    // Asks the provider; the answer may come on any thread, once, or never.
    using Ask = std::function<void(const EncoderId &encoder, const QString &pipeline, Answer answer)>;

    explicit EncoderPictures(Ask ask, QObject *parent = nullptr);
    ~EncoderPictures() override; // waits for the picture that is being decoded

    // While an earlier question about the same encoder is open nothing happens.
    void want(const QString &encoder, const QString &pipeline);

Q_SIGNALS:
    void arrived(const QString &encoder, const gantry::EncoderPicture &picture);

private:
    Ask m_ask;
    QSet<QString> m_open;
    QThreadPool m_decoder; // last: it ends before what its work refers to
};

// What came of one question, decoded. Pure.
EncoderPicture encoderPicture(const cloud::Result<cloud::EncoderThumbnail> &answer, cloud::ProviderTime now);

} // namespace gantry
