// Whether one could cut to a backup now, and why not.

#include "app/control/backup_ready.h"
#include "tests/support/stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using media::ContentMatch;
using media::SignalState;

namespace {

const Pair pair{{QStringLiteral("Stage")}, {QStringLiteral("CAM 1")}, {QStringLiteral("CAM 2")}};

struct Side
{
    SignalState signal = SignalState::Live;
    media::VideoFormat format{QStringLiteral("H.264"), {1920, 1080}, 50, {}, {}, {}, {}};
    bool sound = true;
    std::optional<double> loudness = -23;
    std::chrono::milliseconds black{0};
    bool told = true;
};

struct Story
{
    BackupReady ready{pair, FeedLimits{}};
    Side primary, backup;
    std::optional<media::MatchSample> match = media::MatchSample{ContentMatch::Same, ContentMatch::Same, 240ms, 240ms};
    ManualClock clock;
    RecordNumber number = 0;

    void happens(const Payload &payload) { ready.seen({++number, clock.now(), payload}); }
    void tell(const char *feed, const Side &side)
    {
        if (!side.told)
            return;
        PictureRecord told = picture(feed, side.signal);
        told.state.format = side.format;
        told.state.content = media::PictureContent{};
        told.state.content->black = side.black;
        happens(told);
        media::AudioLevels levels;
        levels.present = side.sound;
        levels.peakDbfs = {-10, -10};
        levels.shortTermLufs = side.loudness;
        happens(AudioRecord{{QLatin1String(feed)}, levels});
    }
    BackupState after(std::chrono::seconds time = 12s)
    {
        for (auto second = 0s; second < time; ++second) {
            tell("CAM 1", primary);
            tell("CAM 2", backup);
            if (match)
                happens(MatchRecord{pair.id, *match});
            clock.pass(1s);
        }
        return ready.at(clock.now());
    }
    // "no another picture", the check as a person reads it.
    static QString text(const BackupState &state, ReadyCheck::Kind kind)
    {
        static const char *const words[] = {"unknown", "no", "yes"};
        const ReadyCheck &check = state.checks[std::size_t(kind)];
        return QStringLiteral("%1: %2").arg(QLatin1String(words[int(check.verdict)]), check.says);
    }
};

} // namespace

class BackupReadyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTheSameInTimeAndAsLoudIsReady()
    {
        Story story;
        const BackupState state = story.after();
        QCOMPARE(state.verdict(), Ready::Yes);
        QCOMPARE(state.behind, std::optional(240ms));
        QCOMPARE(Story::text(state, ReadyCheck::Offset), QStringLiteral("yes: 240 ms late"));
        QCOMPARE(Story::text(state, ReadyCheck::Content), QStringLiteral("yes: same picture and sound"));
    }
    void beforeAnythingIsKnownItIsUnknownAndNeitherReadyNorNot()
    {
        const Story story;
        const BackupState state = story.ready.at(story.clock.now());
        QCOMPARE(state.verdict(), Ready::Unknown);
        for (const ReadyCheck &check : state.checks)
            QVERIFY(check.verdict == Ready::Unknown && !check.says.isEmpty());
    }
    void whatIsNotToldForThreeSecondsIsNotKnownAnyMore()
    {
        Story story;
        QCOMPARE(story.after().verdict(), Ready::Yes);
        story.clock.pass(2s); // the last was told a second ago
        QCOMPARE(story.ready.at(story.clock.now()).verdict(), Ready::Yes);
        story.clock.pass(100ms);
        QCOMPARE(story.ready.at(story.clock.now()).verdict(), Ready::Unknown);
    }
    void aBackupWithoutSignalIsNotReadyWhateverElseIsUnknown()
    {
        Story story;
        story.backup.signal = SignalState::NoSignal;
        story.match.reset();
        const BackupState state = story.after();
        QCOMPARE(state.verdict(), Ready::No);
        QCOMPARE(Story::text(state, ReadyCheck::Decoding), QStringLiteral("no: no signal"));
        QCOMPARE(Story::text(state, ReadyCheck::Content), QStringLiteral("unknown: not compared"));
        QCOMPARE(Story::text(state, ReadyCheck::Format), QStringLiteral("unknown: format not known"));
    }
    void aBlackBackupIsNotReadyUnlessThePrimaryIsBlackToo()
    {
        Story story;
        story.backup.black = 4s;
        story.match = media::MatchSample{};
        QCOMPARE(Story::text(story.after(), ReadyCheck::Decoding), QStringLiteral("no: it is black"));
        story.primary.black = 4s;
        QCOMPARE(story.after().verdict(), Ready::Unknown); // black against black: nobody can tell
    }
    void anotherContentIsNotReady_data()
    {
        QTest::addColumn<int>("picture");
        QTest::addColumn<int>("sound");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, ContentMatch picture, ContentMatch sound, const char *says) {
            QTest::newRow(name) << int(picture) << int(sound) << QString::fromLatin1(says);
        };
        using enum ContentMatch;
        row("picture", Different, Same, "no: another picture");
        row("sound", Same, Different, "no: another sound to the same picture");
        row("only sound known", Unknown, Different, "no: another sound");
        row("only sound the same", Unknown, Same, "yes: same sound; the picture cannot be told");
        row("nothing", Unknown, Unknown, "unknown: the content cannot be told");
    }
    void anotherContentIsNotReady()
    {
        QFETCH(int, picture);
        QFETCH(int, sound);
        QFETCH(QString, says);
        Story story;
        story.match = media::MatchSample{ContentMatch(picture), ContentMatch(sound), {}, {}};
        QCOMPARE(Story::text(story.after(), ReadyCheck::Content), says);
    }
    void tooFarApartIsNotReady()
    {
        Story story;
        story.match->pictureBehind = -1200ms;
        QCOMPARE(Story::text(story.after(), ReadyCheck::Offset), QStringLiteral("no: 1200 ms early"));
        story.match->pictureBehind.reset(); // a programme that repeats itself: the sound tells
        QCOMPARE(Story::text(story.after(), ReadyCheck::Offset), QStringLiteral("yes: 240 ms late"));
        story.match->soundBehind.reset();
        QCOMPARE(Story::text(story.after(), ReadyCheck::Offset), QStringLiteral("unknown: offset not known"));
    }
    void anotherFormatIsNotReadyAndAPrimaryThatIsLostStillSaysWhatItWas()
    {
        Story story;
        story.backup.format.size = {1280, 720};
        story.backup.format.framesPerSecond = 25;
        QCOMPARE(Story::text(story.after(), ReadyCheck::Format),
                 QStringLiteral("no: 1280×720p25 instead of 1920×1080p50"));
        story.primary.told = false;
        QCOMPARE(Story::text(story.after(), ReadyCheck::Format),
                 QStringLiteral("no: 1280×720p25 instead of 1920×1080p50"));
    }
    void aDifferenceInLoudnessIsToldAndTooMuchOfItIsNotReady()
    {
        Story story;
        story.backup.loudness = -22.6;
        QCOMPARE(Story::text(story.after(), ReadyCheck::Loudness), QStringLiteral("yes: loudness +0.4 LU"));
        story.backup.loudness = -26;
        QCOMPARE(Story::text(story.after(), ReadyCheck::Loudness), QStringLiteral("no: loudness −3.0 LU"));
    }
    void aSilentBackupIsNotReadyAndTwoSilentFeedsAre()
    {
        Story story;
        story.backup.loudness = -std::numeric_limits<double>::infinity();
        QCOMPARE(Story::text(story.after(), ReadyCheck::Loudness), QStringLiteral("no: it is silent"));
        story.primary.loudness = -70;
        QCOMPARE(Story::text(story.after(), ReadyCheck::Loudness), QStringLiteral("yes: both silent"));
        story.backup.sound = false;
        QCOMPARE(Story::text(story.after(), ReadyCheck::Loudness), QStringLiteral("no: it has no sound"));
    }
    void recordsOfOtherFeedsAndPairsAreNotLookedAt()
    {
        BackupReady ready{pair, {}};
        QVERIFY(!ready.seen({1, {}, picture("CAM 3", SignalState::Live)}));
        QVERIFY(!ready.seen({2, {}, MatchRecord{{QStringLiteral("Other")}, {}}}));
        QVERIFY(ready.seen({3, {}, picture("CAM 2", SignalState::Live)}));
    }
};

QTEST_GUILESS_MAIN(BackupReadyTest)
#include "backup_ready_test.moc"
