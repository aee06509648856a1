// The verbs with windows: rehearse, open and replay. Each builds one room and runs it.

#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "app/command_line/window_run.h"
#include "app/rooms/encoder_pictures.h"
#include "app/rooms/listening.h"
#include "app/rooms/live_room.h"
#include "app/rooms/load_watch.h"
#include "app/rooms/machine_survey.h"
#include "app/rooms/rehearsal_faults.h"
#include "app/rooms/rehearsal_stage.h"
#include "app/rooms/replay_room.h"
#include "app/rooms/room_screens.h"
#include "app/show/show_file.h"
#include "app/windows/desk_menu.h"
#include "app/windows/idle_inhibitor.h"
#include "app/windows/plan_keys.h"
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
    std::unique_ptr<EncoderPictures> pictures;
    std::unique_ptr<IdleInhibitor> awake;
    QList<ReadyPoint> lacks; // of this machine

    ~LiveDesk()
    {
        load.reset();
        listening.reset();
        screens.reset();
    }

    // `showPath` is the show's file; empty: it has none.
    std::optional<QString> open(const Show &show, const QString &showPath, const QString &banner, Role role,
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
        room->tellLeftOpen(sessionsFolder(), path);
        const QString actor = Text::tr("operator");
        if (!showPath.isEmpty())
            room->share(DeskLease::pathFor(showPath), actor);
        ControlWindow &control = screens->control();
        offerPictures();
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
        offerPlans(actor);
        offerDesk(role, actor);
        OperatorQuestions &questions = room->questions();
        QObject::connect(&questions, &OperatorQuestions::asked, &control, &ControlWindow::ask);
        QObject::connect(&questions, &OperatorQuestions::over, &control, &ControlWindow::endQuestion);
        QObject::connect(&control, &ControlWindow::questionAnswered, &questions, &OperatorQuestions::answer);
        listen(show);
        watchLoad(show);
        keepAwake(show);
        screens->walls().remember(WallMemories::usualPath());
        screens->show(further ? QList<RoomWindow *>{further} : QList<RoomWindow *>());
        room->start();
        if (!showPath.isEmpty())
            lookAtMachine();
        return std::nullopt;
    }

    void offerPlans(const QString &actor)
    {
        ControlWindow &control = screens->control();
        using Control = ControlWindow;
        LiveRoom *desk = room.get();
        QObject::connect(&control, &Control::planModeRequested, desk,
                         [desk, actor](const QString &plan, PlanMode mode) { desk->setPlanMode({plan}, mode, actor); });
        QObject::connect(&control, &Control::holdPlansRequested, desk, [desk, actor] { desk->holdPlans(actor); });
        QObject::connect(&control, &Control::planAdviceTaken, desk,
                         [desk, actor](const QString &plan) { desk->takeAdvice({plan}, actor); });
        QObject::connect(&control, &Control::planReturnRequested, desk,
                         [desk, actor](const QString &plan) { desk->returnToFirst({plan}, actor); });
        QObject::connect(&control, &Control::planSlateRequested, desk,
                         [desk, actor](const QString &plan) { desk->cutToSlate({plan}, actor); });
        if (!screens->hasPlans())
            return;
        auto *keys = new PlanKeys([&control] { return control.planInHand(); }, &control);
        QObject::connect(keys, &PlanKeys::holdAllRequested, desk, [desk, actor] { desk->holdPlans(actor); });
        QObject::connect(keys, &PlanKeys::said, &control, &Control::say);
    }

    // What this desk may do, and which desk has the show.
    void offerDesk(Role role, const QString &actor)
    {
        ControlWindow &control = screens->control();
        LiveRoom *desk = room.get();
        auto *menu = new DeskMenu(control.addMenu(Text::tr("&Desk")), role, &control);
        QObject::connect(menu, &DeskMenu::roleChosen, desk,
                         [desk, actor](Role chosen) { desk->setRole(chosen, actor); });
        QObject::connect(menu, &DeskMenu::takeOverRequested, desk, &LiveRoom::takeOver);
        if (role != Role::Operator)
            desk->setRole(role, actor);
        ShowLock &lock = screens->lock();
        QObject::connect(&lock, &ShowLock::changed, desk, [desk, &lock] { desk->setLocked(lock.isLocked()); });
        if (!desk->lease())
            return;
        QObject::connect(desk->lease(), &DeskLease::held, menu, &DeskMenu::setHold);
        QObject::connect(desk->lease(), &DeskLease::held, &control, [this](const DeskHold &hold) {
            screens->setDeskText(hold.ours ? QString() : Text::tr("LOOKS ONLY: %1 has the show").arg(hold.holder));
        });
        QObject::connect(desk->lease(), &DeskLease::said, &control, &ControlWindow::say);
    }

    void offerPictures()
    {
        pictures = std::make_unique<EncoderPictures>(
            [this](const EncoderId &encoder, const QString &pipeline, EncoderPictures::Answer answer) {
                room->lookAt(encoder, pipeline, std::move(answer));
            });
        ControlWindow &control = screens->control();
        control.offerPictures();
        QObject::connect(&control, &ControlWindow::pictureWanted, pictures.get(), &EncoderPictures::want);
        QObject::connect(pictures.get(), &EncoderPictures::arrived, &control, &ControlWindow::setPicture);
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
        QObject::connect(awake.get(), &IdleInhibitor::changed, awake.get(), [this] { tellCares(); });
        tellCares();
    }

    // What this machine lacks for the show, as far as the system tells at once; kept in the session too.
    void lookAtMachine()
    {
        for (const ReadyPoint &point : readiness(MachineSurvey::atOnce(sessionsFolder()))) {
            if (point.state != ReadyPoint::State::Attention)
                continue;
            lacks.append(point);
            room->note(sentence(point));
        }
        tellCares();
    }

    static QString sentence(const ReadyPoint &point)
    {
        return QStringLiteral("%1: %2 %3").arg(point.what, point.found, point.advice);
    }

    // The line is short, and alarms stand on it: several cares are a number, and their words in its tooltip.
    void tellCares()
    {
        QStringList texts;
        QStringList why;
        for (const ReadyPoint &point : std::as_const(lacks)) {
            texts.append(Text::tr("look at: %1", "a point of the readiness list").arg(point.what));
            why.append(sentence(point));
        }
        if (awake->state() == IdleInhibitor::State::NotHeldBack) {
            texts.prepend(awake->text());
            why.prepend(awake->why());
        }
        screens->setCareText(texts.size() > 1 ? Text::tr("%n point(s) to look at", nullptr, int(texts.size()))
                                              : texts.join(QString()),
                             why.join(QStringLiteral("\n\n")));
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

void addRole(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("role"),
                      Text::tr("What this desk may do: viewer, operator (unless told otherwise), director, engineer."),
                      QStringLiteral("role")});
}

std::optional<int> readRole(const QCommandLineParser &parser, Role &role)
{
    if (!parser.isSet(QStringLiteral("role")))
        return std::nullopt;
    const auto read = Authority::roleOf(parser.value(QStringLiteral("role")));
    if (!read)
        return say(wrongUsage, Text::tr("--role takes viewer, operator, director or engineer."));
    role = *read;
    return std::nullopt;
}

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
    addRole(parser);
    if (const auto code = parse(parser, 0))
        return *code;
    WindowOptions options;
    if (const auto code = readWindowOptions(parser, application, options))
        return *code;
    Role role = Role::Operator;
    if (const auto code = readRole(parser, role))
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
        if (const auto fault = desk.open(show, {}, banner, role, &faults->window()))
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
    addRole(parser);
    if (const auto code = parse(parser, 1))
        return *code;
    WindowOptions options;
    if (const auto code = readWindowOptions(parser, application, options))
        return *code;
    Role role = Role::Operator;
    if (const auto code = readRole(parser, role))
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
    if (const auto fault = desk.open(*show, path, {}, role))
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
