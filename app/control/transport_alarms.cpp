#include "app/control/transport_alarms.h"

#include <algorithm>

namespace gantry {

using namespace std::chrono_literals;
using Cause = AlarmCondition::Cause;
using media::TransportErrors;
using media::TransportSample;

namespace {

constexpr AlarmTiming strangeTiming{2s, 2s};
constexpr auto window = 10s;

struct Indicator
{
    int priority; // of TR 101 290
    const char *name;
    std::uint64_t TransportSample::*ofSample;
    std::uint64_t TransportErrors::*ofErrors;
};

constexpr std::array<Indicator, TransportAlarms::indicatorCount> indicators{{
    {1, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "sync"), &TransportSample::syncLosses, nullptr},
    {1, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "sync byte"), nullptr, &TransportErrors::syncByte},
    {1, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "PAT"), nullptr, &TransportErrors::pat},
    {1, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "continuity"), &TransportSample::continuityErrors, nullptr},
    {1, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "PMT"), nullptr, &TransportErrors::pmt},
    {1, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "PID missing"), nullptr, &TransportErrors::pid},
    {2, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "transport error"), &TransportSample::transportErrors, nullptr},
    {2, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "CRC"), nullptr, &TransportErrors::crc},
    {2, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "PCR repetition"), nullptr, &TransportErrors::pcrRepetition},
    {2, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "PCR jump"), nullptr, &TransportErrors::pcrDiscontinuity},
    {2, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "PCR accuracy"), nullptr, &TransportErrors::pcrAccuracy},
    {2, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "PTS"), nullptr, &TransportErrors::pts},
    {2, QT_TRANSLATE_NOOP("gantry::TransportAlarms", "CAT"), nullptr, &TransportErrors::cat},
}};

TransportAlarms::Counts countsOf(const TransportSample &transport)
{
    const TransportErrors errors = transport.errors.value_or(TransportErrors{});
    TransportAlarms::Counts counts{};
    for (std::size_t i = 0; i < indicators.size(); ++i)
        counts[i] = indicators[i].ofSample ? transport.*indicators[i].ofSample : errors.*indicators[i].ofErrors;
    return counts;
}

} // namespace

void TransportAlarms::seen(const FeedScene &scene, const TransportSample &transport, const Instant &at,
                           AlarmTable &table)
{
    count(transport, at.elapsed);
    m_newest = transport;
    judge(scene, at, table);
}

void TransportAlarms::count(const TransportSample &transport, std::chrono::microseconds at)
{
    const Counts now = countsOf(transport);
    // Fewer packets than before: another connection, whose counters began at zero. What a stream that is joined in its
    // middle counts in its first second is the joining.
    const bool restarted = !m_newest || transport.packets < m_newest->packets || !m_newest->recognised;
    if (restarted) {
        m_gains.clear();
    } else if (m_before) {
        Gain gain{at, {}};
        for (std::size_t i = 0; i < now.size(); ++i)
            gain.counts[i] = now[i] > (*m_before)[i] ? now[i] - (*m_before)[i] : 0;
        m_gains.push_back(gain);
    }
    m_before = now;
    while (!m_gains.empty() && at - m_gains.front().at > window)
        m_gains.pop_front();
}

QString TransportAlarms::words(const Counts &counts, int priority)
{
    QStringList parts;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (indicators[i].priority == priority && counts[i] > 0)
            parts.append(tr("%1 %2", "indicator, how many").arg(tr(indicators[i].name)).arg(counts[i]));
    }
    return parts.join(QStringLiteral(", "));
}

QString TransportAlarms::counters(const TransportSample &transport, int priority)
{
    return words(countsOf(transport), priority);
}

QString TransportAlarms::risen(int priority) const
{
    Counts sum{};
    for (const Gain &gain : m_gains) {
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += gain.counts[i];
    }
    return words(sum, priority);
}

void TransportAlarms::judge(const FeedScene &scene, const Instant &now, AlarmTable &table)
{
    const FeedLimits::Times &times = scene.feed.limits.transport;
    const bool known = scene.connected() && m_newest;

    Cause strange;
    if (m_newest && !m_newest->recognised && m_newest->rate.value > 0) {
        strange = {true, scene.lossPriority(), tr("NOT MPEG-TS"),
                   tr("Data arrives, but it is not an MPEG transport stream. Set the sender to MPEG-TS (ffmpeg: -f "
                      "mpegts).")};
    }
    table.update(scene.place("transport"), strangeTiming, strange, now);

    const auto &wanted = scene.feed.settings.program;
    Cause missing;
    if (known && wanted && m_newest->programs &&
        std::ranges::find(*m_newest->programs, *wanted) == m_newest->programs->end()) {
        QStringList there;
        for (const std::uint16_t program : *m_newest->programs)
            there.append(QString::number(program));
        missing = {true, scene.lossPriority(), tr("PROGRAM MISSING"),
                   tr("Program %1 is not in the stream, which carries %2. Look at the multiplexer, or at program in "
                      "the show file.")
                       .arg(QString::number(*wanted), there.isEmpty() ? tr("none") : there.join(QStringLiteral(", ")))};
    }
    table.update(scene.place("program"), strangeTiming, missing, now);

    // A packet that the link gave up is missing in the stream too.
    const bool explained = !known || !m_newest->recognised || table.active(scene.place("dropped").key) ||
                           table.active(scene.place("undecryptable").key);
    const auto rising = [&](const char *rule, int priority, AlarmPriority alarm, const QString &what) {
        const QString counters = explained || !times.on ? QString() : risen(priority);
        Cause cause;
        if (!counters.isEmpty())
            cause = {true, alarm, what,
                     tr("In the last 10 s: %1. The stream was damaged before it reached the link: look at the sender's "
                        "encoder and multiplexer.")
                         .arg(counters)};
        table.update(scene.place(rule), alarmTiming(times), cause, now);
    };
    rising("ts-errors", 1, AlarmPriority::Major, tr("STREAM ERRORS"));
    rising("ts-warnings", 2, AlarmPriority::Minor, tr("STREAM TIMING"));
}

} // namespace gantry
