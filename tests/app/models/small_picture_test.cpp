// A picture from somebody else's server: small, of a known kind, or refused with a sentence.

#include "app/models/small_picture.h"

#include <QBuffer>
#include <QTest>

using namespace gantry;

namespace {

QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class SmallPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsMadeSmallAndKeepsItsShape_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("size");
        QTest::newRow("JPEG") << encoded({1920, 1080}, "JPEG") << QSize(320, 180);
        QTest::newRow("PNG") << encoded({640, 640}, "PNG") << QSize(180, 180);
        QTest::newRow("small already") << encoded({160, 90}, "JPEG") << QSize(160, 90);
        QTest::newRow("a line") << encoded({4000, 1}, "PNG") << QSize(320, 1);
    }
    void aPictureIsMadeSmallAndKeepsItsShape()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QSize, size);
        const auto picture = smallPicture(bytes);
        QVERIFY2(picture.has_value(), picture ? "" : qPrintable(picture.error()));
        QCOMPARE(picture->size(), size);
    }

    void hostileBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray jpeg = encoded({320, 180}, "JPEG");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("<html>sign in</html>");
        QTest::newRow("a format nobody asked for") << encoded({32, 32}, "BMP");
        QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        QTest::newRow("the first bytes alone") << jpeg.left(3);
        QTest::newRow("a head without a picture") << jpeg.left(100);
        QTest::newRow("wider than any screen") << encoded({5000, 10}, "PNG");
        QTest::newRow("two megabytes") << jpeg + QByteArray(2'000'000, '\0');
        QByteArray bomb = encoded({64, 64}, "PNG"); // says that it is 2^31 wide
        bomb.replace(16, 4, QByteArray("\x7f\xff\xff\xff", 4));
        QTest::newRow("a size that lies") << bomb;
    }
    void hostileBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto picture = smallPicture(bytes);
        QVERIFY(!picture);
        QVERIFY(!picture.error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SmallPictureTest)
#include "small_picture_test.moc"
