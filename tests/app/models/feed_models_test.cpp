// What the tile, the list of feeds and the charts say of what is measured on a feed.

#include "tests/support/hand_room.h"

#include <QTest>

#include <cmath>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using media::SignalState;
namespace WallRole = widgets::WallRole;

class FeedModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFrozenPictureIsMarkedWithItsWordAndForHowLongAsSoonAsItWarns()
    {
        Room room;
        PictureRecord still = picture("CAM 1", SignalState::Live);
        still.state.content = media::PictureContent{};
        still.state.content->frozen = 2900ms;
        room.source.happens(still);
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QString());
        still.state.content->frozen = 3100ms;
        room.source.happens(still);
        room.source.clock.pass(900ms);
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QStringLiteral("FROZEN"));
        QCOMPARE(room.wall(0, WallRole::StateDetail).toString(), QStringLiteral("for 4.0 s"));
        QVERIFY(room.wall(0, WallRole::Live).toBool());
        QVERIFY(room.wall(0, WallRole::AccessibleText).toString().contains(QStringLiteral("frozen for 4.0 s")));
        still.state.content->black = 2500ms;
        room.source.happens(still);
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QStringLiteral("BLACK"));
    }

    void aPictureThatIsNotMeasuredIsNeitherBlackNorFrozen()
    {
        Room room;
        room.source.happens(picture("CAM 1", SignalState::Live));
        QCOMPARE(room.wall(0, WallRole::StateWord).toString(), QString());
    }

    void theListOfFeedsSaysTheOneNumberThatMattersNow()
    {
        Room room;
        const auto figure = [&] { return room.wall(0, FeedRole::Figures).toString(); };
        room.source.happens(picture("CAM 1", SignalState::Live));
        room.source.happens(connected("CAM 1"));
        QCOMPARE(figure(), QStringLiteral("2.00 Mb/s"));
        LinkRecord thin = connected("CAM 1");
        thin.sample.roundTrip = 60ms;
        room.source.happens(thin);
        QCOMPARE(figure(), QStringLiteral("latency 2.0 × RTT"));
        room.source.happens(connected("CAM 1", 100, 4));
        QCOMPARE(figure(), QStringLiteral("dropped 4 /s"));
        room.source.happens(picture("CAM 1", SignalState::NoSignal));
        QCOMPARE(figure(), QStringLiteral("NO SIGNAL for 0.0 s"));
        Alarm lost = alarm("no-signal", "CAM 1", AlarmPriority::Major, room.source.now());
        lost.what = QStringLiteral("NO SIGNAL"); // the badge beside it says the word
        room.source.happens(AlarmRecord{lost});
        QCOMPARE(figure(), QStringLiteral("for 0.0 s"));
    }

    void theTileSaysWhatDecodesIt()
    {
        Room room;
        PictureRecord live = picture("CAM 1", SignalState::Live);
        live.state.format = media::VideoFormat{QStringLiteral("H.264"), QSize(1280, 720), 50, {}, {}, {}, {}};
        live.state.decoder = QStringLiteral("software");
        room.source.happens(live);
        QCOMPARE(room.wall(0, WallRole::Detail).toString(), QStringLiteral("H.264 1280×720 50 fps"));
        QCOMPARE(room.wall(0, WallRole::Badge).toStringList(), QStringList{QStringLiteral("SW")});
        live.state.decoder = QStringLiteral("VA-API");
        room.source.happens(live);
        media::TransportSample transport;
        transport.rate = {4.2e6};
        room.source.happens(TransportRecord{{QStringLiteral("CAM 1")}, transport});
        const QStringList all{QStringLiteral("VA-API"), QStringLiteral("4.20 Mb/s")};
        QCOMPARE(room.wall(0, WallRole::Badge).toStringList(), all);
        room.source.happens(picture("CAM 1", SignalState::NoSignal));
        QVERIFY(room.wall(0, WallRole::Badge).toStringList().isEmpty());
    }

    void soundIsChartedOnceASecondAndACueIsAFlag()
    {
        Room room;
        media::AudioLevels levels;
        levels.present = true;
        levels.shortTermLufs = -22.5;
        levels.soundEarly = 12ms;
        for (int i = 0; i < 10; ++i) {
            room.source.happens(AudioRecord{{QStringLiteral("CAM 1")}, levels});
            room.source.clock.pass(200ms);
        }
        const auto &lanes = room.models.series.lanes();
        const auto lane = [&](const char *title) {
            return std::find_if(lanes.begin(), lanes.end(),
                                [&](const ChartLane &one) { return one.title == QString::fromUtf8(title); });
        };
        const auto loudness = lane("CAM 1 loudness");
        QVERIFY(loudness != lanes.end() && !loudness->overview && loudness->feed == QStringLiteral("CAM 1"));
        QCOMPARE(loudness->series[0].points.size(), std::size_t(2));
        QCOMPARE(loudness->series[0].points.front().value, -22.5);
        QVERIFY(std::isnan(loudness->series[2].points.front().value)); // a true peak that is not known is a gap
        QCOMPARE(lane("CAM 1 sound before picture")->series[0].points.front().value, 12.0);
        room.source.happens(connected("CAM 1"));
        QCOMPARE(lane("CAM 1 latency ÷ RTT")->series[0].points.front().value, 12.0);

        media::SpliceCue cue;
        cue.command = media::SpliceCue::Command::Insert;
        cue.out = true;
        room.source.happens(CueRecord{{QStringLiteral("CAM 1")}, cue});
        QCOMPARE(room.models.series.flags().back().text, QStringLiteral("CAM 1 insert, OUT of the programme"));
    }
};

QTEST_GUILESS_MAIN(FeedModelsTest)
#include "feed_models_test.moc"
