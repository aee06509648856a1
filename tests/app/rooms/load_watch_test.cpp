// What is needed of each feed is read from walls, tally and alarms, and the machine from what the feeds say of
// themselves.

#include "app/rooms/load_watch.h"
#include "tests/support/hand_room.h"

#include <QSignalSpy>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using media::DecodeMode;
using media::FeedLoad;

namespace {

struct Desk
{
    explicit Desk(FeedShare share)
    {
        for (Feed &feed : show.feeds)
            feed.load = share;
        QObject::connect(&source, &RecordSource::arrived, [this](const RecordBatch &batch) { models.apply(batch); });
        watch = std::make_unique<LoadWatch>(show, models.wall, source,
                                            LoadWatch::Ends{[this] { return walls; },
                                                            [this](int row, const FeedLoad &load) {
                                                                loads[std::size_t(row)] = load;
                                                                ++sets;
                                                            },
                                                            [this](int row) { return row == 2 ? waited : 0ms; }});
    }
    void look(std::chrono::milliseconds time = 500ms)
    {
        for (auto left = time; left > 0ms; left -= 500ms)
            watch->look(now += 500ms, 0.5);
    }
    DecodeMode mode(int row) const { return loads[std::size_t(row)].most; }

    Show show = smallShow();
    HandRoom source;
    RoomModels models{smallShow(), source};
    std::vector<WallSight> walls{{{0, 1, 2}, -1, -1}};
    std::vector<FeedLoad> loads{3};
    std::chrono::milliseconds waited{0};
    int sets = 0;
    LoadPolicy::Time now{100s};
    std::unique_ptr<LoadWatch> watch;
};

PictureRecord counted(const char *feed, std::uint64_t decoded, std::uint64_t unseen, std::uint64_t undecoded = 0)
{
    PictureRecord record = picture(feed, media::SignalState::Live);
    record.state.decoded = decoded;
    record.state.unseen = unseen;
    record.state.undecoded = undecoded;
    record.state.decoding = DecodeMode::Full;
    return record;
}

} // namespace

class LoadWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOnAirSelectedOrAlarmedIsFullAndTheRestIsNot()
    {
        Desk desk(FeedShare::Auto);
        desk.look();
        for (int row = 0; row < 3; ++row)
            QVERIFY(desk.mode(row) == DecodeMode::Thumbnail);
        desk.source.happens(TallyRecord{{QStringLiteral("CAM 1")}, Tally::Program, {}});
        desk.source.happens(AlarmRecord{alarm("frozen", "CAM 2", AlarmPriority::Major, desk.source.clock.now())});
        desk.walls[0].selectedRow = 2;
        desk.look();
        for (int row = 0; row < 3; ++row)
            QVERIFY(desk.mode(row) == DecodeMode::Full);
    }
    void aHandGetsItsTileInFullAtOnce()
    {
        Desk desk(FeedShare::Auto);
        desk.look();
        desk.walls[0].fullRow = 1;
        desk.walls[0].rows = {1};
        desk.watch->lookAgain();
        QVERIFY(desk.mode(1) == DecodeMode::Full);
    }
    void whatNoWallShowsFallsToKeyPicturesAndComesBack()
    {
        Desk desk(FeedShare::Full);
        desk.look();
        QVERIFY(desk.mode(0) == DecodeMode::Full);
        desk.walls = {{}}; // minimised: it has a selection, and nobody sees it
        desk.walls[0].selectedRow = 0;
        desk.look();
        QVERIFY(desk.mode(0) == DecodeMode::Thumbnail);
        desk.walls.push_back({{0}, -1, -1}); // another wall shows one of them
        desk.look();
        QVERIFY(desk.mode(0) == DecodeMode::Full);
        QVERIFY(desk.mode(1) == DecodeMode::Thumbnail);
    }
    void nothingIsSetThatHasNotChanged()
    {
        Desk desk(FeedShare::Full);
        desk.look(5s);
        QCOMPARE(desk.sets, 3);
    }
    void aDecoderThatIsLateMakesFarTilesFallAndSaysSo()
    {
        Desk desk(FeedShare::Full);
        desk.source.happens(TallyRecord{{QStringLiteral("CAM 1")}, Tally::Program, {}});
        QSignalSpy stepped(desk.watch.get(), &LoadWatch::stepped);
        desk.look(2s);
        QVERIFY(desk.watch->wallText().isEmpty());
        desk.waited = 600ms;
        desk.look(20s);
        QVERIFY(desk.mode(0) == DecodeMode::Full);
        QVERIFY(desk.mode(1) == DecodeMode::Thumbnail);
        QVERIFY(desk.watch->wallText().contains(QStringLiteral("key pictures only")));
        QCOMPARE(stepped.count(), 3);
        desk.waited = 0ms;
        desk.look(10min);
        QVERIFY(desk.mode(1) == DecodeMode::Full);
        QVERIFY(desk.watch->wallText().isEmpty());
        QCOMPARE(stepped.count(), 6);
    }
    void packetsThatWereThrownAwayCountOnce()
    {
        Desk desk(FeedShare::Full);
        desk.source.happens(counted("CAM 1", 100, 0));
        desk.source.clock.pass(1s);
        desk.source.happens(counted("CAM 1", 130, 0, 50));
        desk.look(10s); // told in the first look alone
        QVERIFY(desk.watch->step() == LoadStep::None);
        for (std::uint64_t i = 1; i < 4; ++i) {
            desk.source.clock.pass(500ms);
            desk.source.happens(counted("CAM 1", 130 + i * 15, 0, 50 + i));
            desk.look();
        }
        QVERIFY(desk.watch->step() == LoadStep::None);
        for (std::uint64_t i = 4; i < 8; ++i) {
            desk.source.clock.pass(500ms);
            desk.source.happens(counted("CAM 1", 130 + i * 15, 0, 50 + i));
            desk.look();
        }
        QVERIFY(desk.watch->step() == LoadStep::FarTilesLight);
    }
    void picturesThatTheWallDoesNotDrawMakeItFall()
    {
        Desk desk(FeedShare::Full);
        desk.look();
        for (std::uint64_t second = 0; second < 6; ++second) {
            desk.source.happens(counted("CAM 1", 30 * second, 22 * second)); // eight of thirty are seen
            desk.source.clock.pass(1s);
            desk.look(1s);
        }
        QVERIFY(desk.watch->step() != LoadStep::None);
    }
    void fiftyPicturesASecondOnAWallOfThirtyAreNoTrouble()
    {
        Desk desk(FeedShare::Full);
        desk.look();
        for (std::uint64_t second = 0; second < 20; ++second) {
            desk.source.happens(counted("CAM 1", 50 * second, 21 * second));
            desk.source.clock.pass(1s);
            desk.look(1s);
        }
        QVERIFY(desk.watch->step() == LoadStep::None);
    }
};

QTEST_GUILESS_MAIN(LoadWatchTest)
#include "load_watch_test.moc"
