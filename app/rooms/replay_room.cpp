#include "app/rooms/replay_room.h"

#include "app/rooms/finish_on.h"
#include "app/rooms/still_screen.h"
#include "app/show/show_file.h"

#include <QDateTime>
#include <QFileInfo>

namespace gantry {

SessionResult<std::unique_ptr<ReplayRoom>> ReplayRoom::open(const QString &sessionPath)
{
    auto reader = SessionReader::open(sessionPath);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto show = readShow((*reader)->header().showJson);
    if (!show) {
        return tl::unexpected(
            SessionError{SessionError::Kind::Corrupt, tr("Read the show inside the session"), sessionPath,
                         tr("The session was written by another version, or is damaged. Its tables can "
                            "still be read with sqlite3."),
                         show.error().first().text()});
    }
    return std::unique_ptr<ReplayRoom>(new ReplayRoom(std::move(*reader), *show, sessionPath));
}

ReplayRoom::ReplayRoom(std::unique_ptr<SessionReader> reader, const Show &show, const QString &sessionPath)
{
    const SessionSpan span = reader->span();
    QStringList remarks;
    if (!reader->endedCleanly())
        remarks.append(tr("This session ended without goodbye: the program or the machine stopped suddenly. All that "
                          "was written is here."));
    if (const QString damage = reader->damage(); !damage.isEmpty())
        remarks.append(damage);
    m_bar = std::make_unique<ReplayWindow>(show.name, span, reader->marks(), remarks.join(QLatin1Char('\n')));

    m_player = std::make_unique<ReplayPlayer>(std::move(reader));
    m_stills = std::make_unique<StillScreen>(*m_player);
    for (const Feed &feed : show.feeds) {
        m_pictures.push_back(std::make_shared<media::FrameSlot>());
        m_stills->show(feed.id, m_pictures.back());
    }
    m_screens = std::make_unique<RoomScreens>(show, *m_player, m_pictures);

    const auto began = std::chrono::floor<std::chrono::milliseconds>(span.begin.utc).time_since_epoch().count();
    const QString day = QDateTime::fromMSecsSinceEpoch(began, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd"));
    const QString banner = tr("REPLAY · %1 · %2", "day, file").arg(day, QFileInfo(sessionPath).fileName());
    m_screens->setBanner(banner);
    m_bar->setBanner(banner);
    offerBacktest(show, sessionPath, span);
    m_backtest->setBanner(banner);

    connect(m_bar.get(), &ReplayWindow::playRequested, m_player.get(), &ReplayPlayer::play);
    connect(m_bar.get(), &ReplayWindow::pauseRequested, m_player.get(), &ReplayPlayer::pause);
    connect(m_bar.get(), &ReplayWindow::speedRequested, m_player.get(), &ReplayPlayer::setSpeed);
    connect(m_bar.get(), &ReplayWindow::seekRequested, m_player.get(), &ReplayPlayer::seek);
    connect(m_player.get(), &ReplayPlayer::positionChanged, m_bar.get(), &ReplayWindow::setPosition);
    connect(m_player.get(), &ReplayPlayer::restarted, &m_screens->walls(), [this] {
        m_screens->walls().forgetPictures();
        m_screens->charts().redraw();
    });

    connect(&m_screens->walls(), &WallWindows::listenRequested, &m_screens->walls(), [this] {
        m_screens->walls().say(tr("A replay has no sound: a session keeps levels, not the sound itself."));
    });

    m_logThread.setObjectName(QStringLiteral("log"));
    m_player->moveToThread(&m_logThread);
    m_stills->moveToThread(&m_logThread);
    connect(&m_logThread, &QThread::started, m_player.get(), &ReplayPlayer::start);
    m_logThread.start();
}

void ReplayRoom::offerBacktest(const Show &show, const QString &sessionPath, const SessionSpan &span)
{
    m_backtest = std::make_unique<BacktestWindow>(show, span.begin.elapsed);
    m_run = std::make_unique<BacktestRun>(sessionPath, show);
    BacktestWindow *window = m_backtest.get();
    BacktestRun *run = m_run.get();
    connect(window, &BacktestWindow::runRequested, run,
            [run, plans = show.plans](const std::vector<BacktestWindow::Choice> &choices,
                                      std::chrono::milliseconds effect) {
                std::vector<BacktestRun::Choice> wanted;
                for (const BacktestWindow::Choice &choice : choices)
                    wanted.push_back({choice.plan ? std::optional(plans[*choice.plan]) : std::nullopt, choice.file});
                run->start(wanted, effect);
            });
    connect(window, &BacktestWindow::cancelRequested, run, &BacktestRun::cancel);
    connect(window, &BacktestWindow::seekRequested, m_player.get(), &ReplayPlayer::seek);
    connect(run, &BacktestRun::progressed, window, &BacktestWindow::setProgress);
    connect(run, &BacktestRun::failed, window, &BacktestWindow::setFailure);
    connect(run, &BacktestRun::cancelled, window, &BacktestWindow::setCancelled);
    connect(run, &BacktestRun::finished, window,
            [window](const std::vector<BacktestRun::Outcome> &outcomes, const QString &damage) {
                std::vector<BacktestWindow::Column> columns;
                for (const BacktestRun::Outcome &outcome : outcomes)
                    columns.push_back({outcome.plan, outcome.result});
                window->setResults(columns, damage);
            });
}

ReplayRoom::~ReplayRoom()
{
    // What listens goes first, then what speaks, on its own thread.
    m_run.reset();
    m_screens.reset();
    m_bar.reset();
    m_backtest.reset();
    finishOn(m_logThread, [this] {
        m_stills.reset();
        m_player.reset();
    });
}

void ReplayRoom::show()
{
    m_screens->show({m_bar.get()}, {m_backtest.get()});
}

QList<RoomWindow *> ReplayRoom::windows()
{
    return m_screens->windows() << m_bar.get() << m_backtest.get();
}

} // namespace gantry
