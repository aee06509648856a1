// Listening from key to loudspeaker: one feed at a time, a sentence for everything that happens, and a reason where
// nothing can be heard.

#include "app/rooms/listening.h"
#include "tests/media/scripted_sink.h"

#include <QSignalSpy>
#include <QTest>

using namespace gantry;
using namespace std::chrono_literals;
using media::SoundTap;
using media::tones::ScriptedSink;

namespace {

struct Room
{
    std::shared_ptr<ScriptedSink::Card> card = std::make_shared<ScriptedSink::Card>();
    int attachedRow = -1;
    std::shared_ptr<SoundTap> attached;
    Listening listening{{QStringLiteral("CAM 1"), QStringLiteral("CAM 2")},
                        [this](int row, const std::shared_ptr<SoundTap> &tap) {
                            attachedRow = row;
                            attached = tap;
                        },
                        std::make_unique<ScriptedSink>(card)};
    QSignalSpy heard{&listening, &Listening::heardChanged};
    QSignalSpy said{&listening, &Listening::said};
    SoundTap::Time now{1000s};
    std::chrono::milliseconds sent{0};

    // A feed in real time whose sound comes so long after its picture.
    void play(std::chrono::milliseconds time, std::chrono::milliseconds soundBehind = 0ms, bool sound = true)
    {
        card->play(time, now, [&] {
            for (; sent < now - SoundTap::Time(1000s); sent += 20ms) {
                if (!attached || !sound)
                    continue;
                const std::vector<float> samples(2 * 960, 0.1F);
                media::SoundView view;
                view.interleaved = samples;
                view.channels = 2;
                view.sampleRate = 48000;
                view.stamp = 500s + sent;
                attached->sound(view, now);
                attached->picture(500s + soundBehind + sent, now);
            }
        });
        listening.look();
    }
    QString lastSaid() const { return said.isEmpty() ? QString() : said.last().at(0).toString(); }
};

} // namespace

class ListeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoomIsSilentUntilSomebodyAsks()
    {
        Room room;
        room.listening.look();
        QCOMPARE(room.card->opened, 0);
        QCOMPARE(room.listening.heardRow(), -1);
    }
    void askingTwiceBeginsAndEnds()
    {
        Room room;
        room.listening.toggle(1);
        QCOMPARE(room.listening.heardRow(), 1);
        QCOMPARE(room.attachedRow, 1);
        QVERIFY(room.attached);
        QCOMPARE(room.lastSaid(), QStringLiteral("You listen to CAM 2. Press L again to stop."));
        room.listening.toggle(1);
        QCOMPARE(room.listening.heardRow(), -1);
        QCOMPARE(room.attachedRow, -1);
        QVERIFY(!room.attached);
        QCOMPARE(room.lastSaid(), QStringLiteral("You no longer listen to CAM 2."));
        QCOMPARE(room.heard.count(), 2);
        room.play(100ms);
        QVERIFY2(!room.card->fill, "the sound card is let go");
    }
    void anotherFeedTakesOver()
    {
        Room room;
        room.listening.toggle(0);
        const std::weak_ptr<SoundTap> first = room.attached;
        room.play(2s);
        room.listening.toggle(1);
        QCOMPARE(room.attachedRow, 1);
        QCOMPARE(room.heard.last().at(0).toInt(), 1);
        room.play(2s);
        QVERIFY(first.expired());
        QVERIFY(room.card->played.back() > 0.09F);
    }
    void aMachineWithoutSoundSaysWhyAndMarksNothing()
    {
        Room room;
        room.card->missing =
            media::Error{media::Error::Kind::System, {}, {}, QStringLiteral("This machine has no sound output.")};
        room.listening.toggle(0);
        room.listening.look();
        QCOMPARE(room.listening.heardRow(), -1);
        QCOMPARE(room.heard.last().at(0).toInt(), -1);
        QVERIFY(!room.attached);
        QCOMPARE(room.lastSaid(), QStringLiteral("CAM 1 cannot be heard. This machine has no sound output."));
    }
    void aDeviceThatGoesAwayEndsTheListening()
    {
        Room room;
        room.listening.toggle(0);
        room.play(2s);
        room.card->fault = media::Error{media::Error::Kind::System, {}, {}, QStringLiteral("Gone.")};
        room.listening.look();
        QCOMPARE(room.listening.heardRow(), -1);
        QVERIFY(!room.card->fill);
        room.card->fault.reset();
        room.listening.toggle(0);
        room.play(2s);
        QVERIFY(room.card->played.back() > 0.09F);
    }
    void soundThatComesLateIsSaidOnce()
    {
        Room room;
        room.listening.toggle(0);
        room.play(3s, 200ms);
        QVERIFY2(room.lastSaid().contains(QStringLiteral("ms behind the picture")), qPrintable(room.lastSaid()));
        const auto count = room.said.count();
        room.play(3s, 200ms);
        QCOMPARE(room.said.count(), count);
    }
    void aFeedWithoutSoundIsToldAsSuch()
    {
        Room room;
        room.listening.toggle(0);
        for (int i = 0; i < 20; ++i)
            room.play(250ms, 0ms, false);
        QCOMPARE(room.lastSaid(), QStringLiteral("You listen to CAM 1, but no sound comes from it."));
        QCOMPARE(room.said.count(), 2);
    }
    void whoGoesLetsTheFeedGo()
    {
        std::shared_ptr<ScriptedSink::Card> card = std::make_shared<ScriptedSink::Card>();
        int row = -2;
        {
            Listening listening(
                {QStringLiteral("CAM 1")}, [&](int to, const auto &) { row = to; },
                std::make_unique<ScriptedSink>(card));
            listening.toggle(0);
            QCOMPARE(row, 0);
        }
        QCOMPARE(row, -1);
        QVERIFY(!card->fill);
    }
};

QTEST_GUILESS_MAIN(ListeningTest)
#include "listening_test.moc"
