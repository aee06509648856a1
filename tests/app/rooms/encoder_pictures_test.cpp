// A look at what a provider shows: one question at a time, decoded elsewhere, and a stale picture goes.

#include "app/rooms/encoder_pictures.h"
#include "app/windows/encoder_look.h"

#include <QBuffer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gantry;
using namespace std::chrono_literals;

namespace {

cloud::EncoderThumbnail thumbnail(const QByteArray &image)
{
    return {QStringLiteral("0"), image, QStringLiteral("image/jpeg"), std::nullopt};
}

QByteArray jpeg()
{
    QImage image(320, 180, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return bytes;
}

QLabel *words(const EncoderLook &look)
{
    for (QLabel *label : look.findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            return label;
    }
    return nullptr;
}

QLabel *picture(const EncoderLook &look)
{
    for (QLabel *label : look.findChildren<QLabel *>()) {
        if (!label->pixmap().isNull())
            return label;
    }
    return nullptr;
}

} // namespace

class EncoderPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneQuestionAtATimeAndTheAnswerIsAPicture()
    {
        QStringList asked;
        EncoderPictures::Answer open;
        EncoderPictures pictures(
            [&](const EncoderId &encoder, const QString &pipeline, EncoderPictures::Answer answer) {
                asked.append(encoder.text + pipeline);
                open = std::move(answer);
            });
        QSignalSpy arrived(&pictures, &EncoderPictures::arrived);
        pictures.want(QStringLiteral("Main"), QStringLiteral("0"));
        pictures.want(QStringLiteral("Main"), QStringLiteral("0"));
        QCOMPARE(asked, QStringList{QStringLiteral("Main0")});
        std::exchange(open, {})(thumbnail(jpeg()));
        QVERIFY(arrived.isEmpty()); // decoded elsewhere
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived[0][1].value<EncoderPicture>().picture.size(), QSize(320, 180));
        pictures.want(QStringLiteral("Main"), QStringLiteral("0"));
        QCOMPARE(asked.size(), 2);
    }

    void anAnswerThatComesWhenNobodyIsThereHurtsNobody()
    {
        EncoderPictures::Answer open;
        {
            EncoderPictures pictures(
                [&](const EncoderId &, const QString &, EncoderPictures::Answer answer) { open = std::move(answer); });
            pictures.want(QStringLiteral("Main"), {});
        }
        open(thumbnail(jpeg()));
        QCoreApplication::processEvents();
    }

    void whyThereIsNoneIsSaid()
    {
        const cloud::ProviderTime now{1h};
        cloud::Error refused;
        refused.advice = QStringLiteral("It takes medialive:DescribeThumbnails.");
        QCOMPARE(encoderPicture(tl::unexpected(refused), now).why, refused.advice);
        QVERIFY(!encoderPicture(thumbnail({}), now).why.isEmpty());
        QVERIFY(!encoderPicture(thumbnail("<html>"), now).why.isEmpty());
        cloud::EncoderThumbnail good = thumbnail(jpeg());
        good.taken = now - 7s;
        QCOMPARE(encoderPicture(good, now).age, 7000ms);
        good.taken = now + 60s; // their clock is ahead
        QCOMPARE(encoderPicture(good, now).age, 0ms);
    }

    void nothingIsAskedUntilSomebodyLooks()
    {
        EncoderLook look(QStringLiteral("Main"));
        QSignalSpy wanted(&look, &EncoderLook::wanted);
        look.QWidget::show();
        QVERIFY(wanted.isEmpty());
        auto *open = qobject_cast<QToolButton *>(look.stop());
        QVERIFY(!open->toolTip().isEmpty() && !open->accessibleName().isEmpty());
        QTest::keyClick(open, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        look.hide();
        look.QWidget::show();
        QCOMPARE(wanted.size(), 2);
    }

    void aPictureStandsWithItsAgeAndAStaleOneDoesNotStand()
    {
        EncoderLook look(QStringLiteral("Main"));
        look.QWidget::show();
        qobject_cast<QToolButton *>(look.stop())->setChecked(true);
        QImage image(320, 180, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        look.setPicture({image, 4s, {}});
        QVERIFY(picture(look) && picture(look)->isVisible());
        QVERIFY2(words(look)->text().contains(QStringLiteral("4.0 s")), qPrintable(words(look)->text()));
        QVERIFY(picture(look)->accessibleName().contains(QStringLiteral("Main")));
        // One failed question leaves it.
        look.setPicture({{}, 0s, QStringLiteral("No answer in time.")});
        QVERIFY(picture(look)->isVisible());
        look.setPicture({image, 60s, {}});
        QVERIFY(!picture(look)->isVisible());
        QVERIFY(words(look)->text().contains(QStringLiteral("not shown")));
        look.setPicture({{}, 0s, QStringLiteral("The provider has no picture now.")});
        QCOMPARE(words(look)->text(), QStringLiteral("The provider has no picture now."));
    }
};

QTEST_MAIN(EncoderPicturesTest)
#include "encoder_pictures_test.moc"
