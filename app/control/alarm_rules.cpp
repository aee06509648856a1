#include "app/control/alarm_rules.h"

#include <algorithm>

namespace gantry {

using namespace std::chrono_literals;

AlarmRules::AlarmRules(const Show &show)
{
    for (const Feed &feed : show.feeds)
        m_feeds.insert(feed.id, FeedAlarms(feed));
    for (const Pair &pair : show.pairs) {
        const auto backup = std::ranges::find(show.feeds, pair.backup, &Feed::id);
        if (backup != show.feeds.end())
            m_pairs.insert(pair.id, PairAlarms(pair, backup->limits));
    }
    for (const Encoder &encoder : show.encoders) {
        m_encoders.insert(encoder.id, EncoderAlarms(encoder.id));
        if (encoder.returned)
            m_programs.insert(encoder.id, ProgramAlarms(encoder));
    }
}

QList<Payload> AlarmRules::applied(const Record &record)
{
    const Instant &at = record.at;
    const auto toFeed = [&](const FeedId &id, const auto &value) {
        const auto feed = m_feeds.find(id);
        if (feed != m_feeds.end())
            feed->seen(value, at, m_table);
    };
    const auto toEncoder = [&](const EncoderId &id, const auto &value) {
        const auto encoder = m_encoders.find(id);
        if (encoder != m_encoders.end())
            encoder->seen(value, at, m_table);
    };
    const auto toProgram = [&](const EncoderId &id, const auto &value) {
        const auto program = m_programs.find(id);
        if (program != m_programs.end())
            program->seen(value, at, m_table);
    };
    if (const auto *link = std::get_if<LinkRecord>(&record.payload))
        toFeed(link->feed, link->sample);
    else if (const auto *transport = std::get_if<TransportRecord>(&record.payload))
        toFeed(transport->feed, transport->sample);
    else if (const auto *picture = std::get_if<PictureRecord>(&record.payload))
        toFeed(picture->feed, picture->state);
    else if (const auto *audio = std::get_if<AudioRecord>(&record.payload))
        toFeed(audio->feed, audio->levels);
    else if (const auto *match = std::get_if<MatchRecord>(&record.payload))
        compared(*match, at);
    else if (const auto *tally = std::get_if<TallyRecord>(&record.payload))
        toFeed(tally->feed, tally->tally);
    else if (const auto *encoder = std::get_if<EncoderRecord>(&record.payload)) {
        toEncoder(encoder->encoder, encoder->sample);
        toProgram(encoder->encoder, encoder->sample);
    } else if (const auto *program = std::get_if<ProgramRecord>(&record.payload))
        toProgram(program->encoder, *program);
    else if (const auto *command = std::get_if<CommandRecord>(&record.payload))
        toEncoder(command->encoder, *command);
    else if (const auto *audience = std::get_if<AudienceRecord>(&record.payload))
        counted(*audience, at);
    else if (const auto *plan = std::get_if<PlanRecord>(&record.payload))
        PlanAlarms::seen(*plan, at, m_table);
    else if (const auto *log = std::get_if<LogRecord>(&record.payload))
        logged(*log, at);
    return m_table.takeChanges();
}

QList<Payload> AlarmRules::passed(const Instant &now)
{
    for (EncoderAlarms &encoder : m_encoders)
        encoder.passed(now, m_table);
    for (ProgramAlarms &program : m_programs)
        program.passed(now, m_table);
    m_table.passed(now);
    return m_table.takeChanges();
}

QList<Payload> AlarmRules::acknowledge(const QString &key, const QString &who, const Instant &now)
{
    m_table.acknowledge(key, who, now);
    return m_table.takeChanges();
}

void AlarmRules::compared(const MatchRecord &match, const Instant &at)
{
    const auto pair = m_pairs.find(match.pair);
    if (pair != m_pairs.end())
        pair->seen(match.sample, at, m_table);
}

void AlarmRules::logged(const LogRecord &log, const Instant &at)
{
    m_table.update({QStringLiteral("log/safe"), tr("Session log")}, {},
                   {!log.safe, AlarmPriority::Critical, tr("LOG NOT SAFE"),
                    tr("%1 Alarms and commands are kept in memory until it can be written again.").arg(log.fault)},
                   at);
}

void AlarmRules::counted(const AudienceRecord &audience, const Instant &at)
{
    const QString name = audience.audience.text;
    const auto &failure = audience.sample.failure;
    m_table.update({QStringLiteral("audience/%1/old").arg(name), name}, {60s, 0s},
                   {failure.has_value(), AlarmPriority::Minor, tr("FIGURES OLD"),
                    failure ? tr("%1. %2").arg(failure->text(), failure->advice) : QString()},
                   at);
}

} // namespace gantry
