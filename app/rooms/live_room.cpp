#include "app/rooms/live_room.h"

#include "app/control/command_proof.h"
#include "app/rooms/finish_on.h"
#include "app/session/unfinished.h"
#include "app/show/show_file.h"
#include "app/show/show_returns.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

namespace gantry {

namespace {

// Hold and clear times are in seconds; a tenth is finer than a hand.
constexpr std::chrono::milliseconds tickEvery{100};

} // namespace

SessionResult<std::unique_ptr<LiveRoom>> LiveRoom::open(const Show &show, const QString &sessionPath)
{
    std::unique_ptr<LiveRoom> room(new LiveRoom(show));
    SessionHeader header;
    header.showName = show.name;
    header.showJson = writeShow(show);
    header.programVersion = QStringLiteral(GANTRY_VERSION);
    header.started = room->m_clock.now().utc;
    if (const auto opened = room->m_writer->open(sessionPath, header); !opened)
        return tl::unexpected(opened.error());
    return room;
}

LiveRoom::LiveRoom(const Show &show)
    : m_show(show)
    , m_tally(show)
    , m_seen(show)
    , m_alarms(show)
    , m_desk(std::make_unique<CommandDesk>(show, &m_authority))
    , m_plans(std::make_unique<PlanRules>(show, *m_desk, m_authority))
    , m_writer(std::make_unique<SessionWriter>())
{
    // Tally first: how bad an alarm is depends on what is on air.
    m_sequencer = std::make_unique<Sequencer>(
        m_clock, std::vector<RecordRule *>{&m_tally, m_desk.get(), m_plans.get(), &m_seen, &m_alarms, &m_stills});
    m_desk->open(*m_sequencer);
    m_questions = std::make_unique<OperatorQuestions>();
    m_providers = std::make_unique<ProviderLines>(show, *m_sequencer, *m_desk, *m_questions);
    const auto ports = std::make_shared<media::SrtPorts>(); // lives as long as a feed does
    for (const Feed &feed : show.feeds) {
        m_feeds.push_back(std::make_unique<FeedLine>(feed, *m_sequencer, ports, m_gpu));
        m_stills.watch(feed.id, m_feeds.back()->slot());
    }
    m_pairs = std::make_unique<PairLines>(*m_sequencer);
    const auto tracks = [this](const FeedId &id) {
        const auto line = std::ranges::find(m_feeds, id, [](const auto &each) { return each->feed(); });
        Q_ASSERT(line != m_feeds.end()); // the show was read
        return (*line)->fingerprints();
    };
    for (const Pair &pair : show.pairs)
        m_pairs->add(pair, tracks(pair.primary), tracks(pair.backup));
    m_programs = std::make_unique<ProgramLines>(*m_sequencer);
    for (const Encoder &encoder : show.encoders)
        if (const auto returned = returnOf(show, encoder))
            m_programs->add(encoder, *returned, tracks);
}

void LiveRoom::start()
{
    m_roomThread.setObjectName(QStringLiteral("room"));
    m_logThread.setObjectName(QStringLiteral("log"));

    // (a) everything that is sequenced goes to the log, which says what is on disk and whether it can still write
    connect(m_sequencer.get(), &Sequencer::arrived, m_writer.get(), &SessionWriter::append, Qt::DirectConnection);
    connect(m_writer.get(), &SessionWriter::written, m_desk.get(), &CommandDesk::written);
    connect(m_writer.get(), &SessionWriter::stateChanged, m_sequencer.get(),
            [this](bool safe, const QString &fault, quint64 dropped) {
                m_sequencer->post(LogRecord{safe, fault, dropped + m_sequencer->dropped()});
            });

    // (b) time passes for the rules, and the providers are asked, on the room thread
    auto *tick = new QTimer(m_sequencer.get());
    connect(tick, &QTimer::timeout, m_sequencer.get(), &Sequencer::tick);
    connect(&m_roomThread, &QThread::started, tick, [tick] { tick->start(tickEvery); });
    connect(&m_roomThread, &QThread::started, m_providers.get(), &ProviderLines::open);
    watchPlans();

    if (m_lease) {
        connect(&m_logThread, &QThread::started, m_lease.get(), &DeskLease::open);
        m_lease->moveToThread(&m_logThread);
    }
    m_writer->moveToThread(&m_logThread);
    m_desk->moveToThread(&m_roomThread);
    m_sequencer->moveToThread(&m_roomThread);
    m_questions->moveToThread(&m_roomThread);
    m_providers->moveToThread(&m_roomThread);
    m_logThread.start();
    m_roomThread.start();

    m_sequencer->post(NoteRecord{{}, tr("The session “%1” began.").arg(m_show.name)});

    // (c) the feeds
    for (std::size_t i = 0; i < m_feeds.size(); ++i)
        fetchPassphrase(*m_feeds[i], m_show.feeds[static_cast<qsizetype>(i)].passphrase);
    m_pairs->start();
    m_programs->start();
}

// An armed plan is asked more often than the other rules: a trip waits for its time, not for the next tick as well.
void LiveRoom::watchPlans()
{
    if (m_show.plans.isEmpty())
        return;
    auto *watch = new QTimer(m_sequencer.get());
    watch->setTimerType(Qt::PreciseTimer);
    connect(watch, &QTimer::timeout, m_sequencer.get(), [this] {
        if (m_plans->armed())
            m_sequencer->answerNow([this](const Instant &now) { return m_plans->passed(now); });
    });
    connect(&m_roomThread, &QThread::started, watch, [watch] { watch->start(PlanRules::askedEvery); });
}

LiveRoom::~LiveRoom()
{
    m_programs.reset();
    m_pairs.reset();
    m_feeds.clear();
    if (m_roomThread.isRunning()) {
        finishOn(m_roomThread, [this] {
            m_sequencer->record(NoteRecord{{}, tr("The session ended.")});
            m_providers.reset();
            m_questions.reset();
            m_sequencer.reset();
            m_plans.reset();
            m_desk.reset();
        });
    }
    if (m_logThread.isRunning()) {
        finishOn(m_logThread, [this] {
            // Nobody is left to tell: what could not be written is in the file's own words at the next opening.
            m_lease.reset();
            static_cast<void>(m_writer->close());
            m_writer.reset();
        });
    }
}

std::vector<std::shared_ptr<media::FrameSlot>> LiveRoom::pictures() const
{
    std::vector<std::shared_ptr<media::FrameSlot>> pictures;
    for (const auto &feed : m_feeds)
        pictures.push_back(feed->slot());
    return pictures;
}

void LiveRoom::request(const EncoderId &encoder, cloud::Verb verb, const QString &input, const QString &actor,
                       const QString &reason)
{
    cloud::Command what;
    what.verb = verb;
    what.input = input;
    request(encoder, what, actor, reason);
}

void LiveRoom::request(const EncoderId &encoder, const cloud::Command &what, const QString &actor,
                       const QString &reason)
{
    QMetaObject::invokeMethod(m_desk.get(), [desk = m_desk.get(), encoder, what, actor, reason] {
        desk->request(encoder, what, actor, reason);
    });
}

void LiveRoom::lookAt(const EncoderId &encoder, const QString &pipeline,
                      std::function<void(cloud::Result<cloud::EncoderThumbnail>)> answer)
{
    QMetaObject::invokeMethod(m_providers.get(),
                              [lines = m_providers.get(), encoder, pipeline, answer = std::move(answer)] {
                                  lines->picture(encoder, pipeline, answer);
                              });
}

void LiveRoom::acknowledge(const QString &alarmKey, const QString &who)
{
    answer([this, alarmKey, who](const Instant &now) -> QList<Payload> {
        if (const auto why = m_authority.refusal(DeskAct::Acknowledge))
            return {NoteRecord{{}, *why}};
        return m_alarms.acknowledge(alarmKey, who, now);
    });
}

void LiveRoom::answer(const std::function<QList<Payload>(const Instant &now)> &ask)
{
    QMetaObject::invokeMethod(m_sequencer.get(), [this, ask] { m_sequencer->answerNow(ask); });
}

void LiveRoom::setPlanMode(const PlanId &plan, PlanMode mode, const QString &who)
{
    answer([=, this](const Instant &now) { return m_plans->setMode(plan, mode, who, now); });
}

void LiveRoom::holdPlans(const QString &who)
{
    answer([=, this](const Instant &now) { return m_plans->holdAll(who, now); });
}

void LiveRoom::takeAdvice(const PlanId &plan, const QString &who)
{
    answer([=, this](const Instant &now) { return m_plans->takeAdvice(plan, who, now); });
}

void LiveRoom::returnToFirst(const PlanId &plan, const QString &who)
{
    answer([=, this](const Instant &now) { return m_plans->returnToFirst(plan, who, now); });
}

void LiveRoom::cutToSlate(const PlanId &plan, const QString &who)
{
    answer([=, this](const Instant &now) { return m_plans->cutToSlate(plan, who, now); });
}

void LiveRoom::setRole(Role role, const QString &who)
{
    answer([=, this](const Instant &) -> QList<Payload> {
        m_authority.setRole(role);
        return {NoteRecord{{}, tr("%1: the role of this desk is now “%2”.").arg(who, Authority::roleName(role))}};
    });
}

void LiveRoom::setLocked(bool locked)
{
    answer([=, this](const Instant &) -> QList<Payload> {
        m_authority.setLocked(locked);
        return {};
    });
}

void LiveRoom::share(const QString &claimPath, const QString &who)
{
    m_lease = std::make_unique<DeskLease>(claimPath, who);
    m_authority.setHold({false, {}, {}}); // until the file has been looked at
    connect(m_lease.get(), &DeskLease::held, m_sequencer.get(),
            [this](const DeskHold &hold) { m_authority.setHold(hold); });
    connect(m_lease.get(), &DeskLease::said, m_sequencer.get(), [this](const QString &sentence) {
        m_sequencer->post(NoteRecord{{}, sentence});
    });
}

void LiveRoom::takeOver(const QString &reason)
{
    if (!m_lease)
        return;
    answer([this, reason](const Instant &) -> QList<Payload> {
        if (const auto why = m_authority.refusal(DeskAct::TakeOver))
            return {NoteRecord{{}, *why}};
        QMetaObject::invokeMethod(m_lease.get(), [lease = m_lease.get(), reason] { lease->takeOver(reason); });
        return {};
    });
}

void LiveRoom::listen(int row, const std::shared_ptr<media::SoundTap> &tap)
{
    for (std::size_t i = 0; i < m_feeds.size(); ++i)
        m_feeds[i]->setListener(int(i) == row ? tap : nullptr);
}

void LiveRoom::tellLeftOpen(const QString &folder, const QString &ownSession)
{
    const QString stopped = stoppedSession(folder, m_show.name, ownSession);
    if (stopped.isEmpty())
        return;
    const auto session = SessionReader::open(stopped);
    if (!session)
        return;
    // What was requested last may have left all the same: the step behind it may not have reached the disk.
    for (const CommandRecord &command : unfinishedCommands(**session))
        note(tr("The last session stopped while “%1” (%2) was under way: it may or may not have been executed. It is "
                "not sent again; look at the encoder.")
                 .arg(describe(command), command.actor));
}

void LiveRoom::note(const QString &sentence)
{
    m_sequencer->post(NoteRecord{{}, sentence});
}

void LiveRoom::fetchPassphrase(FeedLine &line, const Secret &secret)
{
    const auto start = [&line](const cloud::Result<QString> &passphrase) {
        if (passphrase) {
            line.start(passphrase->toUtf8());
            return;
        }
        const cloud::Error &error = passphrase.error();
        line.fail({media::Error::Kind::System, error.tried, error.subject, error.advice});
    };
    switch (secret.store) {
    case Secret::Store::None:
        start(QString());
        break;
    case Secret::Store::Environment:
        start(cloud::secretFromEnvironment(secret.name));
        break;
    case Secret::Store::Keychain:
        // No answer can come once the lines are gone: answers need this thread's event loop, and ~LiveRoom runs none.
        m_keychain.readSecret(secret.name, start);
        break;
    }
}

QString sessionsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/gantry/sessions");
}

QString newSessionPath(const Show &show)
{
    const QString folder = sessionsFolder();
    QDir().mkpath(folder);
    static const QRegularExpression unsafe(QStringLiteral("[^\\w \\-]"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString name = show.name;
    name.replace(unsafe, QStringLiteral("_"));
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"));
    QString path = QStringLiteral("%1/%2 %3.gantry").arg(folder, name.trimmed(), time);
    for (int more = 2; QFile::exists(path); ++more)
        path = QStringLiteral("%1/%2 %3 (%4).gantry").arg(folder, name.trimmed(), time).arg(more);
    return path;
}

} // namespace gantry
