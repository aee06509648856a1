// The verbs with windows: rehearse, open and replay. Each builds one room and runs it.

#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "app/command_line/window_run.h"
#include "app/rooms/listening.h"
#include "app/rooms/live_room.h"
#include "app/rooms/load_watch.h"
#include "app/rooms/rehearsal_faults.h"
#include "app/rooms/rehearsal_stage.h"
#include "app/rooms/replay_room.h"
#include "app/rooms/room_screens.h"
#include "app/show/show_file.h"
#include "app/windows/idle_inhibitor.h"
#include "media/output/qt_sound_sink.h"
#include "widgets/wall/wall_driver.h"

#include <QApplication>

namespace gantry::command_line {

namespace {

// A live room with its windows and its hands.
struct LiveDesk
{
    std::unique_ptr<LiveRoom> room;
    std::unique_ptr<RoomScreens> screens; // before the room: it reads from it
    std::unique_ptr<Listening> listening; // before both
    std::unique_ptr<LoadWatch> load;      // likewise
    std::unique_ptr<IdleInhibitor> awake;

    ~LiveDesk()
    {
        load.reset();
        listening.reset();
        screens.reset();
    }

    // `showPath` is the show's file; empty: it has none.
    std::optional<QString> open(const Show &show, const QString &showPath, const QString &banner,
                                RoomWindow *further = nullptr)
    {
        const QString path = newSessionPath(show);
        auto opened = LiveRoom::open(show, path);
        if (!opened) {
            return Text::tr("%1. %2 %3")
                .arg(opened.error().text(), opened.error().advice, opened.error().detail)
                .trimmed();
        }
        room = std::move(*opened);
        screens = std::make_unique<RoomScreens>(show, room->records(), room->pictures(), showPath);
        screens->setBanner(banner);
        const QString actor = Text::tr("operator");
        ControlWindow &control = screens->control();
        control.offerActions();
        QObject::connect(&control, &ControlWindow::commandRequested, room.get(),
                         [this, actor](const QString &encoder, cloud::Verb verb, const QString &input) {
                             room->request(EncoderId{encoder}, verb, input, actor);
                         });
        QObject::connect(&control, &ControlWindow::furtherCommandRequested, room.get(),
                         [this, actor](const QString &encoder, const cloud::Command &command) {
                             room->request(EncoderId{encoder}, command, actor);
                         });
        QObject::connect(&control, &ControlWindow::acknowledgeRequested, room.get(),
                         [this, actor](const QString &key) { room->acknowledge(key, actor); });
        OperatorQuestions &questions = room->questions();
        QObject::connect(&questions, &OperatorQuestions::asked, &control, &ControlWindow::ask);
        QObject::connect(&questions, &OperatorQuestions::over, &control, &ControlWindow::endQuestion);
        QObject::connect(&control, &ControlWindow::questionAnswered, &questions, &OperatorQuestions::answer);
        listen(show);
        watchLoad(show);
        keepAwake(show);
        screens->walls().remember(WallMemories::usualPath());
        screens->show(further);
        room->start();
        return std::nullopt;
    }

    void watchLoad(const Show &show)
    {
        load = std::make_unique<LoadWatch>(
            show, screens->feeds(), room->records(),
            LoadWatch::Ends{[this] { return screens->walls().sights(); },
                            [this](int row, const media::FeedLoad &most) { room->setLoad(row, most); },
                            [this](int row) { return room->takeWaited(row); }});
        QObject::connect(load.get(), &LoadWatch::stepped, room.get(), &LiveRoom::note);
        QObject::connect(load.get(), &LoadWatch::changed, &screens->walls(), [this] {
            screens->walls().setLoadText(load->wallText());
            screens->setMachineText(load->statusText());
        });
        QObject::connect(&screens->walls(), &WallWindows::sightChanged, load.get(), &LoadWatch::lookAgain);
        load->start();
    }

    void keepAwake(const Show &show)
    {
        awake = std::make_unique<IdleInhibitor>(Text::tr("The show “%1” is open.").arg(show.name));
        const auto tell = [this] {
            const bool fails = awake->state() == IdleInhibitor::State::NotHeldBack;
            screens->setCareText(fails ? awake->text() : QString(), awake->why());
        };
        QObject::connect(awake.get(), &IdleInhibitor::changed, awake.get(), tell);
        tell();
    }

