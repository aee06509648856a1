#pragma once
// The alarms of one encoder: stopped unasked, pipelines lost, no input, keys that run out, what the provider itself
// complains about, not reachable, and a command that did not come true. A lost poll is not a lost encoder: it is its
// own, lesser alarm.

#include "app/control/alarm_table.h"
#include "cloud/encoder_sample.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace gantry {

class EncoderAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::EncoderAlarms)

public:
    explicit EncoderAlarms(EncoderId encoder);

    void seen(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table);
    void seen(const CommandRecord &command, const Instant &at, AlarmTable &table);
    void passed(const Instant &now, AlarmTable &table);

private:
    AlarmTable::Place place(const QString &rule) const;
    void judgeState(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table);
    void judgePipelines(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table);
    void judgeInput(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table);
    void judgeCredentials(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table);
    void judgeAlerts(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table);

    EncoderId m_encoder;
    bool m_wasRunning = false;
    // From the request on: a sample may still say RUNNING while the order travels. Ends when it was not carried out,
    // when a start is asked for, or when the encoder runs again after it was seen gone.
    bool m_stopAsked = false;
    bool m_seenGone = false;
    QStringList m_alerts; // keys of those that stand
    std::chrono::milliseconds m_goodFor = cloud::EncoderSample().freshFor();
    std::optional<std::chrono::microseconds> m_silentSince; // the last answer, or the first question
    std::optional<cloud::Error> m_failure;
};

} // namespace gantry
