// Small pictures in the log: every few seconds and at every alarm.

#include "app/session/still_taker.h"
#include "tests/support/stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

class StillTakerTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<media::FrameSlot> m_slot;

    void newPicture() const
    {
        auto frame = std::make_shared<media::VideoFrame>();
        frame->picture = QImage(640, 360, QImage::Format_RGB32);
        frame->picture.fill(Qt::blue);
        m_slot->put(std::move(frame));
    }

private Q_SLOTS:
    void init() { m_slot = std::make_shared<media::FrameSlot>(); }

    void aStillIsTakenEveryFourSecondsFromTheNewestPicture()
    {
        StillTaker taker;
        taker.watch({QStringLiteral("CAM 1")}, m_slot);
        RuleStory story(taker);
        for (int tenth = 0; tenth < 100; ++tenth) {
            newPicture();
            story.pass(100ms);
        }
        QCOMPARE(story.said.size(), 3); // at once, after 4 s, after 8 s
        const auto &still = std::get<StillRecord>(story.said.first());
        QVERIFY(still.jpeg.startsWith("\xff\xd8"));
        QCOMPARE(still.size, QSize(320, 180));
        QVERIFY(still.jpeg.size() < 20'000);
    }

    void aPictureThatCameAsDecodedForAWallOfOpenGlHasItsStillToo()
    {
        struct Planes final : media::PicturePlanes
        {
            QImage image(QSize box) const override
            {
                QImage made(box, QImage::Format_RGB32);
                made.fill(Qt::blue);
                return made;
            }
        };
        StillTaker taker;
        taker.watch({QStringLiteral("CAM 1")}, m_slot);
        RuleStory story(taker);
        auto frame = std::make_shared<media::VideoFrame>();
        frame->planes = std::make_shared<Planes>();
        m_slot->put(std::move(frame));
        story.pass(100ms);
        QCOMPARE(story.said.size(), 1);
        QCOMPARE(std::get<StillRecord>(story.said.first()).size, QSize(320, 180));
    }

    void aFeedThatDeliversNothingNewCostsNothing()
    {
        StillTaker taker;
        taker.watch({QStringLiteral("CAM 1")}, m_slot);
        RuleStory story(taker);
        story.pass(10s);
        QVERIFY(story.said.isEmpty());
        newPicture();
        story.pass(20s);
        QCOMPARE(story.said.size(), 1);
    }

    void anAlarmTakesAStillAtOnceAndAnAcknowledgementDoesNot()
    {
        StillTaker taker;
        taker.watch({QStringLiteral("CAM 1")}, m_slot);
        RuleStory story(taker);
        newPicture();
        story.pass(100ms);
        story.takeSaid();
        newPicture();
        Alarm alarm;
        alarm.key = QStringLiteral("feed/CAM 1/no-signal");
        alarm.where = QStringLiteral("CAM 1");
        alarm.state = AlarmState::ActiveUnacknowledged;
        alarm.raised = story.clock.now();
        story.happens(AlarmRecord{alarm});
        QCOMPARE(story.takeSaid().size(), 1);
        newPicture();
        story.clock.pass(100ms);
        alarm.state = AlarmState::ActiveAcknowledged;
        story.happens(AlarmRecord{alarm});
        QVERIFY(story.takeSaid().isEmpty());
    }

    void takingAStillDoesNotMarkThePictureAsSeen()
    {
        StillTaker taker;
        taker.watch({QStringLiteral("CAM 1")}, m_slot);
        RuleStory story(taker);
        const media::FrameReader reader(m_slot, {QSize(320, 180)});
        newPicture();
        story.pass(100ms);
        for (std::size_t i = 0; i < media::FrameSlot::mostKept; ++i)
            newPicture();
        QVERIFY(m_slot->unseen() > 0);
    }
};

QTEST_GUILESS_MAIN(StillTakerTest)
#include "still_taker_test.moc"
