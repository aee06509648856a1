#pragma once
// The words in which tests tell what happens in a room, and read back what a rule made of it.

#include "app/session/record.h"
#include "app/session/record_rule.h"
#include "app/show/show.h"
#include "tests/support/manual_clock.h"

#include <QStringList>

namespace gantry::tests {

// CAM 1 on A and CAM 2 on B of the encoder Main, CAM 3 on nothing; viewers of Main.
inline Show smallShow()
{
    Show show;
    show.name = QStringLiteral("Test");
    int port = 9001;
    for (const char *name : {"CAM 1", "CAM 2", "CAM 3"}) {
        Feed feed;
        feed.id = {QLatin1String(name)};
        feed.srt.mode = media::SrtAddress::Mode::Listener;
        feed.srt.port = static_cast<std::uint16_t>(port++);
        show.feeds.append(feed);
    }
    Encoder encoder;
    encoder.id = {QStringLiteral("Main")};
    encoder.provider = QStringLiteral("medialive");
    encoder.settings = {{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                        {QStringLiteral("channel"), QStringLiteral("1")}};
    encoder.inputs = {{QStringLiteral("A"), show.feeds[0].id}, {QStringLiteral("B"), show.feeds[1].id}};
    show.encoders.append(encoder);
    Audience audience;
    audience.id = {QStringLiteral("Viewers")};
    audience.provider = QStringLiteral("mux");
    audience.encoder = encoder.id;
    show.audiences.append(audience);
    return show;
}

inline PictureRecord picture(const char *feed, media::SignalState signal)
{
    media::PictureState state;
    state.signal = signal;
    state.waitingFor =
        signal == media::SignalState::Waiting ? media::WaitingFor::Connection : media::WaitingFor::Nothing;
    return {{QLatin1String(feed)}, state};
}

inline LinkRecord connected(const char *feed, std::int64_t received = 100, std::int64_t dropped = 0)
{
    media::LinkSample link;
    link.state = media::LinkState::Connected;
    link.peer = QStringLiteral("127.0.0.1:5000");
    link.roundTrip = std::chrono::milliseconds(10);
    link.latency = std::chrono::milliseconds(120);
    link.receiveRate = media::BitsPerSecond{2e6};
    link.interval.received = received;
    link.interval.dropped = dropped;
    link.total = link.interval;
    return {{QLatin1String(feed)}, link};
}

inline EncoderRecord encoder(cloud::EncoderState state, const char *word, const QStringList &inputsOfPipelines = {})
{
    cloud::EncoderSample sample;
    sample.state = state;
    sample.providerState = QLatin1String(word);
    for (const QString &input : inputsOfPipelines)
        sample.pipelines.push_back({QString::number(sample.pipelines.size()), input});
    sample.pipelinesExpected = 2;
    sample.pipelinesRunning = state == cloud::EncoderState::Running ? 2 : 0;
    return {{QStringLiteral("Main")}, sample};
}

inline EncoderRecord unreachable()
{
    cloud::EncoderSample sample;
    sample.failure = cloud::Error{cloud::Error::Kind::Unreachable, QStringLiteral("Ask for the channel"),
                                  QStringLiteral("MediaLive"), QStringLiteral("Look at the network.")};
    return {{QStringLiteral("Main")}, sample};
}

// Feeds a rule and remembers what it answered.
class RuleStory
{
public:
    explicit RuleStory(RecordRule &rule) : m_rule(rule) {}

    // What happens now; the answers go back into the rule as the sequencer would do it.
    void happens(const Payload &payload)
    {
        QList<Payload> queue{payload};
        while (!queue.isEmpty()) {
            const Record record{++m_number, clock.now(), queue.takeFirst()};
            const QList<Payload> answers = m_rule.applied(record);
            said += answers;
            queue += answers;
        }
    }
    // Time passes in steps of a tenth of a second.
    void pass(std::chrono::milliseconds time)
    {
        using namespace std::chrono_literals;
        for (auto left = time; left > 0ms; left -= 100ms) {
            clock.pass(std::min(left, 100ms));
            said += m_rule.passed(clock.now());
        }
    }
    QList<Payload> takeSaid() { return std::exchange(said, {}); }

    ManualClock clock;
    QList<Payload> said;

private:
    RecordRule &m_rule;
    RecordNumber m_number = 0;
};

// "CAM 1 NO SIGNAL major active", one line an alarm record.
inline QStringList alarmLines(const QList<Payload> &payloads)
{
    QStringList lines;
    for (const Payload &payload : payloads) {
        const auto *record = std::get_if<AlarmRecord>(&payload);
        if (!record)
            continue;
        static const char *const priorities[] = {"", "critical", "major", "minor", "info", "unknown"};
        static const char *const states[] = {"normal", "active", "acknowledged", "returned"};
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(record->alarm.where, record->alarm.what,
                              QLatin1String(priorities[static_cast<int>(record->alarm.priority)]),
                              QLatin1String(states[static_cast<int>(record->alarm.state)])));
    }
    return lines;
}

} // namespace gantry::tests
