#pragma once
// When what comes back from an encoder is not what its provider says: the wrong picture may be on air. Between a switch
// and its picture the two differ for as long as the way back takes, which is no alarm; one that lasts is. A return that
// cannot be told, an encoder that does not answer and feeds that look alike raise nothing.

#include "app/control/alarm_table.h"
#include "app/show/show.h"

#include <QCoreApplication>

#include <optional>

namespace gantry {

class ProgramAlarms
{
    Q_DECLARE_TR_FUNCTIONS(gantry::ProgramAlarms)

public:
    // Beside twice the way back, as far as that is known.
    static constexpr std::chrono::seconds holdFor{10};
    static constexpr std::chrono::seconds clearFor{2};

    explicit ProgramAlarms(const Encoder &encoder) : m_encoder(encoder) {}

    void seen(const cloud::EncoderSample &sample, const Instant &at, AlarmTable &table);
    void seen(const ProgramRecord &program, const Instant &at, AlarmTable &table);
    void passed(const Instant &now, AlarmTable &table);

private:
    // A programme is told once a second; an older one is none.
    static constexpr std::chrono::seconds freshFor{3};

    // The feeds that the provider says it takes, all of them seen by the room; nothing where that is not known.
    std::optional<QStringList> taken(const Instant &now) const;
    void judge(const Instant &now, AlarmTable &table) const;

    Encoder m_encoder;
    std::optional<cloud::EncoderSample> m_sample; // the last that did not fail
    std::chrono::microseconds m_sampleAt{0};
    std::optional<ProgramRecord> m_program;
    std::chrono::microseconds m_programAt{0};
    std::chrono::milliseconds m_behind{0}; // as it was last known: a return that shows no input does not tell
};

} // namespace gantry
