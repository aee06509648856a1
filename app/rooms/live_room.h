#pragma once
// A live room, wired: feeds and providers in, one sequence of records, the log, and the ways out. Open live_room.cpp to
// see which way everything flows. The windows are somebody else's (RoomScreens): a room works without any.
//
// Threads: two a feed (media), one for comparing pairs, one for finding what is on air, the room thread (sequencer,
// rules, desk, providers), the log thread (SessionWriter), and the caller's, which never waits for one of them until
// the destructor.

#include "app/control/alarm_rules.h"
#include "app/control/authority.h"
#include "app/control/command_desk.h"
#include "app/control/plan_rules.h"
#include "app/control/seen_rule.h"
#include "app/control/tally_rule.h"
#include "app/rooms/desk_lease.h"
#include "app/rooms/feed_line.h"
#include "app/rooms/pair_line.h"
#include "app/rooms/program_line.h"
#include "app/rooms/provider_lines.h"
#include "app/session/sequencer.h"
#include "app/session/session_writer.h"
#include "app/session/still_taker.h"
#include "cloud/http/credentials.h"
#include "media/gpu/gpu_decoding.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

namespace gantry {

class LiveRoom final : public QObject
{
    Q_OBJECT

public:
    // Makes the session file. On an error nothing is left. Connect what listens to records(), then start().
    static SessionResult<std::unique_ptr<LiveRoom>> open(const Show &show, const QString &sessionPath);
    // Before start(): shares the show with other desks by the claim in this file. Without it the room is alone.
    void share(const QString &claimPath, const QString &who);
    // Stops the feeds, writes the last record, ends the session with a goodbye.
    ~LiveRoom() override;

    void start();

    const RecordSource &records() const { return *m_sequencer; }
    std::vector<std::shared_ptr<media::FrameSlot>> pictures() const;

    // What a hand asks for; both return at once and leave records.
    void request(const EncoderId &encoder, const cloud::Command &what, const QString &actor,
                 const QString &reason = {});
    void request(const EncoderId &encoder, cloud::Verb verb, const QString &input, const QString &actor,
                 const QString &reason = {});
    // A small picture of an encoder, for somebody who looks. The answer comes on the room thread, once, or never when
    // the room ends; leaves no record.
    void lookAt(const EncoderId &encoder, const QString &pipeline,
                std::function<void(cloud::Result<cloud::EncoderThumbnail>)> answer);
    void acknowledge(const QString &alarmKey, const QString &who);
    // Failover plans. Holding them all is always allowed; what else is refused is a note that says why.
    void setPlanMode(const PlanId &plan, PlanMode mode, const QString &who);
    void holdPlans(const QString &who);
    void takeAdvice(const PlanId &plan, const QString &who);
    void returnToFirst(const PlanId &plan, const QString &who);
    void cutToSlate(const PlanId &plan, const QString &who);
    // What this desk may do: its role, the lock of the room, and whether another desk has the show.
    void setRole(Role role, const QString &who);
    void setLocked(bool locked);
    void takeOver(const QString &reason);
    // Null for a room that is alone. On the log thread from start() on.
    const DeskLease *lease() const { return m_lease.get(); }
    // What the providers ask the operator. On the room thread from start() on.
    OperatorQuestions &questions() { return *m_questions; }
    // Lets this tap hear the feed in that row of the show, and nobody the others. Leaves no record.
    void listen(int row, const std::shared_ptr<media::SoundTap> &tap);
    // What the feed in that row may cost, and how long a picture of it had to wait since the last question.
    void setLoad(int row, const media::FeedLoad &load) { m_feeds.at(std::size_t(row))->setLoad(load); }
    std::chrono::milliseconds takeWaited(int row) { return m_feeds.at(std::size_t(row))->takeWaited(); }
    // What an earlier session of this show left open, said in this one. Before start().
    void tellLeftOpen(const QString &folder, const QString &ownSession);
    // A sentence for the session.
    void note(const QString &sentence);

private:
    explicit LiveRoom(const Show &show);
    void fetchPassphrase(FeedLine &line, const Secret &secret);
    // On the room thread, behind everything that has happened so far.
    void answer(const std::function<QList<Payload>(const Instant &now)> &ask);
    void watchPlans();

    const Show m_show;
    MachineClock m_clock;
    TallyRule m_tally;
    SeenRule m_seen;
    StillTaker m_stills;
    AlarmRules m_alarms;
    // On the room thread from start() on; destroyed there.
    Authority m_authority;
    std::unique_ptr<CommandDesk> m_desk;
    std::unique_ptr<PlanRules> m_plans;
    std::unique_ptr<Sequencer> m_sequencer;
    std::unique_ptr<OperatorQuestions> m_questions;
    std::unique_ptr<ProviderLines> m_providers;
    QThread m_roomThread;
    // On the log thread from start() on; destroyed there.
    std::unique_ptr<SessionWriter> m_writer;
    std::unique_ptr<DeskLease> m_lease;
    QThread m_logThread;
    cloud::KeychainReader m_keychain;
    media::GpuDecoding m_gpu; // outlives the feeds
    std::vector<std::unique_ptr<FeedLine>> m_feeds;
    std::unique_ptr<PairLines> m_pairs;
    std::unique_ptr<ProgramLines> m_programs;
};

// Where the sessions of this person are kept.
QString sessionsFolder();
// A name there that tells show and time: "Summer Final 2026-11-23 18-14-07.gantry". Makes the folder.
QString newSessionPath(const Show &show);

} // namespace gantry