    void listen(const Show &show)
    {
        QStringList feeds;
        for (const Feed &feed : show.feeds)
            feeds.append(feed.id.text);
        listening = std::make_unique<Listening>(
            feeds, [this](int row, const std::shared_ptr<media::SoundTap> &tap) { room->listen(row, tap); },
            std::make_unique<media::QtSoundSink>());
        WallWindows &walls = screens->walls();
        QObject::connect(&walls, &WallWindows::listenRequested, listening.get(), &Listening::toggle);
        QObject::connect(listening.get(), &Listening::heardChanged, &walls, &WallWindows::setHeard);
        QObject::connect(listening.get(), &Listening::said, &walls, &WallWindows::say);
    }
};

} // namespace

int rehearse(int &argc, char **argv)
{
    if (const auto code = findDisplay(argc, argv))
        return *code;
    widgets::prepareWallDriver();
    QApplication application(argc, argv);
    QCommandLineParser parser;
    describe(
        parser, QStringLiteral("rehearse"),
        Text::tr(
            "Opens a room on test feeds and a sandbox cloud, all on this machine. Nothing to fill in, no account."));
    addWindowOptions(parser);
    if (const auto code = parse(parser, 0))
        return *code;
    WindowOptions options;
    if (const auto code = readWindowOptions(parser, application, options))
        return *code;
    endOnSignals();

    RehearsalStage stage;
    std::unique_ptr<RehearsalFaults> faults;
    LiveDesk desk; // goes first: a stage that is taken down is not a lost feed
    int result = done;
    const auto end = [&](const QString &why) {
        result = say(failed, why);
        QCoreApplication::exit(failed);
    };
    QObject::connect(&stage, &RehearsalStage::failed, &application, end);
    QObject::connect(&stage, &RehearsalStage::ready, &application, [&](const Show &show) {
        const QString banner = Text::tr("REHEARSAL · nothing here is on air");
        faults = std::make_unique<RehearsalFaults>(stage, show, banner);
        if (const auto fault = desk.open(show, {}, banner, &faults->window()))
            end(*fault);
    });
    QMetaObject::invokeMethod(&stage, &RehearsalStage::start, Qt::QueuedConnection);
    const int code = runWindows(
        options, [&] { return desk.screens ? desk.screens->windows() << &faults->window() : QList<RoomWindow *>(); });
    return result != done ? result : code;
}

int openShow(int &argc, char **argv)
{
    if (const auto code = findDisplay(argc, argv))
        return *code;
    widgets::prepareWallDriver();
    QApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("open"),
             Text::tr("Opens a show: its feeds, its encoders, its viewers. Records a session."),
             QStringLiteral("SHOW.json"));
    addWindowOptions(parser);
    if (const auto code = parse(parser, 1))
        return *code;
    WindowOptions options;
    if (const auto code = readWindowOptions(parser, application, options))
        return *code;
    endOnSignals();

    const QString path = parser.positionalArguments().at(1);
    const auto show = readShowFile(path);
    if (!show) {
        for (const ShowFault &fault : show.error())
            say(failed, QStringLiteral("%1: %2").arg(path, fault.text()));
        return failed;
    }
    LiveDesk desk;
    if (const auto fault = desk.open(*show, path, {}))
        return say(failed, *fault);
    desk.screens->setKeepsRunning(true);
    return runWindows(options, [&] { return desk.screens->windows(); });
}

int replay(int &argc, char **argv)
{
    if (const auto code = findDisplay(argc, argv))
        return *code;
    widgets::prepareWallDriver();
    QApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("replay"),
             Text::tr("Opens a recorded session in the same windows. Nothing can go out."),
             QStringLiteral("SESSION.gantry"));
    addWindowOptions(parser);
    parser.addOption({QStringLiteral("at"), Text::tr("Begin this many seconds after the session began."),
                      QStringLiteral("seconds")});
    if (const auto code = parse(parser, 1))
        return *code;
    WindowOptions options;
    if (const auto code = readWindowOptions(parser, application, options))
        return *code;
    double at = 0;
    if (const auto code = seconds(parser, QStringLiteral("at"), at))
        return *code;
    endOnSignals();

    auto room = ReplayRoom::open(parser.positionalArguments().at(1));
    if (!room) {
        return say(failed,
                   Text::tr("%1. %2 %3").arg(room.error().text(), room.error().advice, room.error().detail).trimmed());
    }
    (*room)->rememberWalls(WallMemories::usualPath());
    (*room)->show();
    if (at > 0)
        QMetaObject::invokeMethod(
            &(*room)->player(),
            [player = &(*room)->player(), at] {
                player->seek(std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::duration<double>(at)));
            },
            Qt::QueuedConnection);
    return runWindows(options, [&] { return (*room)->windows(); });
}

} // namespace gantry::command_line
