#include "app/rooms/decoder_fall.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

media::PictureState decodedBy(const QString &decoder, const std::optional<QString> &note = {})
{
    media::PictureState state;
    state.decoder = decoder;
    state.decoderNote = note;
    return state;
}

} // namespace

class DecoderFallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFeedThatFallsToSoftwareLeavesALineInTheSession()
    {
        QCOMPARE(*decoderFall(u"CUDA"_s, decodedBy(u"software"_s, u"CUDA: it was lost."_s)),
                 u"CUDA: it was lost. Decoding goes on in software."_s);
    }

    void aFeedThatNeverHadAGpuLeavesNone()
    {
        const auto now = decodedBy(u"software"_s, u"CUDA: this machine has no such device."_s);
        QVERIFY(!decoderFall(QString(), now));
        QVERIFY(!decoderFall(u"software"_s, now));
    }

    void aFeedThatGoesToAGpuOrToAFormatWithoutOneLeavesNone()
    {
        QVERIFY(!decoderFall(u"software"_s, decodedBy(u"CUDA"_s)));
        QVERIFY(!decoderFall(u"CUDA"_s, decodedBy(u"CUDA"_s)));
        QVERIFY(!decoderFall(u"CUDA"_s, decodedBy(u"software"_s)));
    }
};

QTEST_GUILESS_MAIN(DecoderFallTest)
#include "decoder_fall_test.moc"
