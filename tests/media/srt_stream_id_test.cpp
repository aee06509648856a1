#include "media/input/srt_stream_id.h"

#include <QTest>

using namespace gantry::media;
using Answer = SrtStreamId::Answer;

namespace {

SrtStreamId id(const char *text)
{
    return SrtStreamId::parse(QString::fromUtf8(text)).value();
}

} // namespace

Q_DECLARE_METATYPE(gantry::media::SrtStreamId::Answer)

class SrtStreamIdTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainTextNamesAResource()
    {
        QCOMPARE(id("cam1").value(QStringLiteral("r")).value(), QStringLiteral("cam1"));
        QVERIFY(id("").isEmpty());
    }
    void accessControlIsReadByKeys()
    {
        const auto keys = id("#!::u=bob,r=live/cam 1,m=publish,x-team=");
        QCOMPARE(keys.value(QStringLiteral("u")).value(), QStringLiteral("bob"));
        QCOMPARE(keys.value(QStringLiteral("r")).value(), QStringLiteral("live/cam 1"));
        QCOMPARE(keys.value(QStringLiteral("x-team")).value(), QString());
        QVERIFY(!keys.value(QStringLiteral("h")));
    }
    void whatOnlyBeginsAsAccessControlCannotBeRead_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"#!::", "#!::cam1", "#!::=x", "#!::r=a,", "#!::r=a,r=a", "#!::r=a,,m=publish"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void whatOnlyBeginsAsAccessControlCannotBeRead()
    {
        QFETCH(QString, text);
        QVERIFY(!SrtStreamId::parse(text));
    }
    void aCallerIsComparedByMeaning_data()
    {
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<Answer>("answer");
        const auto row = [](const char *says, const char *asked, Answer answer) {
            QTest::addRow("%s for %s", says, asked) << QString::fromUtf8(says) << QString::fromUtf8(asked) << answer;
        };
        row("cam1", "cam1", Answer::Fits);
        row("#!::r=cam1", "cam1", Answer::Fits);
        row("cam1", "#!::r=cam1,m=publish", Answer::Fits);
        row("#!::m=publish,r=cam1,u=bob,s=7", "#!::r=cam1,m=publish", Answer::Fits);
        row("#!::r=cam1,m=publish,t=stream", "cam1", Answer::Fits);
        row("anything", "", Answer::Fits);
        row("", "", Answer::Fits);
        row("", "cam1", Answer::OtherStream);
        row("Cam1", "cam1", Answer::OtherStream);
        row("#!::u=bob", "#!::r=cam1", Answer::OtherStream);
        row("cam1", "#!::r=cam1,u=bob", Answer::OtherUser);
        row("#!::r=cam1,u=eve", "#!::r=cam1,u=bob", Answer::OtherUser);
        row("#!::r=cam1,m=request", "cam1", Answer::OtherMode);
        row("#!::r=cam1,m=request", "#!::r=cam1,m=publish", Answer::OtherMode);
        row("#!::m=request", "", Answer::OtherMode);
        row("#!::r=cam1,t=file", "cam1", Answer::OtherType);
        row("#!::r=cam1,m=bidirectional", "cam1", Answer::Fits);
    }
    void aCallerIsComparedByMeaning()
    {
        QFETCH(QString, says);
        QFETCH(QString, asked);
        QFETCH(Answer, answer);
        QCOMPARE(int(SrtStreamId::parse(says)->answers(*SrtStreamId::parse(asked))), int(answer));
    }
    void twoFeedsThatOneCallerCouldMeanCannotBeToldApart()
    {
        QVERIFY(!id("cam1").meets(id("cam2")));
        QVERIFY(id("cam1").meets(id("#!::r=cam1,m=publish")));
        QVERIFY(id("cam1").meets(id("")));
        QVERIFY(id("#!::r=cam1").meets(id("#!::u=bob"))); // a caller may say both
        QVERIFY(!id("#!::r=cam1,u=bob").meets(id("#!::u=eve,r=cam1")));
        QVERIFY(id("#!::r=cam1,m=publish").meets(id("#!::r=cam1,m=request"))); // a manner is no name
    }
};

QTEST_GUILESS_MAIN(SrtStreamIdTest)
#include "srt_stream_id_test.moc"
