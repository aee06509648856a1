// Listening to one feed: the right instant, no gap, no click, and a plain word where there is nothing to listen with.

#include "media/output/qt_sound_sink.h"
#include "media/output/sound_output.h"
#include "tests/media/scripted_sink.h"
#include "tests/media/tones.h"

#include <QAudioDevice>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gantry::media;
using namespace gantry::media::tones;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

using Time = SoundTap::Time;
using Card = ScriptedSink::Card;

constexpr Time start{1000s};
constexpr auto block = 20ms;

// A feed in real time: every 20 ms some sound and a picture, whose stamps run by the sender's own clock. Sound is 0.25
// with a click of 0.9 at every whole second of its stamps.
struct Feed
{
    std::shared_ptr<SoundTap> tap = std::make_shared<SoundTap>();
    milliseconds soundAfter{0};     // decoded so long after its stamp came up
    milliseconds pictureAfter{300}; // shown
    double senderFast = 1;
    bool pictures = true;
    bool silent = false; // sends nothing at all
    bool clicks = true;
    double level = 0.25;
    microseconds base{500s};
    microseconds sound{0}; // programme time that was sent so far
    microseconds picture{0};

    // Sends what is due at `now`.
    void until(Time now)
    {
        const auto programme = [&](milliseconds after) {
            return microseconds(std::llround(
                double(std::chrono::duration_cast<microseconds>(now - start - after).count()) * senderFast));
        };
        for (; sound + block <= programme(soundAfter); sound += block)
            if (!silent)
                sendSound(now);
        for (; picture <= programme(pictureAfter); picture += block)
            if (pictures && !silent)
                tap->picture(base + picture, now);
    }
    // When the picture of this programme time is shown.
    Time shown(microseconds programme) const
    {
        return start + pictureAfter + microseconds(std::llround(double(programme.count()) / senderFast));
    }

private:
    void sendSound(Time now) const
    {
        std::vector<float> samples(2 * 960, float(level));
        if (clicks && sound.count() % 1'000'000 == 0)
            samples[0] = samples[1] = 0.9F;
        SoundView view;
        view.interleaved = samples;
        view.channels = 2;
        view.sampleRate = 48000;
        view.stamp = base + sound;
        tap->sound(view, now);
    }
};

// A card that plays one feed.
struct Room
{
    std::shared_ptr<Card> card = std::make_shared<Card>();
    SoundOutput output{std::make_unique<ScriptedSink>(card)};
    Time now = start;

    void play(milliseconds time, const std::vector<Feed *> &feeds)
    {
        card->play(time, now, [&] {
            for (Feed *feed : feeds)
                feed->until(now);
        });
    }
    // When the click at this programme time was heard; nothing when it was not, near that instant.
    std::optional<Time> heard(Time near) const
    {
        const auto frame = [&](Time at) {
            return std::lround(std::chrono::duration<double>(at - start - card->latency).count() * 48000);
        };
        const long from = std::max(0L, frame(near - 300ms));
        const long to = std::min(long(card->played.size() / 2), frame(near + 300ms));
        long best = -1;
        float highest = 0.5F;
        for (long i = from; i < to; ++i)
            if (const float value = card->played[std::size_t(i) * 2]; value > highest) {
                highest = value;
                best = i;
            }
        if (best < 0)
            return std::nullopt;
        return start + card->latency + microseconds(best * 1'000'000 / 48000);
    }
    float steepest() const
    {
        float steepest = 0;
        for (std::size_t i = 2; i < card->played.size(); ++i)
            steepest = std::max(steepest, std::abs(card->played[i] - card->played[i - 2]));
        return steepest;
    }
};

bool within(const std::optional<Time> &heard, Time wanted, milliseconds bound)
{
    if (heard && std::chrono::abs(*heard - wanted) <= bound)
        return true;
    qWarning("heard %lld us off",
             heard ? (long long)std::chrono::duration_cast<microseconds>(*heard - wanted).count() : -1LL);
    return false;
}

} // namespace

class SoundOutputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- the right instant ---
    void soundIsHeardWhenItsPictureIsShown()
    {
        for (const auto latency : {20ms, 150ms}) {
            Room room;
            room.card->latency = latency;
            Feed feed;
            room.output.listen(feed.tap);
            room.play(8s, {&feed});
            for (const auto second : {3s, 4s, 5s, 6s})
                QVERIFY(within(room.heard(feed.shown(second)), feed.shown(second), 5ms));
            QCOMPARE(room.output.look().report.late, 0us);
            QCOMPARE(room.output.look().report.underruns, 0U);
        }
    }
    void soundThatComesTooLateIsHeardWithoutGapsAndSaysHowLate()
    {
        Room room;
        Feed feed;
        feed.soundAfter = 500ms;
        feed.pictureAfter = 300ms;
        room.output.listen(feed.tap);
        room.play(8s, {&feed});
        const auto report = room.output.look().report;
        QVERIFY(report.playing);
        QCOMPARE(report.underruns, 0U);
        // 200 ms behind its picture, a block of 20 ms, what the card needs, and what is kept in hand.
        const auto late = std::chrono::duration_cast<milliseconds>(report.late);
        QVERIFY2(late >= 220ms && late <= 290ms, qPrintable(QString::number(late.count())));
        QVERIFY(within(room.heard(feed.shown(5s) + late), feed.shown(5s) + late, 15ms));
    }
    void soundWithoutAPictureIsHeardSoon()
    {
        Room room;
        Feed feed;
        feed.pictures = false;
        room.output.listen(feed.tap);
        room.play(4s, {&feed});
        QVERIFY(room.output.look().report.playing);
        feed.pictureAfter = 70ms; // 20 ms block, 30 ms card, 20 ms in hand
        QVERIFY(within(room.heard(feed.shown(2s)), feed.shown(2s), 15ms));
    }
    void clocksThatDisagreeStayTogetherUnheard()
    {
        for (const double fast : {1.0003, 0.9997}) {
            Room room;
            Feed feed;
            feed.senderFast = fast;
            room.output.listen(feed.tap);
            room.play(120s, {&feed}); // 36 ms of drift; pictures are shown at the card's own ticks of 10 ms
            for (const auto second : {30s, 60s, 117s})
                QVERIFY(within(room.heard(feed.shown(second)), feed.shown(second), 15ms));
            const auto report = room.output.look().report;
            QCOMPARE(report.underruns + report.overruns + report.jumps, 0U);
        }
    }
    void aPictureThatBeginsToComeLaterIsFollowed()
    {
        Room room;
        Feed feed;
        room.output.listen(feed.tap);
        room.play(4s, {&feed});
        feed.pictureAfter = 600ms;
        room.play(22s, {&feed});
        QVERIFY(within(room.heard(feed.shown(23s)), feed.shown(23s), 20ms));
        QVERIFY(room.output.look().report.jumps >= 1U);
    }
    void afterAnOutageSoundIsBackWithItsPicture()
    {
        Room room;
        Feed feed;
        room.output.listen(feed.tap);
        room.play(4s, {&feed});
        feed.silent = true;
        room.play(2s, {&feed});
        QCOMPARE(room.output.look().report.playing, false);
        QCOMPARE(room.output.look().report.underruns, 1U);
        feed.silent = false;
        room.play(8s, {&feed});
        QVERIFY(within(room.heard(feed.shown(12s)), feed.shown(12s), 8ms));
        QCOMPARE(room.output.look().report.underruns, 1U);
    }
    void aSenderThatBeginsAnewIsFollowed()
    {
        Room room;
        Feed feed;
        room.output.listen(feed.tap);
        room.play(4s, {&feed});
        feed.base = 90000s;
        room.play(8s, {&feed});
        QVERIFY(within(room.heard(feed.shown(10s)), feed.shown(10s), 20ms));
        QVERIFY(room.output.look().report.playing);
    }

    // --- no click ---
    void beginningChangingAndEndingAreFades()
    {
        Room room;
        Feed one;
        Feed two;
        two.level = -0.25;
        for (Feed *feed : {&one, &two})
            feed->clicks = false;
        room.output.listen(one.tap);
        room.play(2s, {&one, &two});
        room.output.listen(two.tap);
        room.play(2s, {&one, &two});
        room.output.listen(nullptr);
        room.play(1s, {&one, &two});
        // 10 ms from nothing to 0.25, both at once at most.
        QVERIFY2(room.steepest() < 2.2F * 0.25F / 480, qPrintable(QString::number(double(room.steepest()))));
        QVERIFY(*std::max_element(room.card->played.begin(), room.card->played.end()) > 0.24F);
        QVERIFY(*std::min_element(room.card->played.begin(), room.card->played.end()) < -0.24F);
        QCOMPARE(room.card->played.back(), 0.0F);
    }
    void soundThatBreaksOffDiesAway()
    {
        Room room;
        Feed feed;
        feed.clicks = false;
        room.output.listen(feed.tap);
        room.play(2s, {&feed});
        feed.silent = true;
        room.play(2s, {&feed});
        QCOMPARE(room.card->played.back(), 0.0F);
        QVERIFY2(room.steepest() < 1.1F * 0.25F / 480, qPrintable(QString::number(double(room.steepest()))));
    }
    void nothingIsLouderThanTheCardCanPlay()
    {
        Room room;
        Feed feed;
        feed.level = 3;
        room.output.listen(feed.tap);
        room.play(2s, {&feed});
        QCOMPARE(*std::max_element(room.card->played.begin(), room.card->played.end()), 1.0F);
    }

    // --- who is heard ---
    void theDeviceIsOpenOnlyWhileSomebodyListens()
    {
        Room room;
        Feed feed;
        QVERIFY(!room.card->fill);
        room.output.listen(feed.tap);
        QVERIFY(room.card->fill);
        room.play(2s, {&feed});
        room.output.listen(nullptr);
        room.output.look();
        QVERIFY2(room.card->fill, "the last fade is still to come");
        room.play(50ms, {&feed});
        room.output.look();
        QVERIFY(!room.card->fill);
        room.output.listen(feed.tap);
        room.play(2s, {&feed});
        QVERIFY(room.output.look().report.playing);
    }
    void withoutADeviceTheReasonIsToldAndTheTapLetGo()
    {
        Room room;
        room.card->missing = Error{
            Error::Kind::System, QStringLiteral("Play the sound of a feed"), {}, QStringLiteral("Connect headphones.")};
        auto tap = std::make_shared<SoundTap>();
        const std::weak_ptr<SoundTap> held = tap;
        room.output.listen(std::move(tap));
        QCOMPARE(room.output.look().fault.value().advice, QStringLiteral("Connect headphones."));
        QVERIFY(held.expired());
        QVERIFY(!room.output.look().fault);
        // Connected meanwhile.
        room.card->missing.reset();
        Feed feed;
        room.output.listen(feed.tap);
        room.play(2s, {&feed});
        QVERIFY(room.output.look().report.playing);
    }
    void thisMachineSaysWhetherItHasSoundAtAll()
    {
        SoundOutput output(std::make_unique<QtSoundSink>());
        output.listen(std::make_shared<SoundTap>());
        if (!QMediaDevices::defaultAudioOutput().isNull())
            QSKIP("this machine has a sound output");
        std::optional<Error> fault;
        const auto told = [&] { // once
            fault = fault ? fault : output.look().fault;
            return fault.has_value();
        };
        QVERIFY(QTest::qWaitFor(told, 20000));
        QVERIFY(fault->advice.contains(QStringLiteral("no sound output")));
    }

    // --- what is bounded ---
    void whatNobodyTakesIsThrownAwayAndCounted()
    {
        Feed feed;
        for (Time now = start; now < start + 60s; now += 20ms)
            feed.until(now);
        const auto taken = feed.tap->take();
        QVERIFY(taken.sound.size() * block <= SoundTap::mostKept + block);
        QVERIFY(taken.pictures.size() <= SoundTap::mostPictures);
        QVERIFY(taken.lost > 2000U);
        QCOMPARE(feed.tap->take().sound.size(), std::size_t(0));
    }
    void soundWithoutATimeStampHasNoPlace()
    {
        SoundTap tap;
        tap.sound(sine(1000, {-20}, 0.02).view(), start);
        QVERIFY(tap.take().sound.empty());
    }
};

QTEST_GUILESS_MAIN(SoundOutputTest)
#include "sound_output_test.moc"
